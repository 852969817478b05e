// How loud the person's own microphone is, measured here: a muted or paused microphone never reaches the server, and the
// person should still see that it works and be told when nobody hears them.

const measureEveryMs = 100
/** Room noise of a quiet office is below, speech at arm's length above. */
const speechLevel = 0.02

/** One for the page: browsers allow only a few. Silent until the person has touched the page. */
let context: AudioContext | undefined

function audioContext(): AudioContext {
  if (context) return context
  context = new AudioContext()
  const resume = () => void context?.resume()
  for (const touch of ['pointerdown', 'keydown'] as const) window.addEventListener(touch, resume, { once: true })
  return context
}

/** Calls back ten times a second with 0 … 1 until the returned function is called. */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  // A copy of the track hears on while the original is muted.
  const ear = track.clone()
  ear.enabled = true
  const audio = audioContext()
  const source = audio.createMediaStreamSource(new MediaStream([ear]))
  const analyser = new AnalyserNode(audio, { fftSize: 1024 })
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    onLevel(loudness(samples))
  }, measureEveryMs)
  return () => {
    clearInterval(timer)
    source.disconnect()
    ear.stop()
  }
}

/** Root mean square. */
export function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / samples.length)
}

/** Says once that somebody speaks: after half a second of speech within one second, so that a cough does not. */
export function createSpeechDetector(onSpeech: () => void): (level: number) => void {
  const recent: boolean[] = []
  return (level) => {
    recent.push(level > speechLevel)
    if (recent.length > 10) recent.shift()
    if (recent.filter(Boolean).length < 5) return
    recent.length = 0
    onSpeech()
  }
}

/** Three rising tones through the chosen loudspeaker, made here: no file, nothing to load. */
export async function playChime(speakerId: string | null = null): Promise<void> {
  const audio = new AudioContext()
  if (speakerId && 'setSinkId' in audio && typeof audio.setSinkId === 'function')
    await Promise.resolve(audio.setSinkId(speakerId)).catch(() => undefined)
  const volume = new GainNode(audio, { gain: 0.15 })
  volume.connect(audio.destination)
  const tones = [523, 659, 784].map((frequency, index) => {
    const tone = new OscillatorNode(audio, { frequency })
    tone.connect(volume)
    tone.start(audio.currentTime + index * 0.2)
    tone.stop(audio.currentTime + index * 0.2 + 0.3)
    return tone
  })
  tones.at(-1)?.addEventListener('ended', () => void audio.close())
}
