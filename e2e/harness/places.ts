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

const pictures = process.env['MELOFY_SCREENSHOTS']

/** Whether pictures are made for the documents: then there is more to be seen on them. */
export const forPeople = pictures === 'docs'

/** Where screenshots go: next to the documents when they are to be renewed, out of the way when somebody wants to look; else nowhere. */
export const screenshotFolder = forPeople
  ? path.join(root, 'docs', 'screenshots')
  : pictures === undefined
    ? null
    : path.join(root, 'out', 'screenshots')
