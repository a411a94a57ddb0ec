import type { Migration } from '../migrate.ts'
import { first } from './0001-first.ts'
import { library } from './0002-library.ts'
import { nodes } from './0003-nodes.ts'
import { recordings } from './0004-recordings.ts'
import { nodeSources } from './0005-node-sources.ts'
import { copies } from './0006-copies.ts'
import { typing } from './0007-typing.ts'
import { spotify } from './0008-spotify.ts'
import { imports } from './0009-imports.ts'

/** All steps of the schema, in order. */
export const migrations: readonly Migration[] = [
  first,
  library,
  nodes,
  recordings,
  nodeSources,
  copies,
  typing,
  spotify,
  imports,
]
