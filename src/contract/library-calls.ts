import {
  albumQuerySchema,
  albumSummarySchema,
  artistQuerySchema,
  artistSummarySchema,
  libraryFolderSchema,
  librarySummarySchema,
  rangeSchema,
  scanProblemSchema,
  scanStatusSchema,
  trackQuerySchema,
} from '../library/index.ts'
import { albumSchema, trackSchema } from '../music/index.ts'
import { z } from '../schema/index.ts'
import { failureSchema } from '../schema/failure.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()
const revision = z.number().int().nonnegative()
const total = z.number().int().nonnegative()

/** Rows of a list. `revision` says which state of the library they belong to: rows of different ones do not fit together. */
const page = <Row extends z.ZodType>(row: Row) => z.object({ revision, total, rows: z.array(row).readonly() })

/** The library of the person's own files. */
export const libraryCalls = {
  'library.folders': { input: nothing, output: z.array(libraryFolderSchema).readonly() },
  /** Adds folders and begins to scan them; answers all folders of the library. A folder inside another one is already in it. */
  'library.addFolders': {
    input: z.object({ paths: z.array(z.string().min(1)).min(1).max(100) }),
    output: z.object({
      folders: z.array(libraryFolderSchema).readonly(),
      refused: z.array(z.object({ path: z.string(), error: failureSchema })).readonly(),
    }),
  },
  /** Takes a folder out of the library. Nothing on the disk is touched; likes and playlists keep their tracks, marked missing. */
  'library.removeFolder': { input: z.object({ id: z.number().int() }), output: nothing },
  /** Begins to scan (all folders when `ids` is null) and answers at once; `library.scan` tells how it goes. */
  'library.scan': { input: z.object({ ids: z.array(z.number().int()).nullable() }), output: nothing },
  /** Stops the scan under way. What was read stays. */
  'library.cancelScan': { input: nothing, output: nothing },
  'library.scanStatus': { input: nothing, output: scanStatusSchema },
  /** Files that could not be taken in, up to 500, and how many there are. */
  'library.problems': {
    input: nothing,
    output: z.object({ total, problems: z.array(scanProblemSchema).readonly() }),
  },
  'library.summary': { input: nothing, output: librarySummarySchema },

  'library.tracks': {
    input: z.object({ query: trackQuerySchema, range: rangeSchema }),
    output: page(trackSchema).extend({ totalMs: z.number().nonnegative() }),
  },
  'library.albums': {
    input: z.object({ query: albumQuerySchema, range: rangeSchema }),
    output: page(albumSummarySchema),
  },
  'library.artists': {
    input: z.object({ query: artistQuerySchema, range: rangeSchema }),
    output: page(artistSummarySchema),
  },
  /** An album with its tracks; null when the library has none of that id. */
  'library.album': { input: z.object({ id: z.string() }), output: albumSchema.nullable() },
  'library.artist': {
    input: z.object({ id: z.string() }),
    output: z
      .object({
        artist: artistSummarySchema,
        albums: z.array(albumSummarySchema).readonly(),
        appearsOn: z.array(albumSummarySchema).readonly(),
      })
      .nullable(),
  },
  /** Folders directly below a path (null: the library's own), each with the tracks below it. */
  'library.subfolders': {
    input: z.object({ path: z.string().nullable() }),
    output: z.array(z.object({ path: z.string(), name: z.string(), trackCount: total })).readonly(),
  },
  /** Albums added last, for Home. */
  'library.newAlbums': {
    input: z.object({ limit: z.number().int().min(1).max(50) }),
    output: z.array(albumSummarySchema).readonly(),
  },
} as const satisfies Record<string, CallDefinition>

export const libraryEvents = {
  /** What the library's lists show has changed; many changes of a scan come as one event. */
  'library.changed': librarySummarySchema,
  'library.foldersChanged': z.array(libraryFolderSchema).readonly(),
  'library.scan': scanStatusSchema,
} as const satisfies Record<string, z.ZodType>
