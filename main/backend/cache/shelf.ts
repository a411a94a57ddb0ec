/** Where entries are kept over the end of the app: keyv over a storage adapter. Nothing here rejects: a failure is a miss. */
export interface Shelf {
  readonly kind: 'disk' | 'redis'
  /** Whatever lies there; it is for the reader to check. */
  get(key: string): Promise<unknown>
  /** Resolves when it is written, or could not be. */
  set(key: string, entry: unknown, ttlMs: number): Promise<void>
  /** Removes all entries of the app. */
  clear(): Promise<void>
  /** What the entries take, in bytes; null where that is another program's business. */
  bytes(): number | null
  isReachable(): boolean
  close(): Promise<void>
}
