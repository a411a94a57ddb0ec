export { createKeyFileSealer, createSealerChain } from './sealer.ts'
export type { Sealer } from './sealer.ts'
export { createSecrets } from './secrets.ts'
export type { Secrets } from './secrets.ts'
