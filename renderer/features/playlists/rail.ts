/** The playlists in the rail; apart from the room's face, because the rail is there before any page of the room. */
export { RailPlaylists } from './RailPlaylists.tsx'
