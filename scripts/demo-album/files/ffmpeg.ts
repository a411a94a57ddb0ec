/** The one outside program: ffmpeg, asked for files that come out the same on every run. */
import { execFileSync } from 'node:child_process'

export function ffmpeg(...words: readonly string[]): void {
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...words], { stdio: ['ignore', 'inherit', 'inherit'] })
}

/** No dates, no versions, no random serial numbers in the result. */
export const repeatable: readonly string[] = ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-flags:v', '+bitexact']
