import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The interface: the same files for Electron's own scheme and for the browser host, so every address is relative. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  worker: { format: 'es' },
})
