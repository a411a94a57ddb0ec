import { type Failure, failureCodes } from './failure.ts'

/** Reads a failure that came over a border, without the schema library; null when it is none. */
export function readFailure(value: unknown): Failure | null {
  if (typeof value !== 'object' || value === null || !('code' in value)) return null
  const code = failureCodes.find((known) => known === value.code)
  if (code === undefined) return null
  if (!('data' in value) || value.data === undefined) return { code }
  return isData(value.data) ? { code, data: value.data } : null
}

function isData(value: unknown): value is Record<string, string | number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((each) => typeof each === 'string' || typeof each === 'number')
}
