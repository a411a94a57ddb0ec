import type { Candidate, WantedRecording } from '../../main/backend/matching/index.ts'
import type { LabelledQuery } from './read.ts'

export interface WrongPair {
  readonly kind: 'same artist' | 'same title' | 'other version'
  readonly wanted: WantedRecording
  readonly candidate: Candidate
}

/** What makes another recording of the same song, in the ways uploads say so. */
const otherVersions =
  `(Live) | - Live at Riverside Hall | (Live in Tokyo 2008) | [Live Session] | (Karaoke Version) | (Instrumental)
(Cover) | (cover by Mila) | (Piano Cover) | (Sped Up) | - slowed + reverb | (8D Audio) | (Nightcore) | [BASS BOOSTED]
(1 Hour Loop) | REACTION | (Demo) | (Kenzo Remix) | - Kenzo Remix | (Acapella) | (Guitar Tutorial) | (Mashup)
(En Vivo) | (Ao Vivo) | (ライブ) | 歌ってみた | (カラオケ) | (커버) | (翻唱) | (кавер) | (караоке) | (Parody)
(Spanish Version) | (Re-Recorded) | (Reprise) | (Lullaby Version) | official teaser | (Alternate Take) | (Music Box Cover)`
    .split(/[|\n]/)
    .map((text) => text.trim())

const isCover = /cover|歌ってみた|커버|翻唱|кавер|lullaby/iu

const copiesOfVersion = 6

/**
 * Pairs that are wrong however alike: another song of the same artist, the same title by another artist, another version
 * of the same recording; each with a length that speaks for it. The same in every run.
 */
export function wrongPairs(queries: readonly LabelledQuery[], perRecording: number): readonly WrongPair[] {
  const all = distinct(queries)
  const recordings = all.map(({ wanted }) => wanted)
  const pairs: WrongPair[] = []
  recordings.forEach((wanted, index) => {
    for (let step = 1; step <= perRecording; step += 1) {
      const other = recordings[(index * 7 + step * 13) % recordings.length]
      // Within a family one recording may stand in two spellings.
      if (other === undefined || all[index]?.family === all[(index * 7 + step * 13) % all.length]?.family) continue
      const durationMs = nearby(wanted, step)
      const id = `${index}-${step}`
      const isOtherTitle = !alike(wanted.title, other.title)
      if (isOtherTitle) {
        pairs.push({
          kind: 'same artist',
          wanted,
          candidate: upload(id, other.title, wanted.artists, durationMs, step),
        })
      }
      if (!sharesArtists(all, index, other)) {
        pairs.push({ kind: 'same title', wanted, candidate: upload(id, wanted.title, other.artists, durationMs, step) })
      }
    }
    for (let step = 0; step < copiesOfVersion; step += 1) {
      const version = otherVersions[(index * copiesOfVersion + step) % otherVersions.length] ?? ''
      if (saysAlready(wanted.title, version)) continue
      const title = `${wanted.title} ${version}`
      const durationMs = nearby(wanted, step)
      // On the artist's own channel "(Cover)" would say that the song is somebody else's.
      const form = isCover.test(version) ? 2 : step
      pairs.push({
        kind: 'other version',
        wanted,
        candidate: upload(`${index}v${step}`, title, wanted.artists, durationMs, form),
      })
    }
  })
  return pairs
}

/** Whether a family names somebody of this recording anywhere: then it may be the same artist in another spelling. */
function sharesArtists(all: ReturnType<typeof distinct>, index: number, { artists }: WantedRecording): boolean {
  const family = all[index]?.family
  const names = new Set(all.filter((one) => one.family === family).flatMap(({ wanted }) => wanted.artists.map(folded)))
  return artists.some((name) => names.has(folded(name)))
}

/** In one of the forms in which uploads and catalogues name things. */
function upload(id: string, title: string, artists: readonly string[], durationMs: number, step: number): Candidate {
  const artist = artists[0] ?? ''
  switch (step % 4) {
    case 0:
      return { id, title, artists: [`${artist} - Topic`], durationMs, source: 'youtube' }
    case 1:
      return { id, title: `${artist} - ${title}`, artists: [artist], durationMs, source: 'youtube' }
    case 2:
      return { id, title: `${artist} - ${title} [HQ]`, artists: ['uploads of someone'], durationMs, source: 'youtube' }
    default:
      return { id, title, artists, durationMs, source: 'deezer' }
  }
}

function nearby({ durationMs }: WantedRecording, step: number): number {
  return (durationMs ?? 200_000) + ((step % 5) - 2) * 1000
}

function distinct(queries: readonly LabelledQuery[]): readonly { family: string; wanted: WantedRecording }[] {
  const seen = new Map<string, { family: string; wanted: WantedRecording }>()
  for (const { id, wanted } of queries) {
    if (wanted.artists.length === 0 || typeof wanted.durationMs !== 'number') continue
    seen.set(`${wanted.artists.join()}\0${wanted.title}`, {
      family: id.split('/')[0] ?? '',
      wanted: { ...wanted, isrc: null },
    })
  }
  return [...seen.values()]
}

/** "Song" and "Song (Live)" are for the other kind of pair; spelling variants of one song are no wrong pair at all. */
function alike(one: string, other: string): boolean {
  const [here, there] = [folded(one), folded(other)]
  return here.includes(there) || there.includes(here) || here.slice(0, 4) === there.slice(0, 4)
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function saysAlready(title: string, version: string): boolean {
  const words = folded(version).slice(0, 4)
  return (
    /live|vivo|canlı|żywo|remix|cover|version|reprise|instrumental|demo|концерт|لايف|حفل|הופעה|לייב|ライブ|club|dub|แสดงสด|라이브|акустика|mix/iu.test(
      title,
    ) || folded(title).includes(words)
  )
}
