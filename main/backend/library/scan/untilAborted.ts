/** What the work answers; `otherwise` as soon as the signal says so, whatever the work does: a dead disk never answers. */
export async function untilAborted<Value, Otherwise>(
  work: Promise<Value>,
  signal: AbortSignal,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  const aborted = Promise.withResolvers<Otherwise>()
  const stop = (): void => aborted.resolve(otherwise)
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    return await Promise.race([aborted.promise, work])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
