import { setImmediate } from 'node:timers/promises'
import type { EventListener, HostedBackend } from '../../main/host/index.ts'
import { failed, success } from '../../src/contract/index.ts'
import type { EventName, EventPayload } from '../../src/contract/index.ts'

/** What a call that the stand-in holds open looks like from the test. */
export interface HeldCall {
  readonly name: string
  readonly input: unknown
  readonly signal: AbortSignal
  readonly clientId: string
  readonly release: (value: unknown) => void
}

/** A backend that answers little, and shows the test everything that reached it. */
export interface BackendStandIn extends HostedBackend {
  readonly held: HeldCall[]
  readonly connected: ReadonlySet<string>
  /** Sends an event to every page. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  /** Answers when `condition` holds; the test's own time limit is the only clock. */
  until(condition: () => boolean): Promise<void>
}

/**
 * `app.info` is answered, `settings.get` is refused with a failure, `demo.album` breaks; everything else is held until
 * the test releases it. `media` answers what it was asked for.
 */
export function backendStandIn(
  media: HostedBackend['media'] = async (request) => new Response(`${request.method} ${new URL(request.url).pathname}`),
): BackendStandIn {
  const held: HeldCall[] = []
  const pages = new Map<string, EventListener>()
  return {
    held,
    get connected() {
      return new Set(pages.keys())
    },
    media,
    emit(name, payload) {
      for (const listener of pages.values()) listener(name, payload)
    },
    async until(condition) {
      while (!condition()) await setImmediate()
    },
    connect(clientId, listener) {
      pages.set(clientId, listener)
      return () => pages.delete(clientId)
    },
    async dispatch(name, input, { signal, clientId }) {
      if (name === 'app.info') return success({ version: '1.2.3', host: 'browser', platform: 'linux', notice: null })
      if (name === 'settings.get') return failed('store-damaged', { name: 'ü "quoted"\n😀' })
      if (name === 'demo.album') throw new Error('broken on purpose')
      return new Promise((resolve) => {
        held.push({ name, input, signal, clientId, release: (value) => resolve(success(value)) })
      })
    },
  }
}
