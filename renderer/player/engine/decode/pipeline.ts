import { failure, FailureError, type Failure } from '../../../../src/failure/index.ts'
import type { Delivery, OpenStream, StreamFacts } from '../protocol.ts'
import type { Segment } from '../types.ts'
import type { ByteSource } from './byte-source.ts'
import { Chunker } from './chunker.ts'
import { createPacketDecoder, type PacketDecoder } from './decoder.ts'
import { type StereoBlock, toStereoBlock } from './downmix.ts'
import { Edges } from './edges.ts'
import { toFailure } from './failures.ts'
import { begunSeconds, Lead } from './lead.ts'
import { openPackets } from './open.ts'
import type { Packet, PacketReader } from './packets.ts'
import { Resampler, type StereoSamples } from './resampler.ts'
import { endAnew, type Rates, resamplerBehind, type Seam } from './seam.ts'
import { withinSegment } from './segment.ts'
import { Trimmer } from './trimmer.ts'
import { Turns } from './turns.ts'

/** Longest stretch of decoding in which no message is heard, in ms. */
const turnMs = 4
/** Packets in a row that may fail before the file counts as damaged. */
const failuresLimit = 20
/** Times that bytes may change under a track before any of it comes. */
const reopeningsLimit = 3
/** Samples wait for others to be sent with them, but not for such as are this long on their way, in ms. */
const gatheringLimitMs = 50

export interface PipelineOptions {
  readonly streamId: number
  readonly source: ByteSource
  /** The part of the file that the track is; null for the whole of it. */
  readonly segment: Segment | null
  readonly contextRateHz: number
  readonly purpose: OpenStream['purpose']
  /** Work begins once this resolves: what somebody waits to hear comes before what follows it. Left out, at once. */
  readonly turn?: Promise<unknown>
  send(delivery: Delivery, transfer: Transferable[]): void
  onOpened(facts: StreamFacts): void
  /** The length became exact, in context frames. */
  onLength(totalFrames: number): void
  /** `delivered`: whether any sound of the track went out before. */
  onFailed(error: Failure, delivered: boolean): void
}

/** One run of the decoder from a start to the end of the track; a seek ends it and begins another. */
interface Run {
  readonly startFrame: number
  readonly generation: number
  readonly seam: Seam | null
  readonly chunker: Chunker
  readonly edges: Edges
  resampler: Resampler | null
  /** Whether the track before this one was given the first samples. */
  headTold: boolean
  cancelled: boolean
}

/**
 * Turns one track into chunks of samples at the context's rate: reads packets, decodes, trims, resamples, and keeps a window
 * of decoded audio ahead of where playback stands.
 */
export class StreamPipeline {
  /** Resolves when the beginning is decoded, or when there will be none. */
  readonly begun: Promise<void>
  private readonly options: PipelineOptions
  private readonly tellBegun: () => void
  private opening: Promise<PacketReader> | null = null
  private reader: PacketReader | null = null
  private decoder: PacketDecoder | null = null
  private trimmer: Trimmer | null = null
  private run: Run | null = null
  private readonly lead: Lead
  private delivered = false
  private prepared = false
  private closed = false
  /** Times the bytes changed since a frame went out, and which frame was due then. */
  private reopenings = { count: 0, atFrame: -1 }
  private heir: StreamPipeline | null = null
  private seam: Seam | null = null
  /** The end of the track before this one, when that was known before this one was open. */
  private seamAhead: Seam | null = null

  constructor(options: PipelineOptions) {
    this.options = options
    this.lead = new Lead(options.contextRateHz, options.purpose)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.begun = promise
    this.tellBegun = resolve
  }

  /** Starts decoding at a track frame (context rate); cancels what ran before. */
  start(startFrame: number, generation: number, seam: Seam | null = null): void {
    this.cancelRun()
    // Whoever is still opening the track is waited for by this run as well.
    if (this.reader !== null) this.options.source.abandonWaiting()
    const chunker = new Chunker(this.options.streamId, generation, startFrame, (delivery, transfer) =>
      this.options.send(delivery, transfer),
    )
    const edges = new Edges()
    const run: Run = {
      startFrame,
      generation,
      seam,
      chunker,
      edges,
      resampler: null,
      headTold: false,
      cancelled: false,
    }
    this.run = run
    this.seam = null
    void this.work(run)
  }

  /** Where playback stands in this track. */
  demand(readFrame: number, generation: number): void {
    if (this.run?.generation === generation) this.lead.follow(readFrame)
  }

  /** Declares which track follows without a gap; null when none does. */
  setHeir(heir: StreamPipeline | null): void {
    if (this.heir === heir) return
    this.heir = heir
    // Decoded to the end before the queue changed: the next track still gets its place on the grid.
    if (heir !== null && this.seam !== null) heir.follow(this.seam)
  }

