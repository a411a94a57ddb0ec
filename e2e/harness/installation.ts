import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildInputs } from '../../scripts/lib/prepare.mjs'
import { fingerprint } from '../../scripts/lib/stamp.mjs'
import { root } from './places.ts'

/** A copy of this repository as it is after `npm ci` and a build, but for Electron's program, which is not there. */
export interface Installation {
  readonly folder: string
  /** Where data may go. */
  readonly dataFolder: string
  remove(): Promise<void>
}

/** Makes one; packages and build are those of this repository, nothing is installed or built. */
export async function withoutElectron(): Promise<Installation> {
  const base = await mkdtemp(path.join(tmpdir(), 'melofy-installation-'))
  const folder = path.join(base, 'melofy')
  const inside = (...names: string[]): string => path.join(folder, ...names)
  const link = (...names: string[]) => symlink(path.join(root, ...names), inside(...names), 'junction')
  await mkdir(inside('node_modules'), { recursive: true })
  await mkdir(inside('out'))
  await cp(path.join(root, 'scripts'), inside('scripts'), { recursive: true })
  for (const name of ['package.json', 'package-lock.json', path.join('node_modules', '.package-lock.json')]) {
    await cp(path.join(root, name), inside(name))
  }
  for (const name of ['node', '@electron']) await link('node_modules', name)
  for (const name of ['main', 'renderer', 'preload']) await link('out', name)
  const isProgram = (name: string): boolean => /^(dist|path\.txt)$/.test(path.basename(name))
  await cp(path.join(root, 'node_modules', 'electron'), inside('node_modules', 'electron'), {
    recursive: true,
    filter: (name) => !isProgram(name),
  })
  await writeFile(inside('out', '.built'), fingerprint(folder, buildInputs))
  return { folder, dataFolder: path.join(base, 'data'), remove: () => rm(base, { recursive: true, force: true }) }
}
