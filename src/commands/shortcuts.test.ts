import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assigned, changedShortcuts, cleared, commandIds, isBinding, restored, shortcutsWith, userOf } from './index.ts'
import type { ChangedShortcuts } from './index.ts'

const keysOf = (command: string, changed: ChangedShortcuts) =>
  shortcutsWith(changed).find((shortcut) => shortcut.command === command)?.bindings

describe('shortcuts', () => {
  it('are there for every command, each once, and no keys mean two things', () => {
    const all = shortcutsWith({})
    expect(all.map(({ command }) => command).toSorted()).toEqual([...commandIds].toSorted())
    const keys = all.flatMap(({ bindings }) => bindings)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((binding) => !isBinding(binding))).toEqual([])
  })

  it('move to the command that they are given to, and come back', () => {
    const changed = assigned({}, 'mute', 'N')
    expect(keysOf('mute', changed)).toEqual(['N'])
    expect(keysOf('next', changed)).toEqual([])
    expect(userOf('N', changed)).toBe('mute')
    const back = restored(changed, 'next')
    expect(keysOf('next', back)).toEqual(['N'])
    expect(keysOf('mute', back)).toEqual([])
    expect(restored(back, 'mute')).toEqual({})
  })

  it('store only what differs', () => {
    expect(assigned({}, 'next', 'N')).toEqual({})
    expect(cleared({}, 'next')).toEqual({ next: [] })
    expect(assigned(cleared({}, 'next'), 'next', 'N')).toEqual({})
  })

  it('that are damaged fall back alone', () => {
    const stored = { next: ['J'], mute: 'M', previous: ['not a key'], queue: [7], unheard: ['U'], home: ['H', 'Mod+H'] }
    expect(changedShortcuts(stored)).toEqual({ next: ['J'], home: ['H', 'Mod+H'] })
    for (const nonsense of [null, 7, 'x', [], ['N'], { __proto__: { next: ['J'] } }]) {
      expect(changedShortcuts(nonsense)).toEqual({})
    }
  })

  it('never mean two things, whatever is done to them', () => {
    const command = fc.constantFrom(...commandIds)
    const binding = fc.constantFrom('N', 'P', 'M', 'Space', 'Mod+K', 'Shift+L', 'J', '+')
    const step = fc.oneof(
      fc.tuple(command, binding).map(
        ([id, keys]) =>
          (now: ChangedShortcuts) =>
            assigned(now, id, keys),
      ),
      command.map((id) => (now: ChangedShortcuts) => cleared(now, id)),
      command.map((id) => (now: ChangedShortcuts) => restored(now, id)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const changed = steps.reduce((now, next) => next(now), changedShortcuts({}))
        const keys = shortcutsWith(changed).flatMap(({ bindings }) => bindings)
        expect(new Set(keys).size).toBe(keys.length)
        expect(changedShortcuts(JSON.parse(JSON.stringify(changed)))).toEqual(changed)
      }),
    )
  })
})
