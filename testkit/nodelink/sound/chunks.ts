/** Sizes as the real node's chunks have them: most hold no whole number of frames. */
const sizes = [30, 16_384, 4097, 6, 16_383, 1, 9602, 3, 12_289]

/** Cuts a stream anew, so that frames are split over chunks wherever the parts came from. */
export async function* inOddChunks(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let turn = 0
  for await (const part of parts) {
    for (let at = 0; at < part.length;) {
      const size = sizes[turn++ % sizes.length] ?? part.length
      yield part.subarray(at, at + size)
      at += size
    }
  }
}
