// How the devices and lines of a running session do: what each page tells of itself, what the server makes of all of it, and
// what staff may ask of a page. Volatile: kept in memory, never in the journal.
import { z } from 'zod'
import { Ms, ParticipantId, SiteId } from '../../kernel/ids.ts'
import { Rejection } from '../../kernel/rejection.ts'
import { SpeechStatus } from './captions.ts'

export const healthEveryMs = 5000

const Kbps = z.int().min(0).max(1_000_000)
const Percent = z.number().min(0).max(100)

const DeviceState = z
  .enum(['live', 'muted', 'off', 'failed', 'interrupted'])
  .describe('off: by the person; failed: the browser cannot have it; interrupted: the system withholds it')

export const HealthReport = z.object({
  camera: DeviceState,
  microphone: DeviceState,
  sentKbps: Kbps,
  receivedKbps: Kbps,
  upLossPercent: Percent,
  downLossPercent: Percent,
  roundTripMs: z.int().min(0).max(60_000).nullable(),
  framesPerSecond: z.number().min(0).max(240).nullable().describe('of the own picture as it is sent; null: none is'),
  freezes: z.int().min(0).max(100_000).describe('of the pictures received, since the report before'),
  limitedBy: z.enum(['none', 'cpu', 'bandwidth', 'other']).describe('why the own picture is sent smaller than wished'),
  route: z.enum(['udp', 'tcp', 'relay']).nullable().describe('null: no media'),
})
export type HealthReport = z.infer<typeof HealthReport>

const Arrivals = z.array(ParticipantId).max(100)
export const Arrived = z.object({
  seen: Arrivals.describe('whose camera was decoded since the report before'),
  heard: Arrivals.describe('whose microphone sent sound since the report before'),
})
export type Arrived = z.infer<typeof Arrived>

/** As a page tells it. Before the opening it says, too, of whom it has picture and sound; staff are not shown that. */
export const HealthMessage = HealthReport.extend({
  arrived: Arrived.nullable().default(null).describe('told before the opening alone'),
})
export type HealthMessage = z.infer<typeof HealthMessage>

export const Flow = z.enum(['none', 'still', 'live']).describe('as the server sees it; still: nothing comes in')
export type Flow = z.infer<typeof Flow>

export const ParticipantHealth = z.object({
  picture: Flow,
  report: HealthReport.nullable().describe('null: none in the last 15 s'),
  lastSeenAt: Ms.describe('when the last report came, or the connection began'),
})
export type ParticipantHealth = z.infer<typeof ParticipantHealth>

export const AlarmKind = z
  .enum(['lost', 'picture', 'microphone', 'loss', 'freezes', 'cpu'])
  .describe('mất kết nối, mất hình, không có micro, mất gói, hình đứng, máy quá tải')
export type AlarmKind = z.infer<typeof AlarmKind>

const AlarmId = z.string().max(128)
export const Alarm = z.object({
  alarmId: AlarmId,
  participantId: ParticipantId,
  kind: AlarmKind,
  since: Ms,
  endedAt: Ms.nullable().describe('when it went away by itself; null: it goes on'),
  handledAt: Ms.nullable().describe('when staff ticked it off'),
})
export type Alarm = z.infer<typeof Alarm>

const ConnectionLack = z
  .enum(['nobodyThere', 'nobodyAtCentre', 'noBranch', 'seesCentre', 'hearsCentre', 'seenByCentre', 'heardByCentre'])
  .describe('what is not so just now; noBranch: of the centre, that it is connected with one of the others')
export type ConnectionLack = z.infer<typeof ConnectionLack>

export const LackingSite = z.object({
  siteId: SiteId,
  lacks: z.array(ConnectionLack).describe('none: it holds, for some seconds still to come'),
})
export type LackingSite = z.infer<typeof LackingSite>

export const SessionHealth = z.object({
  participants: z.record(ParticipantId, ParticipantHealth).describe('those in the room'),
  alarms: z.array(Alarm).describe('those that go on, and those nobody has ticked off'),
  lacking: z
    .array(LackingSite)
    .describe(
      'before the opening: sites of which it is not known yet that they and the centre see and hear each other',
    ),
  speech: SpeechStatus.nullable().describe('how the speech engine of this installation does; null: it has none'),
})
export type SessionHealth = z.infer<typeof SessionHealth>

/** Before anything is told. */
export const nothingTold: SessionHealth = { participants: {}, alarms: [], lacking: [], speech: null }

/** absent: nobody of the site has come; lost: was in the room; unknown: a page that tells nothing. The worst first. */
export const conditions = ['lost', 'trouble', 'attention', 'absent', 'unknown', 'good'] as const
export type Condition = (typeof conditions)[number]

export const weaknesses = ['picture', 'camera', 'microphone', 'loss', 'cpu', 'bandwidth', 'delay', 'tcp'] as const
export type Weakness = (typeof weaknesses)[number]

export const AssistRequest = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('restartMedia'), participantId: ParticipantId })
    .describe('asks a page to begin anew with the devices that are on and its transports; it turns nothing on'),
  z.object({ type: z.literal('handleAlarm'), alarmId: AlarmId }).describe('ticks an alarm off'),
])
export type AssistRequest = z.infer<typeof AssistRequest>

/** The codes such a request may be refused with, besides those of the core. */
export const assistRejections = ['assist.not-present', 'assist.unknown-alarm'] as const

export const AssistReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), rejection: Rejection }),
])
export type AssistReply = z.infer<typeof AssistReply>
