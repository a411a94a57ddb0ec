import { useAtomValue } from 'jotai'
import { recentAtom } from '../../state/index.ts'
import { Dashboard } from './Dashboard.tsx'
import { Welcome } from './Welcome.tsx'

/** The first page: on the first run the album that is already there, later what was heard. Never empty. */
export function Home() {
  const recent = useAtomValue(recentAtom)
  // A moment without history is not a first run.
  if (recent === null) return null
  return recent.length === 0 ? <Welcome /> : <Dashboard recent={recent} />
}
