import { expect, test } from 'vitest'
import { z } from 'zod'
import { FailureError } from '../../../src/contract/index.ts'
import { type LogData, silentLog } from '../log/index.ts'
import { numberPragma, openMemory } from './connection.ts'
import { type Store, createStore } from './store.ts'

const rowSchema = z.object({ name: z.string() })

function open(options: { now?: () => number; onWarn?: (data: LogData | undefined) => void } = {}): {
  database: ReturnType<typeof openMemory>
  store: Store
} {
  const database = openMemory()
  database.exec('CREATE TABLE thing (name TEXT NOT NULL) STRICT')
  const log = { ...silentLog, warn: (_message: string, data?: LogData) => options.onWarn?.(data) }
  const store = createStore(database, { log, now: options.now ?? (() => 0), replace: openMemory })
  return { database, store }
}

const names = (store: Store): string[] => store.all('SELECT name FROM thing', rowSchema).map(({ name }) => name)

const failureCode = (work: () => unknown): string => {
  try {
    work()
    return 'no failure'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

test('a transaction that fails leaves nothing of itself, also when it is part of another', () => {
  const { store } = open()
  const add = (name: string): number => store.run('INSERT INTO thing VALUES (?)', name)
  store.transaction(() => {
    add('outer')
    expect(() =>
      store.transaction(() => {
        add('inner')
        throw new Error('no')
      }),
    ).toThrow('no')
    add('outer again')
  })
  expect(names(store)).toEqual(['outer', 'outer again'])
})

test('a durable transaction waits for the disk, and the next one no longer does', () => {
  const { database, store } = open()
  const seen: number[] = []
  const look = (): void => {
    seen.push(numberPragma(database, 'synchronous'))
  }
  store.transaction(look, { durable: true })
  store.transaction(look)
  expect(seen).toEqual([2, 1])
})

test('a statement over 40 ms is logged with its text and without its values', () => {
  const logged: (LogData | undefined)[] = []
  let nowMs = 0
  let stepMs = 40
  const { store } = open({ now: () => (nowMs += stepMs), onWarn: (data) => logged.push(data) })
  store.run('INSERT INTO thing VALUES (?)', 'a quick one')
  expect(logged).toEqual([])
  stepMs = 41
  store.run('INSERT INTO thing VALUES (?)', 'a secret name')
  expect(logged).toEqual([{ sql: 'INSERT INTO thing VALUES (?)', tookMs: 41 }])
})

test('a full database refuses the write, keeps what it has, and goes on when there is room', () => {
  const { database, store } = open()
  store.run('INSERT INTO thing VALUES (?)', 'kept')
  database.pragma(`max_page_count = ${numberPragma(database, 'page_count')}`)
  const large = 'x'.repeat(100_000)
  const fill = (): void => {
    store.transaction(() => {
      store.run('INSERT INTO thing VALUES (?)', 'half')
      store.run('INSERT INTO thing VALUES (?)', large)
    })
  }
  expect(failureCode(fill)).toBe('disk-full')
  expect(names(store)).toEqual(['kept'])
  database.pragma('max_page_count = 1000')
  fill()
  expect(names(store)).toEqual(['kept', 'half', large])
})

test('a row that is not what it should be is refused, not handed on', () => {
  const { store } = open()
  expect(() => store.get('SELECT 7 AS name', rowSchema)).toThrow(z.ZodError)
})