  /** Ends all work on the track. */
  close(): void {
    this.closed = true
    this.tellBegun()
    this.cancelRun()
    this.heir = null
    this.letGo()
    this.options.source.close()
  }

  private letGo(): void {
    this.decoder?.close()
    this.decoder = null
    this.reader?.close()
    this.reader = null
    this.opening = null
  }

  /** Begins again from the start, behind another track's end. What was delivered ahead without it is taken back. */
  private follow(seam: Seam): void {
    if (this.run === null) return
    if (this.trimmer === null) {
      // Declared after its predecessor was decoded: the place on the grid is taken once the rate is known.
      this.seamAhead = seam
      return
    }
    if (this.trimmer.sampleRateHz !== seam.sampleRateHz || this.run.startFrame !== 0) return
    const { generation } = this.run
    this.options.send({ kind: 'restart', streamId: this.options.streamId, generation }, [])
    this.start(0, generation, seam)
  }

  /** First samples of the track, for one before it at that rate; null when they are not there yet or have another rate. */
  private headAt(sampleRateHz: number): StereoSamples | null {
    const edges = this.run?.edges
    if (edges?.hasHead !== true || this.run?.startFrame !== 0) return null
    return this.trimmer?.sampleRateHz === sampleRateHz ? edges.head : null
  }

  private cancelRun(): void {
    if (this.run !== null) this.run.cancelled = true
    this.run = null
    this.lead.startOver()
  }

  private async work(run: Run): Promise<void> {
    try {
      await this.options.turn
      if (run.cancelled) return
      this.opening ??= this.open()
      const reader = await this.opening
      if (run.cancelled) return
      const { seamAhead } = this
      this.seamAhead = null
      if (seamAhead !== null && seamAhead.sampleRateHz === reader.sampleRateHz && run.startFrame === 0) {
        this.start(0, run.generation, seamAhead)
        return
      }
      await this.decode(run, reader)
    } catch (error) {
      if (run.cancelled) return
      const told = toFailure(error)
      if (told.code === 'media-changed' && this.mayReopen(run)) this.reopen(run)
      else this.fail(run, told)
    }
  }

  private mayReopen(run: Run): boolean {
    const { count, atFrame } = this.reopenings
    this.reopenings = { count: run.chunker.end === atFrame ? count + 1 : 1, atFrame: run.chunker.end }
    return this.reopenings.count <= reopeningsLimit
  }

  /** The bytes are another encoding of the recording now: it is opened, and the run goes on behind the last frame it gave. */
  private reopen(run: Run): void {
    run.cancelled = true
    this.letGo()
    this.options.source.reopen()
    this.prepared = false
    const startFrame = run.chunker.end
    const onward: Run = { ...run, startFrame, edges: new Edges(), resampler: null, cancelled: false }
    this.run = onward
    void this.work(onward)
  }

  private async open(): Promise<PacketReader> {
    const { source, segment } = this.options
    const whole = await openPackets(source)
    if (this.closed) {
      whole.close()
      throw new FailureError(failure('cancelled'))
    }
    const reader = segment === null ? whole : withinSegment(whole, segment)
    const { lengthHint, sampleRateHz } = reader
    this.reader = reader
    this.decoder = createPacketDecoder(reader, (block) => this.trimmer?.push(block))
    this.options.onOpened({
      codec: reader.codec.name,
      sourceRateHz: sampleRateHz,
      sourceChannels: reader.channels,
      totalFrames: lengthHint === null ? null : Math.ceil((lengthHint * this.options.contextRateHz) / sampleRateHz),
    })
    return reader
  }

  private async decode(run: Run, reader: PacketReader): Promise<void> {
    const { decoder } = this
    if (decoder === null) return
    const wanted = Resampler.inputNeededFor(run.startFrame, reader.sampleRateHz, this.options.contextRateHz)
    const trimmer = new Trimmer(reader, wanted, (block) => this.take(run, toStereoBlock(block)))
    this.trimmer = trimmer
    decoder.reset()
    await reader.seek(reader.trimStart + wanted - reader.prerollFrames)
    const turns = new Turns(turnMs)
    let lastPacketEnd: number | null = null
    for (;;) {
      await this.waitForRoom(run)
      // What needs no decoder comes out of memory without a break: a seek would wait for the end of the burst.
      await turns.pause()
      if (run.cancelled) return
      const packet = await this.nextPacket(run, reader)
      if (run.cancelled) return
      if (packet === null) break
      lastPacketEnd = packet.frames === null ? null : packet.startFrame + packet.frames
      await decoder.decode(packet)
      if (decoder.failures > failuresLimit) throw new FailureError(failure('file-damaged'))
    }
    const [paddingFrames] = await Promise.all([reader.readPaddingFrames?.() ?? 0, decoder.flush()])
    if (run.cancelled) return
    this.finish(run, reader, trimmer, trimmer.finish(lastPacketEnd, paddingFrames), false)
  }

