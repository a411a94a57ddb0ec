import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const endpointSchema = z.object({ endpoint: z.string().min(1) })

const endpointFile = (folder: string): string => path.join(folder, 'instance.json')

/** Tells second starts where the first listens. Complete or not there: it gets its name last. */
export function publishEndpoint(folder: string, endpoint: string): void {
  const partial = `${endpointFile(folder)}.part`
  fs.writeFileSync(partial, JSON.stringify({ endpoint }), { mode: 0o600 })
  fs.renameSync(partial, endpointFile(folder))
}

/** Where the first listens, or null while nobody said. */
export function readEndpoint(folder: string): string | null {
  try {
    return endpointSchema.parse(JSON.parse(fs.readFileSync(endpointFile(folder), 'utf8'))).endpoint
  } catch {
    return null
  }
}

/** Removes what this or an earlier first instance published. */
export function withdrawEndpoint(folder: string): void {
  fs.rmSync(endpointFile(folder), { force: true })
}
