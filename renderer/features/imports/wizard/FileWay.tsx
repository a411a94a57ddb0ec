import { FileUp } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Spinner } from '../../../ui/progress/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { Problem } from './Problem.tsx'
import styles from './wizard.module.css'
import type { Reading } from './useReading.ts'

/** Files are chosen here, or dropped anywhere on the window. */
export function FileWay({ reading, first }: { reading: Reading; first: RefObject<HTMLButtonElement | null> }) {
  const { t } = useTranslation()
  const { state } = reading
  const choose = async () => {
    const files = await askForLists()
    if (files.length > 0) reading.readFiles(files)
  }
  return (
    <div className={styles.way}>
      <div className={styles.drop}>
        <FileUp aria-hidden />
        <p className={styles.dropTitle}>{t('imports.dropHere')}</p>
        <p>{t('imports.dropKinds')}</p>
        <Button ref={first} look="accent" onClick={() => void choose()} disabled={state.kind === 'reading'}>
          {t('imports.chooseFile')}
        </Button>
        {state.kind === 'reading' && (
          <output className={styles.reading}>
            <Spinner />
            {t('imports.readingFile', { name: state.name })}
          </output>
        )}
      </div>
      {state.kind === 'failed' && <Problem name={state.name} error={state.error} />}
      <details className={styles.more}>
        <summary>{t('imports.howFile')}</summary>
        <ul>
          <li>{t('imports.howExportify')}</li>
          <li>{t('imports.howAccount')}</li>
          <li>{t('imports.howOthers')}</li>
        </ul>
      </details>
    </div>
  )
}

function askForLists(): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.csv,.tsv,.json,.txt,.m3u,.m3u8,.xspf,.jspf'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
