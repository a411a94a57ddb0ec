import { changedShortcuts, commandIds, isBinding } from '../commands/index.ts'
import { z } from '../schema/index.ts'
import { crossfadeLimitMs, streamBufferLimits } from './defaults.ts'

/** `original`: the recording as it lies at its source before any other way to it; `save-data`: the smallest that sounds well. */
const streamQuality = z.enum(['auto', 'original', 'save-data'])
const streamBuffer = z.number().int().min(streamBufferLimits.least).max(streamBufferLimits.most)

/**
 * Everything a person can set, with its default (which `defaults.ts` repeats). Each field falls back to its default on its own, so that one damaged
 * value never costs the others.
 */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system').default('system'),
  /** BCP 47 tag of a language in the catalogue, or `system`. */
  language: z.string().min(2).max(35).catch('system').default('system'),
  /** Length of the crossfade in ms; 0 is off. Never applied inside an album or on a manual skip. */
  crossfadeMs: z.number().int().min(0).max(crossfadeLimitMs).catch(0).default(0),
  /** Which ReplayGain value evens out loudness. `album` falls back to the track's value. */
  loudness: z.enum(['off', 'track', 'album']).catch('album').default('album'),
  /** Added to every loudness gain, in dB. */
  preampDb: z.number().min(-15).max(15).catch(0).default(0),
  /** Whether loudness of the library's tracks is measured in the background. */
  measureLoudness: z.boolean().catch(true).default(true),
  /** Output device as the browser names it; null follows the system. */
  outputDevice: z.object({ id: z.string(), label: z.string() }).nullable().catch(null).default(null),
  /** Keys that a person changed, by command. */
  shortcuts: z.unknown().transform(changedShortcuts).default({}),
  /** What of several forms of a stream is preferred. */
  'streaming.quality': streamQuality.catch('auto').default('auto'),
  /** How much of streams is kept on the disk while the app runs, in MB (10⁶ bytes). */
  'streaming.bufferMegabytes': streamBuffer.catch(512).default(512),
})

export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** A change to some settings. Unlike stored values, a bad value here is refused, not replaced. */
export const settingsPatchSchema = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    language: z.string().min(2).max(35),
    crossfadeMs: z.number().int().min(0).max(crossfadeLimitMs),
    loudness: z.enum(['off', 'track', 'album']),
    preampDb: z.number().min(-15).max(15),
    measureLoudness: z.boolean(),
    outputDevice: z.object({ id: z.string(), label: z.string() }).nullable(),
    /** All changed shortcuts at once: what is not named is as it came. */
    shortcuts: z.partialRecord(z.enum(commandIds), z.array(z.string().refine(isBinding)).max(4).readonly()),
    'streaming.quality': streamQuality,
    'streaming.bufferMegabytes': streamBuffer,
  })
  .partial()
  .strict()

export type SettingsPatch = Readonly<z.infer<typeof settingsPatchSchema>>
