// A short hearing that contains every kind of event: its journal is recorded for each release.

import { CheckedItem } from '../../shared/secrecy/device-checklist.ts'
import {
  aDocument,
  all,
  aSubmission,
  by,
  connect,
  connects,
  givenNothing,
  later,
  leaves,
  loses,
  minutes,
  type Step,
  seconds,
} from '../harness/given.ts'
import { ownEquipment } from '../harness/own-equipment.ts'
import { codeFor, type ModelSession } from '../harness/session-model.ts'

const minute = later(minutes(1))
const invites = (
  participantId: string,
  role: 'chair' | 'secretary' | 'siteOperator' | 'citizen',
  siteId: string | null,
) =>
  by('clerk', 'admission.invite', {
    participantId,
    personId: `person-${participantId}`,
    role,
    siteId,
    waits: role === 'citizen',
    linkId: `link-${participantId}`,
  })
const lastConsultation =
  (then: (consultationId: string) => Step): Step =>
  (session) =>
    then(session.state.consultation.consultations.at(-1)?.consultationId ?? 'none')(session)
const lastEntry =
  (then: (entryId: string) => Step): Step =>
  (session) =>
    then(session.state.minutes.entries.at(-1)?.entryId ?? 'none')(session)

const waives = by('clerk', 'protection.waive', { paperNumber: '12/VB', signedOn: '2026-09-20', sha256: null })
const protection = [
  by('clerk', 'protection.nameReader', { accountId: 'clerk', participantId: 'chair' }),
  by('clerk', 'session.protect', {}),
  waives,
  by('clerk', 'protection.takeBack', { reason: 'Người tố cáo đổi ý.' }),
  waives,
]

const prepared = (isOfDenouncer: boolean): Step[] => [
  by('clerk', 'session.schedule', {
    sessionId: 'hearing',
    title: 'Đối thoại về phương án bồi thường dự án đường ven sông',
    kind: 'reception',
    scheduledAt: 1_790_000_000_000,
    plannedMinutes: 90,
    place: 'Trụ sở tiếp công dân thành phố',
  }),
  ...(isOfDenouncer ? protection : []),
  by('clerk', 'sites.add', { siteId: 'centre', name: 'Điểm cầu trung tâm', rank: 'centre' }),
  by('clerk', 'sites.add', { siteId: 'branch', name: 'Điểm cầu phường', rank: 'branch' }),
  by('clerk', 'sites.rename', { siteId: 'branch', name: 'Điểm cầu phường Hòa Cường' }),
  ...['delegate1', 'delegate2', 'delegate3'].map((delegateId) =>
    by('clerk', 'sites.addDelegate', { siteId: 'branch', delegateId, personId: `person-${delegateId}` }),
  ),
  ...['report', 'debate', 'other'].map((itemId) =>
    by('clerk', 'agenda.add', { itemId, title: `Nội dung ${itemId}`, reporterId: null, plannedMinutes: 20 }),
  ),
  by('clerk', 'agenda.change', {
    itemId: 'report',
    title: 'Báo cáo kết quả xác minh',
    reporterId: 'person-site',
    plannedMinutes: 15,
  }),
  by('clerk', 'agenda.move', { itemId: 'other', position: 1 }),
  by('clerk', 'agenda.remove', { itemId: 'other' }),
  by('clerk', 'agenda.add', { itemId: 'dropped', title: 'Nội dung khác', reporterId: null, plannedMinutes: 5 }),
  ...['resolution', 'slides', 'draft'].map((documentId) => by('system', 'documents.add', aDocument(documentId))),
  by('system', 'documents.add', aDocument('table', { shown: null, scan: 'notScanned', itemId: 'report' })),
  by('clerk', 'documents.change', {
    documentId: 'resolution',
    title: 'Quyết định phê duyệt phương án bồi thường',
    itemId: 'report',
    isMarked: true,
    readBefore: true,
    needsAcknowledgement: true,
    secrecy: 'open',
  }),
  by('clerk', 'documents.remove', { documentId: 'draft' }),
  by('clerk', 'sites.removeDelegate', { siteId: 'branch', delegateId: 'delegate3' }),
  invites('chair', 'chair', 'centre'),
  invites('secretary', 'secretary', 'centre'),
  by('clerk', 'admission.withdrawInvitation', { participantId: 'chair', reason: 'Đi công tác' }),
  by('clerk', 'admission.reissueLink', { participantId: 'chair', linkId: 'link-chair-2' }),
  invites('site', 'siteOperator', 'branch'),
  invites('citizen', 'citizen', null),
  invites('neighbour', 'citizen', null),
  by('neighbour', 'documents.open', { documentId: 'resolution' }),
  by('neighbour', 'documents.acknowledge', { documentId: 'resolution', delegateIds: [] }),
  by('system', 'selftest.record', {
    participantId: 'site',
    camera: 'works',
    microphone: 'works',
    speaker: 'fails',
    browser: { name: 'Chrome 141, Windows', fitness: 'good' },
    line: {
      outcome: 'measured',
      upKbps: 640,
      downKbps: 1250,
      upLossPercent: 0.5,
      downLossPercent: 3,
      roundTripMs: 45,
      jitterMs: 8,
      route: 'udp',
      isComputerSlow: false,
    },
  }),
  by('system', 'selftest.record', {
    participantId: 'citizen',
    camera: 'skipped',
    microphone: 'works',
    speaker: 'works',
    browser: { name: 'Safari 18, iPhone', fitness: 'good' },
    line: { outcome: 'noMedia' },
  }),
  by('clerk', 'admission.revokeLink', { participantId: 'neighbour' }),
  by('clerk', 'admission.reissueLink', { participantId: 'neighbour', linkId: 'link-neighbour-2' }),
]

