import { useAtomValue } from 'jotai'
import { recentAtom } from '../../state/index.ts'
import { Dashboard } from './Dashboard.tsx'
import { Welcome } from './Welcome.tsx'

/**
 * The first page: the album that is already there, and, as soon as something of one's own was heard, what there is to go
 * back to. Never empty.
 */
export function Home() {
  const recent = useAtomValue(recentAtom)
  // A moment without history is not a first run.
  if (recent === null) return null
  const heardOwn = recent.some((play) => play.track.origin === 'file')
  return heardOwn ? <Dashboard recent={recent} /> : <Welcome />
}
