import type { Host } from '../../bridge/index.ts'
import type { Openable } from '../commands/types.ts'
import { openableOfInput } from './fromDrop.ts'

/** Asks for files or a folder with the system's dialog, or with the browser's own where the page runs in one. */
export function createAsk({ bridge, pathsOf }: Host): (kind: 'files' | 'folder') => Promise<Openable | null> {
  return async (kind) => {
    if (!pathsOf) return askBrowser(kind)
    const reply = await bridge.call('files.choose', { kind })
    return reply.ok && reply.value.length > 0 ? { kind: 'paths', paths: reply.value } : null
  }
}

function askBrowser(kind: 'files' | 'folder'): Promise<Openable | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (kind === 'folder') input.webkitdirectory = true
  else input.accept = 'audio/*,.flac,.opus,.m4a,.webm,.ogg,.oga,.mka'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(openableOfInput([...(input.files ?? [])])))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
