import { z } from 'zod'
import { FailureError } from '../../../src/contract/index.ts'
import type { SpotifyClock } from './clock.ts'
import { failureOfRefusal, type SpotifyAnswer } from './failures.ts'
import type { Asking, Requests } from './request.ts'

/** Routes that were withdrawn in November 2024, and that client ids with extended access still have. Nothing depends on them. */
export const capabilities = ['recommendations', 'audio-features', 'audio-analysis'] as const

export type Capability = (typeof capabilities)[number]

/** What a client id can do, as it was found out. */
export const capabilitiesSchema = z.partialRecord(
  z.enum(capabilities),
  z.object({ isThere: z.boolean(), atMs: z.number() }),
)

export type KnownCapabilities = Readonly<z.infer<typeof capabilitiesSchema>>

/** An answer is asked for again after this time, in ms: a week. */
const ageMs = 7 * 24 * 60 * 60_000

export interface CapabilityProbe {
  /** Whether a route is there; null while that cannot be told. Asks once a week, with a track that Spotify has. Never rejects. */
  has(capability: Capability, trackId: string, asking: Asking): Promise<boolean | null>
}

export function createCapabilityProbe(parts: {
  readonly requests: Requests
  readonly clock: SpotifyClock
  readonly known: () => KnownCapabilities
  readonly save: (known: KnownCapabilities) => void
}): CapabilityProbe {
  const { requests, clock, known, save } = parts
  return {
    async has(capability, trackId, asking) {
      const before = known()[capability]
      const ago = before === undefined ? Infinity : clock.now() - before.atMs
      if (before !== undefined && ago >= 0 && ago < ageMs) return before.isThere
      try {
        const answer = await requests.get(pathOf(capability, trackId), asking)
        const isThere = answer.status === 200 ? true : saysAbsent(answer) ? false : null
        if (isThere !== null) save({ ...known(), [capability]: { isThere, atMs: clock.now() } })
        return isThere
      } catch (error) {
        if (error instanceof FailureError) return null
        throw error
      }
    },
  }
}

/** Only these two answers say that a route is not there, and not where they are about the account; all others may be over in a moment. */
function saysAbsent(answer: SpotifyAnswer): boolean {
  const { code } = failureOfRefusal(answer, 'other')
  return code === 'spotify-not-found' || (answer.status === 403 && code === 'spotify-refused')
}

function pathOf(capability: Capability, trackId: string): string {
  const id = encodeURIComponent(trackId)
  return capability === 'recommendations' ? `/v1/recommendations?limit=1&seed_tracks=${id}` : `/v1/${capability}/${id}`
}
