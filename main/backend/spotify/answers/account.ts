import { z } from 'zod'
import { nameLimit, text } from './text.ts'

/** Whose account it is. */
export interface SpotifyUser {
  readonly id: string
  readonly name: string
}

/** `/v1/me`, of which development mode leaves little. */
export const userSchema = z
  .object({ id: text(200).refine((id) => id !== ''), display_name: text(nameLimit).nullish().catch(null) })
  .transform(({ id, display_name }): SpotifyUser => ({ id, name: display_name ?? id }))

/** What the token address answers. A new refresh token comes sometimes; where it does not, the old one stays good. */
export const tokensSchema = z.object({
  access_token: z.string().min(1).max(8000),
  refresh_token: z.string().min(1).max(8000).nullish(),
  /** Seconds. */
  expires_in: z.number().positive().catch(3600),
  scope: text(1000).nullish().catch(null),
})

export type SpotifyTokens = z.infer<typeof tokensSchema>

/** How the token address says no. */
export const tokenErrorSchema = z.object({ error: text(200).catch(''), error_description: text(1000).catch('') })

/** How everything else says no. */
export const refusalSchema = z.object({
  error: z.object({ message: text(1000).catch(''), reason: text(200).nullish().catch(null) }),
})
