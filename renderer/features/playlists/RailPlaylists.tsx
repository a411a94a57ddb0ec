import { ContextMenu } from '@base-ui/react/context-menu'
import { atom, useAtomValue } from 'jotai'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { contextAtom, pageAtom, playlistsAtom, usePreparePage, useServices, wantsPlayAtom } from '../../state/index.ts'
import { evenStack, topOf, useWindow } from '../../ui/list/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { carryingAtom, dropNameAtom } from '../drag/index.ts'
import styles from './rail.module.css'
import { RailHead } from './RailHead.tsx'
import { RailLiked } from './RailLiked.tsx'
import { RailMenu } from './RailMenu.tsx'
import { RailPlaylist } from './RailPlaylist.tsx'

const itemHeight = 52

/** The playlist that is on screen, and whether the likes are: other pages change nothing here. */
const openIdAtom = atom((get) => {
  const page = get(pageAtom)
  return page.kind === 'playlist' ? page.id : null
})
const isLikedOpenAtom = atom((get) => {
  const page = get(pageAtom)
  return page.kind === 'library' && page.tab === 'liked'
})

/** The playlists in the rail: only those in sight exist. Arrow keys go from one to the next; tracks can be dropped on them. */
export function RailPlaylists({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const playlists = useAtomValue(playlistsAtom) ?? []
  const openId = useAtomValue(openIdAtom)
  const isLikedOpen = useAtomValue(isLikedOpenAtom)
  const context = useAtomValue(contextAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const carrying = useAtomValue(carryingAtom)
  const dropName = useAtomValue(dropNameAtom)
  const list = useRef<HTMLUListElement>(null)
  const [focusId, setFocusId] = useState<string | null>(null)
  const [menuId, setMenuId] = useState<string | null>(null)
  const count = playlists.length
  const stack = useMemo(() => evenStack(count, itemHeight), [count])
  const indexOf = (id: string | null) => playlists.findIndex((playlist) => playlist.id === id)
  const tabIndex = Math.max(0, indexOf(focusId) === -1 ? indexOf(openId) : indexOf(focusId))
  const view = useWindow({ stack, scroller, list, keep: count === 0 ? -1 : tabIndex })

  const goTo = (index: number) => {
    const playlist = playlists[Math.min(count - 1, Math.max(0, index))]
    if (!playlist) return
    view.reveal(indexOf(playlist.id))
    setFocusId(playlist.id)
    const button = () => list.current?.querySelector<HTMLElement>(`[data-playlist="${CSS.escape(playlist.id)}"]`)
    // A row that was out of sight exists with the next frame.
    if (button()) button()?.focus()
    else requestAnimationFrame(() => button()?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = indexOf(playlistOf(event))
    const focused = playlists[at]
    if (!focused) return
    if (event.key === 'ArrowDown') goTo(at + 1)
    else if (event.key === 'ArrowUp') goTo(at - 1)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(count - 1)
    else if (event.key === 'Delete') commands.runWith('delete-playlist', { id: focused.id })
    else return
    event.preventDefault()
  }
  const onContextMenu = (event: MouseEvent) => setMenuId(playlistOf(event))
  const prepare = usePreparePage((target) => {
    const id = playlistOf({ target })
    return id === null ? null : { kind: 'playlist', id }
  })
  const menuPlaylist = playlists[indexOf(menuId)] ?? null

  return (
    <section aria-label={t('playlist.railLabel')}>
      <RailHead />
      <RailLiked open={isLikedOpen} carrying={carrying} dropName={dropName} />
      {playlists.length === 0 && <p className={styles.empty}>{t('playlist.railEmpty')}</p>}
      <ContextMenu.Root>
        <ContextMenu.Trigger
          render={<ul ref={list} />}
          className={styles.list}
          style={{ height: view.height }}
          {...prepare}
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
        >
          {view.indexes.map((index) => {
            const playlist = playlists[index]
            if (!playlist) return null
            return (
              <RailPlaylist
                key={playlist.id}
                playlist={playlist}
                offset={topOf(stack, index)}
                open={playlist.id === openId}
                playing={context?.kind === 'playlist' && context.id === playlist.id}
                moving={moving && context?.kind === 'playlist' && context.id === playlist.id}
                tabStop={index === tabIndex}
                carrying={carrying}
                dropName={dropName}
              />
            )
          })}
        </ContextMenu.Trigger>
        {menuPlaylist && <RailMenu playlist={menuPlaylist} />}
      </ContextMenu.Root>
    </section>
  )
}

function playlistOf({ target }: { readonly target: EventTarget }): string | null {
  const element = target instanceof Element ? target.closest('[data-playlist]') : null
  return element?.getAttribute('data-playlist') ?? null
}
