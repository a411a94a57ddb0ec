import type { NodeTrack } from './types.ts'

/** What loadtracks answers with status 200. An error sits beside `loadType`, not in `data`; nothing found is `{}`, not null. */
export type LoadResult =
  | { readonly loadType: 'track'; readonly data: NodeTrack }
  | { readonly loadType: 'search'; readonly data: readonly NodeTrack[] }
  | {
      readonly loadType: 'playlist' | 'album' | 'artist'
      readonly data: {
        readonly info: { readonly name: string; readonly selectedTrack: number }
        readonly pluginInfo: Readonly<Record<string, unknown>>
        readonly tracks: readonly NodeTrack[]
      }
    }
  | { readonly loadType: 'empty'; readonly data: Readonly<Record<string, never>> }
  | { readonly loadType: 'error'; readonly exception: { readonly message: string; readonly severity: string } }
