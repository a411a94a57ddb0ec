import { z } from 'zod'
import type { TagFacts } from '../../tags/index.ts'

/**
 * What grouping needs of a file's tags, as `library_track.tags_json` keeps it. Texts are clean (see `cleanText`) but not
 * folded; names are split where the tag has several values, and nowhere else.
 */
export const groupingTagsSchema = z.object({
  albumTitle: z.string().nullable(),
  /** Values of the album artist tag; empty when there is none. */
  albumArtists: z.array(z.string()).readonly(),
  artists: z.array(z.string()).readonly(),
  discNumber: z.number().int().positive().nullable(),
  /** MusicBrainz release id: tells two editions of the same title apart. */
  releaseId: z.string().nullable(),
  /** The tags call the album a compilation. */
  isCompilation: z.boolean(),
})

export type GroupingTags = Readonly<z.infer<typeof groupingTagsSchema>>

/** A file without any tags. */
export const noTags: GroupingTags = {
  albumTitle: null,
  albumArtists: [],
  artists: [],
  discNumber: null,
  releaseId: null,
  isCompilation: false,
}

/** Reads tags from their JSON; what is damaged or from another age counts as no tags until the file is read again. */
export function parseGroupingTags(json: string): GroupingTags {
  try {
    return groupingTagsSchema.safeParse(JSON.parse(json)).data ?? noTags
  } catch {
    return noTags
  }
}

/** What of a file's facts goes into `tags_json`. */
export function groupingTagsOf(facts: TagFacts): GroupingTags {
  const { albumTitle, albumArtist, albumArtists, artists, discNumber, musicBrainz, isCompilation } = facts
  return {
    albumTitle,
    albumArtists: albumArtists.length > 0 || albumArtist === null ? albumArtists : [albumArtist],
    artists,
    discNumber,
    releaseId: musicBrainz.releaseId,
    isCompilation,
  }
}
