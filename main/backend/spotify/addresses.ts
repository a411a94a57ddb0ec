/** Where Spotify lies: its sign-in pages and tokens, and its Web API. Scheme, host and port, without a slash at the end. */
export interface SpotifyAddresses {
  readonly accounts: string
  readonly api: string
}

export const spotifyAddresses: SpotifyAddresses = {
  accounts: 'https://accounts.spotify.com',
  api: 'https://api.spotify.com',
}
