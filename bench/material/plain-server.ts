import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'

/** The barest way to serve one file with ranges, as a process of its own: prints its address. */
const file = process.argv[2] ?? ''
const size = statSync(file).size

const server = createServer((request, response) => {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = Math.min(size - 1, Number(range?.[2] ?? size - 1))
  response.writeHead(range === null ? 200 : 206, {
    'content-length': end + 1 - start,
    ...(range !== null && { 'content-range': `bytes ${start}-${end}/${size}` }),
  })
  createReadStream(file, { start, end }).pipe(response)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`)
})
