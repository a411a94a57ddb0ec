import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickVariant, readPlaylist } from './playlist.ts'
import { decrypted, withoutStamp } from './segment.ts'

const address = 'https://cdn.example/a/list.m3u8?token=1'
const text = (...lines: readonly string[]): string => ['#EXTM3U', ...lines].join('\n')

describe('a playlist', () => {
  it('of forms: sound alone first, as good as the line carries', () => {
    const playlist = readPlaylist(
      text(
        '#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=640x360',
        'film.m3u8',
        '#EXT-X-STREAM-INF:BANDWIDTH=70000,CODECS="mp4a.40.5"',
        'low.m3u8',
        '#EXT-X-STREAM-INF:BANDWIDTH=200000,AVERAGE-BANDWIDTH=160000,CODECS="mp4a.40.2"',
        '/b/high.m3u8',
      ),
      address,
    )
    if (playlist.kind !== 'variants') throw new Error(playlist.kind)
    const pick = (allowed: number, least = false): string | undefined =>
      pickVariant(playlist.variants, allowed, least)?.url
    expect(pick(Infinity)).toBe('https://cdn.example/b/high.m3u8')
    expect(pick(100_000)).toBe('https://cdn.example/a/low.m3u8')
    expect(pick(1000)).toBe('https://cdn.example/a/low.m3u8')
    expect(pick(Infinity, true)).toBe('https://cdn.example/a/low.m3u8')
  })

  it('of forms whose sound lies by itself', () => {
    const playlist = readPlaylist(
      text(
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x, y",URI="sound.m3u8"',
        '#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360,AUDIO="a"',
        'film.m3u8',
      ),
      address,
    )
    expect(playlist).toMatchObject({ kind: 'variants', variants: [{ url: 'https://cdn.example/a/sound.m3u8' }] })
  })

  it('of segments: ranges, heads, keys and their places', () => {
    const playlist = readPlaylist(
      text(
        '#EXT-X-MEDIA-SEQUENCE:7',
        '#EXT-X-MAP:URI="head.mp4",BYTERANGE="100@0"',
        '#EXT-X-KEY:METHOD=AES-128,URI="key"',
        '#EXTINF:4,',
        '#EXT-X-BYTERANGE:500@100',
        'all.mp4',
        '#EXTINF:4,',
        '#EXT-X-BYTERANGE:600',
        'all.mp4',
        '#EXT-X-KEY:METHOD=NONE',
        '#EXTINF:4,',
        'last.mp4',
        '#EXT-X-ENDLIST',
      ),
      address,
    )
    if (playlist.kind !== 'segments') throw new Error(playlist.kind)
    const [first, second, third] = playlist.segments
    expect(first).toMatchObject({
      range: { start: 100, length: 500 },
      map: { url: 'https://cdn.example/a/head.mp4', range: { start: 0, length: 100 } },
      key: { url: 'https://cdn.example/a/key' },
    })
    expect(first?.key?.iv.at(-1)).toBe(7)
    expect(second).toMatchObject({ range: { start: 600, length: 600 } })
    expect(second?.key?.iv.at(-1)).toBe(8)
    expect(third).toMatchObject({ range: null, key: null })
  })

  it.each([
    ['live', text('#EXTINF:4,', 'a.ts')],
    ['sample encryption', text('#EXT-X-KEY:METHOD=SAMPLE-AES,URI="k"', '#EXTINF:4,', 'a.ts', '#EXT-X-ENDLIST')],
    [
      'a key of somebody',
      text('#EXT-X-KEY:METHOD=AES-128,KEYFORMAT="com.x",URI="k"', '#EXTINF:4,', 'a.ts', '#EXT-X-ENDLIST'),
    ],
    ['files', text('#EXTINF:4,', 'file:///etc/passwd', '#EXT-X-ENDLIST')],
    ['nothing', text('#EXT-X-ENDLIST')],
    ['a page', '<html>'],
  ])('is of no use: %s', (_, given) => {
    expect(readPlaylist(given, address)).toEqual({ kind: 'unusable' })
  })

  it('that is anything at all is read or refused, and leads to the web alone', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '#EXT-X-ENDLIST',
        '#EXTINF:1,',
        '#EXT-X-BYTERANGE:5@1',
        '#EXT-X-BYTERANGE:5',
        '#EXT-X-KEY:METHOD=AES-128,URI="k",IV=0x1',
        '#EXT-X-MAP:URI="m"',
        '#EXT-X-STREAM-INF:BANDWIDTH=1',
        'a.ts',
        'javascript:1',
        '//x/y',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const playlist = readPlaylist(text(...lines), address)
        const urls =
          playlist.kind === 'segments'
            ? playlist.segments.flatMap(({ url, map, key }) => [url, map?.url ?? url, key?.url ?? url])
            : playlist.kind === 'variants'
              ? playlist.variants.map(({ url }) => url)
              : []
        for (const url of urls) expect(url).toMatch(/^https?:/u)
      }),
    )
  })
})

describe('a segment', () => {
  it('comes out of its encryption', () => {
    const [key, iv, plain] = [randomBytes(16), randomBytes(16), randomBytes(1000)]
    const cipher = createCipheriv('aes-128-cbc', key, iv)
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    expect(Buffer.from(decrypted(sealed, key, iv)).equals(plain)).toBe(true)
    expect(() => decrypted(sealed.subarray(0, -1), key, iv)).toThrow('wrong final block length')
  })

  it('loses the stamp of its time, and nothing else', () => {
    const sound = Buffer.from([0xff, 0xf1, 1, 2, 3])
    const stamp = Buffer.concat([
      Buffer.from('ID3\u0004\0\0', 'latin1'),
      Buffer.from([0, 0, 0, 63]),
      Buffer.alloc(63, 1),
    ])
    expect(withoutStamp(Buffer.concat([stamp, stamp, sound]))).toEqual(sound)
    expect(withoutStamp(sound)).toEqual(sound)
    expect(withoutStamp(stamp.subarray(0, 20))).toHaveLength(0)
  })
})
