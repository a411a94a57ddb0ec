import { describe, expect, it } from 'vitest'
import { obstacle } from './electron.mjs'
import { countRun } from './report.mjs'
import { isPresent, tools } from './tools.mjs'

const file = (status: string, ...outcomes: string[]) => ({
  status,
  assertionResults: outcomes.map((outcome) => ({ status: outcome })),
})
const report = (...testResults: object[]) => JSON.stringify({ testResults })

describe('countRun', () => {
  it('adds up the tests of all files', () => {
    expect(countRun(report(file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')), 1)).toEqual({
      passed: 3,
      failed: 1,
    })
  })

  it('counts a file that broke before its tests', () => {
    expect(countRun(report(file('passed', 'passed'), file('failed')), 1)).toEqual({ passed: 1, failed: 1 })
  })

  it('never calls a bad end good', () => {
    expect(countRun(report(file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1 })
    expect(countRun(null, 1)).toEqual({ passed: 0, failed: 1 })
    expect(countRun('half a rep', 1)).toEqual({ passed: 0, failed: 1 })
    expect(countRun(report(), 0)).toEqual({ passed: 0, failed: 0 })
  })
})

describe('obstacle', () => {
  it('asks Linux for a display and a person who is not root', () => {
    expect(obstacle('linux', {}, 1000)).toContain('display')
    expect(obstacle('linux', { DISPLAY: ':0' }, 0)).toContain('root')
    expect(obstacle('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull()
    expect(obstacle('darwin', {}, 0)).toBeNull()
    expect(obstacle('win32', {}, undefined)).toBeNull()
  })
})

describe('tools', () => {
  it('are found on the PATH or where they are said to be', () => {
    expect(isPresent({ programs: ['melofy-has-no-such-program', 'node'] })).toBe(true)
    expect(isPresent({ programs: [process.execPath] })).toBe(true)
    expect(isPresent({ programs: ['melofy-has-no-such-program'] })).toBe(false)
    expect(tools.filter(({ required }) => required).map(({ debian }) => debian)).toEqual([
      'chromium-headless-shell',
      'ffmpeg',
    ])
  })
})
