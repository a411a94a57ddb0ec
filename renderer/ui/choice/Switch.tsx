import { Switch as Base } from '@base-ui/react/switch'
import styles from './choice.module.css'

/** On or off. */
export function Switch(props: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <Base.Root
      className={styles.switch}
      aria-label={props.label}
      checked={props.checked}
      onCheckedChange={props.onChange}
    >
      <Base.Thumb className={styles.knob} />
    </Base.Root>
  )
}
