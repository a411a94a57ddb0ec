import { Pencil, Server, ServerCrash, ServerOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CallInput } from '../../../../src/contract/index.ts'
import type { NodeProfile } from '../../../../src/nodelink/index.ts'
import { useServices } from '../../../state/index.ts'
import { Button, IconButton } from '../../../ui/button/index.ts'
import { Name } from '../../../ui/name/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'
import { Advice } from './Advice.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import styles from './nodelink.module.css'
import { Sources } from './Sources.tsx'
import { stateWords } from './words.ts'

const icons = {
  unknown: Server,
  asking: Server,
  ready: Server,
  away: ServerOff,
  lockedOut: ServerOff,
  refused: ServerCrash,
} as const

export interface NodeItemProps {
  readonly node: NodeProfile
  /** Its place in the order of preference, and how many there are. */
  readonly index: number
  readonly total: number
  readonly onMove: (by: -1 | 1) => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One server: how it is, what would make it better, and what is searched on it. */
export function NodeItem({ node, index, total, onMove, onEdit, onRemove }: NodeItemProps) {
  const { t, i18n } = useTranslation()
  const { bridge } = useServices()
  const [problem, setProblem] = useState<string | null>(null)
  const [isTesting, setTesting] = useState(false)
  const { name, state } = node
  const { line, more } = stateWords(state, t, i18n.language)
  const Icon = icons[state.kind]
  const change = async (changed: Omit<CallInput<'nodelink.change'>, 'id'>) => {
    const reply = await bridge.call('nodelink.change', { id: node.id, ...changed })
    setProblem(reply.ok ? null : failureWords(reply.error, t).what)
  }
  const test = async () => {
    setTesting(true)
    // What came of it is the state, which the line above tells.
    await bridge.call('nodelink.test', { kind: 'kept', id: node.id })
    setTesting(false)
  }
  return (
    <li className={styles.node} data-state={state.kind}>
      <div className={styles.nodeHead}>
        <span className={styles.nodeIcon}>
          <Icon aria-hidden />
        </span>
        <div className={styles.nodeWords}>
          <Name className={styles.nodeName}>{name}</Name>
          <Name className={styles.nodeAddress}>{node.address}</Name>
        </div>
        <div className={styles.nodeActions}>
          {total > 1 && <MoveButtons name={name} index={index} total={total} onMove={onMove} />}
          <IconButton size="small" label={t('nodelink.edit', { name })} onClick={onEdit}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton size="small" label={t('nodelink.remove', { name })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      </div>
      <div className={styles.stateRow}>
        <output className={styles.state}>
          <span className={styles.stateLine}>{line}</span>
          {more !== null && <span className={styles.quiet}>{more}</span>}
        </output>
        <Button
          size="small"
          disabled={isTesting}
          aria-label={t('nodelink.testNamed', { name })}
          onClick={() => void test()}
        >
          {t('nodelink.test')}
        </Button>
      </div>
      {node.warning !== null && <p className={styles.warning}>{t(`nodelink.warning.${node.warning}`)}</p>}
      {state.kind === 'ready' && <Advice codes={state.report.advice} />}
      {state.kind === 'lockedOut' && <Advice codes={['exempt-address']} />}
      {state.kind === 'ready' && (
        <Sources
          node={node}
          sources={state.report.sources}
          onChange={(sourcesOff) => void change({ sourcesOff: [...sourcesOff] })}
        />
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}
