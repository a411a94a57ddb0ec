// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, install } from './lib/prepare.mjs'
import { countRun } from './lib/report.mjs'
import { npm, runTool } from './lib/run.mjs'
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

/** @param {string} project */
async function tests(project) {
  const file = path.join(reports, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runTool('vitest/vitest.mjs', args)
  return countRun(readOr(file, null), code)
}

async function testAll() {
  const isReady = await stage('install', () => check(install().then((done) => done && provideTools())))
  if (!isReady) return
  await stage('lint', () => check(npmScript('lint')))
  await stage('types', () => check(npmScript('types')))
  await stage('unit', () => tests('unit'))
  if (await stage('build', () => check(build()))) await stage('e2e', () => tests('e2e'))
}

await testAll()
rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
