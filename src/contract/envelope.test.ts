import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMessageToPage } from './envelope.ts'
import { failureSchema } from '../schema/failure.ts'

const failures = fc.record(
  {
    code: fc.constantFrom('file-missing', 'disk-full', 'unheard-of'),
    data: fc.oneof(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), fc.jsonValue()),
  },
  { requiredKeys: ['code'] },
)

test('takes what the backend sends', () => {
  const messages = [
    { kind: 'reply', id: 1, reply: { ok: true, value: { any: ['thing'] } } },
    { kind: 'reply', id: 2, reply: { ok: true, value: null } },
    { kind: 'reply', id: 3, reply: { ok: false, error: { code: 'file-missing', data: { name: 'x', count: 2 } } } },
    { kind: 'event', name: 'playback.elsewhere', payload: null },
    { kind: 'pong' },
  ]
  expect(messages.map((message) => readMessageToPage(JSON.stringify(message)))).toEqual(messages)
})

test('takes a failure exactly where its schema does', () => {
  fc.assert(
    fc.property(failures, (error) => {
      const read = readMessageToPage(JSON.stringify({ kind: 'reply', id: 1, reply: { ok: false, error } }))
      expect(read !== null).toBe(failureSchema.safeParse(JSON.parse(JSON.stringify(error))).success)
    }),
  )
})

test('takes nothing else, whatever it is, and never throws', () => {
  const noise = [
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"kind":"reply","id":1}',
    '{"kind":"reply","id":"1","reply":{"ok":true,"value":1}}',
    '{"kind":"reply","id":1,"reply":{"ok":"true"}}',
    '{"kind":"event","payload":1}',
    '{"kind":"other"}',
  ]
  expect(noise.map(readMessageToPage)).toEqual(noise.map(() => null))
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(readMessageToPage(text)).toBeNull()
    }),
  )
})
