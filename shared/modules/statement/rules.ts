import { type DecideContext, type NewEvent, rules, type StateOf } from '../../kernel/module.ts'
import { type Rejection, reject } from '../../kernel/rejection.ts'
import { admission } from '../admission/contract.ts'
import { recording } from '../recording/contract.ts'
import { isOver, isRunning, session } from '../session/contract.ts'
import {
  type AcknowledgementMethod,
  lastVersion,
  longestStatement,
  maximumRequests,
  maximumStatements,
  maximumVersions,
  type Statement,
  type StatementOutcome,
  statement,
  statementOf,
} from './contract.ts'
import { lengthOf, spliced } from './splice.ts'

/** As long as it takes to read one out. */
const codeDigits = 6

type State = StateOf<typeof statement>
type Refusal<Code extends string> = { rejection: Rejection<Code> }
interface One {
  statementId: string
}
interface AtVersion extends One {
  version: number
}

/** With the meeting the citizen goes, and nobody can be read back to. */
function found({ statements }: State, { statementId }: One, { read }: DecideContext) {
  if (isOver(read(session).status)) return reject('session.over')
  return statementOf(statements, statementId) ?? reject('statement.unknown')
}

/** The version that lies before the citizen now. */
function beingRead(
  state: State,
  data: AtVersion,
  context: DecideContext,
): Statement | Refusal<'session.over' | 'statement.unknown' | 'statement.other-version'> {
  const one = found(state, data, context)
  if ('rejection' in one) return one
  return one.phase === 'reading' && lastVersion(one)?.version === data.version ? one : reject('statement.other-version')
}

const isTheirs = ({ participantId }: Statement, { actor }: DecideContext) =>
  actor.kind === 'participant' && actor.participantId === participantId

const change = ({ statements }: State, { statementId }: One, next: (one: Statement) => Statement): State => ({
  statements: statements.map((one) => (one.statementId === statementId ? next(one) : one)),
})

const settled = (state: State, { statementId, version }: AtVersion, outcome: StatementOutcome): State =>
  change(state, { statementId }, (one) => ({
    ...one,
    phase: 'settled',
    code: null,
    versions: one.versions.map((each) => (each.version === version ? { ...each, outcome } : each)),
  }))

const acknowledged = (
  one: Statement,
  { version }: AtVersion,
  method: AcknowledgementMethod,
  sha256: string | null = null,
): NewEvent<typeof statement>[] => [{ type: 'acknowledged', data: { ...dataOf(one, version), method, sha256 } }]

const dataOf = ({ statementId, participantId }: Statement, version: number) => ({ statementId, participantId, version })

