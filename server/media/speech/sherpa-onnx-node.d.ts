// Declares what sherpa.ts uses of the library, which has JSDoc but no type declarations.
declare module 'sherpa-onnx-node' {
  export interface Waveform {
    samples: Float32Array
    sampleRate: number
  }
  export interface OfflineStream {
    acceptWaveform(waveform: Waveform): void
  }
  export type OnlineStream = OfflineStream
  export interface OfflineRecognizer {
    createStream(): OfflineStream
    decodeAsync(stream: OfflineStream): Promise<{ text: string }>
  }
  export interface OnlineRecognizer {
    createStream(): OnlineStream
    isReady(stream: OnlineStream): boolean
    decode(stream: OnlineStream): void
    isEndpoint(stream: OnlineStream): boolean
    reset(stream: OnlineStream): void
    getResult(stream: OnlineStream): { text: string }
  }
  export interface Vad {
    acceptWaveform(samples: Float32Array): void
    isEmpty(): boolean
    front(enableExternalBuffer: boolean): { start: number; samples: Float32Array }
    pop(): void
    flush(): void
  }
  export interface TransducerModel {
    transducer: { encoder: string; decoder: string; joiner: string }
    tokens: string
    numThreads: number
    provider: 'cpu'
  }
  const sherpa: {
    OfflineRecognizer: { createAsync(config: { modelConfig: TransducerModel }): Promise<OfflineRecognizer> }
    OnlineRecognizer: new (config: {
      modelConfig: TransducerModel
      enableEndpoint: boolean
      rule2MinTrailingSilence: number
      rule3MinUtteranceLength: number
    }) => OnlineRecognizer
    Vad: new (
      config: {
        sileroVad: { model: string; minSilenceDuration: number; maxSpeechDuration: number; windowSize: number }
        sampleRate: number
        numThreads: number
      },
      bufferSizeInSeconds: number,
    ) => Vad
  }
  export default sherpa
}
