import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LadderView, needOf, nextStep, type Place, pcmBitRate, type Step } from './ladder.ts'
import type { Original } from './originals.ts'

const original = (url: string, change: Partial<Original> = {}): Original => ({
  kind: 'direct',
  url,
  format: null,
  isLossless: false,
  bitRate: null,
  headers: {},
  ...change,
})

const place = (nodeId: string, change: Partial<Place> = {}): Place => ({
  nodeId,
  encoded: 'x',
  originals: null,
  failedUrls: new Set(),
  pcmFailed: false,
  ...change,
})

const view = (places: readonly Place[], change: Partial<LadderView> = {}): LadderView => ({
  places,
  nodeIds: [...new Set(places.map(({ nodeId }) => nodeId))],
  searched: new Set(),
  quality: 'auto',
  allowed: { original: Infinity, pcm: Infinity },
  ...change,
})

const urlOf = (step: Step): string =>
  step.kind === 'play' ? (step.original?.url ?? 'pcm') : step.kind === 'search' ? `search ${step.nodeId}` : step.kind

/** What is wrong with a way that was chosen. `hasBetter`: something fits the line, or could still be looked for. */
function faultsOf(
  step: Step,
  allowed: LadderView['allowed'],
  hasBetter: boolean,
): { readonly hasFailed: boolean; readonly isTooMuch: boolean } {
  if (step.kind !== 'play') return { hasFailed: false, isTooMuch: false }
  const { original: chosen, place: at } = step
  const isOver = chosen === null ? pcmBitRate > allowed.pcm : needOf(chosen) > allowed.original
  return {
    hasFailed: chosen === null ? at.pcmFailed : at.failedUrls.has(chosen.url),
    isTooMuch: isOver && hasBetter,
  }
}

describe('the ladder', () => {
  it('asks first, then goes down: lossless, lossy by quality, decoded, another candidate, another node', () => {
    const [flac, good, poor] = [
      original('flac', { isLossless: true, bitRate: 280_000 }),
      original('good', { bitRate: 320_000 }),
      original('poor', { bitRate: 64_000 }),
    ]
    const rungs = [poor, flac, good]
    expect(nextStep(view([place('a')])).kind).toBe('ask')
    const seen: string[] = []
    const failedUrls = new Set<string>()
    let pcmFailed = false
    let searched = new Set<string>()
    const b = place('b', { originals: [], pcmFailed: false })
    for (let turn = 0; turn < 6; turn += 1) {
      const a = place('a', { originals: rungs, failedUrls, pcmFailed })
      const step = nextStep(view([a, b], { searched }))
      seen.push(urlOf(step))
      if (step.kind === 'search') searched = new Set([...searched, step.nodeId])
      else if (step.kind === 'play' && step.original !== null) failedUrls.add(step.original.url)
      else pcmFailed = true
    }
    expect(seen).toEqual(['flac', 'good', 'poor', 'pcm', 'search a', 'pcm'])
  })

  it('takes the smallest when data is to be saved, and the plain file rather than segments', () => {
    const originals = [original('big', { isLossless: true }), original('small', { bitRate: 64_000 })]
    expect(urlOf(nextStep(view([place('a', { originals })], { quality: 'save-data' })))).toBe('small')
    const both = [original('hls', { kind: 'hls' }), original('file')]
    expect(urlOf(nextStep(view([place('a', { originals: both })])))).toBe('file')
  })

  it('passes over what the line does not carry, and comes back to it when nothing else is left', () => {
    const flac = original('flac', { isLossless: true })
    const small = original('small', { bitRate: 96_000 })
    const allowed = { original: 200_000, pcm: Infinity }
    expect(urlOf(nextStep(view([place('a', { originals: [flac, small] })], { allowed })))).toBe('small')
    const only = view([place('a', { originals: [flac], pcmFailed: true })], { allowed, searched: new Set(['a']) })
    expect(urlOf(nextStep(only))).toBe('flac')
  })

  const originals = fc.array(
    fc.record({
      kind: fc.constantFrom('direct' as const, 'hls' as const),
      url: fc.constantFrom('1', '2', '3', '4', '5', '6'),
      format: fc.constant(null),
      isLossless: fc.constantFrom(true, false, null),
      bitRate: fc.option(fc.integer({ min: 8000, max: 3_000_000 })),
      headers: fc.constant({}),
    }),
    { maxLength: 4 },
  )
  const places = fc.array(
    fc.record({
      nodeId: fc.constantFrom('a', 'b', 'c'),
      encoded: fc.constantFrom('x', 'y'),
      originals: fc.option(originals),
      failedUrls: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')).map((urls) => new Set<string>(urls)),
      pcmFailed: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  const views = fc.record({
    places,
    nodeIds: fc.constant(['a', 'b', 'c']),
    searched: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((ids) => new Set(ids)),
    quality: fc.constantFrom('auto' as const, 'original' as const, 'save-data' as const),
    allowed: fc.record({
      original: fc.constantFrom(100_000, 500_000, Infinity),
      pcm: fc.constantFrom(100_000, Infinity),
    }),
  })

  it('never takes what has failed, never exceeds the line while something fits, and gives up only at the end', () => {
    fc.assert(
      fc.property(views, (given) => {
        const step = nextStep(given)
        const open = given.places.flatMap((each) =>
          (each.originals ?? []).filter(({ url }) => !each.failedUrls.has(url)).map((rung) => needOf(rung)),
        )
        const hasPcm = given.places.some(({ pcmFailed }) => !pcmFailed)
        const isAllSearched = given.nodeIds.every((nodeId) => given.searched.has(nodeId))
        const fits = open.some((each) => each <= given.allowed.original) || (hasPcm && pcmBitRate <= given.allowed.pcm)
        const isAtTheEnd = isAllSearched && open.length === 0 && !hasPcm
        const isGivenUpEarly = step.kind === 'give-up' && !isAtTheEnd
        expect({ isGivenUpEarly, ...faultsOf(step, given.allowed, fits || !isAllSearched) }).toEqual({
          isGivenUpEarly: false,
          hasFailed: false,
          isTooMuch: false,
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('comes to an end when everything fails, and tries nothing twice', () => {
    fc.assert(
      fc.property(views, (given) => {
        let { places, searched }: { places: readonly Place[]; searched: ReadonlySet<string> } = given
        const tried: string[] = []
        for (let turn = 0; turn < 100; turn += 1) {
          const step = nextStep({ ...given, places, searched })
          if (step.kind === 'give-up') return
          if (step.kind === 'search') searched = new Set([...searched, step.nodeId])
          else {
            const at = places.findIndex((each) => each === step.place)
            tried.push(`${step.kind} ${at} ${step.kind === 'play' ? (step.original?.url ?? 'pcm') : ''}`)
            const was = step.place
            const now: Place =
              step.kind === 'ask'
                ? { ...was, originals: [] }
                : step.original === null
                  ? { ...was, pcmFailed: true }
                  : { ...was, failedUrls: new Set([...was.failedUrls, step.original.url]) }
            places = places.with(at, now)
          }
          expect(new Set(tried).size).toBe(tried.length)
        }
        throw new Error('It never came to an end')
      }),
      { numRuns: 500 },
    )
  })
})
