import type { Settings } from './settings.ts'

/** Longest crossfade on offer, in ms. */
export const crossfadeLimitMs = 12_000

/** Bounds of what streams may keep on the disk while the app runs, in MB (10⁶ bytes). */
export const streamBufferLimits = { least: 64, most: 4096 } as const

/** Settings before anybody changed anything. Apart from their schema, so that the page can have them without it. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  crossfadeMs: 0,
  loudness: 'album',
  preampDb: 0,
  measureLoudness: true,
  outputDevice: null,
  shortcuts: {},
  'streaming.quality': 'auto',
  'streaming.bufferMegabytes': 512,
}
