import type { Sound } from './sound/types.ts'

/** The two ways the real server runs, which answer differently. `cluster` is how it is delivered. */
export type NodeMode = 'single' | 'cluster'

/** What a test says of a track. */
export interface TrackFacts {
  readonly title: string
  readonly author?: string
  /** In ms, as the node claims it; without it the true length. −1 is what the node says of files and plain addresses. */
  readonly lengthMs?: number
  readonly isrc?: string | null
  /** Name of a source of the node, `youtube` unless said otherwise. `local` and `http` need none of this: see `files`. */
  readonly source?: string
  readonly identifier?: string
  readonly uri?: string | null
  readonly artworkUrl?: string | null
  readonly isStream?: boolean
  /** What sounds: an audio file on disk (absolute path), or something generated. */
  readonly sound: string | Sound
  /** How the node reads it, where that should not follow from the file's name: `mp3`, `m4a`, `webm`, `flac`, `wav`, `ogg` … */
  readonly container?: string
  /** Merged over what trackstream answers; `exception` makes it fail with those words. */
  readonly stream?: Readonly<Record<string, unknown>>
  readonly lyrics?: Readonly<Record<string, unknown>>
  readonly chapters?: readonly Readonly<Record<string, unknown>>[]
}

export interface TrackInfo {
  readonly identifier: string
  readonly isSeekable: boolean
  readonly author: string
  readonly length: number
  readonly isStream: boolean
  readonly position: number
  readonly title: string
  readonly uri: string | null
  readonly artworkUrl: string | null
  readonly isrc: string | null
  readonly sourceName: string
}

/** A track as the node hands it out. */
export interface NodeTrack {
  readonly encoded: string
  readonly info: TrackInfo
  readonly pluginInfo: Readonly<Record<string, unknown>>
}

export interface ListFacts {
  /** Address that resolves to it. */
  readonly uri: string
  readonly name: string
  readonly tracks: readonly NodeTrack[]
  /** Some sources answer with load types of their own. */
  readonly loadType?: 'playlist' | 'album' | 'artist'
}

/** How a request was counted by the node's protection, in the order in which it looks. */
export type Verdict = 'free' | 'delayed' | 'blocked' | 'limited' | 'unauthorized'

/** One request as the stand-in saw it. */
export interface RequestRecord {
  /** On the stand-in's clock, in ms. */
  readonly atMs: number
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly verdict: Verdict
  /** 0 until it was answered, and for good where it never was. */
  status: number
  /** Bytes of the body that were handed to the socket. */
  sentBytes: number
  /** `open` while it is under way. */
  end: 'open' | 'complete' | 'aborted'
}

export interface Clock {
  /** ms since whenever. */
  now(): number
  /** Resolves when so many ms have passed on it. */
  wait(ms: number): Promise<void>
}
