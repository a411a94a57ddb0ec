import { readSet } from './read.ts'
import { blind } from './set/blind.ts'
import { chineseKorean } from './set/chinesekorean.ts'
import { cyrillicGreek } from './set/cyrillicgreek.ts'
import { moreLatin } from './set/morelatin.ts'
import { moreOthers } from './set/moreothers.ts'
import { invented } from './set/invented.ts'
import { japanese } from './set/japanese.ts'
import { known } from './set/known.ts'
import { latinAccents } from './set/latinaccents.ts'
import { rightToLeft } from './set/rightleft.ts'
import { shortAndClassical } from './set/shortandclassical.ts'

export { figuresOf, type Figures, type Matcher, type Outcome } from './figures.ts'
export type { Label, LabelledCandidate, LabelledQuery } from './read.ts'
export { firstHit, tokenSetRatio } from './baselines.ts'
export { wrongPairs } from './wrong.ts'

/**
 * All labelled queries. The rules were tuned on the one half; the other was written when they were done, and is for
 * measuring alone (README.md).
 */
export const labelledQueries = [
  ...readSet(
    [
      known,
      invented,
      japanese,
      chineseKorean,
      cyrillicGreek,
      rightToLeft,
      latinAccents,
      shortAndClassical,
      moreLatin,
      moreOthers,
    ],
    'tune',
  ),
  ...readSet([blind], 'test'),
]
