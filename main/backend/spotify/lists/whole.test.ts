import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import type { Fault } from '../../../../testkit/nodelink/index.ts'
import { type Entry, outOfQuota, type PlaylistHandle, refusal, tooMany } from '../../../../testkit/spotify/index.ts'
import { entryObject } from '../../../../testkit/spotify/library.ts'
import { readRow, type SpotifyRow } from '../answers/index.ts'
import { asking, closeAll, codeOf, openSpotify, type TestSpotify } from '../testing/index.ts'
import { type ListPlace, type ListStep, readLikedSongs, readPlaylist } from './index.ts'

afterEach(closeAll)

/** A fault, or a change of the list, that happens with one of the requests. */
type Event =
  | { readonly at: number; readonly fault: Fault; readonly times: number }
  | { readonly at: number; readonly change: number }

const faults: readonly Fault[] = [
  tooMany('1'),
  tooMany('30'),
  tooMany('79892'),
  tooMany(null),
  tooMany('soon'),
  outOfQuota('5'),
  refusal(500, 'Server error'),
  refusal(401, 'The access token expired'),
  refusal(403, 'Forbidden'),
  { kind: 'reset' },
  { kind: 'cut', afterBytes: 60 },
  { kind: 'empty' },
]

const json = (body: string): Fault => ({ kind: 'body', body, contentType: 'application/json' })
/** What looks like an answer and is not true. Said again and again, nobody could tell. */
const lies: readonly Fault[] = [
  json('{"items":[],"total":0,"limit":50,"offset":0}'),
  json('{"items":[{"item":null}],"total":5,"limit":4}'),
  json('{"items":[{"item":null}],"total":5,"limit":4,"offset":0}'),
  json('{"items":[],"total":5,"limit":4,"offset":0}'),
  json('{"items":[{"item":null}],"total":5000,"limit":1,"offset":0}'),
]

const at = fc.nat(14)
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ at, fault: fc.constantFrom(...faults), times: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ at, change: fc.nat(1000) }),
)

const plan = fc.record({
  length: fc.nat(26),
  largestPage: fc.integer({ min: 1, max: 6 }),
  keptBack: fc.constantFrom(0, 0, 0, 0, 1),
  marksAnew: fc.constantFrom(false, false, false, true),
  events: fc.array(event, { maxLength: 5 }),
  lie: fc.option(fc.record({ at, fault: fc.constantFrom(...lies), times: fc.constant(1) })),
  /** Pages after which the app ends, and goes on later. */
  ends: fc.array(fc.nat(6), { maxLength: 3 }),
})

type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never

/** Entries of a list, all different, and all of one time but for what is added later. */
let made = 0
const entry = (kind: number): Entry => {
  made += 1
  if (kind % 5 === 1) return { kind: 'episode', name: `Talk ${made}` }
  if (kind % 5 === 2) return { kind: 'local', name: `File ${made}`, artist: 'Ann', seconds: 100 }
  const addedAt = new Date(Date.UTC(2020, 0, 1) + made * 1000).toISOString()
  return { kind: 'track', name: `Song ${made}`, addedAt }
}

interface Outcome {
  readonly code: string
  readonly rows: readonly SpotifyRow[]
  readonly isWhole: boolean
  readonly hasHoles: boolean
}

/** Reads a list as an import does, with ends and new beginnings; faults and changes come as planned. */
async function readAsPlanned(
  test: TestSpotify,
  planned: Plan,
  read: (place: ListPlace | null) => AsyncGenerator<ListStep<SpotifyRow>, void, undefined>,
  change: (number: number) => void,
): Promise<Outcome> {
  let rows: SpotifyRow[] = []
  let place: ListPlace | null = null
  let isWhole = false
  let hasHoles = false
  let requests = 0
  const ends = [...planned.ends]
  test.spotify.onRequest = ({ path }) => {
    for (const one of [...planned.events, ...(planned.lie === null ? [] : [planned.lie])]) {
      if (one.at !== requests) continue
      if ('change' in one) change(one.change)
      else test.spotify.faults.add(path, one.fault, one.times)
    }
    requests += 1
  }
  const once = async (pages: number): Promise<void> => {
    let left = pages
    for await (const step of read(place)) {
      if (step.kind === 'end') isWhole = true
      else {
        if (step.kind === 'begin') rows = []
        else {
          rows.push(...step.items)
          // A page joins what is there, without a hole.
          hasHoles ||= step.offset + step.items.length !== rows.length
        }
        place = structuredClone(step.place)
        if (left === 0) return
        left -= 1
      }
    }
  }
  let code = 'fine'
  for (let isOver = false; !isOver; isOver = isWhole || code !== 'fine')
    code = await codeOf(() => once(ends.shift() ?? Infinity))
  test.spotify.onRequest = () => undefined
  test.spotify.faults.clear()
  return { code, rows, isWhole, hasHoles }
}

