import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { NodeProfile } from '../../../../src/nodelink/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Switch } from '../../../ui/choice/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import styles from './nodelink.module.css'

export interface SourcesProps {
  readonly node: NodeProfile
  /** All sources that the server has, by its own names. */
  readonly sources: readonly string[]
  readonly onChange: (sourcesOff: readonly string[]) => void
}

/** Which of a server's sources are searched. */
export function Sources({ node, sources, onChange }: SourcesProps) {
  const { t } = useTranslation()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const off = new Set(node.sourcesOff)
  const on = sources.filter((source) => !off.has(source))
  // What the server does not have at the moment keeps what was said of it.
  const elsewhere = node.sourcesOff.filter((source) => !sources.includes(source))
  const set = (source: string, isOn: boolean) => {
    const others = node.sourcesOff.filter((one) => one !== source)
    onChange(isOn ? others : [...others, source])
  }
  return (
    <div className={styles.sources}>
      <button
        type="button"
        className={styles.disclose}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-label={t('nodelink.sourcesOf', { name: node.name, on: on.length, count: sources.length })}
        onClick={() => setOpen(!isOpen)}
      >
        {t('nodelink.sourcesOn', { on: on.length, count: sources.length })}
        <ChevronDown aria-hidden />
      </button>
      {isOpen && (
        <div id={listId}>
          <div className={styles.sourceActions}>
            <Button size="small" disabled={on.length === sources.length} onClick={() => onChange(elsewhere)}>
              {t('nodelink.allOn')}
            </Button>
            <Button
              size="small"
              disabled={on.length === 0}
              onClick={() => onChange([...new Set([...elsewhere, ...sources])])}
            >
              {t('nodelink.allOff')}
            </Button>
          </div>
          <ul className={styles.sourceList} aria-label={t('nodelink.sources')}>
            {sources.map((source) => (
              <li key={source} className={styles.source}>
                <bdi>{source}</bdi>
                <Switch label={source} checked={!off.has(source)} onChange={(isOn) => set(source, isOn)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
