// The intake of a petition: way, petitioners (as ids), text and files; then its kind, eligibility and competence. A
// petition with several matters must be split first (Nghị định 154/2026/NĐ-CP, Điều 14.4).
import { z } from 'zod'
import { EvidenceFile } from '../../conclusions/follow-up/contract.ts'
import { accountOnly, orSystem } from '../../kernel/actor.ts'
import { AccountId, CaseId, CitizenId, line, Ms, SessionId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'

export const caseKinds = ['complaint', 'denunciation', 'proposal', 'reflection', 'mixed'] as const
export const CaseKind = z.enum(caseKinds).describe('khiếu nại, tố cáo, kiến nghị, phản ánh, nhiều nội dung')
export type CaseKind = z.infer<typeof CaseKind>
export const PartKind = CaseKind.exclude(['mixed'])

export const IntakeWay = z
  .enum(['reception', 'post', 'web', 'hand'])
  .describe('tiếp công dân, bưu chính, mạng, nộp trực tiếp')
export type IntakeWay = z.infer<typeof IntakeWay>

export const maximumFiles = 200
export const maximumParts = 20
const maximumEarlier = 50
export const maximumPetitioners = 20
export const maximumReaders = 50
/** From so many signers on it is the petition of many. */
export const manySigners = 5

/** No petition that an agency registers is older; what is typed before it is a slip of the hand. */
const firstDay = '1990-01-01'
export const Day = z.iso.date().refine((day) => day >= firstDay, `not before ${firstDay}`)

export const Reception = z.object({
  day: Day.describe('of the reception'),
  sessionId: SessionId.nullable().describe('the visit as a session; null: it had none'),
  ticket: line(40).nullable().describe('the number that was called'),
})

/** Given once: of this year and kind, and never again. */
export const RegisterNumber = z.object({
  year: z.int().min(2000).max(9999),
  kind: CaseKind,
  number: z.int().positive(),
})
export type RegisterNumber = z.infer<typeof RegisterNumber>

/** As papers cite it: KN-12/2026. */
export const registerLabel = ({ year, kind, number }: RegisterNumber): string =>
  `${abbreviations[kind]}-${number}/${year}`
const abbreviations: Readonly<Record<CaseKind, string>> = {
  complaint: 'KN',
  denunciation: 'TC',
  proposal: 'KNG',
  reflection: 'PA',
  mixed: 'NND',
}

/** The bytes are kept with the case they came to first: the parts of a split petition share them. */
export const Attachment = EvidenceFile.extend({ heldBy: CaseId })
export type Attachment = z.infer<typeof Attachment>

const Words = z.object({
  subject: line(300).describe('in one line; names nobody'),
  content: text(10_000),
})
export const Signers = z.int().min(1).max(1_000_000)

const Receipt = Words.extend({
  caseId: CaseId,
  register: RegisterNumber,
  way: IntakeWay,
  reception: Reception.nullable(),
  receivedOn: Day,
  writtenOn: Day.nullable().describe('the date on the petition'),
  kind: CaseKind,
  signers: Signers,
  petitionerIds: z.array(CitizenId).max(maximumPetitioners).describe('who turns to the agency; none: nobody is named'),
  representativeId: CitizenId.nullable()
    .optional()
    .describe('of those, who speaks for the others (người đại diện); nobody before it was asked for'),
  attachments: z.array(Attachment).max(maximumFiles),
  splitFrom: CaseId.nullable().describe('the petition it was part of'),
  isProtected: z.boolean().describe('who brought it is read by those named alone'),
  secrecy: SecrecyLevel.default('open'),
})

const People = Receipt.pick({ petitionerIds: true }).extend({ representativeId: CitizenId.nullable() })

const Part = Words.extend({ caseId: CaseId, kind: PartKind })
export type Part = z.infer<typeof Part>

const Check = z.object({
  condition: line(64).describe('its id in the list of the agency'),
  wording: text(500).describe('as it stood when it was checked'),
  isMet: z.boolean(),
})

export const CompetenceOutcome = z
  .enum(['own', 'guide', 'transfer', 'return'])
  .describe('thuộc thẩm quyền, hướng dẫn, chuyển đơn, trả đơn')
export type CompetenceOutcome = z.infer<typeof CompetenceOutcome>

const Competence = z.object({
  outcome: CompetenceOutcome,
  body: line(300).nullable().describe('the competent body, where it is another'),
  reason: text(2000).nullable(),
})

/** Each gives a matter other deadlines. */
export const Circumstance = z.enum(['complex', 'veryComplex', 'remote', 'severalPlaces', 'secondStage'])
export type Circumstance = z.infer<typeof Circumstance>

export const Sender = z.object({
  sentBy: line(300).describe('the body that sent it here'),
  paperNumber: line(100).describe('số văn bản of its letter'),
  on: Day.describe('the date of the letter'),
  wantsResult: z.boolean().describe('it is told what came out of it'),
})
const Known = z.object({ on: Day })

const Reader = z.object({ accountId: AccountId, reason: line(300) })

export const DoneCheck = z.object({
  checks: z.array(Check),
  isEligible: z.boolean(),
  note: z.string().nullable(),
  at: Ms,
})
export const Judgement = Competence.extend({ at: Ms })

export const LevelChange = z.object({
  secrecy: SecrecyLevel,
  reason: line(300).describe('the paper by which it was decided'),
})

const over = ['intake.not-received', 'intake.split'] as const
/** For steps that would be in vain for what its citizen has taken back. */
const standing = [...over, 'handling.withdrawn'] as const

export const intake = defineModule('intake', {
  commands: {
    receive: command('Enters a petition.', orSystem(accountOnly), Receipt, [
      'intake.received',
      'intake.in-future',
      'intake.written-later',
      'intake.no-reception',
      'intake.no-petitioner',
      'intake.marked',
      'intake.secret-papers',
    ]),
    correct: command('Mends the words of a petition.', accountOnly, Words, [...over, 'intake.marked']),
    setLevel: command('Changes its level of secrecy, up or down, with the ground.', accountOnly, LevelChange, [
      'intake.not-received',
      'intake.marked',
    ]),
    correctPeople: command('Corrects who sent it, and who speaks for them.', accountOnly, People, [
      ...over,
      'intake.no-petitioner',
    ]),
    attach: command(
      'Adds papers to a petition.',
      orSystem(accountOnly),
      z.object({ attachments: z.array(Attachment).min(1).max(maximumFiles) }),
      [...over, 'intake.too-many-files', 'intake.secret-papers'],
    ),
    classify: command(
      'Says what it is, and how many have signed it.',
      accountOnly,
      z.object({ kind: CaseKind, signers: Signers, register: RegisterNumber }),
      standing,
    ),
    check: command(
      'Goes through the conditions under which a petition is handled.',
      accountOnly,
      z.object({ checks: z.array(Check).min(1).max(50), note: text(2000).nullable() }),
      [...standing, 'intake.mixed'],
    ),
    judge: command('Says who is competent.', accountOnly, Competence, [
      ...standing,
      'intake.mixed',
      'intake.not-checked',
      'intake.not-eligible',
      'intake.no-body',
      'intake.no-reason',
    ]),
    find: command(
      'Notes what gives it other deadlines.',
      accountOnly,
      z.object({ circumstance: Circumstance }),
      standing,
    ),
    noteSender: command('Says which body sent it here.', accountOnly, Sender, [
      ...standing,
      'intake.mixed',
      'intake.in-future',
      'intake.sent-later',
    ]),
    noteDecisionKnown: command(
      'Says when the citizen came to know of the decision or act complained of.',
      accountOnly,
      Known,
      [...standing, 'intake.not-complaint', 'intake.known-later'],
    ),
    noteFirstDecision: command(
      'Says when the decision on the first complaint reached the citizen.',
      accountOnly,
      Known,
      [...standing, 'intake.not-second', 'intake.known-later'],
    ),
    split: command(
      'Splits a petition with several matters into a case each.',
      accountOnly,
      z.object({ parts: z.array(Part).min(2).max(maximumParts) }),
      [...standing, 'intake.not-mixed', 'intake.same-part'],
    ),
    linkEarlier: command(
      'Says which earlier cases are about the same.',
      accountOnly,
      z.object({ earlierIds: z.array(CaseId).max(maximumEarlier) }),
      [...over, 'intake.itself'],
    ),
    nameReader: command('Lets an account read what is for those named alone.', accountOnly, Reader, [
      'intake.not-received',
      'intake.too-many-readers',
    ]),
    takeBackReader: command('Takes back that an account may read it.', accountOnly, Reader, ['intake.not-named']),
  },
  events: {
    received: event('nobody', Receipt),
    corrected: event('nobody', Words),
    peopleCorrected: event('nobody', People),
    levelSet: event('nobody', LevelChange),
    attached: event('nobody', z.object({ attachments: z.array(Attachment) })),
    classified: event('nobody', z.object({ kind: CaseKind, signers: Signers, register: RegisterNumber })),
    checked: event(
      'nobody',
      z.object({ checks: z.array(Check), isEligible: z.boolean(), note: z.string().nullable() }),
    ),
    judged: event('nobody', Competence),
    found: event('nobody', z.object({ circumstance: Circumstance })),
    senderNoted: event('nobody', Sender),
    decisionKnownNoted: event('nobody', Known),
    firstDecisionNoted: event('nobody', Known),
    split: event('nobody', z.object({ parts: z.array(Part) })),
    earlierLinked: event('nobody', z.object({ earlierIds: z.array(CaseId) })),
    readerNamed: event('nobody', Reader),
    readerTakenBack: event('nobody', Reader),
  },
  state: z.object({
    receipt: Receipt.extend({ at: Ms, byAccountId: AccountId.nullable().describe('null: the web form') }).nullable(),
    registers: z.array(RegisterNumber.extend({ at: Ms })).describe('the one in force is the last'),
    check: DoneCheck.nullable(),
    competence: Judgement.nullable(),
    circumstances: z.array(z.object({ circumstance: Circumstance, at: Ms })),
    sender: Sender.nullable().describe('null: it was not sent here by another body'),
    decisionKnownOn: Day.nullable(),
    firstDecisionOn: Day.nullable(),
    earlierIds: z.array(CaseId),
    parts: z.array(Part),
    readers: z.array(AccountId),
  }),
  initial: {
    receipt: null,
    registers: [],
    check: null,
    competence: null,
    circumstances: [],
    sender: null,
    decisionKnownOn: null,
    firstDecisionOn: null,
    earlierIds: [],
    parts: [],
    readers: [],
  },
})

/** A complaint is a second one where that was found. */
export const isSecondComplaint = ({
  receipt,
  circumstances,
}: Pick<StateOf<typeof intake>, 'receipt' | 'circumstances'>) =>
  receipt?.kind === 'complaint' && circumstances.some(({ circumstance }) => circumstance === 'secondStage')

/** The day on which the citizen complained, as far as it is known. */
export const lodgedOn = ({
  writtenOn,
  receivedOn,
}: Pick<z.infer<typeof Receipt>, 'writtenOn' | 'receivedOn'>): string => writtenOn ?? receivedOn
