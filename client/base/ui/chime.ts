// A quiet knock when somebody starts to wait; ten citizens who come at once knock once.

/** After a knock it is silent for this long. */
export const quietMs = 20_000

/** Two soft tones, made here: no file, nothing to load. */
export function playKnock(): void {
  const context = new AudioContext()
  const volume = context.createGain()
  volume.gain.value = 0.08
  volume.connect(context.destination)
  const tones = [659, 523].map((frequency, index) => {
    const tone = new OscillatorNode(context, { frequency })
    tone.connect(volume)
    tone.start(context.currentTime + index * 0.18)
    tone.stop(context.currentTime + index * 0.18 + 0.16)
    return tone
  })
  tones.at(-1)?.addEventListener('ended', () => void context.close())
}

/** Whether to knock: somebody is there who was not, and the last knock is long enough ago. */
export function isKnockDue(
  before: ReadonlySet<string>,
  waiting: readonly string[],
  { lastAt, now }: { lastAt: number; now: number },
): boolean {
  return now - lastAt >= quietMs && waiting.some((id) => !before.has(id))
}
