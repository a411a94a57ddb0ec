import { z } from '../schema/index.ts'

/** What the container and the codec say about the audio. Texts are empty where nothing is known before it is played. */
export const audioFormatSchema = z.object({
  /** Container in the words of its field, for example `FLAC`, `MPEG`, `M4A/mp4`, `Ogg`. */
  container: z.string(),
  /** Codec as a person would name it, for example `FLAC`, `MP3`, `AAC`, `Opus`, `Vorbis`, `PCM`. */
  codec: z.string(),
  sampleRateHz: z.number().positive().nullable(),
  channels: z.number().int().positive().nullable(),
  bitsPerSample: z.number().int().positive().nullable(),
  /** Bits per second, mean over the file. */
  bitRateBps: z.number().positive().nullable(),
  lossless: z.boolean(),
})

export type AudioFormat = Readonly<z.infer<typeof audioFormatSchema>>

/** A part of a file, in ms; `endMs` null: to its end. */
export const segmentSchema = z.object({ startMs: z.number().nonnegative(), endMs: z.number().positive().nullable() })

/** Loudness as found in tags (ReplayGain 2.0 or R128, both as gain towards −18 LUFS) or measured. Peaks are linear, 1 = full scale. */
export const loudnessSchema = z.object({
  trackGainDb: z.number().nullable(),
  trackPeak: z.number().nonnegative().nullable(),
  albumGainDb: z.number().nullable(),
  albumPeak: z.number().nonnegative().nullable(),
  /** Present where not all of it comes from tags. */
  measured: z.literal(true).optional(),
})

export type Loudness = Readonly<z.infer<typeof loudnessSchema>>

/** One recording that can be played. `audioPath` and `coverPath` are relative to the page and answered by the media handler. */
export const trackSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  artists: z.array(z.string()).readonly(),
  albumTitle: z.string().nullable(),
  albumArtist: z.string().nullable(),
  /** Equal for tracks of one album; null when the file names no album. */
  albumId: z.string().nullable(),
  trackNumber: z.number().int().nullable(),
  discNumber: z.number().int().nullable(),
  year: z.number().int().nullable(),
  genre: z.string().nullable(),
  /** Length in ms as the container says; null when it says nothing. The engine learns the exact length while it decodes. */
  durationMs: z.number().nonnegative().nullable(),
  audioPath: z.string(),
  coverPath: z.string().nullable(),
  format: audioFormatSchema,
  loudness: loudnessSchema.nullable(),
  /** `node`: found by a NodeLink server, which is asked for its sound. */
  origin: z.enum(['demo', 'file', 'node']),
  /** The service that a node found it at, by the node's name for it. */
  source: z.string().optional(),
  /** All genres, the first one being `genre`. */
  genres: z.array(z.string()).readonly().default([]),
  /** International Standard Recording Code, upper case without hyphens. */
  isrc: z.string().nullable().default(null),
  /** The part of the file that this track is (one track of a cue sheet), in ms; null for the whole file. */
  segment: segmentSchema.nullable().default(null),
  /** Its file is not there at the moment. Found out anew at every reading of the store, never stored. */
  missing: z.boolean().default(false),
  /**
   * Where it lies, for a person to read: a path on this computer, or the address of its page for what a node found; null
   * for the demo album, and where a node names none that leads anywhere from here.
   */
  location: z.string().nullable(),
})

export type Track = Readonly<z.infer<typeof trackSchema>>

/** An album as shown: its tracks are in playing order. */
export const albumSchema = z.object({
  id: z.string(),
  title: z.string(),
  artist: z.string(),
  year: z.number().int().nullable(),
  coverPath: z.string().nullable(),
  tracks: z.array(trackSchema).readonly(),
})

export type Album = Readonly<z.infer<typeof albumSchema>>
