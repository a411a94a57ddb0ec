import type { TFunction } from 'i18next'
import type { createStore } from 'jotai'
import type { Bridge } from '../../../src/contract/index.ts'
import type { Player } from '../../player/controller/types.ts'
import type { Notices } from '../notices/types.ts'
import type { Opener } from '../open/types.ts'
import type { PlaylistFiles } from '../open/playlistFiles.ts'
import type { PreviewPlayer } from '../preview/index.ts'

/** What commands work with. */
export interface CommandEnvironment {
  readonly bridge: Bridge
  readonly player: Player
  readonly store: ReturnType<typeof createStore>
  readonly notices: Notices
  readonly opener: Opener
  readonly playlistFiles: PlaylistFiles
  readonly preview: PreviewPlayer
  readonly t: TFunction
}

/** One function per command. */
export type CommandHandlers<Names extends string, Arguments> = {
  readonly [Name in Names]: Name extends keyof Arguments ? (argument: Arguments[Name]) => void : () => void
}
