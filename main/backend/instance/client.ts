import { connect } from 'node:net'
import { readLine } from './line.ts'
import { type InstanceReply, type InstanceRequest, replySchema } from './messages.ts'

/** Asks the first instance something. Rejects when it is not there, does not answer within `timeoutMs`, or answers nonsense. */
export async function ask(endpoint: string, request: InstanceRequest, timeoutMs: number): Promise<InstanceReply> {
  const socket = connect(endpoint)
  const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), timeoutMs)
  try {
    const answer = readLine(socket)
    socket.write(`${JSON.stringify(request)}\n`)
    return replySchema.parse(await answer)
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}
