import { z } from '../schema/index.ts'
import { adviceCodes } from './advice.ts'

/** What a node was found to be and to be able to do. */
export const nodeReportSchema = z.object({
  version: z.string(),
  mode: z.enum(['single', 'cluster']),
  /** Sources it searches, by its own names. */
  sources: z.array(z.string()).readonly(),
  /** Whether it tells where the original sound lies (`trackstream`); its cluster mode cannot. */
  direct: z.enum(['yes', 'disabled', 'cluster']),
  /** Whether it hands out decoded sound (`loadstream`). */
  pcm: z.enum(['yes', 'disabled']),
  /** Answer time of its simplest route, in ms. */
  latencyMs: z.number().nonnegative(),
  advice: z.array(z.enum(adviceCodes)).readonly(),
})

export type NodeReport = Readonly<z.infer<typeof nodeReportSchema>>
