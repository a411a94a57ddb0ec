import { expect, it } from 'vitest'
import type { ImportJob } from '../../../src/imports/index.ts'
import { shareDone, stepsOf } from './progress.ts'

const counts = { open: 0, matched: 0, review: 0, none: 0, skipped: 0 }
const job = (change: Partial<ImportJob>): ImportJob => ({
  id: 'a',
  name: 'Road',
  source: { kind: 'spotify-liked' },
  state: { kind: 'running', phase: 'reading' },
  total: null,
  counts,
  notAsked: null,
  playlistId: null,
  startedAt: 0,
  revision: 0,
  ...change,
})
const barsOf = (change: Partial<ImportJob>) => stepsOf(job(change)).map(({ state, value }) => [state, value])

it('each step has its own bar, which claims no more than is known', () => {
  expect(barsOf({})).toEqual([
    ['active', null],
    ['ahead', 0],
    ['ahead', 0],
  ])
  expect(barsOf({ total: 200, counts: { ...counts, open: 50 } })).toEqual([
    ['active', 0.25],
    ['ahead', 0],
    ['ahead', 0],
  ])
  const half = { ...counts, open: 100, matched: 60, review: 30, none: 8, skipped: 2 }
  expect(barsOf({ state: { kind: 'running', phase: 'matching' }, total: 200, counts: half })).toEqual([
    ['done', 1],
    ['active', 0.5],
    ['active', 0],
  ])
  expect(barsOf({ state: { kind: 'stopped', phase: 'matching', error: null }, total: 200, counts: half })[1]).toEqual([
    'still',
    0.5,
  ])
  expect(barsOf({ state: { kind: 'done' }, total: 4, counts: { ...counts, matched: 4 } })).toEqual([
    ['done', 1],
    ['done', 1],
    ['done', 1],
  ])
})

it('all of it is as far as its present step', () => {
  expect(shareDone(job({}))).toBeNull()
  expect(shareDone(job({ state: { kind: 'waiting', phase: 'matching' }, total: 0 }))).toBeNull()
  expect(shareDone(job({ state: { kind: 'done' } }))).toBe(1)
})
