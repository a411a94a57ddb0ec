import {
  generated,
  heardStretches,
  noLimits,
  type NodeStandIn,
  type NodeTrack,
  type Sound,
  startNodeStandIn,
  type StandInOptions,
  type TrackFacts,
} from '../../../testkit/nodelink/index.ts'
import { type App, call, openApp } from '../../harness/index.ts'
import { melofy, type Melofy } from '../../interface/melofy.ts'
import { type Ear, type Heard, listenTo } from '../../listening/index.ts'

type GeneratedSound = Extract<Sound, { kind: 'generated' }>

/** A track of the stand-in whose every frame can be told by ear. */
export interface CountedTrack {
  readonly title: string
  readonly sound: GeneratedSound
  readonly track: NodeTrack
}

/** The app, listened to at 48 kHz, with or without a node beside it. */
export interface Room {
  readonly app: App
  readonly window: Melofy
  readonly ear: Ear
  /** Types into the search box and waits until something was found for it. */
  search(text: string): Promise<void>
  /** Plays a row of what was found; what was heard before is forgotten. */
  play(title: string): Promise<void>
  /** Titles of the whole queue, in order. */
  queueTitles(): Promise<readonly string[]>
  /** Waits until something was heard and nothing plays any more. */
  untilOver(): Promise<Heard>
  close(): Promise<void>
}

/** The same with a stand-in for the node. */
export interface Stage extends Room {
  readonly node: NodeStandIn
  /** Everything that was added with `counted`. */
  readonly tracks: readonly NodeTrack[]
  /** Adds a track to the node, of so many ms, that is found by its title. */
  counted(title: string, durationMs: number, facts?: Partial<TrackFacts>): CountedTrack
  /** Searches for a link to all of them, in their order. */
  open(): Promise<void>
  /** How often the node was asked for a track on one of its routes. */
  asked(path: '/v4/trackstream' | '/v4/loadstream'): number
}

/** What the browser writes into its console about every answer that is no success. */
const refusedAnswer = /Failed to load resource/

/** Opens the app, and listens. `env`: what its process finds in its environment. */
export async function openRoom(env: Readonly<Record<string, string>> = {}): Promise<Room> {
  const app = await openApp({ expectedProblems: [refusedAnswer], env })
  await call(app, 'settings.update', { loudness: 'off' })
  const ear = await listenTo(app, 48_000)
  const window = await melofy(app.page())
  const { page, bar, rows } = window
  return {
    app,
    window,
    ear,
    async search(text) {
      await page.getByRole('searchbox').fill(text)
      await page.locator(`[data-results-of="${text}"]`).waitFor()
      await rows.first().waitFor()
    },
    async play(title) {
      await ear.forget()
      await rows.filter({ hasText: title }).locator('[data-action=play]').first().click()
    },
    async queueTitles() {
      if (!(await window.queue.isVisible())) await page.keyboard.press('q')
      await window.queue.waitFor()
      return window.queueTitles()
    },
    async untilOver() {
      await ear.untilSound()
      await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
      return ear.untilQuiet()
    },
    close: () => app.close(),
  }
}

/** Makes a node known to the app, as Attic. Answers what takes it out again. */
export async function connect(
  { app }: Room,
  { address, password }: { readonly address: string; readonly password: string },
): Promise<() => Promise<void>> {
  const { id } = await call(app, 'nodelink.add', { name: 'Attic', address, password })
  return async () => void (await call(app, 'nodelink.remove', { id }))
}

/** Starts a stand-in and makes it known to an app that is open. Closing the stage leaves the app as it was. */
export async function openStage(room: Room, options: StandInOptions): Promise<Stage> {
  const node = await startNodeStandIn({
    // A search costs the node a request for each source, and the app asks no more than its pace allows.
    sources: ['youtube'],
    limits: noLimits,
    ...options,
    behaviour: { driftsLoudness: false, ...options.behaviour },
  })
  const disconnect = await connect(room, node)
  const tracks: NodeTrack[] = []
  return {
    ...room,
    node,
    tracks,
    counted(title, durationMs, facts = {}) {
      const sound = generated(durationMs)
      // What an app has heard of a recording it keeps, whichever node it came from.
      const identifier = `${title} at ${node.address}`
      const track = node.addTrack({ title, author: 'Late Ferry', sound, identifier, ...facts })
      tracks.push(track)
      return { title, sound, track }
    },
    async open() {
      const uri = `https://tube.example/list?of=${new URL(node.address).port}`
      node.addList({ uri, name: 'Evening', tracks })
      await room.search(uri)
    },
    asked: (path) =>
      node.requests.filter((request) => request.path === path && request.query.has('encodedTrack')).length,
    async close() {
      await disconnect()
      await node.close()
    },
  }
}

/** All of a track, once, and nothing else of it. */
export function whole({ sound }: CountedTrack): readonly { readonly from: number; readonly to: number }[] {
  return [{ from: 0, to: sound.frames }]
}

/** Which frames of a track were heard. */
export function framesOf(heard: Heard, { sound }: CountedTrack): readonly { from: number; to: number }[] {
  return heardStretches(heard, sound).map(({ from, to }) => ({ from, to }))
}

/** What was heard behind a track. */
export function behind(heard: Heard, { sound }: CountedTrack): Heard {
  const from = heardStretches(heard, sound).at(-1)?.endsAt ?? 0
  return { left: heard.left.subarray(from), right: heard.right.subarray(from) }
}
