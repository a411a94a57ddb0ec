import { ffmpeg } from './ffmpeg.ts'

/** Loudness of a file by ffmpeg's meter (EBU R128): integrated in LUFS, and the highest true peak of all channels in dBTP. */
export interface ReferenceLoudness {
  readonly integratedLufs: number
  readonly truePeakDb: number
}

/** What ffmpeg's meter says at the end of a file. A single channel counts as heard from both sides. */
export async function referenceLoudness(file: string): Promise<ReferenceLoudness> {
  const filter = 'ebur128=metadata=1:peak=true:dualmono=true,ametadata=mode=print:file=-'
  const told = (await ffmpeg(['-i', file, '-map', '0:a:0', '-af', filter, '-f', 'null', '-'])).toString('utf8')
  const last = (name: string): number => {
    const found = [...told.matchAll(new RegExp(`^lavfi\\.r128\\.${name}=(\\S+)$`, 'gmu'))].at(-1)?.[1]
    return found === undefined ? Number.NaN : Number(found)
  }
  const peaks = [0, 1, 2, 3, 4, 5].map((channel) => last(`true_peaks_ch${channel}`)).filter(Number.isFinite)
  return { integratedLufs: last('I'), truePeakDb: 20 * Math.log10(Math.max(...peaks)) }
}
