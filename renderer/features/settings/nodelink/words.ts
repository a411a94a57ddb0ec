import type { TFunction } from 'i18next'
import type { NodeReport, NodeState } from '../../../../src/nodelink/index.ts'
import { lengthInWords, numberFormat, timeOfDay } from '../../../ui/format/index.ts'
import { failureWords } from '../../notices/index.ts'

/** A server's state in one line, and what there is to say besides. */
export interface StateWords {
  readonly line: string
  readonly more: string | null
}

/** What a server is, in one line. */
export function reportWords({ version, mode, latencyMs }: NodeReport, t: TFunction, language: string): string {
  const time = numberFormat(language, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: latencyMs < 10 ? 1 : 0,
  })
  return [t('nodelink.version', { version }), t(`nodelink.mode_${mode}`), time.format(latencyMs)].join(' · ')
}

/** What is known of a server now. */
export function stateWords(state: NodeState, t: TFunction, language: string): StateWords {
  switch (state.kind) {
    case 'unknown':
      return { line: t('nodelink.unknown'), more: null }
    case 'asking':
      return { line: state.before === null ? t('nodelink.asking') : t('nodelink.askingAgain'), more: null }
    case 'ready':
      return { line: reportWords(state.report, t, language), more: healthWords(state, t, language) }
    case 'away': {
      const { what, more } = failureWords(state.failure, t)
      return { line: what, more: `${more} ${t('nodelink.retries')}` }
    }
    case 'lockedOut':
      return {
        line: t('nodelink.lockedOut', { time: timeOfDay(state.untilMs, language) }),
        more: t('nodelink.lockedOutText'),
      }
    case 'refused': {
      const { what, more } = failureWords(state.failure, t)
      return { line: what, more }
    }
    default:
      return state satisfies never
  }
}

function healthWords({ health }: Extract<NodeState, { kind: 'ready' }>, t: TFunction, language: string): string | null {
  if (health === null) return null
  const share = numberFormat(language, { style: 'percent' })
  return [
    t('nodelink.uptime', { time: lengthInWords(health.uptimeMs, language) }),
    t('nodelink.load', { share: share.format(health.systemLoad) }),
  ].join(' · ')
}
