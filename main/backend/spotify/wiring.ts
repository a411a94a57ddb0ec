import { type Emit, failure, FailureError } from '../../../src/contract/index.ts'
import { createTranslator, pickLanguage, speak } from '../../../src/i18n/index.ts'
import type { Cache } from '../cache/index.ts'
import { isAllowedLink } from '../links.ts'
import type { Log } from '../log/index.ts'
import { createOutbound } from '../outbound/index.ts'
import type { SearchSource } from '../search/index.ts'
import type { Secrets } from '../secrets/index.ts'
import type { Store } from '../store/index.ts'
import type { SpotifyAddresses } from './addresses.ts'
import { createSpotifyHandlers, type SpotifyHandlers } from './handlers.ts'
import { createSpotifyRoom, type SpotifyRoom } from './room.ts'
import type { CallbackWords } from './signin/index.ts'
import { createSpotifySource } from './source.ts'

/** The person's account at Spotify, as the app has it. */
export interface Spotify {
  readonly room: SpotifyRoom
  readonly handlers: SpotifyHandlers
  /** What Spotify knows, for the one search. */
  readonly source: SearchSource
  close(): void
}

/** Puts it together. Asks Spotify nothing before somebody needs it. */
export function createSpotify(parts: {
  readonly store: Store
  readonly secrets: Secrets
  readonly cache: Cache
  readonly emit: Emit
  readonly log: Log
  /** The language that is set: a tag, or `system`. */
  readonly language: () => string
  /** Opens a checked link in the system's browser. */
  readonly openLink: (url: string) => Promise<void> | void
  /** Spotify's own, where left out. */
  readonly addresses?: SpotifyAddresses
}): Spotify {
  const { store, secrets, cache, emit, log, language, openLink, addresses } = parts
  // Spotify lies on the internet, whatever its name is said to lead to. A stand-in for it lies where a test says.
  const trusted = new Set(Object.values(addresses ?? {}).flatMap((address) => URL.parse(address)?.hostname ?? []))
  const outbound = createOutbound({ trustsHost: (host) => trusted.has(host) })
  const room = createSpotifyRoom({
    store,
    secrets,
    outbound,
    log,
    async openPage(page) {
      if (addresses === undefined && !isAllowedLink(page)) throw new FailureError(failure('bad-input'))
      await openLink(page)
    },
    words: () => callbackWords(language()),
    onChange: () => emit('spotify.changed', room.state),
    ...(addresses !== undefined && { addresses }),
  })
  return {
    room,
    handlers: createSpotifyHandlers({ room, cache }),
    source: createSpotifySource({ room, cache }),
    close() {
      room.close()
      outbound.close()
    },
  }
}

/** What the page says that the person comes back to. */
async function callbackWords(language: string): Promise<CallbackWords> {
  const { t, instance } = createTranslator()
  await speak(instance, pickLanguage(language, [Intl.DateTimeFormat().resolvedOptions().locale]))
  return { done: t('spotifySignIn.done'), refused: t('spotifySignIn.refused'), wrong: t('spotifySignIn.wrong') }
}
