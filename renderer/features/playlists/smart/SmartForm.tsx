import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Choice, Segmented } from '../../../ui/choice/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { rulesSentence } from '../sentence.ts'
import { nextRule, rulesOf, sorts, takesMore } from './draft.ts'
import type { Draft, DraftRule } from './draft.ts'
import { RuleLine } from './RuleLine.tsx'
import styles from './smart.module.css'

export interface SmartFormProps {
  /** The playlist that is changed; null for a new one. */
  readonly id: string | null
  readonly initial: Draft
  readonly first: RefObject<HTMLInputElement | null>
  readonly onDone: () => void
}

/** Name, rules, order and limit; below them the sentence that they make. */
export function SmartForm({ id, initial, first, onDone }: SmartFormProps) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const [draft, setDraft] = useState(initial)
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  const changeRule = (rule: DraftRule) =>
    change({ rules: draft.rules.map((one) => (one.key === rule.key ? rule : one)) })
  const rules = rulesOf(draft)
  const name = draft.name.trim()
  const isReady = rules !== null && name !== ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    if (id === null) commands.runWith('create-smart-playlist', { name, rules })
    else commands.runWith('change-rules', { id, name, rules })
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <label className={styles.field}>
        {t('playlist.name')}
        <input
          ref={first}
          value={draft.name}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <fieldset className={styles.rules}>
        <legend className={styles.legend}>{t('smart.rules')}</legend>
        <Segmented
          label={t('smart.match')}
          value={draft.match}
          options={[
            { value: 'all', label: t('smart.matchAll') },
            { value: 'any', label: t('smart.matchAny') },
          ]}
          onChange={(match) => change({ match })}
        />
        <ol className={styles.list}>
          {draft.rules.map((rule, index) => (
            <RuleLine
              key={rule.key}
              rule={rule}
              number={index + 1}
              onChange={changeRule}
              onRemove={
                draft.rules.length > 1
                  ? () => change({ rules: draft.rules.filter((one) => one.key !== rule.key) })
                  : null
              }
            />
          ))}
        </ol>
        <Button
          size="small"
          disabled={!takesMore(draft)}
          onClick={() => change({ rules: [...draft.rules, nextRule(draft.rules)] })}
        >
          <Plus aria-hidden />
          {t('smart.addRule')}
        </Button>
      </fieldset>
      <div className={styles.order}>
        <div className={styles.field}>
          <span>{t('smart.sort')}</span>
          <Choice
            label={t('smart.sort')}
            className={styles.choice}
            value={draft.sort}
            options={sorts.map((sort) => ({ value: sort, label: t(`smart.sortBy.${sort}`) }))}
            onChange={(value) => change({ sort: sorts.find((sort) => sort === value) ?? draft.sort })}
          />
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.descending}
            disabled={draft.sort === 'random'}
            onChange={(event) => change({ descending: event.target.checked })}
          />
          {t('playlist.descending')}
        </label>
        <label className={styles.field}>
          {t('smart.limitLabel')}
          <input
            value={draft.limit}
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
            placeholder={t('smart.noLimit')}
            className={styles.number}
            onChange={(event) => change({ limit: event.target.value })}
          />
        </label>
      </div>
      <p className={styles.sentence}>
        {rules === null ? t('smart.incomplete') : rulesSentence(rules, t, i18n.language)}
      </p>
      <div className={styles.actions}>
        <Button look="ghost" onClick={onDone}>
          {t('open.cancel')}
        </Button>
        <Button type="submit" look="accent" disabled={!isReady}>
          {id === null ? t('smart.create') : t('smart.save')}
        </Button>
      </div>
    </form>
  )
}
