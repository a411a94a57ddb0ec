import { describe, expect, test } from 'vitest'
import { type Lyrics, parseLyrics, writeLrc } from '../index.ts'

const lines = (lyrics: Lyrics) => (lyrics.kind === 'plain' ? [] : lyrics.lines)
const paragraph = (content: string) =>
  parseLyrics(`<tt xmlns="http://www.w3.org/ns/ttml"><body><div>${content}</div></body></tt>`)

const song = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
  <head><metadata><ttm:title>Boats &amp; Rivers</ttm:title><ttm:agent type="person" xml:id="v1"/></metadata></head>
  <body dur="3:20"><div>
    <p begin="12.000" end="15.500" ttm:agent="v1"><span begin="12.000" end="12.600">Hold</span> <span begin="12.600" end="13.400">on</span>
      <span ttm:role="x-bg"><span begin="13.5" end="14">(hold</span> <span begin="14" end="15">on)</span></span>
      <span ttm:role="x-translation" xml:lang="ru">Держись</span><span ttm:role="x-roman" xml:lang="ru-Latn">Derzhis</span></p>
    <p begin="00:01:02.500" end="1:04.5" ttm:agent="v2">Lights along<br/>the river</p>
  </div></body>
</tt>`

test('lines, words, voices, background, translation and romanisation', () => {
  const lyrics = parseLyrics(`\uFEFF${song.replaceAll('\n', '\r\n')}`)
  expect(lyrics).toMatchObject({ kind: 'word', format: 'ttml', facts: { title: 'Boats & Rivers', language: 'en' } })
  expect(lines(lyrics)).toMatchObject([
    { startMs: 12_000, endMs: 15_500, text: 'Hold on', voice: 'v1', role: 'main', language: 'en' },
    { startMs: 12_000, text: 'Держись', role: 'translation', language: 'ru' },
    { startMs: 12_000, text: 'Derzhis', role: 'romanisation', language: 'ru-Latn' },
    { startMs: 13_500, endMs: 15_000, text: 'hold on', role: 'background' },
    { startMs: 62_500, endMs: 64_500, text: 'Lights along the river', voice: 'v2' },
  ])
  expect(lines(lyrics)[0]?.words).toEqual([
    { startMs: 12_000, endMs: 12_600, text: 'Hold ' },
    { startMs: 12_600, endMs: 13_400, text: 'on' },
  ])
  expect(writeLrc(lyrics, { words: true })).toContain('[00:12.00]<00:12.00>Hold <00:12.60>on<00:13.40>\n')
})

describe('times', () => {
  test.each([
    ['12.5', 12_500],
    ['12.5s', 12_500],
    ['1:02.25', 62_250],
    ['01:00:02.500', 3_602_500],
    ['500ms', 500],
    ['1.5m', 90_000],
    ['1h', 3_600_000],
    ['45f', 1500],
  ])('%s', (begin, startMs) => {
    expect(lines(paragraph(`<p begin="${begin}">a</p>`))).toMatchObject([{ startMs, text: 'a' }])
  })

  test('ends that are missing are the next beginning', () => {
    expect(lines(paragraph('<p begin="1s">a</p><p begin="3s">b</p>')).map(({ endMs }) => endMs)).toEqual([3000, 13_000])
  })
})

test('no document type does anything, and unknown entities stay text', () => {
  const bomb = '<!DOCTYPE tt [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
  const lyrics = parseLyrics(`${bomb}<tt><body><p begin="1s">&a; &b; &#x4e2d;&#99999999; &lt;</p></body></tt>`)
  expect(lines(lyrics)).toMatchObject([{ text: '&a; &b; 中&#99999999; <' }])
})

test.each([
  '<tt',
  '<tt><p begin="1s">a',
  '<tt><p begin="1s"><span begin="2s">a</p>',
  '<tt a="',
  '<tt><![CDATA[',
  '<tt><!-- ',
  '<tt></p></span></tt>',
  '<tt><p begin="x">a</p>',
])('%j is read as far as it goes', (text) => expect(() => parseLyrics(text)).not.toThrow())

test('what has no times is plain', () => {
  expect(paragraph('<p>One</p><p>Two</p>')).toMatchObject({ kind: 'plain', lines: ['One', 'Two'] })
})
