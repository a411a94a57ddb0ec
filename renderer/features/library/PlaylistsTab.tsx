import { ListMusic } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './library.module.css'
import { LibraryHead } from './LibraryHead.tsx'
import { Words } from './ListState.tsx'

/** The playlists. */
export function PlaylistsTab() {
  const { t } = useTranslation()
  return (
    <>
      <LibraryHead tab="playlists" count="" />
      <div className={styles.body}>
        <Words icon={<ListMusic aria-hidden />} title={t('library.noPlaylists')} text={t('library.noPlaylistsText')} />
      </div>
    </>
  )
}
