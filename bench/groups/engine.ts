import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { root } from '../../e2e/harness/index.ts'
import { PlaybackCore } from '../../renderer/player/engine/worklet/core.ts'
import { startMediaServer } from '../../testkit/media/index.ts'
import { launchBrowser } from '../browser/chromium.ts'
import type { Bench, Group } from '../group.ts'
import { formats, track, trackSeconds } from '../material/tracks.ts'
import { beside, limited, median, p95, type Figure } from '../report/index.ts'

const rateHz = 48_000
const quantumFrames = 128
/** Time there is for one quantum, in µs. */
const quantumUs = (quantumFrames / rateHz) * 1e6

/** The two halves of the engine without a device: what rendering costs, and how fast tracks decode. */
export const engine: Group = {
  name: 'engine',
  run: async (bench) => [...rendering(bench), ...(await decoding(bench))],
}

/** One minute of noise in the worklet's core, rendered quantum by quantum in Node. */
function rendering(bench: Bench): readonly Figure[] {
  const seconds = 60
  const source = Float32Array.from({ length: seconds * rateHz }, () => Math.random() - 0.5)
  const left = new Float32Array(quantumFrames)
  const right = new Float32Array(quantumFrames)
  const kinds = { exact: [] as number[], rate: [] as number[], copy: [] as number[], worst: [] as number[] }
  for (let round = -1; round < bench.runs(8); round += 1) {
    const exact = renderAll(source, 0, left, right)
    const rate = renderAll(source, 100, left, right)
    const copy = copyAll(source, left, right)
    if (round < 0) continue
    kinds.exact.push(median(exact))
    kinds.rate.push(median(rate))
    kinds.copy.push(median(copy))
    kinds.worst.push(p95(exact), p95(rate))
  }
  const unit = 'µs a quantum'
  const peer = { what: 'copying the same frames', value: median(kinds.copy) }
  const budget = quantumUs * 0.05
  return [
    beside(
      { id: 'engine.render.exact', what: 'rendering at rate 1 (samples untouched)', unit },
      median(kinds.exact),
      peer,
    ),
    beside({ id: 'engine.render.rate', what: 'rendering at +100 ppm (interpolated)', unit }, median(kinds.rate), peer),
    limited(
      { id: 'engine.render.p95', what: 'rendering, the dearer of both, p95, against 5 % of the time there is', unit },
      p95(kinds.worst),
      budget,
    ),
  ]
}

/** Plays the source through a fresh core and times each quantum, in µs. */
function renderAll(source: Float32Array, ppm: number, left: Float32Array, right: Float32Array): number[] {
  const core = new PlaybackCore(rateHz, { report: () => undefined, demand: () => undefined })
  core.handle({ kind: 'load', streamId: 1, generation: 0, startFrame: 0, gain: 1, play: true })
  if (ppm !== 0) core.handle({ kind: 'rate', ppm })
  const chunk = 8192
  const times: number[] = []
  let delivered = 0
  for (let frame = 0; frame + quantumFrames <= source.length; frame += quantumFrames) {
    // Half a second ahead, in chunks as the decoder sends them; not part of the time.
    while (delivered < source.length && delivered < frame + rateHz / 2) {
      const samples = source.slice(delivered, delivered + chunk)
      core.deliver({
        kind: 'chunk',
        streamId: 1,
        generation: 0,
        startFrame: delivered,
        left: samples,
        right: samples.slice(),
      })
      delivered += samples.length
    }
    const from = performance.now()
    core.render(left, right, frame)
    times.push((performance.now() - from) * 1000)
  }
  return times
}

function copyAll(source: Float32Array, left: Float32Array, right: Float32Array): number[] {
  const times: number[] = []
  for (let frame = 0; frame + quantumFrames <= source.length; frame += quantumFrames) {
    const from = performance.now()
    left.set(source.subarray(frame, frame + quantumFrames))
    right.set(source.subarray(frame, frame + quantumFrames))
    times.push((performance.now() - from) * 1000)
  }
  return times
}

/** Whole tracks through the engine's decode pipeline in Chromium, as fast as it goes, beside ffmpeg's decode of the same file. */
async function decoding(bench: Bench): Promise<readonly Figure[]> {
  const pageFolder = path.join(bench.folder, 'page')
  await mkdir(pageFolder, { recursive: true })
  await build({
    configFile: false,
    root: path.join(root, 'bench', 'decode-page'),
    base: './',
    logLevel: 'error',
    build: { outDir: pageFolder, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  })
  const media = await startMediaServer(pageFolder)
  const browser = await launchBrowser()
  try {
    const page = await browser.context.newPage()
    await page.goto(`${media.origin}/page/index.html`)
    await page.waitForFunction('window.decodeWhole')
    const cases = [
      ...formats.map((format) => ({
        id: format,
        what: `decoding ${format}`,
        format,
        contextRateHz: format === 'opus' || format === 'webm' ? 48_000 : 44_100,
      })),
      { id: 'flac-resampled', what: 'decoding flac, 44.1 to 48 kHz', format: 'flac' as const, contextRateHz: 48_000 },
    ]
    const figures: Figure[] = []
    for (const { id, what, format, contextRateHz } of cases) {
      const file = await track(format)
      const own: number[] = []
      const peer: number[] = []
      for (let round = -1; round < bench.runs(3); round += 1) {
        bench.tell(`engine: ${what}`)
        const job = { url: media.urlOf(file), contextRateHz }
        const seconds = await page.evaluate((wanted) => window.decodeWhole(wanted), job)
        const ffmpegSeconds = await timeFfmpeg(file, contextRateHz)
        if (round < 0) continue
        own.push(trackSeconds / seconds)
        peer.push(trackSeconds / ffmpegSeconds)
      }
      figures.push(
        beside({ id: `engine.decode.${id}`, what, unit: '× realtime' }, median(own), {
          what: 'ffmpeg, whole process',
          value: median(peer),
        }),
      )
    }
    return figures
  } finally {
    await browser.close()
    await media.close()
  }
}

/** Time of an ffmpeg process that decodes the file to float samples and throws them away, in seconds. */
async function timeFfmpeg(file: string, rateHz: number): Promise<number> {
  const from = performance.now()
  const shape = ['-ac', '2', '-ar', String(rateHz), '-c:a', 'pcm_f32le', '-f', 'null', '-']
  const child = spawn('ffmpeg', ['-nostdin', '-v', 'error', '-threads', '1', '-i', file, ...shape], { stdio: 'ignore' })
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`)
  return (performance.now() - from) / 1000
}
