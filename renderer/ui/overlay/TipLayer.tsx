import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useRef, useState } from 'react'
import { Keys } from './Keys.tsx'
import styles from './overlay.module.css'
import type { ShownTip } from './Tip.tsx'
import { watchTips } from './watchTips.ts'

/** Once in the app: shows the tip of whatever the pointer rests on or the keyboard has come to. */
export function TipLayer() {
  const [tip, setTip] = useState<ShownTip | null>(null)
  const [isOpen, setOpen] = useState(false)
  const popup = useRef<HTMLDivElement>(null)

  useEffect(
    () =>
      watchTips(document, {
        isTip: (target) => target instanceof Node && popup.current?.contains(target) === true,
        show: (next) => {
          setOpen(next !== null)
          // One that goes keeps its words until it is gone.
          if (next !== null) setTip(next)
        },
      }),
    [],
  )

  if (tip === null) return null
  return (
    <Tooltip.Root open={isOpen}>
      <Tooltip.Portal>
        <Tooltip.Positioner className={styles.positioner} sideOffset={8} anchor={tip.anchor}>
          <Tooltip.Popup ref={popup} className={styles.tip} data-tip-shown>
            <span>{tip.text}</span>
            {tip.keys.length > 0 && <Keys names={tip.keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
