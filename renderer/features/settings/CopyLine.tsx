import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './connection.module.css'

/** A line that is to be copied to somewhere else. `copied`: what to do with it there. */
export function CopyLine({ text, copied }: { text: string; copied: string }) {
  const { t } = useTranslation()
  const line = useRef<HTMLElement>(null)
  const [told, setTold] = useState<'copied' | 'selected' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setTold('copied')
    } catch {
      // The page may not write to the clipboard: marked, the person can copy it with their own keys.
      if (line.current !== null) getSelection()?.selectAllChildren(line.current)
      setTold('selected')
    }
  }
  return (
    <>
      <div className={styles.line}>
        <code ref={line} dir="ltr">
          {text}
        </code>
        <IconButton
          size="small"
          label={t('settings.copy', { line: text })}
          onClick={() => void copy()}
          onBlur={() => setTold(null)}
        >
          {told === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
        </IconButton>
      </div>
      <output className={styles.quiet}>
        {told === 'copied' && copied}
        {told === 'selected' && t('settings.copySelected')}
      </output>
    </>
  )
}
