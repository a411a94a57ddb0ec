import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './tools.module.css'

export interface FilterBoxProps {
  readonly value: string
  readonly label: string
  readonly onChange: (value: string) => void
}

/** Filters a list while one types. Escape empties it. */
export function FilterBox({ value, label, onChange }: FilterBoxProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const clear = () => {
    onChange('')
    input.current?.focus()
  }
  return (
    <div className={styles.filter}>
      <Search aria-hidden />
      <input
        ref={input}
        value={value}
        maxLength={200}
        aria-label={label}
        placeholder={t('library.filter')}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          clear()
        }}
      />
      {value !== '' && (
        <IconButton size="tiny" label={t('library.clearFilter')} onClick={clear}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
