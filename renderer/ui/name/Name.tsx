import type { ReactNode } from 'react'

/**
 * A name from outside: its script decides its own direction and touches nothing around it, and it begins where the
 * column begins.
 */
export function Name({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <span className={className}>
      <bdi>{children}</bdi>
    </span>
  )
}
