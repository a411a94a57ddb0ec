import { atom, useAtomValue, useStore } from 'jotai'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { playlistRowsAtom, playlistsAtom, useServices } from '../../state/index.ts'
import type { PlaylistEntry } from '../../state/index.ts'
import { useWash } from '../../ui/light/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { ImportStrip } from '../imports/line.ts'
import { DuplicatesBar } from './DuplicatesBar.tsx'
import { EntryTable } from './EntryTable.tsx'
import { followRows } from './followRows.ts'
import styles from './playlist.module.css'
import { PlaylistEmpty } from './PlaylistEmpty.tsx'
import { PlaylistHead } from './PlaylistHead.tsx'
import { useDuplicates } from './useDuplicates.ts'
import { filtered, isPlain, plainView, sorted } from './view.ts'

const noEntries: readonly PlaylistEntry[] = []

/** A playlist: its head, and its rows as the person looks at them. */
export function PlaylistPage({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const { bridge } = useServices()
  const store = useStore()
  const playlist = useAtomValue(
    useMemo(() => atom((get) => get(playlistsAtom)?.find((one) => one.id === id) ?? null), [id]),
  )
  const arrived = useAtomValue(useMemo(() => atom((get) => get(playlistsAtom) !== null), []))
  const rows = useAtomValue(playlistRowsAtom)
  const page = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(plainView)
  // Typing goes on while 10,000 rows are looked through.
  const shownView = useDeferredValue(view)
  useEffect(() => followRows({ bridge, store, id }), [bridge, store, id])
  useWash(page, playlist?.coverPaths[0] ?? null, playlist?.name ?? '')

  const entries = rows?.id === id ? rows.entries : noEntries
  const complete = rows?.id === id && rows.complete
  const duplicates = useDuplicates(id, complete && playlist?.rules === null ? entries : noEntries)
  const { duplicatesOnly, filter, sort, descending } = shownView
  const shown = useMemo(() => {
    const some = duplicatesOnly ? entries.filter((entry) => duplicates.involved.has(entry.entryId)) : entries
    return sorted(filtered(some, filter), { sort, descending }, i18n.language)
  }, [entries, duplicates, duplicatesOnly, filter, sort, descending, i18n.language])

  if (!playlist) {
    if (!arrived) return null
    return (
      <div className={styles.gone}>
        <h1>{t('playlist.gone')}</h1>
        <p>{t('playlist.goneText')}</p>
      </div>
    )
  }
  const nothing = rows?.id === id && rows.total === 0
  return (
    <div ref={page} className={styles.page}>
      <PlaylistHead playlist={playlist} entries={entries} complete={complete} view={view} onView={setView} />
      {playlist.rules === null && <ImportStrip playlistId={id} />}
      {duplicates.repeats.length > 0 && (
        <DuplicatesBar
          playlist={playlist}
          entryIds={duplicates.repeats}
          only={view.duplicatesOnly}
          onOnly={(only) => setView({ ...view, duplicatesOnly: only })}
        />
      )}
      {nothing ? (
        <PlaylistEmpty playlist={playlist} />
      ) : (
        <EntryTable
          playlist={playlist}
          entries={shown}
          duplicates={duplicates.marked}
          movable={playlist.rules === null && complete && isPlain(shownView)}
          scroller={page}
        />
      )}
      {!nothing && complete && shown.length === 0 && <p className={styles.noMatch}>{t('playlist.noMatch')}</p>}
    </div>
  )
}
