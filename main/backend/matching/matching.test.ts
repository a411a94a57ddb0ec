import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCodePoint, anyGrapheme } from '../../../testkit/property/index.ts'
import {
  matchAll,
  matchPrepared,
  matchRecording,
  prepareWanted,
  queriesFor,
  ruleVersion,
  scoreCandidate,
  type Candidate,
  type Decision,
  type WantedRecording,
} from './index.ts'

const song: WantedRecording = {
  title: 'Harbour Lights',
  artists: ['Marlow & the Tides'],
  album: 'Low Water',
  durationMs: 232_000,
  isrc: 'GB-XYZ-21-00011',
}
let next = 0
const candidate = (given: Partial<Candidate> = {}): Candidate => {
  next += 1
  const base = { title: song.title, artists: song.artists, durationMs: 232_000, source: 'deezer' }
  return { id: `c${next}`, ...base, ...given }
}
const chosen = (decision: Decision): string | null => (decision.kind === 'match' ? decision.chosen.candidate.id : null)
const kind = (wanted: WantedRecording, ...given: readonly Partial<Candidate>[]): string =>
  matchRecording(wanted, given.map(candidate)).kind

describe('the cascade', () => {
  it('takes what a person chose, whatever else is there', () => {
    const mine = candidate({ title: 'Something else', artists: ['Nobody'], durationMs: 10_000 })
    const decision = matchRecording(song, [candidate(), mine], { overrideId: mine.id })
    expect(decision).toMatchObject({ kind: 'match', by: 'override', chosen: { candidate: mine }, ruleVersion })
  })

  it('takes the code before a better title, where nothing speaks against it', () => {
    const byCode = candidate({
      title: 'Harbour Lights [2024 Master]',
      artists: ['M. & the Tides'],
      isrc: 'gbxyz2100011',
    })
    expect(matchRecording(song, [candidate(), byCode])).toMatchObject({ by: 'isrc', chosen: { candidate: byCode } })
  })

  it.each([
    ['another version', { title: 'Harbour Lights (Karaoke Version)', isrc: 'GBXYZ2100011' }],
    ['another length', { durationMs: 290_000, isrc: 'GBXYZ2100011' }],
    ['another song of somebody else', { title: 'Tuesday', artists: ['Anna'], isrc: 'GBXYZ2100011' }],
  ])('does not believe a code that comes with %s', (_what, given) => expect(kind(song, given)).not.toBe('match'))

  it('knows an exact match', () => {
    const decision = matchRecording(song, [candidate({ title: 'HARBOUR LIGHTS', durationMs: 233_000 })])
    expect(decision).toMatchObject({ kind: 'match', by: 'exact' })
  })

  it('asks where two recordings fit as well', () => {
    const wanted = { title: 'Intro', artists: ['Odd Weather'] }
    const two = [candidate({ ...wanted, durationMs: 48_000 }), candidate({ ...wanted, durationMs: 95_000 })]
    const decision = matchRecording(wanted, two)
    expect(decision).toMatchObject({ kind: 'review', why: 'several-recordings', proposals: [{}, {}] })
  })

  it('shows five at most for review, best first', () => {
    const decision = matchRecording(
      song,
      Array.from({ length: 9 }, (_, at) =>
        candidate({ title: 'Harbour Lights - Acoustic', durationMs: 232_000 + at * 1000 }),
      ),
    )
    if (decision.kind !== 'review') throw new Error(decision.kind)
    expect(decision.proposals).toHaveLength(5)
    const scores = decision.proposals.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
  })

  it.each([
    ['nothing-found', []],
    ['nothing-close', [{ title: 'Tuesday' }]],
    ['only-other-versions', [{ title: 'Harbour Lights (Live)' }]],
    ['only-other-artists', [{ artists: ['The Platters'], durationMs: 200_000 }]],
    ['only-other-lengths', [{ durationMs: 300_000 }]],
  ])('says why there is no match: %s', (why, given) => {
    expect(matchRecording(song, given.map(candidate))).toMatchObject({ kind: 'none', why })
  })

  it('never proposes again what a person refused', () => {
    const one = candidate()
    expect(matchRecording(song, [one], { rejectedIds: new Set([one.id]) })).toMatchObject({ why: 'only-rejected' })
  })

  it('leaves out what is known to be explicit where only clean ones are wanted', () => {
    const [dirty, clean] = [candidate({ explicit: true, isLossless: true }), candidate({ explicit: false })]
    expect(chosen(matchRecording(song, [dirty, clean], { only: 'clean' }))).toBe(clean.id)
  })
})

