import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { generated, hostilePage } from '../../../../testkit/nodelink/index.ts'
import { failure, FailureError } from '../../../../src/contract/index.ts'
import { nodeSourceOver, reachNode } from './testing/index.ts'

const sound = generated(30_000)

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'fine'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

const asked = (requests: readonly { readonly path: string; readonly query: URLSearchParams }[]) =>
  requests.filter(({ path }) => path === '/v4/loadtracks').map(({ query }) => query.get('identifier'))

describe.each(['single', 'cluster'] as const)('words, asked of a node in %s mode', (mode) => {
  test('three sources at most find them, the best of each in turn, one recording once', async () => {
    const sources = ['youtube', 'local', 'spotify', 'soundcloud', 'deezer', 'bandcamp', 'http', 'ytmusic']
    const reached = await reachNode('home', { mode, sources })
    const { node } = reached
    node.addTrack({ source: 'deezer', title: 'Ferry one', sound, isrc: 'USABC1234567' })
    node.addTrack({ source: 'deezer', title: 'Ferry two', sound })
    node.addTrack({ source: 'ytmusic', title: 'Ferry one (again)', sound, isrc: 'US-ABC-12-34567' })
    node.addTrack({ source: 'ytmusic', title: 'Ferry three', sound })
    node.addTrack({ source: 'soundcloud', title: 'Ferry four', sound })
    node.addTrack({ source: 'spotify', title: 'Ferry not asked for', sound })
    const { search, tracks } = nodeSourceOver([reached])
    const found = (await search('  ferry ')).tracks
    expect(asked(node.requests)).toEqual(['dzsearch:ferry', 'ytmsearch:ferry', 'scsearch:ferry'])
    expect(found.map(({ title, source }) => `${title} ${source}`)).toEqual([
      'Ferry one deezer',
      'Ferry four soundcloud',
      'Ferry two deezer',
      'Ferry three ytmusic',
    ])
    for (const track of found) expect(tracks.trackById(track.id)?.track).toEqual(track)
  })

  test('a source that the node turns out not to have costs its own results, and is not the end', async () => {
    const reached = await reachNode('home', { mode, sources: ['youtube'] })
    reached.node.addTrack({ title: 'Ferry', sound })
    const wrong = { ...reached, usable: { ...reached.usable, sources: ['youtube', 'deezer'] } }
    const { search, missed } = nodeSourceOver([wrong])
    expect((await search('ferry')).tracks.map(({ title }) => title)).toEqual(['Ferry'])
    expect(missed).toEqual([])
    const none = { ...reached, usable: { ...reached.usable, sources: ['deezer'] } }
    expect(await codeOf(nodeSourceOver([none]).search('ferry'))).toBe('node-source-missing')
  })

  test('an error that the node tells in its own way reaches the person', async () => {
    const reached = await reachNode('home', { mode, sources: ['youtube', 'http'] })
    const { search } = nodeSourceOver([reached])
    expect(await codeOf(search('http://127.0.0.1:9/nothing.mp3'))).toBe('node-load-failed')
  })
})

test('nothing found is an empty answer, and a single letter asks nobody', async () => {
  const reached = await reachNode('home', { sources: ['youtube'] })
  const { search } = nodeSourceOver([reached])
  expect((await search('nothing of that name')).tracks).toEqual([])
  for (const text of ['', ' ', 'a', '?!', '/ /']) expect((await search(text)).tracks).toEqual([])
  expect(asked(reached.node.requests)).toEqual(['ytsearch:nothing of that name'])
  await search('雪')
  expect(asked(reached.node.requests)).toHaveLength(2)
})

test('asked again within minutes it costs nothing; later it does', async () => {
  const reached = await reachNode('home', { sources: ['youtube'] })
  reached.node.addTrack({ title: 'Ferry', sound })
  const { search, pass } = nodeSourceOver([reached])
  const first = await search('ferry')
  expect(await search('ferry', { isTyping: true })).toEqual(first)
  expect(reached.node.requests).toHaveLength(1)
  pass(11 * 60_000)
  await search('ferry')
  expect(reached.node.requests).toHaveLength(2)
})

test('while somebody types, nothing is sent; what was called off never is', async () => {
  const reached = await reachNode('home', { sources: ['youtube'] })
  const { search, pass } = nodeSourceOver([reached])
  const letters = ['fe', 'fer', 'ferr', 'ferry'].map((text) => {
    const typed = new AbortController()
    return { typed, answer: codeOf(search(text, { signal: typed.signal, isTyping: true })) }
  })
  await setImmediate()
  pass(299)
  // Whatever was sent before this is there by now.
  await reached.usable.client.version({ urgency: 'search', signal: new AbortController().signal })
  expect(asked(reached.node.requests)).toEqual([])
  for (const { typed } of letters.slice(0, -1)) typed.abort()
  pass(1)
  expect(await Promise.all(letters.map(({ answer }) => answer))).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
    'fine',
  ])
  expect(asked(reached.node.requests)).toEqual(['ytsearch:ferry'])
})

