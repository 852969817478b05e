import { describe, expect, it } from 'vitest'
import type { CourseLine, Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import { durationInWords, hoursMinutesSeconds, isoTime, longDate } from '../model/times.ts'
import { at } from './minutes-document.fixture.ts'
import {
  amendedSentence,
  courseSentence,
  endSentence,
  guestClause,
  personAndTitle,
  sectionHeading,
  siteClauses,
  siteHeading,
  startSentence,
} from './wording.ts'

const meeting = {
  kind: 'conference',
  scheduledAt: at('08:00:00'),
  startedAt: at('08:00:00'),
  endedAt: at('11:30:00'),
} as const
const hoa: Named = { name: 'Phạm Thị Hoa', title: null, role: 'citizen', site: null }
const signed = { how: 'drawn', at: 0, sha256: 'a'.repeat(64) } as const
const hang: Named = { name: 'Nguyễn Thị Hằng', title: null, role: 'siteOperator', site: 'Sở Y tế' }
const nam: Named = { name: 'Trần Văn Nam', title: null, role: 'chair', site: null }
const citizen: Named = { name: 'Lê Thị Bưởi', title: null, role: 'citizen', site: 'Điểm cầu xã Tân Lập' }
const when = { at: at('08:05:42') }
const assignment = {
  kind: 'assignment',
  text: 'Lập danh sách',
  unit: 'Sở Y tế',
  supportingUnits: [],
  ground: null,
  dueOn: null,
} as const

describe('a line of the course', () => {
  const sentences: [CourseLine, string][] = [
    [{ ...when, kind: 'opened', by: 'chair' }, 'Đúng 08 giờ 05, Chủ tọa tuyên bố khai mạc cuộc họp.'],
    [
      { ...when, kind: 'suspended', by: 'chair', reason: 'mất điện' },
      'Lúc 08 giờ 05, Chủ tọa tuyên bố tạm dừng cuộc họp. Lý do: mất điện.',
    ],
    [{ ...when, kind: 'resumed' }, 'Lúc 08 giờ 05, Chủ tọa tuyên bố tiếp tục cuộc họp.'],
    [{ ...when, kind: 'opened', by: null }, 'Đúng 08 giờ 05, cuộc họp được khai mạc.'],
    [{ ...when, kind: 'closed', by: null }, 'Lúc 08 giờ 05, cuộc họp kết thúc.'],
    [
      { ...when, kind: 'chairHandedOver', from: nam, to: { ...hang, role: 'secretary', site: null }, isTaken: false },
      `Lúc 08 giờ 05, Chủ tọa ông/bà Trần Văn Nam giao quyền chủ tọa cho ông/bà ${hang.name} (Thư ký), người điều hành cuộc họp từ thời điểm này.`,
    ],
    [
      { ...when, kind: 'chairHandedOver', from: nam, to: { ...hang, role: 'secretary', site: null }, isTaken: true },
      `Lúc 08 giờ 05, Chủ tọa ông/bà Trần Văn Nam không có mặt; ông/bà ${hang.name} (Thư ký) nhận quyền chủ tọa và điều hành cuộc họp từ thời điểm này.`,
    ],
    [
      { ...when, kind: 'codesPrinted', by: 'secretary', site: 'Điểm cầu A', count: 3, reason: 'Thất lạc phong bì' },
      'Lúc 08 giờ 05, Thư ký in 03 mã biểu quyết của điểm cầu A; mã đã in trước đó của các đại biểu này hết hiệu lực. Lý do: Thất lạc phong bì.',
    ],
    [{ ...when, kind: 'closed', by: 'chair' }, 'Lúc 08 giờ 05, Chủ tọa tuyên bố kết thúc cuộc họp.'],
    [
      { ...when, kind: 'arrived', who: hang },
      'Lúc 08 giờ 05, ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) tham gia cuộc họp.',
    ],
    [
      { ...when, kind: 'lost', who: hang, lostAt: at('08:04:59') },
      'Lúc 08 giờ 04, ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) bị mất kết nối.',
    ],
    [
      { ...when, kind: 'returned', who: hang },
      'Lúc 08 giờ 05, ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) kết nối trở lại và tiếp tục tham gia cuộc họp.',
    ],
    [
      { ...when, kind: 'documentPresented', title: 'Dự thảo nghị quyết', who: nam },
      'Lúc 08 giờ 05, ông/bà Trần Văn Nam (Chủ tọa) trình chiếu tài liệu “Dự thảo nghị quyết”.',
    ],
    [
      { ...when, kind: 'documentStudied', title: 'Nghị quyết', people: 12, sites: 3 },
      'Lúc 08 giờ 05, đã có 12 người tại 03 điểm cầu xác nhận đã quán triệt tài liệu “Nghị quyết”.',
    ],
    [
      { ...when, kind: 'documentStudied', title: 'Nghị quyết', people: 2, sites: 0 },
      'Lúc 08 giờ 05, đã có 02 người xác nhận đã quán triệt tài liệu “Nghị quyết”.',
    ],
    [{ ...when, kind: 'left', who: nam }, 'Lúc 08 giờ 05, ông/bà Trần Văn Nam (Chủ tọa) rời cuộc họp.'],
    [
      { ...when, kind: 'returnedToWaiting', who: citizen, reason: 'chưa đến lượt' },
      'Lúc 08 giờ 05, ông/bà Lê Thị Bưởi (Công dân, điểm cầu xã Tân Lập) được mời trở lại phòng chờ. Lý do: chưa đến lượt.',
    ],
    [
      { ...when, kind: 'removed', who: citizen, reason: 'gây rối.' },
      'Lúc 08 giờ 05, ông/bà Lê Thị Bưởi (Công dân, điểm cầu xã Tân Lập) được yêu cầu rời khỏi cuộc họp. Lý do: gây rối.',
    ],
    [
      { ...when, kind: 'refused', who: citizen, reason: 'không có giấy mời' },
      'Lúc 08 giờ 05, ông/bà Lê Thị Bưởi (Công dân, điểm cầu xã Tân Lập) không được chấp nhận tham gia cuộc họp. Lý do: không có giấy mời.',
    ],
    [
      { ...when, kind: 'floorGranted', who: hang, by: 'chair', limitMs: 300_000 },
      'Lúc 08 giờ 05, Chủ tọa mời ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) phát biểu, thời gian không quá 05 phút.',
    ],
    [
      { ...when, kind: 'floorGranted', who: hang, by: 'chair', limitMs: null },
      'Lúc 08 giờ 05, Chủ tọa mời ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) phát biểu.',
    ],
    [{ ...when, kind: 'floorGranted', who: nam, by: 'chair', limitMs: null }, 'Lúc 08 giờ 05, Chủ tọa phát biểu.'],
    [
      { ...when, kind: 'floorGranted', who: hang, by: 'secretary', limitMs: null },
      'Lúc 08 giờ 05, Thư ký mời ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) phát biểu.',
    ],
    [
      {
        ...when,
        kind: 'speakerNamed',
        person: { name: 'Hoàng Quốc Dũng', title: 'Trưởng phòng Kinh tế' },
        site: 'Điểm cầu xã Tân Lập',
      },
      'Lúc 08 giờ 05, ông/bà Hoàng Quốc Dũng, Trưởng phòng Kinh tế (điểm cầu xã Tân Lập) phát biểu.',
    ],
    [
      { ...when, kind: 'floorLocked', by: 'chair', isByTurns: true },
      'Lúc 08 giờ 05, Chủ tọa đề nghị tất cả các điểm cầu tắt micro, tạm dừng đăng ký phát biểu.',
    ],
    [
      { ...when, kind: 'floorLocked', by: 'chair', isByTurns: false },
      'Lúc 08 giờ 05, Chủ tọa đề nghị mọi người tắt micro.',
    ],
    [
      { ...when, kind: 'speakingOrdered', by: 'chair', isByTurns: true },
      'Lúc 08 giờ 05, Chủ tọa đề nghị phát biểu theo lượt; người được mời mới phát biểu.',
    ],
    [
      { ...when, kind: 'speakingOrdered', by: 'secretary', isByTurns: false },
      'Lúc 08 giờ 05, Thư ký đề nghị trao đổi trực tiếp, không cần đăng ký phát biểu.',
    ],
    [
      { ...when, kind: 'silenced', who: hang, by: 'chair' },
      'Lúc 08 giờ 05, Chủ tọa tắt micro của ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế).',
    ],
    [
      { ...when, kind: 'silenceEnded', who: hang, by: 'chair' },
      'Lúc 08 giờ 05, Chủ tọa mở lại micro cho ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế).',
    ],
    [
      { ...when, kind: 'withdrawn', who: nam, reason: 'họp đột xuất' },
      'Lúc 08 giờ 05, ông/bà Trần Văn Nam (Chủ tọa) không tiếp tục tham gia cuộc họp. Lý do: họp đột xuất.',
    ],
    [
      { ...when, kind: 'floorEnded', who: hang, cause: 'released' },
      'Lúc 08 giờ 05, ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) kết thúc phần phát biểu.',
    ],
    [
      { ...when, kind: 'floorRevoked', who: hang, by: 'chair' },
      'Lúc 08 giờ 05, Chủ tọa đề nghị ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) dừng phát biểu.',
    ],
    [
      { ...when, kind: 'floorEnded', who: hang, cause: 'expired' },
      'Lúc 08 giờ 05, phần phát biểu của ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) kết thúc do hết thời gian.',
    ],
    [
      {
        ...when,
        kind: 'itemStarted',
        title: 'Báo cáo thiệt hại',
        reporter: { name: 'Hoàng Quốc Dũng', title: 'Giám đốc Sở Y tế' },
        isAgain: false,
      },
      'Lúc 08 giờ 05, bắt đầu nội dung “Báo cáo thiệt hại”.',
    ],
    [
      { ...when, kind: 'itemStarted', title: 'Thảo luận', reporter: null, isAgain: true },
      'Lúc 08 giờ 05, tiếp tục nội dung “Thảo luận”.',
    ],
    [{ ...when, kind: 'itemFinished', title: 'Thảo luận' }, 'Lúc 08 giờ 05, kết thúc nội dung “Thảo luận”.'],
    [
      {
        ...when,
        kind: 'gatesOverridden',
        by: null,
        person: { name: 'Bùi Thanh Mai', title: null },
        gates: ['connectionTest'],
        reason: 'Việc khẩn cấp',
      },
      'Lúc 08 giờ 05, ông/bà Bùi Thanh Mai, cán bộ của cơ quan, quyết định khai mạc khi chưa đủ điều kiện chuẩn bị (kiểm tra kết nối các điểm cầu). Lý do: Việc khẩn cấp.',
    ],
    [
      {
        ...when,
        kind: 'gatesOverridden',
        by: 'chair',
        person: { name: 'Nguyễn Thị Hạnh', title: 'Phó Chủ tịch' },
        gates: ['notice', 'allConnected'],
        reason: 'Việc khẩn cấp',
      },
      'Lúc 08 giờ 05, Chủ tọa (ông/bà Nguyễn Thị Hạnh, Phó Chủ tịch) quyết định khai mạc khi chưa đủ điều kiện chuẩn bị (thông báo trước; các điểm cầu kết nối, nhìn và nghe được nhau). Lý do: Việc khẩn cấp.',
    ],
    [
      {
        ...when,
        kind: 'connectionConfirmed',
        by: null,
        person: { name: 'Bùi Thanh Mai', title: null },
        site: 'Điểm cầu xã Ea Kao',
        reason: 'Dự qua điện thoại',
      },
      'Lúc 08 giờ 05, ông/bà Bùi Thanh Mai, cán bộ của cơ quan, xác nhận thủ công kết nối hình và tiếng hai chiều của Điểm cầu xã Ea Kao. Lý do: Dự qua điện thoại.',
    ],
    [
      {
        ...when,
        kind: 'connectionConfirmed',
        by: 'secretary',
        person: { name: 'Bùi Thanh Mai', title: null },
        site: null,
        reason: 'Đã gọi điện hỏi từng nơi',
      },
      'Lúc 08 giờ 05, Thư ký (ông/bà Bùi Thanh Mai) xác nhận thủ công kết nối hình và tiếng hai chiều của các điểm cầu. Lý do: Đã gọi điện hỏi từng nơi.',
    ],
    [
      { ...when, kind: 'itemSkipped', title: 'Thảo luận', reason: 'Người báo cáo vắng' },
      'Lúc 08 giờ 05, không tiến hành nội dung “Thảo luận”. Lý do: Người báo cáo vắng.',
    ],
    [
      {
        ...when,
        kind: 'quorum',
        quorum: {
          rule: { of: 'sites', bound: 'atLeast', numerator: 2, denominator: 3 },
          present: 4,
          total: 7,
          needed: 5,
          isMet: false,
        },
      },
      'Lúc 08 giờ 05, có mặt 04/07 điểm cầu, không đủ số lượng theo quy định (ít nhất 05).',
    ],
    [
      { ...when, kind: 'announced', by: 'secretary', text: 'Buổi chiều bắt đầu lúc 14 giờ.' },
      'Lúc 08 giờ 05, Thư ký thông báo: Buổi chiều bắt đầu lúc 14 giờ.',
    ],
    [
      { ...when, kind: 'recording', by: 'chair', step: 'announced', reason: null },
      'Lúc 08 giờ 05, Chủ tọa thông báo cuộc họp được ghi âm, ghi hình.',
    ],
    [
      { ...when, kind: 'recording', by: 'chair', step: 'started', reason: null },
      'Lúc 08 giờ 05, Chủ tọa thông báo bắt đầu ghi âm, ghi hình bằng thiết bị của cơ quan.',
    ],
    [
      {
        ...when,
        kind: 'recording',
        by: 'chair',
        step: 'started',
        reason: 'Máy chủ hết chỗ',
        equipment: { device: 'Máy ghi âm Sony', recorder: { name: 'Lê Văn Hải', title: null } },
      },
      'Lúc 08 giờ 05, Chủ tọa thông báo bắt đầu ghi âm, ghi hình bằng thiết bị của cơ quan (Máy ghi âm Sony), người ghi: ông/bà Lê Văn Hải. Lý do: Máy chủ hết chỗ.',
    ],
    [
      { ...when, kind: 'recording', by: null, step: 'confirmed', reason: null },
      'Lúc 08 giờ 05, máy chủ bắt đầu ghi âm, ghi hình.',
    ],
    [
      { ...when, kind: 'recordingGap', of: null, cause: 'serverRestarted', until: at('08:06:00') },
      'Lúc 08 giờ 05, việc ghi âm, ghi hình gián đoạn đến 08 giờ 06 (máy chủ khởi động lại).',
    ],
    [
      { ...when, kind: 'recordingGap', of: { who: hang, source: 'camera' }, cause: 'programEnded', until: null },
      'Lúc 08 giờ 05, không ghi được hình của ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) (chương trình ghi dừng đột ngột).',
    ],
    [
      { ...when, kind: 'recording', by: 'secretary', step: 'paused', reason: 'nội dung không công khai' },
      'Lúc 08 giờ 05, Thư ký thông báo tạm dừng ghi âm, ghi hình. Lý do: nội dung không công khai.',
    ],
    [
      { ...when, kind: 'screenShared', who: hang },
      'Lúc 08 giờ 05, ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) trình chiếu màn hình.',
    ],
    [
      { ...when, kind: 'consultation', endedAt: at('08:19:00') },
      'Lúc 08 giờ 05, một số thành viên hội ý riêng đến 08 giờ 19.',
    ],
    [
      { ...when, kind: 'interpreted', who: { ...hang, title: 'cán bộ xã' }, language: 'hmn', until: at('08:25:00') },
      'Lúc 08 giờ 05, ông/bà Nguyễn Thị Hằng, cán bộ xã, phiên dịch sang tiếng Mông đến 08 giờ 25.',
    ],
    [
      { ...when, kind: 'interpreted', who: hang, language: 'en', until: null },
      'Lúc 08 giờ 05, ông/bà Nguyễn Thị Hằng phiên dịch sang tiếng Anh.',
    ],
    [
      { ...when, kind: 'cameraOff', who: hang, until: at('08:09:00') },
      'Lúc 08 giờ 05, không có hình của ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) đến 08 giờ 09.',
    ],
    [
      { ...when, kind: 'identity', who: hoa, by: 'secretary', outcome: 'confirmed', personKind: 'authorised' },
      'Lúc 08 giờ 05, Thư ký kiểm tra giấy tờ của ông/bà Phạm Thị Hoa (Công dân): đã xác nhận, tham gia với tư cách người được ủy quyền.',
    ],
    [
      { ...when, kind: 'identity', who: hoa, by: 'chair', outcome: 'deferred', personKind: null },
      'Lúc 08 giờ 05, Chủ tọa kiểm tra giấy tờ của ông/bà Phạm Thị Hoa (Công dân): để lại, kiểm tra sau.',
    ],
    [
      { ...when, kind: 'statement', who: hoa, version: 1, text: 'Nhà tôi bị thu hồi đất.', outcome: signed },
      'Lúc 08 giờ 05, ghi nội dung trình bày của ông/bà Phạm Thị Hoa (Công dân): “Nhà tôi bị thu hồi đất.” ' +
        `Đã đọc lại; người trình bày đồng ý và ký trên màn hình (mã SHA-256 của chữ ký: ${signed.sha256}).`,
    ],
    [
      {
        ...when,
        kind: 'statement',
        who: hoa,
        version: 2,
        text: 'Tôi đề nghị xem lại.',
        outcome: { how: 'notSigned', at: 0, reason: 'Muốn hỏi lại gia đình' },
      },
      'Lúc 08 giờ 05, ghi nội dung trình bày của ông/bà Phạm Thị Hoa (Công dân) (bản ghi lần 2, sau khi sửa theo đề nghị): ' +
        '“Tôi đề nghị xem lại.” Đã đọc lại; người trình bày không ký xác nhận. Lý do: Muốn hỏi lại gia đình.',
    ],
    [
      { ...when, kind: 'ownRecording', isAllowed: false },
      'Lúc 08 giờ 05, Chủ tọa thông báo công dân không được tự ghi âm, ghi hình, phát trực tiếp cuộc họp.',
    ],
    [
      { ...when, kind: 'competence', isOwn: false, competentUnit: 'Sở Tài chính' },
      'Lúc 08 giờ 05, xác định nội dung không thuộc thẩm quyền của cơ quan; hướng dẫn công dân đến Sở Tài chính.',
    ],
    [
      { ...when, kind: 'refusalExplained', who: hoa, groundId: 'decree-4-1-k', words: 'Sở đang giải quyết.' },
      'Lúc 08 giờ 05, giải thích trực tiếp cho ông/bà Phạm Thị Hoa (Công dân) lý do từ chối: “Đang được cơ quan khác có thẩm quyền ' +
        'giải quyết” (điểm k khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP). Sở đang giải quyết.',
    ],
    // The law was read as it stood before its last amendment: its article is not printed.
    [
      { ...when, kind: 'refusalExplained', who: hoa, groundId: 'law-9-2', words: 'Đã nhắc hai lần.' },
      'Lúc 08 giờ 05, giải thích trực tiếp cho ông/bà Phạm Thị Hoa (Công dân) lý do từ chối: “Đe dọa, xúc phạm cơ quan, người tiếp ' +
        'công dân hoặc vi phạm nội quy nơi tiếp công dân”. Đã nhắc hai lần.',
    ],
    [
      { ...when, kind: 'receiptIssued', who: hoa, number: 7, year: 2026, papers: 3 },
      'Lúc 08 giờ 05, nhận của ông/bà Phạm Thị Hoa (Công dân) 03 tài liệu, lập giấy biên nhận số 07 năm 2026.',
    ],
    [
      { ...when, kind: 'group', people: 7, representatives: [hoa] },
      'Lúc 08 giờ 05, đoàn có 07 người, cử 01 người đại diện trình bày: ông/bà Phạm Thị Hoa.',
    ],
    [{ ...when, kind: 'note', text: 'Có 37 hộ bị ngập' }, 'Lúc 08 giờ 05, Thư ký ghi nhận: Có 37 hộ bị ngập.'],
    [{ ...when, kind: 'decision', text: 'Đồng ý.' }, 'Lúc 08 giờ 05, Chủ tọa kết luận: Đồng ý.'],
    [
      { ...when, ...assignment, dueOn: '2026-12-05' },
      'Lúc 08 giờ 05, Chủ tọa giao Sở Y tế chủ trì: Lập danh sách. Thời hạn: 05/12/2026.',
    ],
    [
      { ...when, ...assignment, supportingUnits: ['Sở Tài chính', 'UBND xã'], ground: 'Kế hoạch 45/KH-UBND' },
      'Lúc 08 giờ 05, Chủ tọa giao Sở Y tế chủ trì, Sở Tài chính, UBND xã phối hợp: Lập danh sách. ' +
        'Căn cứ: Kế hoạch 45/KH-UBND. Thời hạn: không ấn định.',
    ],
  ]

  it.each(sentences)('%o', (line, sentence) => {
    expect(courseSentence(line, meeting)).toBe(sentence)
  })

  it('is introduced as added afterwards when the secretary wrote it after the closing', () => {
    expect(courseSentence({ at: at('11:45:00'), kind: 'note', text: 'Đính chính số liệu' }, meeting)).toBe(
      'Bổ sung sau khi kết thúc cuộc họp (lúc 11 giờ 45): Thư ký ghi nhận: Đính chính số liệu.',
    )
  })

  it('has the date when the meeting runs past midnight', () => {
    const pastMidnight = { ...meeting, endedAt: null }
    expect(courseSentence({ at: at('23:59:00') + 120_000, kind: 'resumed' }, pastMidnight)).toBe(
      'Lúc 00 giờ 01, ngày 25 tháng 11 năm 2026, Chủ tọa tuyên bố tiếp tục cuộc họp.',
    )
  })

  it('calls a reception a working session, which also fits a dialogue', () => {
    expect(courseSentence({ ...when, kind: 'opened', by: 'chair' }, { ...meeting, kind: 'reception' })).toBe(
      'Đúng 08 giờ 05, Chủ tọa tuyên bố bắt đầu buổi làm việc.',
    )
  })
})

describe('a line generated from the journal', () => {
  const line: CourseLine = { ...when, kind: 'arrived', who: hang }
  const source = { from: 'journal', seq: 3, index: 0 } as const

  it('keeps its time when it is reworded, and ends with a full stop', () => {
    const amendment = { text: 'Đoàn Sở Y tế có mặt' }
    expect(amendedSentence({ source, line, amendment }, meeting)).toBe('Lúc 08 giờ 05, Đoàn Sở Y tế có mặt.')
  })

  it('has no sentence when it is left out', () => {
    expect(amendedSentence({ source, line, amendment: { text: null } }, meeting)).toBeNull()
    expect(amendedSentence({ source, line, amendment: null }, meeting)).toBe(courseSentence(line, meeting))
  })
})

describe('the heading of a section', () => {
  const item = { number: 2, title: 'Thảo luận', reporter: null, isAgain: false }

  it.each([
    [{ part: 'whole', item: null, lines: [] }, null],
    [{ part: 'opening', item: null, lines: [] }, 'Mở đầu'],
    [{ part: 'item', item, lines: [] }, 'Nội dung 2: Thảo luận'],
    [{ part: 'item', item: { ...item, isAgain: true }, lines: [] }, 'Nội dung 2: Thảo luận (tiếp tục)'],
    [{ part: 'closing', item: null, lines: [] }, 'Kết thúc cuộc họp'],
  ] as const)('%o', (section, heading) => {
    expect(sectionHeading(section, meeting)).toBe(heading)
  })
})

describe('the lines for the beginning and the end', () => {
  it('have time and date in words', () => {
    expect(startSentence(meeting)).toBe('08 giờ 00, ngày 24 tháng 11 năm 2026.')
    expect(endSentence(meeting)).toBe('Cuộc họp kết thúc vào 11 giờ 30, ngày 24 tháng 11 năm 2026./.')
  })

  it('have blanks while the time is not known', () => {
    expect(startSentence({ ...meeting, startedAt: null })).toBe(
      '… giờ …, ngày … tháng … năm …… (dự kiến 08 giờ 00, ngày 24 tháng 11 năm 2026).',
    )
    expect(endSentence({ ...meeting, endedAt: null })).toBe('Cuộc họp kết thúc vào … giờ …, ngày … tháng … năm ……./.')
  })
})

describe('people and sites', () => {
  it('use “ông/bà” unless an honorific was entered', () => {
    expect(personAndTitle({ name: 'Y Thông Niê', title: 'Chủ tịch xã' })).toBe('Ông/bà Y Thông Niê, Chủ tịch xã')
    expect(personAndTitle({ name: 'Bà Mai Lan Anh', title: null })).toBe('Bà Mai Lan Anh')
    expect(guestClause(citizen)).toBe('Ông/bà Lê Thị Bưởi (điểm cầu xã Tân Lập)')
  })

  it('do not repeat “điểm cầu”', () => {
    expect(siteHeading({ name: 'Điểm cầu xã Tân Lập', rank: 'branch' })).toBe('Điểm cầu thành phần: Xã Tân Lập')
  })

  it('list the roll call, the headcount and the site operator', () => {
    const person = (name: string) => ({ name, title: null })
    const site: MinutesDocument['sites'][number] = {
      name: 'Sở Y tế',
      rank: 'branch',
      headcount: 7,
      operators: [hang],
      delegates: [
        { person: person('Lò Văn Páo'), mark: 'late', substitute: null, substitutePaper: null },
        {
          person: person('Vũ Thị Thủy'),
          mark: 'substitute',
          substitute: { name: 'Phạm Minh Quân', title: 'Phó Trưởng phòng' },
          substitutePaper: null,
        },
        { person: person('Hoàng Dũng'), mark: 'absentWithoutLeave', substitute: null, substitutePaper: null },
        { person: person('Cao Bá Quát'), mark: null, substitute: null, substitutePaper: null },
      ],
    }
    expect(siteClauses(site)).toEqual([
      '02/04 đại biểu có mặt, 07 người tại phòng họp',
      'Ông/bà Lò Văn Páo: đến muộn',
      'Ông/bà Vũ Thị Thủy: có người dự thay (ông/bà Phạm Minh Quân, Phó Trưởng phòng)',
      'Ông/bà Hoàng Dũng: vắng không phép',
      'Ông/bà Cao Bá Quát: chưa điểm danh',
      'Phụ trách điểm cầu: ông/bà Nguyễn Thị Hằng',
    ])
    expect(siteClauses({ ...site, headcount: null, operators: [], delegates: [] })).toEqual([])
  })
})

describe('times', () => {
  it('are in Vietnamese time, whatever the time zone of the server', () => {
    const newYear = Date.parse('2026-12-31T17:00:05Z')
    expect(longDate(newYear)).toBe('ngày 01 tháng 01 năm 2027')
    expect(isoTime(newYear)).toBe('2027-01-01T00:00:05+07:00')
  })

  it('have a leading zero for days below 10 and for the months 1 and 2 only', () => {
    expect(longDate(Date.parse('2026-02-09T12:00+07:00'))).toBe('ngày 09 tháng 02 năm 2026')
    expect(longDate(Date.parse('2026-03-10T12:00+07:00'))).toBe('ngày 10 tháng 3 năm 2026')
  })

  it('count hours beyond 24', () => {
    expect(hoursMinutesSeconds(25 * 3_600_000 + 61_000)).toBe('25:01:01')
    expect(durationInWords(3_690_000)).toBe('01 giờ 01 phút 30 giây')
    expect(durationInWords(0)).toBe('00 giây')
  })
})