describe('among recordings that are the same', () => {
  it('a lossless file of one’s own comes before a lossless source, and that before what is lossy', () => {
    const lossy = candidate({ source: 'library', bitRateBps: 320_000 })
    const source = candidate({ source: 'qobuz', isLossless: true })
    const own = candidate({ source: 'library', isLossless: true })
    expect(chosen(matchRecording(song, [lossy, source, own]))).toBe(own.id)
    expect(chosen(matchRecording(song, [lossy, source]))).toBe(source.id)
    const [less, more] = [candidate({ bitRateBps: 128_000 }), candidate({ bitRateBps: 256_000 })]
    expect(chosen(matchRecording(song, [less, more]))).toBe(more.id)
  })

  it('no quality makes up for another version or the wrong words', () => {
    const plain = candidate()
    const live = candidate({ title: 'Harbour Lights (Live)', source: 'library', isLossless: true })
    expect(chosen(matchRecording(song, [live, plain]))).toBe(plain.id)
    const [clean, dirty] = [candidate({ explicit: false, isLossless: true }), candidate({ explicit: true })]
    expect(chosen(matchRecording({ ...song, explicit: true }, [clean, dirty]))).toBe(dirty.id)
  })

  it('the others stand behind the chosen one, for when it cannot be played', () => {
    const decision = matchRecording(song, [candidate(), candidate(), candidate({ title: 'Harbour Lights (Live)' })])
    expect(decision).toMatchObject({ kind: 'match', alternatives: [{}] })
  })
})

describe('a candidate', () => {
  it('that is a stream without an end is never a match', () => expect(kind(song, { isStream: true })).toBe('none'))

  it('is told apart by its length: another tempo is suspected', () => {
    const { reasons } = scoreCandidate(song, candidate({ durationMs: 195_000 }))
    expect(reasons).toContainEqual({ code: 'tempo-suspected', ratio: 195 / 232 })
  })

  it('gets its parts, and null for what is not known', () => {
    const { parts, score } = scoreCandidate(song, candidate({ durationMs: null, album: null }))
    expect(parts).toMatchObject({ title: 1, artists: 1, duration: null, album: null, explicit: null })
    expect(score).toBeGreaterThan(0.95)
  })

  it('on a live album is not the studio recording', () => {
    expect(kind(song, { album: 'Live at Ardmore Hall' })).not.toBe('match')
    expect(kind({ ...song, album: 'Live at Ardmore Hall' }, { title: 'Harbour Lights (Live at Ardmore Hall)' })).toBe(
      'match',
    )
  })

  it('with a title in two scripts is known by either', () => {
    const wanted = { title: '봄날', artists: ['BTS'], durationMs: 274_000 }
    expect(kind(wanted, { title: "BTS '봄날 (Spring Day)' MV", artists: ['BTS'], durationMs: 275_000 })).toBe('match')
    expect(
      kind({ ...wanted, title: 'Spring Day' }, { title: '봄날 (Spring Day)', artists: ['BTS'], durationMs: 275_000 }),
    ).toBe('match')
  })

  it('with a romanised title needs artist and length beside it', () => {
    const wanted = { title: 'Группа крови', artists: ['Кино'], durationMs: 286_000 }
    expect(kind(wanted, { title: 'Gruppa Krovi', artists: ['Kino'], durationMs: 286_000 })).toBe('match')
    expect(kind(wanted, { title: 'Gruppa Krovi', artists: ['Kino'], durationMs: 281_000 })).toBe('review')
  })

  it('is a cover when somebody else plays it, and none when the wanted artist does', () => {
    expect(kind(song, { title: 'Harbour Lights (Marlow & the Tides cover)', artists: ['Ida'] })).toBe('none')
    expect(kind(song, { title: 'Harbour Lights (The Platters cover)' })).toBe('match')
  })
})

