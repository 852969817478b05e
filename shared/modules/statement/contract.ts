// The statement of a citizen: written down by an officer, read back, corrected on request, acknowledged. Each version
// that was read back is kept; an acknowledged one cannot be edited, only followed by a new version (ADR 0040).
import { z } from 'zod'
import { presentRoles, staffPresent, systemOnly, type Viewer } from '../../kernel/actor.ts'
import { Ms, ParticipantId, piece, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const longestStatement = 20_000
export const maximumStatements = 50
export const maximumVersions = 50
export const maximumRequests = 100

const One = z.object({ statementId: z.uuid() })
const Whose = One.extend({ participantId: ParticipantId })
const AtVersion = One.extend({ version: z.int().positive() })
const Reason = AtVersion.extend({ reason: text(500) })
const Splice = z.object({
  from: z.int().nonnegative(),
  removed: z.int().nonnegative().max(longestStatement),
  inserted: piece(longestStatement),
})

export const AcknowledgementMethod = z
  .enum(['drawn', 'code', 'spoken'])
  .describe('signed by hand on the screen; by a code that the officer reads out; by word of mouth, in the recording')
export type AcknowledgementMethod = z.infer<typeof AcknowledgementMethod>
const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('of the drawing, which is kept beside the journal')

const Outcome = z.discriminatedUnion('how', [
  z.object({ how: z.literal('drawn'), at: Ms, sha256: Sha256 }),
  z.object({ how: z.enum(['code', 'spoken']), at: Ms }),
  z.object({ how: z.literal('notSigned'), at: Ms, reason: z.string() }),
])
export type StatementOutcome = z.infer<typeof Outcome>

const Version = z.object({
  version: z.int().positive(),
  text: z.string(),
  readBackAt: Ms,
  outcome: Outcome.nullable(),
})
const CorrectionRequest = z.object({ version: z.int().positive(), words: z.string(), at: Ms, byCitizen: z.boolean() })
const Statement = Whose.extend({
  phase: z.enum(['writing', 'reading', 'settled']).describe('đang ghi, đang đọc lại, đã xác nhận hoặc không ký'),
  text: z.string().describe('as it is being written'),
  revision: z.int().nonnegative().describe('raised by each piece typed'),
  versions: z.array(Version),
  requests: z.array(CorrectionRequest).describe('what was to be corrected, in the words of who asked'),
  code: z.string().nullable().describe('what the officer reads out; for staff alone'),
})
export type Statement = z.infer<typeof Statement>

const Typed = Whose.extend(Splice.shape)
const staffOrCitizen = presentRoles('chair', 'secretary', 'citizen')
/** Staff, and whose words they are while in the room. */
const staffAndSubject = ({ participantId }: { participantId: ParticipantId }) => ({
  to: 'staff' as const,
  inside: [participantId],
})
const ofVersion = Whose.extend(AtVersion.shape)

export const statement = defineModule('statement', {
  commands: {
    begin: command(
      'Begins to write down what a citizen says.',
      staffPresent,
      z.object({ participantId: ParticipantId }),
      [
        'session.not-open',
        'statement.not-reception',
        'statement.not-citizen',
        'statement.going-on',
        'statement.too-many',
      ],
    ),
    type: command('A piece of the text is typed.', staffPresent, One.extend({ revision: z.int(), ...Splice.shape }), [
      'session.over',
      'statement.unknown',
      'statement.not-writing',
      'statement.changed-meanwhile',
      'statement.too-long',
    ]),
    readBack: command('Reads the text back to the citizen, as a version of its own.', staffPresent, One, [
      'session.over',
      'statement.unknown',
      'statement.not-writing',
      'statement.empty',
      'statement.too-many-versions',
    ]),
    askCorrection: command(
      'The citizen, or staff in their place, says what is to be corrected; it is written on.',
      staffOrCitizen,
      AtVersion.extend({ words: text(1000) }),
      ['session.over', 'statement.unknown', 'statement.other-version', 'statement.not-yours', 'statement.too-many'],
    ),
    sign: command('The citizen has signed on the screen.', systemOnly, ofVersion.extend({ sha256: Sha256 }), [
      'session.over',
      'statement.unknown',
      'statement.not-yours',
      'statement.other-version',
    ]),
    offerCode: command('Shows staff the code that they read out to the citizen.', staffPresent, AtVersion, [
      'session.over',
      'statement.unknown',
      'statement.other-version',
    ]),
    acknowledgeByCode: command(
      'The citizen agrees, by the code that was read out to them.',
      presentRoles('citizen'),
      AtVersion.extend({ code: z.string().max(20) }),
      [
        'session.over',
        'statement.unknown',
        'statement.not-yours',
        'statement.other-version',
        'statement.no-code',
        'statement.wrong-code',
      ],
    ),
    noteSpoken: command(
      'Notes that the citizen has agreed by word of mouth, in the recording.',
      staffPresent,
      AtVersion,
      ['session.over', 'statement.unknown', 'statement.other-version', 'statement.not-recorded'],
    ),
    noteNotSigned: command('Notes that the citizen does not sign, and why.', staffPresent, Reason, [
      'session.over',
      'statement.unknown',
      'statement.other-version',
    ]),
  },
  events: {
    begun: event(staffAndSubject, Whose),
    typed: event(staffAndSubject, Typed),
    readBack: event(staffAndSubject, ofVersion),
    correctionAsked: event(staffAndSubject, ofVersion.extend({ words: z.string(), byCitizen: z.boolean() })),
    codeOffered: event('staff', ofVersion.extend({ code: z.string() })),
    acknowledged: event(
      staffAndSubject,
      ofVersion.extend({ method: AcknowledgementMethod, sha256: Sha256.nullable() }),
    ),
    notSigned: event(staffAndSubject, ofVersion.extend({ reason: z.string() })),
  },
  state: z.object({ statements: z.array(Statement) }),
  initial: { statements: [] },
  view: ({ statements }, viewer) => ({
    statements: statements.flatMap((one) => {
      if (isStaff(viewer)) return one
      return viewer.standing === 'present' && viewer.participantId === one.participantId ? { ...one, code: null } : []
    }),
  }),
})

const isStaff = ({ role, standing }: Viewer) => standing === 'present' && (role === 'chair' || role === 'secretary')

export const statementOf = (statements: readonly Statement[], statementId: string): Statement | undefined =>
  statements.find((one) => one.statementId === statementId)

export const lastVersion = ({ versions }: Pick<Statement, 'versions'>) => versions.at(-1)
