import type { FailureCode } from '../../../src/contract/index.ts'

/** The failure that stands for an error of the file system. */
export function fileFailureCode(error: unknown): FailureCode {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable'
}
