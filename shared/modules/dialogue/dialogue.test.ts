import { describe, expect, it } from 'vitest'
import {
  all,
  atReception,
  by,
  type Commands,
  closes,
  connect,
  given,
  inFullSession,
  later,
  leaves,
  minutes,
  pageOf,
  type Step,
  seals,
  start,
} from '../../../tests/harness/given.ts'
import { ownEquipment } from '../../../tests/harness/own-equipment.ts'

const begins = by('chair', 'dialogue.begin', {})
const enters = (role: Commands['dialogue.addParty']['role'], participantId: string | null = null): Step =>
  by('secretary', 'dialogue.addParty', { role, personId: `person-${role}`, participantId })
const words = (changes: Partial<Commands['dialogue.write']> = {}): Commands['dialogue.write'] => ({
  purpose: 'Làm rõ nội dung khiếu nại',
  verification: 'Diện tích thu hồi theo quyết định là 100 m².',
  opinions: [{ matter: 'Diện tích', words: 'Người khiếu nại đề nghị đo lại.' }],
  agreed: 'Đo lại trước ngày 10/12/2026.',
  different: 'Đơn giá bồi thường.',
  other: '',
  copies: 3,
  baseRevision: 0,
  ...changes,
})
const writes = (changes: Partial<Commands['dialogue.write']> = {}) => by('secretary', 'dialogue.write', words(changes))
const partyAt =
  (place: number, then: (partyId: string) => Step): Step =>
  (session) =>
    then(session.state.dialogue.parties[place]?.partyId ?? 'none')(session)
const isThere = (place: number) =>
  partyAt(place, (partyId) => by('secretary', 'dialogue.noteAttendance', { partyId, attendance: { is: 'present' } }))
const isAbsent = (place: number, reason: string | null) =>
  partyAt(place, (partyId) =>
    by('secretary', 'dialogue.noteAttendance', { partyId, attendance: { is: 'absent', reason } }),
  )
const readsBack = by('secretary', 'dialogue.readBack', {})
const signs = ['system', 'approval.sign', { participantId: 'secretary', sha256: 'a'.repeat(64) }] as const
const whole = all(begins, enters('complainant', 'citizen1'), isThere(0), writes(), readsBack)

describe('a dialogue', () => {
  it('can begin at a reception only, and is visible to staff only', () => {
    given(inFullSession).when('chair', 'dialogue.begin', {}).isRejected('dialogue.not-reception')
    const session = atReception(inFullSession)
    session.when('clerk', 'dialogue.begin', {}).isSeenBy('chair', 'secretary')
    session.when('chair', 'dialogue.begin', {}).givesNothing()
    const { state } = atReception(inFullSession, whole)
    expect(pageOf('secretary', state).dialogue).toEqual(state.dialogue)
    expect(pageOf('citizen1', state).dialogue.parties).toEqual([])
  })

  it('can be written only after it has begun', () => {
    atReception(inFullSession).when('secretary', 'dialogue.write', words()).isRejected('dialogue.not-begun')
  })
})

describe('a party', () => {
  it('may be in the room or not; each participant is one party at most', () => {
    const session = atReception(inFullSession, begins, enters('complainant', 'citizen1'), enters('body'))
    expect(session.state.dialogue.parties).toMatchObject([
      { role: 'complainant', participantId: 'citizen1', attendance: null },
      { role: 'body', participantId: null, attendance: null },
    ])
    const party = { role: 'concerned', personId: 'somebody', participantId: 'citizen1' } as const
    session.when('secretary', 'dialogue.addParty', party).isRejected('dialogue.already-party')
    session
      .when('secretary', 'dialogue.addParty', { ...party, participantId: 'nobody' })
      .isRejected('dialogue.unknown-participant')
  })

  it('can be recorded as absent, with or without a reason', () => {
    const { state } = atReception(
      inFullSession,
      begins,
      enters('complainedOf'),
      enters('concerned'),
      isAbsent(0, 'Đi công tác'),
      isAbsent(1, null),
    )
    expect(state.dialogue.parties.map(({ attendance }) => attendance)).toEqual([
      { is: 'absent', reason: 'Đi công tác' },
      { is: 'absent', reason: null },
    ])
  })

  it('can be noted as not signing, with the reason, and this can be undone', () => {
    const refuses = (reason: string | null) =>
      partyAt(0, (partyId) => by('secretary', 'dialogue.noteNotSigned', { partyId, reason }))
    const session = atReception(inFullSession, whole, refuses('Không đồng ý mục III'))
    expect(session.state.dialogue.parties[0]?.notSigned).toBe('Không đồng ý mục III')
    expect(
      atReception(inFullSession, whole, refuses('x'), refuses(null)).state.dialogue.parties[0]?.notSigned,
    ).toBeNull()
  })

  it('can be removed, and is unknown afterwards', () => {
    const session = atReception(inFullSession, begins, enters('body'))
    const partyId = session.state.dialogue.parties[0]?.partyId ?? ''
    session
      .when('chair', 'dialogue.removeParty', { partyId })
      .leaves(({ dialogue }) => expect(dialogue.parties).toEqual([]))
    session.when('chair', 'dialogue.removeParty', { partyId }).isRejected('dialogue.unknown-party')
  })
})

