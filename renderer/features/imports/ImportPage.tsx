import { atom, useAtomValue } from 'jotai'
import { useEffect, useMemo, useRef } from 'react'
import { importsAtom, useServices } from '../../state/index.ts'
import type { ImportShow } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { Unplug } from 'lucide-react'
import { Button } from '../../ui/button/index.ts'
import { ImportHead } from './ImportHead.tsx'
import { ImportTrouble } from './ImportTrouble.tsx'
import { ImportTabs } from './ImportTabs.tsx'
import { RowList } from './RowList.tsx'
import { Steps } from './Steps.tsx'
import styles from './import.module.css'
import { useDecisions } from './useDecisions.ts'

/** One import: how far it is, and its rows, of which a person decides what could not be. */
export function ImportPage({ id, show }: { id: string; show: ImportShow }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const job = useAtomValue(useMemo(() => atom((get) => get(importsAtom)?.find((one) => one.id === id) ?? null), [id]))
  const isKnown = useAtomValue(useMemo(() => atom((get) => get(importsAtom) !== null), []))
  const page = useRef<HTMLDivElement>(null)
  const decisions = useDecisions(id)
  useEffect(() => () => commands.runWith('end-preview', null), [commands])

  if (job === null) {
    if (!isKnown) return null
    return (
      <div className={styles.gone}>
        <Words icon={<Unplug aria-hidden />} title={t('imports.gone')} text={t('imports.goneText')}>
          <Button onClick={() => commands.run('imports')}>{t('imports.all')}</Button>
        </Words>
      </div>
    )
  }
  return (
    <div ref={page} className={styles.page}>
      <ImportHead job={job} />
      <ImportTrouble job={job} />
      <Steps job={job} />
      <ImportTabs job={job} show={show} last={decisions.last} onUndo={decisions.undo} />
      <RowList key={show} job={job} show={show} decisions={decisions} scroller={page} />
    </div>
  )
}
