import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { ButtonAfterwards } from '../afterwards/index.ts'
import { classes } from '../classes.ts'
import { closedChoice } from '../overlay/closed.ts'
import overlay from '../overlay/overlay.module.css'
import styles from './choice.module.css'

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly onOpen?: () => void
  readonly className?: string | undefined
}

/** A choice between many, in a list that opens. */
export function Choice({ label, value, options, onChange, onOpen, className }: ChoiceProps) {
  const chosen = options.find((option) => option.value === value)?.label
  return (
    <ButtonAfterwards
      meanwhile={
        <button type="button" {...closedChoice} aria-label={label} className={classes(styles.trigger, className)}>
          <span className={styles.value}>{chosen}</span>
          <span>
            <ChevronDown aria-hidden />
          </span>
        </button>
      }
    >
      <Select.Root
        items={options}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
        onOpenChange={(open) => open && onOpen?.()}
      >
        <Select.Trigger className={classes(styles.trigger, className)} aria-label={label}>
          <Select.Value className={styles.value} />
          <Select.Icon>
            <ChevronDown aria-hidden />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className={overlay.positioner} sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className={overlay.popup}>
              <Select.List>
                {options.map((option) => (
                  <Select.Item key={option.value} value={option.value} className={overlay.item}>
                    <span className={styles.check}>
                      <Select.ItemIndicator>
                        <Check aria-hidden />
                      </Select.ItemIndicator>
                    </span>
                    <Select.ItemText className={overlay.itemText}>{option.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </ButtonAfterwards>
  )
}
