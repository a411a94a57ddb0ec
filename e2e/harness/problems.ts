import type { Page } from 'playwright-core'

/** What went wrong in a page without anybody asking: any of it fails the test. */
export interface Problems {
  readonly all: () => readonly string[]
  /** Throws when there is a problem that none of the expected patterns names. */
  check(): void
}

/** Watches a page from its first script on: errors, unhandled rejections, violations of its own policy. */
export async function watchProblems(page: Page, expected: readonly RegExp[]): Promise<Problems> {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('crash', () => found.push('the page crashed'))
  // Also those that the page catches, which the console need not mention.
  await page.exposeFunction('melofyPolicyViolated', (text: string) => found.push(`policy: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const tell: unknown = Reflect.get(window, 'melofyPolicyViolated')
      if (typeof tell === 'function') tell(`${effectiveDirective} blocked ${blockedURI} in ${sourceFile}`)
    })
  })
  return {
    all: () => found,
    check() {
      const unexpected = found.filter((problem) => !expected.some((pattern) => pattern.test(problem)))
      if (unexpected.length > 0) throw new Error(`The page had problems:\n${unexpected.join('\n')}`)
    },
  }
}
