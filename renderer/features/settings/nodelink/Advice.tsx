import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { adviceLines, type AdviceCode } from '../../../../src/nodelink/advice.ts'
import { IconButton } from '../../../ui/button/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import styles from './nodelink.module.css'

/** What would make a server serve better, each with the line of its configuration that does it. */
export function Advice({ codes }: { codes: readonly AdviceCode[] }) {
  const { t } = useTranslation()
  if (codes.length === 0) return null
  return (
    <div className={styles.advice}>
      <h3>{t('nodelink.advice')}</h3>
      <ul>
        {codes.map((code) => (
          <AdviceItem key={code} code={code} />
        ))}
      </ul>
    </div>
  )
}

function AdviceItem({ code }: { code: AdviceCode }) {
  const { t } = useTranslation()
  const line = useRef<HTMLElement>(null)
  const [told, setTold] = useState<'copied' | 'selected' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(adviceLines[code])
      setTold('copied')
    } catch {
      // The page may not write to the clipboard: marked, the person can copy it with their own keys.
      if (line.current !== null) getSelection()?.selectAllChildren(line.current)
      setTold('selected')
    }
  }
  return (
    <li className={styles.adviceItem}>
      <p>{t(`nodelink.adviceText.${code}`)}</p>
      <div className={styles.adviceLine}>
        <code ref={line} dir="ltr">
          {adviceLines[code]}
        </code>
        <IconButton
          size="small"
          label={t('nodelink.copy', { line: adviceLines[code] })}
          onClick={() => void copy()}
          onBlur={() => setTold(null)}
        >
          {told === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
        </IconButton>
      </div>
      <output className={styles.quiet}>{told !== null && t(`nodelink.${told}`)}</output>
    </li>
  )
}
