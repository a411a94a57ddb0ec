/** What of an audio context tells how far it has come; times in seconds. */
export type OutputTime = Pick<
  AudioContext,
  'baseLatency' | 'currentTime' | 'getOutputTimestamp' | 'sampleRate' | 'state'
>

/**
 * Context frame heard at a moment of the performance clock, in ms; fractional. Right after the output woke its timestamp is
 * still the one from before it slept, and counting on from there would lead far ahead: nothing is heard before it is rendered.
 */
export function heardFrame(context: OutputTime, atPerformanceMs: number, nowMs: number): number {
  const { contextTime, performanceTime } = context.getOutputTimestamp()
  if (contextTime === undefined || performanceTime === undefined || performanceTime === 0) {
    return (context.currentTime - context.baseLatency) * context.sampleRate
  }
  if (context.state !== 'running') return contextTime * context.sampleRate
  const counted = contextTime + (atPerformanceMs - performanceTime) / 1000
  const rendered = context.currentTime + (atPerformanceMs - nowMs) / 1000
  return Math.min(counted, rendered) * context.sampleRate
}
