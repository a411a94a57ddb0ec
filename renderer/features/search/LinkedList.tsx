import { ListMusic } from 'lucide-react'
import type { RefObject } from 'react'
import { useMemo } from 'react'
import type { SearchResults } from '../../../src/contract/index.ts'
import { nameOfSource } from '../../../src/nodelink/sources.ts'
import { rowsOfList, trackSource, useList, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { ListActions, TrackTable } from '../tracks/index.ts'
import { leaveTracks } from './keys.ts'
import styles from './search.module.css'

/** The album or playlist that a link leads to, of any length. */
export function LinkedList(props: {
  list: NonNullable<SearchResults['list']>
  scroller: RefObject<HTMLElement | null>
}) {
  const { list, scroller } = props
  const { t } = useTranslation()
  const { bridge, commands } = useServices()
  const source = useMemo(() => trackSource(bridge, queryOf(list.id)), [bridge, list.id])
  const shown = useList(source)
  const rows = useMemo(() => rowsOfList(shown, (track) => track), [shown])
  const name = list.name || t('album.untitled')
  const context = { kind: 'search', id: list.id, title: name } as const
  const save = () =>
    commands.runWith('take-rows', {
      rows,
      ranges: [{ first: 0, end: rows.total }],
      give: (tracks) => commands.runWith('create-playlist', { tracks, name: list.name }),
    })
  return (
    <section className={styles.tracks} aria-label={name}>
      <header className={styles.linked}>
        <div className={styles.linkedWords}>
          <span className={styles.kind}>{t('search.list')}</span>
          <h2>
            <Name>{name}</Name>
          </h2>
          <span className={styles.rowMeta}>
            {t('album.tracks', { count: list.trackCount })}
            {list.source !== null && ` · ${nameOfSource(list.source)}`}
          </span>
        </div>
        <div className={styles.linkedActions}>
          <ListActions rows={rows} context={context} />
          <Button disabled={rows.total === 0} onClick={save}>
            <ListMusic aria-hidden />
            {t('search.savePlaylist')}
          </Button>
        </div>
      </header>
      <TrackTable
        rows={rows}
        listKey={`linked ${list.id}`}
        label={t('album.list', { title: name })}
        context={context}
        columns="mixed"
        onKey={(event, { focus }) => leaveTracks(event, focus)}
        scroller={scroller}
      />
    </section>
  )
}

function queryOf(id: string) {
  return { scope: { kind: 'found', id }, sort: 'own', descending: false, filter: '' } as const
}
