import fs from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testCache } from '../cache/testing/index.ts'
import { silentLog } from '../log/index.ts'
import { createKeyFileSealer, createSecrets } from '../secrets/index.ts'
import { type OpenedStore, openStore } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { codeOf } from './testing/index.ts'
import { createSpotify, type Spotify } from './wiring.ts'

let folder: string
let store: OpenedStore
let opened: string[]
let told: unknown[]

beforeEach(() => {
  folder = temporaryFolder()
  store = openStore({ folder, log: silentLog })
  opened = []
  told = []
})

afterEach(() => {
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

function start(): Spotify {
  return createSpotify({
    store,
    secrets: createSecrets({ store, sealer: createKeyFileSealer(folder), log: silentLog }),
    cache: testCache().cache,
    emit: (_name, payload) => told.push(payload),
    log: silentLog,
    language: () => 'de',
    openLink: (url) => void opened.push(url),
  })
}

it('opens Spotify’s own page, in the language that is set, and tells every page how it stands', async () => {
  const spotify = start()
  const { room } = spotify
  room.setUp('0123456789abcdef0123456789abcdef')
  const waiting = codeOf(() => room.signIn(new AbortController().signal))
  await expect.poll(() => opened.length).toBe(1)
  const page = new URL(opened[0] ?? '')
  expect(page.origin).toBe('https://accounts.spotify.com')
  expect(told.at(-1)).toMatchObject({ kind: 'signing-in', page: page.href })
  const back = await fetch(page.searchParams.get('redirect_uri') ?? '')
  expect(await back.text()).toContain('Melofy begonnen')
  room.cancelSignIn()
  expect(await waiting).toBe('cancelled')
  expect(told.at(-1)).toMatchObject({ kind: 'signed-out' })
  spotify.close()
})
