import { useEffect, useRef, useState } from 'react'
import type { CallOutput, Failure } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { SpotifyTrack } from '../../../src/spotify/index.ts'
import { useServices } from '../../state/index.ts'

/** What came of looking for a recording. */
export type Looked =
  | { readonly kind: 'looking' }
  /** None was found that surely is it. */
  | { readonly kind: 'missing'; readonly answer: CallOutput<'spotify.find'> }
  | { readonly kind: 'failed'; readonly error: Failure }

export interface LookFor {
  /** By id; those that were found play, and have nothing to say. */
  readonly looked: ReadonlyMap<string, Looked>
  /** Looks for one and plays it; whatever was looked for before is given up. */
  look(track: SpotifyTrack): void
  /** Gives up what is being looked for. */
  stop(): void
  play(track: Track): void
}

/** Looks for recordings that Spotify told of, one at a time, and plays what is found. `title` names the search. */
export function useLookFor(title: string): LookFor {
  const { bridge, commands } = useServices()
  const [looked, setLooked] = useState<ReadonlyMap<string, Looked>>(new Map())
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])

  const play = (track: Track) =>
    commands.runWith('play-tracks', {
      tracks: [track],
      startIndex: 0,
      context: { kind: 'search', id: null, title },
    })
  const note = (id: string, what: Looked | null) =>
    setLooked((before) => {
      // What was given up has nothing to say.
      const others = [...before].filter(([other, { kind }]) => other !== id && kind !== 'looking')
      return new Map(what === null ? others : [...others, [id, what]])
    })
  const look = async (track: SpotifyTrack) => {
    current.current?.abort()
    const mine = new AbortController()
    current.current = mine
    note(track.id, { kind: 'looking' })
    const reply = await bridge.call('spotify.find', { track }, { signal: mine.signal })
    if (mine.signal.aborted) return
    if (!reply.ok) note(track.id, { kind: 'failed', error: reply.error })
    else if (reply.value.track === null) note(track.id, { kind: 'missing', answer: reply.value })
    else {
      note(track.id, null)
      play(reply.value.track)
    }
  }

  return {
    looked,
    look: (track) => void look(track),
    stop() {
      current.current?.abort()
      setLooked((before) => new Map([...before].filter(([, { kind }]) => kind !== 'looking')))
    },
    play,
  }
}
