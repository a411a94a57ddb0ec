import { Menu } from '@base-ui/react/menu'
import { useSetAtom } from 'jotai'
import { ArrowDownUp, CopyPlus, FileDown, Pencil, Sparkles, Trash2 } from 'lucide-react'
import type { PlaylistFormat, PlaylistSummary } from '../../../src/library/index.ts'
import { renamingPlaylistAtom, smartDraftAtom, useServices } from '../../state/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import type { PlaylistSort } from '../commands/index.ts'
import { Submenu } from './Submenu.tsx'

const formats: readonly PlaylistFormat[] = ['m3u8', 'xspf', 'jspf']
const sorts: readonly PlaylistSort[] = ['title', 'artist', 'album', 'added', 'duration']

/** Items of a menu, whichever kind it is, about one playlist as a whole. */
export function PlaylistItems({ playlist }: { playlist: PlaylistSummary }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const setRenaming = useSetAtom(renamingPlaylistAtom)
  const editRules = useSetAtom(smartDraftAtom)
  const itemClass = overlayStyles['item']
  const { id, rules } = playlist
  const rename = () => {
    commands.runWith('open-page', { page: { kind: 'playlist', id } })
    // The menu gives the keyboard back where it was before the field may take it.
    requestAnimationFrame(() => setRenaming(id))
  }
  return (
    <>
      {rules !== null && (
        <Menu.Item className={itemClass} onClick={() => editRules({ id })}>
          <Sparkles aria-hidden />
          {t('smart.edit')}
        </Menu.Item>
      )}
      <Menu.Item className={itemClass} onClick={rename}>
        <Pencil aria-hidden />
        {t('playlist.rename')}
      </Menu.Item>
      <Menu.Item className={itemClass} onClick={() => commands.runWith('duplicate-playlist', { id })}>
        <CopyPlus aria-hidden />
        {t('playlist.duplicate')}
      </Menu.Item>
      {rules === null && (
        <Submenu icon={<ArrowDownUp aria-hidden />} label={t('playlist.sortOnceBy')}>
          {sorts.map((by) => (
            <Menu.Item
              key={by}
              className={itemClass}
              onClick={() => commands.runWith('sort-playlist', { id, by, descending: false })}
            >
              {t(`playlist.sort.${by}`)}
            </Menu.Item>
          ))}
        </Submenu>
      )}
      <Submenu icon={<FileDown aria-hidden />} label={t('playlist.export')}>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            className={itemClass}
            onClick={() => commands.runWith('export-playlist', { id, format })}
          >
            {t(`playlist.format.${format}`)}
          </Menu.Item>
        ))}
      </Submenu>
      <Menu.Separator className={overlayStyles['separator']} />
      <Menu.Item className={itemClass} onClick={() => commands.runWith('delete-playlist', { id })}>
        <Trash2 aria-hidden />
        {t('playlist.delete')}
      </Menu.Item>
    </>
  )
}
