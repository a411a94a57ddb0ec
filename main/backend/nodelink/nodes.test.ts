import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noLimits, type NodeStandIn, type StandInOptions, startNodeStandIn } from '../../../testkit/nodelink/index.ts'
import { createLog } from '../log/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { codeOf, openNodes, page, type TestRoom } from './testing/index.ts'

let folder: string
const closers: (() => Promise<void> | void)[] = []

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function start(options: StandInOptions = {}): Promise<NodeStandIn> {
  const node = await startNodeStandIn(options)
  closers.push(() => node.close())
  return node
}

function open(options: Parameters<typeof openNodes>[1] = {}): TestRoom {
  const opened = openNodes(folder, options)
  let isOpen = true
  const close = (): void => {
    if (isOpen) opened.close()
    isOpen = false
  }
  closers.push(close)
  return { ...opened, close }
}

const add = async (nodes: TestRoom, node: NodeStandIn, changes: { password?: string; name?: string } = {}) =>
  nodes.room.handlers['nodelink.add']({ name: '', address: node.address, password: node.password, ...changes }, page)

const list = async ({ room }: TestRoom) => room.handlers['nodelink.list'](null, page)

describe('keeping servers', () => {
  it('asks nobody before somebody needs it, and then finds out what it is', async () => {
    const node = await start({ mode: 'cluster' })
    const first = open()
    const { id } = await add(first, node, { name: 'Home' })
    expect(await first.until(id, 'ready')).toMatchObject({ name: 'Home', address: node.address })
    first.close()
    const asked = node.requests.length
    const again = open()
    expect((await list(again))[0]?.state).toEqual({ kind: 'unknown' })
    expect(node.requests).toHaveLength(asked)
    const [usable] = await again.room.ready(page.signal)
    expect(usable).toMatchObject({ id, host: '127.0.0.1', report: { mode: 'cluster', direct: 'cluster' } })
    expect(await codeOf(async () => usable?.client.load('ytsearch:x', { urgency: 'search', ...page }))).toBe('fine')
  })

  it('keeps the order of preference and the sources that are switched off', async () => {
    const nodes = open()
    const [one, two] = [await start(), await start()]
    const first = await add(nodes, one, { name: 'One' })
    const second = await add(nodes, two, { name: 'Two' })
    await nodes.room.handlers['nodelink.move']({ id: second.id, toIndex: 0 }, page)
    await nodes.room.handlers['nodelink.change']({ id: first.id, sourcesOff: ['youtube', 'gone'] }, page)
    nodes.close()
    const again = open()
    const usable = await again.room.ready(page.signal)
    expect(usable.map(({ name }) => name)).toEqual(['Two', 'One'])
    expect(usable[0]?.sources).toContain('youtube')
    expect(usable[1]?.sources).not.toContain('youtube')
    expect(usable[1]?.report.sources).toContain('youtube')
  })

  it('refuses the same server twice, also under another name of this computer', async () => {
    const nodes = open()
    const node = await start()
    await add(nodes, node, { name: 'Home' })
    expect(await codeOf(() => add(nodes, node))).toBe('node-duplicate')
    const address = node.address.replace('127.0.0.1', 'localhost')
    const twin = { name: '', address, password: 'x' }
    expect(await codeOf(() => nodes.room.handlers['nodelink.add'](twin, page))).toBe('node-duplicate')
    expect(await list(nodes)).toHaveLength(1)
  })

  it('sends a kept password to its own address only', async () => {
    const nodes = open()
    const [mine, other] = [await start(), await start()]
    const { id } = await add(nodes, mine)
    await nodes.until(id, 'ready')
    const { 'nodelink.change': change, 'nodelink.test': test } = nodes.room.handlers
    const typed = { kind: 'typed', id, address: other.address, password: null } as const
    expect(await codeOf(() => change({ id, address: other.address }, page))).toBe('node-password-needed')
    expect(await codeOf(() => test(typed, page))).toBe('node-password-needed')
    expect(other.requests).toHaveLength(0)
    await change({ id, address: other.address, password: other.password }, page)
    expect(await nodes.until(id, 'ready')).toMatchObject({ address: other.address })
  })

  it('forgets a server with its password', async () => {
    const nodes = open()
    const node = await start()
    const { id } = await add(nodes, node)
    await nodes.room.handlers['nodelink.remove']({ id }, page)
    expect(await list(nodes)).toEqual([])
    expect(nodes.told.at(-1)).toEqual([])
    expect(nodes.room.failureOf(id)).toBeNull()
    expect(await codeOf(() => nodes.room.handlers['nodelink.remove']({ id }, page))).toBe('not-found')
  })

  it('has its password nowhere where it can be read: data folder, log, what pages hear', async () => {
    const password = 'a-very-secret-password'
    const log = createLog({ folder: path.join(folder, 'logs'), development: false })
    closers.push(() => log.close())
    const nodes = open({ log })
    const node = await start({ password })
    const { id } = await add(nodes, node)
    await nodes.until(id, 'ready')
    await codeOf(() => nodes.room.handlers['nodelink.test']({ kind: 'kept', id }, page))
    node.kill()
    nodes.room.missed(id, { code: 'node-unreachable' })
    await nodes.until(id, 'away')
    expect(JSON.stringify([nodes.told, await list(nodes)])).not.toContain(password)
    nodes.close()
    log.close()
    const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.some(({ name }) => name.endsWith('.log'))).toBe(true)
    for (const { name, parentPath } of files)
      expect(fs.readFileSync(path.join(parentPath, name)).includes(password)).toBe(false)
    for (const { query } of node.requests) expect(query.toString()).not.toContain(password)
  })

  it('asks for the password anew where it cannot be unsealed', async () => {
    const nodes = open()
    const node = await start()
    const { id } = await add(nodes, node)
    await nodes.until(id, 'ready')
    nodes.close()
    fs.rmSync(path.join(folder, 'secrets.key'))
    const asked = node.requests.length
    const again = open()
    expect(await again.room.ready(page.signal)).toEqual([])
    expect(again.room.failureOf(id)).toEqual({ code: 'node-password-needed' })
    expect(node.requests).toHaveLength(asked)
    await again.room.handlers['nodelink.change']({ id, password: node.password }, page)
    await again.until(id, 'ready')
  })
})

