import { readMessageToPage } from '../../src/contract/envelope.ts'
import type { MessageFromPage, MessageToPage } from '../../src/contract/index.ts'
import { failed } from '../../src/failure/index.ts'
import type { Channel, ConnectionState } from './channel.ts'

/** One connection, without the reconnecting. */
export interface Line {
  send(text: string): void
  close(): void
}

export interface LineListener {
  readonly opened: () => void
  readonly received: (text: string) => void
  /** Comes once, also when the line could not be opened; never before `openLine` has answered. */
  readonly closed: () => void
}

export interface SocketChannelOptions {
  readonly openLine: (listener: LineListener) => Line
  readonly onConnection?: (state: ConnectionState) => void
  /**
   * Asked after a line could not be opened: true when the host is there and does not know this page any more. A socket
   * does not tell why it was refused. Never rejects.
   */
  readonly isRefused?: () => Promise<boolean>
  /** 0 to 1; spreads the attempts of several pages. */
  readonly random?: () => number
}

/** Times in ms. */
const waitForLineMs = 5_000
const heartbeatMs = 15_000
const firstRetryMs = 200
const longestRetryMs = 10_000

interface PendingCall {
  readonly message: MessageFromPage
  readonly answer: (reply: unknown) => void
  /** Runs until the call was sent. */
  patience: ReturnType<typeof setTimeout> | null
}

/**
 * The contract over a WebSocket that is opened again whenever it is lost. A call made while there is no line waits a
 * little for it; a call that was sent when the line broke answers `bridge-closed`, because nobody knows whether it was done.
 * A host that refuses this page will do so for ever (it was started again and has another token): then it ends.
 */
export function socketChannel(options: SocketChannelOptions): Channel & { close(): void } {
  const random = options.random ?? Math.random
  const pending = new Map<number, PendingCall>()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  let line: Line | null = null
  let isOpen = false
  let isHeard = false
  let isClosed = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const finish = (id: number, reply: unknown) => {
    const call = pending.get(id)
    if (call === undefined) return
    pending.delete(id)
    if (call.patience !== null) clearTimeout(call.patience)
    call.answer(reply)
  }

  const sendCall = (id: number, call: PendingCall) => {
    if (call.patience !== null) clearTimeout(call.patience)
    call.patience = null
    try {
      line?.send(JSON.stringify(call.message))
    } catch {
      finish(id, failed('bad-input'))
    }
  }

  const receive = (message: MessageToPage) => {
    switch (message.kind) {
      case 'reply':
        finish(message.id, message.reply)
        return
      case 'event':
        for (const listener of listeners) listener(message.name, message.payload)
        return
      case 'pong':
    }
  }

  const lose = (lost: Line) => {
    if (line !== lost) return
    line = null
    const wasOpen = isOpen
    isOpen = false
    for (const [id, call] of pending) if (call.patience === null) finish(id, failed('bridge-closed'))
    if (isClosed) return
    options.onConnection?.('lost')
    if (wasOpen || options.isRefused === undefined) retryLater()
    else void askWhy(options.isRefused)
  }

  const retryLater = () => {
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** failures)
    failures += 1
    retry = setTimeout(open, wait * (0.5 + random() / 2))
  }

  const askWhy = async (isRefused: () => Promise<boolean>) => {
    const refused = await isRefused()
    if (isClosed) return
    if (!refused) {
      retryLater()
      return
    }
    end()
    options.onConnection?.('refused')
  }

  const end = () => {
    isClosed = true
    clearInterval(heartbeat)
    clearTimeout(retry)
    for (const id of pending.keys()) finish(id, failed('bridge-closed'))
    line?.close()
  }

  const open = () => {
    const opening = options.openLine({
      opened() {
        isOpen = true
        isHeard = true
        failures = 0
        for (const [id, call] of pending) sendCall(id, call)
        options.onConnection?.('open')
      },
      received(text) {
        isHeard = true
        const message = line === opening ? readMessageToPage(text) : null
        if (message !== null) receive(message)
      },
      closed: () => lose(opening),
    })
    line = opening
  }

  // Silence is measured from beat to beat and not by the clock: a throttled or sleeping page never takes its own sleep for it.
  const heartbeat = setInterval(() => {
    if (line === null || !isOpen) return
    if (!isHeard) {
      // Its goodbye may never come, so it counts as lost now.
      const dead = line
      dead.close()
      lose(dead)
      return
    }
    isHeard = false
    line.send(JSON.stringify({ kind: 'ping' } satisfies MessageFromPage))
  }, heartbeatMs)

  options.onConnection?.('connecting')
  open()

  return {
    call(id, name, input) {
      return new Promise((answer) => {
        if (isClosed) {
          answer(failed('bridge-closed'))
          return
        }
        const patience = setTimeout(() => finish(id, failed('bridge-closed')), waitForLineMs)
        const call: PendingCall = { message: { kind: 'call', id, name, input }, answer, patience }
        pending.set(id, call)
        if (isOpen) sendCall(id, call)
      })
    },
    cancel(id) {
      const call = pending.get(id)
      if (call === undefined) return
      const wasSent = call.patience === null
      finish(id, failed('cancelled'))
      if (wasSent) line?.send(JSON.stringify({ kind: 'cancel', id } satisfies MessageFromPage))
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: end,
  }
}

/** Statuses of a host that is there and does not serve this page. */
const refusals: ReadonlySet<number> = new Set([401, 403, 404])

/** A host that does not answer the question within this time, in ms, has not refused. */
const answerLimitMs = 5_000

/** Asks for the page itself whether its host still knows it; false while the host does not answer. */
export async function isPageRefused(
  address: string,
  fetchPage: (address: string, init: RequestInit) => Promise<Pick<Response, 'status'>> = fetch,
): Promise<boolean> {
  try {
    const { status } = await fetchPage(address, { cache: 'no-store', signal: AbortSignal.timeout(answerLimitMs) })
    return refusals.has(status)
  } catch {
    return false
  }
}

/** Opens a line through the browser's own WebSocket. */
export function browserLine(address: string): (listener: LineListener) => Line {
  return ({ opened, received, closed }) => {
    const socket = new WebSocket(address)
    socket.addEventListener('open', opened)
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') received(data)
    })
    socket.addEventListener('close', closed)
    return {
      send: (text) => socket.send(text),
      close: () => socket.close(),
    }
  }
}
