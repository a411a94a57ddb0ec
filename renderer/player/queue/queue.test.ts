import { describe, expect, test } from 'vitest'
import type { QueueContext } from '../../../src/contract/index.ts'
import { seededRandom, testTrack, testTracks } from '../controller/testing/index.ts'
import {
  canSkip,
  clearUpcoming,
  emptyQueue,
  enqueue,
  following,
  fromRecord,
  goTo,
  goToPrevious,
  move,
  type NewEntry,
  playNow,
  type Queue,
  queuedPastLimit,
  remove,
  setShuffle,
  toRecord,
  toView,
  undoRemoval,
} from './index.ts'

const context: QueueContext = { kind: 'album', id: 'album', title: 'Album' }
const random = seededRandom(3)

/** One entry per name, with a track of the same name. */
const entries = (...names: readonly string[]): NewEntry[] =>
  names.map((name) => ({ entryId: name, track: testTrack(name) }))

const letters = (text: string): string[] => Array.from(text)

const list = (names: string, startIndex = 0, shuffle = false): Queue =>
  playNow(emptyQueue, entries(...letters(names)), { startIndex, context, shuffle }, random)

/** The queue in short: `past > current > queued > rest`. */
function shown(queue: Queue | null): string {
  if (queue === null) return 'nothing'
  const { past, current, queued, rest } = toView(queue)
  return [past, current === null ? [] : [current], queued, rest]
    .map((part) => part.map((entry) => entry.entryId).join(''))
    .join(' > ')
}

const skip = (queue: Queue): Queue => following(queue, 'skip', random) ?? queue

describe('starting a list', () => {
  test('from the middle plays on from there, with what comes before it behind', () => {
    expect(shown(list('abcde', 2))).toBe('ab > c >  > de')
  })

  test('with shuffle on plays the chosen one first and everything else after it', () => {
    const queue = list('abcde', 2, true)
    expect(queue.current?.entryId).toBe('c')
    expect(
      toView(queue)
        .rest.map((entry) => entry.entryId)
        .toSorted(),
    ).toEqual(['a', 'b', 'd', 'e'])
    expect(queue.past).toEqual([])
  })

  test('keeps what the person queued, and the shuffle mode when nothing is said', () => {
    const queued = enqueue(list('abc', 0, true), entries('x', 'y'), 'later')
    const replaced = playNow(queued, entries('p', 'q'), { startIndex: 0, context }, random)
    expect(shown(replaced)).toBe(' > p > xy > q')
    expect(replaced.shuffle).toBe(true)
  })

  test('takes a start outside the list as its nearest end', () => {
    expect(shown(list('abc', 99))).toBe('ab > c >  > ')
    expect(shown(list('abc', -4))).toBe(' > a >  > bc')
  })
})

describe('queueing', () => {
  test('next goes before what was queued, later after it, both in their order', () => {
    const queue = enqueue(
      enqueue(enqueue(list('ab'), entries('x', 'y'), 'next'), entries('z'), 'later'),
      entries('u', 'v'),
      'next',
    )
    expect(shown(queue)).toBe(' > a > uvxyz > b')
  })

  test('starts with the first track when nothing is there', () => {
    expect(shown(enqueue(emptyQueue, entries('x', 'y'), 'later'))).toBe(' > x > y > ')
  })
})

describe('jumping', () => {
  test('into the rest leaves what was queued to come', () => {
    expect(shown(goTo(enqueue(list('abcd'), entries('x'), 'next'), 'c'))).toBe('ab > c > x > d')
  })

  test('back brings everything after it to come again', () => {
    const played = skip(skip(enqueue(list('abcd'), entries('x'), 'next')))
    expect(shown(played)).toBe('ax > b >  > cd')
    expect(shown(goTo(played, 'a'))).toBe(' > a > x > bcd')
  })
})

