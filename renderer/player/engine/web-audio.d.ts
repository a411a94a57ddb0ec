/** Choosing an output device (W3C "Audio Output Devices API" for AudioContext): Chromium has it, TypeScript's library not yet. */
interface AudioContext {
  setSinkId(sinkId: string): Promise<void>
}
