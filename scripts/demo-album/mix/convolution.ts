/** Convolution with a stereo response by overlap and add; both channels share one transform as its two parts. */
import { fourier, type Fourier } from '../sound/fourier.ts'
import { silence, type Stereo } from '../sound/stereo.ts'

/** Left input with left response, right with right; the result is as long as the input. */
export function convolve(input: Stereo, response: Stereo): Stereo {
  const responseLength = response.left.length
  const size = 2 ** Math.ceil(Math.log2(responseLength * 2))
  const transform = fourier(size)
  const spectrum = spectrumOf(transform, response, 0, responseLength)
  const block = size - responseLength + 1
  const frames = input.left.length
  const output = silence(frames)
  for (let start = 0; start < frames; start += block) {
    const part = spectrumOf(transform, input, start, Math.min(block, frames - start))
    multiplyChannels(part, spectrum, size)
    transform.inverse(part.real, part.imaginary)
    const last = Math.min(size, frames - start)
    for (let index = 0; index < last; index += 1) {
      output.left[start + index] = (output.left[start + index] ?? 0) + (part.real[index] ?? 0)
      output.right[start + index] = (output.right[start + index] ?? 0) + (part.imaginary[index] ?? 0)
    }
  }
  return output
}

interface Spectrum {
  readonly real: Float64Array
  readonly imaginary: Float64Array
}

function spectrumOf(transform: Fourier, sound: Stereo, start: number, length: number): Spectrum {
  const real = new Float64Array(transform.size)
  const imaginary = new Float64Array(transform.size)
  real.set(sound.left.subarray(start, start + length))
  imaginary.set(sound.right.subarray(start, start + length))
  transform.forward(real, imaginary)
  return { real, imaginary }
}

/**
 * Both spectra hold left + i·right. Left is the part that mirrors onto itself, right the rest; each is multiplied with
 * its own response and the products are packed again, in place.
 */
function multiplyChannels(sound: Spectrum, response: Spectrum, size: number): void {
  for (let bin = 0; bin <= size / 2; bin += 1) {
    const mirror = (size - bin) % size
    const one = unpack(sound, bin, mirror)
    const other = unpack(response, bin, mirror)
    const leftReal = one.leftReal * other.leftReal - one.leftImaginary * other.leftImaginary
    const leftImaginary = one.leftReal * other.leftImaginary + one.leftImaginary * other.leftReal
    const rightReal = one.rightReal * other.rightReal - one.rightImaginary * other.rightImaginary
    const rightImaginary = one.rightReal * other.rightImaginary + one.rightImaginary * other.rightReal
    sound.real[bin] = leftReal - rightImaginary
    sound.imaginary[bin] = leftImaginary + rightReal
    sound.real[mirror] = leftReal + rightImaginary
    sound.imaginary[mirror] = rightReal - leftImaginary
  }
}

function unpack(spectrum: Spectrum, bin: number, mirror: number) {
  const real = spectrum.real[bin] ?? 0
  const imaginary = spectrum.imaginary[bin] ?? 0
  const mirrorReal = spectrum.real[mirror] ?? 0
  const mirrorImaginary = spectrum.imaginary[mirror] ?? 0
  return {
    leftReal: (real + mirrorReal) / 2,
    leftImaginary: (imaginary - mirrorImaginary) / 2,
    rightReal: (imaginary + mirrorImaginary) / 2,
    rightImaginary: (mirrorReal - real) / 2,
  }
}
