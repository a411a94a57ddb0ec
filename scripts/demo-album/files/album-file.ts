/** album.json and the licence: what the player reads about the demo, and what a person may do with it. */

export interface AlbumFile {
  readonly title: string
  readonly artist: string
  readonly year: number
  readonly cover: string
  readonly tracks: readonly AlbumFileTrack[]
}

export interface AlbumFileTrack {
  readonly file: string
  readonly title: string
  readonly artists: readonly string[]
  readonly durationMs: number
  /** Exact length before encoding, at `sampleRateHz`. */
  readonly frames: number
  readonly sampleRateHz: number
  readonly lyrics?: string
}

export function albumText(album: AlbumFile): string {
  return `${JSON.stringify(album, undefined, 2)}\n`
}

export const licenceText = `# The demo album

Every file in this folder (music, words, cover, tags) is made by the program in \`scripts/demo-album\` of this
repository, from nothing but its own code. The people it names do not exist. The files are under the project's licence,
see \`LICENSE\` at the root of the repository.

To make them again: \`node scripts/demo-album/make.ts\` (Node 24, ffmpeg on the path).
`

/** "01-first-light-low-water" */
export function fileStem(track: number, title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return [String(track).padStart(2, '0'), ...words].join('-')
}
