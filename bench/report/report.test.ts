import { describe, expect, it } from 'vitest'
import { alone, beside, isOver, limited, median, p95, table } from './index.ts'

const named = { id: 'a.b', what: 'something', unit: 'ms' }

describe('the figures of a run', () => {
  it('are over only where a limit is missed: not when they meet it, and never against a peer', () => {
    expect(isOver(limited(named, 60.1, 60))).toBe(true)
    expect(isOver(limited(named, 60, 60))).toBe(false)
    expect(limited(named, 0, 0).ratio).toBe(1)
    expect(isOver(limited(named, 1, 0))).toBe(true)
    expect(isOver(beside(named, 100, { what: 'a peer', value: 1 }))).toBe(false)
    expect(isOver(alone(named, 100))).toBe(false)
  })

  it('carry the fields that --json promises and no others', () => {
    const fields = ['id', 'what', 'unit', 'value', 'against', 'againstValue', 'ratio'].sort()
    for (const figure of [limited(named, 1, 2), beside(named, 1, { what: 'a peer', value: 2 }), alone(named, 1)]) {
      expect(Object.keys(figure).sort()).toEqual(fields)
    }
    expect(beside(named, 1, { what: 'a peer', value: 2 }).ratio).toBe(0.5)
  })

  it('are values that were measured: median and p95 by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(median(values)).toBe(50)
    expect(p95(values)).toBe(95)
    expect(p95([3, 1, 2])).toBe(3)
    expect(() => median([])).toThrow('nothing')
  })

  it('stand in a table that is also Markdown, with the missed limit marked', () => {
    const lines = table([limited(named, 90, 60), beside(named, 0.01234, { what: 'a peer', value: 1234.5 })]).split('\n')
    expect(lines).toHaveLength(4)
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    expect(lines[2]?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'something',
      '90.0',
      'ms',
      'limit',
      '60.0',
      '1.50',
      'over',
      '',
    ])
    expect(lines[3]).toContain('0.012')
    expect(lines[3]).not.toContain('over')
  })
})