const readiness = all(
  by('clerk', 'readiness.plan', { notice: 1_790_000_000_000, connectionTest: 1_790_000_000_000, allConnected: 0 }),
  by('clerk', 'readiness.recordNotice', {}),
  by('clerk', 'readiness.recordConnectionTest', { siteId: 'branch', hasPassed: true, note: null }),
)

const arrivals = all(
  readiness,
  connect('chair', 'secretary', 'site', 'citizen', 'neighbour'),
  minute,
  by('secretary', 'readiness.recordAllConnected', { reason: 'Điểm cầu xã dự qua điện thoại' }),
  by('chair', 'readiness.override', { reason: 'Việc khẩn cấp, các điểm cầu đã kết nối' }),
  by('secretary', 'recording.announce', {}),
  by('chair', 'recording.stop', {}),
  by('chair', 'recording.start', ownEquipment),
  by('chair', 'recording.pause', { reason: 'Trao đổi không công khai' }),
  by('chair', 'recording.resume', {}),
  by('secretary', 'recording.stop', {}),
  by('secretary', 'recording.request', {}),
  by('system', 'recording.confirm', {}),
  by('system', 'recording.interrupt', { track: null, cause: 'programEnded' }),
  by('system', 'recording.restore', { track: null }),
  by('chair', 'session.open', {}),
  by('secretary', 'admission.refuse', { participantId: 'neighbour', reason: 'Không liên quan đến vụ việc' }),
  by('secretary', 'admission.reissueLink', { participantId: 'neighbour', linkId: 'link-neighbour-3' }),
  by('secretary', 'admission.admit', { participantId: 'citizen' }),
  by('secretary', 'admission.identify', { participantId: 'citizen', method: 'document' }),
  by('site', 'rollcall.mark', { delegateId: 'delegate1', mark: 'present', substituteId: null }),
  by('site', 'rollcall.mark', {
    delegateId: 'delegate2',
    mark: 'substitute',
    substituteId: 'person-deputy',
    substitutePaper: 'Giấy ủy quyền số 12/GUQ-UBND',
  }),
  by('site', 'rollcall.countHeads', { siteId: 'branch', count: 6 }),
  by('secretary', 'rollcall.confirm', { siteId: 'branch' }),
  by('chair', 'quorum.setRule', { rule: { of: 'delegates', bound: 'atLeast', numerator: 2, denominator: 3 } }),
)

