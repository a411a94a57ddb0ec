import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bridgeOver } from '../renderer/bridge/channel.ts'
import { socketChannel } from '../renderer/bridge/socket.ts'
import { nodeLine } from '../testkit/bridges/socket.ts'
import { root, runHost, startHost } from './harness/index.ts'
import type { HostProcess } from './harness/index.ts'

/** The browser host as a process: starting, starting twice, ending, being killed. */

let dataFolder: string
const running: { stop(): Promise<unknown> }[] = []
const channels: { close(): void }[] = []

const start = async (...args: string[]) => {
  const host = await startHost({ dataFolder, args })
  running.push(host)
  return host
}

/** A page without a browser. */
const connect = (host: Pick<HostProcess, 'address'>) => {
  const channel = socketChannel({ openLine: nodeLine(host.address) })
  channels.push(channel)
  return bridgeOver(channel)
}

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'melofy-host-'))
})
afterEach(async () => {
  for (const channel of channels.splice(0)) channel.close()
  for (const host of running.splice(0)) await host.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

describe('the browser host', () => {
  it('says where it is in one line, and ends in order', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const host = await startHost({ dataFolder })
      expect(host.output()).toMatch(/^Melofy is ready: http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/\n$/)
      expect((await connect(host).call('app.info', null)).ok).toBe(true)
      expect(await host.stop(signal)).toBe(0)
    }
  })

  it('keeps what was written when it ends, and when it is killed', async () => {
    const first = await startHost({ dataFolder })
    await connect(first).call('settings.update', { theme: 'light' })
    await first.stop()
    const second = await startHost({ dataFolder })
    expect(await connect(second).call('settings.update', { crossfadeMs: 3_000 })).toMatchObject({ ok: true })
    await second.killHard()
    const third = await start()
    expect(await connect(third).call('settings.get', null)).toMatchObject({
      ok: true,
      value: { theme: 'light', crossfadeMs: 3_000 },
    })
    expect(await connect(third).call('app.info', null)).toMatchObject({ value: { notice: null } })
  })

  it('starts once: a second start names the first and gives it the files', async () => {
    const host = await start()
    const page = connect(host)
    await page.call('app.info', null)
    const handedOver = new Promise((resolve) => page.on('files.handedOver', resolve))
    const file = path.join(dataFolder, 'a b.flac')
    const second = await runHost({ dataFolder, args: [file] })
    expect(second.code).toBe(0)
    expect(second.output).toContain(host.address)
    expect(await handedOver).toEqual({ paths: [file] })
    expect((await runHost({ dataFolder })).output).toContain(host.address)
  })

  it('survives two starts at once', async () => {
    const outcomes = await Promise.allSettled([startHost({ dataFolder }), startHost({ dataFolder })])
    const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    running.push(...started)
    expect(started).toHaveLength(1)
    const [refused] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))
    expect(refused).toContain('ended with 0')
    expect(refused).toContain(started[0]?.address)
  })

  it('gives the files of its own command line to the first page', async () => {
    const file = path.join(dataFolder, 'ü 日本.flac')
    const page = connect(await start(file))
    expect(await new Promise((resolve) => page.on('files.handedOver', resolve))).toEqual({ paths: [file] })
  })

  it('takes the port it is given, and says so when it cannot', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const refused = await runHost({ dataFolder, args: ['--port', port] })
    expect([refused.code, refused.output.includes(port)]).toEqual([1, true])
    taken.close()
    await once(taken, 'close')
    expect((await start('--port', port)).address).toContain(`:${port}/`)
    expect((await runHost({ dataFolder, args: ['--nonsense'] })).code).toBe(2)
  })

  it('plays on without a usable data folder, and says so', async () => {
    const file = path.join(dataFolder, 'file')
    await writeFile(file, '')
    const host = await startHost({ dataFolder: file })
    running.push(host)
    const info = await connect(host).call('app.info', null)
    expect(info).toMatchObject({ ok: true, value: { notice: { code: expect.stringMatching(/^store-/) } } })
  })
})

describe('npm start', () => {
  it('opens the browser host, passes files on and ends with Ctrl-C', async () => {
    const file = path.join(dataFolder, 'x.flac')
    const child = spawn('node', ['scripts/start.mjs', '--browser', '--data', dataFolder, path.basename(file)], {
      cwd: root,
      env: { ...process.env, INIT_CWD: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const found = /^Melofy is ready: (\S+)$/m.exec(output)?.[1]
        if (found !== undefined) resolve(found)
      })
      child.once('close', (code) => reject(new Error(`Ended with ${code}: ${output}`)))
    })
    const page = connect({ address })
    expect(await new Promise((resolve) => page.on('files.handedOver', resolve))).toEqual({ paths: [file] })
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
    await expect(fetch(address)).rejects.toThrow('fetch failed')
  })
})
