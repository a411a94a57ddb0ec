import { silentLog } from '../../log/index.ts'
import { createOutbound } from '../../outbound/index.ts'
import { createKeyFileSealer, createSecrets } from '../../secrets/index.ts'
import { createSpotifyRoom, type SpotifyRoom } from '../../spotify/index.ts'
import { openStore } from '../../store/index.ts'
import { openImports, type TestImports } from './index.ts'

/** Imports and the account at Spotify over one data folder. */
export interface TestApp {
  readonly imports: TestImports
  readonly spotify: SpotifyRoom
  close(): Promise<void>
}

/** Opens a folder as the app does, beside a stand-in for Spotify at an address. */
export function openApp(folder: string, address: string, openPage: (page: string) => void): TestApp {
  const store = openStore({ folder, log: silentLog })
  const outbound = createOutbound({ trustsHost: (host) => host === '127.0.0.1' })
  const spotify = createSpotifyRoom({
    store,
    secrets: createSecrets({ store, sealer: createKeyFileSealer(folder), log: silentLog }),
    outbound,
    log: silentLog,
    openPage: async (page) => openPage(page),
    words: async () => ({ done: 'done', refused: 'refused', wrong: 'wrong' }),
    onChange: () => undefined,
    addresses: { accounts: address, api: address },
  })
  const imports = openImports({ folder, spotify: () => spotify.client() })
  return {
    imports,
    spotify,
    async close() {
      await imports.close()
      spotify.close()
      outbound.close()
      store.close()
    },
  }
}
