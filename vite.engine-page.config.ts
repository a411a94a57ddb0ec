import { defineConfig } from 'vite'

/** The page on which tests and benches drive the engine alone, built like the app. */
export default defineConfig({
  root: 'e2e/engine-page',
  base: './',
  build: {
    outDir: '../../out/engine-page',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
})
