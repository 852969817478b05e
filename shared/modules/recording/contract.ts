// The recording switch: staff say that the meeting is being recorded by the agency’s own equipment, everybody sees it and
// confirms having been told. Nothing here records: see ADR 0027.
import { z } from 'zod'
import { anyonePresent, staffPresent } from '../../kernel/actor.ts'
import { Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const RecordingStatus = z
  .enum(['off', 'announced', 'running', 'paused'])
  .describe('không ghi, sẽ ghi, đang ghi, tạm dừng ghi')

const nothing = z.object({})
const Reason = z.object({ reason: text(300) })
const One = z.object({ participantId: ParticipantId })

const RecordingState = z.object({
  status: RecordingStatus,
  pausedReason: z.string().nullable(),
  acknowledgedAt: z.record(ParticipantId, Ms).describe('who has confirmed having been told, and when'),
})
const initial: z.infer<typeof RecordingState> = { status: 'off', pausedReason: null, acknowledgedAt: {} }

export const recording = defineModule('recording', {
  commands: {
    announce: command('Tells everybody that the meeting will be recorded.', staffPresent, nothing, ['session.over']),
    start: command('Says that recording has begun; announces it when nobody has.', staffPresent, nothing, [
      'session.over',
      'recording.already-started',
    ]),
    pause: command('Says that recording is interrupted, with the reason.', staffPresent, Reason, [
      'recording.not-running',
    ]),
    resume: command('Says that recording goes on.', staffPresent, nothing, ['recording.not-paused']),
    stop: command('Says that recording has ended, or that there will be none.', staffPresent, nothing, [
      'recording.not-running',
    ]),
    acknowledge: command('Confirms having been told of the recording.', anyonePresent, nothing, [
      'recording.not-announced',
    ]),
  },
  events: {
    announced: event('present', nothing),
    withdrawn: event('present', nothing),
    started: event('present', nothing),
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
    return { ...state, acknowledgedAt: own === undefined ? {} : { [participantId]: own } }
  },
})
