import { z } from 'zod'
import { failure, FailureError } from '../../../src/contract/index.ts'
import type { Store } from '../store/index.ts'
import type { SpotifyUser } from './answers/index.ts'
import { capabilitiesSchema, type KnownCapabilities } from './capabilities.ts'
import { type PaceMemory, paceMemorySchema } from './pace/index.ts'

/** What is stored of the client ids that the person entered; no token is among it. */
export interface StoredClients {
  /** The one in use; null before one was entered. */
  current(): { readonly clientId: string; readonly user: SpotifyUser | null } | null
  /** Uses this one from now on. What is known of others stays: their pauses go on whether they are used or not. */
  use(clientId: string | null): void
  saveUser(clientId: string, user: SpotifyUser | null): void
  pace(clientId: string): PaceMemory | undefined
  savePace(clientId: string, memory: PaceMemory): void
  /** The quota is a developer account's: all client ids that are known here are taken for one account's. */
  saveQuota(memory: PaceMemory): void
  capabilities(clientId: string): KnownCapabilities
  saveCapabilities(clientId: string, known: KnownCapabilities): void
}

/** Reads what was typed or pasted as a client id. Throws `spotify-client-id-unreadable`. */
export function readClientId(typed: string): string {
  const clientId = typed.trim().toLowerCase()
  if (/^[\da-f]{32}$/u.test(clientId)) return clientId
  throw new FailureError(failure('spotify-client-id-unreadable'))
}

const currentSchema = z.object({
  client_id: z.string(),
  user_id: z.string().nullable(),
  user_name: z.string().nullable(),
})
const paceSchema = z.object({ pace_json: z.string() })
const capabilitiesRowSchema = z.object({ capabilities_json: z.string() })

export function createStoredClients(store: Store): StoredClients {
  return {
    current() {
      const row = store.get(
        'SELECT client_id, user_id, user_name FROM spotify_client WHERE is_current = 1',
        currentSchema,
      )
      if (row === undefined) return null
      const { client_id: clientId, user_id: id, user_name: name } = row
      return { clientId, user: id === null ? null : { id, name: name ?? id } }
    },
    use(clientId) {
      store.transaction(
        () => {
          store.run('UPDATE spotify_client SET is_current = 0')
          if (clientId !== null)
            store.run(
              'INSERT INTO spotify_client (client_id, is_current) VALUES (?, 1) ON CONFLICT (client_id) DO UPDATE SET is_current = 1',
              clientId,
            )
        },
        { durable: true },
      )
    },
    saveUser(clientId, user) {
      store.run(
        'UPDATE spotify_client SET user_id = ?, user_name = ? WHERE client_id = ?',
        user?.id ?? null,
        user?.name ?? null,
        clientId,
      )
    },
    pace(clientId) {
      const row = store.get(
        'SELECT pace_json FROM spotify_client WHERE client_id = ? AND pace_json IS NOT NULL',
        paceSchema,
        clientId,
      )
      return row === undefined ? undefined : paceMemorySchema.safeParse(parsed(row.pace_json)).data
    },
    savePace(clientId, memory) {
      store.run('UPDATE spotify_client SET pace_json = ? WHERE client_id = ?', JSON.stringify(memory), clientId)
    },
    saveQuota(memory) {
      store.run('UPDATE spotify_client SET pace_json = ?', JSON.stringify(memory))
    },
    capabilities(clientId) {
      const row = store.get(
        'SELECT capabilities_json FROM spotify_client WHERE client_id = ?',
        capabilitiesRowSchema,
        clientId,
      )
      return capabilitiesSchema.safeParse(parsed(row?.capabilities_json ?? '{}')).data ?? {}
    },
    saveCapabilities(clientId, known) {
      store.run('UPDATE spotify_client SET capabilities_json = ? WHERE client_id = ?', JSON.stringify(known), clientId)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
