import { Later } from './later.ts'

/** Waiting longer than this for a seek or a start counts as a stall worth showing, in ms. */
const stallNoticeMs = 400

/** Whether the worklet waits for samples, and whether that lasts so long that it is shown. It says `started` once it has them. */
export class Drought {
  private stage: 'none' | 'waiting' | 'lasting' = 'none'
  private readonly onLasting: () => void
  private readonly patience = new Later()

  /** `onLasting`: a wait that was watched takes too long. */
  constructor(onLasting: () => void) {
    this.onLasting = onLasting
  }

  /** Whether samples are waited for. */
  get isOn(): boolean {
    return this.stage !== 'none'
  }

  /** Whether they are waited for so long that it was worth showing. */
  get isLasting(): boolean {
    return this.stage === 'lasting'
  }

  /** Samples are waited for from now on. */
  begin(): void {
    this.stage = 'waiting'
    this.watch()
  }

  /** It lasts: it took too long, or the worklet ran dry in the middle of a track. */
  last(): void {
    this.stage = 'lasting'
  }

  /** Samples are here. */
  end(): void {
    this.stage = 'none'
    this.unwatch()
  }

  /** Somebody wants to hear: from now on the wait is timed. */
  watch(): void {
    this.patience.set(stallNoticeMs, this.onLasting)
  }

  /** Nobody wants to hear: it may take as long as it likes. */
  unwatch(): void {
    this.patience.cancel()
  }
}
