import {
  ArrowLeft,
  ArrowRight,
  AudioLines,
  ChevronRight,
  CirclePlay,
  FastForward,
  FileAudio,
  FileUp,
  FolderOpen,
  FolderPlus,
  FolderSync,
  Heart,
  House,
  Import,
  Keyboard,
  Library,
  ListChecks,
  ListFilter,
  ListMusic,
  ListPlus,
  Maximize2,
  Play,
  Repeat,
  Rewind,
  Route,
  Settings2,
  Shuffle,
  SkipBack,
  SkipForward,
  Undo2,
  Volume1,
  Volume2,
  VolumeX,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { CommandId } from '../../../src/commands/index.ts'

const icons: Partial<Record<CommandId, LucideIcon>> = {
  'play-pause': Play,
  next: SkipForward,
  previous: SkipBack,
  'seek-forward': FastForward,
  'seek-backward': Rewind,
  'volume-up': Volume2,
  'volume-down': Volume1,
  mute: VolumeX,
  shuffle: Shuffle,
  repeat: Repeat,
  queue: ListMusic,
  'now-playing': Maximize2,
  home: House,
  library: Library,
  like: Heart,
  'new-playlist': ListPlus,
  'new-smart-playlist': ListFilter,
  'import-playlist': FileUp,
  'bring-over': Import,
  imports: ListChecks,
  'add-music-folder': FolderPlus,
  'scan-library': FolderSync,
  settings: Settings2,
  shortcuts: Keyboard,
  back: ArrowLeft,
  forward: ArrowRight,
  undo: Undo2,
  'open-files': FileAudio,
  'open-folder': FolderOpen,
  'open-path': Route,
  'add-files': ListPlus,
  'add-folder': ListPlus,
}

/** The icon of a command; one that says only "do it" where it has none of its own. */
export function iconOf(command: CommandId): LucideIcon {
  return icons[command] ?? CirclePlay
}

export const pageIcon = ChevronRight
export const playlistIcon = ListMusic
export const listIcon = AudioLines
