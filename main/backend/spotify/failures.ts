import { type Failure, type FailureCode, failure, FailureError } from '../../../src/contract/index.ts'
import { registeredRedirect } from '../../../src/spotify/index.ts'
import { OutboundError, type OutboundReason } from '../outbound/index.ts'
import { refusalSchema, tokenErrorSchema } from './answers/index.ts'
import type { Closure } from './pace/index.ts'

const codeOf: Readonly<Record<OutboundReason, FailureCode>> = {
  unreachable: 'spotify-unreachable',
  'timed-out': 'spotify-silent',
  'address-refused': 'spotify-unreachable',
  'too-many-redirects': 'spotify-answer-unreadable',
  'bad-answer': 'spotify-answer-unreadable',
  cancelled: 'cancelled',
}

/** What stands in the way of Spotify, as a person reads it. */
export function failureOfOutbound(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  return failure(error instanceof OutboundError ? codeOf[error.reason] : 'internal')
}

/** Spotify lets nobody in for a while: why, and until when. */
export function failureOfClosure({ why, untilMs }: Closure): Failure {
  return failure(why === 'quota' ? 'spotify-quota-exceeded' : 'spotify-blocked', { untilMs })
}

/** What was asked for, where a refusal says something else of it. */
export type Asked = 'playlist' | 'items' | 'other'

/** An answer that is no success and no matter of time or sign-in. */
export interface SpotifyAnswer {
  readonly status: number
  readonly text: string
}

const premium = /premium subscription|spotify premium/iu
const unlisted = /not registered|may not be registered|not approved for app/iu
const scope = /insufficient client scope|permissions missing/iu

/** What a refusal means. Its words come as JSON, and from what stands before Spotify's services as plain text. */
export function failureOfRefusal({ status, text }: SpotifyAnswer, asked: Asked): Failure {
  const words = wordsOf(text)
  if (status === 403 || status === 401) {
    if (premium.test(words)) return failure('spotify-premium-needed')
    if (unlisted.test(words)) return failure('spotify-user-not-listed')
    if (scope.test(words)) return failure('spotify-scope-missing')
  }
  if (status === 403 && asked === 'items') return failure('spotify-playlist-refused')
  if (status === 404) return failure(asked === 'other' ? 'spotify-not-found' : 'spotify-playlist-hidden')
  if (status >= 500) return failure('spotify-failed', { status })
  return failure(status >= 200 && status < 400 ? 'spotify-answer-unreadable' : 'spotify-refused', { status })
}

/** What it means that no token was given. */
export function failureOfTokenRefusal({ status, text }: SpotifyAnswer, grant: 'code' | 'refresh'): Failure {
  const { error = '', error_description: description = '' } = tokenErrorSchema.safeParse(parseJson(text)).data ?? {}
  if (status >= 500) return failure('spotify-failed', { status })
  if (premium.test(text)) return failure('spotify-premium-needed')
  if (unlisted.test(text)) return failure('spotify-user-not-listed')
  if (error === 'invalid_client' || /invalid client/iu.test(description)) return failure('spotify-client-unknown')
  if (/redirect/iu.test(description)) return failure('spotify-redirect-wrong', { redirect: registeredRedirect })
  if (grant === 'refresh' && error === 'invalid_grant') return failure('spotify-sign-in-ended')
  return failure(grant === 'code' ? 'spotify-sign-in-failed' : 'spotify-refused', { status })
}

/** Whether a 429 tells of the developer account's quota rather than of the last half minute. */
export function isOutOfQuota(text: string): boolean {
  return refusalSchema.safeParse(parseJson(text)).data?.error.reason === 'QUOTA_EXCEEDED'
}

/** The value that a text holds as JSON; undefined where it holds none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wordsOf(text: string): string {
  return refusalSchema.safeParse(parseJson(text)).data?.error.message ?? text.slice(0, 2000)
}
