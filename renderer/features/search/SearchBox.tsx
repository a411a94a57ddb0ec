import type { TFunction } from 'i18next'
import { useAtomValue, useStore } from 'jotai'
import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { pageAtom, resultsOf, searchAtom, shownText, useServices } from '../../state/index.ts'
import type { SearchView, Services } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './box.module.css'
import { topOf } from './top.ts'
import { playFound } from './use.ts'

/** The box over everything: typing searches, Enter plays the best match, the arrow down leads into the results. */
export function SearchBox() {
  const { t } = useTranslation()
  const services = useServices()
  const { commands } = services
  const view = useAtomValue(searchAtom)
  const store = useStore()
  const input = useRef<HTMLInputElement>(null)
  /** Enter was pressed before the answer was there: the text it is for. A scan may begin the search for it anew meanwhile. */
  const wanted = useRef<string | null>(null)
  const { text, searchId } = view
  const type = (next: string) => commands.runWith('search-for', { text: next })

  useEffect(() => {
    if (wanted.current === null) return
    // Whoever types on no longer wants what they wanted.
    if (wanted.current !== view.text) wanted.current = null
    else if (topOf(view) !== undefined) {
      wanted.current = null
      playTop(services, view, t)
    }
  }, [view, services, t])

  const clear = () => {
    type('')
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    switch (event.key) {
      case 'Enter':
        event.preventDefault()
        if (searchId !== null && store.get(pageAtom).kind !== 'search') type(text)
        else if (topOf(view) !== undefined) playTop(services, view, t)
        else if (searchId !== null) wanted.current = text
        return
      case 'Escape':
        event.preventDefault()
        if (text === '') input.current?.blur()
        else clear()
        return
      case 'ArrowDown': {
        const first = document.querySelector<HTMLElement>('[data-search-results] :is([data-result], tr[tabindex="0"])')
        if (!first) return
        event.preventDefault()
        first.focus()
        return
      }
      default:
    }
  }
  return (
    <search className={styles.box}>
      <Search aria-hidden />
      <input
        ref={input}
        id="search-box"
        type="text"
        role="searchbox"
        value={text}
        maxLength={200}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        spellCheck={false}
        autoComplete="off"
        enterKeyHint="search"
        onFocus={() => commands.runWith('read-searches', null)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <IconButton size="tiny" label={t('search.clear')} onClick={clear}>
          <X aria-hidden />
        </IconButton>
      )}
    </search>
  )
}

function playTop(services: Services, view: SearchView, t: TFunction): void {
  const top = topOf(view)
  if (top) void playFound(services, top, resultsOf(view), t('search.context', { text: shownText(view) }))
}
