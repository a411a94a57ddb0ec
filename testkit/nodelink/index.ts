/**
 * A stand-in for a NodeLink 3 audio node: its HTTP interface over real sockets, with the quirks, limits and ways of failing
 * that were seen on a running one, in single and in cluster mode; and beside it a server for direct addresses.
 *
 *   const node = await startNodeStandIn({ mode: 'single', clock: fastClock(100) })
 *   const track = node.addTrack({ title: 'Night train', author: 'Late Ferry', sound: generated(180_000) })
 *   node.faults.add('/v4/loadstream', { kind: 'cut', afterBytes: 100_000 }, 1)
 *   node.originOf(track).expire(403)
 *   expect(node.counters.busiest()).toBeLessThanOrEqual(24)
 */
export { fastClock, handClock, realClock } from './clock.ts'
export type { HandClock } from './clock.ts'
export { decodeTrack, encodeTrack } from './codec.ts'
export type { Fault } from './faults.ts'
export { type HostileKind, hostilePage } from './hostile.ts'
export { type Landings, seenLandings } from './landing.ts'
export { type NodeLimits, noLimits, stockLimits } from './limits.ts'
export type { NodeBehaviour } from './node.ts'
export type { OriginFile } from './origin/file.ts'
export { type MediaOrigin, startMediaOrigin } from './origin/origin.ts'
export { insideHosts, type Redirect } from './origin/redirect.ts'
export { generated } from './sound/generated.ts'
export { type HeardStretch, heardStretches } from './sound/heard.ts'
export { wholePcm } from './sound/pcm.ts'
export type { Sound } from './sound/types.ts'
export { type NodeStandIn, type StandInOptions, startNodeStandIn } from './start.ts'
export type { Clock, ListFacts, NodeMode, NodeTrack, RequestRecord, TrackFacts, TrackInfo } from './types.ts'
