import { type Refusal, sendError, sendJson, sendWorkerError, sendWorkerJson } from '../answer.ts'
import type { LoadResult } from '../load-result.ts'
import { loadLocal } from '../local.ts'
import type { NodeContext } from '../node.ts'
import { loadRemote } from '../remote.ts'
import { sourceOfPrefix } from '../sources.ts'
import type { Route } from './route.ts'

const missing: Refusal = {
  status: 400,
  error: 'missing identifier parameter',
  message: 'identifier parameter is required.',
  leaksTrace: true,
}

/** How many a search finds at most. */
const searchLimit = 10

export const loadTracks: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  async handle(node, { request, outlet, address }) {
    const identifier = address.searchParams.get('identifier')?.trim() ?? ''
    if (identifier === '') {
      await sendError(request, outlet, missing)
      return
    }
    const isCluster = node.mode === 'cluster'
    const result = await load(node, identifier)
    if (typeof result !== 'string') {
      await (isCluster ? sendWorkerJson(outlet, 200, result) : sendJson(request, outlet, 200, result))
    } else if (isCluster) {
      await sendWorkerError(request, outlet, result)
    } else {
      await sendError(request, outlet, {
        status: 500,
        error: 'failed to load track',
        message: result,
        leaksTrace: true,
      })
    }
  },
}

/** The result, or the words of an error that is no result. */
async function load(node: NodeContext, identifier: string): Promise<LoadResult | string> {
  if (/^(https?|ftts):\/\//i.test(identifier)) return resolve(node, identifier)
  const parts = /^((?![A-Z]:\\)[A-Za-z0-9]+):((?!\/\/).+)$/i.exec(identifier)
  if (parts === null) {
    const isPath = /^(\/|[A-Z]:\\|\\)./i.test(identifier)
    return search(node, isPath ? 'local' : node.defaultSearchSource, identifier)
  }
  const [, prefix = '', query = ''] = parts
  return prefix === 'search' ? searchEverywhere(node, query) : search(node, prefix, query)
}

async function search(node: NodeContext, prefix: string, query: string): Promise<LoadResult | string> {
  const source = sourceOfPrefix(prefix, node.sources)
  if (source === null) return `Source or search alias not found for: ${prefix}`
  if (source === 'local') return loadLocal(query, node.musicFolder)
  if (source === 'http') return resolve(node, query)
  const data = node.catalogue.search(source, query, searchLimit)
  return data.length === 0 ? { loadType: 'empty', data: {} } : { loadType: 'search', data }
}

/** `search:` asks several sources and answers with a playlist, of all things. */
async function searchEverywhere(node: NodeContext, query: string): Promise<LoadResult> {
  const tracks = node.sources.flatMap((source) => node.catalogue.search(source, query, searchLimit))
  if (tracks.length === 0) return { loadType: 'empty', data: {} }
  const info = { name: `Search results for: ${query}`, selectedTrack: -1 }
  return { loadType: 'playlist', data: { info, pluginInfo: {}, tracks } }
}

async function resolve(node: NodeContext, url: string): Promise<LoadResult> {
  const list = node.catalogue.listAt(url)
  if (list !== null) {
    const info = { name: list.name, selectedTrack: -1 }
    return { loadType: list.loadType ?? 'playlist', data: { info, pluginInfo: {}, tracks: list.tracks } }
  }
  const track = node.catalogue.trackAt(url)
  return track === null ? loadRemote(url) : { loadType: 'track', data: track }
}
