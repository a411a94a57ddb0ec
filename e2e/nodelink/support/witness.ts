import type { Melofy } from '../../interface/melofy.ts'

/** What a person can read about what plays, at one moment. */
export interface Seen {
  readonly title: string
  /** The line below the title: artists, or what is wrong. */
  readonly words: string
  /** The format as the popover tells it: codec, sample rate, bit rate … Empty while it is closed. */
  readonly format: readonly string[]
  /** Each fact of the popover by its name. */
  readonly facts: Readonly<Record<string, readonly string[]>>
}

/** Everything that could be read in the player bar and its popover from now on, however short. */
export interface Witness {
  /** Each different sight, in their order. */
  sights(): Promise<readonly Seen[]>
  /** Waits until they fit. */
  until(fits: (sights: readonly Seen[]) => boolean): Promise<void>
  /** Opens the popover that tells how the sound comes here. */
  openPopover(): Promise<void>
  closePopover(): Promise<void>
}

/** Watches them from now on. */
export async function watchBar({ page, button, until }: Melofy): Promise<Witness> {
  const popover = page.getByRole('dialog', { name: 'What is playing' })
  const sights = await page.evaluateHandle(() => {
    const seen: Seen[] = []
    const text = (element: Element | null | undefined): string => element?.textContent ?? ''
    const look = (): void => {
      const title = document.querySelector('footer bdi')
      const popover = document.querySelector('[role=dialog] dl')
      const facts = [...(popover?.children ?? [])].map((fact) => [
        text(fact.querySelector('dt')),
        [...fact.querySelectorAll('dd')].map(text),
      ])
      const now: Seen = {
        title: text(title),
        words: text(title?.nextElementSibling),
        format: [...(popover?.parentElement?.querySelectorAll('h2 + p > span') ?? [])].map(text),
        facts: Object.fromEntries(facts),
      }
      if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now)
    }
    look()
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    return seen
  })
  return {
    sights: () => sights.jsonValue(),
    async until(fits) {
      await until(() => sights.jsonValue(), fits)
    },
    async openPopover() {
      await button(/^What is playing/).press('Enter')
      await popover.waitFor()
    },
    async closePopover() {
      if (!(await popover.isVisible())) return
      await page.keyboard.press('Escape')
      await popover.waitFor({ state: 'detached' })
    },
  }
}
