import type { NodeHealth } from '../../../src/nodelink/index.ts'
import type { Asking, NodeClient } from './client.ts'

/** Asks a node how it is. `now`: ms since the epoch. */
export async function readHealth(client: NodeClient, asking: Asking, now: () => number): Promise<NodeHealth> {
  const { playingPlayers, uptime, memory, cpu } = await client.stats(asking)
  return {
    playing: Math.max(0, Math.round(playingPlayers)),
    uptimeMs: Math.max(0, uptime),
    memoryBytes: Math.max(0, memory.used),
    systemLoad: Math.min(1, Math.max(0, cpu.systemLoad)),
    atMs: now(),
  }
}
