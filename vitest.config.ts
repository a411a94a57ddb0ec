import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        // The desktop layer is tested without Electron's binary, against a stand-in for its module.
        resolve: { alias: { electron: path.resolve(import.meta.dirname, 'testkit/electron/index.ts') } },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,main,renderer,relay,testkit,scripts,build,bench,e2e}/**/*.test.ts'],
          testTimeout: 20_000,
          // One more than processors: some tests wait for sockets, clocks and other processes.
          maxWorkers: os.availableParallelism() + 1,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          setupFiles: ['e2e/harness/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // `npm test` has two such runs at a time, of which one listens: see scripts/lib/lanes.mjs.
          fileParallelism: false,
          // Tests that listen wait for real time to pass, not for the processor.
          maxConcurrency: 10,
        },
      },
    ],
  },
})
