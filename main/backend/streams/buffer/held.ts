import { Bell } from '../bell.ts'
import type { SessionBuffer } from './buffer.ts'
import type { SlotFile } from './slots.ts'

/** Bytes of a block, the unit in which room is given and taken. */
export const blockBytes = 256 * 1024

/** A stretch of one encoding. What is held of it is one piece, from `from` up to (not including) `to`, both inside the block. */
export interface Block {
  readonly index: number
  from: number
  to: number
  /** Null once the block lies on disk. */
  bytes: Uint8Array<ArrayBuffer> | null
  /** Place on disk; null while it is in memory. */
  slot: number | null
  /** On its way to the disk. */
  isMoving: boolean
  /** Let go. */
  isGone: boolean
}

/** What is held of one encoding of a track. Made by `SessionBuffer.open`. */
export class Held {
  readonly trackId: string
  readonly blocks = new Map<number, Block>()
  /** Where its reader stands, in bytes: what lies well behind may go, what lies ahead is needed. */
  position = 0
  /** Readers that wait for bytes that are not here. */
  waiting = 0
  /** Grows with each use of any encoding: tells which was used last. */
  lastUse = 0
  private isDropped = false
  private readonly buffer: SessionBuffer
  private readonly slots: SlotFile
  private readonly bell = new Bell()

  constructor(trackId: string, buffer: SessionBuffer, slots: SlotFile) {
    this.trackId = trackId
    this.buffer = buffer
    this.slots = slots
  }

  get heldBytes(): number {
    return [...this.blocks.values()].reduce((sum, { from, to }) => sum + to - from, 0)
  }

  /** End of the unbroken stretch that begins at `start`; `start` itself where nothing is held. */
  heldTo(start: number): number {
    let at = start
    for (;;) {
      const block = this.blocks.get(Math.floor(at / blockBytes))
      const within = at % blockBytes
      if (block === undefined || within < block.from || within >= block.to) return at
      at += block.to - within
      if (block.to < blockBytes) return at
    }
  }

  /** The reader stands here now. */
  use(position: number): void {
    this.position = position
    this.buffer.used(this)
  }

  /**
   * Takes bytes in, waiting for room where there is none. Bytes that are held already stay as they are; those that nobody will
   * have room for are let go. Ends early when `signal` does.
   */
  async write(offset: number, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const index = Math.floor((offset + at) / blockBytes)
      const within = (offset + at) % blockBytes
      const part = bytes.subarray(at, at + blockBytes - within)
      at += part.length
      const block = this.blocks.get(index) ?? (await this.newBlock(index, within, signal))
      if (signal.aborted || this.isDropped) return
      if (block !== null) fill(block, within, part)
      this.notify()
    }
    await this.buffer.spill()
  }

  /** Bytes from `start` up to `end` or the first gap; null when they have been let go meanwhile. */
  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const result = new Uint8Array(Math.max(0, end - start))
    for (let at = start; at < end;) {
      const block = this.blocks.get(Math.floor(at / blockBytes))
      const within = at % blockBytes
      if (block === undefined || within < block.from || within >= block.to) return null
      const until = Math.min(block.to, within + end - at)
      if (block.bytes !== null) result.set(block.bytes.subarray(within, until), at - start)
      else if (!(await this.readSlot(block, within, result.subarray(at - start, at - start + until - within))))
        return null
      at += until - within
    }
    return result
  }

  /** Resolves when something has come or changed, or when `signal` ends the wait. */
  change(signal: AbortSignal): Promise<void> {
    return this.bell.heard(signal)
  }

  /** Wakes whoever waits for a change. */
  notify(): void {
    this.bell.ring()
  }

  /** Lets everything go. */
  drop(): void {
    this.isDropped = true
    this.buffer.forget(this)
    this.notify()
  }

  private async newBlock(index: number, within: number, signal: AbortSignal): Promise<Block | null> {
    if (this.isDropped || !(await this.buffer.room(this, index, signal))) return null
    const made = this.blocks.get(index)
    // Another connection brought the same block while this one waited for room.
    if (made !== undefined || this.isDropped) {
      this.buffer.giveBack()
      return made ?? null
    }
    const bytes = new Uint8Array(blockBytes)
    const block: Block = { index, from: within, to: within, bytes, slot: null, isMoving: false, isGone: false }
    this.blocks.set(index, block)
    this.buffer.inMemory(1)
    return block
  }

  /** False when the block has left its place while it was read. */
  private async readSlot(block: Block, within: number, target: Uint8Array): Promise<boolean> {
    const { slot } = block
    if (slot === null) return false
    const isRead = await this.slots.read(slot, within, target)
    if (block.slot !== slot) return false
    // Whoever reads would otherwise find it held, and try again without end.
    if (!isRead) this.buffer.lost(this, block)
    return isRead
  }
}

/** Adds what touches the piece that is held. What ends before it begins takes its place: the rest is about to come as well. */
function fill(block: Block, within: number, part: Uint8Array): void {
  const { bytes } = block
  const end = within + part.length
  if (bytes === null || within > block.to) return
  if (end < block.from) {
    block.from = within
    block.to = within
  }
  if (end > block.to) {
    bytes.set(part.subarray(block.to - within), block.to)
    block.to = end
  }
  if (within < block.from) {
    bytes.set(part.subarray(0, block.from - within), within)
    block.from = within
  }
}