describe('repeat', () => {
  test('off ends with the list', () => {
    const last = list('ab', 1)
    expect(canSkip(last)).toBe(false)
    expect(following(last, 'end', random)).toBeNull()
  })

  test('all starts the list again, without what was queued once', () => {
    const last = skip(skip({ ...enqueue(list('ab'), entries('x'), 'next'), repeat: 'all' }))
    expect(shown(last)).toBe('ax > b >  > ')
    expect(shown(following(last, 'end', random))).toBe('x > a >  > b')
  })

  test('all with only queued tracks takes them as the list', () => {
    const queue: Queue = { ...enqueue(emptyQueue, entries('x', 'y'), 'later'), repeat: 'all' }
    expect(shown(skip(skip(queue)))).toBe(' > x >  > y')
  })

  test('all with shuffle draws a new order that does not begin with what was heard last', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      let queue: Queue = { ...list('abc', 0, true), repeat: 'all' }
      queue = skip(skip(queue))
      const last = queue.current?.entryId
      const round = following(queue, 'end', seededRandom(seed))
      expect(round?.current?.entryId).not.toBe(last)
      expect(round?.past).toEqual([])
      expect(round?.rest).toHaveLength(2)
    }
  })

  test('one replays at the end, but Next goes on, round the end of the list too', () => {
    const queue: Queue = { ...list('ab'), repeat: 'one' }
    expect(following(queue, 'end', random)).toBe(queue)
    expect(shown(skip(queue))).toBe('a > b >  > ')
    expect(shown(skip(skip(queue)))).toBe(' > a >  > b')
  })
})

describe('shuffle', () => {
  test('off goes on after the current track and takes what is left before it at the end', () => {
    let queue = list('abcdefgh', 4, true)
    queue = skip(queue)
    const played = [...queue.past.map((item) => item.entryId), queue.current?.entryId ?? '']
    const at = 'abcdefgh'.indexOf(played[1] ?? '')
    const onward = letters(`${'abcdefgh'.slice(at + 1)}${'abcdefgh'.slice(0, at)}`)
    const expected = onward.filter((name) => !played.includes(name))
    expect(toView(setShuffle(queue, false, random)).rest.map((entry) => entry.entryId)).toEqual(expected)
  })

  test('on takes in what was passed over when the list was entered late, but not what was played', () => {
    const mixed = setShuffle(skip(list('abcdef', 2)), true, random)
    expect(toView(mixed).past.map((entry) => entry.entryId)).toEqual(['c'])
    expect(
      toView(mixed)
        .rest.map((entry) => entry.entryId)
        .toSorted(),
    ).toEqual(['a', 'b', 'e', 'f'])
  })

  test('off again, an order made by hand is still there', () => {
    const moved = move(list('abcde'), ['e'], { part: 'rest', beforeEntryId: 'b' })
    const back = setShuffle(setShuffle(moved, true, random), false, random)
    expect(shown(back)).toBe(' > a >  > ebcd')
  })
})

