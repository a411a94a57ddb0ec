import type { AdviceCode, NodeReport } from '../../../src/nodelink/index.ts'
import type { Asking, NodeClient } from './client.ts'

/**
 * Finds out what a node is and can do, in five requests that cost it nothing. Rejects with what is wrong, the nearest to the
 * person first: not reachable, not let in, not a NodeLink.
 */
export async function detectNode(client: NodeClient, asking: Asking, now: () => number): Promise<NodeReport> {
  const startedMs = now()
  // Tells in one go whether it is there and lets us in.
  await client.version(asking)
  const latencyMs = now() - startedMs
  const { version, sources } = await client.info(asking)
  const isCluster = await client.isCluster(asking)
  const hasDirect = await client.hasRoute('trackstream', asking)
  const hasPcm = await client.hasRoute('loadstream', asking)
  const direct = hasDirect ? (isCluster ? 'cluster' : 'yes') : 'disabled'
  const facts = {
    version,
    mode: isCluster ? 'cluster' : 'single',
    sources,
    direct,
    pcm: hasPcm ? 'yes' : 'disabled',
  } as const
  return { ...facts, latencyMs, advice: adviceFor(facts) }
}

/** What to change in the node's configuration, the most useful first. */
export function adviceFor(facts: Pick<NodeReport, 'mode' | 'sources' | 'direct' | 'pcm'>): readonly AdviceCode[] {
  const advice: AdviceCode[] = []
  if (facts.pcm === 'disabled') advice.push('enable-pcm')
  if (facts.direct === 'disabled') advice.push('enable-direct')
  if (facts.mode === 'cluster') advice.push('leave-cluster')
  if (facts.sources.every((source) => source === 'local' || source === 'http')) advice.push('enable-sources')
  return advice
}
