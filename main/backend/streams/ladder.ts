import type { Original } from './originals.ts'
import type { RungKind } from './rung.ts'

/** What a person asked for: the best that the line carries, the original whatever it takes, or as little as is good. */
export type Quality = 'auto' | 'original' | 'save'

/** One candidate for a track: a recording at a node. */
export interface Place {
  readonly nodeId: string
  readonly encoded: string
  /** Whether the node tells where originals lie, and whether it hands out decoded sound. */
  readonly hasOriginals: boolean
  readonly hasPcm: boolean
  /** What the node told: null as long as it was not asked. */
  readonly originals: readonly Original[] | null
  /** Addresses of those that were tried and are hopeless. */
  readonly failedUrls: ReadonlySet<string>
  /** Decoded sound was tried here and is hopeless. */
  readonly pcmFailed: boolean
}

export interface LadderView {
  /** Candidates in the order in which they are tried: the node that found the track first. */
  readonly places: readonly Place[]
  /** Nodes where further candidates were looked for. */
  readonly searched: ReadonlySet<string>
  /** Nodes that may be looked at, in the order of preference. */
  readonly nodeIds: readonly string[]
  readonly quality: Quality
  /** Bits per second that the line carries; Infinity when unknown. */
  readonly allowedBitRate: number
}

export type Step =
  /** Ask the node where the original lies. */
  | { readonly kind: 'ask'; readonly place: Place }
  | { readonly kind: 'play'; readonly place: Place; readonly rung: RungKind; readonly original: Original | null }
  /** Look for another candidate of the same recording on this node. */
  | { readonly kind: 'search'; readonly nodeId: string }
  | { readonly kind: 'give-up' }

/** Bits per second of decoded sound. */
export const pcmBitRate = 1_536_000
/** What an original without a known rate is taken to need. */
const guessedLossless = 1_000_000
const guessedLossy = 256_000

/**
 * The next step down the ladder: original lossless, original lossy by quality, decoded by the node; then another candidate on
 * the same node, then another node. What the line does not carry is passed over, and comes back when nothing else is left.
 */
export function nextStep(view: LadderView): Step {
  return climb(view, view.allowedBitRate) ?? climb(view, Infinity) ?? { kind: 'give-up' }
}

function climb(view: LadderView, allowedBitRate: number): Step | null {
  for (const nodeId of view.nodeIds) {
    for (const place of view.places.filter((each) => each.nodeId === nodeId)) {
      const step = stepAt(place, view.quality, allowedBitRate)
      if (step !== null) return step
    }
    if (!view.searched.has(nodeId)) return { kind: 'search', nodeId }
  }
  return null
}

function stepAt(place: Place, quality: Quality, allowedBitRate: number): Step | null {
  if (place.hasOriginals && place.originals === null) return { kind: 'ask', place }
  const usable = (place.originals ?? []).filter(
    (rung) => !place.failedUrls.has(rung.url) && needOf(rung) <= allowedBitRate,
  )
  const [best] = [...usable].sort(byPreference(quality))
  if (best !== undefined) return { kind: 'play', place, rung: best.kind, original: best }
  const isPcmOpen = place.hasPcm && !place.pcmFailed && pcmBitRate <= allowedBitRate
  return isPcmOpen ? { kind: 'play', place, rung: 'pcm', original: null } : null
}

/** Bits per second that an original takes, as far as anybody knows. */
export function needOf({ bitRate, isLossless }: Pick<Original, 'bitRate' | 'isLossless'>): number {
  return bitRate ?? (isLossless === true ? guessedLossless : guessedLossy)
}

function byPreference(quality: Quality): (one: Original, other: Original) => number {
  const rank = (rung: Original): number => {
    if (quality === 'save') return -needOf(rung)
    return (rung.isLossless === true ? 1e9 : 0) + needOf(rung)
  }
  // A plain file before the same in segments.
  const isPlain = ({ kind }: Original): number => (kind === 'direct' ? 1 : 0)
  return (one, other) => rank(other) - rank(one) || isPlain(other) - isPlain(one)
}
