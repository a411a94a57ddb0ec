import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { placeSchema } from './bounds.ts'
import type { WindowPlace } from './bounds.ts'

/** Reads the remembered place; null when there is none or it is not one. Synchronous: nothing else can start before. */
export function readPlace(file: string): WindowPlace | null {
  try {
    const parsed = placeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Remembers a place, whole or not at all. Synchronous: it happens while the window closes. False when it cannot be written. */
export function writePlace(file: string, place: WindowPlace): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(place))
    renameSync(`${file}.new`, file)
    return true
  } catch {
    return false
  }
}
