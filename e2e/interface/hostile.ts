import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { putMusic } from '../../main/backend/library/scan/testing/music.ts'

const run = promisify(execFile)

/** Markup that would leave `hurt` behind if any page ever took it for markup. */
const evil = '<img src=x onerror="globalThis.hurt=1"><script>globalThis.hurt=1</script>'

/** Names that a page must show as the text they are. */
export const hostileNames = { title: `Song ${evil}`, artist: `Artist ${evil}`, album: `Album ${evil}` } as const

/** Albums by the cover beside them; the last one has nothing wrong with it. */
const coverTrouble = ['Huge cover', 'Noise for a cover', 'Half a cover', 'Text for a cover', 'Sound cover'] as const

/** What a scan cannot take in, by the names of files and folders. */
export const unreadable = ['self.flac', 'huge.mp3', 'no music.flac'] as const

/** The number of songs that a scan finds in a hostile folder. */
export const hostileSongs = coverTrouble.length + 2

/** A folder with everything in it that somebody's disk should not have. Gone with `removeHostile`. */
export async function hostileMusic(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'melofy-hostile-')), 'Hostile')
  const at = (...parts: string[]): string => path.join(folder, ...parts)
  for (const [number, album] of coverTrouble.entries()) {
    await putMusic(at(album, '1.flac'), { sound: number, title: `In ${album}`, artist: 'Ann', album })
  }
  const flat = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#c81e3c' } })
  const half = await flat(700).png({ compressionLevel: 0 }).toBuffer()
  await writeFile(at('Huge cover', 'cover.png'), await flat(10_000).png({ compressionLevel: 9 }).toBuffer())
  await writeFile(at('Sound cover', 'cover.png'), await flat(700).png().toBuffer())
  await writeFile(at('Noise for a cover', 'cover.jpg'), Buffer.alloc(4000, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 7])))
  await writeFile(at('Half a cover', 'cover.png'), half.subarray(0, half.length / 2))
  await writeFile(at('Text for a cover', 'cover.jpg'), `<svg xmlns="http://www.w3.org/2000/svg">${evil}</svg>`)

  const { title, artist, album } = hostileNames
  await putMusic(at('Tags', '1.flac'), { sound: 100, title: `${title}\u0000\u0007\u202E`, artist, album })
  await putMusic(at('Tags', '2.flac'), { sound: 101, title: `Long ${'x'.repeat(1_000_000)}`, artist, album })

  await mkdir(at('Loops'))
  await symlink(folder, at('Loops', 'up'))
  await symlink('self.flac', at('Loops', 'self.flac'))
  await writeFile(at('huge.mp3'), '')
  await truncate(at('huge.mp3'), 3 * 1024 ** 3)
  await writeFile(at('no music.flac'), 'nothing')
  return folder
}

/** Makes a folder in another that nobody can open, not even root: its path is longer than the system allows. */
export async function closedFolder(inside: string): Promise<void> {
  const name = 'd'.repeat(250)
  // One step after the other: a path of that length cannot be named as a whole.
  await run('sh', ['-c', `for step in $(seq 1 18); do mkdir ${name} && cd -P ${name} || exit 1; done`], { cwd: inside })
}

/** Takes the folder away with all that is in it; `rm` does it step by step. */
export async function removeHostile(folder: string): Promise<void> {
  await run('rm', ['-rf', path.dirname(folder)])
}
