import { expect, test } from 'vitest'
import { silentLog } from '../log/index.ts'
import { createKeyv } from './keyv.ts'

test('an entry that was spoilt where it lies is a miss', async () => {
  const keyv = createKeyv(new Map([['melofy:a', '{"value":']]), silentLog)
  expect(await keyv.get('a')).toBeUndefined()
})
