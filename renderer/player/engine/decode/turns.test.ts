import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

it('lets messages in once a turn has lasted long enough, and not before', async () => {
  let nowMs = 0
  const turns = new Turns(4, () => nowMs)
  const heard: string[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => heard.push('message')
  port2.postMessage(null)
  nowMs = 3
  await turns.pause()
  heard.push('first turn')
  nowMs = 5
  await turns.pause()
  heard.push('second turn')
  port1.close()
  expect(heard).toEqual(['first turn', 'message', 'second turn'])
})
