import { expect, it } from 'vitest'
import type { Bridge, CallOutput, Handlers, Reply } from '../../src/contract/index.ts'
import { failed, success } from '../../src/failure/index.ts'
import { allHandlers } from '../../testkit/bridges/handlers.ts'
import { prepareAnswer, preparedAnswer, rememberAnswer, rememberedAnswer } from './answers.ts'

const unused = () => {
  throw new Error('not asked')
}
const makeBridge = (): Bridge => ({ call: unused, on: unused })
const folder = (name: string) => [{ path: `/${name}`, name, trackCount: 1 }]

it('what was answered is there when one comes back, per question and per backend', () => {
  const bridge = makeBridge()
  rememberAnswer(bridge, 'library.subfolders', { path: '/a' }, folder('a'))
  expect(rememberedAnswer(bridge, 'library.subfolders', { path: '/a' })).toEqual(folder('a'))
  expect(rememberedAnswer(bridge, 'library.subfolders', { path: '/b' })).toBeUndefined()
  expect(rememberedAnswer(makeBridge(), 'library.subfolders', { path: '/a' })).toBeUndefined()
})

it('an answer that says the same is the same object; another one takes its place', () => {
  const bridge = makeBridge()
  const first = rememberAnswer(bridge, 'library.subfolders', { path: '/a' }, folder('a'))
  expect(rememberAnswer(bridge, 'library.subfolders', { path: '/a' }, folder('a'))).toBe(first)
  rememberAnswer(bridge, 'library.subfolders', { path: '/a' }, folder('b'))
  expect(rememberedAnswer(bridge, 'library.subfolders', { path: '/a' })).toEqual(folder('b'))
})

it('only those asked for last stay', () => {
  const bridge = makeBridge()
  for (let at = 0; at < 40; at += 1) {
    rememberAnswer(bridge, 'library.subfolders', { path: `/${at}` }, folder(`${at}`))
    rememberAnswer(bridge, 'library.subfolders', { path: '/again' }, folder('again'))
  }
  const kept = Array.from({ length: 40 }, (_, at) => rememberedAnswer(bridge, 'library.subfolders', { path: `/${at}` }))
  expect(kept.filter((answer) => answer !== undefined).length).toBeLessThan(20)
  expect(kept.at(-1)).toBeDefined()
  expect(rememberedAnswer(bridge, 'library.subfolders', { path: '/again' })).toBeDefined()
})

it('what is asked ahead is remembered; a refusal is not', async () => {
  let isRefused = true
  const handlers: Handlers = {
    ...allHandlers(() => {
      throw new Error('not asked')
    }),
    'library.artist': () => null,
  }
  const call: Bridge['call'] = async (name, input): Promise<Reply<CallOutput<typeof name>>> =>
    isRefused
      ? failed('internal')
      : success(await handlers[name](input, { signal: new AbortController().signal, clientId: 'test' }))
  const bridge: Bridge = { ...makeBridge(), call }
  await prepareAnswer(bridge, 'library.artist', { id: 'x' })
  expect(rememberedAnswer(bridge, 'library.artist', { id: 'x' })).toBeUndefined()
  isRefused = false
  await prepareAnswer(bridge, 'library.artist', { id: 'x' })
  expect(rememberedAnswer(bridge, 'library.artist', { id: 'x' })).toBeNull()
})

it('what is asked ahead twice is asked once, and whoever needs it can wait for it', async () => {
  let asked = 0
  const reply = Promise.withResolvers<Reply<null>>()
  const handlers: Handlers = {
    ...allHandlers(() => {
      throw new Error('not asked')
    }),
    'library.artist': async () => {
      asked += 1
      await reply.promise
      return null
    },
  }
  const call: Bridge['call'] = async (name, input): Promise<Reply<CallOutput<typeof name>>> =>
    success(await handlers[name](input, { signal: new AbortController().signal, clientId: 'test' }))
  const bridge: Bridge = { ...makeBridge(), call }
  const both = [
    prepareAnswer(bridge, 'library.artist', { id: 'x' }),
    prepareAnswer(bridge, 'library.artist', { id: 'x' }),
  ]
  const coming = preparedAnswer(bridge, 'library.artist', { id: 'x' })
  expect(coming).toBeDefined()
  expect(preparedAnswer(bridge, 'library.artist', { id: 'y' })).toBeUndefined()
  reply.resolve(success(null))
  await coming
  expect(rememberedAnswer(bridge, 'library.artist', { id: 'x' })).toBeNull()
  await Promise.all(both)
  expect(asked).toBe(1)
  expect(preparedAnswer(bridge, 'library.artist', { id: 'x' })).toBeUndefined()
})
