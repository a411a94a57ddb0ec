import type { TFunction } from 'i18next'
import type { Failure } from '../../../src/contract/index.ts'

export interface FailureWords {
  /** What happened. */
  readonly what: string
  /** What stays safe, and what to do. */
  readonly more: string
}

/** The catalogue's words for a failure. */
export function failureWords(failure: Failure, t: TFunction): FailureWords {
  const { code, data } = failure
  return {
    what: t(`failure.${code}.what`, { ...data }),
    more: `${t(`failure.${code}.safe`, { ...data })} ${t(`failure.${code}.do`, { ...data })}`,
  }
}
