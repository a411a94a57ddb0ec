import type { Failure } from '../../src/failure/index.ts'
import type { SoundOrigin } from '../player/engine/types.ts'
import type { Measurement } from './meter/index.ts'

/** What the page tells the measuring worker. */
export type MeasureCommand =
  | { readonly kind: 'measure'; readonly jobId: number; readonly origin: SoundOrigin }
  /** Share of its time in which it may work; 0 holds it. */
  | { readonly kind: 'share'; readonly share: number }

/** What comes of it. */
export type MeasureReport =
  | { readonly kind: 'measured'; readonly jobId: number; readonly measurement: Measurement }
  | { readonly kind: 'failed'; readonly jobId: number; readonly error: Failure }
