/** What the worker thread is asked for: to write a database's log back into the database, once. */
export interface CheckpointOrder {
  readonly database: string
  /** One number, which says who may have the files open: see `fileUse`. */
  readonly use: SharedArrayBuffer
  /** A log larger than this is emptied even if writers have to wait for it meanwhile, in bytes. */
  readonly limitBytes: number
}

/** `refused`: the files are being kept from the worker. `isWhole`: nothing in the log waits any more. */
export type CheckpointAnswer =
  | { readonly kind: 'done'; readonly isWhole: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly message: string }

/** Nobody but the main thread has the files open; the worker has; the worker must not open them. */
export const fileUse = { free: 0, working: 1, kept: 2 } as const
