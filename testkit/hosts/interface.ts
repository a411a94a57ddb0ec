import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder that looks like a built interface, with a secret beside it that must never be served. */
export async function interfaceFolder(): Promise<{ root: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'melofy-interface-'))
  const root = path.join(folder, 'renderer')
  await mkdir(path.join(root, 'assets'), { recursive: true })
  await writeFile(
    path.join(root, 'index.html'),
    '<!doctype html><title>Melofy</title><script type="module" src="./assets/main-Ab3dEf9h.js"></script>',
  )
  await writeFile(path.join(root, 'assets', 'main-Ab3dEf9h.js'), 'document.title = "ran"\n')
  await writeFile(path.join(root, '.hidden.html'), 'hidden')
  await writeFile(path.join(folder, 'secret.txt'), 'secret')
  return { root, remove: () => rm(folder, { recursive: true, force: true }) }
}
