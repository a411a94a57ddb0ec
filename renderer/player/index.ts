export { createPlayer, pageParts } from './controller/index.ts'
export type {
  Clock,
  ConnectionSource,
  OwnedPlayer,
  Player,
  PlayerNotice,
  PlayerParts,
  PlayerStatus,
  PlayerView,
  QueueEntry,
  QueueView,
  RepeatMode,
  SettingsSource,
} from './controller/index.ts'
export { connectPageMediaSession } from './media-session/index.ts'
export type { HeardPosition, OutputDevice } from './engine/types.ts'
