import * as fc from 'fast-check'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { interfaceFolder } from '../../testkit/hosts/index.ts'
import { assetFile, createAssets } from './assets.ts'

describe('assetFile', () => {
  it('names files inside the folder', () => {
    expect(assetFile('/')).toBe('index.html')
    expect(assetFile('/assets/inter%20latin.woff2')).toBe('assets/inter latin.woff2')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%5c..%5csecret.txt',
    '/..\\secret.txt',
    '//etc/hosts.txt',
    '/assets//x.js',
    '/.hidden.html',
    '/assets/.git/x.js',
    '/C:/x.txt',
    '/x.txt%00.html',
    '/%E0%A4%A',
    '/assets/',
    '/main.js.map',
    '/unknown.exe',
    '',
  ])('refuses %s', (address) => {
    expect(assetFile(address)).toBeNull()
  })

  it('never leaves the folder, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '%00', 'a', 'assets', '.html', '.js', ':')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const name = assetFile(`/${text}`)
          if (name === null) return
          for (const flavour of [path.posix, path.win32]) {
            const root = flavour.resolve('/root')
            expect(flavour.resolve(root, name).startsWith(root + flavour.sep)).toBe(true)
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('createAssets', () => {
  let folder: Awaited<ReturnType<typeof interfaceFolder>>
  let assets: ReturnType<typeof createAssets>
  const ask = (address: string, init?: RequestInit) => assets(new Request(`http://x${address}`, init), address)

  beforeAll(async () => {
    folder = await interfaceFolder()
    assets = createAssets(folder.root)
  })
  afterAll(() => folder.remove())

  it('serves the page so that a new build is seen, and hashed files so that they are fetched once', async () => {
    const page = await ask('/')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(await page.text()).toContain('<title>Melofy</title>')
    const script = await ask('/assets/main-Ab3dEf9h.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  it('answers 304 to a page that is known', async () => {
    const etag = (await ask('/')).headers.get('etag') ?? ''
    const again = await ask('/', { headers: { 'if-none-match': `"other", ${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  it('answers HEAD without a body, with its length', async () => {
    const head = await ask('/', { method: 'HEAD' })
    expect(Number(head.headers.get('content-length'))).toBe((await (await ask('/')).arrayBuffer()).byteLength)
    expect(await head.text()).toBe('')
  })

  it('refuses other methods and other files', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
    expect((await ask('/missing.html')).status).toBe(404)
    expect((await ask('/assets')).status).toBe(404)
  })
})
