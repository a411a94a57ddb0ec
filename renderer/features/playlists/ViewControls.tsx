import { Menu } from '@base-ui/react/menu'
import { ArrowDownUp, Check, Search, X } from 'lucide-react'
import { cloneElement, useRef } from 'react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { useServices } from '../../state/index.ts'
import { ButtonAfterwards } from '../../ui/afterwards/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { closedMenu, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './playlist.module.css'
import type { PlaylistView, ViewSort } from './view.ts'

const sorts: readonly ViewSort[] = ['own', 'title', 'artist', 'album', 'added', 'duration']
const isSort = (value: unknown): value is ViewSort => sorts.some((sort) => sort === value)

export interface ViewControlsProps {
  readonly playlist: PlaylistSummary
  readonly view: PlaylistView
  /** Its rows are on screen. */
  readonly isReady: boolean
  readonly onView: (view: PlaylistView) => void
}

/** How to look at a playlist: a filter as one types, and an order for the moment that can become its own. */
export function ViewControls({ playlist, view, isReady, onView }: ViewControlsProps) {
  return (
    <div className={styles.controls}>
      <Filter view={view} onView={onView} />
      <Sort playlist={playlist} view={view} isReady={isReady} onView={onView} />
    </div>
  )
}

function Filter({ view, onView }: Pick<ViewControlsProps, 'view' | 'onView'>) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    onView({ ...view, filter: '' })
    field.current?.focus()
  }
  return (
    <div className={styles.filter}>
      <Search aria-hidden />
      <input
        ref={field}
        type="text"
        value={view.filter}
        placeholder={t('playlist.filter')}
        aria-label={t('playlist.filterLabel')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onView({ ...view, filter: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || view.filter === '') return
          event.stopPropagation()
          clear()
        }}
      />
      {view.filter !== '' && (
        <IconButton size="tiny" label={t('playlist.filterClear')} onClick={clear}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  )
}

function Sort({ playlist, view, isReady, onView }: ViewControlsProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const { sort, descending } = view
  const keepOrder = () => {
    if (sort === 'own') return
    onView({ ...view, sort: 'own', descending: false })
    commands.runWith('sort-playlist', { id: playlist.id, by: sort, descending })
  }
  const button = (
    <Button look="ghost" className={styles.sort}>
      <ArrowDownUp aria-hidden />
      <span className={styles.sortWords}>{t(`playlist.sort.${sort}`)}</span>
    </Button>
  )
  return (
    <ButtonAfterwards isReady={isReady} meanwhile={cloneElement(button, closedMenu)}>
      <Menu.Root>
        <Menu.Trigger render={button} />
        <Menu.Portal>
          <Menu.Positioner className={overlayStyles['positioner']} sideOffset={4} align="end">
            <Menu.Popup className={overlayStyles['popup']}>
              <Menu.RadioGroup
                value={sort}
                onValueChange={(value: unknown) =>
                  isSort(value) && onView({ ...view, sort: value, descending: value === 'added' })
                }
              >
                {sorts.map((one) => (
                  <Menu.RadioItem key={one} value={one} className={overlayStyles['item']} closeOnClick>
                    <Tick />
                    {t(`playlist.sort.${one}`)}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Separator className={overlayStyles['separator']} />
              <Menu.CheckboxItem
                className={overlayStyles['item']}
                disabled={sort === 'own'}
                checked={descending}
                onCheckedChange={(checked) => onView({ ...view, descending: checked })}
              >
                <span className={styles.tick}>
                  <Menu.CheckboxItemIndicator>
                    <Check aria-hidden />
                  </Menu.CheckboxItemIndicator>
                </span>
                {t('playlist.descending')}
              </Menu.CheckboxItem>
              {playlist.rules === null && (
                <Menu.Item className={overlayStyles['item']} disabled={sort === 'own'} onClick={keepOrder}>
                  <span className={styles.tick} />
                  {t('playlist.sortOnce')}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </ButtonAfterwards>
  )
}

function Tick() {
  return (
    <span className={styles.tick}>
      <Menu.RadioItemIndicator>
        <Check aria-hidden />
      </Menu.RadioItemIndicator>
    </span>
  )
}
