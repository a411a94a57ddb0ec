import { describe, expect, it } from 'vitest'
import { commandIds } from '../commands/index.ts'
import { failureCodes } from '../contract/index.ts'
import { createTranslator, pickLanguage } from './index.ts'

describe('the catalogue', () => {
  const { t } = createTranslator()

  it('has three sentences for every failure', () => {
    const missing = failureCodes.flatMap((code) =>
      (['what', 'safe', 'do'] as const)
        .map((part) => ({ key: `failure.${code}.${part}`, text: t(`failure.${code}.${part}`) }))
        .filter(({ key, text }) => text === key || text.trim() === ''),
    )
    expect(missing).toEqual([])
  })

  it('names every command', () => {
    expect(commandIds.filter((id) => t(`command.${id}`) === `command.${id}`)).toEqual([])
  })

  it('counts and fills in names as they are', () => {
    expect(t('queue.removed', { count: 1, title: 'A & B <3' })).toBe('Removed A & B <3 from the queue')
    expect(t('queue.removed', { count: 3, title: '' })).toBe('Removed 3 tracks from the queue')
  })
})

describe('pickLanguage', () => {
  it('takes the system’s first known language, and English when there is none', () => {
    expect(pickLanguage('system', ['ja-JP', 'de-AT', 'en-GB'])).toBe('de')
    expect(pickLanguage('es', ['de'])).toBe('es')
    expect(pickLanguage('system', ['ja'])).toBe('en')
    expect(pickLanguage('xx', [])).toBe('en')
  })
})
