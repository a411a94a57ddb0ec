import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'

export interface MoveButtonsProps {
  readonly name: string
  readonly index: number
  readonly total: number
  readonly onMove: (by: -1 | 1) => void
}

/** Moves one of a list up and down. The keyboard stays with it: what moves in the page, or can move no further, loses it. */
export function MoveButtons({ name, index, total, onMove }: MoveButtonsProps) {
  const { t } = useTranslation()
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const pressed = useRef<{ readonly from: number; readonly by: -1 | 1 } | null>(null)
  const move = (by: -1 | 1) => {
    pressed.current = { from: index, by }
    onMove(by)
  }
  useEffect(() => {
    if (pressed.current === null || pressed.current.from === index) return
    const buttons = pressed.current.by === 1 ? [down.current, up.current] : [up.current, down.current]
    pressed.current = null
    buttons.find((button) => button?.disabled === false)?.focus()
  }, [index])
  return (
    <>
      <IconButton
        ref={up}
        size="small"
        label={t('nodelink.up', { name })}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton
        ref={down}
        size="small"
        label={t('nodelink.down', { name })}
        disabled={index === total - 1}
        onClick={() => move(1)}
      >
        <ChevronDown aria-hidden />
      </IconButton>
    </>
  )
}
