/** What a test may change while the stand-in runs. */
export interface SpotifyBehaviour {
  /** What the person does on the sign-in page. */
  consent: 'agrees' | 'refuses' | 'fails'
  /** Redirects that the app's owner entered. One of this computer without a port accepts any port. */
  redirects: readonly string[]
  /** The app's owner has Premium; where not, everything is refused. */
  hasPremium: boolean
  /** The account is on the app's list. */
  isListed: boolean
  /** Seconds for which a token is good. */
  tokenSeconds: number
  /** Whether each renewal hands out a new refresh token, and the one before is good no more. */
  rotates: boolean
  /** Under which names an entry's track is served. */
  entryShape: 'item' | 'track' | 'both'
  /** Entries of a page at most, whatever is asked for; the answer says so. */
  largestPage: number
  /** Entries that are left out in the middle of each page. */
  keptBack: number
  /** Whether a playlist's mark of change is another one each time. */
  marksAnew: boolean
  /** Requests within `windowMs` that are answered; the next ones are told to wait for `pauseSeconds`. */
  requestsPerWindow: number
  windowMs: number
  pauseSeconds: number
  /** Routes that older apps still have. */
  hasLegacy: boolean
}

export const usualBehaviour: SpotifyBehaviour = {
  consent: 'agrees',
  redirects: ['http://127.0.0.1/callback'],
  hasPremium: true,
  isListed: true,
  tokenSeconds: 3600,
  rotates: true,
  entryShape: 'both',
  largestPage: 50,
  keptBack: 0,
  marksAnew: false,
  requestsPerWindow: 180,
  windowMs: 30_000,
  pauseSeconds: 20,
  hasLegacy: false,
}
