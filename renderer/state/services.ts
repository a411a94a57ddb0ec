import { createContext, use } from 'react'
import type { Bridge } from '../../src/contract/index.ts'
import type { Commands } from '../features/commands/types.ts'
import type { Player } from '../player/controller/types.ts'

/** What the interface works with besides the store. Made once, in the composition root. */
export interface Services {
  readonly bridge: Bridge
  readonly player: Player
  readonly commands: Commands
}

export const ServicesContext = createContext<Services | null>(null)

/** The services of this page. */
export function useServices(): Services {
  const services = use(ServicesContext)
  if (!services) throw new Error('The interface was mounted without its services')
  return services
}
