import http, { type IncomingMessage } from 'node:http'

/** A sample of 16 bits for each side. */
const bytesPerFrame = 4

/** Stands between the app and a real node, passes everything on, and counts. */
export interface Watch {
  readonly address: string
  /** Answers with this status. */
  count(status: number): number
  /** The decoded streams that the node has sent to their end, in the order of their ends. */
  readonly decoded: readonly DecodedStream[]
  /** Most requests in ten seconds, what they were answered with, and decoded streams that broke off on either side. */
  summary(): string
  close(): Promise<void>
}

/** How much sound a node sent in one decoded stream, in frames of 16-bit stereo. */
export interface DecodedStream {
  readonly frames: number
  /** Those that are not silent on both sides. */
  readonly sounding: number
}

/** Starts one in front of a node, on loopback. */
export async function startWatch(target: string): Promise<Watch> {
  const statuses: number[] = []
  const times: number[] = []
  const decoded: DecodedStream[] = []
  let broken = 0
  const agent = new http.Agent({ keepAlive: true })
  const server = http.createServer((request, response) => {
    times.push(Date.now())
    const isDecoded = request.url?.startsWith('/v4/loadstream') === true
    const { method, headers } = request
    const passed = http.request(new URL(request.url ?? '/', target), { method, headers, agent }, (answer) => {
      statuses.push(answer.statusCode ?? 0)
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
      if (isDecoded && answer.statusCode === 200) countFrames(answer, (stream) => decoded.push(stream))
      answer.on('error', () => response.destroy())
      answer.on('close', () => {
        if (answer.complete) return
        if (isDecoded) broken += 1
        response.destroy()
      })
    })
    passed.on('error', () => {
      if (isDecoded) broken += 1
      response.destroy()
    })
    response.on('close', () => {
      if (!response.writableFinished) passed.destroy()
    })
    request.pipe(passed)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('It has no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    decoded,
    count: (status) => statuses.filter((each) => each === status).length,
    summary() {
      const busiest = Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 10_000).length))
      const seen = [...new Set(statuses)].map(
        (status) => `${status} ×${statuses.filter((each) => each === status).length}`,
      )
      return `${times.length} requests, ${busiest} at most in ten seconds, answered ${seen.join(', ')}, ${broken} broken`
    },
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Counts what passes, and tells at its end. Frames may be split between pieces. */
function countFrames(answer: IncomingMessage, tell: (stream: DecodedStream) => void): void {
  let rest = Buffer.alloc(0)
  let frames = 0
  let sounding = 0
  answer.on('data', (piece: Buffer) => {
    const bytes = Buffer.concat([rest, piece])
    const whole = bytes.length - (bytes.length % bytesPerFrame)
    for (let at = 0; at < whole; at += bytesPerFrame) if (bytes.readInt32LE(at) !== 0) sounding += 1
    frames += whole / bytesPerFrame
    rest = bytes.subarray(whole)
  })
  answer.on('end', () => tell({ frames, sounding }))
}
