import { createEngine } from '../../renderer/player/engine/index.ts'
import { openSession, toText } from './session.ts'

/** A page with nothing but the engine on it: tests and benches drive it through these globals. */
declare global {
  interface Window {
    createEngine: typeof createEngine
    openSession: typeof openSession
    toText: typeof toText
  }
}

window.createEngine = createEngine
window.openSession = openSession
window.toText = toText
