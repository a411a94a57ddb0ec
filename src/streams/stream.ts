import { failureSchema } from '../schema/failure.ts'
import { z } from '../schema/index.ts'

/** Ways to a streamed track's bytes: the original file, the original in segments, decoded by the node. */
export const streamRoutes = ['direct', 'hls', 'pcm'] as const

export const streamRouteSchema = z.enum(streamRoutes)

export type StreamRoute = z.infer<typeof streamRouteSchema>

const bytes = z.number().int().nonnegative()

/** How a track that a node plays comes here. */
export const streamInfoSchema = z.object({
  trackId: z.string(),
  /** `looking` for a way, `open` with one, `failed` with none left. */
  state: z.enum(['looking', 'open', 'failed']),
  /** Null while one is looked for. */
  route: streamRouteSchema.nullable(),
  /** The source's own name: `youtube`, `soundcloud` … */
  sourceName: z.string(),
  /** The node that it comes from or through; null while one is looked for. */
  nodeName: z.string().nullable(),
  /** What stands in the way of that node now; null when nothing does. */
  nodeFailure: failureSchema.nullable(),
  /** Container or codec: `flac`, `opus`, `mp3`, `pcm` …; null where nobody told. */
  format: z.string().nullable(),
  isLossless: z.boolean().nullable(),
  /** Bits per second. */
  bitRate: z.number().positive().nullable(),
  sampleRateHz: z.number().positive().nullable(),
  /** How much of it is kept here. */
  heldBytes: bytes,
  /** Null until it is known. */
  totalBytes: bytes.nullable(),
  /** Bits per second that came last while something waited for them. */
  throughput: z.number().nonnegative().nullable(),
  /** Better ways that were passed over, in the order in which they were tried, each with the reason. */
  passed: z.array(z.object({ route: streamRouteSchema, nodeName: z.string(), failure: failureSchema })).readonly(),
})

export type StreamInfo = Readonly<z.infer<typeof streamInfoSchema>>
