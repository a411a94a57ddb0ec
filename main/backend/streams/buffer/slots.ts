import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { blockBytes } from './held.ts'

/**
 * One file of equal slots, each for one block. Slots that become free are used again, so the file is never larger than the
 * most blocks that lay in it at a time. It belongs to this run of the app: emptied when it is first used and at the end.
 */
export class SlotFile {
  private readonly folder: string
  private opening: Promise<FileHandle> | null = null
  /** Removes what an earlier run left. */
  private readonly clearing: Promise<void>
  private readonly free: number[] = []
  private next = 0

  constructor(folder: string) {
    this.folder = folder
    this.clearing = this.clear()
  }

  /** Writes a block and answers its slot. Rejects when the disk does not take it. */
  async write(bytes: Uint8Array): Promise<number> {
    const file = await this.open()
    const slot = this.free.pop() ?? this.next++
    try {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, at, bytes.length - at, slot * blockBytes + at)
        at += bytesWritten
      }
      return slot
    } catch (error) {
      this.free.push(slot)
      throw error
    }
  }

  /** Fills `target` from a place in a slot. False when that cannot be had. */
  async read(slot: number, within: number, target: Uint8Array): Promise<boolean> {
    try {
      const file = await this.open()
      for (let at = 0; at < target.length;) {
        const { bytesRead } = await file.read(target, at, target.length - at, slot * blockBytes + within + at)
        if (bytesRead === 0) return false
        at += bytesRead
      }
      return true
    } catch {
      return false
    }
  }

  release(slot: number): void {
    this.free.push(slot)
  }

  async close(): Promise<void> {
    const file = await this.opening?.catch(() => null)
    await file?.close().catch(() => undefined)
    await this.clearing
    await this.clear()
  }

  private async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true }).catch(() => undefined)
  }

  private open(): Promise<FileHandle> {
    this.opening ??= (async () => {
      await this.clearing
      await mkdir(this.folder, { recursive: true })
      return open(path.join(this.folder, 'blocks'), 'w+', 0o600)
    })()
    return this.opening
  }
}
