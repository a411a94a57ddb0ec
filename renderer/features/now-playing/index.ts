export { NowPlaying } from './NowPlaying.tsx'
