import type { Locator, Page } from 'playwright-core'

/** The page as a person knows it. */
export interface Melofy {
  readonly page: Page
  readonly bar: Locator
  readonly queue: Locator
  readonly title: Locator
  readonly button: (name: string | RegExp) => Locator
  /** Rows of the track list on the page. */
  readonly rows: Locator
  /** Rows of the queue that can be played. */
  readonly queueRows: Locator
  /** Titles in the queue, in order. */
  readonly queueTitles: () => Promise<readonly string[]>
  readonly toast: (text: string | RegExp) => Locator
  /** Heard seconds, as the seek bar tells screen readers. */
  readonly heardSeconds: () => Promise<number>
  /** Waits until `read` answers a value that fits. */
  readonly until: <Value>(read: () => Promise<Value>, fits: (value: Value) => boolean) => Promise<Value>
  /** Opens a folder or file through the dialog for paths. */
  readonly openPath: (target: string, how?: 'play' | 'add') => Promise<void>
}

/** Only says which wait it was that never ended; far above what any machine needs. */
const patienceMs = 40_000

/** The page of an app that is ready to be used. */
export async function melofy(page: Page): Promise<Melofy> {
  const bar = page.getByRole('contentinfo', { name: 'Player' })
  const queue = page.getByRole('complementary', { name: 'Queue' })
  const queueRows = queue.locator('[data-row]')
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  await bar.waitFor()
  await page.getByRole('main').getByRole('heading').first().waitFor()
  return {
    page,
    bar,
    queue,
    queueRows,
    button,
    title: bar.locator('bdi').first(),
    rows: page.getByRole('main').locator('[data-row]'),
    queueTitles: async () => queueRows.locator('bdi:nth-child(1)').evaluateAll(firstOfEachRow),
    toast: (text) => page.getByRole('region', { name: 'Notices' }).getByText(text),
    heardSeconds: async () => Number(await bar.getByRole('slider', { name: 'Position' }).inputValue()),
    async until(read, fits) {
      const since = Date.now()
      for (;;) {
        const value = await read()
        if (fits(value)) return value
        if (Date.now() - since > patienceMs) throw new Error(`Still ${JSON.stringify(value)}`)
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
      }
    },
    async openPath(target, how = 'play') {
      await button(/Open by path|Enter a path/)
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Path', { exact: true }).fill(target)
      await dialog.getByRole('button', { name: how === 'play' ? 'Open and play' : 'Add to queue' }).click()
    },
  }
}

/** Each row shows its title first and its artists second. */
function firstOfEachRow(names: readonly Element[]): string[] {
  const seen = new Set<Element>()
  return names.flatMap((name) => {
    const row = name.closest('[data-row]')
    if (!row || seen.has(row)) return []
    seen.add(row)
    return [name.textContent ?? '']
  })
}
