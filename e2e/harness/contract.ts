import type { CallInput, CallName, CallOutput } from '../../src/contract/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import type { Channel } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import type { App } from './app.ts'

/** Makes one call of the contract: as another page of the browser host, or from the app's own window. Throws the failure's code. */
export async function call<Name extends CallName>(
  app: App,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const channel = app.kind === 'electron' ? windowChannel(app) : socketChannel({ openLine: nodeLine(app.address()) })
  try {
    const reply = await bridgeOver(channel).call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
    return reply.value
  } finally {
    channel.close()
  }
}

/** Far beyond the numbers that the page gives its own calls. */
let lastId = 1_000_000_000

function windowChannel(app: App): Channel & { close(): void } {
  return {
    call(_id, name, input) {
      lastId += 1
      return app
        .page()
        .evaluate(([id, name, input]) => window.melofy?.call(id, name, input), [lastId, name, input] as const)
    },
    cancel: () => undefined,
    onEvent: () => () => undefined,
    close: () => undefined,
  }
}
