import { useAtomValue } from 'jotai'
import { useEffect, useRef } from 'react'
import type { SpotifyState } from '../../../../src/spotify/index.ts'
import { appInfoAtom, useServices } from '../../../state/index.ts'

/**
 * Begins a sign-in. In a browser this page opens Spotify's beside itself, once it is known where that lies; the desktop app opens the
 * system's browser on its own. What comes of it is told by the state, also to whoever is elsewhere by then.
 */
export function useSignIn(state: SpotifyState | null): () => void {
  const { bridge } = useServices()
  const isInBrowser = useAtomValue(appInfoAtom)?.host === 'browser'
  const isAwaited = useRef(false)
  const address = state?.kind === 'signing-in' ? state.page : null
  useEffect(() => {
    if (address === null || !isAwaited.current) return
    isAwaited.current = false
    window.open(address, '_blank', 'noopener,noreferrer')
  }, [address])
  const signIn = async () => {
    isAwaited.current = isInBrowser
    await bridge.call('spotify.signIn', null)
    isAwaited.current = false
  }
  return () => void signIn()
}
