import { Autocomplete } from '@base-ui/react/autocomplete'
import { Keys } from '../../ui/overlay/index.ts'
import { useBindingOf, useKeyNames } from '../commands/index.ts'
import type { Choice } from './candidates.ts'
import type { Mark } from './match.ts'
import styles from './palette.module.css'
import type { Ranked } from './rank.ts'

/** One line of the palette: what it does, and the keys that do the same. */
export function PaletteItem({ item, onChoose }: { item: Ranked<Choice>; onChoose: (item: Ranked<Choice>) => void }) {
  const names = useKeyNames()
  const bindingOf = useBindingOf()
  const { Icon, command } = item.value
  const binding = command && bindingOf(command)
  return (
    <Autocomplete.Item value={item} className={styles.item} onClick={() => onChoose(item)}>
      <Icon aria-hidden />
      <span className={styles.words}>
        <Marked text={item.words} marks={item.marks} />
      </span>
      {binding !== null && <Keys names={names(binding)} />}
    </Autocomplete.Item>
  )
}

/** A text with what was asked for standing out. One run of text for screen readers. */
function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const ends = [0, ...marks.flat(), text.length]
  return ends.slice(1).map((end, index) => {
    const part = text.slice(ends[index], end)
    return index % 2 === 1 ? <b key={end}>{part}</b> : part
  })
}
