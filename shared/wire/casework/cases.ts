// Cases over REST: what comes in, what lists and pages of staff show, what a citizen follows.
import { z } from 'zod'
import { handling } from '../../cases/handling/contract.ts'
import {
  Attachment,
  CaseKind,
  Circumstance,
  Day,
  DoneCheck,
  IntakeWay,
  intake,
  Judgement,
  maximumParts,
  maximumPetitioners,
  PartKind,
  Reception,
  Sender,
  Signers,
} from '../../cases/intake/contract.ts'
import { CaseResult, Closing, Satisfaction } from '../../cases/outcome/contract.ts'
import { AccountId, CaseId, CitizenId, line, Ms, text } from '../../kernel/ids.ts'
import { acts } from '../../projections/case-acts.ts'
import { caseStatuses, milestoneKinds } from '../../projections/cases.ts'
import { SecrecyLevel } from '../../secrecy/levels.ts'
import { Citizen, EarlierVisits, SameBy } from '../identity/citizens.ts'

const CaseStatus = z.enum(caseStatuses)

const words = {
  subject: intake.commands.correct.data.shape.subject,
  content: intake.commands.correct.data.shape.content,
}

export const NewCase = z
  .object({
    ...words,
    way: IntakeWay,
    reception: Reception.nullable().default(null),
    receivedOn: Day,
    writtenOn: Day.nullable().default(null),
    kind: CaseKind,
    signers: Signers.default(1),
    petitioners: z.array(Citizen).max(maximumPetitioners).default([]).describe('entered now'),
    petitionerIds: z.array(CitizenId).max(maximumPetitioners).default([]).describe('known from a visit'),
    representative: Citizen.nullable().default(null).describe('who speaks for them; null: they themselves'),
    earlierIds: intake.commands.linkEarlier.data.shape.earlierIds.default([]).describe('cases about the same'),
    secrecy: SecrecyLevel.default('open'),
  })
  .meta({ id: 'NewCase' })
export type NewCaseBody = z.input<typeof NewCase>

export const ReceivedCase = z
  .object({
    caseId: CaseId,
    number: z.string(),
    code: z.string().describe('told to the citizen, once: nobody can look it up'),
  })
  .meta({ id: 'ReceivedCase' })
export type ReceivedCase = z.infer<typeof ReceivedCase>

export const CaseRow = z
  .object({
    caseId: z.string(),
    seq: z.int(),
    number: z.string(),
    status: CaseStatus,
    kind: CaseKind,
    subject: z.string().describe('in lists none of a protected case, nor of a secret of the state'),
    receivedOn: z.string(),
    signers: z.int(),
    unit: z.string().nullable(),
    officer: z.string().nullable().describe('the name of the account'),
    isProtected: z.boolean(),
    secrecy: SecrecyLevel,
    changedAt: Ms,
  })
  .meta({ id: 'CaseRow' })
export type CaseRow = z.infer<typeof CaseRow>

export const CaseQuery = z.object({
  status: CaseStatus.optional(),
  kind: CaseKind.optional(),
  unit: line(300).optional(),
  officerId: AccountId.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  search: line(200)
    .optional()
    .describe(
      'a register number, a telephone number, an e-mail address, the number of a paper, or words of the petition, with or ' +
        'without diacritics; the last word may be its beginning',
    ),
  name: line(200)
    .optional()
    .describe(
      'words of the name of whoever brought it, each whole, with or without diacritics; it is written down who asked',
    ),
  after: z.string().max(100).optional(),
})

export const CaseList = z
  .object({
    cases: z.array(CaseRow),
    next: z.string().nullable().describe('given as `after` it brings the following page; null: this was the last'),
    found: z
      .object({
        total: z.int(),
        isWhole: z.boolean().describe('false: the search is being made anew, and does not find all yet'),
        excerpts: z.record(z.string(), z.string()).describe('of a case by its id: where the words stand in its text'),
      })
      .nullable()
      .describe('of a search by words, the best first; null: the newest receipt first'),
    counts: z.record(CaseStatus, z.int()),
    units: z.array(z.string()),
    officers: z.array(z.object({ accountId: AccountId, name: z.string() })),
  })
  .meta({ id: 'CaseList' })
