/** In-place radix-2 complex Fourier transform (Cooley and Tukey, 1965). */
export interface Fourier {
  readonly size: number
  forward(real: Float64Array, imaginary: Float64Array): void
  /** Includes the 1/size factor. */
  inverse(real: Float64Array, imaginary: Float64Array): void
}

const made = new Map<number, Fourier>()

export function fourier(size: number): Fourier {
  const known = made.get(size)
  if (known !== undefined) return known
  const fresh = createFourier(size)
  made.set(size, fresh)
  return fresh
}

function createFourier(size: number): Fourier {
  const levels = Math.log2(size)
  if (!Number.isInteger(levels)) throw new Error(`Fourier size ${size} is not a power of two`)
  const cosine = Float64Array.from({ length: size / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / size))
  const sine = Float64Array.from({ length: size / 2 }, (_, index) => Math.sin((2 * Math.PI * index) / size))
  const reversed = new Uint32Array(size)
  for (let index = 1; index < size; index += 1) {
    reversed[index] = ((reversed[index >> 1] ?? 0) >> 1) | ((index & 1) << (levels - 1))
  }

  const forward = (real: Float64Array, imaginary: Float64Array): void => {
    for (let index = 0; index < size; index += 1) {
      const other = reversed[index] ?? 0
      if (other > index) {
        swap(real, index, other)
        swap(imaginary, index, other)
      }
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (half * 2)
      for (let start = 0; start < size; start += half * 2) {
        for (let step = 0; step < half; step += 1) {
          const upper = start + step
          const lower = upper + half
          const turnReal = cosine[step * stride] ?? 0
          const turnImaginary = -(sine[step * stride] ?? 0)
          const lowerReal = real[lower] ?? 0
          const lowerImaginary = imaginary[lower] ?? 0
          const productReal = lowerReal * turnReal - lowerImaginary * turnImaginary
          const productImaginary = lowerReal * turnImaginary + lowerImaginary * turnReal
          const upperReal = real[upper] ?? 0
          const upperImaginary = imaginary[upper] ?? 0
          real[lower] = upperReal - productReal
          imaginary[lower] = upperImaginary - productImaginary
          real[upper] = upperReal + productReal
          imaginary[upper] = upperImaginary + productImaginary
        }
      }
    }
  }

  return {
    size,
    forward,
    inverse: (real, imaginary) => {
      // Swapping the parts turns a forward transform into an inverse one.
      forward(imaginary, real)
      for (let index = 0; index < size; index += 1) {
        real[index] = (real[index] ?? 0) / size
        imaginary[index] = (imaginary[index] ?? 0) / size
      }
    },
  }
}

function swap(values: Float64Array, first: number, second: number): void {
  const kept = values[first] ?? 0
  values[first] = values[second] ?? 0
  values[second] = kept
}
