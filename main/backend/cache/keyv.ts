import { type DeserializedData, Keyv } from 'keyv'
import type { Log } from '../log/index.ts'

/** Part of every key: a Redis may be shared with others. */
export const namespace = 'melofy'

/**
 * Keyv over a storage adapter. JSON is read without the reviver that keyv has for buffers: entries hold none, and it costs
 * several times as much. Never rejects: what the adapter cannot do is a miss, and is logged once.
 */
export function createKeyv(store: object, log: Pick<Log, 'warn'>): Keyv<unknown> {
  const keyv = new Keyv<unknown>({ store, namespace, serialize: JSON.stringify, deserialize: readJson })
  let isTold = false
  keyv.on('error', (error: unknown) => {
    if (!isTold) log.warn('the cache could not be used', { error: error instanceof Error ? error : undefined })
    isTold = true
  })
  return keyv
}

/** The value that a text holds; undefined where it was spoilt, which keyv takes for a miss. */
function readJson<Value>(text: string): DeserializedData<Value> | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
