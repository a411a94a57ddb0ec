export { Keys } from './Keys.tsx'
export { Modal } from './Modal.tsx'
export { Tip, TipProvider } from './Tip.tsx'
export { default as overlayStyles } from './overlay.module.css'
