import type { Host } from '../bridge/index.ts'
import { currentTrackAtom, store, toldStreamAtom } from '../state/index.ts'

/** Keeps the store in step with how the current track comes from a node. Of files nothing is asked. */
export function followStreams({ bridge, onConnection }: Pick<Host, 'bridge' | 'onConnection'>): void {
  const current = () => {
    const track = store.get(currentTrackAtom)
    return track?.origin === 'node' ? track.id : null
  }
  /** Counts what was told: an answer that was overtaken on its way is old. */
  let told = 0
  let asked: string | null = null
  const ask = async () => {
    const trackId = current()
    asked = trackId
    if (trackId === null) return
    const before = told
    const reply = await bridge.call('streams.info', { trackId })
    if (reply.ok && reply.value !== null && told === before && current() === trackId) {
      store.set(toldStreamAtom, reply.value)
    }
  }
  store.sub(currentTrackAtom, () => {
    if (current() !== asked) void ask()
  })
  onConnection((state) => {
    if (state === 'open') void ask()
  })
  bridge.on('streams.changed', (info) => {
    if (info.trackId !== current()) return
    told += 1
    store.set(toldStreamAtom, info)
  })
}
