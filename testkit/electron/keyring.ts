import { randomBytes } from 'node:crypto'

/** Stand-in for Electron's `safeStorage`: a key ring that forgets nothing and can be taken away. */
class FakeKeyRing {
  isThere = true
  backend = 'gnome_libsecret'
  /** Refuses to seal and unseal, as a locked one does. */
  isLocked = false
  private readonly kept = new Map<string, string>()

  isEncryptionAvailable(): boolean {
    return this.isThere
  }

  getSelectedStorageBackend(): string {
    return this.backend
  }

  encryptString(text: string): Buffer {
    if (this.isLocked) throw new Error('The key ring is locked')
    const sealed = randomBytes(32)
    this.kept.set(sealed.toString('hex'), text)
    return sealed
  }

  decryptString(sealed: Buffer): string {
    const text = this.kept.get(sealed.toString('hex'))
    if (this.isLocked || text === undefined) throw new Error('Error while decrypting the ciphertext')
    return text
  }
}

export const safeStorage = new FakeKeyRing()
