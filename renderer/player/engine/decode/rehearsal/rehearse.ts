import { createByteSource, type ByteSource } from '../byte-source.ts'
import { StreamPipeline } from '../pipeline.ts'

export interface RehearsalOptions {
  /** Short files, each of another format. */
  readonly files: readonly Uint8Array<ArrayBuffer>[]
  readonly contextRateHz: number
  /** Whether somebody wants to hear something now. */
  readonly isWanted: () => boolean
}

/**
 * Decodes short files, which nobody hears: code that ran once and decoders that were opened once are quicker the next time, and
 * the first track of a format does not have to wait for that. Ends as soon as somebody wants to hear something.
 */
export async function rehearse({ files, contextRateHz, isWanted }: RehearsalOptions): Promise<void> {
  for (const file of files) {
    if (isWanted()) return
    const pipeline = new StreamPipeline({
      streamId: -1,
      source: sourceOf(file),
      segment: null,
      contextRateHz,
      purpose: 'prepare',
      send: () => undefined,
      onOpened: () => undefined,
      onLength: () => undefined,
      onFailed: () => undefined,
    })
    pipeline.start(0, 0)
    await pipeline.begun
    pipeline.close()
    // Messages that came meanwhile are read first.
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function sourceOf(file: Uint8Array<ArrayBuffer>): ByteSource {
  return createByteSource('', (_url, { headers }) => {
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(headers['range'] ?? '') ?? []
    const start = Number(from)
    if (start >= file.length) {
      const headers = { 'content-range': `bytes */${file.length}` }
      return Promise.resolve(new Response(null, { status: 416, headers }))
    }
    const end = Math.min(file.length, to === '' ? file.length : Number(to) + 1)
    const contentRange = `bytes ${start}-${end - 1}/${file.length}`
    const answer = new Response(file.slice(start, end), { status: 206, headers: { 'content-range': contentRange } })
    return Promise.resolve(answer)
  })
}