test('a search that is called off while it waits for its turn leaves no trace at the node', async () => {
  const reached = await reachNode('home', { sources: ['youtube'] })
  const { search } = nodeSourceOver([reached])
  // The window of searches is full: the next one waits.
  await Promise.all(Array.from({ length: 20 }, (_, index) => search(`word ${index}`)))
  const late = new AbortController()
  const answer = codeOf(search('late', { signal: late.signal }))
  while (reached.governor.waiting() === 0) await setImmediate()
  late.abort()
  expect(await answer).toBe('cancelled')
  expect(reached.governor.waiting()).toBe(0)
  expect(asked(reached.node.requests)).not.toContain('ytsearch:late')
})

test('two that want the same are answered by one request, also when one of them goes away', async () => {
  const reached = await reachNode('home', { sources: ['youtube'] })
  reached.node.addTrack({ title: 'Ferry', sound })
  reached.node.faults.add('/v4/loadtracks', { kind: 'delay', delayMs: 100 })
  const { search } = nodeSourceOver([reached])
  const leaving = new AbortController()
  const left = codeOf(search('ferry', { signal: leaving.signal }))
  const stayed = search('ferry')
  while (reached.node.requests.length === 0) await setImmediate()
  leaving.abort()
  expect(await left).toBe('cancelled')
  expect((await stayed).tracks).toHaveLength(1)
  expect(reached.node.requests).toHaveLength(1)
})

test('what a slow source finds comes behind what is there already', async () => {
  const reached = await reachNode('home', { sources: ['deezer', 'youtube'] })
  reached.node.addTrack({ source: 'deezer', title: 'Ferry of the catalogue', sound })
  reached.node.addTrack({ source: 'youtube', title: 'Ferry of everything', sound })
  const slow = Promise.withResolvers<void>()
  const { client } = reached.usable
  const held = {
    ...reached,
    usable: {
      ...reached.usable,
      client: {
        ...client,
        load: async (identifier: string, asking: Parameters<typeof client.load>[1]) => {
          if (identifier.startsWith('dzsearch:')) await slow.promise
          return client.load(identifier, asking)
        },
      },
    },
  }
  const told: string[][] = []
  const { search, pass } = nodeSourceOver([held])
  const whole = search('ferry', { tell: ({ tracks }) => told.push(tracks.map(({ title }) => title)) })
  while (reached.node.requests[0]?.end !== 'complete') await setImmediate()
  while (told.length === 0) {
    await setImmediate()
    pass(600)
  }
  expect(told).toEqual([['Ferry of everything']])
  slow.resolve()
  expect((await whole).tracks.map(({ title }) => title)).toEqual(['Ferry of everything', 'Ferry of the catalogue'])
})

describe('nodes that cannot be asked', () => {
  test('without a node there is no source', () => {
    expect(nodeSourceOver([]).isThere()).toBe(false)
  })

  test('why it cannot be asked is what is answered', async () => {
    const reached = await reachNode('home')
    const away = nodeSourceOver([reached], failure('node-locked-out', { minutes: 4 }))
    expect(away.isThere()).toBe(true)
    expect(await codeOf(away.search('ferry'))).toBe('node-locked-out')
    expect(reached.node.requests).toEqual([])
  })

  test('with no source switched on that can be searched, nothing is asked', async () => {
    const reached = await reachNode('home', { sources: ['local', 'http', 'flowery'] })
    expect(await codeOf(nodeSourceOver([reached]).search('ferry'))).toBe('node-no-sources')
    expect(reached.node.requests).toEqual([])
  })

  test('one that is gone is told of, and the next one answers', async () => {
    const first = await reachNode('first', { sources: ['youtube'] })
    const second = await reachNode('second', { sources: ['youtube'] })
    second.node.addTrack({ title: 'Ferry', sound })
    first.node.kill()
    const { search, missed } = nodeSourceOver([first, second])
    expect((await search('ferry')).tracks).toHaveLength(1)
    expect(missed).toMatchObject([{ nodeId: 'first', error: { code: 'node-unreachable' } }])
  })
})

