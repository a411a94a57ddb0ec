import { z } from 'zod'

/** A file right beside the manifest: nothing in it may point elsewhere. */
const plainName = z.string().regex(/^[^/\\]+$/u)

/** `album.json` of the demo folder, as the script that composes the album writes it. */
export const manifestSchema = z.object({
  title: z.string(),
  artist: z.string(),
  year: z.number().int().nullable().default(null),
  cover: plainName.nullable().default(null),
  tracks: z.array(
    z.object({
      file: plainName,
      title: z.string(),
      artists: z.array(z.string()),
      durationMs: z.number().nonnegative(),
    }),
  ),
})

export type Manifest = z.infer<typeof manifestSchema>
