import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endToEndLanes } from './lanes.mjs'

describe('endToEndLanes', () => {
  let folder: string

  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const names = (files: readonly string[]) =>
    files.map((file) => path.relative(folder, file).replaceAll(path.sep, '/')).toSorted()

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'melofy-lanes-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps what listens apart from the rest, and leaves out what is no test', () => {
    write('engine/seeking.e2e.ts', "import { type EnginePage, openEnginePage } from './support/page.ts'\n")
    write('engine/support/page.ts', "import { launchChromium } from '../../harness/index.ts'\n")
    write(
      'album.e2e.ts',
      "import { call } from './harness/index.ts'\nimport { listenTo } from './listening/index.ts'\n",
    )
    write('settings.e2e.ts', "import { openApp } from './harness/index.ts'\n")
    const { listening, other } = endToEndLanes(folder)
    expect(names(listening)).toEqual(['album.e2e.ts', 'engine/seeking.e2e.ts'])
    expect(names(other)).toEqual(['settings.e2e.ts'])
  })

  it('finds every test of the engine among those that listen', () => {
    const { listening, other } = endToEndLanes(path.resolve(import.meta.dirname, '../../e2e'))
    expect(listening.some((file) => file.includes(`engine${path.sep}`))).toBe(true)
    expect(other.filter((file) => file.includes(`engine${path.sep}`))).toEqual([])
    expect(other.length).toBeGreaterThan(0)
  })
})
