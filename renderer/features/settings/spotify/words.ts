import type { TFunction } from 'i18next'
import { failure } from '../../../../src/failure/index.ts'
import type { SpotifyState } from '../../../../src/spotify/index.ts'
import { failureWords } from '../../notices/index.ts'
import type { Closure } from './useClosure.ts'

export type SetUpState = Exclude<SpotifyState, { kind: 'not-set-up' }>

/** The account's state in one line, and what there is to say besides. */
export interface AccountWords {
  readonly line: string
  readonly more: string | null
  readonly look: 'plain' | 'good' | 'warn'
}

/** What is known of the account now. `closure`: Spotify lets nobody in for a while yet. */
export function accountWords(state: SetUpState, closure: Closure | null, t: TFunction): AccountWords {
  switch (state.kind) {
    case 'signed-out': {
      if (state.error === null) return { line: t('spotify.signedOut'), more: t('spotify.signedOutText'), look: 'plain' }
      const { what, more } = failureWords(state.error, t)
      return { line: what, more, look: 'warn' }
    }
    case 'signing-in':
      return { line: t('spotify.signingIn'), more: t('spotify.signingInText'), look: 'plain' }
    case 'signed-in': {
      if (closure !== null) {
        const code = closure.why === 'quota' ? 'spotify-quota-exceeded' : 'spotify-blocked'
        const { what, more } = failureWords(failure(code, { untilMs: closure.untilMs }), t)
        return { line: what, more, look: 'warn' }
      }
      const { userName: name } = state
      return {
        line: name === null ? t('spotify.signedIn') : t('spotify.signedInAs', { name }),
        more: t('spotify.signedInText'),
        look: 'good',
      }
    }
    default:
      return state satisfies never
  }
}
