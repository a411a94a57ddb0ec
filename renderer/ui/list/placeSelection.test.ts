import { array, assert, boolean, constant, integer, nat, oneof, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterResize,
  clearPlaces,
  movePlace,
  noPlaces,
  pressPlace,
  selectAllPlaces,
  togglePlace,
} from './placeSelection.ts'
import { countRows, hasRow } from './ranges.ts'
import { clearSelection, moveFocus, noSelection, pressRow, selectAll, toggleRow } from './selection.ts'

const count = 40
const ids = Array.from({ length: count }, (_row, index) => String(index))

const step = oneof(
  record({ kind: constant('press' as const), index: nat(count - 1), range: boolean(), toggle: boolean() }),
  record({ kind: constant('toggle' as const), index: nat(count - 1) }),
  record({ kind: constant('move' as const), steps: integer({ min: -50, max: 50 }), extend: boolean() }),
  constant({ kind: 'all' as const }),
  constant({ kind: 'clear' as const }),
)

describe('a selection by place', () => {
  it('selects what the selection by id selects, whatever is done to both', () => {
    assert(
      property(array(step, { maxLength: 30 }), (steps) => {
        let byPlace = noPlaces
        let byId = noSelection
        for (const each of steps) {
          switch (each.kind) {
            case 'press':
              byPlace = pressPlace(byPlace, each.index, each)
              byId = pressRow(byId, ids, String(each.index), each)
              break
            case 'toggle':
              byPlace = togglePlace(byPlace, each.index)
              byId = toggleRow(byId, String(each.index))
              break
            case 'move':
              byPlace = movePlace(byPlace, count, each.steps, each)
              byId = moveFocus(byId, ids, each.steps, each)
              break
            case 'all':
              byPlace = selectAllPlaces(byPlace, count)
              byId = selectAll(byId, ids)
              break
            case 'clear':
              byPlace = clearPlaces(byPlace)
              byId = clearSelection(byId)
              break
          }
          expect(ids.filter((id) => hasRow(byPlace.selected, Number(id)))).toEqual(
            ids.filter((id) => byId.selected.has(id)),
          )
          expect(byPlace.focus === null ? null : String(byPlace.focus)).toBe(byId.focus)
          expect(countRows(byPlace.selected)).toBe(byId.selected.size)
        }
      }),
    )
  })

  it('holds a hundred thousand rows as one range', () => {
    expect(selectAllPlaces(noPlaces, 100_000).selected).toEqual([{ first: 0, end: 100_000 }])
  })

  it('forgets its rows when the list changes its length: the places are those of others now', () => {
    const selection = pressPlace(noPlaces, 30, { range: false, toggle: false })
    expect(afterResize(selection, 20)).toEqual({ focus: 19, anchor: 19, selected: [] })
    expect(afterResize(selection, 0).focus).toBeNull()
  })
})