describe('what is wrong', () => {
  it('a wrong password is not tried again until it is changed', async () => {
    const nodes = open()
    const node = await start()
    const { id } = await add(nodes, node, { password: 'wrong' })
    expect((await nodes.until(id, 'refused')).state).toEqual({
      kind: 'refused',
      failure: { code: 'node-unauthorized' },
    })
    const asked = node.requests.length
    expect(await nodes.room.ready(page.signal)).toEqual([])
    await nodes.room.handlers['nodelink.look'](null, page)
    nodes.room.missed(id, { code: 'node-unreachable' })
    expect(node.requests).toHaveLength(asked)
    await nodes.room.handlers['nodelink.change']({ id, password: node.password }, page)
    await nodes.until(id, 'ready')
  })

  it('Test tells each fault by its own words, and keeps nothing', async () => {
    const nodes = open()
    const test = (address: string, password = 'youshallnotpass') =>
      nodes.room.handlers['nodelink.test']({ kind: 'typed', id: null, address, password }, page)
    const fine = await start({ limits: noLimits })
    expect(await test(fine.address.slice('http://'.length))).toMatchObject({
      address: fine.address,
      warning: null,
      report: { mode: 'single' },
    })
    expect(await codeOf(() => test(fine.address, 'wrong'))).toBe('node-unauthorized')
    expect(await codeOf(() => test('ftp://nas'))).toBe('node-address-unreadable')
    expect(await codeOf(() => test('http://me:secret@nas'))).toBe('node-address-password')
    expect(await codeOf(() => test(fine.address, 'пароль'))).toBe('node-password-unusable')
    fine.faults.add('*', { kind: 'status', status: 404, body: 'nginx' })
    expect(await codeOf(() => test(fine.address))).toBe('node-not-nodelink')
    fine.kill()
    expect(await codeOf(() => test(fine.address))).toBe('node-unreachable')
    const locking = await start({ limits: { blockedFrom: 3 } })
    expect(await codeOf(() => test(locking.address))).toBe('node-locked-out')
    expect(await list(nodes)).toEqual([])
  })

  it('one that hangs is given up', { timeout: 20_000 }, async () => {
    const nodes = open()
    const node = await start()
    node.faults.add('*', { kind: 'hang' })
    const { id } = await add(nodes, node)
    expect((await nodes.until(id, 'away')).state).toMatchObject({ failure: { code: 'node-silent' } })
  })

  it('tests of what is typed keep to one pace, however often the button is pressed', async () => {
    const nodes = open()
    const node = await start()
    const input = { kind: 'typed', id: null, address: node.address, password: node.password } as const
    const ending = new AbortController()
    const pressed = Array.from({ length: 12 }, () =>
      codeOf(() => nodes.room.handlers['nodelink.test'](input, { clientId: 'page', signal: ending.signal })),
    )
    // Four of the window are kept for what is heard.
    await vi.waitFor(() => expect(node.requests).toHaveLength(20), { timeout: 15_000 })
    ending.abort()
    await Promise.all(pressed)
    expect(node.counters.busiest()).toBeLessThanOrEqual(24)
  })

  it('a lock-out is told with its end, and outlives the app', async () => {
    const node = await start({ limits: { blockedFrom: 3 } })
    const nodes = open()
    const { id } = await add(nodes, node)
    const { state } = await nodes.until(id, 'lockedOut')
    expect(state).toMatchObject({ untilMs: expect.closeTo(Date.now() + 5 * 60_000, -4) })
    expect(nodes.room.failureOf(id)).toEqual({ code: 'node-locked-out', data: { minutes: 5 } })
    nodes.close()
    const asked = node.requests.length
    const again = open()
    expect(await again.room.ready(page.signal)).toEqual([])
    expect(again.room.failureOf(id)).toMatchObject({ code: 'node-locked-out' })
    expect(node.requests).toHaveLength(asked)
  })
})

