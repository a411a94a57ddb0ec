import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { chromium, findProgram } from '../../scripts/lib/tools.mjs'

/** What a reader needs to know to judge the figures, one fact a line. */
export function machineFacts(now: Date): readonly string[] {
  const processors = cpus()
  const program = findProgram(chromium)
  const browser =
    program === null
      ? 'none'
      : execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  return [
    `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
    `${browser}; Node ${process.versions.node}`,
    `load average at the start: ${loadNow()}`,
  ]
}

/** How busy the machine is with everything, as its one-minute load average. */
export function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
