import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { parseFile } from 'music-metadata'
import { startHost } from '../../e2e/harness/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import { fixtures, taggedNames } from '../../testkit/audio/index.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import { openFiles } from '../browser/app.ts'
import type { Bench, Group } from '../group.ts'
import { copies, longTracks } from '../material/tracks.ts'
import { beside, median, p95, type Figure } from '../report/index.ts'

const wholeRuns = 8
const firstByteRuns = 150
const folderRuns = 3
const folderFiles = 1000

/** Bytes over loopback, and reading the tags of a folder, through the browser host as it runs. */
export const media: Group = { name: 'media', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const host = await startHost({ dataFolder: path.join(bench.folder, 'data') })
  const channel = socketChannel({ openLine: nodeLine(host.address) })
  const bridge = bridgeOver(channel)
  try {
    const long = (await longTracks()).mp3
    const [opened] = await openFiles(bridge, [long])
    if (opened === undefined) throw new Error('The long file was not opened')
    return [
      ...(await transfers(bench, new URL(opened.audioPath, host.address).href, long)),
      ...(await folders(bench, (folder) => openFiles(bridge, [folder]))),
    ]
  } finally {
    channel.close()
    await host.stop()
  }
}

async function transfers(bench: Bench, own: string, file: string): Promise<readonly Figure[]> {
  const plain = spawn(process.execPath, [path.join(import.meta.dirname, '..', 'material', 'plain-server.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const [said]: unknown[] = await once(plain.stdout, 'data')
    const peer = String(said).trim()
    const speeds = { own: [] as number[], peer: [] as number[] }
    const waits = { own: [] as number[], peer: [] as number[] }
    for (let round = -1; round < bench.runs(wholeRuns); round += 1) {
      const mine = await transfer(own, agent)
      const theirs = await transfer(peer, agent)
      if (mine.bytes !== theirs.bytes) throw new Error(`${mine.bytes} bytes came, not ${theirs.bytes}`)
      if (round < 0) continue
      speeds.own.push(mine.bytes / 1e6 / mine.seconds)
      speeds.peer.push(theirs.bytes / 1e6 / theirs.seconds)
    }
    for (let round = -5; round < bench.runs(firstByteRuns); round += 1) {
      const range = `bytes=${(round + 5) * 300_000}-${(round + 5) * 300_000 + 65_535}`
      const mine = await transfer(own, agent, range)
      const theirs = await transfer(peer, agent, range)
      if (round < 0) continue
      waits.own.push(mine.firstByteMs)
      waits.peer.push(theirs.firstByteMs)
    }
    const what = 'node:http and a file stream'
    return [
      beside(
        { id: 'media.speed', what: 'media handler, whole file over loopback, median', unit: 'MB/s' },
        median(speeds.own),
        { what, value: median(speeds.peer) },
      ),
      beside(
        { id: 'media.first.p50', what: 'media handler, first byte of a range, median', unit: 'ms' },
        median(waits.own),
        { what, value: median(waits.peer) },
      ),
      beside({ id: 'media.first.p95', what: 'media handler, first byte of a range, p95', unit: 'ms' }, p95(waits.own), {
        what,
        value: p95(waits.peer),
      }),
    ]
  } finally {
    agent.destroy()
    plain.kill()
  }
}

interface Transfer {
  readonly bytes: number
  readonly seconds: number
  readonly firstByteMs: number
}

async function transfer(url: string, agent: Agent, range?: string): Promise<Transfer> {
  const from = performance.now()
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent, headers: range === undefined ? {} : { range } }, resolve).on('error', reject)
  })
  if (response.statusCode !== (range === undefined ? 200 : 206)) throw new Error(`Status ${response.statusCode}`)
  let bytes = 0
  let firstByteMs = 0
  response.on('data', (part: Buffer) => {
    if (bytes === 0) firstByteMs = performance.now() - from
    bytes += part.length
  })
  await once(response, 'end')
  return { bytes, seconds: (performance.now() - from) / 1000, firstByteMs }
}

async function folders(
  bench: Bench,
  open: (folder: string) => Promise<readonly unknown[]>,
): Promise<readonly Figure[]> {
  const { tagged } = await fixtures()
  const own: number[] = []
  const peer: number[] = []
  const again: number[] = []
  for (let round = 0; round < bench.runs(folderRuns); round += 1) {
    const folder = path.join(bench.folder, `folder-${round}`)
    for (const name of taggedNames) {
      const file = tagged[name].path
      const count = folderFiles / taggedNames.length
      await copies(
        file,
        folder,
        Array.from({ length: count }, (_, index) => `${index}-${path.basename(file)}`),
      )
    }
    bench.tell(`media: folder ${round + 1}`)
    own.push(await secondsOf(async () => expectAll((await open(folder)).length)))
    again.push(await secondsOf(async () => expectAll((await open(folder)).length)))
    peer.push(await secondsOf(async () => expectAll(await readAlone(folder))))
  }
  const what = 'music-metadata alone'
  return [
    beside({ id: 'media.folder', what: 'open a folder of 1,000 tagged files, median', unit: 's' }, median(own), {
      what,
      value: median(peer),
    }),
    beside({ id: 'media.folder.again', what: 'open it again, median', unit: 's' }, median(again), {
      what,
      value: median(peer),
    }),
  ]
}

async function readAlone(folder: string): Promise<number> {
  let read = 0
  for (const name of await readdir(folder)) {
    const { common } = await parseFile(path.join(folder, name))
    if (common.title !== undefined) read += 1
  }
  return read
}

function expectAll(count: number): void {
  if (count !== folderFiles) throw new Error(`${count} files instead of ${folderFiles}`)
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}
