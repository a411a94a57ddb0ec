/** Bytes that come from elsewhere, while they come: the same on the wire as a file's, but they may grow, wait or change. */
export interface MediaStream {
  /**
   * The encoding that is had now. Null when `wait` ended before there was one. Rejects with a `FailureError` when there will be
   * none.
   */
  open(wait: MediaWait): Promise<MediaEncoding | null>
}

/** One encoding of a stream. */
export interface MediaEncoding {
  /** Strong entity tag: never used for other bytes. */
  readonly etag: string
  readonly mediaType: string
  /** Length in bytes; null until it is known. */
  readonly sizeBytes: number | null
  /**
   * Bytes from `start` up to (not including) `end`, or the end of it all. Waits for them; when `wait` ends, answers what has come
   * until then, be it nothing. Rejects with a `FailureError`: `media-changed` when there is another encoding now.
   */
  read(start: number, end: number, wait: MediaWait): Promise<Uint8Array<ArrayBuffer>>
}

/** How long something is waited for. */
export interface MediaWait {
  /** Ends the wait, for whatever reason. */
  readonly ended: AbortSignal
  /** Whoever asked has gone: nobody needs this any more. */
  readonly gone: AbortSignal
}
