import { z } from 'zod'
import { cached } from './cache.ts'
import { type Collection, makeCollection } from './collection.ts'
import { makeLong } from './long.ts'
import { makeAll } from './make.ts'
import { badNames, fixtureNames, longNames, pairNames, taggedNames } from './names.ts'
import type { FixtureSet, LongFixtureSet } from './types.ts'

/**
 * Audio for tests and benches, made with ffmpeg on first use (a few seconds) and kept in the system's temporary folder.
 *
 *   const { files, pairs, bad } = await fixtures()
 *   files.flac44.path, files.flac44.frames …
 *   const expected = await referenceDecode(files.mp3Vbr.path, { sampleRateHz: 44100, channels: 2 })
 */
export { nightTrainTitles } from './collection.ts'
export type { BadName, FixtureName, LongName, PairName, TaggedName } from './names.ts'
export { badNames, fixtureNames, longNames, pairNames, taggedNames } from './names.ts'
export type { ReferenceOptions } from './reference.ts'
export { referenceDecode, referenceDecodeAll, referenceFrames } from './reference.ts'
export { taggedFacts } from './tagged.ts'
export type { Fixture, FixturePair, FixtureSet, LongFixtureSet } from './types.ts'

const fixtureSchema = z.object({
  path: z.string(),
  sampleRateHz: z.number(),
  channels: z.number(),
  frames: z.number(),
  sourcePath: z.string().nullable(),
})

const setSchema = z.object({
  folder: z.string(),
  files: z.record(z.enum(fixtureNames), fixtureSchema),
  pairs: z.record(z.enum(pairNames), z.object({ first: fixtureSchema, second: fixtureSchema, whole: fixtureSchema })),
  tagged: z.record(z.enum(taggedNames), fixtureSchema),
  bad: z.record(z.enum(badNames), z.string()),
})

let set: Promise<FixtureSet> | undefined

/** Every fixture but the long ones. Made once per machine, then answered in a few ms. Do not write to these files. */
export function fixtures(): Promise<FixtureSet> {
  set ??= cached('fixtures', makeAll).then((made) => setSchema.parse(made))
  return set
}

let longSet: Promise<LongFixtureSet> | undefined

/** The three-hour files (65 MB each). Separate, so that quick tests need not wait for them. */
export function longFixtures(): Promise<LongFixtureSet> {
  longSet ??= cached('long-fixtures', makeLong).then((made) => z.record(z.enum(longNames), fixtureSchema).parse(made))
  return longSet
}

const collectionSchema = z.object({ lateFerry: z.array(z.string()), nightTrains: z.array(z.string()) })

/** Music as somebody might have it, made once per machine: to be copied, not written to. */
export async function collection(): Promise<Collection> {
  return collectionSchema.parse(await cached('collection', makeCollection))
}
