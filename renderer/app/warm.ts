/** Fetches the rooms that are not on screen at the start, once there is nothing better to do: opened later, they are there. */
export function warmRooms(): void {
  requestIdleCallback(() => {
    void Promise.all([
      import('../features/album/index.ts'),
      import('../features/playlists/index.ts'),
      import('../features/playlists/dialogs.ts'),
      import('../features/library/index.ts'),
      import('../features/library/dialogs.ts'),
      import('../features/queue/index.ts'),
      import('../features/now-playing/index.ts'),
      import('../features/settings/index.ts'),
      import('../features/open/dialogs.ts'),
    ]).catch(() => {
      // A page that was rebuilt under our feet: opening the room will say so.
    })
  })
}
