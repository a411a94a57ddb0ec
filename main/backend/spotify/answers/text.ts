import { z } from 'zod'

/** Somebody else's text, cut where it could only be meant to harm. `limit` in UTF-16 units. */
export const text = (limit: number) => z.string().transform((value) => value.slice(0, limit))

/** Names and titles, at most, in UTF-16 units. */
export const nameLimit = 1000
/** Addresses, at most, in UTF-16 units. */
export const addressLimit = 4000

/** An id as Spotify hands them out: 22 letters and digits, of which the case counts. */
export const idSchema = z.string().regex(/^[A-Za-z\d]{22}$/u)

/** The address of the largest picture, which comes first; null where there is none. */
export const picturesSchema = z
  .array(z.object({ url: text(addressLimit) }))
  .transform((pictures) => pictures[0]?.url ?? null)
  .nullish()
  .catch(null)
  .transform((url) => url ?? null)

/** A moment as it is written (ISO 8601), as ms since the epoch; null where it is none. */
export function momentOf(written: string | null | undefined): number | null {
  const atMs = Date.parse(written ?? '')
  return Number.isNaN(atMs) ? null : atMs
}
