import { describe, expect, test } from 'vitest'
import { parseLyrics } from '../index.ts'

const srt =
  '1\n00:00:12,000 --> 00:00:15,500\n<i>Lights along</i>\nthe river\n\n2\n00:01:00,000 --> 00:01:02,000\n{\\an8}川\n'
const vtt = `WEBVTT - a song

STYLE
::cue { color: red }

NOTE not --> a cue

intro
00:12.000 --> 00:15.500 line:0
<v Ann>Hold <00:12.600>on &amp; <00:13.000><c.loud>on</c>

00:00:16.000 --> 00:00:18.000
Lights
`

describe.each([
  ['as it is', (text: string) => text],
  ['with a byte order mark and CRLF', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
])('%s', (_form, form) => {
  test('SRT', () => {
    expect(parseLyrics(form(srt))).toMatchObject({
      kind: 'line',
      format: 'srt',
      lines: [
        { startMs: 12_000, endMs: 15_500, text: 'Lights along the river' },
        { startMs: 60_000, endMs: 62_000, text: '川' },
      ],
    })
  })

  test('WebVTT, with words and voices', () => {
    const lyrics = parseLyrics(form(vtt))
    expect(lyrics).toMatchObject({
      kind: 'word',
      format: 'webvtt',
      lines: [
        { startMs: 12_000, endMs: 15_500, text: 'Hold on & on', voice: 'Ann' },
        { startMs: 16_000, endMs: 18_000, text: 'Lights', words: [] },
      ],
      skipped: { malformed: 1 },
    })
    expect(lyrics.kind === 'plain' ? [] : lyrics.lines[0]?.words).toEqual([
      { startMs: 12_000, endMs: 12_600, text: 'Hold ' },
      { startMs: 12_600, endMs: 13_000, text: 'on & ' },
      { startMs: 13_000, endMs: 15_500, text: 'on' },
    ])
  })
})

test('cues without a time, and plain text with arrows, lose nothing silently', () => {
  expect(parseLyrics('WEBVTT\n\nbroken --> 00:02.000\na').skipped.malformed).toBe(1)
  expect(parseLyrics('one --> two\nthree')).toMatchObject({ kind: 'plain', lines: ['one --> two', 'three'] })
})
