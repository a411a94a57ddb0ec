/** What a file's identity is on the wire: changes whenever its bytes may have changed. */
export interface Validators {
  readonly etag: string
  readonly lastModified: string
}

/** Validators out of size and modification time. The tag is strong: it has the time in full, below the millisecond. */
export function validatorsOf(facts: { readonly size: bigint; readonly mtimeNs: bigint }): Validators {
  return {
    etag: `"${facts.size.toString(36)}-${facts.mtimeNs.toString(36)}"`,
    lastModified: new Date(Number(facts.mtimeNs / 1_000_000n)).toUTCString(),
  }
}

/** Whether the copy that the client has is still the file (RFC 9110 §13.1.2, §13.1.3). */
export function isNotModified(headers: Headers, validators: Validators): boolean {
  const match = headers.get('if-none-match')
  if (match !== null) {
    const tags = new Set(match.split(',').map((tag) => tag.trim().replace(/^W\//u, '')))
    return tags.has('*') || tags.has(validators.etag)
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && Date.parse(validators.lastModified) <= since
}

/** Whether the file is still the one that `If-Match` names (RFC 9110 §13.1.1): a player goes on only in what it began with. */
export function isStillMatched(headers: Headers, validators: Validators): boolean {
  const match = headers.get('if-match')
  if (match === null) return true
  return match.split(',').some((tag) => tag.trim() === '*' || tag.trim() === validators.etag)
}

/** Whether a range may be cut from the file as it is now: `If-Range` names the version that the client began with. */
export function rangeHolds(headers: Headers, validators: Validators): boolean {
  const condition = headers.get('if-range')
  return condition === null || condition === validators.etag || condition === validators.lastModified
}
