/** Colours as red, green and blue from 0 to 1, in the numbers a screen is given. */
export type Colour = readonly [number, number, number]

/** "#1a2b3c" */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16)
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** Blends as light does, roughly: in squared values. */
export function blend(from: Colour, to: Colour, share: number): Colour {
  const part = Math.min(1, Math.max(0, share))
  const one = (first: number, second: number): number => Math.sqrt(first * first * (1 - part) + second * second * part)
  return [one(from[0], to[0]), one(from[1], to[1]), one(from[2], to[2])]
}