describe('the text of a dialogue', () => {
  it('is not overwritten by an edit based on an older revision', () => {
    const session = atReception(inFullSession, begins, writes())
    session.when('chair', 'dialogue.write', words({ purpose: 'Khác' })).isRejected('dialogue.changed')
    session
      .when('chair', 'dialogue.write', words({ purpose: 'Khác', baseRevision: 1 }))
      .leaves(({ dialogue }) => expect([dialogue.written.purpose, dialogue.revision]).toEqual(['Khác', 2]))
  })

  it('requires at least three copies', () => {
    atReception(inFullSession, begins)
      .when('secretary', 'dialogue.write', words({ copies: 2 }))
      .isRejected('dialogue.too-few-copies', { minimum: 3 })
  })

  it('must be read back again after each change', () => {
    const read = atReception(inFullSession, begins, writes(), later(minutes(9)), readsBack)
    expect(read.state.dialogue.readBackAt).toBe(start + minutes(9))
    expect(
      atReception(inFullSession, begins, writes(), readsBack, writes({ agreed: 'Khác', baseRevision: 1 })).state
        .dialogue.readBackAt,
    ).toBeNull()
    atReception(inFullSession, begins).when('secretary', 'dialogue.readBack', {}).isRejected('dialogue.nothing-written')
  })
})

describe('the minutes of a dialogue', () => {
  it.each<[string, Step, string]>([
    ['nobody complains', all(begins, writes(), readsBack), 'dialogue.no-complainant'],
    [
      'nobody has said who is there',
      all(begins, enters('complainant'), enters('body'), isThere(0), writes(), readsBack),
      'dialogue.attendance-open',
    ],
    ['nothing is written', all(begins, enters('complainant'), isThere(0)), 'dialogue.nothing-written'],
    ['they were not read back', all(begins, enters('complainant'), isThere(0), writes()), 'dialogue.not-read-back'],
  ])('cannot be signed, and so not issued, while %s', (_what, steps, code) => {
    const session = atReception(inFullSession, steps, closes)
    session.when(...signs).isRejected(code)
    session
      .when('system', 'approval.issue', { paper: 'minutes', number: 1, year: 2026, byParticipantId: 'secretary' })
      .isRejected('approval.not-signed')
  })

  it('can be signed when everything is complete, and then do not change', () => {
    const session = atReception(inFullSession, whole, closes)
    session.when(...signs).leaves(({ approval }) => expect(approval.signatures.secretary).not.toBeNull())
    const signed = all(whole, closes, by(...signs))
    const rejected = (code: string, steps: Step = signed) => {
      const after = atReception(inFullSession, steps)
      const [party] = after.state.dialogue.parties
      const one = { partyId: party?.partyId ?? '' }
      after.whenStillPresent('secretary', 'dialogue.write', words({ baseRevision: 1 })).isRejected(code)
      after.whenStillPresent('secretary', 'dialogue.readBack', {}).isRejected(code)
      after.whenStillPresent('secretary', 'dialogue.removeParty', one).isRejected(code)
      after.whenStillPresent('secretary', 'dialogue.noteNotSigned', { ...one, reason: 'Muộn' }).isRejected(code)
    }
    rejected('dialogue.signed')
    rejected('dialogue.ended', all(whole, closes, seals))
  })

  it('cannot be signed when no chair was present, or no note-taker remains', () => {
    const opened = all(by('secretary', 'recording.start', ownEquipment), by('clerk', 'session.open', {}))
    const begun = by('secretary', 'dialogue.begin', {})
    atReception(connect('secretary'), opened, begun, by('clerk', 'session.close', {}))
      .when(...signs)
      .isRejected('dialogue.no-chair')
    const goes = by('clerk', 'admission.withdrawInvitation', { participantId: 'secretary', reason: 'Nghỉ ốm' })
    atReception(inFullSession, whole, leaves('secretary'), goes, closes)
      .when(...signs)
      .isRejected('dialogue.no-note-taker')
  })

  it('do not restrict the signing at a reception without a dialogue', () => {
    atReception(inFullSession, closes)
      .when(...signs)
      .leaves(({ approval }) => expect(approval.signatures.secretary).not.toBeNull())
  })
})
