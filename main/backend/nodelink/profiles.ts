import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { failure, FailureError } from '../../../src/contract/index.ts'
import type { Secrets } from '../secrets/index.ts'
import type { Store } from '../store/index.ts'
import { addressKey } from './address.ts'
import { type PaceMemory, paceMemorySchema } from './pace.ts'

/** A node as it is stored. */
export interface StoredNode {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  readonly sourcesOff: readonly string[]
}

export type NodeChange = Partial<Omit<StoredNode, 'id'>> & { readonly password?: string }

/** The person's nodes on the disk, in the order of preference, with their passwords sealed beside them. */
export interface Profiles {
  list(): readonly StoredNode[]
  /** Null when there is none that can still be read. */
  password(id: string): string | null
  /** Writes all of it or nothing. Throws `node-duplicate` for an address that another one has. */
  add(node: Omit<StoredNode, 'id' | 'sourcesOff'>, password: string): StoredNode
  change(id: string, change: NodeChange): StoredNode
  remove(id: string): void
  move(id: string, toIndex: number): void
  /** What is known of the pace that an address bears. */
  pace(key: string): PaceMemory | undefined
  savePace(key: string, memory: PaceMemory): void
}

const names = z.array(z.string())
const rowSchema = z
  .object({ node_id: z.string(), name: z.string(), base_url: z.string(), sources_off_json: z.string() })
  .transform((row) => ({
    id: row.node_id,
    name: row.name,
    baseUrl: row.base_url,
    sourcesOff: names.safeParse(parseJson(row.sources_off_json)).data ?? [],
  }))
const paceRowSchema = z.object({ base_url: z.string(), pace_json: z.string() })

const secretOf = (id: string): string => `node:${id}`

export function createProfiles(parts: { readonly store: Store; readonly secrets: Secrets }): Profiles {
  const { store, secrets } = parts
  const list = (): readonly StoredNode[] =>
    store.all('SELECT node_id, name, base_url, sources_off_json FROM node ORDER BY place, node_id', rowSchema)

  function known(id: string): StoredNode {
    const node = list().find((each) => each.id === id)
    if (node === undefined) throw new FailureError(failure('not-found'))
    return node
  }

  function refuseDuplicate(baseUrl: string, exceptId: string | null): void {
    const key = addressKey(baseUrl)
    const same = list().find((node) => node.id !== exceptId && addressKey(node.baseUrl) === key)
    if (same !== undefined) throw new FailureError(failure('node-duplicate', { name: same.name }))
  }

  function keepPassword(id: string, password: string): void {
    try {
      secrets.set(secretOf(id), password)
    } catch (error) {
      // A full disk has words of its own; here the key is what could not be had.
      if (error instanceof FailureError) throw error
      throw new FailureError(failure('node-password-not-kept'), { cause: error })
    }
  }

  return {
    list,
    password: (id) => secrets.get(secretOf(id)),
    add({ name, baseUrl }, password) {
      const id = randomUUID()
      return store.transaction(
        () => {
          refuseDuplicate(baseUrl, null)
          store.run(
            'INSERT INTO node (node_id, name, base_url, place) VALUES (?, ?, ?, (SELECT coalesce(max(place), -1) + 1 FROM node))',
            id,
            name,
            baseUrl,
          )
          keepPassword(id, password)
          return known(id)
        },
        { durable: true },
      )
    },
    change(id, change) {
      return store.transaction(
        () => {
          const before = known(id)
          const { name, baseUrl, sourcesOff } = { ...before, ...change }
          refuseDuplicate(baseUrl, id)
          store.run(
            'UPDATE node SET name = ?, base_url = ?, sources_off_json = ? WHERE node_id = ?',
            name,
            baseUrl,
            JSON.stringify(sourcesOff),
            id,
          )
          if (addressKey(baseUrl) !== addressKey(before.baseUrl))
            store.run('UPDATE node SET pace_json = NULL WHERE node_id = ?', id)
          if (change.password !== undefined) keepPassword(id, change.password)
          return known(id)
        },
        { durable: true },
      )
    },
    remove(id) {
      store.transaction(
        () => {
          known(id)
          store.run('DELETE FROM node WHERE node_id = ?', id)
          secrets.remove(secretOf(id))
        },
        { durable: true },
      )
    },
    move(id, toIndex) {
      store.transaction(
        () => {
          const moved = known(id)
          const order = list().filter((node) => node.id !== id)
          order.splice(toIndex, 0, moved)
          for (const [place, node] of order.entries())
            store.run('UPDATE node SET place = ? WHERE node_id = ?', place, node.id)
        },
        { durable: true },
      )
    },
    pace(key) {
      const rows = store.all('SELECT base_url, pace_json FROM node WHERE pace_json IS NOT NULL', paceRowSchema)
      const row = rows.find(({ base_url }) => addressKey(base_url) === key)
      return row === undefined ? undefined : paceMemorySchema.safeParse(parseJson(row.pace_json)).data
    },
    savePace(key, memory) {
      for (const { id, baseUrl } of list())
        if (addressKey(baseUrl) === key)
          store.run('UPDATE node SET pace_json = ? WHERE node_id = ?', JSON.stringify(memory), id)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
