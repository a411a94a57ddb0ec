export { hasRedis, startRedis } from './redis.ts'
export type { RedisServer } from './redis.ts'
