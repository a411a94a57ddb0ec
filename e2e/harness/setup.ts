import { afterAll } from 'vitest'
import { closeSharedChromium } from './chromium.ts'

/** Before every end-to-end file: what its tests share ends with it. */
afterAll(closeSharedChromium)
