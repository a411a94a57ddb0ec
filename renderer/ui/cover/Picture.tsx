import { useLayoutEffect, useRef } from 'react'
import { picturesOf } from './pictures.ts'
import { sourceOf } from './sources.ts'

const pictures = picturesOf(window)

export interface PictureProps {
  /** Address relative to the page. */
  readonly path: string
  /** About the width of its place, in px. */
  readonly placePx: number
  readonly onBroken: () => void
}

/** The picture of a cover. It comes after the words around it, and when nobody could see it, not at all. */
export function Picture({ path, placePx, onBroken }: PictureProps) {
  const image = useRef<HTMLImageElement>(null)
  const src = sourceOf(path, placePx, window.devicePixelRatio)
  // Before it is drawn: a place that is used again must not show the picture of another album.
  useLayoutEffect(() => (image.current ? pictures.show(image.current, src) : undefined), [src])
  return <img ref={image} alt="" decoding="async" draggable={false} onError={onBroken} />
}
