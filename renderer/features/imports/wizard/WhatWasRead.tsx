import { ChevronLeft, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import form from '../../../ui/form.module.css'
import { useTranslation } from '../../../ui/translation/index.ts'
import { allChosen, chosenSongs, entriesOf, startsOf, toggled } from './choosing.ts'
import { ListChoice } from './ListChoice.tsx'
import { Problem } from './Problem.tsx'
import styles from './wizard.module.css'
import type { ReadFile } from './reading.ts'
import { useStarting } from './useStarting.ts'

/** What is in the files, before anything begins: which lists, how many songs, how sure finding them will be. */
export function WhatWasRead(props: {
  readonly files: readonly ReadFile[]
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const { files, onBack, onDone } = props
  const entries = entriesOf(files, t('imports.likedName'))
  const [chosen, setChosen] = useState(() => allChosen(entries))
  const { isAsking, problem, start } = useStarting({ onDone })
  const songs = chosenSongs(entries, chosen)
  const leftOut = files.reduce((sum, { told }) => sum + told.leftOut, 0)
  const others = entries.reduce((sum, { others: count }) => sum + count, 0)
  const isWeak = files.some(({ told }) => told.isWeak)

  return (
    <div className={styles.way}>
      <ul className={styles.lists} aria-label={t('imports.lists')}>
        {entries.map((entry) => (
          <ListChoice
            key={entry.key}
            entry={entry}
            isOnly={entries.length === 1}
            isChosen={chosen.has(entry.key)}
            onToggle={() => setChosen(toggled(chosen, entry.key))}
          />
        ))}
      </ul>
      {isWeak && (
        <p className={styles.weak}>
          <TriangleAlert aria-hidden />
          {t('imports.weak')}
        </p>
      )}
      {others > 0 && <p className={styles.aside}>{t('imports.others', { count: others })}</p>}
      {leftOut > 0 && <p className={styles.aside}>{t('imports.leftOut', { count: leftOut })}</p>}
      {problem !== null && <Problem error={problem} />}
      <div className={styles.foot}>
        <Button look="ghost" disabled={isAsking} onClick={onBack}>
          <ChevronLeft aria-hidden />
          {t('imports.back')}
        </Button>
        <span className={form['actions']}>
          <Button
            look="accent"
            disabled={songs === 0 || isAsking}
            onClick={() => start(startsOf(files, entries, chosen, t('imports.likedName')))}
          >
            {t('imports.startCount', { count: songs })}
          </Button>
        </span>
      </div>
    </div>
  )
}
