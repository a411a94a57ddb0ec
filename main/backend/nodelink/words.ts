import { z } from 'zod'

/** Lyrics and chapters as a node answers them. Everything in it is somebody else's text. */

const text = (limit: number) => z.string().transform((value) => value.slice(0, limit))
const ms = z.number().nonnegative()
/** Lines and chapters at most: no song and no film has more. */
const listLimit = 10_000

/** One line of lyrics; times in ms from the beginning of the track. */
export interface NodeLyricsLine {
  readonly text: string
  readonly timeMs: number
  /** Null where nobody tells. */
  readonly durationMs: number | null
}

/** What a node knows of a track's words. */
export type NodeLyrics =
  | {
      readonly kind: 'lyrics'
      readonly name: string
      /** Whom the node has them from, by its own name. */
      readonly provider: string
      /** Whether the times of the lines mean anything. */
      readonly isSynced: boolean
      readonly lines: readonly NodeLyricsLine[]
    }
  | { readonly kind: 'empty' }
  /** The node tried and could not: its own words. */
  | { readonly kind: 'error'; readonly message: string }
  /** This node has no such route: in cluster mode it has none. */
  | { readonly kind: 'not-served' }

/** A chapter; times in ms from the beginning of the track. */
export interface NodeChapter {
  readonly title: string
  readonly startMs: number
  /** Null where nobody tells. */
  readonly endMs: number | null
}

const lineSchema = z
  .object({ text: text(2000), time: ms.catch(0), duration: ms.nullish().catch(null) })
  .transform(({ text: words, time, duration }) => ({ text: words, timeMs: time, durationMs: duration ?? null }))

/** Entries of a list; one that cannot be read costs that one. */
const listOf = <Entry>(schema: z.ZodType<Entry>) =>
  z
    .array(z.unknown())
    .transform((items): readonly Entry[] =>
      items.slice(0, listLimit).flatMap((item) => schema.safeParse(item).data ?? []),
    )

const lyricsSchema = z.object({
  name: text(1000).catch(''),
  provider: text(200).catch(''),
  synced: z.boolean().catch(false),
  lines: listOf(lineSchema),
})
const exceptionSchema = z.object({ message: text(2000).catch('') })

/** `/v4/loadlyrics`. An error comes with status 200, in `data`. */
export const lyricsAnswerSchema = z
  .object({ loadType: z.string(), data: z.unknown().optional() })
  .transform(({ loadType, data }, context): NodeLyrics => {
    if (loadType === 'empty') return { kind: 'empty' }
    if (loadType === 'error') return { kind: 'error', message: exceptionSchema.safeParse(data).data?.message ?? '' }
    const lyrics = loadType === 'lyrics' ? lyricsSchema.safeParse(data).data : undefined
    if (lyrics === undefined) {
      context.addIssue({ code: 'custom', message: 'No lyrics' })
      return z.NEVER
    }
    const { name, provider, synced, lines } = lyrics
    return lines.length === 0 ? { kind: 'empty' } : { kind: 'lyrics', name, provider, isSynced: synced, lines }
  })

/** `/v4/loadchapters`. */
export const chaptersAnswerSchema = listOf(
  z
    .object({ title: text(1000), startTime: ms, endTime: ms.nullish().catch(null) })
    .transform(({ title, startTime, endTime }) => ({ title, startMs: startTime, endMs: endTime ?? null })),
)
