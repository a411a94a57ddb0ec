import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { type IAudioMetadata, parseFromTokenizer, selectCover } from 'music-metadata'
import { failed, type FailureCode, type Reply, success } from '../../../src/contract/index.ts'
import { coverAt, coverBeside, keepCover } from '../covers/index.ts'
import { tagFacts } from './common.ts'
import { type Container, sniff, skipId3 } from './container.ts'
import { fileFailureCode } from './errors.ts'
import type { Companions, FileFacts, LibraryFacts, ReadRequest } from './facts.ts'
import { fingerprintOf } from './fingerprint.ts'
import { audioFormatOf, codecName, containers, durationMsOf, isPlayable } from './format.ts'
import { embeddedLyrics, lyricsFile } from './lyrics.ts'
import { type Mp4Sound, readMp4Sound } from './mp4.ts'
import { oggDurationMs } from './ogg.ts'
import { oggPictures, type TagPicture } from './oggPictures.ts'
import { type ByteReader, createByteReader, padded } from './reader.ts'
import { sheetsFor } from './sheets.ts'
import { ReaderTokenizer } from './tokenizer.ts'

/**
 * Reads one audio file: what it is by content, its tags, its cover (kept under its hash). Every way a file can be bad is a
 * failure with the file's name; nothing is thrown for a bad file. `onBytes` hears whenever the disk answered.
 */
export async function readAudioFile(request: ReadRequest, onBytes?: () => void): Promise<Reply<FileFacts>> {
  const refuse = (code: FailureCode): Reply<never> => failed(code, { name: request.name })
  let handle: FileHandle
  try {
    // Without O_NONBLOCK opening a pipe waits for its other end for ever.
    handle = await open(request.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return refuse(fileFailureCode(error))
  }
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) return refuse('file-not-audio')
    if (facts.size === 0) return refuse('file-empty')
    const reader = createByteReader(handle, facts.size, onBytes)
    const found = await readContent(reader)
    if (typeof found === 'string') return refuse(found)
    const { container, codec, metadata, durationMs } = found
    return success({
      sizeBytes: facts.size,
      modifiedMs: facts.mtimeMs,
      ...tagFacts(metadata, request.name),
      durationMs,
      format: audioFormatOf(container, codec, { format: metadata?.format ?? {}, durationMs, sizeBytes: facts.size }),
      coverHash: await coverOf(found, request),
      library: request.companions === undefined ? null : await libraryFacts(reader, found, request, request.companions),
    })
  } catch (error) {
    return refuse(fileFailureCode(error))
  } finally {
    await handle.close()
  }
}

interface Content {
  readonly container: Container
  readonly codec: string
  /** Null when the audio is fine but its tags are beyond reading. */
  readonly metadata: IAudioMetadata | null
  readonly durationMs: number | null
  /** The pictures in its tags where they were read apart from them; null where they are in `metadata`. */
  readonly pictures: readonly TagPicture[] | null
}

async function readContent(reader: ByteReader): Promise<Content | FailureCode> {
  const sniffed = await sniff(reader)
  if (sniffed.kind === 'unsupported') return 'file-unsupported'
  // Tags with nothing behind them: what was meant to follow is gone.
  if (sniffed.kind === 'other') return (await skipId3(reader)) > 0 ? 'file-damaged' : 'file-not-audio'
  const { container } = sniffed
  const sound = container === 'mp4' ? await readMp4Sound(reader) : null
  const refusal = sound && mp4Refusals[sound.kind]
  if (refusal) return refusal
  const pictures = container === 'ogg' ? await oggPictures(reader) : null
  const metadata = await readTags(reader, { container, sound, skipCovers: pictures !== null })
  const codec = codecOf(container, metadata, sound)
  if (codec === null) return metadata?.format.hasAudio === false ? 'file-not-audio' : 'file-damaged'
  if (!isPlayable(container, codec)) return 'file-unsupported'
  const durationMs = container === 'ogg' ? await oggDurationMs(reader) : durationMsOf(metadata?.format ?? {})
  return { container, codec, metadata, durationMs, pictures }
}

/** Why an MP4 file is refused, by what its index says. */
const mp4Refusals = {
  sound: null,
  protected: 'file-protected',
  silent: 'file-not-audio',
  noIndex: 'file-damaged',
} as const satisfies Record<Mp4Sound['kind'], FailureCode | null>

async function readTags(
  reader: ByteReader,
  file: { readonly container: Container; readonly sound: Mp4Sound | null; readonly skipCovers: boolean },
): Promise<IAudioMetadata | null> {
  const { container, sound, skipCovers } = file
  // The parser gives up on an MP4 file that ends early, with its tags already at hand.
  const whole = sound?.kind === 'sound' ? padded(reader, sound.declaredBytes) : reader
  const tokenizer = new ReaderTokenizer(whole, containers[container].mimeType)
  try {
    return await parseFromTokenizer(tokenizer, { duration: false, mkvUseIndex: true, skipCovers })
  } catch (error) {
    // The disk's own errors are the file's failure; a parser that gives up is only a lack of tags.
    if (error instanceof Error && 'errno' in error) throw error
    return null
  }
}

/** The codec's name; null when nothing in the file could be understood as sound. */
function codecOf(container: Container, metadata: IAudioMetadata | null, sound: Mp4Sound | null): string | null {
  const entry = sound?.kind === 'sound' ? sound.entry : null
  if (entry !== null && codecName(entry) !== entry) return codecName(entry)
  if (container === 'mp3') return 'MP3'
  if (container === 'adts') return 'AAC'
  const format = metadata?.format
  if (format === undefined || format.hasAudio === false || !format.sampleRate) return null
  return codecName(format.codec ?? entry ?? '')
}

async function coverOf({ pictures, metadata }: Content, request: ReadRequest): Promise<string | null> {
  try {
    const embedded =
      pictures === null
        ? selectCover(metadata?.common.picture)
        : (pictures.find(({ isFront }) => isFront) ?? pictures[0] ?? null)
    const kept = embedded === null ? null : await keepCover(request.coverFolder, embedded.data)
    if (kept !== null) return kept
    const beside = await pictureBeside(request)
    return beside === null ? null : await keepCover(request.coverFolder, beside)
  } catch {
    // No room for a cover is no reason to refuse the music.
    return null
  }
}

/** A library scan has read the folder already: with thousands of files in it that must not happen for each of them. */
async function pictureBeside({ path: file, companions }: ReadRequest): Promise<Uint8Array | null> {
  const folder = path.dirname(file)
  if (companions === undefined) return coverBeside(folder)
  return companions.cover === null ? null : coverAt(path.join(folder, companions.cover))
}

async function libraryFacts(
  reader: ByteReader,
  { container, metadata, durationMs }: Content,
  { path: file }: ReadRequest,
  companions: Companions,
): Promise<LibraryFacts> {
  const folder = path.dirname(file)
  const embedded = embeddedLyrics(metadata)
  const beside = companions.lyrics === null ? null : await lyricsFile(path.join(folder, companions.lyrics))
  const { sheet, problems } = await sheetsFor(file, { names: companions.sheets, metadata, durationMs })
  return {
    fingerprint: await fingerprintOf(reader, container),
    lyrics: [embedded, beside].filter((lyrics) => lyrics !== null),
    sheet,
    sheetProblems: problems,
  }
}
