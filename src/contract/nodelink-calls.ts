import { nodeProfileSchema, nodeTestSchema } from '../nodelink/index.ts'
import { z } from '../schema/index.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()
const id = z.string().min(1).max(100)
const name = z.string().trim().max(100)
const address = z.string().max(2000)
const password = z.string().max(500)
const profiles = z.array(nodeProfileSchema).readonly()

/** The person's NodeLink servers. Passwords go in and never come out. */
export const nodelinkCalls = {
  /** All of them in the order of preference, as far as they are known. Asks none of them. */
  'nodelink.list': { input: nothing, output: profiles },
  /** Somebody looks at them: those that were not asked yet are asked, the others how they are. `nodelink.changed` tells. */
  'nodelink.look': { input: nothing, output: nothing },
  /** Without a name it is called by its host. It is asked at once. */
  'nodelink.add': { input: z.object({ name, address, password }), output: nodeProfileSchema },
  /** Changes what is named. Another server's address needs its password with it: a stored one is sent nowhere else. */
  'nodelink.change': {
    input: z.object({
      id,
      name: name.optional(),
      address: address.optional(),
      password: password.optional(),
      sourcesOff: z.array(z.string().min(1).max(100)).max(500).readonly().optional(),
    }),
    output: nodeProfileSchema,
  },
  /** Forgets it and its password. */
  'nodelink.remove': { input: z.object({ id }), output: nothing },
  /** Gives it another place in the order of preference. */
  'nodelink.move': { input: z.object({ id, toIndex: z.number().int().min(0) }), output: nothing },
  /**
   * Asks a node what it is: one that is kept, or an address as it is being typed (`password` null: that of the kept node `id`,
   * which goes to its own address only). Fails with what is wrong. Changes nothing that is kept.
   */
  'nodelink.test': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('kept'), id }),
      z.object({ kind: z.literal('typed'), id: id.nullable(), address, password: password.nullable() }),
    ]),
    output: nodeTestSchema,
  },
} as const satisfies Record<string, CallDefinition>

export const nodelinkEvents = {
  /** Something about the servers, or what is known of them, is different now: all of them. */
  'nodelink.changed': profiles,
} as const satisfies Record<string, z.ZodType>
