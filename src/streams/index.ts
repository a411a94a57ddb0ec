export { streamInfoSchema, streamRoutes, streamRouteSchema } from './stream.ts'
export type { StreamInfo, StreamRoute } from './stream.ts'
