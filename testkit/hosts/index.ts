export { backendStandIn } from './backend.ts'
export type { BackendStandIn, HeldCall } from './backend.ts'
export { interfaceFolder } from './interface.ts'
