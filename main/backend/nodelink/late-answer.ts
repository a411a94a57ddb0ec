import { OutboundError, type OutboundResponse } from '../outbound/index.ts'

/** What is read of a late answer that has no end, as a station's: so many bytes, and for so long, in ms. Then it is left after all. */
const endlessLimits = { bytes: 8e6, ms: 10_000 }

/**
 * An answer, if it comes in time. One that comes later is read to its end all the same: a node in single mode that is so busy
 * that it answers late would end when its client leaves. What has no end is read for a while and then left.
 */
export async function inTime(
  answer: Promise<OutboundResponse>,
  patienceMs: number,
  isEndless: boolean,
): Promise<OutboundResponse> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  let isGivenUp = false
  const timer = setTimeout(() => {
    isGivenUp = true
    reject(new OutboundError('timed-out'))
  }, patienceMs)
  const limits = isEndless ? endlessLimits : null
  void answer.then((response) => (isGivenUp ? drain(response, limits) : undefined)).catch(() => undefined)
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** Reads an answer and lets it go. */
export async function drain(
  { chunks, close }: Pick<OutboundResponse, 'chunks' | 'close'>,
  limits: { readonly bytes: number; readonly ms: number } | null,
): Promise<void> {
  const timer = limits === null ? null : setTimeout(close, limits.ms)
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (limits !== null && bytes >= limits.bytes) return
    }
  } finally {
    if (timer !== null) clearTimeout(timer)
    close()
  }
}