const lastStatement =
  (then: (statementId: string) => Step): Step =>
  (session) =>
    then(session.state.statement.statements.at(-1)?.statementId ?? 'none')(session)
const types = (from: number, inserted: string): Step =>
  lastStatement((statementId) => (session) => {
    const revision = session.state.statement.statements.at(-1)?.revision ?? 0
    by('secretary', 'statement.type', { statementId, revision, from, removed: 0, inserted })(session)
  })
const atParty =
  (place: number, then: (partyId: string) => Step): Step =>
  (session) =>
    then(session.state.dialogue.parties[place]?.partyId ?? 'none')(session)
const found = { participantId: 'citizen', reason: 'Chưa mang theo giấy ủy quyền' }

const desk = all(
  by('system', 'identity.introduce', { participantId: 'citizen', citizenId: 'known' }),
  by('secretary', 'identity.begin', { participantId: 'citizen' }),
  minute,
  by('secretary', 'identity.defer', found),
  by('secretary', 'identity.begin', { participantId: 'citizen' }),
  by('secretary', 'identity.refuse', found),
  by('secretary', 'identity.begin', { participantId: 'citizen' }),
  by('system', 'identity.confirm', {
    participantId: 'citizen',
    citizenId: 'known',
    officerId: 'secretary',
    personKind: 'authorised',
    papers: ['identity', 'authorisation'],
    paper: { kind: 'citizenCard', lastDigits: '234' },
  }),
  by('system', 'submission.add', aSubmission('photo', { participantId: 'citizen' })),
  by('system', 'submission.add', aSubmission('blurred', { participantId: 'citizen', sha256: 'c'.repeat(64) })),
  by('citizen', 'submission.remove', { documentId: 'blurred' }),
  by('secretary', 'receipt.add', {
    participantId: 'citizen',
    name: 'Đơn khiếu nại',
    pages: 2,
    condition: 'original',
    documentId: null,
  }),
  by('secretary', 'receipt.add', {
    participantId: 'citizen',
    name: 'Quyết định thu hồi đất',
    pages: 4,
    condition: 'photocopy',
    documentId: 'resolution',
  }),
  (session) => {
    const paperId = session.state.receipt.pending[0]?.paperId ?? 'none'
    by('secretary', 'receipt.remove', { paperId })(session)
  },
  by('system', 'receipt.issue', {
    receiptId: '019b0000-0000-7000-8000-0000000000aa',
    participantId: 'citizen',
    officerId: 'secretary',
    number: 3,
    year: 2026,
  }),
  by('secretary', 'identity.withdraw', { participantId: 'citizen', reason: 'Ghi nhầm số giấy tờ' }),
  by('chair', 'visit.setOwnRecording', { isAllowed: false }),
  by('secretary', 'visit.setGroup', { people: 7, representativeIds: ['citizen'], hasPaper: true }),
  by('secretary', 'visit.endGroup', {}),
  by('secretary', 'visit.settleCompetence', { isOwn: false, competentUnit: 'Sở Tài chính' }),
  by('chair', 'visit.explainRefusal', {
    participantId: 'citizen',
    groundId: 'decree-4-1-h',
    words: 'Vụ việc đã được trả lời, chưa có tình tiết mới.',
  }),
  (session) => {
    const explainedAt = session.state.visit.refusals.at(-1)?.explainedAt ?? 0
    by('system', 'notice.issue', {
      noticeId: '019b0000-0000-7000-8000-0000000000ab',
      participantId: 'citizen',
      explainedAt,
      matter: 'Khiếu nại việc thu hồi đất',
      reason: 'Vụ việc đã được trả lời, chưa có tình tiết mới.',
      citation: 'điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP',
      signatoryId: 'person-deputy',
      dueOn: '2026-11-27',
      number: 2,
      year: 2026,
      byParticipantId: 'secretary',
    })(session)
  },
  by('clerk', 'withdrawal.declare', {
    kind: 'receipt',
    number: 3,
    year: 2026,
    reason: 'Ghi sai số trang',
    replacedBy: { number: 4, year: 2026 },
  }),
  by('secretary', 'dialogue.begin', {}),
  by('secretary', 'dialogue.addParty', { role: 'complainant', personId: 'person-citizen', participantId: 'citizen' }),
  by('secretary', 'dialogue.addParty', { role: 'body', personId: 'person-deputy', participantId: null }),
  atParty(1, (partyId) => by('secretary', 'dialogue.removeParty', { partyId })),
  atParty(0, (partyId) => by('secretary', 'dialogue.noteAttendance', { partyId, attendance: { is: 'present' } })),
  atParty(0, (partyId) => by('secretary', 'dialogue.noteNotSigned', { partyId, reason: 'Không đồng ý đơn giá' })),
  by('secretary', 'dialogue.write', {
    purpose: 'Làm rõ diện tích thu hồi',
    verification: 'Quyết định ghi 100 m².',
    opinions: [{ matter: 'Diện tích', words: 'Đề nghị đo lại.' }],
    agreed: 'Đo lại.',
    different: 'Đơn giá.',
    other: '',
    copies: 3,
    baseRevision: 0,
  }),
  by('secretary', 'dialogue.readBack', {}),
  by('secretary', 'statement.begin', { participantId: 'citizen' }),
  types(0, 'Nhà tôi bị thu hồi đất.'),
  lastStatement((statementId) => by('secretary', 'statement.readBack', { statementId })),
  lastStatement((statementId) =>
    by('citizen', 'statement.askCorrection', { statementId, version: 1, words: 'Ghi rõ năm 2024.' }),
  ),
  types(22, ' năm 2024'),
  lastStatement((statementId) => by('secretary', 'statement.readBack', { statementId })),
  lastStatement((statementId) => by('secretary', 'statement.offerCode', { statementId, version: 2 })),
  lastStatement((statementId) => (session) => {
    const code = session.state.statement.statements.at(-1)?.code ?? ''
    by('citizen', 'statement.acknowledgeByCode', { statementId, version: 2, code })(session)
  }),
  by('secretary', 'statement.begin', { participantId: 'citizen' }),
  types(0, 'Tôi không nộp thêm đơn.'),
  lastStatement((statementId) => by('secretary', 'statement.readBack', { statementId })),
  lastStatement((statementId) =>
    by('secretary', 'statement.noteNotSigned', { statementId, version: 1, reason: 'Muốn hỏi lại gia đình' }),
  ),
)

