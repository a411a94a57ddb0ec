import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { putMusic } from '../../main/backend/library/scan/testing/music.ts'
import { collection } from '../../testkit/audio/index.ts'
import { putMixtape, putRecords } from '../../testkit/records/index.ts'

export { nightTrainTitles } from '../../testkit/audio/index.ts'

/** A folder of short pieces in several scripts and formats, with covers, as somebody might have it. The test's own. */
export async function musicFolder(): Promise<string> {
  return copied('Late Ferry', (await collection()).lateFerry)
}

/** A mixtape that sounds for minutes, and a shelf full of albums with covers: what is shown to people. The test's own. */
export async function showcase(): Promise<{ readonly mixtape: string; readonly records: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'melofy-music-'))
  const mixtape = path.join(folder, 'Late Ferry')
  const records = path.join(folder, 'Music')
  await Promise.all([putMixtape(mixtape), putRecords(records)])
  return { mixtape, records }
}

/** A folder with an album of five short pieces, and with as many further files as one wants to wait for. */
export async function nightTrains(further: number): Promise<string> {
  const folder = await copied('Night trains', (await collection()).nightTrains)
  await putTapes(folder, further)
  return folder
}

/** Puts files into a folder that are worth a scan and no listening: twenty albums together. */
export async function putTapes(folder: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const file = path.join(folder, `Tape ${number % 20}`, `${number}.flac`)
    await putMusic(file, { sound: number, title: `Take ${number}`, artist: 'Salt', album: `Tape ${number % 20}` })
  }
}

/** The folder of several scripts with a file in it that is no music, whatever its name says. */
export async function folderWithRuin(): Promise<string> {
  const folder = await musicFolder()
  await writeFile(path.join(folder, '99 ruin.flac'), 'not music at all')
  return folder
}

async function copied(name: string, files: readonly string[]): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'melofy-music-')), name)
  await mkdir(folder)
  await Promise.all(files.map((file) => copyFile(file, path.join(folder, path.basename(file)))))
  return folder
}