describe('queries', () => {
  it('ask by code first, then by artist and title with what is heard', () => {
    expect(queriesFor(song)).toEqual([
      { kind: 'isrc', text: 'GBXYZ2100011' },
      { kind: 'text', text: 'Marlow & the Tides Harbour Lights' },
      { kind: 'text', text: 'Harbour Lights Marlow & the Tides Low Water' },
    ])
    const [first] = queriesFor({ title: 'Song (feat. Bo) - Kygo Remix - Remastered 2011', artists: ['Anna', 'Bo'] })
    expect(first?.text).toBe('Anna Song Kygo Remix')
  })

  it('are two texts at most and short, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint }), fc.string({ unit: anyCodePoint }), (title, artist) => {
        const queries = queriesFor({ title: title.repeat(20), artists: [artist], album: title })
        expect(queries.length).toBeLessThanOrEqual(2)
        for (const { text } of queries) expect(text.length).toBeLessThanOrEqual(120)
      }),
    )
  })
})

describe('any text', () => {
  const text = fc.string({ unit: anyCodePoint, maxLength: 40 })

  it('is scored between 0 and 1, without throwing', () => {
    fc.assert(
      fc.property(text, text, text, text, (title, artist, other, author) => {
        const wanted = { title, artists: [artist], album: other, durationMs: 1000 }
        const { score } = scoreCandidate(
          wanted,
          candidate({ title: other, artists: [author], album: title, durationMs: 2000 }),
        )
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        matchRecording(wanted, [candidate({ title: other, artists: [author] })])
      }),
    )
  })

  it('finds itself again, in capitals, in quotation marks and with featured artists told in another place', () => {
    const words = fc
      .string({ unit: anyGrapheme, minLength: 1, maxLength: 20 })
      .filter((one) => /^[\p{L}\p{N} ]*\p{L}{2}[\p{L}\p{N} ]*$/u.test(one))
    fc.assert(
      fc.property(words, (title) => {
        const wanted = { title, artists: ['Marlow', 'Ida'], durationMs: 200_000 }
        const score = (given: Partial<Candidate>): number =>
          scoreCandidate(wanted, candidate({ title, artists: ['Marlow', 'Ida'], durationMs: 200_000, ...given })).score
        const plain = score({})
        expect(plain).toBeGreaterThan(0.85)
        expect(score({ title: title.toUpperCase() })).toBeCloseTo(plain, 5)
        expect(score({ title: `“${title}”` })).toBeCloseTo(plain, 5)
        expect(score({ title: `${title} (feat. Ida)`, artists: ['Marlow'] })).toBeCloseTo(plain, 5)
        expect(score({ title: `${title} ft. Ida`, artists: ['Marlow'] })).toBeCloseTo(plain, 5)
        expect(score({ artists: ['Marlow feat. Ida'] })).toBeCloseTo(plain, 5)
        expect(score({ artists: ['Marlow & Ida'] })).toBeCloseTo(plain, 5)
      }),
    )
  })

  it('of 10,000 characters ends soon', () => {
    // Bounded by what is compared of a text: work, not time, so that a busy machine does not matter.
    for (const part of ['(', '「', ' - ', 'feat. ', '(a', 'あ', "'a ", 'live ']) {
      const long = part.repeat(10_000)
      expect(
        scoreCandidate({ title: long, artists: [long] }, candidate({ title: `b${long}` })).score,
      ).toBeLessThanOrEqual(1)
    }
  })
})

describe('many recordings', () => {
  it('are decided in their order as one by one, and others have their turn meanwhile', async () => {
    const tasks = Array.from({ length: 40 }, (_, at) => ({
      wanted: { ...song, title: `Song of Day ${at}` },
      candidates: Array.from({ length: 10 }, (_none, other) => candidate({ title: `Song of Day ${at + other}` })),
    }))
    let turns = 0
    const count = (): void => {
      turns += 1
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    const decisions: Decision[] = []
    for await (const decision of matchAll(tasks)) decisions.push(decision)
    clearImmediate(timer)
    expect(turns).toBeGreaterThan(2)
    expect(decisions).toEqual(tasks.map(({ wanted, candidates }) => matchPrepared(prepareWanted(wanted), candidates)))
  })
})