const debate = all(
  by('chair', 'agenda.start', { itemId: 'report' }),
  minute,
  by('chair', 'agenda.start', { itemId: 'debate' }),
  by('secretary', 'documents.present', { documentId: 'resolution', page: 1 }),
  by('secretary', 'documents.turnPage', { documentId: 'resolution', page: 2 }),
  by('citizen', 'documents.open', { documentId: 'resolution' }),
  by('citizen', 'documents.acknowledge', { documentId: 'resolution', delegateIds: [] }),
  by('site', 'documents.acknowledge', { documentId: 'resolution', delegateIds: ['delegate1', 'delegate2'] }),
  by('chair', 'documents.letHolderPresent', { isLet: true }),
  by('secretary', 'documents.endPresentation', {}),
  by('chair', 'floor.silence', { participantId: 'citizen' }),
  by('chair', 'floor.endSilence', { participantId: 'citizen' }),
  by('chair', 'floor.setByTurns', { isByTurns: true }),
  by('citizen', 'floor.request', { purpose: 'speak' }),
  by('site', 'floor.request', { purpose: 'reply' }),
  by('chair', 'floor.grant', { participantId: 'citizen', limitSeconds: 120 }),
  by('chair', 'stage.spotlight', { participantId: 'citizen' }),
  by('chair', 'stage.setLayout', { layout: 'sides' }),
  by('chair', 'camera.setRule', { isRequired: false }),
  by('chair', 'camera.setRule', { isRequired: true }),
  (session) => by('system', 'camera.noteOff', { participantId: 'site', since: session.at })(session),
  by('system', 'camera.noteOn', { participantId: 'site' }),
  later(minutes(2)),
  by('system', 'floor.expire', { participantId: 'citizen' }),
  by('chair', 'floor.deny', { participantId: 'site', reason: 'Mời cơ quan chuyên môn trả lời trước' }),
  by('site', 'floor.request', { purpose: 'pointOfOrder' }),
  by('site', 'floor.withdraw', {}),
  by('chair', 'floor.grant', { participantId: 'site', limitSeconds: null }),
  minute,
  loses('site', seconds(18)),
  later(seconds(5)),
  connects('site', 'site-laptop'),
  connects('site', 'site-desktop'),
  by('secretary', 'floor.nameSpeaker', { speakerId: 'person-delegate1' }),
  minute,
  by('site', 'documents.present', { documentId: 'slides', page: 1 }),
  by('site', 'floor.release', {}),
  by('chair', 'floor.setRules', {
    rules: {
      perPurpose: { speak: 180, reply: 120, question: 60, pointOfOrder: 60 },
      perPerson: 600,
      perSite: 900,
      atTheEnd: 'softMute',
      graceSeconds: 15,
    },
  }),
  by('site', 'floor.request', { purpose: 'reply' }),
  by('citizen', 'floor.request', { purpose: 'pointOfOrder' }),
  by('chair', 'floor.move', { participantId: 'site', position: 0 }),
  by('chair', 'floor.grant', { participantId: 'site' }),
  by('chair', 'floor.pause', {}),
  minute,
  by('chair', 'floor.resume', {}),
  later(seconds(135)),
  by('system', 'floor.overrun', { participantId: 'site' }),
  by('chair', 'floor.extend', { seconds: 60 }),
  by('chair', 'floor.lock', {}),
  by('chair', 'floor.unlock', {}),
  by('chair', 'floor.grant', { participantId: 'citizen', limitSeconds: null }),
  by('chair', 'floor.revoke', { reason: 'Đã rõ ý kiến' }),
  by('chair', 'session.suspend', { reason: 'Hội ý' }),
  minute,
  by('chair', 'session.resume', {}),
)

