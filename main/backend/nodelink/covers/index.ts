export { createRemoteCovers } from './remoteCovers.ts'
export type { RemoteCovers } from './remoteCovers.ts'
