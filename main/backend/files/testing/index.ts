import type { StoredTrack, TrackRepository } from '../../store/index.ts'

/** Tracks in memory, and how often they were written. */
export function memoryTracks(): TrackRepository & { readonly saved: StoredTrack[][] } {
  const byId = new Map<string, StoredTrack>()
  const saved: StoredTrack[][] = []
  return {
    saved,
    saveTracks(tracks) {
      saved.push([...tracks])
      for (const stored of tracks) byId.set(stored.track.id, stored)
    },
    saveUnsaved: () => undefined,
    trackById: (id) => byId.get(id),
    tracksByIds: (ids) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? []),
    trackByPath: (path) => [...byId.values()].find((stored) => stored.path === path),
  }
}
