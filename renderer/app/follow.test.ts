import { beforeEach, expect, it } from 'vitest'
import { failed, failure, success } from '../../src/contract/index.ts'
import type { Failure, Reply } from '../../src/contract/index.ts'
import { bridgeOver } from '../bridge/channel.ts'
import { appInfoAtom, store, storeNoticeAtom } from '../state/index.ts'
import { followBackend } from './follow.ts'

const info = { version: '1', host: 'browser', platform: 'linux', notice: null }
const damaged = (name: string) => failure('store-damaged', { name })

/** A page over a backend whose facts arrive when the test says so. */
function follow() {
  const facts = Promise.withResolvers<Reply<unknown>>()
  let tell: (name: string, payload: unknown) => void = () => undefined
  const bridge = bridgeOver({
    call: (_id, name) => (name === 'app.info' ? facts.promise : Promise.resolve(failed('internal'))),
    cancel: () => undefined,
    onEvent: (listener) => {
      tell = listener
      return () => undefined
    },
  })
  followBackend({ bridge, pathsOf: null, onConnection: () => () => undefined })
  return {
    damage: (notice: Failure) => tell('app.notice', notice),
    factsArrive: () => facts.resolve(success(info)),
  }
}

beforeEach(() => store.set(appInfoAtom, null))

it('shows damage of the stored data at once', async () => {
  const backend = follow()
  backend.factsArrive()
  await expect.poll(() => store.get(appInfoAtom)).toEqual(info)
  expect(store.get(storeNoticeAtom)).toBeNull()
  backend.damage(damaged('one'))
  expect(store.get(storeNoticeAtom)).toEqual(damaged('one'))
})

it('shows damage that was told while the facts from before it were on their way', async () => {
  const backend = follow()
  backend.damage(damaged('one'))
  backend.factsArrive()
  await expect.poll(() => store.get(storeNoticeAtom)).toEqual(damaged('one'))
})

it('keeps what was dismissed away, and shows what is new', async () => {
  const backend = follow()
  backend.factsArrive()
  await expect.poll(() => store.get(appInfoAtom)).toEqual(info)
  backend.damage(damaged('one'))
  store.set(storeNoticeAtom)
  expect(store.get(storeNoticeAtom)).toBeNull()
  backend.damage(damaged('one'))
  expect(store.get(storeNoticeAtom)).toBeNull()
  backend.damage(damaged('two'))
  expect(store.get(storeNoticeAtom)).toEqual(damaged('two'))
})
