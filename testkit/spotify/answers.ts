import type { Fault } from '../nodelink/index.ts'

/** The body of an error as the Web API words it. */
export function errorBody(status: number, message: string, reason?: string): string {
  return JSON.stringify({ error: { status, message, ...(reason !== undefined && { reason }) } })
}

/** 429 with this `Retry-After`; null for none at all. */
export function tooMany(retryAfter: string | null): Fault {
  return {
    kind: 'status',
    status: 429,
    body: errorBody(429, 'API rate limit exceeded'),
    ...(retryAfter !== null && { headers: { 'retry-after': retryAfter } }),
  }
}

/** 429 since the developer account has used up what it had. */
export function outOfQuota(retryAfter: string | null): Fault {
  return {
    kind: 'status',
    status: 429,
    body: errorBody(429, 'Too many requests', 'QUOTA_EXCEEDED'),
    ...(retryAfter !== null && { headers: { 'retry-after': retryAfter } }),
  }
}

/** An error with the Web API's own words. */
export function refusal(status: number, message: string): Fault {
  return { kind: 'status', status, body: errorBody(status, message) }
}

export const premiumNeeded =
  'Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.'
export const notListed =
  'The user is not registered for this application. Please check your settings on https://developer.spotify.com/dashboard.'
