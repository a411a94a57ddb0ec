import { expect, test } from 'vitest'
import { failed, success, type PlayRecord, type Reply } from '../../../src/contract/index.ts'
import { createPlayOutbox, waitingPlaysLimit } from './play-outbox.ts'

const record = (playId: string, heardMs = 1000): PlayRecord => ({
  playId,
  trackId: 'track',
  startedAt: 0,
  heardMs,
  end: 'finished',
})

/** An outbox over a backend that answers with what the test sets. */
function setUp() {
  const sent: PlayRecord[] = []
  const failures: string[] = []
  const backend = { answer: (_record: PlayRecord): Reply<null> => success(null) }
  const outbox = createPlayOutbox(
    async (each) => {
      sent.push(each)
      return backend.answer(each)
    },
    ({ code }) => failures.push(code),
  )
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { outbox, backend, sent, failures, settled }
}

test('what more is known of a play takes the place of what waits', async () => {
  const { outbox, backend, sent, settled } = setUp()
  backend.answer = () => failed('bridge-closed')
  outbox.put(record('one', 1000))
  await settled()
  outbox.put(record('one', 2000))
  await settled()
  backend.answer = () => success(null)
  sent.length = 0
  outbox.flush()
  outbox.flush()
  await settled()
  expect(sent).toEqual([record('one', 2000)])
})

test('what becomes known while a record is under way follows it', async () => {
  const { outbox, sent, settled } = setUp()
  outbox.put(record('one', 1000))
  outbox.put(record('one', 2000))
  await settled()
  expect(sent.map(({ heardMs }) => heardMs)).toEqual([1000, 2000])
})

test('a flush that comes just before the word of a failure counts', async () => {
  const { outbox, backend, sent, settled } = setUp()
  backend.answer = () => (sent.length === 1 ? failed('bridge-closed') : success(null))
  outbox.put(record('one'))
  outbox.flush()
  await settled()
  expect(sent).toHaveLength(2)
})

test('a play that the backend will never take is told of and does not hold up the others', async () => {
  const { outbox, backend, sent, failures, settled } = setUp()
  backend.answer = ({ playId }) => (playId === 'unknown' ? failed('not-found') : success(null))
  for (const id of ['one', 'unknown', 'two']) outbox.put(record(id))
  await settled()
  expect(sent.map(({ playId }) => playId)).toEqual(['one', 'unknown', 'two'])
  expect(failures).toEqual(['not-found'])
})

test('no more than a day of plays waits, the newest of them', async () => {
  const { outbox, backend, sent, settled } = setUp()
  backend.answer = () => failed('bridge-closed')
  for (let count = 0; count < waitingPlaysLimit + 10; count += 1) outbox.put(record(`${count}`))
  await settled()
  backend.answer = () => success(null)
  sent.length = 0
  outbox.flush()
  await settled()
  const ids = Array.from({ length: waitingPlaysLimit }, (_, index) => `${index + 10}`)
  expect(sent.map(({ playId }) => playId)).toEqual(ids)
})
