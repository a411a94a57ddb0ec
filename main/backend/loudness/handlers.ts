import type { Handlers } from '../../../src/contract/index.ts'
import type { LoudnessStore } from './loudness.ts'

/** The calls about loudness. */
export function createLoudnessHandlers(
  loudness: LoudnessStore,
): Pick<Handlers, 'loudness.next' | 'loudness.save' | 'loudness.status'> {
  return {
    'loudness.next': ({ limit }) => loudness.next(limit),
    'loudness.save': (input) => {
      loudness.save(input)
      return null
    },
    'loudness.status': () => loudness.status(),
  }
}
