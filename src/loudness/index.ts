export {
  absoluteGateLufs,
  binCount,
  binOf,
  evenHistogram,
  integratedLufs,
  lufsOfPower,
  powerOfLufs,
  sumOfHistograms,
} from './histogram.ts'
export { replayGainDb, replayGainLufs } from './gain.ts'
