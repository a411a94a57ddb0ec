import { atom } from 'jotai'

/** Ids of liked tracks as the backend last said. */
export const storedLikesAtom = atom<ReadonlySet<string>>(new Set<string>())

/** A like that is on its way to the backend; `change` tells the latest one of a track apart from those before it. */
export interface PendingLike {
  readonly liked: boolean
  readonly change: number
}

/** Likes on their way, by track. */
export const pendingLikesAtom = atom<ReadonlyMap<string, PendingLike>>(new Map<string, PendingLike>())

/** Ids of liked tracks as shown: what is stored, and over it what was just changed. */
export const likesAtom = atom((get) => shownLikes(get(storedLikesAtom), get(pendingLikesAtom)))

/** Stored likes with those laid over them that are on their way. */
export function shownLikes(
  stored: ReadonlySet<string>,
  pending: ReadonlyMap<string, PendingLike>,
): ReadonlySet<string> {
  if (pending.size === 0) return stored
  const shown = new Set(stored)
  for (const [id, { liked }] of pending) {
    if (liked) shown.add(id)
    else shown.delete(id)
  }
  return shown
}

/** Likes after these tracks were liked, or are no longer. */
export function withLikes(
  likes: ReadonlySet<string>,
  trackIds: readonly string[],
  liked: boolean,
): ReadonlySet<string> {
  return shownLikes(likes, new Map(trackIds.map((id) => [id, { liked, change: 0 }])))
}

/** Likes on their way after a further change. */
export function withPending(
  pending: ReadonlyMap<string, PendingLike>,
  trackIds: readonly string[],
  like: PendingLike,
): ReadonlyMap<string, PendingLike> {
  const next = new Map(pending)
  for (const id of trackIds) next.set(id, like)
  return next
}

/** Likes on their way after this change was answered. What was changed again since stays. */
export function withoutPending(
  pending: ReadonlyMap<string, PendingLike>,
  trackIds: readonly string[],
  change: number,
): ReadonlyMap<string, PendingLike> {
  const next = new Map(pending)
  for (const id of trackIds) if (next.get(id)?.change === change) next.delete(id)
  return next
}
