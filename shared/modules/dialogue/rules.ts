import { type DecideContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { dialogueCopies } from '../../law/dialogue-minutes.ts'
import { admission } from '../admission/contract.ts'
import { approval } from '../approval/contract.ts'
import { hasEnded, session } from '../session/contract.ts'
import { dialogue, lackOf, maximumParties, type Party } from './contract.ts'

type State = StateOf<typeof dialogue>

function frozen({ read }: DecideContext) {
  if (hasEnded(read(session).status)) return reject('dialogue.ended')
  return read(approval).signatures.secretary ? reject('dialogue.signed') : null
}

/** null: it can be written. */
const blockingReason = ({ isBegun }: State, context: DecideContext) =>
  isBegun ? frozen(context) : reject('dialogue.not-begun')

const partyOf = ({ parties }: State, partyId: string) => parties.find((party) => party.partyId === partyId)

const changed = (state: State, partyId: string, change: Partial<Party>): State => ({
  ...state,
  parties: state.parties.map((party) => (party.partyId === partyId ? { ...party, ...change } : party)),
})

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const dialogueRules = rules(dialogue, {
  decide: {
    begin({ isBegun }, _data, context) {
      if (context.read(session).kind !== 'reception') return reject('dialogue.not-reception')
      const rejected = frozen(context)
      if (rejected) return rejected
      return isBegun ? [] : [{ type: 'begun', data: {} }]
    },
    addParty(state, party, context) {
      const rejected = blockingReason(state, context)
      if (rejected) return rejected
      const { participantId } = party
      if (participantId !== null) {
        if (!context.read(admission).participants[participantId]) return reject('dialogue.unknown-participant')
        if (state.parties.some((one) => one.participantId === participantId)) return reject('dialogue.already-party')
      }
      if (state.parties.length >= maximumParties) return reject('dialogue.too-many', { maximum: maximumParties })
      return [{ type: 'partyAdded', data: { ...party, partyId: context.newId() } }]
    },
    removeParty(state, { partyId }, context) {
      const rejected = blockingReason(state, context)
      if (rejected) return rejected
      return partyOf(state, partyId) ? [{ type: 'partyRemoved', data: { partyId } }] : reject('dialogue.unknown-party')
    },
    noteAttendance(state, data, context) {
      const rejected = blockingReason(state, context)
      if (rejected) return rejected
      const party = partyOf(state, data.partyId)
      if (!party) return reject('dialogue.unknown-party')
      return isSame(party.attendance, data.attendance) ? [] : [{ type: 'attendanceNoted', data }]
    },
    write(state, { baseRevision, ...written }, context) {
      const rejected = blockingReason(state, context)
      if (rejected) return rejected
      if (baseRevision !== state.revision) return reject('dialogue.changed')
      const { minimum } = dialogueCopies
      if (written.copies < minimum) return reject('dialogue.too-few-copies', { minimum })
      return isSame(state.written, written) ? [] : [{ type: 'written', data: written }]
    },
    readBack(state, _data, context) {
      const rejected = blockingReason(state, context)
      if (rejected) return rejected
      return state.written.purpose === '' ? reject('dialogue.nothing-written') : [{ type: 'readBack', data: {} }]
    },
    noteNotSigned(state, data, context) {
      const rejected = blockingReason(state, context)
      if (rejected) return rejected
      const party = partyOf(state, data.partyId)
      if (!party) return reject('dialogue.unknown-party')
      return party.notSigned === data.reason ? [] : [{ type: 'notSignedNoted', data }]
    },
  },
  evolve: {
    begun: (state): State => ({ ...state, isBegun: true }),
    partyAdded: (state, party) => ({
      ...state,
      parties: [...state.parties, { ...party, attendance: null, notSigned: null }],
    }),
    partyRemoved: (state, { partyId }) => ({
      ...state,
      parties: state.parties.filter((party) => party.partyId !== partyId),
    }),
    attendanceNoted: (state, { partyId, attendance }) => changed(state, partyId, { attendance }),
    // What was read back is not what stands there now.
    written: (state, written) => ({ ...state, written, revision: state.revision + 1, readBackAt: null }),
    readBack: (state, _data, { at }) => ({ ...state, readBackAt: at }),
    notSignedNoted: (state, { partyId, reason }) => changed(state, partyId, { notSigned: reason }),
  },
  objections: [
    // Issuing needs the signatures, so nothing is issued that could not be signed.
    objectTo(approval, 'sign', (state: State, _data, { read }) => {
      if (!state.isBegun) return null
      const came = (role: string) =>
        Object.values(read(admission).participants).some(
          (one) => one.role === role && one.isAdmitted && one.status !== 'invited',
        )
      if (!came('chair')) return reject('dialogue.no-chair')
      if (!came('secretary')) return reject('dialogue.no-note-taker')
      const lack = lackOf(state)
      return lack && reject(`dialogue.${lack}`)
    }),
  ],
})
