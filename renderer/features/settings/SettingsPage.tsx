import { Folder, HardDrive, Headphones, Info, Keyboard, Music2, Palette, Server } from 'lucide-react'
import { useServices } from '../../state/index.ts'
import type { SettingsSection } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { MusicFolders } from './MusicFolders.tsx'
import { NodeLink } from './nodelink/index.ts'
import { Playback } from './Playback.tsx'
import styles from './settings.module.css'
import { Shortcuts } from './Shortcuts.tsx'
import { Spotify } from './spotify/index.ts'
import { Storage } from './Storage.tsx'

const sections = [
  { section: 'folders', words: 'settings.folders', Icon: Folder },
  { section: 'nodelink', words: 'nodelink.label', Icon: Server },
  { section: 'spotify', words: 'spotify.label', Icon: Music2 },
  { section: 'playback', words: 'settings.playback', Icon: Headphones },
  { section: 'appearance', words: 'settings.appearance', Icon: Palette },
  { section: 'shortcuts', words: 'settings.shortcuts', Icon: Keyboard },
  { section: 'storage', words: 'settings.storage', Icon: HardDrive },
  { section: 'about', words: 'settings.about', Icon: Info },
] as const

/** Settings. Every change takes effect at once. */
export function SettingsPage({ section }: { section: SettingsSection }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={t('settings.sections')}>
        <h1>{t('settings.label')}</h1>
        {sections.map(({ section: one, words, Icon }) => (
          <button
            key={one}
            type="button"
            className={styles.navItem}
            aria-current={one === section ? 'page' : undefined}
            onClick={() => commands.runWith('open-page', { page: { kind: 'settings', section: one } })}
          >
            <Icon aria-hidden />
            {t(words)}
          </button>
        ))}
      </nav>
      <Section section={section} />
    </div>
  )
}

function Section({ section }: { section: SettingsSection }) {
  switch (section) {
    case 'folders':
      return <MusicFolders />
    case 'nodelink':
      return <NodeLink />
    case 'spotify':
      return <Spotify />
    case 'storage':
      return <Storage />
    case 'playback':
      return <Playback />
    case 'appearance':
      return <Appearance />
    case 'shortcuts':
      return <Shortcuts />
    case 'about':
      return <About />
    default:
      return section satisfies never
  }
}
