import { useAtomValue } from 'jotai'
import { ListMusic, Pause, Play, RotateCw, Trash2 } from 'lucide-react'
import { Menu } from '@base-ui/react/menu'
import type { ImportJob } from '../../../src/imports/index.ts'
import { playlistsAtom, useServices } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { Collage } from '../../ui/collage/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './import.module.css'
import { nameWords } from './nameWords.ts'
import { sourceWords } from './words.ts'

/** What is brought over, and what can be done with all of it. */
export function ImportHead({ job }: { job: ImportJob }) {
  const { t } = useTranslation()
  const playlists = useAtomValue(playlistsAtom) ?? []
  const playlist = playlists.find(({ id }) => id === job.playlistId) ?? null
  const isGoing = job.state.kind === 'running' || job.state.kind === 'waiting'
  const source = sourceWords(job, t)
  const facts = job.total === null ? source : t('imports.sourceCount', { source, count: job.total })
  return (
    <header className={styles.head}>
      <Collage paths={playlist?.coverPaths ?? []} seed={job.name} size={56} />
      <div className={styles.headWords}>
        <h1 className={styles.title} dir="auto">
          {nameWords(job, t)}
        </h1>
        <p className={styles.facts}>{isGoing ? `${facts} ${t('imports.leave')}` : facts}</p>
      </div>
      <div className={styles.headActions}>
        <JobActions job={job} isThere={playlist !== null} />
      </div>
    </header>
  )
}

/** Buttons of an import. `isThere`: its playlist is. */
export function JobActions({ job, isThere }: { job: ImportJob; isThere: boolean }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const { id, state, counts, playlistId } = job
  const name = nameWords(job, t)
  const canLookAgain = state.kind === 'done' && counts.review + counts.none > 0
  return (
    <>
      {playlistId !== null && isThere && (
        <Button onClick={() => commands.runWith('open-page', { page: { kind: 'playlist', id: playlistId } })}>
          <ListMusic aria-hidden />
          {t('imports.toPlaylist')}
        </Button>
      )}
      {(state.kind === 'running' || state.kind === 'waiting') && (
        <Button onClick={() => commands.runWith('stop-import', { id })}>
          <Pause aria-hidden />
          {t('imports.pause')}
        </Button>
      )}
      {state.kind === 'stopped' && (
        <Button look="accent" onClick={() => commands.runWith('retry-import', { id })}>
          <Play aria-hidden />
          {t('imports.resume')}
        </Button>
      )}
      {canLookAgain && (
        <IconButton label={t('imports.lookAgain')} onClick={() => commands.runWith('retry-import', { id })}>
          <RotateCw aria-hidden />
        </IconButton>
      )}
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton label={t('imports.remove', { name })}>
              <Trash2 aria-hidden />
            </IconButton>
          }
        />
        <Menu.Portal>
          <Menu.Positioner className={overlayStyles['positioner']} sideOffset={4} align="end">
            <Menu.Popup className={overlayStyles['popup']}>
              <Menu.Item
                className={overlayStyles['item']}
                onClick={() => commands.runWith('remove-import', { id, withPlaylist: false })}
              >
                {t('imports.removeOnly')}
              </Menu.Item>
              {isThere && (
                <Menu.Item
                  className={overlayStyles['item']}
                  onClick={() => commands.runWith('remove-import', { id, withPlaylist: true })}
                >
                  {t('imports.removeBoth')}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  )
}
