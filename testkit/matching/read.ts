import type { Candidate, WantedRecording } from '../../main/backend/matching/index.ts'

/** `right`: the wanted recording. `acceptable`: it as well, in a copy one would rather not have. */
export type Label = 'right' | 'acceptable' | 'wrong'

export interface LabelledCandidate extends Candidate {
  readonly label: Label
}

/** One wanted recording with what a search found for it, labelled by hand. */
export interface LabelledQuery {
  readonly id: string
  readonly half: 'tune' | 'test'
  readonly slices: {
    readonly script: string
    /** What the wanted recording is: studio, live, remix …; `other` for the names that a family has for its own. */
    readonly version: string
    readonly isDurationKnown: boolean
    readonly isIsrcKnown: boolean
    readonly hasAnswer: boolean
  }
  readonly wanted: WantedRecording
  readonly candidates: readonly LabelledCandidate[]
}

interface Recording {
  readonly title: string
  readonly artists: readonly string[]
  readonly album: string | null
  readonly durationMs: number
  readonly isrc: string | null
  readonly explicit: boolean | null
}

interface Family {
  readonly name: string
  readonly script: string
  readonly recordings: Map<string, Recording>
  readonly candidates: { readonly key: string; readonly isAcceptable: boolean; readonly candidate: Candidate }[]
  readonly queries: string[]
}

/** Reads families written as README.md says. */
export function readSet(texts: readonly string[], half: LabelledQuery['half']): readonly LabelledQuery[] {
  return texts
    .flatMap(familiesOf)
    .flatMap((family) => family.queries.map((line, at) => ({ ...queryOf(family, line, at), half })))
}

function familiesOf(text: string): Family[] {
  const families: Family[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const family = families.at(-1)
    if (line.startsWith('= ')) {
      const [name = '', script = ''] = line.slice(2).split(' ')
      families.push({ name, script, recordings: new Map(), candidates: [], queries: [] })
    } else if (family === undefined) throw new Error(`A line before any family: ${line}`)
    else if (line.startsWith('@')) addRecording(family, line.slice(1))
    else if (line.startsWith('? ')) family.queries.push(line.slice(2))
    else addCandidate(family, line)
  }
  return families
}

function addRecording(family: Family, line: string): void {
  const { key, fields } = split(line)
  const [title = '', artists = '', album = '', length = '', isrc = '', explicit = ''] = fields
  family.recordings.set(key, {
    title,
    artists: artists.split(';').map((name) => name.trim()),
    album: album === '' ? null : album,
    durationMs: millisecondsOf(length),
    isrc: isrc === '' ? null : isrc,
    explicit: explicit === '' ? null : explicit === 'explicit',
  })
}

function addCandidate(family: Family, line: string): void {
  const { key, fields } = split(line)
  const [title = '', artist = '', length = '', source = 'youtube', album = ''] = fields
  const isAcceptable = key.endsWith('~')
  family.candidates.push({
    key: isAcceptable ? key.slice(0, -1) : key,
    isAcceptable,
    candidate: {
      id: `${family.name}-${family.candidates.length}`,
      title,
      artists: artist === '' ? [] : [artist],
      durationMs: millisecondsOf(length),
      source: source.replace('+', ''),
      album: album === '' ? null : album,
      isLossless: source.endsWith('+'),
    },
  })
}

/** `KEY [-d] [-i] [-artist] [!KEY,…] [= KEY]`: README.md says what they mean. */
function queryOf(family: Family, line: string, at: number): Omit<LabelledQuery, 'half'> {
  const [query = '', rightKey] = line.split(' = ')
  const [key = '', ...flags] = query.split(' ')
  const recording = family.recordings.get(key)
  if (recording === undefined) throw new Error(`${family.name} has no recording ${key}`)
  const right = rightKey ?? key
  const without = new Set(
    flags
      .find((flag) => flag.startsWith('!'))
      ?.slice(1)
      .split(','),
  )
  const candidates: LabelledCandidate[] = []
  for (const { key: of, isAcceptable, candidate } of family.candidates) {
    if (without.has(of)) continue
    const label = of !== right ? 'wrong' : isAcceptable ? 'acceptable' : 'right'
    candidates.push({ ...candidate, label })
  }
  const isDurationKnown = !flags.includes('-d')
  const isrc = flags.includes('-i') ? null : recording.isrc
  const isOneText = flags.includes('-artist')
  return {
    id: `${family.name}/${at}/${line}`,
    slices: {
      script: family.script,
      version: versions.get(key) ?? 'other',
      isDurationKnown,
      isIsrcKnown: isrc !== null,
      hasAnswer: candidates.some(({ label }) => label !== 'wrong'),
    },
    wanted: {
      ...recording,
      isrc,
      durationMs: isDurationKnown ? recording.durationMs : null,
      ...(isOneText && { title: `${recording.artists[0] ?? ''} - ${recording.title}`, artists: [], album: null }),
    },
    candidates,
  }
}

/** Classes of versions by the names that families give their recordings. */
const versions = new Map<string, string>(
  [
    ['studio', 'studio'],
    ['live vivo ao zywo canli sm unp', 'live'],
    ['remix oliver flume taken club nick dub', 'remix'],
    ['acoustic acou acus akustik', 'acoustic'],
    ['edit ext radio tv', 'length'],
    ['demo insto orch', 'demo or instrumental'],
    ['re new ten span eng mandarin remake', 're-recording or language'],
    ['one two three i ii iii seven reprise inter intro', 'part'],
    ['cover ryan cash buckley', 'cover'],
    ['rom simp kor', 'other spelling'],
  ].flatMap(([keys = '', version = '']) => keys.split(' ').map((key): [string, string] => [key, version])),
)

function split(line: string): { key: string; fields: readonly string[] } {
  const end = line.indexOf(' ')
  return {
    key: line.slice(0, end),
    fields: line
      .slice(end + 1)
      .split('::')
      .map((field) => field.trim()),
  }
}

function millisecondsOf(length: string): number {
  const [minutes = Number.NaN, seconds = Number.NaN] = length.split(':').map(Number)
  const milliseconds = (minutes * 60 + seconds) * 1000
  if (!Number.isFinite(milliseconds)) throw new Error(`Not a length: ${length}`)
  return milliseconds
}
