import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTranslator } from '../src/i18n/index.ts'
import { launchChromium, startHost } from './harness/index.ts'
import type { HostProcess } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'

const { t } = createTranslator()

/** A page whose host goes away, and comes back as another one. */
describe('a browser host that is killed', () => {
  let dataFolder: string
  let host: HostProcess
  let browser: Browser

  beforeEach(async () => {
    dataFolder = await mkdtemp(path.join(tmpdir(), 'melofy-e2e-'))
    host = await startHost({ dataFolder })
    browser = await launchChromium()
  })

  afterEach(async () => {
    await browser.close()
    await host.stop()
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('is told as what it is; started again, the page says where to go and the queue is there', async () => {
    const page = await browser.newPage({ locale: 'en-US' })
    await page.goto(host.address)
    const { button, bar, toast, title, until, heardSeconds } = await melofy(page)
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    const first = await title.textContent()

    await host.killHard()
    const banner = page.getByRole('alert')
    await banner.getByText(t('notice.connectionLost')).waitFor()
    // What follows may be loaded already; the one after it is not.
    const next = bar.getByRole('button', { name: 'Next' })
    await next.click()
    await next.click()
    await bar.getByText(t('failure.bridge-closed.what')).waitFor()
    const stoppedAt = await title.textContent()
    expect(stoppedAt).not.toBe(first)
    expect(await toast(/./).count()).toBe(0)

    const { port } = new URL(host.address)
    host = await startHost({ dataFolder, args: ['--port', port] })
    await banner.getByText(t('notice.startedAgain')).waitFor()
    expect(await title.textContent()).toBe(stoppedAt)

    const again = await browser.newPage({ locale: 'en-US' })
    await again.goto(host.address)
    const restored = await melofy(again)
    await restored.until(
      () => restored.title.textContent(),
      (now) => now === first,
    )
  })
})
