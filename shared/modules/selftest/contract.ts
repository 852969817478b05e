// Self-test: how camera, microphone, loudspeaker, browser and line of a participant worked when tested. Server and page
// compute the same grades; the verdict of that time is stored.
import { z } from 'zod'
import { type Audience, maySee, systemOnly } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const Grade = z.enum(['good', 'usable', 'bad', 'skipped']).describe('tốt, dùng được, chưa đạt, không thử')
export type Grade = z.infer<typeof Grade>

const DeviceOutcome = z
  .enum(['works', 'fails', 'skipped'])
  .describe('works: the person saw, or heard, themself; fails: they did not, or the browser has no such device')
export type DeviceOutcome = z.infer<typeof DeviceOutcome>

const Kbps = z.int().min(0).max(1_000_000)
const Percent = z.number().min(0).max(100)
const Milliseconds = z.int().min(0).max(60_000)

/** Measured by sending a picture to the media server and back for some seconds. */
export const LineFigures = z.object({
  upKbps: Kbps.describe('what arrived at the server; the test sends no more than a camera would'),
  downKbps: Kbps.describe('what came back; at most twice of what went up'),
  upLossPercent: Percent,
  downLossPercent: Percent,
  roundTripMs: Milliseconds,
  jitterMs: Milliseconds,
  route: z.enum(['udp', 'tcp', 'relay']).describe('relay: through the agency’s TURN server'),
  isComputerSlow: z
    .boolean()
    .describe('the device could not keep up, so the figures may be its fault and not the line’s'),
})
export type LineFigures = z.infer<typeof LineFigures>

export const LineOutcome = z.discriminatedUnion('outcome', [
  LineFigures.extend({ outcome: z.literal('measured') }),
  z.object({ outcome: z.literal('noSignal') }).describe('no WebSocket to the server'),
  z.object({ outcome: z.literal('noMedia') }).describe('the server answers, but no media reaches it'),
  z.object({ outcome: z.literal('notTested') }).describe('the server had no room for a test'),
])
export type LineOutcome = z.infer<typeof LineOutcome>

export const Findings = z.object({
  camera: DeviceOutcome,
  microphone: DeviceOutcome,
  speaker: DeviceOutcome,
  browser: z.object({ name: line(80).describe('as in: Chrome 141, Windows'), fitness: Grade }),
  line: LineOutcome,
})
export type Findings = z.infer<typeof Findings>

const Recorded = Findings.extend({ participantId: ParticipantId, verdict: Grade })
export const Selftest = Recorded.extend({ at: Ms, count: z.int().describe('how many tests this participant has made') })
export type Selftest = z.infer<typeof Selftest>

export const maximumSelftests = 50

/** Staff, and the one who made it. */
const audienceOf = ({ participantId }: { participantId: ParticipantId }): Audience => ({
  to: 'staff',
  and: [participantId],
})

export const selftest = defineModule('selftest', {
  commands: {
    record: command(
      'A participant has tried their devices and line. Told by the server, to which the page sent it with the personal link.',
      systemOnly,
      Findings.extend({ participantId: ParticipantId }),
      ['session.over', 'admission.unknown', 'selftest.too-many'],
    ),
  },
  events: { recorded: event(audienceOf, Recorded) },
  state: z.object({ latest: z.record(ParticipantId, Selftest) }),
  initial: { latest: {} },
  view: ({ latest }, viewer) => ({
    latest: Object.fromEntries(Object.entries(latest).filter(([, one]) => maySee(audienceOf(one), viewer))),
  }),
})
