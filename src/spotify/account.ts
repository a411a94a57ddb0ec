import { failureSchema } from '../schema/failure.ts'
import { z } from '../schema/index.ts'

/** How Melofy stands with Spotify. Each of these is a normal state. */
export const spotifyStateSchema = z.discriminatedUnion('kind', [
  /** No client id was entered. */
  z.object({ kind: z.literal('not-set-up') }),
  /** `error`: why a sign-in came to an end; null where nobody signed in or where it was ended here. */
  z.object({ kind: z.literal('signed-out'), clientId: z.string(), error: failureSchema.nullable() }),
  /** Spotify's page waits for the person; `page` is its address, null before it is known. */
  z.object({ kind: z.literal('signing-in'), clientId: z.string(), page: z.string().nullable() }),
  z.object({
    kind: z.literal('signed-in'),
    clientId: z.string(),
    /** Null where Spotify has not told yet. */
    userName: z.string().nullable(),
    /** Spotify lets nobody in until then (Unix time in ms): it counted too much, or the developer account's quota is used up. */
    closure: z.object({ why: z.enum(['window', 'quota']), untilMs: z.number() }).nullable(),
  }),
])

export type SpotifyState = Readonly<z.infer<typeof spotifyStateSchema>>

/** What a test found where nothing stands in the way. */
export const spotifyTestSchema = z.discriminatedUnion('kind', [
  /** Spotify knows the client id and where to send people back to; whether it lets this person in shows when they sign in. */
  z.object({ kind: z.literal('ready-to-sign-in') }),
  z.object({ kind: z.literal('signed-in'), userName: z.string() }),
])

export type SpotifyTest = Readonly<z.infer<typeof spotifyTestSchema>>

export const spotifyPlaylistSchema = z.object({
  id: z.string(),
  name: z.string(),
  ownerName: z.string().nullable(),
  /** Null where Spotify does not say. */
  trackCount: z.number().int().nonnegative().nullable(),
  /** Whose it is. Apps may read what the person owns or edits together with others; anything else is `refused`. */
  access: z.enum(['owned', 'collaborative', 'refused']),
})

export type SpotifyPlaylist = Readonly<z.infer<typeof spotifyPlaylistSchema>>
