import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('reads folders, ports and files, relative to where it was called', () => {
    expect(readOptions([], {}, '/home/ann')).toEqual({
      kind: 'run',
      options: { dataFolder: null, port: 0, open: false, paths: [] },
    })
    const args = ['--data', 'data', '--port', '8080', '--open', 'a b.flac', '/music', '--', '-x.mp3', '--help']
    expect(readOptions(args, {}, '/home/ann')).toEqual({
      kind: 'run',
      options: {
        dataFolder: '/home/ann/data',
        port: 8080,
        open: true,
        paths: ['/home/ann/a b.flac', '/music', '/home/ann/-x.mp3', '/home/ann/--help'],
      },
    })
  })

  it('takes the port from the environment when the command line names none', () => {
    const env = { MELOFY_PORT: '8081' }
    expect(readOptions([], env, '/')).toMatchObject({ options: { port: 8081 } })
    expect(readOptions(['--port', '1'], env, '/')).toMatchObject({ options: { port: 1 } })
  })

  it('tells what it was asked to tell', () => {
    for (const args of [['--help'], ['-h'], ['--open', '-h', 'a.flac']])
      expect(readOptions(args, {}, '/')).toEqual({ kind: 'help' })
  })

  it('says what it does not understand', () => {
    for (const port of ['x', '-1', '65536', '', '1e3'])
      expect(readOptions([`--port=${port}`], {}, '/')).toEqual({ kind: 'mistake', mistake: 'port', given: port })
    for (const given of ['--colour', '-x', '--no-open', '--Help'])
      expect(readOptions([given], {}, '/')).toEqual({ kind: 'mistake', mistake: 'option', given })
    expect(readOptions(['--colour=red'], {}, '/')).toMatchObject({ mistake: 'option', given: '--colour' })
    for (const args of [['--data'], ['--data', '--open']])
      expect(readOptions(args, {}, '/')).toEqual({ kind: 'mistake', mistake: 'value', given: '--data' })
  })
})
