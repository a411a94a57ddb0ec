import { describe, expect, it } from 'vitest'
import { browserCommand } from './openBrowser.ts'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('reads folders, ports and files, relative to where it was called', () => {
    expect(readOptions([], {}, '/home/ann')).toEqual({ dataFolder: null, port: 0, open: false, paths: [] })
    expect(
      readOptions(
        ['--data', 'data', '--port', '8080', '--open', 'a b.flac', '/music', '--', '-x.mp3'],
        {},
        '/home/ann',
      ),
    ).toEqual({
      dataFolder: '/home/ann/data',
      port: 8080,
      open: true,
      paths: ['/home/ann/a b.flac', '/music', '/home/ann/-x.mp3'],
    })
  })

  it('takes the port from the environment when the command line names none', () => {
    expect(readOptions([], { MELOFY_PORT: '8081' }, '/').port).toBe(8081)
    expect(readOptions(['--port', '1'], { MELOFY_PORT: '8081' }, '/').port).toBe(1)
  })

  it('refuses what it does not understand', () => {
    for (const port of ['x', '-1', '65536', '', '1e3'])
      expect(() => readOptions([`--port=${port}`], {}, '/')).toThrow(/port/i)
    expect(() => readOptions(['--colour'], {}, '/')).toThrow(/--colour/)
  })
})

describe('browserCommand', () => {
  it('hands the address over as one argument everywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(browserCommand(platform, 'http://127.0.0.1/a&b').at(1)).toContain('http://127.0.0.1/a&b')
    }
  })
})
