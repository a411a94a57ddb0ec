import type { Statement } from 'better-sqlite3'
import type { z } from 'zod'
import type { Log } from '../log/index.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Connection } from './connection.ts'
import { isDamage, toFailureError } from './failures.ts'

/** A value that can be bound to a statement. */
export type SqlValue = string | number | bigint | Buffer | null

/**
 * The database as the rest of the backend sees it. Statements are prepared once and kept, so the SQL text must be
 * constant: lists go in as one JSON parameter (`json_each`). All methods throw `FailureError` for `disk-full`,
 * `store-read-only` and `store-damaged`.
 */
export interface Store {
  /** All rows, each read through `row`. */
  all<Row>(sql: string, row: z.ZodType<Row>, ...values: readonly SqlValue[]): Row[]
  /** The first row, or undefined. */
  get<Row>(sql: string, row: z.ZodType<Row>, ...values: readonly SqlValue[]): Row | undefined
  /** The first column of all rows, for statements that answer very many whole numbers and nothing else. */
  numbers(sql: string, ...values: readonly SqlValue[]): readonly number[]
  /** The same for very many texts, such as ids. */
  texts(sql: string, ...values: readonly SqlValue[]): readonly string[]
  /** Runs a writing statement and answers how many rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): number
  /**
   * Runs `work` as one transaction: all of it or nothing. Inside another one it becomes part of that.
   * `durable` waits until the disk has it, so that even a power cut right after keeps it.
   */
  transaction<Result>(work: () => Result, options?: { readonly durable?: boolean }): Result
  /**
   * To be awaited before each portion of work that writes much: resolves when what was written before is far enough on its
   * way to the disk. At once, as a rule.
   */
  room(): Promise<void>
  /** Counts up when a damaged database was replaced: what somebody remembers of its content may no longer be true. */
  generation(): number
}

/** A statement slower than this is logged, in ms. */
export const slowStatementMs = 40

/**
 * Puts the statement cache, the slow-statement log and failure values around a connection. When a statement finds the
 * database damaged, that statement (or its whole transaction) fails, and `replace` hands in what all later ones work on; null
 * when that cannot be done now.
 */
export function createStore(
  first: Connection,
  options: {
    readonly log: Log
    /** Monotonic clock in ms. */
    readonly now: () => number
    readonly replace: () => Connection | null
    /** Hears of every commit; a database in memory needs nobody for it. */
    readonly checkpoints?: Pick<Checkpoints, 'committed' | 'room'>
  },
): Store {
  let database = first
  let generation = 0
  const statements = new Map<string, Statement>()

  const prepare = (sql: string): Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  const translate = (error: unknown): unknown => {
    if (isDamage(error)) {
      // The transaction around it has to be rolled back first; it comes here again.
      if (database.inTransaction) return error
      const replaced = options.replace()
      if (replaced !== null) {
        database = replaced
        statements.clear()
        generation += 1
      }
    }
    return toFailureError(error)
  }

  const timed = <Result>(sql: string, work: (statement: Statement) => Result): Result => {
    const startedMs = options.now()
    try {
      return work(prepare(sql))
    } catch (error) {
      throw translate(error)
    } finally {
      const tookMs = options.now() - startedMs
      if (tookMs > slowStatementMs) options.log.warn('slow statement', { sql, tookMs: Math.round(tookMs) })
    }
  }

  return {
    all: (sql, row, ...values) => timed(sql, (statement) => statement.all(...values)).map((found) => row.parse(found)),
    get(sql, row, ...values) {
      const found = timed(sql, (statement) => statement.get(...values))
      return found === undefined ? undefined : row.parse(found)
    },
    numbers: (sql, ...values) => timed(sql, (statement) => statement.pluck().all(...values)).filter(isNumber),
    texts: (sql, ...values) => timed(sql, (statement) => statement.pluck().all(...values)).filter(isText),
    run(sql, ...values) {
      const { changes } = timed(sql, (statement) => statement.run(...values))
      if (!database.inTransaction) options.checkpoints?.committed()
      return changes
    },
    transaction(work, { durable = false } = {}) {
      // SQLite changes this outside transactions only; inside one, the outer transaction has decided.
      const raise = durable && !database.inTransaction
      try {
        if (raise) database.pragma('synchronous = FULL')
        const result = database.transaction(work).immediate()
        if (!database.inTransaction) options.checkpoints?.committed()
        return result
      } catch (error) {
        throw translate(error)
      } finally {
        if (raise) database.pragma('synchronous = NORMAL')
      }
    },
    room: async () => options.checkpoints?.room(),
    generation: () => generation,
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
