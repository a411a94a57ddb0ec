/** Total length out of `Content-Range: bytes 0-99/1234`; null when it says none. */
export function totalOf(header: string | null): number | null {
  const total = header?.split('/')[1]
  return total !== undefined && /^\d+$/u.test(total) ? Number(total) : null
}
