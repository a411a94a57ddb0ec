import { asian } from './asian.ts'
import { eastern } from './eastern.ts'
import { english } from './english.ts'
import { others } from './others.ts'
import { romance } from './romance.ts'
import type { VersionWords } from './types.ts'

export type { VersionWords } from './types.ts'

/** What all languages say; a new one goes in here. */
export const versionWords: readonly VersionWords[] = [...english, ...romance, ...others, ...asian, ...eastern]
