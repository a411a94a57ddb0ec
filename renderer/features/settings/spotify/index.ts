export { Spotify } from './Spotify.tsx'