describe('a server that goes and comes', () => {
  it('is found again by itself, and whoever waits for it goes on', async () => {
    const nodes = open()
    const node = await start()
    const { id } = await add(nodes, node)
    await nodes.until(id, 'ready')
    node.kill()
    nodes.room.missed(id, { code: 'node-unreachable' })
    expect(nodes.room.usable()).toEqual([])
    expect(nodes.room.failureOf(id)).toEqual({ code: 'node-unreachable' })
    const waiting = nodes.room.whenUsable(id, page.signal)
    await nodes.until(id, 'away')
    await node.revive()
    expect(await waiting).toMatchObject({ id })
    expect(nodes.room.failureOf(id)).toBeNull()
  })

  it('is waited for no longer once it is removed', async () => {
    const nodes = open()
    const node = await start()
    node.kill()
    const { id } = await add(nodes, node)
    const waiting = codeOf(() => nodes.room.whenUsable(id, page.signal))
    await nodes.room.handlers['nodelink.remove']({ id }, page)
    expect(await waiting).toBe('node-unreachable')
    expect(await codeOf(() => nodes.room.whenUsable(id, page.signal))).toBe('node-unreachable')
  })

  it('is found at once by Test', async () => {
    const nodes = open()
    const node = await start()
    node.kill()
    const { id } = await add(nodes, node)
    await nodes.until(id, 'away')
    await node.revive()
    const answer = await nodes.room.handlers['nodelink.test']({ kind: 'kept', id }, page)
    expect(answer.report.mode).toBe('single')
    expect(nodes.room.usable()).toHaveLength(1)
  })

  it('tells how it is while somebody looks', async () => {
    const nodes = open()
    const node = await start()
    const { id } = await add(nodes, node)
    await nodes.until(id, 'ready')
    expect(node.requests.some(({ path: at }) => at === '/v4/stats')).toBe(false)
    await nodes.room.handlers['nodelink.look'](null, page)
    const { state } = await nodes.until(id, 'ready', (now) => now.kind === 'ready' && now.health !== null)
    expect(state).toMatchObject({ health: { playing: 0, systemLoad: expect.any(Number) } })
  })

  it('a wait ends with its signal, and with the app', async () => {
    const nodes = open()
    const node = await start()
    node.kill()
    const { id } = await add(nodes, node)
    const ending = new AbortController()
    const one = codeOf(() => nodes.room.whenUsable(id, ending.signal))
    const two = codeOf(() => nodes.room.whenUsable(id, page.signal))
    ending.abort()
    expect(await one).toBe('cancelled')
    nodes.close()
    expect(await two).toBe('cancelled')
  })
})
