import { useAtomValue } from 'jotai'
import { hasLibraryAtom, recentAtom } from '../../state/index.ts'
import { Dashboard } from './Dashboard.tsx'
import { Welcome } from './Welcome.tsx'

/**
 * The first page: the album that is already there, and, as soon as there is a library or something of one's own was heard,
 * what there is to go back to. Never empty.
 */
export function Home() {
  const recent = useAtomValue(recentAtom)
  const hasLibrary = useAtomValue(hasLibraryAtom)
  // A moment without history or library is not a first run.
  if (recent === null || hasLibrary === null) return null
  const heardOwn = recent.some((play) => play.track.origin !== 'demo')
  return heardOwn || hasLibrary ? <Dashboard recent={recent} /> : <Welcome />
}
