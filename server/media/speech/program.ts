// The speech recognition process: the server tells it which microphones to hear and restarts it when it dies. A crash
// of the library, or its use of memory and CPU, affects this process only (ADR 0065).
import type { RtpTarget } from '../recording/recording.ts'
import { type FromProgram, ToProgram } from './messages.ts'
import { type Ear, openRecogniser, type Recogniser } from './sherpa.ts'
import { SoundProgram } from './sound-program.ts'
import { WaitingWork } from './waiting-work.ts'

interface Line {
  readonly ear: Ear
  readonly sound: SoundProgram
}

const aliveEveryMs = 2000

const say = (message: FromProgram) => void process.send?.(message)
const lines = new Map<number, Promise<Line>>()
let recogniser: Recogniser | null = null

// What cannot be done ends the process: its last words, on standard error, go into the server’s log.
process.on('message', (message) => void obey(ToProgram.parse(message)))
// The server is gone.
process.on('disconnect', () => process.exit(0))
async function obey(message: ToProgram): Promise<void> {
  switch (message.type) {
    case 'load': {
      const skipped = (seconds: number) => say({ type: 'skipped', seconds })
      const work = new WaitingWork({ mostSeconds: message.mostSecondsWaiting, skipped })
      recogniser = await openRecogniser(message.model, work)
      setInterval(() => say({ type: 'alive' }), aliveEveryMs)
      return say({ type: 'ready' })
    }
    case 'hear': {
      if (recogniser === null) return
      const { lineId, codec } = message
      const line = hear(recogniser, lineId, { ...codec, channels: codec.channels })
      lines.set(lineId, line)
      const { sound } = await line
      say({ type: 'target', lineId, target: targetOf(sound) })
      const words = await sound.ended
      return finish(lineId, words)
    }
    case 'stop':
      await (await lines.get(message.lineId))?.sound.stop()
  }
}

async function hear(
  { open }: Recogniser,
  lineId: number,
  codec: Parameters<typeof SoundProgram.start>[0],
): Promise<Line> {
  const ear = open((phrase) => say({ type: 'phrase', lineId, phrase }))
  return { ear, sound: await SoundProgram.start(codec, (samples, from) => ear.hear(samples, from)) }
}

const targetOf = ({ target: { rtpPort, rtcpPort } }: SoundProgram): RtpTarget => ({ rtpPort, rtcpPort })

async function finish(lineId: number, words: string): Promise<void> {
  const line = await lines.get(lineId)
  lines.delete(lineId)
  await line?.ear.end()
  say({ type: 'ended', lineId, words, stoodStill: line?.sound.stoodStill ? (line.sound.pid ?? null) : null })
}
