// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endToEndLanes } from './lib/lanes.mjs'
import { build, install } from './lib/prepare.mjs'
import { countRun } from './lib/report.mjs'
import { npm, root, runTool } from './lib/run.mjs'
import { readOr } from './lib/stamp.mjs'
import { provideTools } from './lib/tools.mjs'

/**
 * `npm test`: installs what is missing, then lint, types, unit, build and end-to-end. The last line is `N passed, N failed`
 * over all tests; a failing lint, type check or build counts as one failed. Uses nothing but Node 20's own modules.
 */

const reports = mkdtempSync(path.join(tmpdir(), 'melofy-reports-'))
const total = { passed: 0, failed: 0 }

/**
 * @param {string} name
 * @param {() => Promise<import('./lib/report.mjs').Count>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function stage(name, work) {
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  const { passed, failed } = await work()
  total.passed += passed
  total.failed += failed
  console.log(
    `── ${name}: ${failed === 0 ? 'good' : 'FAILED'} after ${Math.round((performance.now() - startedAt) / 1_000)} s`,
  )
  return failed === 0
}

/** @param {Promise<boolean>} work */
async function check(work) {
  return { passed: 0, failed: (await work) ? 0 : 1 }
}

/** @param {string} script */
const npmScript = async (script) => (await npm(['run', '--silent', script])) === 0

/**
 * @param {string} project
 * @param {{ label?: string, files?: readonly string[], options?: readonly string[] }} [part] of it, in place of all its files
 */
async function tests(project, { label, files = [], options = [] } = {}) {
  const file = path.join(reports, `${project}-${label ?? 'all'}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runTool('vitest/vitest.mjs', [...args, ...options, ...files], label === undefined ? {} : { label })
  return countRun(readOr(file, null), code)
}

/** @param {readonly import('./lib/report.mjs').Count[]} counts */
const sum = (counts) =>
  counts.reduce((one, two) => ({ passed: one.passed + two.passed, failed: one.failed + two.failed }))

/** Folders whose tests leave nothing behind: their files share processes and read each module once. */
const sharing = ['renderer', 'src'].map((name) => path.join(root, name) + path.sep)

/** What uses threads, databases and other programs has a process for each file. */
async function unit() {
  const apart = sharing.flatMap((folder) => ['--exclude', `${folder}**`])
  return sum([
    await tests('unit', { label: 'sharing', files: sharing, options: ['--no-isolate'] }),
    await tests('unit', { label: 'apart', options: apart }),
  ])
}

/** Files of the other lane that are taken at a time: few, so that both lanes end together. */
const atATime = 2

/** Two files at a time, of which one listens; when all that listen are through, their lane helps with the rest. */
async function endToEnd() {
  const { listening, other } = endToEndLanes(path.join(root, 'e2e'))
  /** @type {import('./lib/report.mjs').Count[]} */
  const counts = []
  let taken = 0
  /** @param {string} lane */
  const takeOthers = async (lane) => {
    for (let files = other.splice(0, atATime); files.length > 0; files = other.splice(0, atATime)) {
      taken += 1
      counts.push(await tests('e2e', { label: `${lane}-${taken}`, files }))
    }
  }
  const listen = async () => {
    counts.push(await tests('e2e', { label: 'listening', files: listening }))
    await takeOthers('first')
  }
  await Promise.all([listen(), takeOthers('second')])
  return sum(counts)
}

async function testAll() {
  const isReady = await stage('install', () => check(install().then((done) => done && provideTools())))
  if (!isReady) return
  await stage('lint', () => check(npmScript('lint')))
  await stage('types', () => check(npmScript('types')))
  await stage('unit', unit)
  if (await stage('build', () => check(build()))) await stage('e2e', endToEnd)
}

await testAll()
rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
