import { failure, type Failure, type FailureCode } from '../../../src/contract/index.ts'

/** Status that goes with a failure; the body says the rest. */
const statusOf: Partial<Record<FailureCode, number>> = {
  internal: 500,
  'bad-input': 400,
  'not-found': 404,
  'file-missing': 404,
  'file-unreadable': 403,
  'file-empty': 422,
  'file-not-audio': 422,
  'file-damaged': 422,
  'file-protected': 422,
  'file-unsupported': 415,
  cancelled: 499,
  'media-changed': 412,
  'media-waiting': 503,
  'disk-full': 507,
}

/** Headers of every answer: nothing is guessed about its type, no other site may embed it, nothing in it may run. */
export const safetyHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; sandbox",
} as const

/** A failure as a response; `status` where the code alone does not tell it. */
export function failureResponse(value: Failure, headers: Record<string, string> = {}, status?: number): Response {
  return jsonResponse(value, status ?? statusOf[value.code] ?? 500, headers)
}

/** An address that is not one of ours, or names nothing. */
export function notFound(): Response {
  return failureResponse(failure('not-found'))
}

/** A method that this address does not have. */
export function methodNotAllowed(allowed: string): Response {
  return jsonResponse(failure('bad-input'), 405, { allow: allowed })
}

/** A value as JSON. */
export function jsonResponse(value: unknown, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...safetyHeaders,
      ...headers,
    },
  })
}
