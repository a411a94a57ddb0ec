import type { Failure } from '../../../../src/contract/index.ts'
import form from '../../../ui/form.module.css'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'

/** Why nothing can be brought over. */
export function Problem({ id, name, error }: { id?: string; name?: string; error: Failure }) {
  const { t } = useTranslation()
  const { what, more } = failureWords(error, t)
  return (
    <p id={id} className={form['problem']} role="alert">
      {name !== undefined && <bdi>{name}: </bdi>}
      {what}. {more}
    </p>
  )
}
