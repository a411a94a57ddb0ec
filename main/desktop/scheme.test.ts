import { session } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as fake from '../../testkit/electron/index.ts'
import { interfaceFolder } from '../../testkit/hosts/index.ts'
import { createSite } from '../host/index.ts'
import { declareScheme, serveScheme } from './scheme.ts'

let folder: Awaited<ReturnType<typeof interfaceFolder>>

beforeAll(async () => {
  folder = await interfaceFolder()
  const media = async (request: Request) =>
    new Response(`${new URL(request.url).pathname} ${request.headers.get('range')}`, { status: 206 })
  const onError = (error: unknown) => {
    throw error
  }
  serveScheme(session.defaultSession, createSite({ root: folder.root, media, onError }))
})
afterAll(() => folder.remove())

const load = (address: string, init?: RequestInit) => fake.session.defaultSession.load(address, init)

describe('the scheme', () => {
  it('is a secure standard origin that can fetch and stream, and bypasses no policy', () => {
    declareScheme()
    expect(fake.declaredSchemes).toEqual([
      {
        scheme: 'melofy',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ])
  })

  it('serves the interface isolated and under its policy', async () => {
    const page = await load('melofy://app/')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self';")
  })

  it('serves media with its ranges', async () => {
    const part = await load('melofy://app/media/track/1', { headers: { range: 'bytes=0-1' } })
    expect([part.status, await part.text()]).toEqual([206, '/media/track/1 bytes=0-1'])
  })

  it('serves nothing outside the interface and nothing to other hosts', async () => {
    for (const address of [
      'melofy://app/../secret.txt',
      'melofy://app/%2e%2e/secret.txt',
      'melofy://app/..%2fsecret.txt',
      'melofy://app/assets/..%5c..%5csecret.txt',
      'melofy://app/.hidden.html',
      'melofy://other/',
      'melofy://app.other/index.html',
    ]) {
      const answer = await load(address)
      expect([address, answer.status]).toEqual([address, 404])
    }
  })
})
