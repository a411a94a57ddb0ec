import { trackSchema } from '../music/index.ts'
import { failureSchema } from '../schema/failure.ts'
import { z } from '../schema/index.ts'
import { spotifyPlaylistSchema, spotifyStateSchema, spotifyTestSchema, spotifyTrackSchema } from '../spotify/index.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()
const count = z.number().int().nonnegative()

/** The person's account at Spotify. Neither tokens nor codes come out of the backend. */
export const spotifyCalls = {
  /** Asks Spotify nothing. */
  'spotify.state': { input: nothing, output: spotifyStateSchema },
  /** Uses this client id from now on, or none. Fails with `spotify-client-id-unreadable`. */
  'spotify.setUp': { input: z.object({ clientId: z.string().max(500).nullable() }), output: spotifyStateSchema },
  /**
   * Begins a sign-in and waits for the person: minutes. The desktop app opens Spotify's page in the system's browser; in the browser host the
   * page opens it itself, at the address that `spotify.changed` tells. Cancelled like any call, or by `spotify.cancelSignIn`.
   */
  'spotify.signIn': { input: nothing, output: spotifyStateSchema },
  /** Ends a sign-in that waits, whoever began it. */
  'spotify.cancelSignIn': { input: nothing, output: spotifyStateSchema },
  /** Forgets the tokens. */
  'spotify.signOut': { input: nothing, output: spotifyStateSchema },
  /**
   * Asks Spotify whether it lets Melofy in. Fails with the rule that stands in the way: `spotify-client-unknown`, `spotify-redirect-wrong`,
   * `spotify-user-not-listed`, `spotify-premium-needed`, `spotify-blocked` (with `untilMs`) and their like.
   */
  'spotify.test': { input: nothing, output: spotifyTestSchema },
  /**
   * Playlists that the person owns or follows, a page of them (fifty) from place `from` on, in Spotify's order. Remembered for a day; with
   * `anew` Spotify is asked all the same.
   */
  'spotify.playlists': {
    input: z.object({ from: count, anew: z.boolean() }),
    output: z.object({
      playlists: z.array(spotifyPlaylistSchema).readonly(),
      /** Entries of this page that Spotify lists and cannot tell of. */
      unreadable: count,
      /** Of all pages. */
      total: count,
      /** Place at which the next page begins; null after the last one. */
      next: count.nullable(),
    }),
  },
  /** Finds a recording that Spotify told of, in the library first and then at the person's servers. Long: cancellable. */
  'spotify.find': {
    input: z.object({ track: spotifyTrackSchema }),
    output: z.object({
      /** The recording; null where none was found that surely is it. */
      track: trackSchema.nullable(),
      /** What comes nearest to it, where it was not found. */
      nearest: trackSchema.nullable(),
      /** Whether there are servers that could be asked. */
      hasServers: z.boolean(),
      /** Why no server could be asked although one might have it. */
      notAsked: failureSchema.nullable(),
    }),
  },
} as const satisfies Record<string, CallDefinition>

export const spotifyEvents = {
  /** How Melofy stands with Spotify is different now. */
  'spotify.changed': spotifyStateSchema,
} as const satisfies Record<string, z.ZodType>
