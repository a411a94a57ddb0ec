import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoopbackHost, judge, newToken } from './guard.ts'
import type { Approach } from './guard.ts'

const token = newToken()
const host = '127.0.0.1:4000'
const approach = (change: Partial<Approach>): Approach => ({
  method: 'GET',
  target: `/${token}/`,
  host,
  origin: undefined,
  isUpgrade: false,
  ...change,
})
const reasonOf = (change: Partial<Approach>) => {
  const verdict = judge(approach(change), token)
  return verdict.kind === 'refuse' ? `${verdict.status} ${verdict.reason}` : verdict.kind
}

describe('judge', () => {
  it('lets the right address pass, without its token', () => {
    expect(judge(approach({}), token)).toEqual({ kind: 'pass', path: '/' })
    expect(judge(approach({ target: `/${token}/media/a%20b?x=1` }), token)).toEqual({
      kind: 'pass',
      path: '/media/a%20b?x=1',
    })
    expect(judge(approach({ target: `/${token}` }), token)).toEqual({ kind: 'redirect', to: `/${token}/` })
  })

  it('refuses every other token', () => {
    const wrong = [
      '/',
      '/favicon.ico',
      `/${token}x/`,
      `/${token.slice(1)}/`,
      `/x/${token}/`,
      `/${token.toUpperCase()}!/`,
    ]
    for (const target of wrong) expect(reasonOf({ target })).toBe('401 token')
  })

  it('refuses targets that climb out of the token', () => {
    expect(reasonOf({ target: `/${token}/../` })).toBe('401 token')
    expect(reasonOf({ target: `/${token}/%2e%2e/x` })).toBe('401 token')
    expect(reasonOf({ target: `//evil.example/${token}/` })).toBe('400 target')
    expect(reasonOf({ target: `http://evil.example/${token}/` })).toBe('400 target')
    expect(reasonOf({ target: '*' })).toBe('400 target')
  })

  it('refuses names that merely point here, also with the right token', () => {
    for (const name of [
      undefined,
      '',
      'evil.example',
      'localhost.evil.example:4000',
      '127.0.0.1.nip.io',
      '127.0.0.1@evil',
    ]) {
      expect(reasonOf({ host: name })).toBe('403 host')
    }
  })

  it('takes a forwarded port and localhost', () => {
    for (const name of ['localhost:9000', '127.0.0.1', '[::1]:9000']) expect(reasonOf({ host: name })).toBe('pass')
  })

  it('asks everything but a plain read for its own origin', () => {
    const own = `http://${host}`
    expect(reasonOf({ isUpgrade: true, origin: own })).toBe('pass')
    expect(reasonOf({ method: 'POST', origin: own })).toBe('pass')
    for (const origin of [
      undefined,
      'null',
      'http://127.0.0.1:4001',
      'https://127.0.0.1:4000',
      'http://evil.example',
    ]) {
      expect(reasonOf({ isUpgrade: true, origin })).toBe('403 origin')
      expect(reasonOf({ method: 'POST', origin })).toBe('403 origin')
      expect(reasonOf({ method: 'DELETE', origin })).toBe('403 origin')
    }
    expect(reasonOf({ origin: 'http://evil.example' })).toBe('403 origin')
  })

  it('passes nothing that does not start with the token', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(judge(approach({ target: `/${text}` }), token).kind).toBe('refuse')
      }),
    )
  })
})

describe('newToken', () => {
  it('is long, safe in a path and never the same', () => {
    const many = Array.from({ length: 200 }, newToken)
    expect(new Set(many).size).toBe(200)
    for (const one of many) expect(one).toMatch(/^[\w-]{32}$/)
  })
})

describe('isLoopbackHost', () => {
  it('is not fooled by more after the name', () => {
    expect(isLoopbackHost('127.0.0.1:80:80')).toBe(false)
    expect(isLoopbackHost('127.0.0.1 ')).toBe(false)
    expect(isLoopbackHost('127.0.0.1\n')).toBe(false)
  })
})
