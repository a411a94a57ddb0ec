import { useAtomValue } from 'jotai'
import { RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { assigned, cleared, isKept, restored, userOf } from '../../../src/commands/index.ts'
import type { ChangedShortcuts, CommandId, Shortcut } from '../../../src/commands/index.ts'
import { settingsAtom, useServices } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Keys } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { isMac, recorded, useKeyNames } from '../commands/index.ts'
import styles from './settings.module.css'

/** Says how keys are changed, once for all rows. */
export const shortcutHelpId = 'shortcut-help'

/** `used`: the keys that were pressed belong to another command, and the person is asked. */
type RowState =
  | { readonly kind: 'resting' }
  | { readonly kind: 'recording'; readonly refusal: 'kept' | 'unusable' | null }
  | { readonly kind: 'used'; readonly binding: string; readonly by: CommandId }

/** A command, its keys, and how to change them. */
export function ShortcutRow({ shortcut: { command, bindings } }: { shortcut: Shortcut }) {
  const { t } = useTranslation()
  const id = useId()
  const { commands } = useServices()
  const names = useKeyNames()
  const { shortcuts: changed } = useAtomValue(settingsAtom)
  const [state, setState] = useState<RowState>({ kind: 'resting' })
  const words = t(`command.${command}`)

  const change = (shortcuts: ChangedShortcuts) => {
    setState({ kind: 'resting' })
    commands.runWith('change-settings', { shortcuts })
  }
  const record = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event
    const hasModifier = ctrlKey || metaKey || altKey || shiftKey
    // The keyboard goes on to the next row: nothing was meant.
    if (state.kind !== 'recording' || event.key === 'Tab' || event.nativeEvent.isComposing) return
    // Nothing else may answer to these keys meanwhile.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setState({ kind: 'resting' })
    if (!hasModifier && (event.key === 'Backspace' || event.key === 'Delete')) return change(cleared(changed, command))
    const found = recorded(event.nativeEvent, isMac)
    if (found.kind === 'waiting') return
    if (found.kind !== 'binding') return setState({ kind: 'recording', refusal: 'unusable' })
    if (isKept(found.binding)) return setState({ kind: 'recording', refusal: 'kept' })
    const by = userOf(found.binding, changed)
    if (by === null) change(assigned(changed, command, found.binding))
    else setState(by === command ? { kind: 'resting' } : { kind: 'used', binding: found.binding, by })
  }
  const isRecording = state.kind === 'recording'
  return (
    <div className={styles.shortcutRow}>
      <div className={styles.shortcut}>
        <span id={`${id}-words`}>{words}</span>
        <span className={styles.either}>
          {changed[command] !== undefined && (
            <IconButton
              size="small"
              label={t('shortcuts.reset', { command: words })}
              onClick={() => change(restored(changed, command))}
            >
              <RotateCcw aria-hidden />
            </IconButton>
          )}
          <button
            type="button"
            className={classes(styles.recorder, isRecording && styles.recording)}
            aria-labelledby={`${id}-words ${id}-keys`}
            aria-describedby={shortcutHelpId}
            onClick={() => !isRecording && setState({ kind: 'recording', refusal: null })}
            onKeyDown={record}
            onBlur={() => isRecording && setState({ kind: 'resting' })}
          >
            <span id={`${id}-keys`} className={styles.either}>
              {isRecording && t('shortcuts.recording')}
              {!isRecording && bindings.length === 0 && t('shortcuts.none')}
              {!isRecording && bindings.map((binding) => <Keys key={binding} names={names(binding)} />)}
            </span>
          </button>
        </span>
      </div>
      {isRecording && state.refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {t(`shortcuts.${state.refusal}`)}
        </p>
      )}
      {state.kind === 'used' && (
        <div role="alert" className={styles.refusal}>
          <Keys names={names(state.binding)} />
          <p>{t('shortcuts.used', { command: t(`command.${state.by}`) })}</p>
          <Button size="small" onClick={() => change(assigned(changed, command, state.binding))}>
            {t('shortcuts.assignAnyway')}
          </Button>
          <Button size="small" look="ghost" onClick={() => setState({ kind: 'resting' })}>
            {t('shortcuts.keep')}
          </Button>
        </div>
      )}
    </div>
  )
}
