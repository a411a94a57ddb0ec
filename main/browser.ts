import { runBrowserHost } from './browserhost/index.ts'

/** The browser host: Melofy without Electron, served on loopback to a browser. */
await runBrowserHost(import.meta.dirname)
