import path from 'node:path'
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite'
import { Keyv } from 'keyv'
import * as vitest from 'vitest'
import { silentLog } from '../log/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { createSqliteAdapter } from './adapter.ts'
import { openEntryTable } from './table.ts'

/** One adapter over one file for all: the suite makes a keyv of it for each test, and clears it. */
const table = openEntryTable(path.join(temporaryFolder(), 'cache'), silentLog)
const adapter = () => createSqliteAdapter({ table, limitBytes: 1e9 })

vitest.afterAll(() => table.close())

vitest.describe("keyv's compliance suite", () => {
  keyvTestSuite(vitest, Keyv, adapter)
  keyvIteratorTests(vitest, Keyv, adapter)
})
