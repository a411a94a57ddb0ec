import { X } from 'lucide-react'
import { IconButton } from '../../../ui/button/index.ts'
import { Choice } from '../../../ui/choice/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { fields, operators, ruleOf, valueKind, withField } from './draft.ts'
import type { DraftRule } from './draft.ts'
import styles from './smart.module.css'

export interface RuleLineProps {
  readonly rule: DraftRule
  /** From 1, for screen readers. */
  readonly number: number
  readonly onChange: (rule: DraftRule) => void
  /** Null for the only rule. */
  readonly onRemove: (() => void) | null
}

/** One rule: a field, what is asked of it, and the value. */
export function RuleLine({ rule, number, onChange, onRemove }: RuleLineProps) {
  const { t } = useTranslation()
  const kind = valueKind(rule.field)
  const isDays = rule.field === 'added' || rule.field === 'played'
  return (
    <li className={styles.rule}>
      <Choice
        label={t('smart.fieldLabel', { number })}
        className={styles.choice}
        value={rule.field}
        options={fields.map((field) => ({ value: field, label: t(`smart.field.${field}`) }))}
        onChange={(value) => onChange(withField(rule, fields.find((field) => field === value) ?? rule.field))}
      />
      <Choice
        label={t('smart.isLabel', { number })}
        className={styles.choice}
        value={rule.is}
        options={operators[rule.field].map((is) => ({ value: is, label: t(`smart.is.${is}`) }))}
        onChange={(is) => onChange({ ...rule, is })}
      />
      {kind === 'none' ? (
        <span />
      ) : (
        <span className={styles.value}>
          <input
            value={rule.value}
            inputMode={kind === 'number' ? 'numeric' : 'text'}
            maxLength={kind === 'number' ? 6 : 200}
            aria-label={t('smart.valueLabel', { number })}
            aria-invalid={rule.value !== '' && ruleOf(rule) === null}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            className={kind === 'number' ? styles.number : undefined}
            onChange={(event) => onChange({ ...rule, value: event.target.value })}
          />
          {isDays && <span>{t('smart.days')}</span>}
        </span>
      )}
      <IconButton
        size="small"
        label={t('smart.removeRule', { number })}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      >
        <X aria-hidden />
      </IconButton>
    </li>
  )
}
