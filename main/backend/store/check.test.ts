import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setAside } from './aside.ts'
import { alwaysCheckedBytes, neededCheck } from './check.ts'
import { type StoreFiles, storeFiles } from './files.ts'
import { temporaryFolder } from './testing/index.ts'

let files: StoreFiles

beforeEach(() => {
  files = storeFiles(temporaryFolder())
})

afterEach(() => {
  fs.rmSync(files.folder, { recursive: true, force: true })
})

test('a large database that was closed properly opens without a look at all of it', () => {
  fs.writeFileSync(files.database, '')
  fs.truncateSync(files.database, alwaysCheckedBytes + 1)
  expect(neededCheck(files)).toBe('none')
})

test('a small one is always looked at, a large one after a kill, and closely after damage was met', () => {
  fs.writeFileSync(files.database, 'small')
  expect(neededCheck(files)).toBe('quick')
  fs.truncateSync(files.database, alwaysCheckedBytes + 1)
  fs.writeFileSync(files.wal, 'pages')
  expect(neededCheck(files)).toBe('quick')
  fs.writeFileSync(files.suspect, '')
  expect(neededCheck(files)).toBe('full')
})

test('what is set aside goes as a whole, under one name, and nothing of it stays', () => {
  for (const file of [files.database, files.wal, files.sharedMemory, files.suspect]) {
    fs.writeFileSync(file, path.basename(file))
  }
  const aside = setAside(files, Date.UTC(2026, 0, 2))
  expect(fs.readFileSync(aside, 'utf8')).toBe('melofy.sqlite')
  expect(fs.readFileSync(`${aside}-wal`, 'utf8')).toBe('melofy.sqlite-wal')
  expect(fs.readdirSync(files.folder).filter((name) => name.startsWith('melofy.sqlite'))).toEqual([])
})
