import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { encode, encodings } from './encode.ts'
import { withSampleEntry } from './mp4.ts'
import type { BadName } from './names.ts'
import { noise } from './signals.ts'
import type { Fixture } from './types.ts'

/** Makes the files that cannot play, or only in part. */
export async function makeBad(folder: string, source: Fixture): Promise<Record<BadName, string>> {
  const write = async (name: string, bytes: Buffer | string): Promise<string> => {
    const file = path.join(folder, name)
    await writeFile(file, bytes)
    return file
  }
  const cut = async (name: string, whole: string): Promise<string> => {
    const bytes = await readFile(whole)
    return write(name, bytes.subarray(0, Math.floor(bytes.length * 0.6)))
  }
  const [flac, mp3, m4a, m4aFast, ogg] = await Promise.all([
    encode(folder, 'whole-for-bad', source, encodings.flac),
    encode(folder, 'whole-for-bad', source, encodings.mp3Cbr),
    encode(folder, 'whole-for-bad', source, encodings.m4a),
    encode(folder, 'whole-for-bad-fast', source, encodings.m4aFast),
    encode(folder, 'whole-for-bad', source, encodings.ogg),
  ])
  const m4aBytes = await readFile(m4a.path)
  const cover = path.join(folder, 'picture-named.flac')
  await copyFile(path.join(folder, 'picture.png'), cover)
  return {
    emptyMp3: await write('empty.mp3', ''),
    emptyFlac: await write('empty.flac', ''),
    emptyWav: await write('empty.wav', ''),
    truncatedFlac: await cut('truncated.flac', flac.path),
    truncatedMp3: await cut('truncated.mp3', mp3.path),
    truncatedM4a: await cut('truncated.m4a', m4aFast.path),
    truncatedWav: await cut('truncated.wav', source.path),
    truncatedOgg: await cut('truncated.ogg', ogg.path),
    truncatedM4aNoIndex: await cut('truncated-no-index.m4a', m4a.path),
    randomMp3: await write('random.mp3', randomBytes(200_000, 11)),
    randomFlac: await write('random.flac', randomBytes(200_000, 22)),
    randomM4a: await write('random.m4a', randomBytes(200_000, 33)),
    randomWav: await write('random.wav', randomBytes(200_000, 44)),
    textNamedMp3: await write('text.mp3', 'Not music: a shopping list.\n'.repeat(400)),
    pictureNamedFlac: cover,
    drmsM4a: await write('protected-drms.m4a', withSampleEntry(m4aBytes, 'drms')),
    encaM4a: await write('protected-enca.m4a', withSampleEntry(m4aBytes, 'enca')),
  }
}

function randomBytes(length: number, seed: number): Buffer {
  return Buffer.from(noise({ frames: length, amplitude: 128, seed }).map((value) => Math.floor(value) + 128))
}
