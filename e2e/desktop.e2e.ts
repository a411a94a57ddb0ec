import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { nodeProgram, root } from './harness/index.ts'

/** What can be known about the built desktop app without Electron's binary. */
describe('the built desktop app', () => {
  it('declares its scheme in time, opens a window on the built page and ends in order', async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'melofy-desktop-'))
    const program = path.join(root, 'e2e', 'harness', 'builtDesktop.ts')
    const { stdout } = await promisify(execFile)(nodeProgram, [program, dataFolder], { cwd: root })
    expect(JSON.parse(stdout)).toEqual({
      schemesBeforeReady: ['melofy'],
      windows: [{ loaded: ['melofy://app/'], preload: path.join('out', 'preload', 'preload.cjs') }],
      page: 200,
      isolated: 'require-corp',
      script: 200,
      quits: 1,
      exits: [],
    })
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('has a preload script that a sandbox can load: one file, nothing required but Electron', async () => {
    const preload = await readFile(path.join(root, 'out', 'preload', 'preload.cjs'), 'utf8')
    const required = [...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)
    expect(new Set(required)).toEqual(new Set(['electron']))
    expect(preload).not.toMatch(/^\s*(import|export)\s/m)
  })
})
