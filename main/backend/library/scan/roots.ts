import { opendir, stat } from 'node:fs/promises'

/** Whether a folder of the library can be walked. */
export type RootState =
  | { readonly kind: 'ready'; readonly device: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable' }

/**
 * Looks at a folder of the library. It is offline when it is gone, and also when it is empty on another device than before:
 * a mount point stays behind when its disk goes.
 */
export async function rootState(path: string, knownDevice: number | null): Promise<RootState> {
  try {
    const facts = await stat(path)
    if (!facts.isDirectory()) return { kind: 'offline' }
    const isOtherDevice = knownDevice !== null && knownDevice !== facts.dev
    const folder = await opendir(path)
    const first = await folder.read()
    await folder.close()
    return isOtherDevice && first === null ? { kind: 'offline' } : { kind: 'ready', device: facts.dev }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable' }
    // Missing, or a disk and a network that do not answer (EIO, ENODEV, ESTALE, EHOSTDOWN …): all of it comes back.
    return { kind: 'offline' }
  }
}
