import { Bell } from '../bell.ts'
import { type Block, blockBytes, Held } from './held.ts'
import { SlotFile } from './slots.ts'

/** Blocks behind a reader that stay for a small step back; of a small bound, no more than a quarter. */
const blocksBehind = 8
/** Tracks that play, come next or were asked for ahead; everything else may go. */
const unprotected = Infinity

export interface SessionBufferOptions {
  /** Emptied at the start and at the end. */
  readonly folder: string
  /** Bytes at most, memory and disk together. */
  readonly limitBytes: number
  /** Bytes of it that are kept in memory. */
  readonly memoryBytes: number
}

/**
 * What was streamed in this run of the app, kept so that a repeat or a step back costs the node nothing. Memory first, then a
 * file; never more than its bound. The track used longest ago goes first; what plays and what comes next stay. A track that
 * alone is larger than the bound is a window that moves along with its reader.
 */
export class SessionBuffer {
  private readonly holds = new Set<Held>()
  private readonly slots: SlotFile
  private readonly memoryBlocks: number
  private limitBytes: number
  private blocksInUse = 0
  private blocksInMemory = 0
  private uses = 0
  private ranks: ReadonlyMap<string, number> = new Map()
  private spilling: Promise<void> | null = null
  /** The disk has refused: memory is all there is from now on. */
  private isDiskless = false
  private readonly bell = new Bell()

  constructor(options: SessionBufferOptions) {
    this.slots = new SlotFile(options.folder)
    this.limitBytes = options.limitBytes
    this.memoryBlocks = Math.max(4, Math.floor(options.memoryBytes / blockBytes))
  }

  get usedBytes(): number {
    return this.blocksInUse * blockBytes
  }

  /** Room for one encoding of a track. */
  open(trackId: string): Held {
    const held = new Held(trackId, this, this.slots)
    this.holds.add(held)
    this.used(held)
    return held
  }

  /** Tracks that stay, the most important first. */
  protect(trackIds: readonly string[]): void {
    this.ranks = new Map(trackIds.map((trackId, rank) => [trackId, rank + 1]))
    this.wake()
  }

  isProtected(trackId: string): boolean {
    return this.ranks.has(trackId)
  }

  setLimit(limitBytes: number): void {
    this.limitBytes = limitBytes
    this.shrink()
    this.wake()
  }

  used(held: Held): void {
    this.uses += 1
    held.lastUse = this.uses
    this.wake()
  }

  /**
   * Gets room for one block, which is then taken. False when there is none to be had: nobody needs this track now, or `signal`
   * ended the wait. What is needed waits until its reader has moved on.
   */
  async room(held: Held, index: number, signal: AbortSignal): Promise<boolean> {
    while (this.blocksInUse >= this.limitBlocks) {
      const victim = this.victim(held, index)
      if (victim !== null) this.evict(victim.held, victim.block)
      else if (this.rankOf(held) === unprotected) return false
      else await this.bell.heard(signal)
      if (signal.aborted) return false
    }
    this.blocksInUse += 1
    return true
  }

  /** Room that was got and is not used after all. */
  giveBack(): void {
    this.blocksInUse -= 1
    this.wake()
  }

  inMemory(change: number): void {
    this.blocksInMemory += change
  }

  forget(held: Held): void {
    for (const block of held.blocks.values()) this.evict(held, block)
    this.holds.delete(held)
  }

  /** The disk does not give a block back: it has to come anew, and nothing is put there any more. */
  lost(held: Held, block: Block): void {
    this.isDiskless = true
    this.evict(held, block)
  }

  /** Moves whole blocks to the disk until memory holds no more than it should. */
  spill(): Promise<void> {
    if (this.blocksInMemory <= this.memoryBlocks || this.isDiskless) return Promise.resolve()
    this.spilling ??= this.spillAll().finally(() => {
      this.spilling = null
    })
    return this.spilling
  }

  async close(): Promise<void> {
    for (const held of this.holds) held.drop()
    await this.spilling
    await this.slots.close()
  }

