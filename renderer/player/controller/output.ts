import type { Unsubscribe } from '../../../src/contract/index.ts'
import type { Engine } from '../engine/types.ts'
import type { SettingsSource } from './parts.ts'

/** Keeps the output device as the settings say, now and after each change. `onLost`: the chosen one cannot be had. */
export function followOutput(
  engine: Pick<Engine, 'setOutputDevice'>,
  settings: SettingsSource,
  onLost: () => void,
): Unsubscribe {
  let chosen: string | null = null

  async function choose(id: string | null): Promise<void> {
    chosen = id
    const isThere = await engine.setOutputDevice(id)
    if (!isThere && chosen === id) onLost()
  }

  function apply(): void {
    const id = settings.get().outputDevice?.id ?? null
    if (id !== chosen) void choose(id)
  }

  apply()
  return settings.subscribe(apply)
}
