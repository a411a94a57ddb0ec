import { Plus, Server } from 'lucide-react'
import { useRef, useState } from 'react'
import type { NodeProfile } from '../../../../src/nodelink/index.ts'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Modal } from '../../../ui/overlay/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'
import page from '../settings.module.css'
import { NodeForm } from './NodeForm.tsx'
import { NodeItem } from './NodeItem.tsx'
import styles from './nodelink.module.css'
import { RemoveNode } from './RemoveNode.tsx'
import { Streams } from './Streams.tsx'
import { useNodes } from './useNodes.ts'

const projectPage = 'https://github.com/PerformanC/NodeLink'

/** The person's NodeLink servers, and how their streams are taken. */
export function NodeLink() {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const answer = useNodes()
  const [editing, setEditing] = useState<NodeProfile | 'new' | null>(null)
  const [removing, setRemoving] = useState<NodeProfile | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const nodes = answer.kind === 'ready' ? answer.value : []
  const [told, setTold] = useState<string | null>(null)
  const move = async ({ id, name }: NodeProfile, toIndex: number) => {
    const reply = await bridge.call('nodelink.move', { id, toIndex })
    const place = { name, place: toIndex + 1, total: nodes.length }
    setTold(reply.ok ? t('nodelink.moved', place) : failureWords(reply.error, t).what)
  }
  return (
    <section>
      <header className={page.head}>
        <h2>{t('nodelink.label')}</h2>
        <p>{t('nodelink.text')}</p>
      </header>
      {answer.kind === 'failed' && (
        <div className={page.notice} role="alert">
          <h3>{failureWords(answer.error, t).what}</h3>
          <p>{failureWords(answer.error, t).more}</p>
        </div>
      )}
      {answer.kind === 'ready' && nodes.length === 0 && (
        <div className={styles.empty}>
          <span className={styles.nodeIcon}>
            <Server aria-hidden />
          </span>
          <p>{t('nodelink.empty')}</p>
          <div className={styles.emptyActions}>
            <Button look="accent" onClick={() => setEditing('new')}>
              <Plus aria-hidden />
              {t('nodelink.addServer')}
            </Button>
            <Button look="ghost" onClick={() => void bridge.call('app.openLink', { url: projectPage })}>
              {t('nodelink.learn')}
            </Button>
          </div>
        </div>
      )}
      {nodes.length > 0 && (
        <>
          <ol className={styles.nodes} aria-label={t('nodelink.servers')}>
            {nodes.map((node, index) => (
              <NodeItem
                key={node.id}
                node={node}
                index={index}
                total={nodes.length}
                onMove={(by) => void move(node, index + by)}
                onEdit={() => setEditing(node)}
                onRemove={() => setRemoving(node)}
              />
            ))}
          </ol>
          <output className={styles.quiet}>{told}</output>
          <Button onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            {t('nodelink.addServer')}
          </Button>
        </>
      )}
      <Streams />
      <Modal
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('nodelink.addServer') : t('nodelink.editTitle')}
        text={t('nodelink.formText')}
        closeLabel={t('open.close')}
        initialFocus={first}
      >
        {editing !== null && (
          <NodeForm
            key={editing === 'new' ? 'new' : editing.id}
            node={editing === 'new' ? null : editing}
            first={first}
            onDone={() => setEditing(null)}
          />
        )}
      </Modal>
      <RemoveNode node={removing} onClose={() => setRemoving(null)} />
    </section>
  )
}
