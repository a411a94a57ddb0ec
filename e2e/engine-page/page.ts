import { createEngine } from '../../renderer/player/engine/index.ts'

/** A page with nothing but the engine on it: tests and benches drive it through this one global. */
declare global {
  interface Window {
    createEngine: typeof createEngine
  }
}

window.createEngine = createEngine
