import type { ParticipantId } from '../../kernel/ids.ts'
import { type DecideContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { admission, type Participant } from '../admission/contract.ts'
import { interpretation } from '../interpretation/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import { maximumReaders, protection } from './contract.ts'

type State = StateOf<typeof protection>

const isProtected = ({ read }: DecideContext) => read(session).isProtected

/** null: it is a protected session that can still be changed. */
function hindrance(context: DecideContext) {
  if (isOver(context.read(session).status)) return reject('session.over')
  return isProtected(context) ? null : reject('protection.not-protected')
}

/** Nghị định 154/2026/NĐ-CP, Điều 12 and 20: nobody else learns who denounces, unless they have agreed in writing. */
const isClosed = ({ waiver }: State, context: DecideContext) => isProtected(context) && waiver === null

type Coming = Pick<Participant, 'role' | 'siteId'>

const isOutsider = ({ role, siteId }: Coming, { read }: DecideContext) =>
  role === 'siteOperator' || role === 'observer' || siteOf(read(sites).sites, siteId)?.rank === 'branch'

const refusedAs = (state: State, one: Coming | undefined, context: DecideContext) =>
  one && isClosed(state, context) && isOutsider(one, context) ? reject('protection.no-waiver') : null

const participantOf = (participantId: ParticipantId, { read }: DecideContext) =>
  read(admission).participants[participantId]

export const protectionRules = rules(protection, {
  decide: {
    nameReader({ readers }, data, context) {
      const rejected = hindrance(context)
      if (rejected) return rejected
      const isKnown = readers.some(
        ({ accountId, participantId }) => accountId === data.accountId && participantId === data.participantId,
      )
      if (isKnown) return []
      if (readers.length >= maximumReaders) return reject('protection.too-many-readers', { maximum: maximumReaders })
      return [{ type: 'readerNamed', data }]
    },
    waive({ waiver }, data, context) {
      const rejected = hindrance(context)
      if (rejected) return rejected
      if (data.signedOn > calendarDayOf(context.at)) return reject('protection.not-signed-yet')
      const isSame =
        waiver?.paperNumber === data.paperNumber && waiver.signedOn === data.signedOn && waiver.sha256 === data.sha256
      return isSame ? [] : [{ type: 'waived', data }]
    },
  },
  evolve: {
    readerNamed: (state, reader) => ({ ...state, readers: [...state.readers, reader] }),
    waived: (state, waiver, { at }) => ({ ...state, waiver: { ...waiver, at } }),
  },
  objections: [
    objectTo(sites, 'add', (state: State, { rank }, context) =>
      rank === 'branch' && isClosed(state, context) ? reject('protection.no-waiver') : null,
    ),
    objectTo(admission, 'invite', (state: State, invitation, context) => refusedAs(state, invitation, context)),
    objectTo(admission, 'admit', (state: State, { participantId }, context) =>
      refusedAs(state, participantOf(participantId, context), context),
    ),
    // Whoever hears every word is somebody: by their papers, or because staff know them.
    objectTo(interpretation, 'appoint', (_state: State, { participantId }, context) =>
      isProtected(context) && participantOf(participantId, context)?.identifiedBy === 'link'
        ? reject('protection.interpreter-unknown')
        : null,
    ),
  ],
})
