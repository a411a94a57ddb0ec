import { createStore } from 'jotai'
import { expect, it } from 'vitest'
import { type Bridge, type Handlers, success } from '../../../src/contract/index.ts'
import { createTranslator } from '../../../src/i18n/index.ts'
import { allHandlers } from '../../../testkit/bridges/handlers.ts'
import { setStage } from '../../player/controller/testing/index.ts'
import { historyAtom } from '../../state/index.ts'
import { createCommands } from './registry.ts'

/** Commands over a library of these artists, given in portions as they are asked for. */
function setUp(names: readonly string[]) {
  const { player } = setStage()
  const handlers: Handlers = {
    ...allHandlers((): never => {
      throw new Error('Nobody asks for this here.')
    }),
    'library.artists': ({ range }) => ({
      rows: names.slice(range.from, range.to).map((name) => {
        return { id: `id of ${name}`, name, albumCount: 1, trackCount: 1, coverPath: null }
      }),
      total: names.length,
      revision: 1,
    }),
  }
  const call: Bridge['call'] = async (name, input) =>
    success(await handlers[name](input, { signal: AbortSignal.any([]), clientId: 'test' }))
  const store = createStore()
  const shown = Promise.withResolvers<string>()
  store.sub(historyAtom, () => shown.resolve(JSON.stringify(store.get(historyAtom))))
  const commands = createCommands({
    bridge: { call, on: () => () => undefined },
    player,
    store,
    notices: {
      tell: () => undefined,
      fail: ({ code }) => shown.resolve(code),
      withdraw: () => undefined,
      canUndo: () => false,
      undo: () => undefined,
      long: () => undefined,
    },
    opener: { open: () => undefined, cancel: () => undefined, choose: () => undefined },
    preview: { toggle: () => undefined, end: () => undefined },
    playlistFiles: { choose: async () => [], read: async () => [], save: () => undefined },
    t: createTranslator().t,
  })
  return { commands, shown: shown.promise }
}

it('an artist whose name is part of hundreds of others is found all the same', async () => {
  const others = Array.from({ length: 650 }, (_, index) => `X and friend ${index}`)
  const { commands, shown } = setUp([...others, 'X'])
  commands.runWith('open-artist', { name: 'X' })
  expect(await shown).toContain('"id of X"')
})

it('one that is not there is told as such', async () => {
  const { commands, shown } = setUp(Array.from({ length: 400 }, (_, index) => `X and friend ${index}`))
  commands.runWith('open-artist', { name: 'X' })
  expect(await shown).toBe('not-found')
})
