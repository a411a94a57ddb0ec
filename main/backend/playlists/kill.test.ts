import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../store/testing/index.ts'
import { context, openRoom, saveTracks } from './testing/index.ts'

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Lets a process change playlists from a state on and kills it in the middle. Answers the last state it said was done. */
async function changeAndKill(playlistId: string, state: number, words: number, moreMs: number): Promise<number> {
  const writer = path.join(import.meta.dirname, 'testing', 'writer.ts')
  const child = spawn(process.execPath, [writer, folder, playlistId, String(state)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let armed = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (armed || said.split('\n').length <= words) return
    armed = true
    setTimeout(() => child.kill('SIGKILL'), moreMs)
  })
  await once(child, 'close')
  return Number(/(\d+)\n$/.exec(said)?.[1] ?? state)
}

test('five kills in the middle of changes: each playlist is as it was before or after one, none half filled', async () => {
  const tracks = Array.from({ length: 200 }, (_, index) => `t${index}`)
  const first = openRoom(folder)
  saveTracks(
    first.store,
    Array.from({ length: 9000 }, (_, index) => `t${index}`),
  )
  const { id } = await first.room.handlers['playlists.create']({ name: 'Mix', trackIds: tracks, rules: null }, context)
  first.close()

  let state = 0
  for (let round = 0; round < 5; round += 1) {
    const done = await changeAndKill(id, state, 1 + ((round * 3) % 7), Math.random() * 40)
    expect(done).toBeGreaterThan(state)

    const opened = openRoom(folder)
    const { store, room } = opened
    expect([store.mode, store.notice]).toEqual(['file', null])
    expect(store.all('PRAGMA integrity_check', z.object({ integrity_check: z.string() }))).toEqual([
      { integrity_check: 'ok' },
    ])
    const { rows } = await room.handlers['playlists.entries']({ id, range: { from: 0, to: 1000 } }, context)
    const order = rows.map(({ track }) => track.id)
    const turned = (turns: number): string[] => {
      const at = (turns * 10) % tracks.length
      return [...tracks.slice(at), ...tracks.slice(0, at)]
    }
    expect([turned(done), turned(done + 1)]).toContainEqual(order)
    state = order[0] === turned(done)[0] ? done : done + 1
    const all = (await room.handlers['playlists.list'](null, context)).filter(({ name }) => name.startsWith('All'))
    expect(new Set(all.map(({ trackCount }) => trackCount))).toEqual(new Set(all.length === 0 ? [] : [9000]))
    opened.close()
  }
}, 120_000)
