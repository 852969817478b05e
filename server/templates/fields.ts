// The fields of the papers that an agency may lay out itself: their names, and what stands there. A paper and its fields are told of
// the same source.
import { groundOf } from '../../shared/law/refusal-grounds.ts'
import type { Agency } from '../../shared/projections/minutes-document.ts'
import type { Citizen } from '../../shared/wire/citizens.ts'
import type { TemplateField, TemplateKind } from '../../shared/wire/paper-templates.ts'
import type { Verification } from '../issued-papers/issued-papers.ts'
import { identityPaperNames } from '../records/identity-paper-names.ts'
import { paperConditionNames, type ReceiptSource } from '../records/receipt-paper.ts'
import type { RefusalNoticeSource } from '../records/refusal-notice-paper.ts'
import { calendarDay, hourAndMinute, longDate, twoDigits } from '../records/times.ts'

export type FieldValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

const text = (name: string, what: string, isRequired = false): TemplateField => ({ name, what, isRequired, each: null })

const common = [
  text('so', 'Số của văn bản, ví dụ 07', true),
  text('ten_viet_tat', 'Chữ viết tắt tên cơ quan trong ký hiệu'),
  text('co_quan', 'Tên cơ quan'),
  text('co_quan_chu_quan', 'Tên cơ quan chủ quản'),
  text('dia_danh', 'Địa danh'),
  text('ngay_ban_hanh', 'Ngày ban hành, ví dụ ngày 05 tháng 9 năm 2026', true),
  text('noi_tiep', 'Nơi tiếp công dân'),
  text('cong_dan', 'Họ và tên công dân', true),
  text('loai_giay_to', 'Loại giấy tờ tùy thân'),
  text('so_giay_to', 'Số giấy tờ tùy thân', true),
  text('ngay_cap', 'Ngày cấp giấy tờ'),
  text('noi_cap', 'Nơi cấp giấy tờ'),
  text('dia_chi', 'Địa chỉ công dân'),
  text('ma_kiem_tra', 'Mã kiểm tra văn bản', true),
  text('trang_kiem_tra', 'Địa chỉ trang kiểm tra', true),
]

export const fieldsOf: Readonly<Record<TemplateKind, readonly TemplateField[]>> = {
  receipt: [
    ...common,
    text('gio', 'Giờ nhận, ví dụ 09 giờ 05'),
    text('can_bo', 'Họ và tên cán bộ nhận', true),
    text('chuc_vu', 'Chức vụ cán bộ nhận'),
    {
      name: 'tai_lieu',
      what: 'Danh sách tài liệu đã nhận',
      isRequired: true,
      each: [
        { name: 'stt', what: 'Số thứ tự' },
        { name: 'ten', what: 'Tên tài liệu' },
        { name: 'so_trang', what: 'Số trang' },
        { name: 'tinh_trang', what: 'Tình trạng' },
        { name: 'sha256', what: 'Mã băm của tệp' },
      ],
    },
  ],
  refusalNotice: [
    ...common,
    text('thoi_diem_tu_choi', 'Giờ, ngày giải thích từ chối'),
    text('vu_viec', 'Vụ việc công dân trình bày', true),
    text('ly_do', 'Lý do từ chối', true),
    text('can_cu', 'Căn cứ từ chối', true),
    text('nguoi_ky', 'Họ và tên người ký', true),
    text('chuc_vu_nguoi_ky', 'Chức vụ người ký', true),
  ],
}

const unknown = '……'

interface Common {
  readonly number: number
  readonly issuedAt: number
  readonly place: string
  readonly name: string
  readonly citizen: Pick<Citizen, 'name' | 'address' | 'identity'> | null
}

function commonValues({ number, issuedAt, place, name, citizen }: Common, agency: Agency, where: Verification) {
  const identity = citizen?.identity
  return {
    so: twoDigits(number),
    ten_viet_tat: agency.abbreviation ?? unknown,
    co_quan: agency.organisation,
    co_quan_chu_quan: agency.parentOrganisation ?? '',
    dia_danh: agency.placeName ?? unknown,
    ngay_ban_hanh: longDate(issuedAt),
    noi_tiep: place,
    cong_dan: citizen?.name ?? name,
    loai_giay_to: identityPaperNames[identity?.kind ?? 'citizenCard'],
    so_giay_to: identity?.number ?? unknown,
    ngay_cap: identity?.issuedOn ? calendarDay(identity.issuedOn) : unknown,
    noi_cap: identity?.issuedBy ?? unknown,
    dia_chi: citizen?.address ?? unknown,
    ma_kiem_tra: where.code,
    trang_kiem_tra: where.page,
  }
}

export function receiptValues(source: ReceiptSource, agency: Agency, where: Verification): FieldValues {
  const { receipt, place, officer, citizen } = source
  const { number, issuedAt, papers } = receipt
  return {
    ...commonValues({ number, issuedAt, place, name: unknown, citizen }, agency, where),
    gio: hourAndMinute(issuedAt),
    can_bo: officer.name,
    chuc_vu: officer.title ?? unknown,
    tai_lieu: papers.map(({ name, pages, condition, sha256 }, index) => ({
      stt: String(index + 1),
      ten: name,
      so_trang: String(pages),
      tinh_trang: paperConditionNames[condition],
      sha256: sha256 ?? '',
    })),
  }
}

export function refusalNoticeValues(source: RefusalNoticeSource, agency: Agency, where: Verification): FieldValues {
  const { notice, place, name, citizen, signatory } = source
  const { number, issuedAt, explainedAt, matter, reason, citation } = notice
  return {
    ...commonValues({ number, issuedAt, place, name, citizen }, agency, where),
    thoi_diem_tu_choi: `${hourAndMinute(explainedAt)}, ${longDate(explainedAt)}`,
    vu_viec: matter,
    ly_do: reason,
    can_cu: citation,
    nguoi_ky: signatory.name,
    chuc_vu_nguoi_ky: signatory.title ?? unknown,
  }
}

/** Of nobody: for an example. */
export function exampleValues(kind: TemplateKind): FieldValues {
  const known: Readonly<Record<string, string>> = {
    so: '07',
    ngay_ban_hanh: 'ngày 24 tháng 11 năm 2026',
    cong_dan: 'Nguyễn Văn A',
    so_giay_to: '000000000000',
    ma_kiem_tra: 'AAAA-AAAA-AAAA-AAAA',
    can_cu: groundOf('decree-4-1-h')?.source ?? '',
  }
  const values = fieldsOf[kind].map(({ name, what, each }) => [
    name,
    each
      ? [Object.fromEntries(each.map((part) => [part.name, part.name === 'stt' ? '1' : part.what]))]
      : (known[name] ?? what),
  ])
  return Object.fromEntries(values) as FieldValues
}
