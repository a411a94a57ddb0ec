import { z } from './index.ts'
import { failureCodes } from '../failure/index.ts'

/** A failure as it arrives over a border. The page needs failures without the schema library, so they live in a folder of their own. */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
