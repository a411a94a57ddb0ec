import { matchRecording } from '../../main/backend/matching/index.ts'
import {
  figuresOf,
  firstHit,
  labelledQueries,
  tokenSetRatio,
  wrongPairs,
  type Figures,
  type Matcher,
} from '../../testkit/matching/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, beside, limited, median, quantile, type Figure } from '../report/index.ts'
import { timed } from '../timed.ts'

const tracks = 500
const candidatesEach = 10
const limitMs = 150
/** The longest that a person's page or sound may wait for. */
const longTitleLimitMs = 5
const pairsPerRecording = 40

const own: Matcher = (wanted, candidates) => {
  const decision = matchRecording(wanted, candidates)
  return decision.kind === 'match' ? decision.chosen.candidate : null
}

/** How often the right recording is chosen, beside two simpler rules on the same queries, and how long that takes. */
export const matching: Group = { name: 'matching', run: (bench) => Promise.resolve(run(bench)) }

function run(bench: Bench): readonly Figure[] {
  const queries = labelledQueries.filter(({ half }) => half === 'test')
  const rules = [
    ['own', 'by score', figuresOf(queries, own)],
    ['first', 'the first hit', figuresOf(queries, firstHit)],
    ['ratio', 'token set ratio and length', figuresOf(queries, tokenSetRatio)],
  ] as const
  const quality = rules.flatMap(([id, what, figures]) => sharesOf(`matching.${id}`, what, figures))
  return [...quality, ...slicesOf(figuresOf(queries, own)), wrongAccepts(), ...timesOf(bench)]
}

/** A share in percent, its 95 % interval in the words, as it belongs to the figure. */
function sharesOf(id: string, what: string, { precision, recall, falseAccepts }: Figures): Figure[] {
  const named = [
    ['precision', 'right of what is taken', precision],
    ['recall', 'found of what is there', recall],
    ['false', 'taken where nothing is right', falseAccepts],
  ] as const
  return named.map(([part, words, { value, of, from, to }]) =>
    alone(
      { id: `${id}.${part}`, what: `${what}: ${words} (${percent(from)}–${percent(to)}, n ${of})`, unit: '%' },
      value * 100,
    ),
  )
}

function slicesOf({ outcomes }: Figures): Figure[] {
  const groups = Map.groupBy(
    outcomes.flatMap((outcome) => {
      const { script, version, isDurationKnown } = outcome.query.slices
      const names = [`script ${script}`, `wanted ${version}`, isDurationKnown ? 'length known' : 'length unknown']
      return names.map((name) => ({ name, outcome }))
    }),
    ({ name }) => name,
  )
  return [...groups].map(([name, all]) => {
    const good = all.filter(({ outcome: { kind } }) => kind === 'right' || kind === 'none').length
    return alone(
      { id: `matching.slice.${name}`, what: `decided rightly, ${name} (n ${all.length})`, unit: '%' },
      (good / all.length) * 100,
    )
  })
}

function wrongAccepts(): Figure {
  const pairs = wrongPairs(labelledQueries, pairsPerRecording)
  const accepted = pairs.filter(({ wanted, candidate }) => matchRecording(wanted, [candidate]).kind === 'match').length
  const what = `accepted of ${pairs.length.toLocaleString('en')} pairs that look alike and are wrong`
  return limited({ id: 'matching.wrong-pairs', what, unit: '%' }, (accepted / pairs.length) * 100, 0.2)
}

function timesOf(bench: Bench): Figure[] {
  const tasks = Array.from({ length: tracks }, (_, at) => {
    const query = labelledQueries[at % labelledQueries.length]
    const found = query?.candidates ?? []
    return {
      wanted: query?.wanted ?? { title: '', artists: [] },
      candidates: Array.from({ length: candidatesEach }, (_none, index) => found[index % found.length]).filter(
        (candidate) => candidate !== undefined,
      ),
    }
  })
  const all = (matcher: Matcher): unknown => tasks.map(({ wanted, candidates }) => matcher(wanted, candidates))
  const times = { own: [] as number[], ratio: [] as number[], long: [] as number[] }
  const title = 'Long ( '.repeat(1500)
  // The first rounds are thrown away: the code is compiled during them.
  for (let round = -3; round < bench.runs(15); round += 1) {
    const taken = timed(() => all(own))
    const ratio = timed(() => all(tokenSetRatio))
    const candidate = { id: 'long', title: `${title}.`, artists: [title], source: 'youtube' }
    const long = timed(() => matchRecording({ title, artists: [title] }, [candidate]))
    if (round < 0) continue
    times.own.push(taken)
    times.ratio.push(ratio)
    times.long.push(long)
  }
  const unit = 'ms'
  const what = `${tracks} tracks with ${candidatesEach} candidates each`
  return [
    limited({ id: 'matching.time.p50', what: `${what}, median`, unit }, median(times.own), limitMs),
    beside({ id: 'matching.time.ratio', what: `${what}, median`, unit }, median(times.own), {
      what: 'token set ratio and length',
      value: median(times.ratio),
    }),
    limited(
      { id: 'matching.long.p95', what: 'a title of 10,000 characters, p95', unit },
      quantile(times.long, 0.95),
      longTitleLimitMs,
    ),
  ]
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
