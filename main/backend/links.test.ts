import { expect, test } from 'vitest'
import { isAllowedLink } from './links.ts'

test.each(['https://github.com/melofy/melofy', 'https://github.com/a?b=c#d', 'HTTPS://GITHUB.COM/'])(
  'opens %s',
  (link) => {
    expect(isAllowedLink(link)).toBe(true)
  },
)

test.each([
  'http://github.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-settings:privacy',
  'https://github.com.example.org/',
  'https://example.org/github.com',
  'https://evilgithub.com/',
  'https://github.com@example.org/',
  'https://ann:secret@github.com/',
  'https://github.com:8443/',
  'https://gist.github.com/',
  'https://github.com./',
  'https://gıthub.com/',
  '//github.com/',
  '',
])('does not open %s', (link) => {
  expect(isAllowedLink(link)).toBe(false)
})
