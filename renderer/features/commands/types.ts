import type { CommandId } from '../../../src/commands/index.ts'
import type { CallInput, Failure, QueueContext } from '../../../src/contract/index.ts'
import type { LibraryFolder, PlaylistFormat, SmartRules } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { SettingsPatch } from '../../../src/settings/index.ts'
import type { Surroundings } from '../../player/controller/types.ts'
import type { TrackRows } from '../../state/lists/trackRows.ts'
import type { ImportDraft } from '../../state/imports.ts'
import type { ImportShow, Page } from '../../state/pages.ts'
import type { RowRanges } from '../../ui/list/ranges.ts'

/** What is opened: paths on the computer that runs the backend, or files that the page was handed. */
export type Openable =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'uploads'; readonly title: string | null; readonly files: readonly UploadFile[] }

/** A file in the page's hands, with its place below the folder it came from. */
export interface UploadFile {
  readonly file: File
  /** For example `Album/01 Song.flac`; just the name for a single file. */
  readonly relativePath: string
}

/**
 * Where a person waits for the answer to what they asked for: hears why nothing was opened, or null once something was.
 * Answers whether it has told them; what it has not told becomes a notice.
 */
export type OpenReport = (problem: Failure | null) => boolean

/** Commands that need something to work on. */
export interface ArgumentCommands {
  'seek-to': { readonly positionMs: number }
  'set-volume': { readonly volume: number }
  'open-page': { readonly page: Page }
  'play-tracks': {
    readonly tracks: readonly Track[]
    readonly startIndex: number
    readonly context: QueueContext
    readonly shuffle?: boolean
    /** The rest of a list too long to wait for. */
    readonly surroundings?: Promise<Surroundings | null>
  }
  /** Plays a list of any length from a row: that track at once, the rest of the list joins the queue when it is here. */
  'play-list': {
    readonly rows: TrackRows
    readonly index: number
    readonly context: QueueContext
    readonly shuffle?: boolean
  }
  /**
   * Takes tracks of a list for something else to be done with them, also those that are not here yet. `give` hears them,
   * unless the person ends it before.
   */
  'take-rows': {
    readonly rows: TrackRows
    readonly ranges: RowRanges
    readonly give: (tracks: readonly Track[]) => void
  }
  /** `queue-tracks` for rows of a list, also those that are not here yet. */
  'queue-list': { readonly rows: TrackRows; readonly ranges: RowRanges; readonly place: 'next' | 'later' }
  /** Plays an album of the library from its beginning; `title` names it until it is here. */
  'play-album': { readonly id: string; readonly title: string }
  /** Adds folders to the library. `report` hears what came of it, where a person waits for the answer. */
  'add-music-folders': { readonly paths: readonly string[]; readonly report?: OpenReport }
  /** Takes a folder out of the library, and offers to put it back. */
  'remove-music-folder': { readonly folder: LibraryFolder }
  /** The page of an artist of the library, by name. */
  'open-artist': { readonly name: string }
  /** Puts tracks after the current one (`next`) or behind everything queued (`later`), and says so. */
  'queue-tracks': {
    readonly tracks: readonly Track[]
    readonly place: 'next' | 'later'
    /** What else there is to say of it. */
    readonly text?: string | undefined
  }
  'jump-to': { readonly entryId: string }
  'move-entries': {
    readonly entryIds: readonly string[]
    readonly part: 'queued' | 'rest'
    readonly beforeEntryId: string | null
  }
  'remove-entries': { readonly entryIds: readonly string[]; readonly title: string }
  'clear-upcoming': null
  'change-settings': SettingsPatch
  /** Tells why something failed that has no place of its own to say so. */
  'show-failure': { readonly failure: Failure }
  /** Opens and plays, or opens and adds to the queue. */
  open: { readonly what: Openable; readonly intent: 'play' | 'add'; readonly report?: OpenReport }
  'cancel-open': null

  /** Searches for what was typed; an empty text ends the search. */
  'search-for': { readonly text: string }
  /** Reads what was searched for before. */
  'read-searches': null
  /** A result was used: what is in the box is worth remembering. */
  'remember-search': null
  'forget-search': { readonly text: string | null }

  'like-tracks': { readonly tracks: readonly Track[]; readonly liked: boolean }

  /** Makes a playlist of these tracks and opens it; without a name, its name ready to be written. */
  'create-playlist': { readonly tracks: readonly Track[]; readonly name?: string }
  /** Puts the address of a track's page on the clipboard, and says so. */
  'copy-link': { readonly track: Track }
  'create-smart-playlist': { readonly name: string; readonly rules: SmartRules }
  'rename-playlist': { readonly id: string; readonly name: string }
  'change-rules': { readonly id: string; readonly name: string; readonly rules: SmartRules }
  'duplicate-playlist': { readonly id: string }
  'delete-playlist': { readonly id: string }
  'play-playlist': { readonly id: string; readonly shuffle: boolean }
  'queue-playlist': { readonly id: string; readonly place: 'next' | 'later' }
  'export-playlist': { readonly id: string; readonly format: PlaylistFormat }
  /** Reads playlist files, each a playlist of its own. */
  'import-playlists': { readonly files: readonly File[] }

  /** Opens the wizard that brings songs over from elsewhere. */
  'begin-import': ImportDraft
  /** Begins imports, one after the other, until one cannot be begun. `report` hears what came of it, where a person waits for the answer. */
  'start-imports': { readonly what: readonly CallInput<'imports.start'>[]; readonly report: OpenReport }
  'open-import': { readonly id: string; readonly show: ImportShow }
  'stop-import': { readonly id: string }
  /** Goes on with one that stands still; looks anew in one that is done. */
  'retry-import': { readonly id: string }
  /** Takes an import away, and its playlist with it where that is wanted. Both can be brought back. */
  'remove-import': { readonly id: string; readonly withPlaylist: boolean }
  /** Lets a recording be heard on its own, from its beginning; the one that is heard already falls silent. */
  'preview-track': { readonly track: Track }
  'end-preview': null

  /** Adds to the end of a playlist. What is in it already is left out and offered. */
  'add-to-playlist': { readonly id: string; readonly tracks: readonly Track[] }
  'remove-from-playlist': { readonly id: string; readonly entryIds: readonly string[]; readonly title: string }
  'move-in-playlist': {
    readonly id: string
    readonly entryIds: readonly string[]
    readonly beforeEntryId: string | null
  }
  /** Brings a playlist into an order once and for all. */
  'sort-playlist': { readonly id: string; readonly by: PlaylistSort; readonly descending: boolean }
}

/** An order that a playlist can be brought into. */
export type PlaylistSort = CallInput<'playlists.sort'>['by']

/** A playlist file that was read. */
export interface PlaylistFile {
  readonly fileName: string
  readonly text: string
  /** Folder it lies in, where the host knows it: relative paths in it begin there. */
  readonly folder: string | null
}

/** The one way to make the app do something: buttons, shortcuts, menus, media keys and other processes all come here. */
export interface Commands {
  /** Does nothing where `canRun` says no. */
  run(id: CommandId): void
  runWith<Id extends keyof ArgumentCommands>(id: Id, argument: ArgumentCommands[Id]): void
  /** False where the command has nothing to work on right now. */
  canRun(id: CommandId): boolean
}