  private async nextPacket(run: Run, reader: PacketReader): Promise<Packet | null> {
    if (!this.options.source.isGrowing) return await reader.next()
    const late = setTimeout(() => run.chunker.flush(), gatheringLimitMs)
    try {
      return await reader.next()
    } finally {
      clearTimeout(late)
    }
  }

  private take(run: Run, block: StereoBlock): void {
    if (run.cancelled) return
    const { contextRateHz } = this.options
    run.edges.push(block)
    if (!run.headTold && run.edges.hasHead) {
      run.headTold = true
      run.seam?.onHead?.(run.edges.head)
    }
    if (block.sampleRateHz === contextRateHz) {
      const early = Math.max(0, run.startFrame - block.startFrame)
      this.deliver(run, block.left.subarray(early), block.right.subarray(early))
      return
    }
    run.resampler ??= resamplerBehind(run.seam, this.rates(block.sampleRateHz), run.startFrame, block.startFrame)
    const [left, right] = run.resampler.push(block.left, block.right)
    this.deliver(run, left, right)
  }

  private deliver(run: Run, left: Float32Array, right: Float32Array): void {
    if (left.length === 0) return
    this.delivered = true
    run.chunker.push(left, right)
    if (run.chunker.end - run.startFrame >= begunSeconds * this.options.contextRateHz) this.tellBegun()
  }

  /** The track is decoded to its end, or as far as it goes: `end` audible frames at the decoder's rate. */
  private finish(run: Run, reader: PacketReader, trimmer: Trimmer, end: number, interrupted: boolean): void {
    const { sampleRateHz } = trimmer
    const promised = reader.promisedEnd === null ? 0 : reader.promisedEnd - reader.trimStart
    const broken = interrupted || end < (promised * sampleRateHz) / reader.sampleRateHz - sampleRateHz
    let totalFrames = run.chunker.end
    if (run.resampler !== null) {
      const { outputs, offset } = run.resampler.boundaryAfter(end)
      const head = this.heir?.headAt(sampleRateHz) ?? null
      const [left, right] = run.resampler.finish(outputs, head)
      this.deliver(run, left, right)
      totalFrames = outputs
      const onHead = head === null ? (late: StereoSamples) => this.patchEnd(run, sampleRateHz, end, late) : null
      if (!broken) this.seam = { sampleRateHz, tail: run.edges.tail, offset, onHead }
    }
    run.chunker.finish(totalFrames, broken)
    this.tellBegun()
    // Where a damaged or interrupted track stops is not its length.
    if (!broken) this.options.onLength(totalFrames)
    if (broken && !interrupted) this.options.onFailed(failure('file-damaged'), this.delivered)
    if (this.seam !== null) this.heir?.follow(this.seam)
  }

  /** The end was resampled as if silence followed: gives its last frames anew, with what does follow. `end`: audible frames. */
  private patchEnd(run: Run, sampleRateHz: number, end: number, head: StereoSamples): void {
    const { resampler, startFrame, generation, edges, seam } = run
    if (resampler === null || this.run !== run) return
    const { streamId } = this.options
    const track = { startFrame, end, tail: edges.tail, offset: seam?.offset ?? 0 }
    for (const patch of endAnew(resampler, this.rates(sampleRateHz), track, head)) {
      this.options.send({ kind: 'patch', streamId, generation, ...patch }, [])
    }
  }

  private fail(run: Run, error: Failure): void {
    const { trimmer, reader } = this
    // What was decoded before the failure is played before anybody hears of it.
    if (this.delivered && trimmer !== null && reader !== null) {
      this.finish(run, reader, trimmer, trimmer.finish(null, 0), true)
      // Another encoding that could not be opened: without an end, playback would wait for what never comes.
    } else if (this.delivered) run.chunker.finish(run.chunker.end, true)
    this.tellBegun()
    this.options.onFailed(error, this.delivered)
  }

  /** The window is full for the first time: now there is time to make far seeks fast. */
  private prepareSeeking(): void {
    const { reader } = this
    if (reader?.prepareSeeking === undefined || this.prepared) return
    // What is still on its way is not to be asked for out of turn.
    if (this.options.source.isGrowing) return
    this.prepared = true
    // What goes wrong here shows again when somebody really seeks.
    reader.prepareSeeking(() => this.closed).catch(() => undefined)
  }

  private async waitForRoom(run: Run): Promise<void> {
    if (!this.lead.isFull(run.startFrame, run.chunker.end)) return
    run.chunker.flush()
    this.prepareSeeking()
    while (!run.cancelled && !this.lead.isLow(run.startFrame, run.chunker.end)) await this.lead.changed()
  }

  private rates(inputHz: number): Rates {
    return { inputHz, outputHz: this.options.contextRateHz }
  }
}
