import { Slider as Base } from '@base-ui/react/slider'
import type { CSSProperties } from 'react'
import { classes } from '../classes.ts'
import styles from './slider.module.css'

export interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly step: number
  readonly largeStep?: number
  /** Width in px. */
  readonly width?: number
  readonly disabled?: boolean
  /** Settings show the thumb all the time; the player bar only under the pointer. */
  readonly thumb?: 'always' | 'hover'
  /** The value in words, for screen readers. */
  readonly valueText: (value: number) => string
  readonly onChange: (value: number) => void
  readonly onCommit?: (value: number) => void
}

type SliderStyle = CSSProperties & { '--slider-w'?: string }

/** One value on a line. `onChange` fires while it moves, `onCommit` once it rests. */
export function Slider(props: SliderProps) {
  const { label, value, min = 0, max, step, width, disabled = false, thumb = 'hover', valueText } = props
  const style: SliderStyle = width === undefined ? {} : { '--slider-w': `${width}px` }
  const { onChange, onCommit } = props
  return (
    <Base.Root
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={props.largeStep ?? step * 10}
      disabled={disabled}
      onValueChange={(next) => onChange(next)}
      {...(onCommit && { onValueCommitted: (next: number) => onCommit(next) })}
    >
      <Base.Control className={classes(styles.control, thumb === 'always' && styles.always)} style={style}>
        <Base.Track className={styles.track}>
          <Base.Indicator className={styles.fill} />
          <Base.Thumb
            className={styles.thumb}
            aria-label={label}
            getAriaValueText={(_formatted, current) => valueText(current)}
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  )
}
