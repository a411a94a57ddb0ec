import type { NodeStandIn } from '../../../testkit/nodelink/index.ts'
import type { App } from '../../harness/index.ts'
import type { Melofy } from '../melofy.ts'

/** What there is to play with. */
export interface Stage extends Melofy {
  readonly app: App
  /** A folder of eight files. */
  readonly music: string
  /** A folder of many albums, where people are to see how it looks; null where it need only work. */
  readonly records: string | null
  /** A server that could be better: a cluster with its stream endpoints off. */
  readonly node: NodeStandIn
}

/** How to get to each screen from the one before; the order matters. */
export interface Screen {
  readonly name: string
  /** Much like another one: looked at in the small window alone, unless pictures are made for people. */
  readonly isDetail?: true
  readonly open: (stage: Stage) => Promise<void>
}
