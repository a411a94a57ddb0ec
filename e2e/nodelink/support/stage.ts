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

/** The app beside a node, listened to at 48 kHz. */
export interface Room {
  readonly app: App
  readonly window: Melofy
  readonly ear: Ear
  /** Types into the search box and waits until something was found for it. */
  search(text: string): Promise<void>
  /** Plays a row of what was found; what was heard before is forgotten. */
  play(title: string): Promise<void>
  /** Waits until something was heard and nothing plays any more. */
  untilOver(): Promise<Heard>
  close(): Promise<void>
}

/** The same with a stand-in for the node. */
export interface Stage extends Room {
  readonly node: NodeStandIn
  /** Adds a track to the node, of so many ms, that is found by its title. */
  counted(title: string, durationMs: number, facts?: Partial<TrackFacts>): CountedTrack
  /** How often the node was asked for a track on one of its routes. */
  asked(path: '/v4/trackstream' | '/v4/loadstream'): number
}

/** What the browser writes into its console about every answer that is no success. */
const refusedAnswer = /Failed to load resource/

/** Opens the app, makes a node known to it, and listens. */
export async function openRoom(node: { readonly address: string; readonly password: string }): Promise<Room> {
  const app = await openApp({ expectedProblems: [refusedAnswer] })
  await call(app, 'settings.update', { loudness: 'off' })
  await call(app, 'nodelink.add', { name: 'Attic', address: node.address, password: node.password })
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
    async untilOver() {
      await ear.untilSound()
      await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
      return ear.untilQuiet()
    },
    close: () => app.close(),
  }
}

/** Starts a stand-in, and the app beside it. */
export async function openStage(options: StandInOptions): Promise<Stage> {
  const node = await startNodeStandIn({
    limits: noLimits,
    ...options,
    behaviour: { driftsLoudness: false, ...options.behaviour },
  })
  const room = await openRoom(node)
  return {
    ...room,
    node,
    counted(title, durationMs, facts = {}) {
      const sound = generated(durationMs)
      return { title, sound, track: node.addTrack({ title, author: 'Late Ferry', sound, ...facts }) }
    },
    asked: (path) =>
      node.requests.filter((request) => request.path === path && request.query.has('encodedTrack')).length,
    async close() {
      await room.close()
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
