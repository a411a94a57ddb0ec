import type { Track } from '../../../src/music/index.ts'
import { nameOfSource } from '../../../src/nodelink/sources.ts'
import { shortFormat } from '../../ui/format/index.ts'

/** What a row says of how a track is made: its format; of one that a server found, where it is from. */
export function madeOf({ source, format }: Track, locale: string): string {
  return source === undefined ? shortFormat(format, locale) : nameOfSource(source)
}
