/** Files that play, each an encode of a known signal unless its comment says otherwise. */
export const fixtureNames = [
  // 16-bit PCM and FLAC: bit-exact against their source.
  'wav44',
  'wav48',
  'flac44',
  'flac48',
  // Other shapes of PCM and FLAC.
  'wav8k',
  'wavMono',
  'wav51',
  'wav24bit96k',
  'flac24bit96k',
  'flac51',
  'flacMono',
  // MP3. `mp3NoHeader` is VBR without a Xing/LAME header: its frames are all that decode, delay included.
  'mp3Cbr',
  'mp3Vbr',
  'mp3NoHeader',
  'mp3Mono22',
  // AAC. `m4aCoarse` has an edit list rounded to ms, as ffmpeg writes by default; `aacAdts` knows no delay or padding.
  'm4a',
  'm4aCoarse',
  'm4aSmpb',
  'm4aMono',
  'aacAdts',
  'mp4WithPicture',
  // AAC as HLS brings it: the segments of a playlist one after another, in MPEG-TS, in ADTS (each behind a tag with its time),
  // and in MP4 fragments. None of them knows the delay, and fragments alone the padding.
  'aacTs',
  'aacSegments',
  'm4aFragments',
  // MP3 in MPEG-TS.
  'mp3Ts',
  // Ogg, WebM, Matroska.
  'ogg',
  'oggMono',
  'opus',
  'opusMono',
  'opus51',
  'webmOpus',
  'webmVorbis',
  'mkaFlac',
  // AIFF and Apple Lossless: real audio that WebCodecs may not decode.
  'aiff',
  'm4aAlac',
  // MP3 bytes under another name: plays, because content decides.
  'mp3NamedWav',
] as const

export type FixtureName = (typeof fixtureNames)[number]

/** One signal cut in two at an odd frame, each half encoded on its own: the join must be gapless. */
export const pairNames = ['wav', 'flac', 'mp3', 'm4a', 'm4aSmpb', 'ogg', 'opus', 'webmOpus'] as const

export type PairName = (typeof pairNames)[number]

/** Three hours each: a five-minute piece, its packets repeated. */
export const longNames = ['mp3', 'm4a', 'opus'] as const

export type LongName = (typeof longNames)[number]

/** Files that carry tags and a cover (a plain red PNG, 64 × 64). */
export const taggedNames = ['flac', 'mp3', 'm4a', 'ogg', 'opus'] as const

export type TaggedName = (typeof taggedNames)[number]

/** Files that cannot play, or only in part. */
export const badNames = [
  'emptyMp3',
  'emptyFlac',
  'emptyWav',
  // Cut off at 60 %: the head is readable, so they play as far as they go.
  'truncatedFlac',
  'truncatedMp3',
  'truncatedM4a',
  'truncatedWav',
  'truncatedOgg',
  // Cut off before the index at the end of the file: nothing can be played.
  'truncatedM4aNoIndex',
  'randomMp3',
  'randomFlac',
  'randomM4a',
  'randomWav',
  'textNamedMp3',
  'pictureNamedFlac',
  // Protected by FairPlay (`drms`) and by Common Encryption (`enca`).
  'drmsM4a',
  'encaM4a',
] as const

export type BadName = (typeof badNames)[number]
