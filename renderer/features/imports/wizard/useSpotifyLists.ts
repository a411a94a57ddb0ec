import { useEffect, useState } from 'react'
import type { Failure } from '../../../../src/contract/index.ts'
import type { SpotifyPlaylist } from '../../../../src/spotify/index.ts'
import { useServices } from '../../../state/index.ts'

/** Playlists of the person's account, as far as they were asked for. */
export interface SpotifyListing {
  readonly playlists: readonly SpotifyPlaylist[]
  readonly total: number
  readonly hasMore: boolean
  readonly isAsking: boolean
  readonly error: Failure | null
  /** Asks for the next page, or for all anew where there is none. */
  readonly more: () => void
  readonly again: () => void
}

interface Known {
  readonly playlists: readonly SpotifyPlaylist[]
  readonly total: number
  readonly next: number | null
  readonly isAsking: boolean
  readonly error: Failure | null
}

const nothing: Known = { playlists: [], total: 0, next: 0, isAsking: true, error: null }

/** Asks for one page at a time: Spotify counts requests. What is remembered from today costs none. */
export function useSpotifyLists(): SpotifyListing {
  const { bridge } = useServices()
  const [known, setKnown] = useState(nothing)
  /** The same question as a new object is asked anew. */
  const [question, setQuestion] = useState({ from: 0, anew: false })
  useEffect(() => {
    const control = new AbortController()
    const ask = async () => {
      const reply = await bridge.call('spotify.playlists', question, { signal: control.signal })
      if (control.signal.aborted) return
      setKnown((before) => {
        if (!reply.ok) return { ...before, isAsking: false, error: reply.error }
        const { playlists, total, next } = reply.value
        const others = question.from === 0 ? [] : before.playlists
        return { playlists: [...others, ...playlists], total, next, isAsking: false, error: null }
      })
    }
    void ask()
    return () => control.abort()
  }, [bridge, question])
  const ask = (from: number, anew: boolean) => {
    setKnown({ ...known, isAsking: true, error: null })
    setQuestion({ from, anew })
  }
  const isWhole = known.next === null || known.next === 0
  return {
    ...known,
    hasMore: !isWhole,
    // Pages that are remembered from before do not go on where a new one ends.
    more: () => (isWhole ? ask(0, true) : ask(known.next ?? 0, question.anew)),
    again: () => ask(0, true),
  }
}
