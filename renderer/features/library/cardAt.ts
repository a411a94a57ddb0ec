/** The place of the card at a target in its grid; -1 where there is none. */
export function cardAt(target: EventTarget): number {
  const place = target instanceof Element ? target.closest('[data-card]')?.getAttribute('data-card') : null
  return place === null || place === undefined ? -1 : Number(place)
}