const motion = (motionId: string, isSecret: boolean) =>
  by('secretary', 'ballot.propose', {
    motionId,
    itemId: 'debate',
    text: 'Thống nhất phương án bồi thường',
    options: isSecret ? ['Phương án 1', 'Phương án 2'] : null,
    isSecret,
    electorate: { delegates: true, participantIds: ['chair', 'site'] },
    majority: { of: 'cast', bound: 'moreThan', numerator: 1, denominator: 2 },
    quorum: { bound: 'atLeast', numerator: 2, denominator: 3 },
  })
const votes = (motionId: string, who: string, choice: number) =>
  by(who, 'ballot.cast', { motionId, choice, delegate: null })
const delegateVotes = (motionId: string, delegateId: string, choice: number, issue = 0) =>
  by('site', 'ballot.cast', {
    motionId,
    choice,
    delegate: { delegateId, code: codeFor(`ballot hearing ${delegateId} ${issue}`) },
  })

const ballots = all(
  motion('openly', false),
  motion('secretly', true),
  motion('dropped', false),
  by('chair', 'ballot.open', { motionId: 'openly' }),
  votes('openly', 'chair', 0),
  delegateVotes('openly', 'delegate1', 1),
  by('secretary', 'ballot.renewCode', { delegateId: 'delegate2' }),
  delegateVotes('openly', 'delegate2', 0, 1),
  minute,
  by('chair', 'ballot.close', { motionId: 'openly' }),
  by('chair', 'ballot.open', { motionId: 'secretly' }),
  votes('secretly', 'chair', 1),
  votes('secretly', 'site', 1),
  delegateVotes('secretly', 'delegate1', 0),
  by('chair', 'ballot.close', { motionId: 'secretly' }),
  by('chair', 'ballot.withdraw', { motionId: 'dropped', reason: 'Chờ ý kiến cơ quan chuyên môn' }),
  by('secretary', 'ballot.printCodes', {
    printId: '00000000-0000-4000-8000-0000000000c0',
    siteId: 'branch',
    delegateId: null,
    reason: null,
  }),
)

