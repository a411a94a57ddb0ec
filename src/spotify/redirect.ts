/**
 * What the person enters as redirect in Spotify's dashboard. A loopback address without a port there accepts any port at run
 * time; `localhost` is refused since November 2025.
 */
export const registeredRedirect = 'http://127.0.0.1/callback'
