import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3'
import type { ByteReader } from './reader.ts'

/** Most bytes that one tag may claim; protects the memory from files that lie about their lengths. */
const tagLimitBytes = 64 * 1024 * 1024

/**
 * Feeds music-metadata from a `ByteReader`. A class only because the library tells its tokenizers and its end-of-file by
 * their classes.
 */
export class ReaderTokenizer extends AbstractTokenizer {
  readonly fileInfo: { readonly size: number; readonly mimeType: string }
  private readonly reader: ByteReader

  constructor(reader: ByteReader, mimeType: string) {
    super({ maxBufferSize: tagLimitBytes })
    this.reader = reader
    this.fileInfo = { size: reader.sizeBytes, mimeType }
  }

  async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess } = this.normalizeOptions(target, options)
    const bytes = await this.reader.read(position, length)
    target.set(bytes)
    if (!mayBeLess && bytes.length < length) throw new EndOfStreamError()
    return bytes.length
  }

  async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    this.position = options?.position ?? this.position
    const length = await this.peekBuffer(target, options)
    this.position += length
    return length
  }

  supportsRandomAccess(): boolean {
    return true
  }

  setPosition(position: number): void {
    this.position = position
  }
}
