import type { Failure } from '../../../../src/contract/index.ts'
import type { Companions } from '../../tags/index.ts'

/** A folder of the library, as a scan sees it. */
export interface Root {
  readonly id: number
  /** Absolute, links resolved. */
  readonly path: string
}

/** Where a walk looks: a folder with all below it, or its own files alone. */
export interface Place {
  readonly path: string
  readonly deep: boolean
}

/** An audio file that a walk came across. */
export interface FoundFile {
  /** Absolute, links resolved. */
  readonly path: string
  /** The folder it lies in. */
  readonly directory: string
  readonly name: string
  readonly sizeBytes: number
  /** Modification time, ms since 1970, with fraction. */
  readonly modifiedMs: number
  /** Changes with the file and with whatever beside it is read along; never empty. */
  readonly besideStamp: string
  readonly companions: Companions
}

/** What a walk tells, in order. */
export type WalkStep =
  | { readonly kind: 'file'; readonly file: FoundFile }
  /** A cue sheet. `isLonely`: no audio lies beside it, so that nobody else reads it. */
  | {
      readonly kind: 'sheet'
      readonly path: string
      readonly sizeBytes: number
      readonly modifiedMs: number
      readonly isLonely: boolean
    }
  | { readonly kind: 'problem'; readonly path: string; readonly error: Failure }
  /** A folder that cannot be read: what the library knows below it stays as it is. */
  | { readonly kind: 'closed'; readonly path: string }

/** What a walk needs of a disk. All of it throws the file system's errors. */
export interface WalkDisk {
  readonly list: (folder: string) => Iterable<{
    readonly name: string
    readonly kind: 'file' | 'folder' | 'link' | 'other'
  }>
  readonly stat: (path: string) => {
    readonly kind: 'file' | 'folder' | 'other'
    readonly sizeBytes: number
    readonly modifiedMs: number
  }
  readonly realPath: (path: string) => string
}
