import path from 'node:path'
import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'
import plugin from './layers.js'

/** Every border of docs/architecture.md, from both sides, through the linter's own parser. */

RuleTester.describe = describe
RuleTester.it = it

/** `from` imports `what`: a path from the root of the repository, or a package. */
type Import = readonly [from: string, what: string]

const tester = new RuleTester({ cwd: path.resolve(import.meta.dirname, '../..') })

function specifier([from, what]: Import): string {
  if (!what.includes('.ts')) return what
  const relative = path.posix.relative(path.posix.dirname(from), what)
  return relative.startsWith('.') ? relative : `./${relative}`
}

/** A file with one import in it. */
const file = (name: string, code: string) => ({ name: `${name}: ${code}`, filename: name, code })

/** The same, with the words it is refused with, one pattern for each time. */
const refusedFile = (name: string, code: string, ...messages: readonly RegExp[]) => ({
  name: `${name}: ${code}`,
  filename: name,
  code,
  errors: messages.map((message) => ({ message })),
})

function check(
  border: string,
  { allowed, refused }: { allowed: readonly Import[]; refused: readonly (readonly [...Import, message: RegExp])[] },
) {
  tester.run(border, plugin.rules.layers, {
    valid: allowed.map((each) => file(each[0], `import { x } from '${specifier(each)}'`)),
    invalid: refused.map(([from, what, message]) =>
      refusedFile(from, `import { x } from '${specifier([from, what])}'`, message),
    ),
  })
}

check('src imports nothing of ours, and no platform', {
  allowed: [
    ['src/music/track.ts', 'src/schema/index.ts'],
    ['src/music/track.ts', 'src/music/album.ts'],
    ['src/schema/index.ts', 'zod'],
    ['src/music/track.test.ts', 'testkit/audio/index.ts'],
    ['src/music/track.test.ts', 'node:fs/promises'],
  ],
  refused: [
    ['src/music/track.ts', 'main/backend/index.ts', /^src must not import main /],
    ['src/music/track.ts', 'renderer/player/index.ts', /^src must not import renderer /],
    ['src/music/track.ts', 'relay/rooms.ts', /^src must not import relay /],
    ['src/music/track.ts', 'scripts/build.ts', /^src must not import scripts /],
    ['src/music/track.test.ts', 'main/backend/index.ts', /^src must not import main /],
    ['src/music/track.ts', 'node:path', /^src must not import the package node:path/],
    ['src/music/track.ts', 'path', /^src must not import the package path/],
    ['src/music/track.ts', 'electron', /^src must not import the package electron/],
    ['src/music/track.ts', 'react', /^src must not import the package react/],
    ['src/music/track.ts', 'jotai', /^src must not import the package jotai/],
    ['src/music/track.ts', 'better-sqlite3', /^src must not import the package better-sqlite3/],
  ],
})

check('main, renderer and relay never import one another', {
  allowed: [
    ['main/backend/files/open.ts', 'src/contract/index.ts'],
    ['renderer/state/atoms.ts', 'src/contract/index.ts'],
    ['relay/rooms.ts', 'src/contract/index.ts'],
    ['renderer/app/App.tsx', 'renderer/features/queue/index.ts'],
    ['main/backend/files/open.ts', 'better-sqlite3'],
    ['main/backend/files/open.ts', 'node:fs'],
    ['renderer/app/App.tsx', 'react'],
    // Names that only begin like a room.
    ['renderer/player-bar/a.ts', 'renderer/features-of-old/b.ts'],
    ['main/backend/a.ts', 'main/backend/electron-free.ts'],
    ['renderer/app/App.tsx', 'electron-like'],
  ],
  refused: [
    ['main/backend/files/open.ts', 'renderer/bridge/index.ts', /^main must not import renderer /],
    ['main/backend/files/open.ts', 'relay/rooms.ts', /^main must not import relay /],
    ['main/preload.ts', 'renderer/bridge/index.ts', /^main must not import renderer /],
    ['main/backend/files/open.ts', 'react', /^main must not import the package react/],
    ['renderer/bridge/index.ts', 'main/preload.ts', /^renderer must not import main /],
    ['renderer/bridge/index.ts', 'relay/rooms.ts', /^renderer must not import relay /],
    ['renderer/bridge/index.ts', 'node:fs', /^renderer must not import the package node:fs/],
    ['renderer/bridge/index.ts', 'fs/promises', /^renderer must not import the package fs\/promises/],
    ['renderer/bridge/index.ts', 'electron', /^renderer must not import the package electron/],
    ['renderer/bridge/index.ts', 'electron/renderer', /^renderer must not import the package electron\/renderer/],
    ['renderer/bridge/index.ts', 'ws', /^renderer must not import the package ws/],
    ['relay/rooms.ts', 'main/backend/index.ts', /^relay must not import main /],
    ['relay/rooms.ts', 'renderer/bridge/index.ts', /^relay must not import renderer /],
    ['relay/rooms.ts', 'electron', /^relay must not import the package electron/],
  ],
})

