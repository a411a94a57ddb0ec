import type { Log } from '../log/index.ts'
import { createGovernor, type Governor, type PaceAnswer } from './governor.ts'
import type { PaceMemory } from './pace.ts'
import type { Profiles } from './profiles.ts'

/** What time is, for everything that is about nodes. */
export interface NodeClock {
  /** Ms since the epoch. */
  readonly now: () => number
  /** Calls back after so many ms, and answers what cancels that. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}

/** The time of this computer; waiting keeps no process alive. */
export const systemClock: NodeClock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** The pace of one address, whoever asks it. */
export interface Paced {
  readonly governor: Governor
  /** Tells how to measure whether it holds back; null while that cannot be told. */
  measureWith(probe: (() => Promise<PaceAnswer>) | null): void
}

/**
 * One governor per address (`addressKey`): a node counts what comes from this computer, and does not care whether it came from a
 * test of what is being typed, from an entry that was removed meanwhile, or from the player.
 */
export interface Paces {
  of(key: string): Paced
  /** Writes down what is known of an address that has just been stored. */
  keep(key: string): void
  close(): void
}

/** Nobody is locked out for longer: what claims so was written when the clock was wrong, in ms. */
const longestClosedMs = 60 * 60_000

export function createPaces(parts: {
  readonly profiles: Profiles
  readonly clock: NodeClock
  readonly log: Log
}): Paces {
  const { profiles, clock, log } = parts
  const paced = new Map<string, Paced>()
  const memories = new Map<string, PaceMemory>()

  function save(key: string, memory: PaceMemory): void {
    try {
      profiles.savePace(key, memory)
    } catch (error) {
      log.warn('the pace of a node was not written', { error: error instanceof Error ? error : undefined })
    }
  }

  function remembered(key: string): PaceMemory | undefined {
    const memory = profiles.pace(key)
    if (memory === undefined) return undefined
    return { ...memory, closedUntilMs: Math.min(memory.closedUntilMs, clock.now() + longestClosedMs) }
  }

  function make(key: string): Paced {
    let measure: (() => Promise<PaceAnswer>) | null = null
    const governor = createGovernor({
      memory: remembered(key),
      now: clock.now,
      after: clock.after,
      onMemory(memory) {
        memories.set(key, memory)
        save(key, memory)
      },
      mayProbe: () => measure !== null,
      probe: async () => {
        if (measure === null) throw new Error('Nothing to measure with')
        return measure()
      },
    })
    return {
      governor,
      measureWith(probe) {
        if (probe === null) governor.doubt()
        measure = probe
      },
    }
  }

  return {
    of(key) {
      const known = paced.get(key)
      if (known !== undefined) return known
      const made = make(key)
      paced.set(key, made)
      return made
    },
    keep(key) {
      const memory = memories.get(key)
      if (memory !== undefined) save(key, memory)
    },
    close() {
      for (const { governor } of paced.values()) governor.close()
    },
  }
}
