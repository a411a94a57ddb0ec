import { entryObject, type PlaylistHandle } from '../library.ts'
import { type Call, fine, pageOf, refused, type RouteAnswer, type SpotifyWorld } from './route.ts'

export function me({ userId }: SpotifyWorld): RouteAnswer {
  return fine({ id: userId, display_name: 'Ann', type: 'user', uri: `spotify:user:${userId}` })
}

function headOf(world: SpotifyWorld, list: PlaylistHandle): Record<string, unknown> {
  const { snapshotId } = list
  return {
    collaborative: list.isCollaborative,
    description: '',
    id: list.id,
    images: [{ url: `https://mosaic.example/${list.id}`, height: 640, width: 640 }],
    name: list.name,
    owner: { id: list.ownerId, display_name: list.ownerId, type: 'user' },
    snapshot_id: world.behaviour.marksAnew ? `${snapshotId}${world.nextNumber()}` : snapshotId,
    type: 'playlist',
    uri: `spotify:playlist:${list.id}`,
  }
}

export function myPlaylists(world: SpotifyWorld, call: Call): RouteAnswer {
  const items = world.playlists.filter(({ isHidden }) => !isHidden)
  return pageOf(world, call, items, 50, (list) => ({
    ...headOf(world, list),
    items: { href: '', total: list.entries.length },
  }))
}

export function playlist(world: SpotifyWorld, id: string): RouteAnswer {
  const list = world.playlists.find((each) => each.id === id)
  if (list === undefined || list.isHidden) return refused(404, 'Resource not found')
  return fine(headOf(world, list))
}

export function playlistItems(world: SpotifyWorld, id: string, call: Call): RouteAnswer {
  const list = world.playlists.find((each) => each.id === id)
  if (list === undefined || list.isHidden) return refused(404, 'Resource not found')
  if (list.ownerId !== world.userId && !list.isCollaborative) return refused(403, 'Forbidden')
  const fields = call.query.get('fields')
  if (fields !== null && !fields.includes('external_ids')) world.breach('fields without external_ids')
  const isTalkWanted = call.query.get('additional_types')?.includes('episode') === true
  if (!isTalkWanted) world.breach('items without additional_types')
  return pageOf(world, call, list.entries, 50, (entry, index) => entryObject(entry, index, world.behaviour.entryShape))
}

export function likedSongs(world: SpotifyWorld, call: Call): RouteAnswer {
  if (!call.scope.split(' ').includes('user-library-read')) return refused(403, 'Insufficient client scope')
  const last = world.liked.length - 1
  // The newest first.
  return pageOf(world, call, world.liked, 50, (entry, index) =>
    entryObject(entry, last - index, world.behaviour.entryShape),
  )
}
