import { expect, it } from 'vitest'
import type { Bridge } from '../../../../src/contract/index.ts'
import { failed } from '../../../../src/failure/index.ts'
import { importTextLimit } from '../../../../src/imports/limits.ts'
import { readWritten, type ReadingState } from './reading.ts'

const bridge: Pick<Bridge, 'call'> = { call: async () => failed('import-file-empty') }

async function statesOf(text: () => Promise<string | null>, signal = new AbortController().signal) {
  const states: ReadingState[] = []
  await readWritten([{ fileName: 'a.csv', text }], { bridge, signal, tell: (state) => states.push(state) })
  return states
}

it('a file that went away before it was read says so, as do one that is too large and one in which nothing is found', async () => {
  const reading = { kind: 'reading', name: 'a.csv' }
  const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
  expect(await statesOf(gone)).toMatchObject([reading, { kind: 'failed', error: { code: 'import-file-unreadable' } }])
  for (const text of [null, 'x'.repeat(importTextLimit + 1)])
    expect(await statesOf(async () => text)).toMatchObject([
      reading,
      { kind: 'failed', error: { code: 'import-file-large' } },
    ])
  expect(await statesOf(async () => 'x')).toMatchObject([
    reading,
    { kind: 'failed', error: { code: 'import-file-empty' } },
  ])
})

it('what is given up tells nothing any more', async () => {
  const control = new AbortController()
  const text = async () => {
    control.abort()
    return 'x'
  }
  expect(await statesOf(text, control.signal)).toEqual([{ kind: 'reading', name: 'a.csv' }])
})
