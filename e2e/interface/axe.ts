import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'

const program = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * What axe finds wrong with the page by WCAG 2.2 A and AA and by its own best practices, one line each. Menus and tips
 * float outside the landmarks by design. Contrast over translucent layers is beyond axe: see `contrast.ts`.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Half a megabyte: once for each loaded page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(program, 'utf8'))
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    })
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`))
  })
}

declare global {
  interface Window {
    axe: typeof axeCore
  }
}
