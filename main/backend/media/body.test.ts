import { type FileHandle, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileBody } from './body.ts'
import { eventually } from './testing/index.ts'

const size = 3_000_000
let folder: string
let file: string
let handle: FileHandle
const never = new AbortController().signal
/** A closed handle has no descriptor. */
const isClosed = (): boolean => handle.fd === -1

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-body-'))
  file = path.join(folder, 'song')
  await writeFile(
    file,
    Uint8Array.from({ length: size }, (_, index) => (index * 7) % 251),
  )
  handle = await open(file)
})

afterEach(async () => {
  await handle.close().catch(() => undefined)
  await rm(folder, { recursive: true })
})

describe('fileBody', () => {
  test('gives exactly the part asked for, then closes the file', async () => {
    const bytes = await new Response(fileBody(handle, { first: 70_000, last: 700_001 }, never)).bytes()
    expect(bytes.length).toBe(630_002)
    expect([bytes[0], bytes.at(-1)]).toEqual([(70_000 * 7) % 251, (700_001 * 7) % 251])
    expect(isClosed()).toBe(true)
  })

  test('reads nothing that is not asked for', async () => {
    const reader = fileBody(handle, { first: 0, last: size - 1 }, never).getReader()
    const first = await reader.read()
    // Shortening the file now is noticed by the next read: nothing has been read ahead.
    await truncate(file, first.value?.length ?? 0)
    await expect(reader.read()).rejects.toThrow('shorter')
    expect(isClosed()).toBe(true)
  })

  test('closes the file when the reader cancels', async () => {
    const reader = fileBody(handle, { first: 0, last: size - 1 }, never).getReader()
    await reader.read()
    await reader.cancel()
    expect(isClosed()).toBe(true)
  })

  test('closes the file when the client goes away, also before the first read', async () => {
    const gone = new AbortController()
    const reader = fileBody(handle, { first: 0, last: size - 1 }, gone.signal).getReader()
    gone.abort()
    await expect(reader.read()).rejects.toThrow('aborted')
    await eventually(isClosed)
    handle = await open(file)
    const late = fileBody(handle, { first: 0, last: 9 }, gone.signal).getReader()
    await expect(late.read()).rejects.toThrow('aborted')
    await eventually(isClosed)
    expect(handle.fd).toBe(-1)
  })
})
