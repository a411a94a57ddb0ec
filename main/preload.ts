import { exposeContract } from './desktop/expose.ts'

/** The preload script of every window. */
exposeContract()
