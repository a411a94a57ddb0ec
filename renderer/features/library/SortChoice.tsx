import { Menu } from '@base-ui/react/menu'
import { ArrowDownUp, Check } from 'lucide-react'
import { cloneElement } from 'react'
import { ButtonAfterwards } from '../../ui/afterwards/index.ts'
import { Button } from '../../ui/button/index.ts'
import { closedMenu, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './tools.module.css'

export interface SortChoiceProps<Sort extends string> {
  readonly value: Sort
  readonly descending: boolean
  readonly options: readonly { readonly value: Sort; readonly label: string }[]
  readonly onChange: (sort: Sort, descending: boolean) => void
}

/** The order of a list: by what, and which way round. */
export function SortChoice<Sort extends string>({ value, descending, options, onChange }: SortChoiceProps<Sort>) {
  const { t } = useTranslation()
  const itemClass = overlayStyles['item']
  const current = options.find((option) => option.value === value)?.label ?? ''
  const ways = [
    { descending: false, label: t('library.ascending') },
    { descending: true, label: t('library.descending') },
  ]
  const button = (
    <Button look="ghost" aria-label={t('library.sortLabel', { by: current })}>
      <ArrowDownUp aria-hidden />
      <span className={styles.sortName}>{current}</span>
    </Button>
  )
  return (
    <ButtonAfterwards meanwhile={cloneElement(button, closedMenu)}>
      <Menu.Root>
        <Menu.Trigger render={button} />
        <Menu.Portal>
          <Menu.Positioner className={overlayStyles['positioner']} sideOffset={4} align="end">
            <Menu.Popup className={overlayStyles['popup']}>
              <Menu.RadioGroup value={value} onValueChange={(next: Sort) => onChange(next, descending)}>
                {options.map((option) => (
                  <Menu.RadioItem key={option.value} value={option.value} className={itemClass}>
                    <span className={styles.check}>
                      <Menu.RadioItemIndicator>
                        <Check aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    {option.label}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Separator className={overlayStyles['separator']} />
              <Menu.RadioGroup value={descending} onValueChange={(next: boolean) => onChange(value, next)}>
                {ways.map((way) => (
                  <Menu.RadioItem key={way.label} value={way.descending} className={itemClass}>
                    <span className={styles.check}>
                      <Menu.RadioItemIndicator>
                        <Check aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    {way.label}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </ButtonAfterwards>
  )
}
