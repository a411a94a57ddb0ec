import { type FormEvent, useId, useState } from 'react'
import type { CallOutput, Failure } from '../../../src/contract/index.ts'
import { useAnswer, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import form from '../../ui/form.module.css'
import { byteSize } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './settings.module.css'

type Status = CallOutput<'cache.status'>

/** How often answers from outside were known already, and where they are kept. */
export function Remembered() {
  const { t, i18n } = useTranslation()
  const answer = useAnswer('cache.status', null, [])
  if (answer.kind !== 'ready') return null
  const { value: status, retry } = answer
  return (
    <div className={styles.remembered}>
      <h3>{t('settings.remembered')}</h3>
      <p className={styles.optionMeta}>
        {t('settings.rememberedUse', {
          hits: status.memoryHits + status.storedHits,
          misses: status.misses,
          size: byteSize(status.limitBytes, i18n.language),
        })}
        {status.staleHits > 0 && ` ${t('settings.rememberedStale', { count: status.staleHits })}`}
      </p>
      <Redis key={status.redis?.address ?? ''} redis={status.redis} onChanged={retry} />
    </div>
  )
}

/** A Redis of the person's own, instead of this disk. Its password is sent and never shown. */
function Redis({ redis, onChanged }: { readonly redis: Status['redis']; readonly onChanged: () => void }) {
  const { t } = useTranslation()
  const { bridge } = useServices()
  const outcomeId = useId()
  const [address, setAddress] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Failure | null>(null)
  const keepIn = async (chosen: string | null) => {
    setBusy(true)
    const reply = await bridge.call('cache.keepInRedis', { address: chosen })
    setBusy(false)
    setError(reply.ok ? null : reply.error)
    if (reply.ok) onChanged()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (address.trim() !== '' && !isBusy) void keepIn(address)
  }
  const words = error === null ? null : failureWords(error, t)
  if (redis !== null)
    return (
      <div className={styles.option}>
        <div className={styles.optionWords}>
          <p className={styles.optionName} dir="ltr">
            {redis.address}
          </p>
          <p className={styles.optionMeta}>{t(redis.isReachable ? 'settings.redisInUse' : 'settings.redisAway')}</p>
        </div>
        <Button disabled={isBusy} onClick={() => void keepIn(null)}>
          {t('settings.redisLeave')}
        </Button>
      </div>
    )
  return (
    <form className={form.form} onSubmit={submit}>
      <label className={form.field}>
        {t('settings.redisAddress')}
        <input
          value={address}
          onChange={(event) => {
            setAddress(event.target.value)
            setError(null)
          }}
          aria-describedby={outcomeId}
          aria-invalid={error !== null}
          placeholder="redis://192.168.1.20:6379"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
        />
      </label>
      <div id={outcomeId} className={styles.optionMeta}>
        {words === null ? (
          t('settings.redisText')
        ) : (
          <p role="alert">
            {words.what}. {words.more}
          </p>
        )}
      </div>
      <div className={form.actions}>
        <Button type="submit" disabled={address.trim() === '' || isBusy}>
          {t('settings.redisUse')}
        </Button>
      </div>
    </form>
  )
}