test('each shuffled order is as likely as any other', () => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 6_000; round += 1) {
    const order = toView(list('abcd', 0, true)).rest.map((entry) => entry.entryId)
    counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

describe('moving', () => {
  test('puts entries before another, in the order given', () => {
    expect(shown(move(list('abcdef'), ['f', 'd'], { part: 'rest', beforeEntryId: 'c' }))).toBe(' > a >  > bfdce')
  })

  test('into the queued part makes them queued, and back makes them part of the list at that place', () => {
    const queued = move(list('abcd'), ['c'], { part: 'queued', beforeEntryId: null })
    expect(shown(queued)).toBe(' > a > c > bd')
    expect(queued.queued[0]?.origin).toBe('queued')
    const back = move(queued, ['c'], { part: 'rest', beforeEntryId: null })
    expect(shown(back)).toBe(' > a >  > bdc')
    expect(shown(setShuffle(setShuffle(back, true, random), false, random))).toBe(' > a >  > bdc')
  })

  test('before itself or before another moved one changes nothing else', () => {
    expect(shown(move(list('abcde'), ['c'], { part: 'rest', beforeEntryId: 'c' }))).toBe(' > a >  > bcde')
    expect(shown(move(list('abcde'), ['b', 'c'], { part: 'rest', beforeEntryId: 'c' }))).toBe(' > a >  > bcde')
  })

  test('a played one comes again; the current one stays', () => {
    expect(shown(move(list('abcd', 2), ['a', 'c'], { part: 'queued', beforeEntryId: null }))).toBe('b > c > a > d')
  })
})

describe('removing', () => {
  test('the current one goes on to the next, and undo leaves it behind the new one', () => {
    const { queue, removal, goesOn } = remove(list('abc'), ['a'], random)
    expect(shown(queue)).toBe(' > b >  > c')
    expect(goesOn).toBe(true)
    expect(shown(undoRemoval(queue, removal))).toBe('a > b >  > c')
  })

  test('the last one falls back to the one before, with nothing to go on to', () => {
    const { queue, goesOn } = remove(list('ab', 1), ['b'], random)
    expect(shown(queue)).toBe(' > a >  > ')
    expect(goesOn).toBe(false)
  })

  test('everything leaves nothing, and undo brings all of it back with the same current one', () => {
    const before = enqueue(list('abcd', 1), entries('x'), 'next')
    const { queue, removal } = remove(before, ['a', 'b', 'c', 'd', 'x'], random)
    expect(queue.current).toBeNull()
    expect(shown(undoRemoval(queue, removal))).toBe(shown(before))
  })

  test('undone after its turn has gone by, an entry plays next', () => {
    const { queue, removal } = remove(list('abcde'), ['c'], random)
    const undone = undoRemoval(skip(skip(queue)), removal)
    expect(shown(undone)).toBe('ab > d >  > ce')
    expect(shown(setShuffle(setShuffle(undone, true, random), false, random))).toBe('ab > d >  > ce')
  })

  test('undone after other entries were moved around it, an entry stands where it stood', () => {
    const { queue, removal } = remove(list('abcdef'), ['d'], random)
    const moved = move(queue, ['c'], { part: 'rest', beforeEntryId: null })
    expect(shown(undoRemoval(moved, removal))).toBe(' > a >  > bdefc')
  })

  test('undone after shuffle was turned off, an entry stands in its place of the list', () => {
    const mixed = list('abcdef', 0, true)
    const { queue, removal } = remove(mixed, ['d'], random)
    expect(shown(undoRemoval(setShuffle(queue, false, random), removal))).toBe(' > a >  > bcdef')
  })

  test('undone after another list was started, only what was queued comes back', () => {
    const { queue, removal } = clearUpcoming(enqueue(list('abc'), entries('x'), 'next'))
    const replaced = playNow(queue, entries('p', 'q'), { startIndex: 0, context }, random)
    expect(shown(undoRemoval(replaced, removal))).toBe(' > p > x > q')
  })
})

describe('a stored queue', () => {
  test('comes back without tracks that are gone; the next takes the place of the current one', () => {
    const record = toRecord(enqueue(list('abcd', 1), entries('x'), 'next'))
    const known = new Map(letters('acdx').map((name) => [name, testTrack(name)]))
    const { queue, missing } = fromRecord(record, known)
    expect(shown(queue)).toBe('a > x >  > cd')
    expect(missing).toBe(1)
  })

  test('that names an entry twice has it once', () => {
    const record = toRecord(list('ab'))
    const doubled = { ...record, past: record.upcoming }
    const known = new Map(letters('ab').map((name) => [name, testTrack(name)]))
    expect(shown(fromRecord(doubled, known).queue)).toBe('b > a >  > ')
  })

  test('remembers what was passed over, so that a shuffle after a restart takes it in', () => {
    const before = list('abcd', 2)
    const all = [...before.past, ...before.rest, ...(before.current === null ? [] : [before.current])]
    const { queue } = fromRecord(toRecord(before), new Map(all.map((item) => [item.track.id, item.track])))
    expect(
      toView(setShuffle(queue, true, random))
        .rest.map((entry) => entry.entryId)
        .toSorted(),
    ).toEqual(['a', 'b', 'd'])
  })
})

test('queued tracks that were played do not pile up without end', () => {
  let queue = list('ab')
  for (let count = 0; count < queuedPastLimit + 50; count += 1) {
    queue = skip(enqueue(queue, entries(`q${count}`), 'next'))
  }
  expect(queue.past.filter((item) => item.origin === 'queued')).toHaveLength(queuedPastLimit)
  expect(queue.past[0]?.entryId).toBe('a')
})

test('every operation takes time in proportion to the length of the queue', () => {
  // A quadratic step would take minutes here and run into the time limit, whatever the machine.
  const many = testTracks(100_000).map((track, index) => ({ entryId: `e${index}`, track }))
  const half = many.map((entry) => entry.entryId).filter((_, index) => index % 2 === 1)
  let queue = playNow(emptyQueue, many, { startIndex: 50_000, context, shuffle: false }, random)
  queue = setShuffle(setShuffle(queue, true, random), false, random)
  queue = move(queue, half, { part: 'queued', beforeEntryId: null })
  queue = move(queue, half, { part: 'rest', beforeEntryId: 'e50002' })
  const removed = remove(queue, half, random)
  queue = undoRemoval(removed.queue, removed.removal)
  queue = goTo(queue, 'e99999') ?? queue
  queue = goToPrevious(queue) ?? queue
  const { queue: back } = fromRecord(toRecord(queue), new Map(many.map((entry) => [entry.track.id, entry.track])))
  expect(toView(back).past.length + toView(back).rest.length).toBe(many.length - 1)
})
