import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Makes text unreadable to whoever gets hold of the database alone, and readable again to this app on this computer. */
export interface Sealer {
  /** Throws when it cannot. */
  seal(text: string): Buffer
  /** Null when it was sealed with another key or was tampered with. */
  open(sealed: Buffer): string | null
}

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
/** First byte of what is sealed: says how, so that another way can follow. */
const format = 1

/**
 * Seals with AES-256-GCM under a key of its own file in `folder`, which only the file's owner can read. For hosts without a key
 * ring of the system's. The key is made when it is first needed.
 */
export function createKeyFileSealer(folder: string): Sealer {
  let known: Buffer | null = null
  const key = (): Buffer => (known ??= readKey(path.join(folder, 'secrets.key')))
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key(), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      if (sealed[0] !== format || sealed.length < 1 + nonceBytes + tagBytes) return null
      const nonce = sealed.subarray(1, 1 + nonceBytes)
      const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key(), nonce, { authTagLength: tagBytes })
        decipher.setAuthTag(tag)
        const body = sealed.subarray(1 + nonceBytes + tagBytes)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/**
 * Seals with the first of several that can, and opens with whichever sealed it: what was sealed while the system's key ring was not
 * there stays readable when it is.
 */
export function createSealerChain(sealers: readonly [Sealer, ...Sealer[]]): Sealer {
  return {
    seal(text) {
      let reason: unknown
      for (const sealer of sealers) {
        try {
          return sealer.seal(text)
        } catch (error) {
          reason = error
        }
      }
      throw reason
    },
    open(sealed) {
      for (const sealer of sealers) {
        const text = sealer.open(sealed)
        if (text !== null) return text
      }
      return null
    },
  }
}

/** Reads the key, or makes it. It appears under its name whole or not at all, and the first one that is there stays. */
function readKey(file: string): Buffer {
  const existing = readIfThere(file)
  if (existing !== null) return existing
  mkdirSync(path.dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, randomBytes(keyBytes), { mode: 0o600, flush: true })
  // The mode above is cut by the process's mask, never widened by it; a file that was there before keeps its own.
  chmodSync(unfinished, 0o600)
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if (readIfThere(file) === null) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
  return readIfThere(file) ?? Buffer.alloc(0)
}

function readIfThere(file: string): Buffer | null {
  try {
    const key = readFileSync(file)
    if (key.length !== keyBytes) throw new Error('The key file for secrets is damaged')
    return key
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
