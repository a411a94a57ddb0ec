import { parentPort } from 'node:worker_threads'
import { type Loaded, type NodeTrack, readLoadedBytes } from '../answers.ts'
import type { LoadedMessage, LoadedOrder } from './messages.ts'

/** Tracks handed over at a time: about 1 ms for whoever takes them. */
const tracksAtOnce = 100

const post = (message: LoadedMessage): void => parentPort?.postMessage(message)

let loaded: Loaded | null = null
let tracks: readonly NodeTrack[] = []
let handedOver = 0

/** The worker thread of one large answer: reads it whole and hands it over in portions, as they are asked for. */
parentPort?.on('message', (order: LoadedOrder) => {
  if (order.kind === 'read') {
    const read = readLoadedBytes(order.bytes)
    const isList = read?.kind === 'search' || read?.kind === 'playlist'
    tracks = isList ? read.tracks : []
    loaded = isList ? { ...read, tracks: [] } : read
  }
  if (handedOver >= tracks.length) {
    post({ kind: 'end', loaded })
    return
  }
  post({ kind: 'tracks', tracks: tracks.slice(handedOver, handedOver + tracksAtOnce) })
  handedOver += tracksAtOnce
})
