/**
 * Every way something can go wrong that a person may have to hear about. Each code has three sentences in the message
 * catalogue (`failure.<code>`): what happened, what stays safe, what to do.
 */
export const failureCodes = [
  'bad-input',
  'internal',
  'cancelled',
  'not-found',
  'bridge-closed',
  'file-missing',
  'file-unreadable',
  'file-name-unreadable',
  'file-empty',
  'file-not-audio',
  'file-damaged',
  'file-protected',
  'file-unsupported',
  'folder-unreadable',
  'folder-without-audio',
  'folder-in-library',
  'not-a-folder',
  'sheet-damaged',
  'sheet-without-audio',
  'too-many-files',
  'playlist-gone',
  'playlist-smart',
  'playlist-full',
  'playlist-file-unreadable',
  'playlist-file-empty',
  'undo-gone',
  'store-damaged',
  'store-read-only',
  'store-too-new',
  'disk-full',
  'output-unavailable',
  'output-blocked',
  'playback-failed-repeatedly',
  'playback-elsewhere',
  'media-interrupted',
  'media-waiting',
  'media-changed',
  'stream-too-slow',
  'node-unreachable',
  'node-locked-out',
  'node-proxy-refused',
  'node-silent',
  'node-address-refused',
  'node-answer-unreadable',
  'node-unauthorized',
  'node-too-many',
  'node-stream-disabled',
  'node-not-nodelink',
  'node-cluster-only-pcm',
  'node-source-missing',
  'node-track-unknown',
  'node-track-unplayable',
  'node-failed',
  'node-address-unreadable',
  'node-address-password',
  'node-duplicate',
  'node-password-needed',
  'node-password-unusable',
  'node-password-not-kept',
  'node-load-failed',
  'node-no-sources',
  'link-not-web',
  'link-at-home',
  'spotify-not-set-up',
  'spotify-client-id-unreadable',
  'spotify-client-unknown',
  'spotify-redirect-wrong',
  'spotify-signed-out',
  'spotify-sign-in-ended',
  'spotify-sign-in-refused',
  'spotify-sign-in-timed-out',
  'spotify-sign-in-failed',
  'spotify-sign-in-no-port',
  'spotify-token-not-kept',
  'spotify-premium-needed',
  'spotify-user-not-listed',
  'spotify-scope-missing',
  'spotify-playlist-refused',
  'spotify-playlist-hidden',
  'spotify-not-found',
  'spotify-blocked',
  'spotify-quota-exceeded',
  'spotify-unreachable',
  'spotify-silent',
  'spotify-failed',
  'spotify-refused',
  'spotify-answer-unreadable',
  'spotify-list-changing',
  'spotify-list-short',
  'import-file-unreadable',
  'import-file-empty',
  'import-file-full',
  'import-file-large',
  'import-gone',
  'import-link-wrong',
  'import-track-gone',
  'cache-redis-address',
  'cache-redis-unreachable',
  'cache-redis-refused',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** An error that crosses a boundary: a code with words in the catalogue, and the values those words need. */
export interface Failure {
  readonly code: FailureCode
  /** Values for the words, for example `{ name: 'song.flac' }`. Never a secret, never a stack trace. */
  readonly data?: Readonly<Record<string, string | number>> | undefined
}

/** Builds a failure value. */
export function failure(code: FailureCode, data?: Record<string, string | number>): Failure {
  return data === undefined ? { code } : { code, data }
}

/** What a call answers: a value, or a failure. Calls never reject for an expected reason. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

/** A good reply. */
export function success<Value>(value: Value): Reply<Value> {
  return { ok: true, value }
}

/** A bad reply. */
export function failed(code: FailureCode, data?: Record<string, string | number>): Reply<never> {
  return { ok: false, error: failure(code, data) }
}

/** Thrown inside a process where a `Reply` would be in the way; turned into one at the border. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(value: Failure, options?: ErrorOptions) {
    super(value.code, options)
    this.name = 'FailureError'
    this.failure = value
  }
}
