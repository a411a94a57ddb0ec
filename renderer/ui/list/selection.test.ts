import { assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterChange, focusRow, moveFocus, noSelection, pressRow, selectAll, toggleRow } from './selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const plain = { range: false, toggle: false }
const chosen = (selection: { readonly selected: ReadonlySet<string> }) => [...selection.selected].toSorted().join('')

describe('pressRow', () => {
  it('selects one, adds with Ctrl, and takes a range with Shift in either direction', () => {
    const one = pressRow(noSelection, ids, 'c', plain)
    expect(chosen(one)).toBe('c')
    expect(chosen(pressRow(one, ids, 'e', { range: false, toggle: true }))).toBe('ce')
    expect(chosen(pressRow(one, ids, 'a', { range: true, toggle: false }))).toBe('abc')
    const shrunk = pressRow(pressRow(one, ids, 'e', { range: true, toggle: false }), ids, 'd', {
      range: true,
      toggle: false,
    })
    expect(chosen(shrunk)).toBe('cd')
  })

  it('takes a row out again with Ctrl', () => {
    expect(chosen(toggleRow(toggleRow(noSelection, 'b'), 'b'))).toBe('')
  })
})

describe('focusRow', () => {
  it('makes a row reached by Tab the one that keys are for: the first arrow leaves it, and Shift selects from it', () => {
    const reached = focusRow(noSelection, 'a')
    expect(reached.focus).toBe('a')
    expect(chosen(reached)).toBe('')
    expect(moveFocus(reached, ids, 1, { extend: false }).focus).toBe('b')
    expect(chosen(moveFocus(reached, ids, 1, { extend: true }))).toBe('ab')
  })

  it('keeps where a range began while Shift extends it with the pointer', () => {
    const pressed = focusRow(pressRow(noSelection, ids, 'b', plain), 'd')
    expect(chosen(pressRow(pressed, ids, 'd', { range: true, toggle: false }))).toBe('bcd')
  })
})

describe('moveFocus', () => {
  it('enters at the end that the key comes from, and stops at the ends', () => {
    expect(moveFocus(noSelection, ids, 1, { extend: false }).focus).toBe('a')
    expect(moveFocus(noSelection, ids, -1, { extend: false }).focus).toBe('e')
    expect(moveFocus(pressRow(noSelection, ids, 'd', plain), ids, 40, { extend: false }).focus).toBe('e')
  })

  it('selects on the way with Shift, from where the range began', () => {
    const start = pressRow(noSelection, ids, 'c', plain)
    const up = moveFocus(moveFocus(start, ids, -1, { extend: true }), ids, -1, { extend: true })
    expect(chosen(up)).toBe('abc')
    expect(chosen(moveFocus(up, ids, 3, { extend: true }))).toBe('cd')
  })
})

describe('afterChange', () => {
  it('moves the keyboard to the row that took the place of the removed one', () => {
    const selection = pressRow(noSelection, ids, 'c', plain)
    expect(afterChange(selection, ids, ['a', 'b', 'd', 'e']).focus).toBe('d')
    expect(afterChange(pressRow(noSelection, ids, 'e', plain), ids, ['a', 'b']).focus).toBe('b')
    expect(afterChange(selection, ids, []).focus).toBeNull()
  })

  it('never selects or focuses a row that is not there', () => {
    const id = constantFrom(...ids)
    const list = subarray(ids)
    assert(
      property(id, id, list, list, (one, other, before, now) => {
        const range = pressRow(pressRow(noSelection, before, one, plain), before, other, { range: true, toggle: false })
        const left = afterChange(range, before, now)
        expect([...left.selected].every((row) => now.includes(row))).toBe(true)
        expect(left.focus === null || now.includes(left.focus)).toBe(true)
      }),
    )
  })

  it('answers the same value when nothing it names has gone', () => {
    const all = selectAll(pressRow(noSelection, ids, 'a', plain), ids)
    expect(afterChange(all, ids, [...ids, 'f'])).toBe(all)
  })
})
