export type { Asking, NodeClient, PcmStream } from './client.ts'
export { createNodeRoom } from './nodes.ts'
export type { NodeRoom } from './nodes.ts'
export type { NodeRecording, NodeRecordings, Nodes, UsableNode } from './ports.ts'