check('the backend knows neither Electron nor the hosts', {
  allowed: [
    ['main/desktop/run.ts', 'main/backend/index.ts'],
    ['main/browserhost/run.ts', 'main/backend/index.ts'],
    ['main/host/backend.ts', 'main/backend/index.ts'],
    ['main/desktop/run.ts', 'main/host/index.ts'],
    ['main/electron.ts', 'main/desktop/index.ts'],
    ['main/browser.ts', 'main/browserhost/index.ts'],
    ['main/desktop/run.ts', 'electron'],
    ['main/electron.ts', 'electron'],
    ['main/backend/files/open.ts', 'main/backend/store/index.ts'],
  ],
  refused: [
    ['main/backend/create.ts', 'electron', /^main\/backend must not import the package electron/],
    ['main/backend/create.ts', 'electron/main', /^main\/backend must not import the package electron\/main/],
    ['main/backend/create.ts', 'main/desktop/index.ts', /^main\/backend must not import main\/desktop/],
    ['main/backend/create.ts', 'main/browserhost/index.ts', /^main\/backend must not import main\/browserhost/],
    ['main/backend/create.ts', 'main/host/index.ts', /^main\/backend must not import main\/host/],
    ['main/backend/create.ts', 'main/electron.ts', /^main\/backend must not import main\/electron.ts/],
    ['main/backend/create.ts', 'main/browser.ts', /^main\/backend must not import main\/browser.ts/],
    ['main/host/launch.ts', 'electron', /^main\/host must not import the package electron/],
    ['main/host/launch.ts', 'main/desktop/index.ts', /^main\/host must not import main\/desktop/],
    ['main/host/launch.ts', 'main/browserhost/index.ts', /^main\/host must not import main\/browserhost/],
    ['main/desktop/run.ts', 'main/browserhost/index.ts', /^main\/desktop must not import main\/browserhost/],
    ['main/browserhost/run.ts', 'main/desktop/index.ts', /^main\/browserhost must not import main\/desktop/],
    ['main/browserhost/run.ts', 'electron', /^main\/browserhost must not import the package electron/],
    ['main/browser.ts', 'main/desktop/index.ts', /^main\/browser.ts must not import main\/desktop/],
    ['main/browser.ts', 'electron', /^main\/browser.ts must not import the package electron/],
    ['main/electron.ts', 'main/browserhost/index.ts', /^main\/electron.ts must not import main\/browserhost/],
  ],
})

check('the player knows no React, the primitives no feature', {
  allowed: [
    ['renderer/features/queue/Queue.tsx', 'renderer/player/index.ts'],
    ['renderer/features/queue/Queue.tsx', 'renderer/ui/list/index.ts'],
    ['renderer/state/player.ts', 'renderer/player/index.ts'],
    ['renderer/ui/list/List.tsx', 'react'],
    ['renderer/player/engine/engine.ts', 'renderer/player/queue/index.ts'],
    ['renderer/player/engine/decode/open.ts', 'mediabunny'],
  ],
  refused: [
    ['renderer/player/engine/engine.ts', 'react', /^renderer\/player must not import the package react/],
    ['renderer/player/engine/engine.ts', 'react-dom', /^renderer\/player must not import the package react-dom/],
    ['renderer/player/engine/engine.ts', 'jotai', /^renderer\/player must not import the package jotai/],
    [
      'renderer/player/engine/engine.ts',
      'renderer/state/index.ts',
      /^renderer\/player must not import renderer\/state/,
    ],
    ['renderer/player/engine/engine.ts', 'renderer/ui/list/index.ts', /^renderer\/player must not import renderer\/ui/],
    ['renderer/player/index.ts', 'renderer/app/App.tsx', /^renderer\/player must not import renderer\/app/],
    ['renderer/player/index.ts', 'renderer/features/queue/index.ts', /must not import renderer\/features\/queue/],
    ['renderer/ui/list/List.tsx', 'renderer/features/queue/index.ts', /must not import renderer\/features\/queue/],
    ['renderer/ui/list/List.tsx', 'renderer/app/App.tsx', /^renderer\/ui must not import renderer\/app/],
    ['renderer/ui/list/List.tsx', 'renderer/player/index.ts', /^renderer\/ui must not import renderer\/player/],
  ],
})

check('the testkit is for tests and benches', {
  allowed: [
    ['renderer/player/engine/engine.test.ts', 'testkit/audio/index.ts'],
    ['main/backend/testing/store.ts', 'testkit/audio/index.ts'],
    ['e2e/engine/long.e2e.ts', 'testkit/audio/index.ts'],
    ['bench/run.ts', 'testkit/audio/index.ts'],
    ['testkit/media/index.ts', 'testkit/audio/index.ts'],
    ['testkit/media/index.ts', 'main/backend/index.ts'],
    ['e2e/host.e2e.ts', 'renderer/bridge/socket.ts'],
  ],
  refused: [['build/lint/a.ts', 'testkit/audio/index.ts', /^testkit is for tests and benches alone/]],
})
tester.run('the testkit in a room that has walls anyway', plugin.rules.layers, {
  valid: [],
  invalid: ['src/a.ts', 'main/a.ts', 'renderer/a.ts', 'relay/a.ts'].map((name) =>
    refusedFile(
      name,
      "import { x } from '../testkit/audio/index.ts'",
      /^testkit is for tests/,
      /must not import testkit/,
    ),
  ),
})

/** However it is written: all of it is an import. */
const forms = [
  "import '../main/a.ts'",
  "import a from '../main/a.ts'",
  "import type { A } from '../main/a.ts'",
  "import { type A } from '../main/a.ts'",
  "import * as a from '../main/a.ts'",
  "export { a } from '../main/a.ts'",
  "export type { A } from '../main/a.ts'",
  "export * from '../main/a.ts'",
  "const a = await import('../main/a.ts')",
  'const a = await import(`../main/a.ts`)',
  "let a: import('../main/a.ts').A",
  "import a = require('../main/a.ts')",
  "import worker from '../main/a.ts?worker&url'",
  "import a from './deeper/../../main/a.ts'",
]
tester.run('every form of import', plugin.rules.layers, {
  valid: ["export const a = 'main'", "const main = '../main/a.ts'", 'export const b = await import(name)'].map((code) =>
    file('src/a.ts', code),
  ),
  invalid: forms.map((code) => refusedFile('src/a.ts', code, /^src must not import main /)),
})
