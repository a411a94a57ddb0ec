import type { Page } from 'playwright-core'

/** What went wrong in a page without anybody asking: any of it fails the test. */
export interface Problems {
  readonly all: () => readonly string[]
  /** Looks away from now on: the page's host is about to be killed, which the page may notice before it is gone itself. */
  lookAway(): void
  /** Throws when there is a problem that none of the expected patterns names. */
  check(): void
}

/** Watches a page from its first script on: errors, unhandled rejections, violations of its own policy. */
export async function watchProblems(page: Page, expected: readonly RegExp[]): Promise<Problems> {
  const found: string[] = []
  let isWatched = true
  const tell = (problem: string): void => {
    if (isWatched) found.push(problem)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') tell(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => tell(`uncaught: ${error.stack ?? error.message}`))
  page.on('crash', () => tell('the page crashed'))
  // Also those that the page catches, which the console need not mention.
  await page.exposeFunction('melofyPolicyViolated', (text: string) => tell(`policy: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const tell: unknown = Reflect.get(window, 'melofyPolicyViolated')
      if (typeof tell === 'function') tell(`${effectiveDirective} blocked ${blockedURI} in ${sourceFile}`)
    })
  })
  return {
    all: () => found,
    lookAway() {
      isWatched = false
    },
    check() {
      const unexpected = found.filter((problem) => !expected.some((pattern) => pattern.test(problem)))
      if (unexpected.length > 0) throw new Error(`The page had problems:\n${unexpected.join('\n')}`)
    },
  }
}
