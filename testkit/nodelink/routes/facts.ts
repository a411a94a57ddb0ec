import os from 'node:os'
import { sendError, sendJson, sendText } from '../answer.ts'
import type { Route } from './route.ts'

/** What the stand-in claims to be. */
export const nodeVersion = '3.8.0-dev.20260405.1'

const filters = [
  'tremolo',
  'vibrato',
  'lowpass',
  'highpass',
  'rotation',
  'karaoke',
  'distortion',
  'channelMix',
  'equalizer',
  'chorus',
  'compressor',
  'echo',
  'phaser',
  'timescale',
]

/** At the root, not under /v4, and text. */
export const version: Route = {
  methods: ['GET'],
  contentType: 'text/plain',
  handle: (_node, { outlet }) => sendText(outlet, 200, nodeVersion),
}

export const info: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  handle: (node, { request, outlet }) =>
    sendJson(request, outlet, 200, {
      version: {
        semver: nodeVersion,
        major: 3,
        minor: 8,
        patch: 0,
        prerelease: ['dev', '20260405', '1'],
        build: [],
      },
      buildTime: -1,
      git: { branch: 'unknown', commit: 'unknown', commitTime: -1 },
      node: process.version,
      voice: { name: '@performanc/voice', version: 'github:PerformanC/voice' },
      isNodelink: true,
      sourceManagers: node.sources,
      filters,
      plugins: [],
    }),
}

export const stats: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  handle: (node, { request, outlet }) =>
    sendJson(request, outlet, 200, {
      players: 0,
      playingPlayers: 0,
      uptime: Math.floor(node.clock.now() - node.startedAtMs),
      memory: { free: os.freemem(), used: 31_669_320, allocated: 64_995_328, reservable: os.totalmem() },
      cpu: { cores: os.cpus().length, systemLoad: 0.5, nodelinkLoad: 0 },
      frameStats: null,
      detailedStats: {
        api: { requests: Object.fromEntries(node.requestCounts), errors: {} },
        sources: {},
        playback: { events: {} },
      },
    }),
}

/** Tells the modes apart: a single node has no workers. */
export const workers: Route = {
  methods: ['GET', 'PATCH'],
  contentType: 'application/json',
  async handle(node, { request, outlet }) {
    if (request.method === 'PATCH') {
      const refusal =
        node.mode === 'single'
          ? { status: 409, error: 'Conflict', message: 'Cluster workers are not enabled.' }
          : { status: 403, error: 'Forbidden', message: 'Invalid workers patch code.' }
      await sendError(request, outlet, refusal)
      return
    }
    const worker = {
      id: 1,
      clusterId: 1,
      pid: 4242,
      stats: {
        isHibernating: false,
        players: 0,
        playingPlayers: 0,
        commandQueueLength: 0,
        cpu: { nodelinkLoad: 0 },
        eventLoopLag: 10,
        memory: { used: 13_600_736, allocated: 32_022_528 },
        frameStats: { sent: 0, nulled: 0, deficit: 0, expected: 0 },
      },
      health: true,
      uptime: Math.floor((node.clock.now() - node.startedAtMs) / 1000),
    }
    await sendJson(request, outlet, 200, node.mode === 'single' ? [] : [worker])
  },
}

export const connection: Route = {
  methods: ['GET'],
  contentType: 'application/json',
  handle: (node, { request, outlet }) =>
    sendJson(request, outlet, 200, {
      status: 'disconnected',
      metrics: {
        dns: { isOnline: true, host: '8.8.8.8', latencyMs: 0.05 },
        network: {
          isConnected: true,
          connectionType: 'ethernet',
          ipAddress: '192.0.2.2',
          interfaceName: 'eth0',
          dnsServers: ['192.0.2.53'],
          gateway: '192.0.2.1',
        },
        error: 'All connection tests failed',
        timestamp: Math.floor(node.clock.now()),
      },
    }),
}

/** Routed, and never of use: what it has beneath is not. */
export const routePlanner: Route = {
  methods: ['GET', 'POST'],
  contentType: 'application/json',
  handle: (_node, { request, outlet }) =>
    sendError(request, outlet, {
      status: 404,
      error: 'Not Found',
      message: 'The requested route planner endpoint was not found.',
    }),
}
