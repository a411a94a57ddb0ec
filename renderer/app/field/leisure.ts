import type { Player } from '../../player/controller/types.ts'

/** What restyles the window waits at most so long for a quiet moment, in ms. */
const leisureMs = 400

/** Resolves in a quiet moment: what was clicked is heard, or cannot be, and the page has nothing else to do. */
export async function leisure(player: Pick<Player, 'view' | 'subscribe'>): Promise<void> {
  await started(player)
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: leisureMs }))
}

function started(player: Pick<Player, 'view' | 'subscribe'>): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (player.view.wantsPlay && player.view.status.kind === 'loading') return
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const unsubscribe = player.subscribe(look)
    const timer = setTimeout(() => {
      unsubscribe()
      resolve()
    }, leisureMs)
    look()
  })
}
