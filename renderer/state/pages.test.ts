import { describe, expect, it } from 'vitest'
import { firstHistory, pageOf, travel, visit } from './pages.ts'
import type { Page } from './pages.ts'

const album: Page = { kind: 'collection', id: 'a' }
const other: Page = { kind: 'collection', id: 'b' }

describe('page history', () => {
  it('goes back and forward over the pages that were opened', () => {
    const there = visit(visit(firstHistory, album), other)
    expect(pageOf(travel(there, -1))).toEqual(album)
    expect(pageOf(travel(travel(there, -2), 1))).toEqual(album)
    expect(travel(there, 1)).toBe(there)
  })

  it('forgets what lay ahead when another page is opened', () => {
    const back = travel(visit(visit(firstHistory, album), other), -1)
    const next = visit(back, { kind: 'home' })
    expect(next.pages).toEqual([{ kind: 'home' }, album, { kind: 'home' }])
  })

  it('makes no step for the page on screen, nor between the sections of settings', () => {
    const there = visit(firstHistory, album)
    expect(visit(there, album)).toBe(there)
    const settings = visit(there, { kind: 'settings', section: 'playback' })
    const section = visit(settings, { kind: 'settings', section: 'about' })
    expect(pageOf(travel(section, -1))).toEqual(album)
  })
})
