import http from 'node:http'

/** Stands between the app and a real node, passes everything on, and counts. */
export interface Watch {
  readonly address: string
  /** Answers with this status. */
  count(status: number): number
  /** Most requests in ten seconds, what they were answered with, and decoded streams that broke off on either side. */
  summary(): string
  close(): Promise<void>
}

/** Starts one in front of a node, on loopback. */
export async function startWatch(target: string): Promise<Watch> {
  const statuses: number[] = []
  const times: number[] = []
  let broken = 0
  const agent = new http.Agent({ keepAlive: true })
  const server = http.createServer((request, response) => {
    times.push(Date.now())
    const { method, headers } = request
    const passed = http.request(new URL(request.url ?? '/', target), { method, headers, agent }, (answer) => {
      statuses.push(answer.statusCode ?? 0)
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      answer.on('close', () => {
        if (answer.complete) return
        if (request.url?.startsWith('/v4/loadstream') === true) broken += 1
        response.destroy()
      })
    })
    passed.on('error', () => {
      if (request.url?.startsWith('/v4/loadstream') === true) broken += 1
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
