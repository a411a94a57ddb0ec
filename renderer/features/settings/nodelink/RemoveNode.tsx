import { useRef, useState } from 'react'
import type { NodeProfile } from '../../../../src/nodelink/index.ts'
import { useServices } from '../../../state/index.ts'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { Modal } from '../../../ui/overlay/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'

/** Asks before a server is forgotten: its password could not be brought back. */
export function RemoveNode({ node, onClose }: { node: NodeProfile | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const keep = useRef<HTMLButtonElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => {
    setProblem(null)
    onClose()
  }
  const remove = async (id: string) => {
    const reply = await bridge.call('nodelink.remove', { id })
    if (reply.ok) close()
    else setProblem(failureWords(reply.error, t).what)
  }
  return (
    <Modal
      open={node !== null}
      onClose={close}
      title={t('nodelink.removeTitle', { name: node?.name })}
      text={t('nodelink.removeText')}
      closeLabel={t('open.close')}
      initialFocus={keep}
    >
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={form.actions}>
        <Button ref={keep} onClick={close}>
          {t('nodelink.keep')}
        </Button>
        <Button look="accent" onClick={() => node !== null && void remove(node.id)}>
          {t('nodelink.removeIt')}
        </Button>
      </div>
    </Modal>
  )
}
