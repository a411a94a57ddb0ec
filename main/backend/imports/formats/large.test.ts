import { expect, it } from 'vitest'
import { codeOf } from '../../spotify/testing/index.ts'
import { readAnyImportFile, readImportFile } from './index.ts'

const never = new AbortController().signal
const playlist = (name: string, count: number) => ({
  name,
  lastModifiedDate: '2026-01-02',
  items: Array.from({ length: count }, (_item, at) => ({
    track: { trackName: `${name} ${at}`, artistName: '海', albumName: null, trackUri: null },
    localTrack: null,
  })),
})

it('a large file is read by a worker to what it is read to here', async () => {
  const text = JSON.stringify({ playlists: [playlist('A', 2001), playlist('B', 3000)] })
  const file = { name: 'Playlist1.json', text }
  expect(text.length).toBeGreaterThan(200_000)
  expect(await readAnyImportFile(file, 10_000, never)).toEqual(await readImportFile(file, 10_000, never))
})

it('a large file that cannot be read says why, and one that nobody waits for is let go', async () => {
  const text = JSON.stringify({ playlists: [playlist('A', 6000)] })
  const read = (changed: string, signal = never) => readAnyImportFile({ name: 'a.json', text: changed }, 5000, signal)
  expect(await codeOf(() => read(text))).toBe('import-file-full')
  expect(await codeOf(() => read(text.slice(0, -1)))).toBe('import-file-unreadable')
  const control = new AbortController()
  const reading = read(text, control.signal)
  control.abort()
  await expect(reading).rejects.toThrow(/abort/iu)
})
