import path from 'node:path'

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/** The Node that the app is made for; the tests themselves may run on another. */
export const nodeProgram = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** Where screenshots go: next to the documents when they are to be renewed, else out of the way. */
export const screenshotFolder =
  process.env['MELOFY_SCREENSHOTS'] === 'docs'
    ? path.join(root, 'docs', 'screenshots')
    : path.join(root, 'out', 'screenshots')
