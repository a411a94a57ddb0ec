export { runBrowserHost } from './run.ts'
export { startBrowserHost } from './server.ts'
export type { BrowserHost } from './server.ts'
