import { z } from 'zod'
import { type Settings, type SettingsPatch, settingsSchema } from '../../../src/settings/index.ts'
import type { Store } from '../store/index.ts'

/** The settings of the person, stored one row per key. */
export interface SettingsStore {
  get(): Settings
  /** Writes what the patch names and answers everything. Calls `onChange` when something is different now. */
  update(patch: SettingsPatch): Settings
}

const rowSchema = z.object({ key: z.string(), value: z.string() })

/**
 * Settings over the store. A row that cannot be read falls back to its default alone; rows with keys this version does
 * not know belong to a newer one and are never touched.
 */
export function createSettings(store: Store, onChange: (settings: Settings) => void): SettingsStore {
  const get = (): Settings => {
    const stored = store.all('SELECT key, value FROM settings', rowSchema)
    return settingsSchema.parse(Object.fromEntries(stored.map(({ key, value }) => [key, parseJson(value)])))
  }
  return {
    get,
    update(patch) {
      const before = get()
      const changes = Object.entries(patch).filter(([, value]) => value !== undefined)
      store.transaction(
        () => {
          for (const [key, value] of changes) {
            store.run(
              'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
              key,
              JSON.stringify(value),
            )
          }
        },
        // Somebody chose this by hand: it must survive even a power cut.
        { durable: true },
      )
      const after = get()
      if (JSON.stringify(after) !== JSON.stringify(before)) onChange(after)
      return after
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
