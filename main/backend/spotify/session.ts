import type { Log } from '../log/index.ts'
import type { Outbound } from '../outbound/index.ts'
import type { Secrets } from '../secrets/index.ts'
import type { SpotifyAddresses } from './addresses.ts'
import { type CapabilityProbe, createCapabilityProbe } from './capabilities.ts'
import { createSpotifyClient, type SpotifyClient } from './client.ts'
import type { StoredClients } from './clients.ts'
import type { SpotifyClock } from './clock.ts'
import { believable, createGovernor, type Governor, type PaceLimits, type PaceMemory } from './pace/index.ts'
import { createRequests } from './request.ts'
import { createGrantKeeper, createTokenAddress, type GrantKeeper } from './signin/index.ts'

/** Everything that belongs to one client id: its pace, its tokens, and the client that uses both. */
export interface SpotifySession {
  readonly clientId: string
  readonly governor: Governor
  readonly grants: GrantKeeper
  readonly tokens: ReturnType<typeof createTokenAddress>
  readonly client: SpotifyClient
  readonly probe: CapabilityProbe
  close(): void
}

export function createSession(
  clientId: string,
  parts: {
    readonly stored: StoredClients
    readonly secrets: Secrets
    readonly outbound: Outbound
    readonly log: Log
    readonly addresses: SpotifyAddresses
    readonly clock: SpotifyClock
    readonly limits?: PaceLimits
    readonly random?: () => number
    readonly onEnd: () => void
    readonly onPace: () => void
  },
): SpotifySession {
  const { stored, secrets, outbound, log, addresses, clock, random = Math.random } = parts

  function savePace(memory: PaceMemory): void {
    try {
      if (memory.why === 'quota' && memory.closedUntilMs > clock.now()) stored.saveQuota(memory)
      else stored.savePace(clientId, memory)
    } catch (error) {
      log.warn('the pace of Spotify was not written', { error: error instanceof Error ? error : undefined })
    }
  }

  function storedPace(): PaceMemory | undefined {
    const written = stored.pace(clientId)
    if (written === undefined) return undefined
    const memory = believable(written, clock.now())
    // Or every start of the app would begin the longest pause anew.
    if (memory !== written) savePace(memory)
    return memory
  }

  const governor = createGovernor({
    clock,
    limits: parts.limits,
    memory: storedPace(),
    onMemory(memory) {
      savePace(memory)
      parts.onPace()
    },
  })
  const tokens = createTokenAddress({ addresses, outbound, governor, clock, random })
  const grants = createGrantKeeper({
    name: `spotify:${clientId}`,
    secrets,
    clock,
    log,
    renew: (refreshToken, signal) => tokens.renew(clientId, refreshToken, signal),
    onEnd: parts.onEnd,
  })
  const requests = createRequests({ addresses, outbound, governor, grants, clock, random })
  return {
    clientId,
    governor,
    grants,
    tokens,
    client: createSpotifyClient(requests),
    probe: createCapabilityProbe({
      requests,
      clock,
      known: () => stored.capabilities(clientId),
      save: (known) => stored.saveCapabilities(clientId, known),
    }),
    close: () => governor.close(),
  }
}
