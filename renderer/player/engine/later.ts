/** One thing that waits for its moment: a new one takes the old one's place, which then happens at once or never. */
export class Later {
  private waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly act: () => void } | null = null

  /** Whether something waits. */
  get pending(): boolean {
    return this.waiting !== null
  }

  /** Does something in `delayMs`. What waited before must have been settled or cancelled. */
  set(delayMs: number, act: () => void): void {
    this.cancel()
    this.waiting = { timer: setTimeout(() => this.settle(), Math.max(0, delayMs)), act }
  }

  /** Does at once what waits, if anything does. */
  settle(): void {
    const { waiting } = this
    if (waiting === null) return
    this.cancel()
    waiting.act()
  }

  /** Forgets what waits. */
  cancel(): void {
    if (this.waiting !== null) clearTimeout(this.waiting.timer)
    this.waiting = null
  }
}
