export type { Clock, ConnectionSource, OwnedPlayer, PlayerParts, SettingsSource } from './parts.ts'
export { createPlayer } from './player.ts'
export type {
  Player,
  PlayerNotice,
  PlayerStatus,
  PlayerView,
  QueueEntry,
  QueueView,
  RepeatMode,
  Surroundings,
} from './types.ts'
export { pageParts } from './page.ts'
