// The handling of a case: responsible officer, findings, suspensions and extensions, decision, and what the citizen is
// told. Each step is recorded once, with author and time.
import { z } from 'zod'
import { accountOnly } from '../../kernel/actor.ts'
import { AccountId, line, Ms, SessionId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import { Day, type intake } from '../intake/contract.ts'

export const maximumSteps = 500

const PaperNumber = line(100).describe('số văn bản, as on the paper')

const Assignment = z.object({
  unit: line(300),
  officerId: AccountId.nullable().describe('null: anybody of the unit'),
  note: text(2000).nullable(),
})
const Dispatch = z.object({ paperNumber: PaperNumber, on: Day.describe('the date of the paper') })
const Notice = Dispatch.extend({ text: text(2000) })
const Words = z.object({ text: text(10_000) })
const Dialogue = z.object({ sessionId: SessionId, on: Day.describe('for which the session is booked') })
const Held = z.object({
  paperNumber: PaperNumber.nullable().describe('of its minutes; null: they have none yet'),
  on: Day,
})
const Extension = z.object({ until: Day, ground: text(2000) })
const Ground = z.object({ ground: text(2000) })

export const DecisionResult = z
  .enum(['right', 'partlyRight', 'wrong', 'settled', 'other'])
  .describe('đúng, đúng một phần, không đúng (sai), đã hòa giải xong, khác')
export type DecisionResult = z.infer<typeof DecisionResult>

const Decision = Dispatch.extend({ result: DecisionResult, text: text(10_000).describe('what is decided, in short') })
const Publication = z.object({ on: Day, way: text(1000).describe('how and where it was made known') })
const Answer = z.object({
  paperNumber: PaperNumber.nullable().describe('null: by word of mouth'),
  on: Day,
  text: text(5000),
})
const Result = Dispatch.extend({ text: text(5000).describe('what came out of it, in short') })
const PassedOn = z.object({ paperNumber: PaperNumber.nullable().describe('null: by word of mouth'), on: Day })
const Withdrawal = z.object({ on: Day, reason: text(2000).nullable() })

const own = ['handling.not-own', 'handling.split', 'handling.withdrawn'] as const
const inHand = [
  ...own,
  'handling.not-assigned',
  'handling.not-yours',
  'handling.suspended',
  'handling.decided',
  'handling.answered',
  'handling.too-many',
] as const
const dated = ['handling.in-future', 'handling.before-receipt'] as const

export const handling = defineModule('handling', {
  commands: {
    assign: command('Gives it to a unit and an officer.', accountOnly, Assignment, [...own, 'handling.to-oneself']),
    sendOn: command('Issues the paper by which it is guided, transferred or returned.', accountOnly, Dispatch, [
      ...dated,
      'handling.not-judged',
      'handling.is-own',
      'handling.sent-on',
      'handling.withdrawn',
    ]),
    notify: command('Tells the citizen that it was taken up, or needs longer.', accountOnly, Notice, [
      ...dated,
      'handling.not-judged',
      'handling.split',
      'handling.too-many',
    ]),
    verify: command('Writes down what was found.', accountOnly, Words, inHand),
    bookDialogue: command('Points to the session in which the parties talk.', accountOnly, Dialogue, [
      ...inHand,
      'handling.same-dialogue',
    ]),
    notifyDialogue: command('Tells the parties in writing of the dialogue that comes next.', accountOnly, Dispatch, [
      ...inHand,
      ...dated,
      'handling.no-dialogue',
    ]),
    holdDialogue: command('Says that the dialogue that came next was held.', accountOnly, Held, [
      ...inHand,
      ...dated,
      'handling.no-dialogue-to-hold',
    ]),
    extend: command('Takes longer, on a ground.', accountOnly, Extension, [...inHand, 'handling.not-later']),
    suspend: command('Lets it rest, on a ground.', accountOnly, Ground, inHand),
    resume: command('Goes on with it.', accountOnly, Ground, [...own, 'handling.not-suspended', 'handling.not-yours']),
    decide: command('Enters the decision.', accountOnly, Decision, [...inHand, ...dated]),
    publish: command('Says how the decision was made known.', accountOnly, Publication, [
      ...dated,
      'handling.not-decided',
    ]),
    answer: command('Answers the citizen.', accountOnly, Answer, [
      ...dated,
      'handling.not-judged',
      'handling.split',
      'handling.withdrawn',
      'handling.not-decided',
      'handling.not-sent-on',
      'handling.answered',
    ]),
    tellSender: command('Tells the body that sent it here what came out of it.', accountOnly, Dispatch, [
      ...dated,
      'handling.no-sender',
      'handling.no-result',
      'handling.sender-told',
    ]),
    receiveResult: command('Enters what the body it was transferred to says came out of it.', accountOnly, Result, [
      ...dated,
      'handling.not-transferred',
      'handling.withdrawn',
      'handling.result-received',
    ]),
    passOnResult: command('Tells the citizen what that body has said.', accountOnly, PassedOn, [
      ...dated,
      'handling.no-result-received',
      'handling.before-result',
      'handling.result-passed-on',
    ]),
    withdraw: command('The citizen takes it back.', accountOnly, Withdrawal, [
      ...dated,
      'handling.split',
      'handling.withdrawn',
      'handling.not-received',
    ]),
  },
  events: {
    assigned: event('nobody', Assignment),
    sentOn: event('nobody', Dispatch),
    notified: event('nobody', Notice),
    verified: event('nobody', Words),
    dialogueBooked: event('nobody', Dialogue),
    dialogueNotified: event('nobody', Dispatch.extend({ sessionId: SessionId })),
    dialogueHeld: event('nobody', Held.extend({ sessionId: SessionId })),
    extended: event('nobody', Extension),
    suspended: event('nobody', Ground),
    resumed: event('nobody', Ground),
    decided: event('nobody', Decision),
    published: event('nobody', Publication),
    answered: event('nobody', Answer),
    senderTold: event('nobody', Dispatch),
    resultReceived: event('nobody', Result),
    resultPassedOn: event('nobody', PassedOn),
    withdrawn: event('nobody', Withdrawal),
  },
  state: z.object({
    assignment: Assignment.extend({ at: Ms }).nullable(),
    sentOn: Dispatch.extend({ at: Ms }).nullable(),
    notices: z.array(Notice.extend({ at: Ms })),
    verifications: z.array(Words.extend({ at: Ms })),
    dialogues: z.array(
      Dialogue.extend({
        at: Ms,
        notice: Dispatch.nullable().describe('null: the parties were not told in writing'),
        held: Held.nullable().describe('null: not yet, as far as is known'),
      }),
    ),
    extensions: z.array(Extension.extend({ at: Ms })),
    rests: z.array(Ground.extend({ from: Ms, until: Ms.nullable().describe('null: it rests now') })),
    decision: Decision.extend({ at: Ms }).nullable(),
    publications: z.array(Publication.extend({ at: Ms })),
    answer: Answer.extend({ at: Ms }).nullable(),
    toldSender: Dispatch.nullable().describe('the letter to the body that sent it here'),
    receivedResult: Result.nullable().describe('of the body it was transferred to'),
    passedOnResult: PassedOn.nullable(),
    withdrawal: Withdrawal.extend({ at: Ms }).nullable(),
  }),
  initial: {
    assignment: null,
    sentOn: null,
    notices: [],
    verifications: [],
    dialogues: [],
    extensions: [],
    rests: [],
    decision: null,
    publications: [],
    answer: null,
    toldSender: null,
    receivedResult: null,
    passedOnResult: null,
    withdrawal: null,
  },
})

export const stages = [
  'toClassify',
  'toSendOn',
  'toAssign',
  'inHand',
  'suspended',
  'toAnswer',
  'toClose',
  'split',
] as const
export type Stage = (typeof stages)[number]

export const isResting = ({ rests }: Pick<StateOf<typeof handling>, 'rests'>): boolean => rests.at(-1)?.until === null

type Dialogues = Pick<StateOf<typeof handling>, 'dialogues'>
const firstOf = (dialogues: Dialogues['dialogues']) =>
  dialogues.toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]

