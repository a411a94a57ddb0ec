import { safeStorage } from 'electron'
import type { Sealer } from '../backend/index.ts'

/** First byte of what is sealed this way; what a key file sealed begins otherwise. */
const format = 2

/**
 * Seals with the system's key ring (Keychain, DPAPI, Secret Service, KWallet). Undefined where there is none: on a Linux desktop
 * without a key ring Electron would seal with a password that is written in its source. To be asked once Electron is ready.
 */
export function createKeyRingSealer(platform: NodeJS.Platform): Sealer | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  if (platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return undefined
  return {
    seal: (text) => Buffer.concat([Buffer.of(format), safeStorage.encryptString(text)]),
    open(sealed) {
      if (sealed[0] !== format) return null
      try {
        return safeStorage.decryptString(sealed.subarray(1))
      } catch {
        return null
      }
    },
  }
}
