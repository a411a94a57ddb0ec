import { expect, it } from 'vitest'
import { rowActionOf } from './rowKeys.ts'

const plain = { repeat: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const actionOf = (key: string, change: Partial<typeof plain> = {}) => rowActionOf({ ...plain, key, ...change })

it('a key that is held down decides one row, and none of those that come after it', () => {
  expect(actionOf('2')).toEqual({ kind: 'choose', index: 1 })
  expect(['1', 'Delete', 'Backspace', 'u', 'Enter'].map((key) => actionOf(key, { repeat: true })?.kind)).toEqual(
    Array.from({ length: 5 }, () => 'held'),
  )
  expect(actionOf('ArrowRight', { repeat: true })).toEqual({ kind: 'step', by: 1 })
})

it('keys of the app and of the list are left to them', () => {
  expect([actionOf('1', { ctrlKey: true }), actionOf('Delete', { shiftKey: true }), actionOf('Enter')]).toEqual([
    null,
    null,
    null,
  ])
  expect([actionOf('0'), actionOf('x'), actionOf('ArrowDown')]).toEqual([null, null, null])
})
