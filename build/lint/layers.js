import { isBuiltin } from 'node:module'
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
  ['main/backend', ['main/host', 'main/desktop', 'main/browserhost', 'main/electron.ts', 'main/browser.ts']],
  ['main/host', ['main/desktop', 'main/browserhost', 'main/electron.ts', 'main/browser.ts']],
  ['main/desktop', ['main/browserhost', 'main/browser.ts']],
  ['main/browserhost', ['main/desktop', 'main/electron.ts']],
  ['main/browser.ts', ['main/desktop', 'main/electron.ts']],
  ['main/electron.ts', ['main/browserhost', 'main/browser.ts']],
  ['renderer/player', ['renderer/features', 'renderer/ui', 'renderer/app', 'renderer/state']],
  ['renderer/ui', ['renderer/features', 'renderer/app', 'renderer/player']],
]

const electron = /^electron(\/|$)/
const react = /^(react|jotai|@base-ui|lucide-react)/

/**
 * Packages that must not appear in a room, Node's own modules (under either name) among them.
 * @type {readonly [string, (name: string) => boolean][]}
 */
const bannedPackages = [
  ['src', (name) => isBuiltin(name) || electron.test(name) || react.test(name) || name.startsWith('better-sqlite3')],
  ['main', (name) => react.test(name)],
  ['main/backend', (name) => electron.test(name)],
  ['main/host', (name) => electron.test(name)],
  ['main/browserhost', (name) => electron.test(name)],
  ['main/browser.ts', (name) => electron.test(name)],
  ['renderer', (name) => isBuiltin(name) || electron.test(name) || /^(better-sqlite3|ws$)/.test(name)],
  ['renderer/player', (name) => react.test(name)],
  ['relay', (name) => electron.test(name) || react.test(name)],
]

const isTest = (file) => /\.(test|bench)\.tsx?$/.test(file) || /\/testing\//.test(file)
const inside = (file, room) => file === room || file.startsWith(`${room}/`)

/** What is imported, if it is written out. */
function specifierOf(source) {
  if (source?.type === 'TemplateLiteral') return source.expressions.length === 0 ? source.quasis[0].value.cooked : null
  return typeof source?.value === 'string' ? source.value : null
}

function check(context, node, source = node.source) {
  const specifier = specifierOf(source)
  if (specifier === null) return
  const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
  const room = file.split('/')[0]
  if (!specifier.startsWith('.')) {
    for (const [where, isBanned] of bannedPackages) {
      if (inside(file, where) && isBanned(specifier) && !isTest(file)) {
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
      TSImportType: (node) => check(context, node),
      TSExternalModuleReference: (node) => check(context, node, node.expression),
    }
  },
}

export default { meta: { name: 'melofy' }, rules: { layers } }
