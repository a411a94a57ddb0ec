import { useState } from 'react'
import type { CallInput, CallOutput } from '../../../src/contract/index.ts'
import { useAnswer, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { byteSize } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import { Remembered } from './Remembered.tsx'
import styles from './settings.module.css'

type Sizes = CallOutput<'storage.summary'>
type Clearable = CallInput<'storage.clear'>['what']

const kinds = ['database', 'covers', 'thumbnails', 'cache', 'dropped', 'backups', 'logs'] as const
const clearable: readonly string[] = ['thumbnails', 'covers', 'cache', 'backups', 'logs'] satisfies readonly Clearable[]

const isClearable = (kind: keyof Sizes): kind is Clearable => clearable.includes(kind)

/** What takes room on the disk, and what of it can be let go. */
export function Storage() {
  const { t, i18n } = useTranslation()
  const answer = useAnswer('storage.summary', null, ['library.changed'])
  if (answer.kind === 'failed') {
    const { what, more } = failureWords(answer.error, t)
    return (
      <section>
        <Head />
        <div className={styles.notice} role="alert">
          <h3>{what}</h3>
          <p>{more}</p>
        </div>
        <Button onClick={answer.retry}>{t('library.retry')}</Button>
      </section>
    )
  }
  const sizes = answer.kind === 'ready' ? answer.value : null
  const total = sizes === null ? 0 : kinds.reduce((sum, kind) => sum + sizes[kind], 0)
  return (
    <section>
      <Head />
      {sizes !== null && (
        <>
          <p className={styles.sum}>{t('settings.storageTotal', { size: byteSize(total, i18n.language) })}</p>
          {kinds.map((kind) => (
            <StorageLine
              key={kind}
              kind={kind}
              bytes={sizes[kind]}
              share={total === 0 ? 0 : sizes[kind] / total}
              onCleared={answer.kind === 'ready' ? answer.retry : undefined}
            />
          ))}
          <Remembered />
        </>
      )}
    </section>
  )
}

function Head() {
  const { t } = useTranslation()
  return (
    <header className={styles.head}>
      <h2>{t('settings.storage')}</h2>
      <p>{t('settings.storageText')}</p>
    </header>
  )
}

interface StorageLineProps {
  readonly kind: keyof Sizes
  readonly bytes: number
  /** Of all of it, 0 to 1. */
  readonly share: number
  readonly onCleared: (() => void) | undefined
}

function StorageLine({ kind, bytes, share, onCleared }: StorageLineProps) {
  const { t, i18n } = useTranslation()
  const { bridge } = useServices()
  const [told, setTold] = useState<string | null>(null)
  const clear = async (what: Clearable) => {
    const reply = await bridge.call('storage.clear', { what })
    if (reply.ok) onCleared?.()
    setTold(
      reply.ok
        ? t('settings.freed', { size: byteSize(reply.value.freed, i18n.language) })
        : failureWords(reply.error, t).what,
    )
  }
  return (
    <div className={styles.storage}>
      <div className={styles.optionWords}>
        <p className={styles.optionName}>
          {t(`settings.store_${kind}`)}
          <span className={styles.storageSize}>{byteSize(bytes, i18n.language)}</span>
        </p>
        <span className={styles.storageBar} aria-hidden>
          <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
        </span>
        <p className={styles.optionMeta}>{t(`settings.storeText_${kind}`)}</p>
        <output className={styles.optionMeta}>{told}</output>
      </div>
      {isClearable(kind) && (
        <Button
          disabled={bytes === 0}
          aria-label={t('settings.clearLabel', { what: t(`settings.store_${kind}`) })}
          onClick={() => void clear(kind)}
        >
          {t('settings.clear')}
        </Button>
      )}
    </div>
  )
}
