/** Time between two reports, in ms: more often nobody sees. */
const usualGapMs = 100

/** Lets a report through once per gap at most; `flush` sends the last one held back. `now` answers ms of any clock. */
export function throttled<Report>(
  send: (report: Report) => void,
  now: () => number,
  leastGapMs = usualGapMs,
): { report(value: Report): void; flush(): void } {
  let lastSentMs = -Infinity
  let held: Report | undefined
  return {
    report(value) {
      held = value
      if (now() - lastSentMs >= leastGapMs) this.flush()
    },
    flush() {
      if (held === undefined) return
      lastSentMs = now()
      send(held)
      held = undefined
    },
  }
}
