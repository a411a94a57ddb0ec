export { adviceCodes, adviceLines, nodeReportSchema } from './node.ts'
export type { AdviceCode, NodeReport } from './node.ts'
export { addressWarnings, nodeHealthSchema, nodeProfileSchema, nodeStateSchema, nodeTestSchema } from './profile.ts'
export type { AddressWarning, NodeHealth, NodeProfile, NodeState, NodeTest } from './profile.ts'
