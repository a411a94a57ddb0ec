import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from './index.ts'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-test-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true, force: true })
})

const now = (): number => Date.UTC(2026, 0, 2)
const lines = (name = 'melofy.log'): unknown[] =>
  fs
    .readFileSync(path.join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

test('a line is one JSON object with time, level, scope, words and facts, there at once', () => {
  const log = createLog({ folder, now })
  log.scope('store').scope('check').warn('slow\nstatement', { tookMs: 41, gone: undefined })
  expect(lines()).toEqual([
    { at: '2026-01-02T00:00:00.000Z', level: 'warn', scope: 'store.check', message: 'slow\nstatement', tookMs: 41 },
  ])
  log.close()
})

test('secrets are hidden by their key, and errors are written without their words', () => {
  const log = createLog({ folder, now })
  const cause = Object.assign(new Error(`no such file: ${os.homedir()}/Ann's song.mp3`), { code: 'ENOENT' })
  log.error('reading failed', { accessToken: 'abc123', password: 'hunter2', error: new TypeError('Ann', { cause }) })
  log.close()
  const text = fs.readFileSync(path.join(folder, 'melofy.log'), 'utf8')
  for (const secret of ['abc123', 'hunter2', 'Ann', os.homedir()]) expect(text).not.toContain(secret)
  expect(text).toContain('TypeError')
  expect(text).toContain('ENOENT')
  expect(text).toContain('log.test.ts')
})

test('facts cannot pass for the line itself', () => {
  const log = createLog({ folder, now })
  log.info('words', { level: 'error', message: 'other words' })
  log.close()
  expect(lines()).toEqual([expect.objectContaining({ level: 'info', message: 'words', 'data.level': 'error' })])
})

test('the folder stays bounded, the newest lines are kept, over restarts too', () => {
  for (let run = 0; run < 4; run += 1) {
    const log = createLog({ folder, now, maxBytes: 1000, keep: 3 })
    for (let index = 0; index < 25; index += 1) log.info('line', { run, index })
    log.close()
  }
  expect(fs.readdirSync(folder).sort()).toEqual(['melofy.1.log', 'melofy.2.log', 'melofy.log'])
  for (const name of fs.readdirSync(folder)) {
    expect(fs.statSync(path.join(folder, name)).size).toBeLessThanOrEqual(1000)
  }
  const kept = ['melofy.2.log', 'melofy.1.log', 'melofy.log'].flatMap((name) => lines(name))
  expect(kept.at(-1)).toMatchObject({ run: 3, index: 24 })
})

test('a folder that cannot be written costs the lines and nothing else', () => {
  const file = path.join(folder, 'a file')
  fs.writeFileSync(file, '')
  const log = createLog({ folder: path.join(file, 'logs'), now })
  expect(() => log.error('lost')).not.toThrow()
  log.close()
})

test('debug lines and the console are for development', () => {
  const debug = vi.spyOn(console, 'debug').mockImplementation(() => undefined)
  const quiet = createLog({ folder, now })
  quiet.debug('nobody sees this')
  quiet.close()
  expect(debug).not.toHaveBeenCalled()
  expect(fs.readdirSync(folder)).toEqual([])
  const chatty = createLog({ folder, now, development: true })
  chatty.scope('store').debug('seen')
  chatty.close()
  expect(debug).toHaveBeenCalledWith('[store] seen')
  expect(lines()).toHaveLength(1)
})
