import { defineConfig } from 'vite'

/** The two composition roots, bundled for Node 24 (Electron's and our own). Native and host packages stay outside. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        electron: 'main/electron.ts',
        browser: 'main/browser.ts',
        // Worker threads: started by file name from beside the code that starts them.
        'tags-worker': 'main/backend/tags/worker.ts',
        'watch-worker': 'main/backend/library/watch/worker.ts',
        'checkpoint-worker': 'main/backend/store/checkpointWorker.ts',
        'loaded-worker': 'main/backend/nodelink/loaded/worker.ts',
        'import-worker': 'main/backend/imports/formats/worker.ts',
        'walk-worker': 'main/backend/library/scan/walkWorker.ts',
      },
      external: ['electron', 'better-sqlite3', 'sharp'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'sharp'] },
})
