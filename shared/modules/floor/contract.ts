// The floor (verbs of RFC 8855): where participants speak by turns, they request it and staff grant it; speaking time
// is counted per person and per site. At a reception all are heard unless turns are switched on, except those silenced
// by staff (ADR 0078).
import { z } from 'zod'
import { anyonePresent, orAccount, presentRoles, staffPresent, systemOnly } from '../../kernel/actor.ts'
import { ItemId, Ms, ParticipantId, PersonId, SiteId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { Turn } from './speaking-time.ts'

export const Purpose = z
  .enum(['speak', 'reply', 'question', 'pointOfOrder'])
  .describe('phát biểu, trả lời, đặt câu hỏi, ý kiến về trình tự')
export type Purpose = z.infer<typeof Purpose>

const One = z.object({ participantId: ParticipantId })
const Site = z.object({ siteId: SiteId.nullable().describe('null: none any more') })
const reason = z.object({ reason: text(300).nullable() })
const Budget = z.int().min(10).max(7200).nullable().describe('seconds; null: no limit')

export const SpeakingRules = z.object({
  perPurpose: z.record(Purpose, Budget).describe('one speech, by its kind'),
  perPerson: Budget.describe('all speeches of one named person together'),
  perSite: Budget.describe('all speeches from one site together'),
  atTheEnd: z
    .enum(['remind', 'softMute', 'hardMute'])
    .describe(
      'when time and grace are over: the clock only goes on; the browser of the holder switches its microphone off, which they may switch on again; the floor is taken and the server lets no more sound through',
    ),
  graceSeconds: z.int().min(0).max(300).describe('between the end of the time and what then happens'),
})
export type SpeakingRules = z.infer<typeof SpeakingRules>

const Holder = One.extend({
  purpose: Purpose.nullable().describe('null: granted without a request'),
  speakerId: PersonId.nullable().describe('who of the site speaks; null: not named'),
  grantedAt: Ms,
  endsAt: Ms.nullable().describe('null: no limit'),
  pausedAt: Ms.nullable().describe('since when the clock stands'),
  /** The time and the grace are over, and the holder has been asked to stop by their own browser. */
  isOverrun: z.boolean(),
  lostAt: Ms.nullable(),
})
export type Holder = z.infer<typeof Holder>

/** A holder whose connection is lost keeps the floor this long. */
export const lostHolderGraceMs = 2 * 60 * 1000

const Limit = z
  .int()
  .min(10)
  .max(7200)
  .nullable()
  .optional()
  .describe('unset: what the rules of speaking leave; null: no limit')

export const floor = defineModule('floor', {
  commands: {
    request: command(
      'Asks for the floor. A point of order goes before the others.',
      presentRoles('chair', 'secretary', 'siteOperator', 'citizen'),
      z.object({ purpose: Purpose }),
      ['session.not-open', 'floor.not-by-turns', 'floor.locked', 'floor.already-requested', 'floor.already-held'],
    ),
    withdraw: command('Takes the own request back.', anyonePresent, z.object({}), ['floor.no-request']),
    move: command(
      'Moves a request to another place in the speaker list.',
      staffPresent,
      One.extend({ position: z.int().min(0).max(5000).describe('counted from 0, without the request itself') }),
      ['floor.no-request'],
    ),
    grant: command(
      'Gives the floor, asked for or not. Whoever held it loses it.',
      staffPresent,
      One.extend({ limitSeconds: Limit }),
      [
        'session.not-open',
        'floor.not-by-turns',
        'floor.not-present',
        'floor.observer',
        'floor.in-consultation',
        'floor.interpreting',
        'floor.already-held',
        'floor.budget-used',
      ],
    ),
    deny: command('Denies a request, with or without a reason.', staffPresent, One.extend(reason.shape), [
      'floor.no-request',
    ]),
    release: command('Gives the own floor back.', anyonePresent, z.object({}), ['floor.not-holder']),
    revoke: command('Takes the floor back.', staffPresent, reason, ['floor.not-held']),
    nameSpeaker: command(
      'Says who of the site speaks: staff, or whoever runs the site that has the floor.',
      presentRoles('chair', 'secretary', 'siteOperator'),
      z.object({ speakerId: PersonId.nullable().describe('a delegate of the site or who sits in for one') }),
      ['floor.not-held', 'floor.not-holder', 'floor.not-of-the-site', 'floor.budget-used'],
    ),
    extend: command('Gives the holder more time.', staffPresent, z.object({ seconds: z.int().min(10).max(3600) }), [
      'floor.not-held',
      'floor.no-limit',
    ]),
    pause: command('Stops the clock of the holder.', staffPresent, z.object({}), ['floor.not-held', 'floor.paused']),
    resume: command('Lets the clock go on.', staffPresent, z.object({}), ['floor.not-held', 'floor.not-paused']),
    lock: command(
      'Takes the floor from whoever has it and takes no requests: only the chair is heard, and whom staff give the floor.',
      staffPresent,
      z.object({}),
      ['session.not-open', 'floor.locked'],
    ),
    unlock: command('Takes requests again.', staffPresent, z.object({}), ['floor.not-locked']),
    checkSound: command(
      'Where one speaks by turns: lets one site be heard before the opening, so that its sound is measured; until it is.',
      staffPresent,
      Site,
      ['session.not-scheduled', 'floor.not-by-turns', 'floor.unknown-site', 'floor.nobody-there'],
    ),
    setByTurns: command(
      'Says whether only who has the floor is heard at this reception, or all are.',
      staffPresent,
      z.object({ isByTurns: z.boolean() }),
      ['session.over', 'floor.conference'],
    ),
    silence: command(
      'Where all are heard: lets no more sound of one of them through, whatever their browser does.',
      staffPresent,
      One,
      ['session.over', 'floor.by-turns', 'floor.not-present', 'floor.staff', 'floor.observer'],
    ),
    endSilence: command('Lets somebody who was silenced be heard again.', staffPresent, One, ['floor.not-silenced']),
    setRules: command('Sets how long one may speak.', orAccount(staffPresent), z.object({ rules: SpeakingRules }), [
      'session.over',
    ]),
    overrun: command('The time and the grace of the holder are over: the holder is asked to stop.', systemOnly, One),
    expire: command('The time of the holder, or of waiting for a lost holder, is over.', systemOnly, One),
  },
  events: {
    requested: event('present', One.extend({ purpose: Purpose, position: z.int().describe('in the speaker list') })),
    withdrawn: event('present', One),
    moved: event('present', One.extend({ position: z.int() })),
    granted: event(
      'present',
      One.extend({
        purpose: Purpose.nullable(),
        speakerId: PersonId.nullable(),
        itemId: ItemId.nullable(),
        endsAt: Ms.nullable(),
      }),
    ),
    denied: event('present', One.extend(reason.shape)),
    released: event('present', One),
    revoked: event('present', One.extend(reason.shape)),
    speakerNamed: event('present', One.extend({ speakerId: PersonId.nullable(), endsAt: Ms.nullable() })),
    extended: event('present', One.extend({ endsAt: Ms })),
    paused: event('present', One),
    resumed: event('present', One.extend({ endsAt: Ms.nullable() })),
    locked: event(
      'present',
      z.object({ isByTurns: z.boolean().default(true).describe('false: where all were heard until then') }),
    ),
    unlocked: event('present', z.object({})),
    soundCheckSet: event('present', Site),
    byTurnsSet: event('present', z.object({ isByTurns: z.boolean() })),
    silenced: event('present', One),
    silenceEnded: event('present', One),
    rulesSet: event('present', z.object({ rules: SpeakingRules })),
    overran: event('present', One),
    expired: event('present', One),
  },
  state: z.object({
    isByTurns: z
      .boolean()
      .describe('beside chair and secretary only the holder is heard; false: all but observers are'),
    silenced: z.array(ParticipantId).describe('not heard, where all are'),
    soundCheck: SiteId.nullable().describe('the site that is heard before the opening, its sound being checked'),
    rules: SpeakingRules,
    requests: z.array(One.extend({ purpose: Purpose, at: Ms })).describe('of the item going on'),
    holder: Holder.nullable(),
    turns: z.array(Turn).describe('who has spoken, the last perhaps still going on'),
    isLocked: z.boolean().describe('the secretary is not heard either, and nobody can ask'),
  }),
  initial: {
    isByTurns: true,
    silenced: [],
    soundCheck: null,
    rules: {
      perPurpose: { speak: null, reply: null, question: null, pointOfOrder: null },
      perPerson: null,
      perSite: null,
      atTheEnd: 'hardMute',
      graceSeconds: 0,
    },
    requests: [],
    holder: null,
    turns: [],
    isLocked: false,
  },
})
