// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs the app in the foreground until it ends. Ctrl-C ends it in order: the app gets the signal (from the terminal or
 * from here), and this process waits for it.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, afterMs: number, interrupted: boolean }>}
 */
export function runApp(program, args) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    // Files are named from where the person stands, not from where npm runs scripts.
    const cwd = process.env['INIT_CWD'] ?? process.cwd()
    const child = spawn(program, [...args], { cwd, stdio: 'inherit' })
    let interrupted = false
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      interrupted = true
      // On Windows this would kill; there the console tells every process by itself.
      if (process.platform !== 'win32') child.kill(signal)
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, passOn)
    /** @param {number} code */
    const end = (code) => {
      for (const signal of signals) process.off(signal, passOn)
      resolve({ code, afterMs: performance.now() - startedAt, interrupted })
    }
    child.once('error', () => end(127))
    child.once('close', (code) => end(code ?? 1))
  })
}
