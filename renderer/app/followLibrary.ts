import type { TFunction } from 'i18next'
import type { ScanStatus } from '../../src/library/index.ts'
import type { Host } from '../bridge/index.ts'
import type { Notices } from '../features/notices/index.ts'
import { libraryFoldersAtom, librarySummaryAtom, scanStatusAtom, store } from '../state/index.ts'

/** Keeps the store in step with the library: its folders, its numbers, and what the scanner does. */
export function followLibrary(host: Host, notices: Notices, t: TFunction): void {
  const { bridge } = host
  const load = async () => {
    const [folders, summary, scan] = await Promise.all([
      bridge.call('library.folders', null),
      bridge.call('library.summary', null),
      bridge.call('library.scanStatus', null),
    ])
    store.set(libraryFoldersAtom, folders.ok ? folders.value : [])
    if (summary.ok) store.set(librarySummaryAtom, summary.value)
    if (scan.ok) store.set(scanStatusAtom, scan.value)
  }
  void load()
  let wasLost = false
  host.onConnection((state) => {
    if (state === 'open' && wasLost) void load()
    wasLost = state === 'lost'
  })
  bridge.on('library.changed', (summary) => store.set(librarySummaryAtom, summary))
  bridge.on('library.foldersChanged', (folders) => store.set(libraryFoldersAtom, folders))
  bridge.on('library.scan', (status) => {
    const before = store.get(scanStatusAtom)
    store.set(scanStatusAtom, status)
    tellEnd(before, status, notices, t)
  })
}

/** Says what came of a scan, once, and only when there is something to say. */
function tellEnd(before: ScanStatus, now: ScanStatus, notices: Notices, t: TFunction): void {
  if (before.kind !== 'scanning') return
  if (now.kind === 'stopped') notices.fail(now.error)
  if (now.kind !== 'idle' || now.last === null || now.last.cancelled) return
  const { added, failed } = now.last
  if (added === 0) return
  notices.tell({
    tone: 'good',
    title: t('library.scanDone', { count: added }),
    ...(failed > 0 && { text: t('library.scanDoneFailed', { count: failed }) }),
  })
}
