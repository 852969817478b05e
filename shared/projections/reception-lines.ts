// The lines of the minutes that only a reception has: identity, protection, competence, refusal, receipts and notices.
import { identity } from '../modules/identity/contract.ts'
import { notice } from '../modules/notice/contract.ts'
import { protection } from '../modules/protection/contract.ts'
import { receipt } from '../modules/receipt/contract.ts'
import { session } from '../modules/session/contract.ts'
import { visit } from '../modules/visit/contract.ts'
import { doer, type LineMaker, line } from './line-of-event.ts'

export const receptionLines: readonly [string, LineMaker][] = [
  line(identity, 'confirmed', ({ participantId, officerId, personKind }, { at, before, named }) => ({
    at,
    kind: 'identity',
    who: named(participantId),
    by: before.admission.participants[officerId]?.role ?? null,
    outcome: 'confirmed',
    personKind,
  })),
  ...(['refused', 'deferred', 'withdrawn'] as const).map((outcome) =>
    line(identity, outcome, ({ participantId }, telling) => ({
      at: telling.at,
      kind: 'identity',
      who: telling.named(participantId),
      by: doer(telling),
      outcome,
      personKind: null,
    })),
  ),
  line(protection, 'waived', ({ paperNumber, signedOn }, telling) => ({
    at: telling.at,
    kind: 'secrecyWaived',
    by: doer(telling),
    paperNumber,
    signedOn,
  })),
  line(protection, 'takenBack', ({ reason }, telling) => ({
    at: telling.at,
    kind: 'secrecyTakenBack',
    by: doer(telling),
    reason,
  })),
  line(session, 'protected', (_nothing, telling) => ({ at: telling.at, kind: 'madeProtected', by: doer(telling) })),
  line(visit, 'ownRecordingSet', ({ isAllowed }, { at }) => ({ at, kind: 'ownRecording', isAllowed })),
  line(visit, 'competenceSettled', (competence, { at }) => ({ at, kind: 'competence', ...competence })),
  line(visit, 'refusalExplained', ({ participantId, groundId, words }, { at, named }) => ({
    at,
    kind: 'refusalExplained',
    who: named(participantId),
    groundId,
    words,
  })),
  line(visit, 'groupSet', ({ people, representativeIds }, { at, named }) => ({
    at,
    kind: 'group',
    people,
    representatives: representativeIds.map(named),
  })),
  line(receipt, 'issued', ({ receiptId, participantId, number, year }, { at, after, named }) => ({
    at,
    kind: 'receiptIssued',
    who: named(participantId),
    number,
    year,
    papers: after.receipt.receipts.find((one) => one.receiptId === receiptId)?.papers.length ?? 0,
  })),
  line(notice, 'issued', ({ participantId, number, year }, { at, named }) => ({
    at,
    kind: 'noticeIssued',
    who: named(participantId),
    number,
    year,
  })),
]