/** What may come instead of the whole list. */
const honest = new Set([
  'spotify-blocked',
  'spotify-quota-exceeded',
  'spotify-failed',
  'spotify-unreachable',
  'spotify-answer-unreadable',
  'spotify-playlist-refused',
  'spotify-refused',
  'spotify-sign-in-ended',
  'spotify-list-short',
  'spotify-list-changing',
])

/** What is wrong with an outcome, beside all that the list ever was. */
function judged({ code, rows, isWhole, hasHoles }: Outcome, held: readonly string[]): string {
  if (hasHoles) return 'has holes'
  if (code !== 'fine') return !isWhole && honest.has(code) ? 'right' : `${code}, and whole: ${isWhole}`
  return held.includes(identities(rows)) ? 'right' : `${identities(rows)} is none of ${held.join(' or ')}`
}

/** Everything as it is before a reading: nobody has to wait, somebody is signed in. */
async function calm(test: TestSpotify, planned: Plan): Promise<void> {
  test.clock.advance(90_000_000)
  Object.assign(test.spotify.behaviour, { keptBack: 0, marksAnew: false, largestPage: 50 })
  if (test.room.state.kind !== 'signed-in') await test.signedIn()
  await test.room.client().me(asking)
  const { largestPage, keptBack, marksAnew } = planned
  Object.assign(test.spotify.behaviour, { largestPage, keptBack, marksAnew })
}

const identities = (rows: readonly SpotifyRow[]): string =>
  JSON.stringify(rows.map((row) => ('track' in row ? row.track.title : row)))

const rowsOf = (entries: readonly Entry[]): SpotifyRow[] =>
  entries.map((one, index) => readRow(entryObject(one, index, 'both')))

it('whatever goes wrong, a playlist is as it was at one moment, or an error: never short', async () => {
  const test = await openSpotify()
  await test.signedIn()
  const outcomes = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(plan, async (planned) => {
      await calm(test, planned)
      const entries = Array.from({ length: planned.length }, (_, index) => entry(index))
      const list: PlaylistHandle = test.spotify.addPlaylist({ name: `List ${made}`, entries })
      const held = [identities(rowsOf(entries))]
      const outcome = await readAsPlanned(
        test,
        planned,
        (place) => readPlaylist(test.room.client(), list.id, asking, place),
        (number) => {
          const place = number % (list.entries.length + 1)
          // Something is added, taken away, put in another place, or put in the place of something else.
          const [before, after] = [list.entries.slice(0, place), list.entries.slice(place)]
          const choices = [
            () => [...before, entry(number), ...after],
            () => [...before, ...after.slice(1)],
            () => [...after, ...before],
            () => [...before, entry(number), ...after.slice(1)],
          ]
          list.change(choices[number % choices.length]?.() ?? [])
          held.push(identities(rowsOf(list.entries)))
        },
      )
      outcomes.set(outcome.code, (outcomes.get(outcome.code) ?? 0) + 1)
      expect(judged(outcome, held)).toBe('right')
      expect(test.spotify.breaches).toEqual([])
    }),
    { numRuns: 100 },
  )
  // Neither always fine nor always an error: both were tried.
  expect(outcomes.get('fine')).toBeGreaterThan(20)
  expect(outcomes.size).toBeGreaterThan(3)
}, 60_000)

it('whatever goes wrong, liked songs are as they were at one moment, or an error: never short', async () => {
  const test = await openSpotify()
  await test.signedIn()
  let fine = 0
  await fc.assert(
    fc.asyncProperty(plan, async (planned) => {
      await calm(test, planned)
      test.spotify.liked = Array.from({ length: planned.length }, () => entry(0))
      const held = [identities(rowsOf(test.spotify.liked))]
      const outcome = await readAsPlanned(
        test,
        planned,
        (place) => readLikedSongs(test.room.client(), asking, place),
        (number) => {
          // A song is liked, and comes first; or one is liked no more; or both.
          const { liked } = test.spotify
          const place = number % (liked.length + 1)
          const fewer = [...liked.slice(0, place), ...liked.slice(place + 1)]
          test.spotify.liked = number % 3 === 0 ? fewer : [entry(0), ...(number % 3 === 1 ? liked : fewer)]
          held.push(identities(rowsOf(test.spotify.liked)))
        },
      )
      if (outcome.isWhole) fine += 1
      expect(judged(outcome, held)).toBe('right')
      expect(test.spotify.breaches).toEqual([])
    }),
    { numRuns: 100 },
  )
  expect(fine).toBeGreaterThan(20)
}, 60_000)
