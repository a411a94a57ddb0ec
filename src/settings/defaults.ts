import type { Settings } from './settings.ts'

/** Longest crossfade on offer, in ms. */
export const crossfadeLimitMs = 12_000

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
}
