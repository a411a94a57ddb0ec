import { useEffect } from 'react'
import { useAnswer, useServices } from '../../../state/index.ts'

/** How often the servers are asked how they are while somebody looks, in ms. */
const lookEveryMs = 15_000

/** The person's servers. As long as this is on screen they are asked how they are. */
export function useNodes() {
  const { bridge } = useServices()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void bridge.call('nodelink.look', null)
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => clearInterval(timer)
  }, [bridge])
  return useAnswer('nodelink.list', null, ['nodelink.changed'])
}
