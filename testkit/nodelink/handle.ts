import type { IncomingMessage } from 'node:http'
import { isTraceAsked, sendError } from './answer.ts'
import { readBody } from './body.ts'
import { type Gate, refused } from './gate.ts'
import type { NodeContext } from './node.ts'
import type { Outlet } from './outlet.ts'
import { routes } from './routes/index.ts'

/** One request from the gate to its route. */
export async function handle(
  node: NodeContext,
  judged: ReturnType<Gate['judge']>,
  request: IncomingMessage,
  outlet: Outlet,
): Promise<void> {
  outlet.response.setHeader('Nodelink-Api-Version', '4')
  outlet.response.setHeader('IamNodelink', 'true')
  const address = new URL(request.url ?? '/', 'http://localhost')
  const route = routes.get(address.pathname)
  if (judged.verdict === 'delayed') await node.clock.wait(node.behaviour.limits.delayMs)
  if (await refused(request, outlet, judged, node.clock.now())) return
  const refuse = (status: number, error: string, message: string): Promise<void> =>
    sendError(request, outlet, { status, error, message, leaksTrace: isTraceAsked(request) })
  const read = await readBody(request)
  if ('problem' in read) {
    if (read.problem === 'bad-json') return refuse(400, 'Invalid JSON', read.message)
    return refuse(413, 'Payload Too Large', 'Request body is too large.')
  }
  if (await outlet.preempts(route?.contentType ?? 'application/json')) return undefined
  if (route === undefined) return refuse(404, 'Not Found', 'The requested route was not found.')
  if (!route.methods.includes(request.method ?? '')) {
    return refuse(405, 'Method Not Allowed', `Method must be one of ${route.methods.join(', ')}`)
  }
  return route.handle(node, { request, outlet, address, body: read.body })
}
