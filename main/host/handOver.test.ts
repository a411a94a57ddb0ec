import { describe, expect, it } from 'vitest'
import { backendStandIn } from '../../testkit/hosts/index.ts'
import type { EventListener } from './backend.ts'
import { createHandOver } from './handOver.ts'

function page() {
  const heard: unknown[] = []
  const listener: EventListener = (name, payload) => heard.push([name, payload])
  return { heard, listener }
}

describe('createHandOver', () => {
  it('keeps what comes before the first page, and gives it once', () => {
    const handOver = createHandOver(backendStandIn())
    handOver.give(['/a.flac'])
    handOver.give(['/b'])
    const first = page()
    const second = page()
    handOver.backend.connect('1', first.listener)
    handOver.backend.connect('2', second.listener)
    expect(first.heard).toEqual([['files.handedOver', { paths: ['/a.flac', '/b'] }]])
    expect(second.heard).toEqual([])
  })

  it('gives to the newest page alone, and to the one before when that is gone', () => {
    const handOver = createHandOver(backendStandIn())
    const first = page()
    const second = page()
    handOver.backend.connect('1', first.listener)
    const leave = handOver.backend.connect('2', second.listener)
    handOver.give(['/a'])
    handOver.give([])
    leave()
    handOver.give(['/b'])
    expect(second.heard).toEqual([['files.handedOver', { paths: ['/a'] }]])
    expect(first.heard).toEqual([['files.handedOver', { paths: ['/b'] }]])
  })
})
