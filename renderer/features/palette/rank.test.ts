import { expect, it } from 'vitest'
import { rank, withUsed } from './rank.ts'

const candidates = ['Open files', 'Open a folder', 'Queue', 'Open by path'].map((words) => ({
  key: words,
  words,
  value: null,
}))
const words = (text: string, recent: readonly string[] = []) =>
  rank(text, candidates, recent).map((candidate) => candidate.words)

it('keeps the given order where nothing is asked for or all fit equally', () => {
  expect(words('')).toEqual(['Open files', 'Open a folder', 'Queue', 'Open by path'])
  expect(words('open')[0]).toBe('Open files')
  expect(words('open')).not.toContain('Queue')
})

it('puts what was used lately first among near equals, and never before a better answer', () => {
  expect(words('open', ['Open by path', 'Open a folder'])).toEqual(['Open by path', 'Open a folder', 'Open files'])
  expect(words('files', ['Open a folder'])[0]).toBe('Open files')
})

it('remembers the latest first, once, and not for ever', () => {
  expect(withUsed(['a', 'b', 'c'], 'b', 3)).toEqual(['b', 'a', 'c'])
  expect(withUsed(['a', 'b', 'c'], 'd', 3)).toEqual(['d', 'a', 'b'])
})
