import { createEngine } from '../../renderer/player/engine/index.ts'
import { measureLoudness } from './measure.ts'
import { openSession, toText } from './session.ts'

/** A page with nothing but the engine on it: tests and benches drive it through these globals. */
declare global {
  interface Window {
    createEngine: typeof createEngine
    measureLoudness: typeof measureLoudness
    openSession: typeof openSession
    toText: typeof toText
  }
}

window.createEngine = createEngine
window.measureLoudness = measureLoudness
window.openSession = openSession
window.toText = toText
