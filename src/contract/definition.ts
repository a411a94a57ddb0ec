import type { z } from '../schema/index.ts'

/** What one call takes and gives. The backend checks the input; the output schema documents and tests the reply. */
export interface CallDefinition {
  readonly input: z.ZodType
  readonly output: z.ZodType
}
