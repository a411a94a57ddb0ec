import { z } from '../schema/index.ts'
import { failureSchema } from '../schema/failure.ts'

/** A folder that the person added to the library. `offline`: its disk is not there; its music stays, marked. */
export const libraryFolderSchema = z.object({
  id: z.number().int(),
  /** Absolute path. */
  path: z.string(),
  /** Last part of the path, for a person. */
  name: z.string(),
  state: z.enum(['ready', 'offline', 'unreadable']),
  trackCount: z.number().int().nonnegative(),
  /** When a scan last came to its end, Unix time in ms. */
  scannedAt: z.number().int().nullable(),
})

export type LibraryFolder = Readonly<z.infer<typeof libraryFolderSchema>>

/** What a scan did. */
export const scanResultSchema = z.object({
  finishedAt: z.number().int(),
  added: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  moved: z.number().int().nonnegative(),
  missing: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  cancelled: z.boolean(),
})

export type ScanResult = Readonly<z.infer<typeof scanResultSchema>>

/** What the scanner does. `finding` counts files while folders are read; `reading` reads tags of new and changed ones. */
export const scanStatusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle'), last: scanResultSchema.nullable() }),
  z.object({
    kind: z.literal('scanning'),
    phase: z.enum(['finding', 'reading', 'finishing']),
    /** Folder that is being read, its last part. */
    folder: z.string(),
    /** Audio files found so far. */
    found: z.number().int().nonnegative(),
    /** Of those, looked at. */
    done: z.number().int().nonnegative(),
    added: z.number().int().nonnegative(),
    updated: z.number().int().nonnegative(),
    failed: z.number().int().nonnegative(),
  }),
  /** Stopped by something a person can mend (a full disk); scanning again goes on from there. */
  z.object({ kind: z.literal('stopped'), error: failureSchema }),
])

export type ScanStatus = Readonly<z.infer<typeof scanStatusSchema>>

/** A file in a library folder that could not be taken in. */
export const scanProblemSchema = z.object({ path: z.string(), error: failureSchema })

export type ScanProblem = Readonly<z.infer<typeof scanProblemSchema>>

/** The library in numbers. `revision` grows with every change of what lists show. */
export const librarySummarySchema = z.object({
  revision: z.number().int().nonnegative(),
  tracks: z.number().int().nonnegative(),
  albums: z.number().int().nonnegative(),
  artists: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  missing: z.number().int().nonnegative(),
})

export type LibrarySummary = Readonly<z.infer<typeof librarySummarySchema>>

/** An album in a grid or list. */
export const albumSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** As shown; null for compilations ("Various artists" is the interface's word). */
  artist: z.string().nullable(),
  artistId: z.string().nullable(),
  isCompilation: z.boolean(),
  year: z.number().int().nullable(),
  coverPath: z.string().nullable(),
  trackCount: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  addedAt: z.number().int(),
})

export type AlbumSummary = Readonly<z.infer<typeof albumSummarySchema>>

/** An artist in a grid or list. */
export const artistSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  albumCount: z.number().int().nonnegative(),
  trackCount: z.number().int().nonnegative(),
  coverPath: z.string().nullable(),
})

export type ArtistSummary = Readonly<z.infer<typeof artistSummarySchema>>
