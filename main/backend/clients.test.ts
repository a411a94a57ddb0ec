import { expect, test } from 'vitest'
import { createClients } from './clients.ts'

function pages(): { clients: ReturnType<typeof createClients>; heard: string[]; join: (id: string) => () => void } {
  const clients = createClients()
  const heard: string[] = []
  return { clients, heard, join: (id) => clients.connect(id, (name) => heard.push(`${id} ${name}`)) }
}

test('the newest page to play silences every other one, and only when it changes', () => {
  const { clients, heard, join } = pages()
  for (const id of ['a', 'b', 'c']) join(id)
  clients.claim('a')
  expect(heard.splice(0)).toEqual(['b playback.elsewhere', 'c playback.elsewhere'])
  clients.claim('a')
  expect(heard).toEqual([])
  clients.claim('b')
  expect(heard.splice(0)).toEqual(['a playback.elsewhere', 'c playback.elsewhere'])
})

test('a page that left hears nothing and owns nothing', () => {
  const { clients, heard, join } = pages()
  const leave = join('a')
  join('b')
  clients.claim('a')
  heard.splice(0)
  leave()
  join('a')
  clients.claim('a')
  expect(heard.splice(0)).toEqual(['b playback.elsewhere'])
})

test('a page that came back before its old line was noticed dead keeps playing and hearing', () => {
  const { clients, heard, join } = pages()
  const oldLine = join('a')
  clients.claim('a')
  join('a')
  oldLine()
  clients.emit('command.invoked', { command: 'play' })
  expect(heard).toEqual(['a command.invoked'])
})

test('an event reaches the pages it is for', () => {
  const { clients, heard, join } = pages()
  for (const id of ['a', 'b']) join(id)
  clients.emit('command.invoked', { command: 'play' }, (id) => id === 'b')
  expect(heard).toEqual(['b command.invoked'])
})
