// @ts-check
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * The end-to-end test files in two lanes that can run side by side, one file at a time each. Files that listen wait for
 * real time to pass: they leave a processor to the others, but would be in each other's way.
 * @param {string} folder that holds the tests
 * @returns {{ listening: string[], other: string[] }} absolute paths
 */
export function endToEndLanes(folder) {
  // From the end of the alphabet: the long ones happen to be there, and a short one is best taken last.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.e2e.ts'))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name))
  return { listening: files.filter(listens), other: files.filter((file) => !listens(file)) }
}

/**
 * Whether a test hears samples: of the engine alone, or of the whole app.
 * @param {string} file
 */
function listens(file) {
  return /from '\.\/(support\/(page|stage)|listening\/index)\.ts'/.test(readFileSync(file, 'utf8'))
}
