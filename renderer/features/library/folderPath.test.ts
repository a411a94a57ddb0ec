import { expect, it } from 'vitest'
import { stepsTo } from './folderPath.ts'

it('leads from the folder of the library to one inside it', () => {
  const roots = [{ path: '/music', name: 'music' }]
  expect(stepsTo('/music/Mira Vale/Slow Harbour', roots)).toEqual([
    { name: 'music', path: '/music' },
    { name: 'Mira Vale', path: '/music/Mira Vale' },
    { name: 'Slow Harbour', path: '/music/Mira Vale/Slow Harbour' },
  ])
  expect(stepsTo('/music', roots)).toEqual([{ name: 'music', path: '/music' }])
})

it('takes a folder that only begins with the same letters for another one', () => {
  expect(stepsTo('/music2/x', [{ path: '/music', name: 'music' }])).toEqual([{ name: 'x', path: '/music2/x' }])
})

it('reads paths of Windows, a whole disk too', () => {
  expect(stepsTo('D:\\Ada\\Live', [{ path: 'D:\\', name: 'D:' }])).toEqual([
    { name: 'D:', path: 'D:\\' },
    { name: 'Ada', path: 'D:\\Ada' },
    { name: 'Live', path: 'D:\\Ada\\Live' },
  ])
})
