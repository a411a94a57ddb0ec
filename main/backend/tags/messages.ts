import type { Reply } from '../../../src/contract/index.ts'
import type { FileFacts, ReadRequest } from './facts.ts'

/** Main thread → worker. */
export interface WorkerRequest {
  readonly id: number
  readonly request: ReadRequest
}

/** Worker → main thread. `ready` comes once, when the worker's code has loaded. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  /** The disk answered a read of this file. */
  | { readonly kind: 'progress'; readonly id: number }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<FileFacts> }
