// @ts-check
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/** Folder of the tools that `npm ci` installs; first on the PATH of everything started here, so that `node` is Node 24. */
export const toolFolder = path.join(root, 'node_modules', '.bin')

/**
 * @typedef {object} RunOptions
 * @property {boolean} [quiet] throws the output away
 * @property {boolean} [quietUnlessFailed] shows the output only when the program fails
 * @property {string} [label] stands before each line of the output, for programs that run side by side
 * @property {number} [timeoutMs]
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Runs a program with this terminal as its own and answers its exit code (a signal counts as 1). Never rejects.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: root,
      env: withTools(options.env ?? process.env),
      stdio: stdioFor(options),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    })
    /** @type {Buffer[]} */
    const kept = []
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      if (options.label === undefined) stream.on('data', (chunk) => kept.push(chunk))
      else createInterface({ input: stream }).on('line', (line) => console.log(`${options.label} │ ${line}`))
    }
    child.once('error', () => resolve(127))
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(kept))
      resolve(code ?? 1)
    })
  })
}

/**
 * @param {RunOptions} options
 * @returns {import('node:child_process').StdioOptions}
 */
function stdioFor({ quiet, quietUnlessFailed, label }) {
  if (quiet === true) return 'ignore'
  return quietUnlessFailed === true || label !== undefined ? ['ignore', 'pipe', 'pipe'] : 'inherit'
}

/**
 * Runs npm: the one that started this script, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const script = process.env['npm_execpath']
  // Not our own Node: it lies in node_modules, which npm may be about to replace.
  if (script !== undefined) return run(process.env['npm_node_execpath'] ?? process.execPath, [script, ...args], options)
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}

/**
 * Runs a script of a package with Node 24.
 * @param {string} file path inside node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(file, args, options) {
  return run(nodeProgram(), [path.join(root, 'node_modules', file), ...args], options)
}

/** The Node 24 that came with `npm ci`. */
export function nodeProgram() {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withTools(env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [name]: [toolFolder, env[name]].filter(Boolean).join(path.delimiter) }
}