export type CaseList = z.infer<typeof CaseList>

const TimelineEntry = z.object({
  seq: z.int(),
  at: Ms,
  by: z.string().nullable().describe('the name of the account; null: the web form, or an account that is gone'),
  type: z.string(),
  texts: z.array(z.string()),
  paperNumber: z.string().nullable(),
  on: z.string().nullable(),
  until: z.string().nullable(),
})

const Column = z.object({ body: z.string(), paperNumber: z.string().nullable() })

export const CaseDetail = z
  .object({
    row: CaseRow,
    content: z.string().nullable().describe('null: for those named alone'),
    reads: z
      .array(z.object({ at: Ms, by: z.string().nullable(), purpose: z.string() }))
      .nullable()
      .describe(
        'who has read the words of a case that is for those named alone, the newest first; null: of no such case, or to others',
      ),
    way: IntakeWay,
    reception: Reception.nullable(),
    writtenOn: z.string().nullable(),
    formerNumbers: z.array(z.string()),
    attachments: z.array(Attachment),
    petitionerCount: z.int(),
    mayRead: z.boolean(),
    readers: z
      .array(z.object({ accountId: AccountId, name: z.string().nullable() }))
      .describe('named for it, beside who took it in and who handles it; told to them, and to administrators'),
    isMine: z.boolean().describe('its steps are taken by this account, or by anybody'),
    check: DoneCheck.nullable(),
    competence: Judgement.nullable(),
    circumstances: z.array(Circumstance),
    sender: Sender.nullable(),
    days: z
      .object({ decisionKnown: z.string().nullable(), firstDecision: z.string().nullable() })
      .describe('when the citizen came to know of what is complained of, and had the first decision'),
    handling: handling.state,
    closing: Closing.nullable(),
    acts: z.array(z.enum(acts)).describe('what can be done now, the next step first'),
    whole: CaseRow.nullable().describe('the petition it was part of'),
    parts: z.array(CaseRow),
    earlier: z.array(CaseRow).describe('about the same, as staff have said'),
    timeline: z.array(TimelineEntry),
    register: z.object({
      people: z.int(),
      isOwn: z.boolean(),
      guidedTo: Column.nullable(),
      handledBy: Column.nullable(),
      result: z
        .object({
          result: CaseResult.nullable(),
          paperNumber: z.string().nullable(),
          on: z.string(),
          satisfaction: Satisfaction.nullable(),
        })
        .nullable(),
    }),
  })
  .meta({ id: 'CaseDetail' })
export type CaseDetail = z.infer<typeof CaseDetail>

const Petitioner = z.object({
  name: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  identity: z
    .object({
      kind: z.enum(['citizenCard', 'oldIdentityCard', 'passport']),
      number: z.string(),
      issuedOn: z.string().nullable(),
      issuedBy: z.string().nullable(),
    })
    .nullable(),
})
export const Petitioners = z
  .object({
    petitioners: z.array(Petitioner.nullable().describe('null: erased')),
    representative: z.int().nullable().describe('the place of who speaks for the others; null: nobody does'),
  })
  .meta({ id: 'Petitioners' })

export type ShownPetitioners = z.infer<typeof Petitioners>

export const CorrectedPetitioners = z
  .object({
    petitioners: z
      .array(z.union([z.int().nonnegative().describe('stays as it is: its place among them until now'), Citizen]))
      .max(maximumPetitioners)
      .refine((all) => new Set(all).size === all.length, 'somebody is named twice'),
    representative: Petitioners.shape.representative,
  })
  .meta({ id: 'CorrectedPetitioners' })
export type CorrectedPetitioners = z.input<typeof CorrectedPetitioners>

