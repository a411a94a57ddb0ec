import { useAtom } from 'jotai'
import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { renamingPlaylistAtom, useServices } from '../../state/index.ts'
import { Tip } from '../../ui/overlay/index.ts'
import text from '../../ui/text.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './playlist.module.css'

const longestName = 200

/** The name of a playlist. A press on it makes it a field; Enter or leaving it keeps what was written, Escape does not. */
export function PlaylistTitle({ playlist }: { playlist: PlaylistSummary }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const [renaming, setRenaming] = useAtom(renamingPlaylistAtom)
  const button = useRef<HTMLButtonElement>(null)
  const { id, name } = playlist

  if (renaming !== id) {
    return (
      <h1 className={styles.title}>
        <Tip text={t('playlist.rename')}>
          <button ref={button} type="button" className={styles.titleButton} onClick={() => setRenaming(id)}>
            <bdi>{name}</bdi>
          </button>
        </Tip>
      </h1>
    )
  }
  return (
    <>
      <h1 className={text.unseen}>{name}</h1>
      <NameField
        name={name}
        onDone={(written) => {
          setRenaming(null)
          const trimmed = (written ?? '').trim()
          if (trimmed !== '') commands.runWith('rename-playlist', { id, name: trimmed })
        }}
      />
    </>
  )
}

function NameField({ name, onDone }: { name: string; onDone: (written: string | null) => void }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)

  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const finish = (written: string | null) => {
    // Enter takes the field away, which leaves it a second time.
    if (done.current) return
    done.current = true
    onDone(written)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') finish(event.currentTarget.value)
    else if (event.key === 'Escape') finish(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      ref={field}
      className={styles.titleField}
      aria-label={t('playlist.name')}
      defaultValue={name}
      maxLength={longestName}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  )
}
