import type { LibraryTab } from '../../state/index.ts'
import { AlbumsTab } from './AlbumsTab.tsx'
import { ArtistsTab } from './ArtistsTab.tsx'
import { FoldersTab } from './FoldersTab.tsx'
import styles from './library.module.css'
import { PlaylistsTab } from './PlaylistsTab.tsx'
import { LikedTab, TracksTab } from './TracksTab.tsx'

/** The library, by one of its tabs. */
export function LibraryPage({ tab }: { tab: LibraryTab }) {
  return (
    <div className={styles.page}>
      <Tab tab={tab} />
    </div>
  )
}

function Tab({ tab }: { tab: LibraryTab }) {
  switch (tab) {
    case 'playlists':
      return <PlaylistsTab />
    case 'liked':
      return <LikedTab />
    case 'albums':
      return <AlbumsTab />
    case 'artists':
      return <ArtistsTab />
    case 'tracks':
      return <TracksTab />
    case 'folders':
      return <FoldersTab />
    default:
      return tab satisfies never
  }
}
