import { use } from 'react'
import type { ComponentType } from 'react'

const rooms: (() => Promise<unknown>)[] = []

/**
 * A room of the interface that is fetched when it is first shown, or ahead by `warmRooms`. Unlike React's own `lazy` it is
 * there at once when it was fetched ahead: `lazy` would show nothing for up to 300 ms even then.
 */
export function late<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
): ComponentType<Props> {
  let Room: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const read = async () => {
    Room = pick(await load())
  }
  const fetchRoom = () => (loading ??= read())
  rooms.push(() =>
    fetchRoom().catch(() => {
      // A page that was rebuilt under our feet: opening the room tries again, and says so.
      loading = null
    }),
  )
  return function Late(props) {
    if (Room !== null) return <Room {...props} />
    use(fetchRoom())
    return null
  }
}

/**
 * Fetches the rooms that are not on screen at the start, once there is nothing better to do: opened later, they are there.
 * Fulfils when all of them are.
 */
export function warmRooms(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => void Promise.all(rooms.map((warm) => warm())).then(() => resolve()))
  })
}
