import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useAnswer } from '../../state/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import folderStyles from './musicFolders.module.css'

/** Files of the library's folders that could not be taken in, each with its reason. Nothing when all could. */
export function ScanProblems() {
  const { t } = useTranslation()
  const listId = useId()
  const [open, setOpen] = useState(false)
  const answer = useAnswer('library.problems', null, ['library.changed', 'library.foldersChanged'])
  if (answer.kind !== 'ready' || answer.value.total === 0) return null
  const { total, problems } = answer.value
  return (
    <div className={folderStyles.problems}>
      <button
        type="button"
        className={folderStyles.problemsHead}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {t('settings.problems', { count: total })}
        <ChevronDown aria-hidden />
      </button>
      <ul id={listId} hidden={!open}>
        {problems.map(({ path, error }) => {
          const { what, more } = failureWords(error, t)
          return (
            <li key={path} className={folderStyles.problemItem}>
              <Name className={folderStyles.folderPath}>{path}</Name>
              <p>
                {what}. {more}
              </p>
            </li>
          )
        })}
        {total > problems.length && <li>{t('settings.moreProblems', { count: total - problems.length })}</li>}
      </ul>
    </div>
  )
}
