import { z } from '../schema/index.ts'
import { trackSchema } from '../music/index.ts'

/** Where a list of tracks came from, shown above it in the queue ("Then from …"). */
export const queueContextSchema = z.object({
  kind: z.enum(['album', 'files', 'tracks', 'artist', 'playlist', 'liked', 'library', 'folder', 'search']),
  /** Id of the album, artist or playlist, path of the folder; null where the list has none. */
  id: z.string().nullable(),
  title: z.string(),
})

export type QueueContext = Readonly<z.infer<typeof queueContextSchema>>

/** `queued` by the person (play next / later), or part of the list they started (`context`). */
export const queueEntryRecordSchema = z.object({
  entryId: z.string().min(1),
  trackId: z.string().min(1),
  origin: z.enum(['queued', 'context']),
  /** Place in the unshuffled list; keeps shuffle reversible. */
  order: z.number(),
  /** Stands in the past without having been played (the list was entered later on); a new shuffle brings it back. */
  passedOver: z.literal(true).optional(),
})

export type QueueEntryRecord = Readonly<z.infer<typeof queueEntryRecordSchema>>

/** The queue as stored: ids only, tracks are looked up on load. */
export const queueRecordSchema = z.object({
  /** Already played, oldest first. */
  past: z.array(queueEntryRecordSchema).readonly(),
  current: queueEntryRecordSchema.nullable(),
  /** What plays next, in the order in which it will play. */
  upcoming: z.array(queueEntryRecordSchema).readonly(),
  context: queueContextSchema.nullable(),
  shuffle: z.boolean(),
  repeat: z.enum(['off', 'all', 'one']),
})

export type QueueRecord = Readonly<z.infer<typeof queueRecordSchema>>

/** Where playback stands: small, written often. */
export const playbackPlaceSchema = z.object({
  entryId: z.string().nullable(),
  /** Heard position in ms. */
  positionMs: z.number().nonnegative(),
  /** Volume slider, 0 to 1 (perceptual, not gain). */
  volume: z.number().min(0).max(1),
  muted: z.boolean(),
})

export type PlaybackPlace = Readonly<z.infer<typeof playbackPlaceSchema>>

/**
 * What a start of the app gets back: the stored queue and place, and of the tracks that they name the first few, those that
 * still exist. `rest` names the others, which `session.tracks` brings.
 */
export const storedSessionSchema = z.object({
  queue: queueRecordSchema.nullable(),
  place: playbackPlaceSchema.nullable(),
  tracks: z.array(trackSchema).readonly(),
  rest: z.array(z.string()).readonly(),
})

export type StoredSession = Readonly<z.infer<typeof storedSessionSchema>>

/** How a play ended. `interrupted` is what remains when the app was killed. */
export const playEndSchema = z.enum(['finished', 'skipped', 'replaced', 'failed', 'stopped', 'interrupted'])

export type PlayEnd = z.infer<typeof playEndSchema>

/** One play of one track, written while it goes on. */
export const playRecordSchema = z.object({
  /** Chosen by the player; a later write with the same id replaces the earlier one. */
  playId: z.string().min(1),
  trackId: z.string().min(1),
  /** Unix time in ms. */
  startedAt: z.number().int().nonnegative(),
  /** Milliseconds of the recording actually heard: pauses, stalls and skipped parts do not count. */
  heardMs: z.number().nonnegative(),
  end: playEndSchema,
})

export type PlayRecord = Readonly<z.infer<typeof playRecordSchema>>

/** A play with its track, newest first in lists. */
export const recentPlaySchema = playRecordSchema.extend({ track: trackSchema })

export type RecentPlay = Readonly<z.infer<typeof recentPlaySchema>>
