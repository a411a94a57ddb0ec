/** What an AudioWorkletGlobalScope offers beside the web's own types; TypeScript ships no library for it. */
declare const sampleRate: number
declare const currentFrame: number

declare class AudioWorkletProcessor {
  readonly port: MessagePort
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void