/** Of which the parties are told next. */
export const dialogueToNotify = ({ dialogues }: Dialogues) =>
  firstOf(dialogues.filter(({ notice, held }) => notice === null && held === null))

/** Which comes next, or was meant to be held already. */
export const dialogueToHold = ({ dialogues }: Dialogues) => firstOf(dialogues.filter(({ held }) => held === null))

/** The day on which a case of one’s own had its result; undefined: it has none yet. */
export const resolvedOn = (
  { competence }: Pick<StateOf<typeof intake>, 'competence'>,
  { decision, answer }: Pick<StateOf<typeof handling>, 'decision' | 'answer'>,
): string | undefined => (competence?.outcome === 'own' ? (decision ?? answer)?.on : undefined)

/** The body that sent it here waits for what came out of it. */
export const owesSender = (
  taken: Pick<StateOf<typeof intake>, 'competence' | 'sender'>,
  handled: StateOf<typeof handling>,
): boolean =>
  taken.sender?.wantsResult === true &&
  resolvedOn(taken, handled) !== undefined &&
  handled.toldSender === null &&
  handled.withdrawal === null

/** The citizen waits for what the competent body has said. */
export const owesResult = ({ receivedResult, passedOnResult, withdrawal }: StateOf<typeof handling>): boolean =>
  receivedResult !== null && passedOnResult === null && withdrawal === null

/** Proposals and reflections may be answered without a decision. */
export const needsDecision = (kind: string | undefined): boolean => kind === 'complaint' || kind === 'denunciation'

/** Where a case stands that is not closed: one word, whatever has happened. */
export function stageOf(taken: StateOf<typeof intake>, handled: StateOf<typeof handling>): Stage {
  const { competence, parts } = taken
  if (parts.length > 0) return 'split'
  if (handled.withdrawal) return 'toClose'
  if (competence === null) return 'toClassify'
  if (competence.outcome !== 'own') {
    if (handled.sentOn === null) return 'toSendOn'
    // A letter of guidance, or with which it goes back, is the answer.
    return competence.outcome === 'transfer' && handled.answer === null ? 'toAnswer' : 'toClose'
  }
  if (handled.assignment === null) return 'toAssign'
  if (isResting(handled)) return 'suspended'
  if (handled.answer) return 'toClose'
  return handled.decision ? 'toAnswer' : 'inHand'
}
