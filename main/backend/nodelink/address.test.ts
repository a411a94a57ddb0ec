import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../../src/contract/index.ts'
import { addressKey, readAddress } from './address.ts'
import { readPassword } from './password.ts'

const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'fine'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

describe('the address of a server', () => {
  it.each([
    ['192.168.1.20:3000', 'http://192.168.1.20:3000'],
    [' localhost:3000/ ', 'http://localhost:3000'],
    ['HTTPS://Node.Example.com/Music//', 'https://node.example.com/Music'],
    ['http://[::1]:3000/?x=1#y', 'http://[::1]:3000'],
    ['nas', 'http://nas'],
    ['http://bücher.example', 'http://xn--bcher-kva.example'],
  ])('%s is %s', (typed, baseUrl) => {
    expect(readAddress(typed).baseUrl).toBe(baseUrl)
  })

  it.each(['', '   ', 'ftp://nas:21', 'file:///etc/passwd', 'javascript:alert(1)', 'http://', 'two words', 'x:99999'])(
    '%j is none',
    (typed) => {
      expect(refusal(() => readAddress(typed))).toBe('node-address-unreadable')
    },
  )

  it.each(['http://me:secret@nas:3000', 'me@nas:3000', 'https://:secret@nas'])('%s keeps no password', (typed) => {
    expect(refusal(() => readAddress(typed))).toBe('node-address-password')
  })

  it('is read the same again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.ipV4(), fc.string()), (typed) => {
        if (refusal(() => readAddress(typed)) !== 'fine') return
        const { baseUrl } = readAddress(typed)
        expect(readAddress(baseUrl).baseUrl).toBe(baseUrl)
        expect(addressKey(`${baseUrl}/`)).toBe(addressKey(baseUrl))
      }),
    )
  })

  it.each(['http://8.8.8.8:3000', 'http://node.example.com', 'http://[2606:4700::1111]'])(
    '%s lets everybody on the way read the password',
    (typed) => {
      expect(readAddress(typed).warning).toBe('password-readable')
    },
  )

  it.each([
    'https://8.8.8.8',
    'http://192.168.0.2',
    'nas',
    'nas.local:3000',
    'http://pi.fritz.box',
    'http://[fd00::1]',
  ])('%s does not', (typed) => {
    expect(readAddress(typed).warning).toBeNull()
  })
})

describe('a password', () => {
  it('loses what a header would lose, and must fit one', () => {
    expect(readPassword(' youshallnotpass\n')).toBe('youshallnotpass')
    expect(refusal(() => readPassword('пароль'))).toBe('node-password-unusable')
    expect(refusal(() => readPassword('two\nlines'))).toBe('node-password-unusable')
  })
})