describe('links', () => {
  test('to a track, as the track', async () => {
    const reached = await reachNode('home')
    reached.node.addTrack({ title: 'Ferry', sound, uri: 'https://tube.example/w?v=1' })
    const found = await nodeSourceOver([reached]).search(' https://tube.example/w?v=1 ')
    expect(found).toMatchObject({ tracks: [{ title: 'Ferry' }], list: null })
  })

  test.each(['playlist', 'album', 'artist'] as const)('to a list (%s), as a list of any length', async (loadType) => {
    const reached = await reachNode('home')
    const { node } = reached
    const tracks = Array.from({ length: 300 }, (_, index) => node.addTrack({ title: `Ferry ${index}`, sound }))
    node.addList({ uri: 'https://tube.example/l', name: 'Ferries', tracks, loadType })
    const source = nodeSourceOver([reached])
    const found = await source.search('https://tube.example/l')
    expect(found).toMatchObject({ tracks: [], list: { name: 'Ferries', trackCount: 300, source: 'youtube' } })
    const ids = source.lists.trackIds(found.list?.id ?? '')
    expect(source.tracks.tracksByIds(ids).map(({ track }) => track.title)).toEqual(tracks.map(({ info }) => info.title))
  })

  test.each([
    'file:///etc/hostname',
    'ftts://speak/this',
    '/etc/hostname',
    '/home/me/a.mp3',
    String.raw`C:\music\a.mp3`,
    String.raw`\\server\share\a.mp3`,
    '~/music/a.mp3',
    '//a.example/a.mp3',
    'ftp://a.example/a.mp3',
    'https://',
    'https://a.example/a b',
  ])('%s never reaches the node', async (text) => {
    const reached = await reachNode('home')
    expect(await codeOf(nodeSourceOver([reached]).search(text))).toBe('link-not-web')
    expect(reached.node.requests).toEqual([])
  })

  test.each([
    'http://192.168.1.1/admin',
    'http://10.0.0.1/',
    'http://[::1]:8080/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://0x7f.1/',
    'http://localhost:3000/',
    'http://router/',
    'http://nas.local/a.mp3',
    'http://x.home.arpa/',
  ])('%s lies at home and is not asked for', async (url) => {
    const reached = await reachNode('home')
    const elsewhere = { ...reached, usable: { ...reached.usable, host: 'node.example' } }
    expect(await codeOf(nodeSourceOver([elsewhere]).search(url))).toBe('link-at-home')
    expect(reached.node.requests).toEqual([])
  })

  test("what lies at the node's own address may be asked for, of that node alone", async () => {
    const elsewhere = await reachNode('elsewhere')
    const own = await reachNode('own')
    const far = { ...elsewhere, usable: { ...elsewhere.usable, host: 'node.example' } }
    const url = `${own.node.address}/some.mp3`
    own.node.addTrack({ title: 'At home', sound, uri: url })
    const found = await nodeSourceOver([far, own]).search(url)
    expect(found.tracks.map(({ title }) => title)).toEqual(['At home'])
    expect(elsewhere.node.requests).toEqual([])
  })
})

test.each(['album: Ferry', 'ISRC:USABC1234567', 'channel:x', '/ /evil.example', '/speak'])(
  'words that the node would take for something else are sent as words: %s',
  async (text) => {
    const reached = await reachNode('home', { sources: ['youtube'] })
    await nodeSourceOver([reached]).search(text)
    expect(asked(reached.node.requests)[0]).toMatch(/^ytsearch:(?:album|isrc|channel|evil|speak)/i)
    expect(asked(reached.node.requests)[0]).not.toMatch(/^ytsearch:(?:\/|\w+:)/)
  },
)

describe('hostile answers', () => {
  test.each([
    ['html', { kind: 'body', body: hostilePage, contentType: 'text/html' }],
    ['half a body', { kind: 'body', body: '{"loadType":"search","data":[{"enc', contentType: 'application/json' }],
    ['no list', { kind: 'body', body: '{"loadType":"search","data":{}}', contentType: 'application/json' }],
    ['a huge header', { kind: 'hostile', what: 'huge-header' }],
    ['a bomb', { kind: 'hostile', what: 'gzip-bomb' }],
  ] as const)('%s is refused with words', async (_name, fault) => {
    const reached = await reachNode('home', { sources: ['youtube'] })
    reached.node.faults.add('/v4/loadtracks', fault)
    expect(await codeOf(nodeSourceOver([reached]).search('ferry'))).toBe('node-answer-unreadable')
  })

  test('of a list with nonsense in it the rest is kept', async () => {
    const reached = await reachNode('home', { sources: ['youtube'] })
    const good = reached.node.addTrack({ title: 'Good', sound })
    const data = [
      null,
      7,
      { encoded: 5 },
      { encoded: '' },
      good,
      { encoded: 'x', info: { title: ['a'], length: 'long' } },
    ]
    const body = JSON.stringify({ loadType: 'search', data })
    reached.node.faults.add('/v4/loadtracks', { kind: 'body', body, contentType: 'application/json' })
    const { tracks } = await nodeSourceOver([reached]).search('good')
    expect(tracks.map(({ title, artists, durationMs }) => [title, artists, durationMs])).toEqual([
      ['Good', [], 30_000],
      ['', [], null],
    ])
  })
})
