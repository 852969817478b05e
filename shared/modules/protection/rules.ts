import type { ParticipantId } from '../../kernel/ids.ts'
import { type DecideContext, objectTo, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { calendarDayOf } from '../../law/working-days.ts'
import { admission, type Participant } from '../admission/contract.ts'
import { captions } from '../captions/contract.ts'
import { interpretation } from '../interpretation/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { signLanguage } from '../sign-language/contract.ts'
import { sites } from '../sites/contract.ts'
import { isOutsider, maximumReaders, outsidersIn, protection } from './contract.ts'

type State = StateOf<typeof protection>

const isProtected = ({ read }: DecideContext) => read(session).isProtected

/** null: it is a protected session that can still be changed. */
function blockingReason(context: DecideContext) {
  if (isOver(context.read(session).status)) return reject('session.over')
  return isProtected(context) ? null : reject('protection.not-protected')
}

/** Nghị định 154/2026/NĐ-CP, Điều 12 and 20: nobody else learns who denounces, unless they have agreed in writing. */
const isClosed = ({ waiver }: State, context: DecideContext) => isProtected(context) && waiver === null

type Coming = Pick<Participant, 'role' | 'siteId'>

const refusedAs = (state: State, one: Coming | undefined, context: DecideContext) =>
  one && isClosed(state, context) && isOutsider(one, context.read(sites)) ? reject('protection.no-waiver') : null

const hasOutsiders = ({ read }: DecideContext) => outsidersIn(read(admission), read(sites)).length > 0

/** Whoever hears every word is somebody: by their papers, or because staff know them. */
const isUnknown = (participantId: ParticipantId, context: DecideContext) =>
  participantOf(participantId, context)?.identifiedBy === 'link'

const participantOf = (participantId: ParticipantId, { read }: DecideContext) =>
  read(admission).participants[participantId]

export const protectionRules = rules(protection, {
  decide: {
    nameReader({ readers }, data, context) {
      // Before a visit is protected its readers are named, and long after its end: else nobody could open it any more.
      if (context.read(session).kind !== 'reception') return reject('protection.not-protected')
      const isKnown = readers.some(
        ({ accountId, participantId }) => accountId === data.accountId && participantId === data.participantId,
      )
      if (isKnown) return []
      if (readers.length >= maximumReaders) return reject('protection.too-many-readers', { maximum: maximumReaders })
      return [{ type: 'readerNamed', data }]
    },
    waive({ waiver }, data, context) {
      const rejected = blockingReason(context)
      if (rejected) return rejected
      if (data.signedOn > calendarDayOf(context.at)) return reject('protection.not-signed-yet')
      const isSame =
        waiver?.paperNumber === data.paperNumber && waiver.signedOn === data.signedOn && waiver.sha256 === data.sha256
      return isSame ? [] : [{ type: 'waived', data }]
    },
    takeBack({ waiver }, data, context) {
      const rejected = blockingReason(context)
      if (rejected) return rejected
      if (waiver === null) return reject('protection.nothing-waived')
      return hasOutsiders(context) ? reject('protection.outsiders-inside') : [{ type: 'takenBack', data }]
    },
  },
  evolve: {
    readerNamed: (state, reader) => ({ ...state, readers: [...state.readers, reader] }),
    waived: (state, waiver, { at }) => ({ ...state, waiver: { ...waiver, at } }),
    takenBack: (state) => ({ ...state, waiver: null }),
  },
  objections: [
    objectTo(sites, 'add', (state: State, { rank }, context) =>
      rank === 'branch' && isClosed(state, context) ? reject('protection.no-waiver') : null,
    ),
    objectTo(admission, 'invite', (state: State, invitation, context) => refusedAs(state, invitation, context)),
    objectTo(admission, 'admit', (state: State, { participantId }, context) =>
      refusedAs(state, participantOf(participantId, context), context),
    ),
    // The chair sees who denounces and what was found of their papers: no branch site learns that by a change of offices.
    objectTo(admission, 'handOverChair', (_state: State, { participantId }, context) =>
      isProtected(context) && participantOf(participantId, context)?.role !== 'secretary'
        ? reject('protection.chair-stays-with-staff')
        : null,
    ),
    objectTo(interpretation, 'appoint', (_state: State, { participantId }, context) =>
      isProtected(context) && isUnknown(participantId, context) ? reject('protection.interpreter-unknown') : null,
    ),
    objectTo(signLanguage, 'appoint', (_state: State, { participantId }, context) =>
      isProtected(context) && isUnknown(participantId, context) ? reject('protection.interpreter-unknown') : null,
    ),
    objectTo(captions, 'appoint', (_state: State, { participantId }, context) =>
      isProtected(context) && isUnknown(participantId, context) ? reject('protection.captioner-unknown') : null,
    ),
    objectTo(session, 'protect', ({ readers }: State, _data, context) => {
      if (readers.length === 0) return reject('protection.no-reader')
      if (hasOutsiders(context)) return reject('protection.outsiders-inside')
      const ofSound = context.read(interpretation).channels.flatMap((channel) => channel.interpreters)
      const interpreters = [...ofSound, ...context.read(signLanguage).interpreters]
      if (interpreters.some((one) => isUnknown(one, context))) return reject('protection.interpreter-unknown')
      const { captioners } = context.read(captions)
      return captioners.some((one) => isUnknown(one, context)) ? reject('protection.captioner-unknown') : null
    }),
  ],
})
