// The rule that cameras must stay on, and the gaps in a participant's picture, which the server reports from the media
// plane.
import { z } from 'zod'
import { orAccount, staffPresent, systemOnly } from '../../kernel/actor.ts'
import { Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const Rule = z.object({ isRequired: z.boolean() })
const Off = z.object({
  participantId: ParticipantId,
  since: Ms.describe('when the picture was last known to be there'),
})
const On = z.object({ participantId: ParticipantId })

export const CameraGap = z.object({
  participantId: ParticipantId,
  from: Ms,
  to: Ms.nullable().describe('null: going on'),
})
export type CameraGap = z.infer<typeof CameraGap>

export const camera = defineModule('camera', {
  commands: {
    setRule: command('Says whether cameras must stay on.', orAccount(staffPresent), Rule, ['session.over']),
    noteOff: command('A picture that must be there is missing.', systemOnly, Off),
    noteOn: command('A picture that was missing is there again.', systemOnly, On),
  },
  events: { ruleSet: event('present', Rule), wentOff: event('present', Off), cameBack: event('present', On) },
  state: z.object({ isRequired: z.boolean(), gaps: z.array(CameraGap) }),
  initial: { isRequired: false, gaps: [] },
})

export const openGapOf = (gaps: readonly CameraGap[], participantId: ParticipantId): CameraGap | undefined =>
  gaps.find((gap) => gap.participantId === participantId && gap.to === null)
