/** What menus about tracks have in common. */
export { AddToPlaylist } from './AddToPlaylist.tsx'
export { LikeItem } from './LikeItem.tsx'
export { TrackItems } from './TrackItems.tsx'
