import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FailureError, type SearchResults, failure } from '../../../src/contract/index.ts'
import { silentLog } from '../log/index.ts'
import { type SearchAnswer, createSearchService } from './service.ts'
import type { SearchSource } from './source.ts'

type Id = 'near' | 'far'

const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null, spotify: [] }

/** A source that answers when it is told to, also when nobody wants to know any more. */
function fakeSource(id: Id) {
  const open: { text: string; signal: AbortSignal; answer: PromiseWithResolvers<SearchResults> }[] = []
  const source: SearchSource<Id> = {
    id,
    search(text, _limit, signal) {
      const answer = Promise.withResolvers<SearchResults>()
      open.push({ text, signal, answer })
      return answer.promise
    },
  }
  return { source, open }
}

function setUp() {
  const near = fakeSource('near')
  const far = fakeSource('far')
  const published: (SearchAnswer<Id> & { clientId: string })[] = []
  const service = createSearchService({
    sources: [near.source, far.source],
    publish: (clientId, answer) => published.push({ clientId, ...answer }),
    log: silentLog,
  })
  const start = async (searchId: string, clientId = 'page'): Promise<readonly Id[]> => {
    const sources = service.start(clientId, { searchId, text: searchId, limit: 10 })
    await setImmediate()
    await setImmediate()
    return sources
  }
  return { near, far, published, service, start }
}

describe('a search over several sources', () => {
  test('each answers in its own event, when it has something', async () => {
    const { near, far, published, start } = setUp()
    expect(await start('a')).toEqual(['near', 'far'])
    near.open[0]?.answer.resolve(nothing)
    await setImmediate()
    expect(published).toEqual([
      { clientId: 'page', searchId: 'a', source: 'near', more: false, outcome: { ok: true, value: nothing } },
    ])
    far.open[0]?.answer.resolve(nothing)
    await setImmediate()
    expect(published.map(({ source }) => source)).toEqual(['near', 'far'])
  })

  test('one that fails says so, and the others still answer', async () => {
    const { near, far, published, start } = setUp()
    await start('a')
    near.open[0]?.answer.reject(new FailureError(failure('not-found')))
    far.open[0]?.answer.resolve(nothing)
    await setImmediate()
    expect(published.map(({ source, outcome }) => [source, outcome.ok])).toEqual([
      ['near', false],
      ['far', true],
    ])
  })

  test('one that breaks in a way of its own is an internal failure', async () => {
    const { near, published, start } = setUp()
    await start('a')
    near.open[0]?.answer.reject(new TypeError('broken'))
    await setImmediate()
    expect(published[0]?.outcome).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  test('a later search ends the earlier one: its sources are told, its late answers and failures are not heard', async () => {
    const { near, far, published, start } = setUp()
    await start('a')
    await start('ab')
    expect(near.open.map(({ signal }) => signal.aborted)).toEqual([true, false])
    near.open[1]?.answer.resolve(nothing)
    near.open[0]?.answer.resolve(nothing)
    far.open[0]?.answer.reject(new Error('late'))
    await setImmediate()
    expect(published.map(({ searchId, source }) => [searchId, source])).toEqual([['ab', 'near']])
  })

  test('a letter typed right after another spares the sources the first search', async () => {
    const { near, service, start } = setUp()
    service.start('page', { searchId: 'a', text: 'a', limit: 10 })
    await start('ab')
    expect(near.open.map(({ text }) => text)).toEqual(['ab'])
  })

  test('what a source has before the rest is told at once, and not for an earlier search', async () => {
    const told: ((results: SearchResults) => void)[] = []
    const published: SearchAnswer<'slow'>[] = []
    const whole = Promise.withResolvers<SearchResults>()
    const service = createSearchService({
      sources: [
        {
          id: 'slow',
          search(_text, _limit, _signal, tell) {
            told.push(tell)
            return whole.promise
          },
        },
      ],
      publish: (_clientId, answer) => published.push(answer),
      log: silentLog,
    })
    const start = async (searchId: string): Promise<void> => {
      service.start('page', { searchId, text: searchId, limit: 10 })
      await setImmediate()
      await setImmediate()
    }
    await start('a')
    await start('ab')
    for (const tell of told) tell(nothing)
    whole.resolve(nothing)
    await setImmediate()
    expect(published.map(({ searchId, more }) => [searchId, more])).toEqual([
      ['ab', true],
      ['ab', false],
    ])
  })

  test('a source that is not there is neither asked nor named', async () => {
    const { source, open } = fakeSource('near')
    const service = createSearchService({
      sources: [{ ...source, isThere: () => false }],
      publish: () => undefined,
      log: silentLog,
    })
    expect(service.start('page', { searchId: 'a', text: 'a', limit: 10 })).toEqual([])
    await setImmediate()
    await setImmediate()
    expect(open).toEqual([])
  })

  test('pages do not end or hear one another', async () => {
    const { near, published, start } = setUp()
    await start('a', 'one')
    await start('b', 'two')
    for (const { answer } of near.open) answer.resolve(nothing)
    await setImmediate()
    expect(published.map(({ clientId, searchId }) => [clientId, searchId])).toEqual([
      ['one', 'a'],
      ['two', 'b'],
    ])
  })

  test('nothing is heard after the end', async () => {
    const { near, published, service, start } = setUp()
    await start('a')
    service.close()
    near.open[0]?.answer.resolve(nothing)
    await setImmediate()
    expect(published).toEqual([])
  })
})

test('in whatever order searches begin and sources answer, only the newest search is heard', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constant('start'), fc.nat(5)), { maxLength: 20 }), async (steps) => {
      const { near, far, published, start } = setUp()
      let begun = 0
      for (const step of steps) {
        const before = published.length
        if (step === 'start') {
          begun += 1
          await start(String(begun))
        } else if (typeof step === 'number') {
          const open = [...near.open, ...far.open]
          open[step % Math.max(1, open.length)]?.answer.resolve(nothing)
          await setImmediate()
        }
        for (const answer of published.slice(before)) expect(answer.searchId).toBe(String(begun))
      }
      const heard = published.map(({ searchId, source }) => `${searchId} ${source}`)
      expect(new Set(heard).size).toBe(heard.length)
    }),
  )
})
