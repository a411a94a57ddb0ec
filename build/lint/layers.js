import path from 'node:path'

/**
 * The layers of the house (docs/architecture.md), enforced: which top-level room may import which, and which packages stay
 * out of which room. A local oxlint plugin.
 */
const mayImport = {
  src: ['src'],
  main: ['main', 'src', 'resources'],
  renderer: ['renderer', 'src'],
  relay: ['relay', 'src'],
}

/**
 * Rooms inside a room with borders of their own: [files in, must not import from].
 * @type {readonly [string, readonly string[]][]}
 */
const innerBorders = [
  ['main/backend', ['main/desktop', 'main/browserhost', 'main/electron.ts', 'main/browser.ts']],
  ['main/desktop', ['main/browserhost', 'main/browser.ts']],
  ['main/browserhost', ['main/desktop', 'main/electron.ts']],
  ['renderer/player', ['renderer/features', 'renderer/ui', 'renderer/app']],
  ['renderer/ui', ['renderer/features', 'renderer/app', 'renderer/player']],
]

/**
 * Packages that must not appear in a room.
 * @type {readonly [string, RegExp][]}
 */
const bannedPackages = [
  ['src', /^(node:|electron$|react|jotai|better-sqlite3)/],
  ['main/backend', /^electron$/],
  ['main/browserhost', /^electron$/],
  ['renderer', /^(node:|electron$|better-sqlite3|ws$)/],
  ['renderer/player', /^(react|react-dom|jotai|@base-ui|lucide-react)/],
  ['relay', /^(electron$|react|better-sqlite3-renderer)/],
]

const isTest = (file) => /\.(test|bench)\.tsx?$/.test(file) || /\/testing\//.test(file)
const inside = (file, room) => file === room || file.startsWith(`${room}/`)

function check(context, node) {
  const specifier = node.source?.value
  if (typeof specifier !== 'string') return
  const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
  const room = file.split('/')[0]
  if (!specifier.startsWith('.')) {
    for (const [where, pattern] of bannedPackages) {
      const isTypeOnly = node.importKind === 'type' || node.exportKind === 'type'
      if (inside(file, where) && pattern.test(specifier) && !isTest(file) && !(isTypeOnly && specifier === 'react')) {
        context.report({ node, message: `${where} must not import the package ${specifier}.` })
      }
    }
    return
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
  const targetRoom = target.split('/')[0]
  if (targetRoom === 'testkit' && !isTest(file) && !['testkit', 'e2e', 'bench', 'scripts'].includes(room)) {
    context.report({ node, message: 'testkit is for tests and benches alone.' })
  }
  const allowed = mayImport[room]
  if (allowed && !allowed.includes(targetRoom) && !(isTest(file) && targetRoom === 'testkit')) {
    context.report({ node, message: `${room} must not import ${targetRoom} (${target}).` })
  }
  for (const [where, banned] of innerBorders) {
    if (inside(file, where) && banned.some((other) => inside(target, other))) {
      context.report({ node, message: `${where} must not import ${target}.` })
    }
  }
}

const layers = {
  create(context) {
    return {
      ImportDeclaration: (node) => check(context, node),
      ImportExpression: (node) => check(context, node),
      ExportNamedDeclaration: (node) => check(context, node),
      ExportAllDeclaration: (node) => check(context, node),
    }
  },
}

export default { meta: { name: 'melofy' }, rules: { layers } }