const SuggestedCase = CaseRow.extend({
  samePerson: z.array(SameBy).describe('by what it may be of the same person; empty: by nothing'),
  likeness: z
    .object({ same: z.int(), of: z.int() })
    .nullable()
    .describe('so many of the pairs of neighbouring words are there, too; null: it says something else'),
})
export type SuggestedCase = z.infer<typeof SuggestedCase>
export const CaseSuggestions = z
  .object({
    cases: z.array(SuggestedCase).describe('of the same people, or with the same words'),
    visits: EarlierVisits.nullable().describe('null: who brought it is protected, and nobody is compared'),
  })
  .meta({ id: 'CaseSuggestions' })
export type CaseSuggestions = z.infer<typeof CaseSuggestions>

/** What is typed so far of a petition: it may be anything. */
export const PetitionDraft = z
  .object({
    subject: z.string().max(300),
    content: z.string().max(10_000),
    people: z
      .array(z.string().max(254))
      .max(3 * maximumPetitioners)
      .describe('telephone numbers, e-mail addresses, numbers of papers'),
    name: z.string().max(200).default(''),
    address: z.string().max(500).default(''),
    kind: CaseKind.optional().describe('of what holds a denunciation, or may, nobody is compared'),
  })
  .meta({ id: 'PetitionDraft' })
export type PetitionDraft = z.input<typeof PetitionDraft>

export const CasesOfCalled = CaseSuggestions.extend({
  cases: z.array(SuggestedCase).describe('the newest first; none of a denunciation'),
}).meta({ id: 'CasesOfCalled' })
export type CasesOfCalled = z.infer<typeof CasesOfCalled>

export const Parts = z
  .object({
    parts: z
      .array(z.object({ ...words, kind: PartKind }))
      .min(2)
      .max(maximumParts),
  })
  .meta({ id: 'CaseParts' })

const Condition = z.object({
  condition: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  wording: text(500),
  kinds: z.array(PartKind).describe('of which it is asked; empty: of every petition'),
})
const conditions = z.object({ conditions: z.array(Condition).min(1).max(50) })
export const NewConditionList = conditions.meta({ id: 'NewCaseConditions' })
export const ConditionList = conditions.meta({ id: 'CaseConditions' })
export type ConditionList = z.infer<typeof ConditionList>

// The public pages

export const WebPetition = z
  .object({
    kind: PartKind.or(z.literal('unsure')),
    name: line(200),
    address: text(500),
    phone: Citizen.shape.phone.default(null),
    email: Citizen.shape.email.default(null),
    ...words,
  })
  .meta({ id: 'WebPetition' })
export type WebPetitionBody = z.input<typeof WebPetition>

export const WebReceipt = z
  .object({ code: z.string().describe('by which it is followed'), receivedOn: z.string() })
  .meta({ id: 'WebReceipt' })
export type WebReceipt = z.infer<typeof WebReceipt>

export const FollowQuestion = z
  .object({
    code: z.string().min(1).max(40),
    contact: z.string().max(254).describe('the last four digits of the telephone number, or the e-mail address'),
  })
  .meta({ id: 'FollowQuestion' })

const Course = z.object({
  number: z.string().nullable().describe('null: it is not shown'),
  status: CaseStatus,
  milestones: z.array(z.object({ kind: z.enum(milestoneKinds), on: z.string(), until: z.string().nullable() })),
  body: z.string().nullable().describe('where the citizen was guided, or the petition sent'),
  promise: z
    .object({
      what: z
        .enum(['word', 'result', 'told'])
        .describe('whether it is taken up; what came out of it; what the body it went to has said'),
      on: z.string(),
      isPast: z.boolean(),
    })
    .nullable()
    .describe('the next day by which the law wants something done for the citizen'),
})
export const FollowedCase = z
  .object({ course: Course, parts: z.array(Course).describe('of a petition that was split: a case each') })
  .meta({ id: 'FollowedCase' })
export type FollowedCase = z.infer<typeof FollowedCase>