const record = all(
  by('chair', 'agenda.finish', { itemId: 'debate' }),
  by('chair', 'agenda.skip', { itemId: 'dropped', reason: 'Hết thời gian' }),
  by('secretary', 'minutes.add', { content: { kind: 'note', text: 'Công dân trình bày nguồn gốc đất.' } }),
  by('secretary', 'minutes.add', { content: { kind: 'decision', text: 'Xem xét lại đơn giá bồi thường.' } }),
  lastEntry((entryId) =>
    by('secretary', 'minutes.revise', {
      entryId,
      itemId: 'report',
      baseRevision: 1,
      content: { kind: 'decision', text: 'Kiểm tra, áp lại đơn giá bồi thường đất ở.' },
    }),
  ),
  by('secretary', 'minutes.add', {
    content: {
      kind: 'assignment',
      text: 'Trả lời công dân bằng văn bản.',
      unit: 'Ban Bồi thường, giải phóng mặt bằng',
      supportingUnits: ['Ủy ban nhân dân phường Hòa Cường'],
      ground: 'Kết luận của Chủ tọa',
      dueOn: '2026-10-15',
    },
  }),
  by('secretary', 'minutes.add', { content: { kind: 'note', text: 'Ghi nhầm.' } }),
  by('site', 'sharing.request', {}),
  by('site', 'sharing.withdraw', {}),
  by('site', 'sharing.request', {}),
  by('citizen', 'sharing.request', {}),
  by('chair', 'sharing.deny', { participantId: 'citizen' }),
  by('chair', 'sharing.grant', { participantId: 'site' }),
  by('site', 'sharing.start', {}),
  minute,
  by('site', 'sharing.stop', {}),
  by('chair', 'sharing.grant', { participantId: 'secretary' }),
  by('chair', 'sharing.revoke', {}),
  by('chair', 'consultation.start', { participantIds: ['chair', 'site'] }),
  minute,
  lastConsultation((consultationId) => by('chair', 'consultation.add', { consultationId, participantId: 'secretary' })),
  by('secretary', 'consultation.leave', {}),
  minute,
  lastConsultation((consultationId) => by('chair', 'consultation.end', { consultationId })),
  by('secretary', 'interpretation.offer', { language: 'hmn' }),
  by('secretary', 'interpretation.offer', { language: 'en' }),
  by('secretary', 'interpretation.appoint', { language: 'hmn', participantId: 'site' }),
  by('secretary', 'interpretation.appoint', { language: 'hmn', participantId: 'citizen' }),
  by('secretary', 'interpretation.appoint', { language: 'en', participantId: 'citizen' }),
  by('site', 'interpretation.start', { language: 'hmn' }),
  minute,
  by('site', 'interpretation.askRelief', {}),
  by('citizen', 'interpretation.start', { language: 'hmn' }),
  minute,
  by('citizen', 'interpretation.stop', {}),
  by('secretary', 'interpretation.dismiss', { language: 'hmn', participantId: 'citizen' }),
  by('secretary', 'interpretation.withdraw', { language: 'en' }),
  by('site', 'interpretation.start', { language: 'hmn' }),
  loses('site', 0, 'site-desktop'),
  later(minutes(2)),
  by('system', 'interpretation.lapse', { language: 'hmn', participantId: 'site' }),
  connects('site', 'site-desktop'),
  by('secretary', 'signLanguage.appoint', { participantId: 'citizen' }),
  by('secretary', 'signLanguage.appoint', { participantId: 'site' }),
  by('site', 'signLanguage.takeOver', {}),
  by('secretary', 'signLanguage.dismiss', { participantId: 'site' }),
  by('secretary', 'captions.appoint', { participantId: 'site' }),
  by('secretary', 'captions.appoint', { participantId: 'secretary' }),
  by('secretary', 'captions.start', {}),
  by('site', 'captions.start', {}),
  by('site', 'captions.stop', {}),
  by('secretary', 'captions.dismiss', { participantId: 'secretary' }),
  by('chair', 'captions.setAutomatic', { isOn: true }),
  by('secretary', 'captions.setOnScreens', { isOn: true }),
  by('citizen', 'recording.acknowledge', {}),
  by('secretary', 'announcement.post', { text: 'Đề nghị các điểm cầu tắt micro khi không phát biểu.' }),
  by('secretary', 'announcement.takeDown', {}),
  by('chair', 'reactions.allow', { to: 'everybody' }),
  by('site', 'chat.post', { recipient: { to: 'site', siteId: 'branch' }, text: 'Mời cả phòng ngồi lại.' }),
  lastEntry((entryId) => by('secretary', 'minutes.strike', { entryId, baseRevision: 1 })),
  by('secretary', 'minutes.hideLine', { seq: 40, index: 0, baseRevision: 0 }),
  by('secretary', 'minutes.rewordLine', { seq: 41, index: 0, baseRevision: 0, text: 'Đại diện phường tham gia.' }),
  by('secretary', 'minutes.rewordLine', { seq: 42, index: 0, baseRevision: 0, text: 'Ghi nhầm.' }),
  (session) => {
    const baseRevision = session.state.minutes.amendments.at(-1)?.revision ?? 0
    by('secretary', 'minutes.restoreLine', { seq: 42, index: 0, baseRevision })(session)
  },
  by('site', 'chat.post', { recipient: { to: 'all' }, text: 'Điểm cầu phường nghe rõ.' }),
  by('chair', 'chat.post', { recipient: { to: 'one', participantId: 'citizen' }, text: 'Mời ông bật máy quay.' }),
  by('citizen', 'chat.post', { recipient: { to: 'staff' }, text: 'Vâng.' }),
)