export const statementRules = rules(statement, {
  decide: {
    begin({ statements }, { participantId }, { read, newId }) {
      if (!isRunning(read(session).status)) return reject('session.not-open')
      if (read(session).kind !== 'reception') return reject('statement.not-reception')
      if (read(admission).participants[participantId]?.role !== 'citizen') return reject('statement.not-citizen')
      if (statements.some((one) => one.participantId === participantId && one.phase !== 'settled'))
        return reject('statement.going-on')
      if (statements.length >= maximumStatements) return reject('statement.too-many', { maximum: maximumStatements })
      return [{ type: 'begun', data: { statementId: newId(), participantId } }]
    },
    type(state, { revision, ...splice }, context) {
      const one = found(state, splice, context)
      if ('rejection' in one) return one
      if (one.phase !== 'writing') return reject('statement.not-writing')
      if (one.revision !== revision) return reject('statement.changed-meanwhile')
      const length = lengthOf(one.text)
      // A piece of another text than this one.
      if (splice.from + splice.removed > length) return reject('statement.changed-meanwhile')
      if (length - splice.removed + lengthOf(splice.inserted) > longestStatement)
        return reject('statement.too-long', { maximum: longestStatement })
      if (splice.removed === 0 && splice.inserted === '') return []
      return [{ type: 'typed', data: { ...splice, participantId: one.participantId } }]
    },
    readBack(state, data, context) {
      const one = found(state, data, context)
      if ('rejection' in one) return one
      if (one.phase !== 'writing') return reject('statement.not-writing')
      if (one.text.trim() === '') return reject('statement.empty')
      if (one.versions.length >= maximumVersions)
        return reject('statement.too-many-versions', { maximum: maximumVersions })
      return [{ type: 'readBack', data: dataOf(one, one.versions.length + 1) }]
    },
    askCorrection(state, { words, ...data }, context) {
      const one = found(state, data, context)
      if ('rejection' in one) return one
      const byCitizen = isTheirs(one, context)
      if (!byCitizen && context.actor.kind === 'participant' && context.actor.role === 'citizen')
        return reject('statement.not-yours')
      if (one.phase === 'writing' || lastVersion(one)?.version !== data.version)
        return reject('statement.other-version')
      if (one.requests.length >= maximumRequests) return reject('statement.too-many', { maximum: maximumRequests })
      return [{ type: 'correctionAsked', data: { ...dataOf(one, data.version), words, byCitizen } }]
    },
    sign(state, { participantId, sha256, ...data }, context) {
      const one = beingRead(state, data, context)
      if ('rejection' in one) return one
      if (one.participantId !== participantId) return reject('statement.not-yours')
      return acknowledged(one, data, 'drawn', sha256)
    },
    offerCode(state, data, context) {
      const one = beingRead(state, data, context)
      if ('rejection' in one) return one
      if (one.code !== null) return []
      const { sessionId } = context.read(session)
      const code = context.codeFor(`statement ${sessionId} ${one.statementId} ${data.version}`).slice(-codeDigits)
      return [{ type: 'codeOffered', data: { ...dataOf(one, data.version), code } }]
    },
    acknowledgeByCode(state, { code, ...data }, context) {
      const one = beingRead(state, data, context)
      if ('rejection' in one) return one
      if (!isTheirs(one, context)) return reject('statement.not-yours')
      if (one.code === null) return reject('statement.no-code')
      if (code.replaceAll(/\s/g, '') !== one.code) return reject('statement.wrong-code')
      return acknowledged(one, data, 'code')
    },
    noteSpoken(state, data, context) {
      const one = beingRead(state, data, context)
      if ('rejection' in one) return one
      if (context.read(recording).status !== 'running') return reject('statement.not-recorded')
      return acknowledged(one, data, 'spoken')
    },
    noteNotSigned(state, { reason, ...data }, context) {
      const one = beingRead(state, data, context)
      if ('rejection' in one) return one
      return [{ type: 'notSigned', data: { ...dataOf(one, data.version), reason } }]
    },
  },
  evolve: {
    begun: ({ statements }, whose): State => ({
      statements: [
        ...statements,
        { ...whose, phase: 'writing', text: '', revision: 0, versions: [], requests: [], code: null },
      ],
    }),
    typed: (state, { participantId: _whose, statementId, ...splice }) =>
      change(state, { statementId }, (one) => ({
        ...one,
        text: spliced(one.text, splice),
        revision: one.revision + 1,
      })),
    readBack: (state, { statementId, version }, { at }) =>
      change(state, { statementId }, (one) => ({
        ...one,
        phase: 'reading',
        versions: [...one.versions, { version, text: one.text.trim(), readBackAt: at, outcome: null }],
      })),
    correctionAsked: (state, { statementId, version, words, byCitizen }, { at }) =>
      change(state, { statementId }, (one) => ({
        ...one,
        phase: 'writing',
        code: null,
        requests: [...one.requests, { version, words, at, byCitizen }],
      })),
    codeOffered: (state, { statementId, code }) => change(state, { statementId }, (one) => ({ ...one, code })),
    acknowledged: (state, { method, sha256, ...data }, { at }) =>
      settled(state, data, method === 'drawn' ? { how: method, at, sha256: sha256 ?? '' } : { how: method, at }),
    notSigned: (state, { reason, ...data }, { at }) => settled(state, data, { how: 'notSigned', at, reason }),
  },
})
