import type { Settings } from '../../../src/settings/index.ts'
import type { Original } from './originals.ts'
import type { RungKind } from './rung.ts'

/** What a person asked for: the best that the line carries, the original whatever it takes, or as little as is good. */
export type Quality = Settings['streaming.quality']

/** One candidate for a track: a recording at a node. */
export interface Place {
  readonly nodeId: string
  readonly encoded: string
  /** Where originals lie, as the node told; null as long as it was not asked. */
  readonly originals: readonly Original[] | null
  /** Addresses of those that were tried and are hopeless. */
  readonly failedUrls: ReadonlySet<string>
  /** Decoded sound is not to be had here, or was tried and is hopeless. */
  readonly pcmFailed: boolean
}

export interface LadderView {
  /** Candidates, of each node in the order in which they are tried. */
  readonly places: readonly Place[]
  /** Nodes in the order in which they are tried: the one that found the track first. */
  readonly nodeIds: readonly string[]
  /** Nodes where further candidates were looked for, or need not be. */
  readonly searched: ReadonlySet<string>
  readonly quality: Quality
  /** Bits per second that the line to originals carries, and the one to the nodes; Infinity when unknown. */
  readonly allowed: { readonly original: number; readonly pcm: number }
}

/** A way to a track's bytes. */
export interface Play {
  readonly kind: 'play'
  readonly place: Place
  readonly rung: RungKind
  /** Null for decoded sound. */
  readonly original: Original | null
}

export type Step =
  | Play
  /** Ask the node where the original lies. */
  | { readonly kind: 'ask'; readonly place: Place }
  /** Look for another candidate of the same recording on this node. */
  | { readonly kind: 'search'; readonly nodeId: string }
  | { readonly kind: 'give-up' }

/** Bits per second of decoded sound. */
export const pcmBitRate = 1_536_000
/** What an original without a known rate is taken to need. */
const guessedLossless = 1_000_000
const guessedLossy = 256_000
const unlimited = { original: Infinity, pcm: Infinity }

/**
 * The next step down the ladder: original lossless, original lossy by quality, decoded by the node; then another candidate on
 * the same node, then another node. What the line does not carry is passed over, and comes back when nothing else is left.
 */
export function nextStep(view: LadderView): Step {
  return climb(view, view.allowed) ?? climb(view, unlimited) ?? { kind: 'give-up' }
}

/** Bits per second that an original takes, as far as anybody knows. */
export function needOf({ bitRate, isLossless }: Pick<Original, 'bitRate' | 'isLossless'>): number {
  return bitRate ?? (isLossless === true ? guessedLossless : guessedLossy)
}

function climb(view: LadderView, allowed: LadderView['allowed']): Step | null {
  for (const nodeId of view.nodeIds) {
    for (const place of view.places.filter((each) => each.nodeId === nodeId)) {
      const step = stepAt(place, view.quality, allowed)
      if (step !== null) return step
    }
    if (!view.searched.has(nodeId)) return { kind: 'search', nodeId }
  }
  return null
}

function stepAt(place: Place, quality: Quality, allowed: LadderView['allowed']): Step | null {
  if (place.originals === null) return { kind: 'ask', place }
  const usable = place.originals.filter(({ url }) => !place.failedUrls.has(url))
  const [best] = usable.filter((each) => needOf(each) <= allowed.original).sort(byPreference(quality))
  if (best !== undefined) return { kind: 'play', place, rung: best.kind, original: best }
  if (place.pcmFailed || pcmBitRate > allowed.pcm) return null
  return { kind: 'play', place, rung: 'pcm', original: null }
}

function byPreference(quality: Quality): (one: Original, other: Original) => number {
  const rank = (original: Original): number => {
    if (quality === 'save-data') return -needOf(original)
    return (original.isLossless === true ? 1e9 : 0) + needOf(original)
  }
  // A plain file before the same in segments.
  const isPlain = ({ kind }: Original): number => (kind === 'direct' ? 1 : 0)
  return (one, other) => rank(other) - rank(one) || isPlain(other) - isPlain(one)
}
