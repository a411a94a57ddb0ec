import { z } from '../schema/index.ts'

/** What would make a node serve this app better, each with the line of its configuration that does it. */
export const adviceCodes = ['enable-pcm', 'enable-direct', 'leave-cluster', 'enable-sources', 'exempt-address'] as const

export type AdviceCode = (typeof adviceCodes)[number]

/** Lines of NodeLink's `config.js`, as a person would type them. */
export const adviceLines: Readonly<Record<AdviceCode, string>> = {
  'enable-pcm': 'enableLoadStreamEndpoint: true',
  'enable-direct': 'enableTrackStreamEndpoint: true',
  'leave-cluster': 'cluster: { enabled: false }',
  'enable-sources': 'sources: { … : { enabled: true } }',
  'exempt-address': "dosProtection: { ignore: { ips: ['…'] } }",
}

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
