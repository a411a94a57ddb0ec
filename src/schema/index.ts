import { z } from 'zod'

/**
 * The schema library as `src` uses it. It compiles its checks with `new Function` where it may, and finds out by trying;
 * the page's policy forbids that and reports each try. So it compiles in Node alone. Everything that builds a schema in
 * `src` imports it from here: that is what makes this line run first, in whatever order a bundle is loaded.
 */
z.config({ jitless: !('process' in globalThis) })

export { z }
