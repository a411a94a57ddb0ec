import { Ellipsis, Heart, Pause, Play } from 'lucide-react'
import styles from './drawn.module.css'

const drawings = [
  { id: 'drawing-play', Icon: Play, size: 16, fill: 'currentColor' },
  { id: 'drawing-pause', Icon: Pause, size: 16, fill: 'currentColor' },
  { id: 'drawing-heart', Icon: Heart, size: 18, fill: 'none' },
  { id: 'drawing-more', Icon: Ellipsis, size: 18, fill: 'none' },
]

/** The icons of all drawn buttons: once in the page, for the stylesheet to cut them out of the buttons' colour. */
export function Drawings() {
  return (
    <svg className={styles.drawings} aria-hidden>
      {drawings.map(({ id, Icon, ...look }) => (
        <mask key={id} id={id} maskUnits="userSpaceOnUse" x="0" y="0" width={look.size} height={look.size}>
          <Icon {...look} />
        </mask>
      ))}
    </svg>
  )
}
