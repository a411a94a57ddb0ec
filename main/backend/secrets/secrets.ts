import { z } from 'zod'
import type { Log } from '../log/index.ts'
import type { Store } from '../store/index.ts'
import type { Sealer } from './sealer.ts'

/** Passwords and tokens of the person's accounts, kept sealed. They never go to a page, into a log or into an address. */
export interface Secrets {
  /** Null when there is none, or when it cannot be unsealed any more (another computer, another key): then it is asked for anew. */
  get(name: string): string | null
  has(name: string): boolean
  set(name: string, secret: string): void
  remove(name: string): void
}

const rowSchema = z.object({ sealed: z.instanceof(Buffer) })

export function createSecrets(parts: { readonly store: Store; readonly sealer: Sealer; readonly log: Log }): Secrets {
  const { store, sealer, log } = parts
  const sealedOf = (name: string): Buffer | undefined =>
    store.get('SELECT sealed FROM secret WHERE name = ?', rowSchema, name)?.sealed
  return {
    get(name) {
      const sealed = sealedOf(name)
      if (sealed === undefined) return null
      try {
        const secret = sealer.open(sealed)
        if (secret === null) log.warn('a secret cannot be unsealed', { name })
        return secret
      } catch (error) {
        log.error('secrets cannot be unsealed', { error: error instanceof Error ? error : undefined })
        return null
      }
    },
    has: (name) => sealedOf(name) !== undefined,
    set(name, secret) {
      const sealed = sealer.seal(secret)
      store.transaction(
        () =>
          store.run(
            'INSERT INTO secret (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
            name,
            sealed,
          ),
        { durable: true },
      )
    },
    remove(name) {
      store.run('DELETE FROM secret WHERE name = ?', name)
    },
  }
}
