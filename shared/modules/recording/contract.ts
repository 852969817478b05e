// The recording: by the server, whose recorder reports what is really written (ADR 0051), or by the agency’s own
// equipment as declared by staff (ADR 0027). Everybody sees its status and acknowledges having been informed.
import { z } from 'zod'
import { anyonePresent, orAccount, orSystem, staffPresent, systemOnly } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId, PersonId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { MediaSource } from '../../wire/engine/media-requests.ts'
import { InterruptionCause } from '../../wire/hearing/recording.ts'
import { isRunning, recordingRuleOf, type SessionStatus } from '../session/contract.ts'

const RecordingStatus = z
  .enum(['off', 'announced', 'starting', 'running', 'paused'])
  .describe('không ghi, sẽ ghi, đang chuẩn bị ghi, đang ghi, tạm dừng ghi')

const nothing = z.object({})
const Reason = z.object({ reason: text(300) })
const One = z.object({ participantId: ParticipantId })

/** The agency’s own equipment: the server cannot look after it, so somebody answers for it. */
const Equipment = z.object({
  device: line(200),
  reason: text(500).describe('why this server does not record'),
  recorderId: PersonId.describe('who records'),
})
/** null: of before these were asked for. */
const Started = z.object({
  device: Equipment.shape.device.nullable().default(null),
  reason: Equipment.shape.reason.nullable().default(null),
  recorderId: Equipment.shape.recorderId.nullable().default(null),
})

/** null: of the whole recording. */
const Track = z.object({ participantId: ParticipantId, source: MediaSource }).nullable()
const Interruption = z.object({ track: Track, cause: InterruptionCause })

const RecordingGap = Interruption.extend({ from: Ms, to: Ms.nullable().describe('null: going on') })
export type RecordingGap = z.infer<typeof RecordingGap>

const RecordingState = z.object({
  status: RecordingStatus,
  by: z.enum(['equipment', 'server']).describe('of the agency, as staff say; or of this server, as its recorder says'),
  beganAt: Ms.nullable().describe('when its first data were on the disk of this server'),
  gaps: z.array(RecordingGap).describe('what was to be recorded by this server and was not'),
  pausedReason: z.string().nullable(),
  equipment: Equipment.extend({ since: Ms })
    .nullable()
    .describe('which, since it was said last; null: none, or not said'),
  acknowledgedAt: z.record(ParticipantId, Ms).describe('who has confirmed having been told, and when'),
})
const initial: z.infer<typeof RecordingState> = {
  status: 'off',
  by: 'equipment',
  beganAt: null,
  gaps: [],
  pausedReason: null,
  equipment: null,
  acknowledgedAt: {},
}

export const recording = defineModule('recording', {
  commands: {
    announce: command('Tells everybody that the meeting will be recorded.', staffPresent, nothing, [
      'session.over',
      'recording.never',
    ]),
    request: command('Asks the server to record; announces it when nobody has.', orSystem(staffPresent), nothing, [
      'session.over',
      'recording.already-started',
      'recording.never',
      'recording.no-room',
    ]),
    start: command(
      'Says that the agency’s own equipment records, which, why and who; announces it when nobody has. An account says it ' +
        'before the opening alone.',
      orAccount(staffPresent),
      Equipment,
      ['session.over', 'session.not-scheduled', 'recording.already-started', 'recording.never'],
    ),
    confirm: command('The first data of the recording are on the disk.', systemOnly, nothing),
    interrupt: command('Something that must be recorded is not being written.', systemOnly, Interruption),
    restore: command('It is being written again, or need not be any more.', systemOnly, z.object({ track: Track })),
    pause: command('Says that recording is interrupted, with the reason.', staffPresent, Reason, [
      'recording.not-running',
    ]),
    resume: command('Says that recording goes on.', staffPresent, nothing, ['recording.not-paused']),
    stop: command('Says that recording has ended, or that there will be none.', staffPresent, nothing, [
      'recording.not-running',
      'recording.required',
    ]),
    acknowledge: command('Confirms having been told of the recording.', anyonePresent, nothing, [
      'recording.not-announced',
    ]),
  },
  events: {
    announced: event('present', nothing),
    withdrawn: event('present', nothing),
    requested: event('present', nothing),
    started: event('present', Started),
    confirmed: event('present', nothing),
    interrupted: event('staff', Interruption),
    restored: event('staff', z.object({ track: Track })),
    paused: event('present', Reason),
    resumed: event('present', nothing),
    stopped: event('present', nothing),
    acknowledged: event(({ participantId }) => ({ to: 'staff', and: [participantId] }), One),
  },
  state: RecordingState,
  initial,
  view(state, { participantId, role, standing }) {
    if (standing === 'waiting') return initial
    if (role === 'chair' || role === 'secretary') return state
    const own = state.acknowledgedAt[participantId]
    return { ...state, gaps: [], acknowledgedAt: own === undefined ? {} : { [participantId]: own } }
  },
})

type State = z.infer<typeof RecordingState>

/** The server is to record now. */
export const isWanted = ({ by, status }: Pick<State, 'by' | 'status'>): boolean =>
  by === 'server' && (status === 'starting' || status === 'running')

/** Data are on the disk, or staff say that the agency’s own equipment records. */
export const isWritten = (state: Pick<State, 'status' | 'gaps'>): boolean =>
  state.status === 'running' && !openGaps(state).some(({ track }) => track === null)

/** It must be recorded, and nothing records it yet: it is not opened. */
export const lacksRecording = (
  state: Pick<State, 'status' | 'gaps'>,
  session: Parameters<typeof recordingRuleOf>[0],
): boolean => recordingRuleOf(session) === 'required' && !isWritten(state)

export const sameTrack = (one: z.infer<typeof Track>, other: z.infer<typeof Track>): boolean =>
  one?.participantId === other?.participantId && one?.source === other?.source

export const openGaps = ({ gaps }: Pick<State, 'gaps'>): RecordingGap[] => gaps.filter(({ to }) => to === null)

/** A session that must be recorded, of which this server has nothing while it goes on. */
export const isLeftToEquipment = (
  { by, status }: Pick<State, 'by' | 'status'>,
  session: Parameters<typeof recordingRuleOf>[0] & { readonly status: SessionStatus },
): boolean =>
  isRunning(session.status) && recordingRuleOf(session) === 'required' && by === 'equipment' && status === 'running'