  private get limitBlocks(): number {
    const blocks = Math.max(4, Math.floor(this.limitBytes / blockBytes))
    return this.isDiskless ? Math.min(blocks, this.memoryBlocks) : blocks
  }

  /** The lower, the more it is needed. */
  private rankOf(held: Held): number {
    return held.waiting > 0 ? 0 : (this.ranks.get(held.trackId) ?? unprotected)
  }

  /** What has to go for a block of `held`; null when everything else is needed as much. */
  private victim(held: Held, index: number): { readonly held: Held; readonly block: Block } | null {
    const rank = this.rankOf(held)
    const isLess = (other: Held): boolean => {
      const otherRank = this.rankOf(other)
      return otherRank === rank ? rank === unprotected && other.lastUse < held.lastUse : otherRank > rank
    }
    const others = [...this.holds].filter((other) => other !== held && isLess(other))
    others.sort((one, other) => this.rankOf(other) - this.rankOf(one) || one.lastUse - other.lastUse)
    for (const other of others) {
      const block = pick(other.blocks, () => true, 'last')
      if (block !== null) return { held: other, block }
    }
    // What nobody needs now keeps its beginning, and lets go of what would come after.
    if (rank === unprotected) return null
    const first = Math.floor(held.position / blockBytes)
    const behind = Math.min(blocksBehind, Math.floor(this.limitBlocks / 4))
    const own =
      pick(held.blocks, (block) => block.index < first - behind, 'first') ??
      pick(held.blocks, (block) => block.index > index && block.index > first, 'last')
    return own === null ? null : { held, block: own }
  }

  private evict(held: Held, block: Block): void {
    held.blocks.delete(block.index)
    if (block.bytes !== null) this.blocksInMemory -= 1
    if (block.slot !== null) this.slots.release(block.slot)
    block.isGone = true
    block.bytes = null
    block.slot = null
    this.giveBack()
  }

  /** The bound has become smaller: lets go until it is kept, of what is needed least. */
  private shrink(): void {
    while (this.blocksInUse > this.limitBlocks) {
      const [least] = [...this.holds]
        .filter(({ blocks }) => pick(blocks, () => true, 'last') !== null)
        .sort((one, other) => this.rankOf(other) - this.rankOf(one) || one.lastUse - other.lastUse)
      const block = least === undefined ? null : pick(least.blocks, () => true, 'last')
      if (least === undefined || block === null) return
      this.evict(least, block)
    }
  }

  private async spillAll(): Promise<void> {
    while (this.blocksInMemory > this.memoryBlocks) {
      const moving = this.nextToMove()
      if (moving?.bytes === null || moving === null) return
      moving.isMoving = true
      try {
        const slot = await this.slots.write(moving.bytes)
        if (moving.isGone) {
          this.slots.release(slot)
        } else {
          moving.bytes = null
          moving.slot = slot
          this.blocksInMemory -= 1
        }
      } catch {
        // Full or broken: what is in memory is what there is. Music goes on.
        this.isDiskless = true
      } finally {
        moving.isMoving = false
      }
      if (this.isDiskless) {
        this.shrink()
        return
      }
    }
  }

  /** A whole block of the encoding that was used longest ago, the farthest from its reader. */
  private nextToMove(): Block | null {
    const isWhole = (block: Block): boolean => block.bytes !== null && block.from === 0 && block.to === blockBytes
    for (const { blocks } of [...this.holds].sort((one, other) => one.lastUse - other.lastUse)) {
      const block = pick(blocks, isWhole, 'last')
      if (block !== null) return block
    }
    return null
  }

  private wake(): void {
    this.bell.ring()
  }
}

/** The block with the lowest or highest index among those that may go: not one that is just being moved. */
function pick(
  blocks: ReadonlyMap<number, Block>,
  may: (block: Block) => boolean,
  which: 'first' | 'last',
): Block | null {
  let found: Block | null = null
  for (const block of blocks.values()) {
    if (block.isMoving || !may(block)) continue
    if (found === null || (which === 'first' ? block.index < found.index : block.index > found.index)) found = block
  }
  return found
}
