/** Where Spotify lies: its sign-in pages and tokens, and its Web API. Scheme, host and port, without a slash at the end. */
export interface SpotifyAddresses {
  readonly accounts: string
  readonly api: string
}

export const spotifyAddresses: SpotifyAddresses = {
  accounts: 'https://accounts.spotify.com',
  api: 'https://api.spotify.com',
}

/**
 * What the person enters as redirect in Spotify's dashboard. A loopback address without a port there accepts any port at run
 * time; `localhost` is refused since November 2025.
 */
export const registeredRedirect = 'http://127.0.0.1/callback'
