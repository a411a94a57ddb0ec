import { createFlight } from './flight.ts'

/** What a picture is put into. */
export interface PicturePlace {
  src: string
  removeAttribute(name: 'src'): void
}

export interface PicturesOptions {
  readonly isFlying: () => boolean
  readonly nextFrame: (work: () => void) => void
}

/** Gives pictures to their places in an order of its own. */
export interface Pictures {
  /** Puts a picture into its place soon, which is empty until then. What comes back takes the wish back. */
  show(place: PicturePlace, src: string): () => void
}

/** Pictures that a frame asks for: more of them would keep it from being drawn in time. */
const perFrame = 12

/**
 * Words come first: a page is drawn once before it asks for its pictures, a few with each frame. While a list flies past,
 * nobody would see them, and whoever makes them has other things to do: they wait until it slows down.
 */
export function createPictures({ isFlying, nextFrame }: PicturesOptions): Pictures {
  const waiting = new Map<PicturePlace, string>()
  let isUnderWay = false

  const work = () => {
    let left = isFlying() ? 0 : perFrame
    for (const [place, src] of waiting) {
      if (left === 0) break
      left -= 1
      waiting.delete(place)
      place.src = src
    }
    isUnderWay = waiting.size > 0
    if (isUnderWay) nextFrame(work)
  }

  return {
    show(place, src) {
      // Only a place that is used again: to empty those that go away would take as long as making them.
      if (place.src !== '') place.removeAttribute('src')
      waiting.set(place, src)
      if (!isUnderWay) {
        isUnderWay = true
        // The first frame draws the place, the second one its picture.
        nextFrame(() => nextFrame(work))
      }
      return () => void waiting.delete(place)
    },
  }
}

/** Those of this page, which watch every list in it. */
export function picturesOf(window: Window): Pictures {
  const flight = createFlight()
  const onScroll = ({ target }: Event) => {
    if (target instanceof Element) flight.moved(target, target.scrollTop, performance.now())
  }
  window.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return createPictures({
    isFlying: () => flight.isFlying(performance.now()),
    nextFrame: (work) => window.requestAnimationFrame(work),
  })
}
