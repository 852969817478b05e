// A few seconds of the person's own voice, kept in this browser only, to be played back to them.

const lengthMs = 5000

/** Resolves with what was recorded; rejects in a browser that cannot record. `stop` ends it early. */
export function recordVoice(track: MediaStreamTrack): { readonly done: Promise<Blob>; stop(): void } {
  // A copy records while the original is muted.
  const ear = track.clone()
  ear.enabled = true
  const recorder = new MediaRecorder(new MediaStream([ear]))
  const chunks: Blob[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const done = new Promise<Blob>((resolve, fail) => {
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    recorder.addEventListener('error', () => fail(new Error('the browser could not record')))
    recorder.addEventListener('stop', () => {
      clearTimeout(timer)
      ear.stop()
      resolve(new Blob(chunks, { type: recorder.mimeType }))
    })
  })
  recorder.start()
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  timer = setTimeout(stop, lengthMs)
  return { done, stop }
}

export const voiceSampleSeconds: number = lengthMs / 1000
