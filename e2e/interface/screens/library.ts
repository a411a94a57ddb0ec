import { generated } from '../../../testkit/nodelink/index.ts'
import type { Screen } from './stage.ts'

/** What a server finds for `estuary`. */
const foundByNode = [
  { title: 'Estuary bells', author: 'Night Desk', seconds: 214 },
  { title: 'The estuary at four in the morning', author: 'Ines Olavide', seconds: 187 },
  { title: 'Estuary Lights (Live at the Old Customs House, 1974)', author: 'The Long Pier', seconds: 402 },
  { title: 'Estuary, slowly', author: 'Mira Vale', seconds: 251, source: 'soundcloud' },
  { title: '港の灯 · Estuary lamps', author: '青木ゆり', seconds: 229, source: 'soundcloud' },
  { title: 'Out of the estuary', author: 'Late Ferry', seconds: 176, source: 'soundcloud' },
] as const

/** The library by its tabs, its pages, and search. */
export const library: readonly Screen[] = [
  {
    name: 'library-albums',
    open: async ({ page, button }) => {
      await button('Library').click()
      await page.getByRole('grid', { name: 'Albums' }).locator('[data-card="0"]').waitFor()
    },
  },
  {
    name: 'library-artists',
    open: async ({ page }) => {
      await page.getByRole('main').getByText('Artists', { exact: true }).first().click()
      await page.getByRole('grid', { name: 'Artists' }).locator('[data-card="0"]').waitFor()
    },
  },
  {
    name: 'library-tracks',
    open: async ({ page, rows }) => {
      await page.getByRole('main').getByText('Tracks', { exact: true }).first().click()
      await rows.nth(3).waitFor()
    },
  },
  {
    name: 'library-liked',
    isDetail: true,
    open: async ({ page, rows }) => {
      await page.getByRole('main').getByText('Liked', { exact: true }).first().click()
      await page.getByRole('main').getByText('2 tracks').waitFor()
      await rows.nth(1).waitFor()
    },
  },
  {
    name: 'library-playlists',
    isDetail: true,
    open: async ({ page }) => {
      await page.getByRole('main').getByText('Playlists', { exact: true }).first().click()
      await page.getByRole('grid', { name: 'Playlists' }).locator('[data-card="1"]').waitFor()
    },
  },
  {
    name: 'library-folders',
    isDetail: true,
    open: async ({ page }) => {
      await page.getByRole('main').getByText('Folders', { exact: true }).first().click()
      await page
        .getByRole('main')
        .getByRole('button', { name: /Late Ferry|Music/ })
        .waitFor()
    },
  },
  {
    name: 'folder',
    open: async ({ page, records, rows }) => {
      const folder = records === null ? /Late Ferry/ : /Music/
      await page.getByRole('main').getByRole('button', { name: folder }).click()
      if (records !== null)
        await page
          .getByRole('main')
          .getByRole('button', { name: /Mira Vale/ })
          .click()
      await rows.nth(1).waitFor()
      await rows.first().focus()
    },
  },
  {
    name: 'artist',
    open: async ({ page, button }) => {
      await button('Library').click()
      await page.getByRole('main').getByText('Artists', { exact: true }).first().click()
      await page
        .getByRole('grid', { name: 'Artists' })
        .getByRole('button', { name: /^Mira Vale/ })
        .click()
      await page.getByRole('heading', { name: 'Mira Vale', level: 1 }).waitFor()
    },
  },
  {
    name: 'library-album',
    open: async ({ page, rows }) => {
      await page
        .getByRole('grid', { name: 'Albums' })
        .getByRole('button', { name: /^Slow Harbour/ })
        .click()
      await page.getByRole('heading', { name: 'Slow Harbour', level: 1 }).waitFor()
      await rows.nth(1).waitFor()
    },
  },
  {
    name: 'search',
    open: async ({ page, button }) => {
      await button('Search').click()
      await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('mira')
      await page.getByRole('main').getByText('Mira Vale').first().waitFor()
    },
  },
  {
    name: 'search-recent',
    isDetail: true,
    open: async ({ page, button }) => {
      await page.getByRole('main').getByRole('button', { name: 'Slow Harbour' }).first().click()
      await page.getByRole('heading', { name: 'Slow Harbour', level: 1 }).waitFor()
      await button('Search').click()
      await page.getByRole('searchbox').fill('')
      await page.getByRole('heading', { name: 'Recent searches' }).waitFor()
    },
  },
  {
    name: 'search-nothing',
    isDetail: true,
    open: async ({ page }) => {
      await page.getByRole('searchbox').fill('zzzqqq')
      await page.getByRole('heading', { name: /^Nothing found/ }).waitFor()
    },
  },
  {
    name: 'search-nodelink',
    open: async ({ page, node, rows }) => {
      for (const track of foundByNode) node.addTrack({ ...track, sound: generated(track.seconds * 1000) })
      await page.getByRole('searchbox').fill('estuary')
      await page.locator('[data-answered="estuary"]').waitFor({ state: 'attached' })
      await page.getByText('Found by NodeLink').waitFor()
      await rows.filter({ hasText: 'Estuary bells' }).waitFor()
    },
  },
]
