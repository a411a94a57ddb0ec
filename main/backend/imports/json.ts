/** A stored value; undefined where there is none, or where it cannot be read any more. */
export function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
