// Captions (phụ đề), written by a participant or by the speech engine. The state holds who may write, who writes and
// where captions are shown, not the words: these are `live` notices (projections/captions.ts), and finished lines go to
// the transcript (ADR 0062, 0065).
import { z } from 'zod'
import { anyonePresent, staffPresent } from '../../kernel/actor.ts'
import { ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const maximumCaptioners = 6

const One = z.object({ participantId: ParticipantId })
const Switched = z.object({ isOn: z.boolean() })

export const captions = defineModule('captions', {
  commands: {
    appoint: command('Lets a participant write the captions, also one who is still to come.', staffPresent, One, [
      'session.over',
      'secrecy.no-captions',
      'captions.unknown',
      'captions.too-many',
      'protection.captioner-unknown',
    ]),
    dismiss: command('Lets a participant write the captions no longer.', staffPresent, One, ['captions.not-appointed']),
    start: command('Writes the captions from now on. Whoever did so before ceases.', anyonePresent, z.object({}), [
      'session.not-open',
      'captions.not-appointed',
      'captions.in-consultation',
    ]),
    stop: command('Ceases to write the captions.', anyonePresent, z.object({}), ['captions.not-writing']),
    setAutomatic: command(
      'Lets the speech engine of the installation write the captions, or no longer.',
      staffPresent,
      Switched,
      ['session.over', 'secrecy.no-captions', 'captions.not-of-protected'],
    ),
    setOnScreens: command(
      'Shows the captions on second screens that nobody operates, or no longer.',
      staffPresent,
      Switched,
      ['session.over', 'secrecy.no-captions'],
    ),
  },
  events: {
    appointed: event('present', One),
    dismissed: event('present', One),
    started: event('present', One),
    stopped: event('present', One),
    automaticSet: event('present', Switched),
    onScreensSet: event('present', Switched),
  },
  state: z.object({
    captioners: z.array(ParticipantId).describe('who may write them'),
    writerId: ParticipantId.nullable().describe('who does; one who is lost goes on when they are back'),
    isAutomatic: z.boolean().describe('the engine writes while nobody else does'),
    isOnScreens: z.boolean().describe('second screens show the captions'),
  }),
  initial: { captioners: [], writerId: null, isAutomatic: false, isOnScreens: false },
})
