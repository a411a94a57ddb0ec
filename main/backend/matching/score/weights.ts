/** Raised whenever the same values may be decided differently: matches made by older rules are then looked at anew. */
export const ruleVersion = 1

/** What each part weighs among those that are known. Tuned on the tune half of the labelled set (docs/matching.md). */
export const weights = {
  title: 0.37,
  artists: 0.27,
  duration: 0.2,
  version: 0.1,
  album: 0.03,
  explicit: 0.015,
  source: 0.015,
} as const

/** At this score and above a candidate is taken without asking. */
export const acceptLine = 0.85
/** At this score and above a candidate is worth showing. */
export const reviewLine = 0.6
/** So far above the best of another recording the best one has to be. */
export const margin = 0.03
/** Candidates closer than this are equals, among which the quality of the sound decides. */
export const equalWithin = 0.04

/** The most that a candidate can get that a person has to look at: below the accept line. */
export const reviewCeiling = 0.8
/** The most where only the title agrees: at the end of the list. */
export const faintCeiling = 0.62
/** The most for what is another recording. */
export const rejectCeiling = 0.4

/** Below this a title is close enough to be shown, not to be taken. */
export const titleAcceptLine = 0.9
export const titleReviewLine = 0.65
/** Without lengths to compare the texts have to carry it alone. */
export const titleAcceptLineWithoutDuration = 0.95

/** Up to this, artists agree in a way that a person has to look at: the main one merely takes part. */
export const artistAcceptLine = 0.7

/** Lengths this close dispel a doubt that a length can dispel. */
export const dispellingMs = 3000
/** Lengths this close make up for what the names cannot say. */
export const supportingMs = 2000
/** A reupload by somebody unknown has to be this close. */
export const reuploadMs = 6000
