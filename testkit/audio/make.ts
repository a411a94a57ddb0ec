import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { makeBad } from './bad.ts'
import { asTaggedSegments, encode, encodeAsSegments, encodeWithGaplessTag, type Encoding, encodings } from './encode.ts'
import { ffmpeg } from './ffmpeg.ts'
import type { FixtureName, PairName } from './names.ts'
import { referenceFrames } from './reference.ts'
import { type Sources, writeSources } from './sources.ts'
import { makeTagged } from './tagged.ts'
import type { Fixture, FixturePair, FixtureSet } from './types.ts'

/** Makes every fixture but the long ones inside a folder. */
export async function makeAll(folder: string): Promise<FixtureSet> {
  const sources = await writeSources(folder)
  const files = await makeFiles(folder, sources)
  const pairs = await makePairs(folder, sources)
  const tagged = await makeTagged(folder, sources.sweep44, sources.sweep48)
  return { folder, files, pairs, tagged, bad: await makeBad(folder, sources.sweep44) }
}

async function makeFiles(folder: string, sources: Sources): Promise<Record<FixtureName, Fixture>> {
  const make = (name: FixtureName, source: Fixture, encoding: Encoding): Promise<Fixture> =>
    encode(folder, name, source, encoding)
  const measured = async (made: Fixture): Promise<Fixture> => ({ ...made, frames: await referenceFrames(made.path) })
  /** For formats that know nothing of delay and padding: whatever decodes is the truth. */
  const makeMeasured = async (name: FixtureName, source: Fixture, encoding: Encoding): Promise<Fixture> => {
    return await measured(await make(name, source, encoding))
  }
  const aacAdts = await makeMeasured('aacAdts', sources.sweep44, encodings.adts)
  const mp3Cbr = await make('mp3Cbr', sources.sweep44, encodings.mp3Cbr)
  const mp3NamedWav = path.join(folder, 'mp3-named.wav')
  await copyFile(mp3Cbr.path, mp3NamedWav)
  return {
    wav44: await make('wav44', sources.busy44, encodings.wav),
    wav48: await make('wav48', sources.busy48, encodings.wav),
    flac44: await make('flac44', sources.busy44, encodings.flac),
    flac48: await make('flac48', sources.busy48, encodings.flac),
    wav8k: await make('wav8k', sources.stereo8, encodings.wav),
    wavMono: await make('wavMono', sources.mono44, encodings.wav),
    wav51: await make('wav51', sources.surround48, encodings.wav),
    wav24bit96k: await make('wav24bit96k', sources.studio96, encodings.wav),
    flac24bit96k: await make('flac24bit96k', sources.studio96, encodings.flac),
    flac51: await make('flac51', sources.surround48, encodings.flac),
    flacMono: await make('flacMono', sources.mono44, encodings.flac),
    mp3Cbr,
    mp3Vbr: await make('mp3Vbr', sources.sweep44, encodings.mp3Vbr),
    mp3NoHeader: await makeMeasured('mp3NoHeader', sources.sweep44, encodings.mp3NoHeader),
    mp3Mono22: await make('mp3Mono22', sources.mono22, encodings.mp3Vbr),
    m4a: await make('m4a', sources.sweep44, encodings.m4a),
    m4aCoarse: await make('m4aCoarse', sources.sweep44, encodings.m4aCoarse),
    m4aSmpb: await encodeWithGaplessTag(folder, 'm4aSmpb', sources.sweep44),
    m4aMono: await make('m4aMono', sources.mono44, encodings.m4a),
    aacAdts,
    aacTs: await measured(await encodeAsSegments(folder, 'aacTs', sources.sweep44, encodings.adts.args)),
    aacSegments: await asTaggedSegments(folder, 'aacSegments', aacAdts),
    m4aFragments: await makeFragments(folder, sources.sweep44),
    mp3Ts: await measured(await encodeAsSegments(folder, 'mp3Ts', sources.sweep44, encodings.mp3Cbr.args)),
    mp4WithPicture: await makeVideo(folder, sources.sweep44),
    ogg: await make('ogg', sources.sweep44, encodings.ogg),
    oggMono: await make('oggMono', sources.mono44, encodings.ogg),
    opus: await make('opus', sources.sweep48, encodings.opus),
    opusMono: await make('opusMono', sources.mono48, encodings.opus),
    opus51: await make('opus51', sources.surround48, encodings.opus),
    webmOpus: await make('webmOpus', sources.sweep48, encodings.webmOpus),
    webmVorbis: await makeMeasured('webmVorbis', sources.sweep44, encodings.webmVorbis),
    mkaFlac: await make('mkaFlac', sources.busy44, encodings.mkaFlac),
    aiff: await make('aiff', sources.busy44, encodings.aiff),
    m4aAlac: await make('m4aAlac', sources.busy44, encodings.alac),
    mp3NamedWav: { ...mp3Cbr, path: mp3NamedWav },
  }
}

/** Fragments say nothing of the encoder's delay, but their last packet says how much of it is music. */
async function makeFragments(folder: string, source: Fixture): Promise<Fixture> {
  const delay = 1024
  return { ...(await encode(folder, 'm4aFragments', source, encodings.m4aFragments)), frames: source.frames + delay }
}

/** A film clip: moving picture and AAC sound in MP4. */
async function makeVideo(folder: string, source: Fixture): Promise<Fixture> {
  const file = path.join(folder, 'clip.mp4')
  const picture = ['-f', 'lavfi', '-i', 'testsrc=s=64x64:r=10:d=3']
  const codecs = ['-map', '0:v', '-map', '1:a', '-c:v', 'mpeg4', '-c:a', 'aac', '-b:a', '128k']
  await ffmpeg([...picture, '-i', source.path, ...codecs, '-movie_timescale', '44100', file])
  return { ...source, path: file }
}

async function makePairs(folder: string, sources: Sources): Promise<Record<PairName, FixturePair>> {
  type Encode = (name: string, source: Fixture) => Promise<Fixture>
  const cut = async (name: PairName, rate: 44 | 48, encodeOne: Encode): Promise<FixturePair> => ({
    first: await encodeOne(`pair-${name}-1`, rate === 44 ? sources.first44 : sources.first48),
    second: await encodeOne(`pair-${name}-2`, rate === 44 ? sources.second44 : sources.second48),
    whole: rate === 44 ? sources.whole44 : sources.whole48,
  })
  const as =
    (encoding: Encoding): Encode =>
    (name, source) =>
      encode(folder, name, source, encoding)
  return {
    wav: await cut('wav', 44, as(encodings.wav)),
    flac: await cut('flac', 44, as(encodings.flac)),
    mp3: await cut('mp3', 44, as(encodings.mp3Cbr)),
    m4a: await cut('m4a', 44, as(encodings.m4a)),
    m4aSmpb: await cut('m4aSmpb', 44, (name, source) => encodeWithGaplessTag(folder, name, source)),
    ogg: await cut('ogg', 44, as(encodings.ogg)),
    opus: await cut('opus', 48, as(encodings.opus)),
    webmOpus: await cut('webmOpus', 48, as(encodings.webmOpus)),
  }
}
