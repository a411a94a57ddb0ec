import type { Bridge } from '../../src/contract/index.ts'
import type { BackendStandIn } from '../hosts/index.ts'

/** One way to carry the contract, with a backend the test can see. */
export interface TestBridge {
  readonly backend: BackendStandIn
  /** Opens another page. */
  openPage(): { readonly bridge: Bridge; readonly leave: () => void }
  close(): Promise<void>
}
