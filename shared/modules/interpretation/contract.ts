// Interpretation (phiên dịch): an interpreter hears the floor and speaks into the channel of one language. The media
// plan routes that voice to the channel (projections/media-plan.ts). Which channel somebody listens to is not recorded.
import { z } from 'zod'
import { anyonePresent, staffPresent, systemOnly } from '../../kernel/actor.ts'
import { Language, Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'

export const maximumChannels = 6
export const maximumInterpreters = 6

/** Whoever interprets and loses the connection keeps the channel this long, unless a partner takes it. */
export const lostInterpreterGraceMs = 2 * 60 * 1000

const One = z.object({ language: Language })
const Interpreter = One.extend({ participantId: ParticipantId })

const Live = z.object({
  participantId: ParticipantId,
  from: Ms,
  lostAt: Ms.nullable().describe('since when the connection is lost'),
  asksRelief: z.boolean().describe('a partner is asked to take over'),
})

const Channel = One.extend({
  interpreters: z.array(ParticipantId).describe('who may speak into it'),
  live: Live.nullable().describe('who does; null: nobody, so its listeners hear the floor'),
})
export type Channel = z.infer<typeof Channel>

/** Who spoke into which channel, from when to when. */
const Turn = Interpreter.extend({ from: Ms, to: Ms })

export const interpretation = defineModule('interpretation', {
  commands: {
    offer: command('Offers interpretation into a language.', staffPresent, One, [
      'session.over',
      'interpretation.offered',
      'interpretation.too-many-channels',
    ]),
    withdraw: command('Offers a language no longer; whoever interprets into it ceases.', staffPresent, One, [
      'interpretation.not-offered',
    ]),
    appoint: command(
      'Lets a participant interpret into a language, also one who is still to come.',
      staffPresent,
      Interpreter,
      [
        'session.over',
        'interpretation.not-offered',
        'interpretation.unknown',
        'interpretation.too-many-interpreters',
        'protection.interpreter-unknown',
      ],
    ),
    dismiss: command('Lets a participant interpret into a language no longer.', staffPresent, Interpreter, [
      'interpretation.not-appointed',
    ]),
    start: command(
      'Speaks into the channel of a language from now on, and neither to the floor nor into another channel. Whoever did so before ceases.',
      anyonePresent,
      One,
      ['session.not-open', 'interpretation.not-appointed', 'interpretation.in-consultation'],
    ),
    stop: command('Ceases to interpret.', anyonePresent, z.object({}), ['interpretation.not-interpreting']),
    askRelief: command('Asks the partners to take over; goes on until one does.', anyonePresent, z.object({}), [
      'interpretation.not-interpreting',
      'interpretation.no-partner',
    ]),
    lapse: command('The time of waiting for a lost interpreter is over.', systemOnly, Interpreter),
  },
  events: {
    offered: event('present', One),
    withdrawn: event('present', One),
    appointed: event('present', Interpreter),
    dismissed: event('present', Interpreter),
    started: event('present', Interpreter),
    stopped: event('present', Interpreter),
    reliefAsked: event('present', Interpreter),
    lapsed: event('present', Interpreter),
  },
  state: z.object({ channels: z.array(Channel), turns: z.array(Turn).describe('those that are over') }),
  initial: { channels: [], turns: [] },
})

type Channels = Pick<StateOf<typeof interpretation>, 'channels'>

export const channelOf = ({ channels }: Channels, language: Language | null): Channel | undefined =>
  channels.find((channel) => channel.language === language)

/** The channel that somebody speaks into now. */
export const spokenInto = ({ channels }: Channels, participantId: ParticipantId): Channel | undefined =>
  channels.find(({ live }) => live?.participantId === participantId)

/** The channels that somebody may speak into. */
export const channelsFor = ({ channels }: Channels, participantId: ParticipantId): Channel[] =>
  channels.filter(({ interpreters }) => interpreters.includes(participantId))
