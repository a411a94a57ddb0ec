import type { Page } from 'playwright-core'
import type { TapBlock } from '../../renderer/player/engine/index.ts'

/** The rate at which the app is made to render if nothing is said: that of most recordings, so that they come out bit for bit. */
const usualRateHz = 44_100

/** What was rendered, without the silence before and after it. */
export interface Heard {
  readonly left: Float32Array
  readonly right: Float32Array
}

/** Hears what the whole app renders, from the moment its page was opened again. */
export interface Ear {
  /** Waits until so many frames have been rendered from now on. */
  more(frames: number): Promise<void>
  /** Waits until something sounds. */
  untilSound(): Promise<void>
  /** Waits for silence and answers everything before it. */
  untilQuiet(): Promise<Heard>
  heard(): Promise<Heard>
  forget(): Promise<void>
}

/** An app that can be listened to: the page it is shown in, and its address. */
interface Listened {
  page(): Page
  address(): string
}

/** Opens the app's page again, with its output at a rate of the test's, and listens. */
export async function listenTo(app: Listened, sampleRateHz = usualRateHz): Promise<Ear> {
  const page = app.page()
  await page.addInitScript((rate) => {
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super({ ...options, sampleRate: rate })
      }
    }
  }, sampleRateHz)
  const address = new URL(app.address())
  address.searchParams.set('listen', '')
  await page.goto(address.href)
  await page.waitForFunction(() => window.melofyListen !== undefined)
  return earOf(page)
}

async function earOf(page: Page): Promise<Ear> {
  const blocks = await page.evaluateHandle(() => {
    const heard: TapBlock[] = []
    window.melofyListen?.((block) => heard.push(block))
    return heard
  })
  const heard = async (): Promise<Heard> => {
    const texts = await blocks.evaluate((all) => {
      const toText = (samples: readonly Float32Array[]) => {
        const parts = samples.map(({ buffer, byteOffset, byteLength }) =>
          String.fromCharCode(...new Uint8Array(buffer, byteOffset, byteLength)),
        )
        return btoa(parts.join(''))
      }
      return [toText(all.map(({ left }) => left)), toText(all.map(({ right }) => right))]
    })
    const [left = new Float32Array(), right = new Float32Array()] = texts.map(fromText)
    return trimmed({ left, right })
  }
  return {
    heard,
    async more(frames) {
      const before = await blocks.evaluate((all) => all.length)
      await page.waitForFunction(
        ([all, count, wanted]) => all.slice(count).reduce((sum, { left }) => sum + left.length, 0) >= wanted,
        [blocks, before, frames] as const,
      )
    },
    async untilSound() {
      await page.waitForFunction((all) => all.some(({ left }) => left.some((sample) => sample !== 0)), blocks)
    },
    async untilQuiet() {
      await page.waitForFunction((all) => all.at(-1)?.left.every((sample) => sample === 0) === true, blocks)
      return heard()
    },
    forget: () => blocks.evaluate((all) => void all.splice(0)),
  }
}

function trimmed({ left, right }: Heard): Heard {
  const sounds = (sample: number, frame: number): boolean => sample !== 0 || right[frame] !== 0
  const first = left.findIndex(sounds)
  return first < 0
    ? { left: left.slice(0, 0), right: right.slice(0, 0) }
    : {
        left: left.slice(first, left.findLastIndex(sounds) + 1),
        right: right.slice(first, left.findLastIndex(sounds) + 1),
      }
}

function fromText(text: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer)
}
