import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTranslator, speak } from '../src/i18n/index.ts'
import type { Language } from '../src/i18n/index.ts'
import { generated, noLimits, type NodeStandIn, startNodeStandIn } from '../testkit/nodelink/index.ts'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { misplaced } from './interface/misplaced.ts'
import { musicFolder } from './interface/music.ts'
import { fillShelf } from './interface/screens/fill.ts'
import { roomsIn } from './layout/rooms.ts'

/** The smallest window the desktop app has, and a window of 1280 × 800 at a zoom of 200 %. */
const viewports = [
  { width: 900, height: 600 },
  { width: 640, height: 400 },
] as const

/** As services have them: the year, the concert and the label are all in the title. */
const longNames = [
  {
    title:
      'Donaudampfschifffahrtsgesellschaftskapitänsnachtlied (Restaurierte Fassung, live aus der Großen Freiheit 1967)',
    author: 'Gesellschaft zur Förderung der Unterwassermusik und Chor der Hafenverwaltung',
  },
  {
    title:
      'Nachtigallennacht / La noche interminable de los ruiseñores desacostumbrados (versión completa remasterizada)',
    author: 'Orquesta Internacional de Contrabajistas Extraordinariamente Desafinados',
    source: 'soundcloud',
  },
] as const

let music: string
let app: App
let node: NodeStandIn

beforeAll(async () => {
  music = await musicFolder()
})
afterAll(() => rm(path.dirname(music), { recursive: true, force: true }))

describe('long words and a zoom of 200 % leave everything whole and within reach', () => {
  beforeEach(async () => {
    node = await startNodeStandIn({ sources: ['youtube', 'soundcloud'], limits: noLimits })
    for (const track of longNames) node.addTrack({ ...track, sound: generated(30_000) })
  })
  afterEach(async () => {
    await app.close()
    await node.close()
  })

  for (const language of ['de', 'es'] as const satisfies readonly Language[]) {
    it(`in ${language}`, async () => {
      const { instance, t } = createTranslator()
      await speak(instance, language)
      app = await openApp({ locale: language, viewport: viewports[0] })
      const page = app.page()
      await page.getByRole('main').getByRole('heading').first().waitFor()
      const connect = async () => {
        const { address, password } = node
        await call(app, 'nodelink.add', { name: 'Wohnzimmerschrank im Dachgeschoss', address, password })
      }
      const wrong: Record<string, readonly string[]> = {}
      for (const [name, open] of roomsIn({ page, t, fill: () => fillShelf(app, music), connect })) {
        await open()
        // Notices lie over the page for a moment.
        const notices = page.getByRole('region', { name: t('notice.region') })
        const dismiss = notices.getByRole('button', { name: t('notice.dismiss'), exact: true })
        for (const notice of await dismiss.all()) await notice.click()
        await dismiss.first().waitFor({ state: 'detached' })
        for (const viewport of viewports) {
          await page.setViewportSize(viewport)
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
          const found = await misplaced(page)
          if (found.length > 0) wrong[`${name} at ${viewport.width}`] = found
        }
        await page.setViewportSize(viewports[0])
      }
      expect(wrong).toEqual({})
    }, 120_000)
  }
})