const text = 'a'.repeat(64)
const signs = (participantId: string) => by('system', 'approval.sign', { participantId, sha256: text })
const approved = all(
  by('chair', 'approval.comment', { text: 'Ghi rõ thời hạn trả lời.' }),
  (session) =>
    by('secretary', 'approval.resolve', { commentId: session.state.approval.comments[0]?.commentId ?? '' })(session),
  signs('secretary'),
  by('chair', 'approval.reopen', { reason: 'Sai tên dự án.' }),
  signs('secretary'),
  minute,
  signs('chair'),
  by('system', 'approval.issue', { paper: 'minutes', number: 12, year: 2026, byParticipantId: 'secretary' }),
  by('clerk', 'approval.issue', {
    paper: 'conclusions',
    number: 45,
    year: 2026,
    byParticipantId: null,
    signatory: {
      personId: 'person-deputy',
      signing: { form: 'onBehalf', signedFor: 'Ủy ban nhân dân', deputyOf: 'Chủ tịch', office: 'Phó Chủ tịch' },
    },
    recipients: [{ participantId: 'citizen' }, { text: 'Ủy ban nhân dân phường' }],
  }),
  minute,
  by('secretary', 'approval.beginCorrection', { reason: 'Thiếu một đại biểu.' }),
)

const ending = all(
  minute,
  by('chair', 'admission.returnToWaiting', { participantId: 'citizen', reason: 'Chờ kết luận' }),
  connect('neighbour'),
  by('chair', 'admission.remove', { participantId: 'neighbour', reason: 'Gây mất trật tự' }),
  leaves('site'),
  minute,
  by('chair', 'admission.handOverChair', { participantId: 'secretary' }),
  minute,
  by('secretary', 'admission.handOverChair', { participantId: 'chair' }),
  by('chair', 'session.close', {}),
  minute,
  approved,
  minute,
  by('chair', 'approval.waive', { reason: 'Biên bản đã ban hành vẫn giữ nguyên.' }),
  by('secretary', 'session.seal', {}),
  minute,
  by('clerk', 'supplement.write', {
    supplementId: '019b0000-0000-7000-8000-0000000000ac',
    kind: 'correction',
    text: 'Diện tích “100 m²” sửa thành “120 m²”.',
    reason: 'Ghi nhầm diện tích',
    signatoryId: 'person-deputy',
    signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Phó Chủ tịch' },
    number: 13,
    year: 2026,
  }),
)

