import { type EvolveContext, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { isAbove, isStateSecret, type SecrecyLevel } from '../../secrecy/levels.ts'
import { secrecyMarkingIn } from '../../secrecy/secrecy-markings.ts'
import { intake, isSecondComplaint, lodgedOn, maximumFiles, maximumReaders } from './contract.ts'

type State = StateOf<typeof intake>
type Receipt = NonNullable<State['receipt']>

/** The petition as it can still be worked on, or why it cannot. */
function open({ receipt, parts }: State) {
  if (receipt === null) return { refusal: reject('intake.not-received') }
  return parts.length > 0 ? { refusal: reject('intake.split') } : { receipt }
}

/** Whoever speaks for others is one of several. */
const isSpokenFor = ({ petitionerIds, representativeId = null }: Pick<Receipt, 'petitionerIds' | 'representativeId'>) =>
  representativeId === null || (petitionerIds.length > 1 && petitionerIds.includes(representativeId))

const authorOf = ({ actor }: EvolveContext) => (actor.kind === 'account' ? actor.accountId : null)

const withReceipt = (state: State, change: (receipt: Receipt) => Partial<Receipt>): State =>
  state.receipt ? { ...state, receipt: { ...state.receipt, ...change(state.receipt) } } : state

/** Words that bear a higher mark than the case has a level. */
function isMarkedAbove({ subject, content }: Pick<Receipt, 'subject' | 'content'>, level: SecrecyLevel): boolean {
  const marking = secrecyMarkingIn(`${subject}\n${content}`)
  return marking !== null && isAbove(marking, level)
}

/** Who denounces is protected from then on, whatever the case is called later. */
const protecting = (receipt: Receipt, kinds: readonly string[]) => receipt.isProtected || kinds.includes('denunciation')

export const intakeRules = rules(intake, {
  decide: {
    receive({ receipt }, data, { at }) {
      if (receipt !== null) return reject('intake.received')
      if (data.receivedOn > calendarDayOf(at)) return reject('intake.in-future')
      if (data.writtenOn !== null && data.writtenOn > data.receivedOn) return reject('intake.written-later')
      if ((data.way === 'reception') !== (data.reception !== null)) return reject('intake.no-reception')
      if (!isSpokenFor(data)) return reject('intake.no-petitioner')
      if (isMarkedAbove(data, data.secrecy)) return reject('intake.marked')
      // The papers of a secret of the state stay on paper.
      if (isStateSecret(data.secrecy) && data.attachments.length > 0 && data.splitFrom === null)
        return reject('intake.secret-papers')
      return [{ type: 'received', data }]
    },
    correct(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      return isMarkedAbove(data, receipt.secrecy) ? reject('intake.marked') : [{ type: 'corrected', data }]
    },
    setLevel({ receipt }, data) {
      if (receipt === null) return reject('intake.not-received')
      if (isMarkedAbove(receipt, data.secrecy)) return reject('intake.marked')
      return receipt.secrecy === data.secrecy ? [] : [{ type: 'levelSet', data }]
    },
    correctPeople: (state, data) =>
      open(state).refusal ?? (isSpokenFor(data) ? [{ type: 'peopleCorrected', data }] : reject('intake.no-petitioner')),
    attach(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (isStateSecret(receipt.secrecy)) return reject('intake.secret-papers')
      if (receipt.attachments.length + data.attachments.length > maximumFiles)
        return reject('intake.too-many-files', { maximum: maximumFiles })
      return [{ type: 'attached', data }]
    },
    classify: (state, data) => open(state).refusal ?? [{ type: 'classified', data }],
    check(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (receipt.kind === 'mixed') return reject('intake.mixed')
      return [{ type: 'checked', data: { ...data, isEligible: data.checks.every(({ isMet }) => isMet) } }]
    },
    judge(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (receipt.kind === 'mixed') return reject('intake.mixed')
      if (state.check === null) return reject('intake.not-checked')
      if (data.outcome === 'own' && !state.check.isEligible) return reject('intake.not-eligible')
      if ((data.outcome === 'guide' || data.outcome === 'transfer') && data.body === null)
        return reject('intake.no-body')
      if (data.outcome === 'return' && data.reason === null) return reject('intake.no-reason')
      return [{ type: 'judged', data }]
    },
    find(state, data) {
      const { refusal } = open(state)
      if (refusal) return refusal
      return state.circumstances.some(({ circumstance }) => circumstance === data.circumstance)
        ? []
        : [{ type: 'found', data }]
    },
    noteSender(state, data, { at }) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (receipt.kind === 'mixed') return reject('intake.mixed')
      if (data.on > calendarDayOf(at)) return reject('intake.in-future')
      return data.on > receipt.receivedOn ? reject('intake.sent-later') : [{ type: 'senderNoted', data }]
    },
    noteDecisionKnown(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (receipt.kind !== 'complaint') return reject('intake.not-complaint')
      return data.on > lodgedOn(receipt) ? reject('intake.known-later') : [{ type: 'decisionKnownNoted', data }]
    },
    noteFirstDecision(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (!isSecondComplaint(state)) return reject('intake.not-second')
      return data.on > lodgedOn(receipt) ? reject('intake.known-later') : [{ type: 'firstDecisionNoted', data }]
    },
    split(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (receipt.kind !== 'mixed') return reject('intake.not-mixed')
      const ids = new Set([receipt.caseId, ...data.parts.map(({ caseId }) => caseId)])
      if (ids.size <= data.parts.length) return reject('intake.same-part')
      return [{ type: 'split', data }]
    },
    linkEarlier(state, data) {
      const { refusal, receipt } = open(state)
      if (refusal) return refusal
      if (data.earlierIds.includes(receipt.caseId)) return reject('intake.itself')
      return [{ type: 'earlierLinked', data: { earlierIds: [...new Set(data.earlierIds)] } }]
    },
    nameReader({ receipt, readers }, data) {
      if (receipt === null) return reject('intake.not-received')
      if (readers.includes(data.accountId)) return []
      if (readers.length >= maximumReaders) return reject('intake.too-many-readers', { maximum: maximumReaders })
      return [{ type: 'readerNamed', data }]
    },
    takeBackReader: ({ readers }, data) =>
      readers.includes(data.accountId) ? [{ type: 'readerTakenBack', data }] : reject('intake.not-named'),
  },
  evolve: {
    received: (state, data, context): State => ({
      ...state,
      registers: [{ ...data.register, at: context.at }],
      receipt: {
        ...data,
        isProtected: data.isProtected || data.kind === 'denunciation',
        at: context.at,
        byAccountId: authorOf(context),
      },
    }),
    corrected: (state, words) => withReceipt(state, () => words),
    levelSet: (state, { secrecy }) => withReceipt(state, () => ({ secrecy })),
    peopleCorrected: (state, people) => withReceipt(state, () => people),
    attached: (state, { attachments }) =>
      withReceipt(state, (receipt) => ({ attachments: [...receipt.attachments, ...attachments] })),
    classified(state, { kind, signers, register }, { at }): State {
      const changed = withReceipt(state, (receipt) => ({
        kind,
        signers,
        register,
        isProtected: protecting(receipt, [kind]),
      }))
      // What was found of one kind says nothing of another: other conditions hold for it.
      if (state.receipt?.kind === kind) return changed
      return { ...changed, registers: [...state.registers, { ...register, at }], check: null, competence: null }
    },
    checked: (state, check, { at }): State => ({
      ...state,
      check: { ...check, at },
      competence: check.isEligible === state.check?.isEligible ? state.competence : null,
    }),
    judged: (state, competence, { at }): State => ({ ...state, competence: { ...competence, at } }),
    found: (state, { circumstance }, { at }): State => ({
      ...state,
      circumstances: [...state.circumstances, { circumstance, at }],
    }),
    senderNoted: (state, sender): State => ({ ...state, sender }),
    decisionKnownNoted: (state, { on }): State => ({ ...state, decisionKnownOn: on }),
    firstDecisionNoted: (state, { on }): State => ({ ...state, firstDecisionOn: on }),
    split: (state, { parts }): State => ({
      ...withReceipt(state, (receipt) => ({
        isProtected: protecting(
          receipt,
          parts.map(({ kind }) => kind),
        ),
      })),
      parts,
    }),
    earlierLinked: (state, { earlierIds }): State => ({ ...state, earlierIds }),
    readerNamed: (state, { accountId }): State => ({ ...state, readers: [...state.readers, accountId] }),
    readerTakenBack: (state, { accountId }): State => ({
      ...state,
      readers: state.readers.filter((one) => one !== accountId),
    }),
  },
})
