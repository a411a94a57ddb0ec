import { failure, FailureError } from '../../../../src/failure/index.ts'
import type { ByteSource } from './byte-source.ts'
import type { PacketReader } from './packets.ts'
import { openAdts } from './readers/adts.ts'
import { openContainer } from './readers/container.ts'
import { openFlac } from './readers/flac.ts'
import { openMp3 } from './readers/mp3.ts'
import { openRawPcm } from './readers/raw-pcm.ts'

/**
 * Finds out by content, never by name, what a file is and opens it; only samples without a head are known by the media type
 * that whoever serves them gives. MP3 comes last: it has no magic number, and a search for its sync word finds one in many things.
 */
export async function openPackets(source: ByteSource): Promise<PacketReader> {
  if ((await source.size()) === 0) throw new FailureError(failure('file-empty'))
  const reader =
    openRawPcm(source, await source.mediaType()) ??
    (await openFlac(source)) ??
    (await openContainer(source)) ??
    (await openAdts(source)) ??
    (await openMp3(source))
  if (reader === null) throw new FailureError(failure('file-not-audio'))
  if (reader.codec.kind === 'webcodecs') {
    const { supported } = await AudioDecoder.isConfigSupported(reader.codec.config)
    if (supported !== true) throw new FailureError(failure('file-unsupported'))
  }
  return reader
}