/** What can happen instead of a hearing. */
const cancellation = all(
  by('clerk', 'session.reschedule', {
    title: 'Đối thoại về phương án bồi thường dự án đường ven sông',
    scheduledAt: 1_790_086_400_000,
    plannedMinutes: 60,
    place: 'Hội trường Ủy ban nhân dân phường',
  }),
  connect('chair'),
  by('clerk', 'session.cancel', { reason: 'Bão số 9' }),
)

export const cancelledHearing = (): ModelSession => givenNothing(...prepared(true), cancellation).session
export const hearing = (): ModelSession =>
  givenNothing(...prepared(false), arrivals, desk, debate, ballots, record, ending).session

/** A conference of the level Mật: its room is confirmed, and a way to the Internet appears. */
export const secretConference = (): ModelSession =>
  givenNothing(
    by('clerk', 'session.schedule', {
      sessionId: 'hearing',
      title: 'Phương án bảo vệ mục tiêu trọng điểm',
      kind: 'conference',
      scheduledAt: 1_790_000_000_000,
      plannedMinutes: 60,
      place: 'Phòng họp kín số 1',
      secrecy: 'confidential',
    }),
    by('clerk', 'accessList.name', { accountId: 'officer', reason: 'Theo Quyết định số 12/QĐ-UBND' }),
    by('clerk', 'accessList.name', { accountId: 'deputy', reason: 'Theo Quyết định số 12/QĐ-UBND' }),
    by('clerk', 'accessList.noteLook', { way: 'list', participantId: null }),
    by('clerk', 'accessList.takeBack', { accountId: 'officer', reason: 'Chuyển công tác' }),
    by('clerk', 'sites.add', { siteId: 'centre', name: 'Phòng họp kín', rank: 'centre' }),
    invites('chair', 'chair', 'centre'),
    connects('chair'),
    by('chair', 'devices.confirm', { siteId: 'centre', items: [...CheckedItem.options] }),
    by('chair', 'session.open', {}),
    by('system', 'session.suspend', { reason: 'Máy chủ phát hiện đường kết nối ra Internet.' }),
  ).session

/** Two sites that see and hear each other before the opening: one measured, one noted by hand. */
export const connectedReception = (): ModelSession =>
  givenNothing(
    ...prepared(false),
    by('clerk', 'readiness.plan', { notice: 1_790_000_000_000, connectionTest: 1_790_000_000_000, allConnected: 0 }),
    connect('secretary', 'site'),
    by('secretary', 'floor.setByTurns', { isByTurns: true }),
    by('secretary', 'floor.checkSound', { siteId: 'branch' }),
    by('system', 'readiness.recordSiteConnected', { siteId: 'centre' }),
    by('clerk', 'readiness.recordSiteConnected', {
      siteId: 'branch',
      reason: 'Điểm cầu xã dự qua điện thoại',
      personId: 'clerk',
    }),
    cancellation,
  ).session
