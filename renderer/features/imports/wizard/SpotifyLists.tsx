import { Heart, ListMusic, Lock } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { Name } from '../../../ui/name/index.ts'
import { Spinner } from '../../../ui/progress/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { CopyHelp } from '../CopyHelp.tsx'
import { toggled } from './choosing.ts'
import { Problem } from './Problem.tsx'
import { accountCodes, ToAccount } from './ToAccount.tsx'
import { useSpotifyLists } from './useSpotifyLists.ts'
import { useStarting } from './useStarting.ts'
import styles from './wizard.module.css'

/** Names the liked songs among the lists: no playlist's id is like it. */
const liked = 'liked songs'

/** Playlists of the account, to be chosen. Those that Spotify hands out to their owners alone say what to do about it. */
export function SpotifyLists({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const lists = useSpotifyLists()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const starting = useStarting({ onDone })
  const { playlists, total, error } = lists
  const refused = playlists.filter(({ access }) => access === 'refused')
  const toggle = (key: string) => () => setChosen(toggled(chosen, key))

  const start = () => {
    const own = playlists.filter(({ id }) => chosen.has(id))
    starting.start([
      ...(chosen.has(liked) ? [{ kind: 'spotify-liked' as const, name: t('imports.likedName') }] : []),
      ...own.map(({ id, name }) => ({
        kind: 'spotify-playlist' as const,
        link: `https://open.spotify.com/playlist/${id}`,
        name: name.trim().slice(0, 200),
      })),
    ])
  }

  return (
    <div className={styles.way}>
      <ul className={styles.scrolled} aria-label={t('imports.lists')}>
        <Row
          icon={<Heart aria-hidden />}
          name={t('imports.fromLiked')}
          detail=""
          count=""
          isChosen={chosen.has(liked)}
          onToggle={toggle(liked)}
        />
        {playlists.map(({ id, name, ownerName, trackCount, access }) => (
          <Row
            key={id}
            icon={access === 'refused' ? <Lock aria-hidden /> : <ListMusic aria-hidden />}
            name={name}
            detail={access === 'refused' ? t('imports.refused') : (ownerName ?? '')}
            count={trackCount === null ? '' : t('imports.songs', { count: trackCount })}
            isChosen={chosen.has(id)}
            onToggle={access === 'refused' ? null : toggle(id)}
          />
        ))}
      </ul>
      {lists.isAsking && (
        <output className={styles.reading}>
          <Spinner />
          {t('imports.readingLists')}
        </output>
      )}
      {error !== null && <Problem error={error} />}
      {error !== null && accountCodes.has(error.code) && <ToAccount onLeave={onDone} />}
      {refused.length > 0 && (
        <details className={styles.more}>
          <summary>{t('imports.refusedHow', { count: refused.length })}</summary>
          <CopyHelp />
        </details>
      )}
      {starting.problem !== null && <Problem error={starting.problem} />}
      <div className={styles.foot}>
        <Button look="ghost" disabled={lists.isAsking} onClick={error === null ? lists.more : lists.again}>
          {lists.hasMore ? t('imports.moreLists', { shown: playlists.length, total }) : t('imports.readAgain')}
        </Button>
        <span className={form['actions']}>
          <Button look="accent" disabled={chosen.size === 0 || starting.isAsking} onClick={start}>
            {t('imports.startLists', { count: chosen.size })}
          </Button>
        </span>
      </div>
    </div>
  )
}

function Row(props: {
  readonly icon: ReactNode
  readonly name: string
  readonly detail: string
  readonly count: string
  readonly isChosen: boolean
  /** Null where it cannot be read. */
  readonly onToggle: (() => void) | null
}) {
  const { onToggle } = props
  return (
    <li>
      <label className={styles.list}>
        <input
          type="checkbox"
          checked={props.isChosen}
          disabled={onToggle === null}
          onChange={onToggle ?? (() => undefined)}
        />
        <span className={styles.listIcon}>{props.icon}</span>
        <span className={styles.listWords}>
          <Name className={styles.listName}>{props.name}</Name>
          {props.detail !== '' && (
            <span className={styles.listFirst} dir="auto">
              {props.detail}
            </span>
          )}
        </span>
        <span className={styles.listCount}>{props.count}</span>
      </label>
    </li>
  )
}
