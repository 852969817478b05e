// The values of the fields of a receipt and a notice of refusal, and of the fields of every paper. A paper and its
// fields are computed from the same source.
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import { signingLines } from '../../../shared/papers/signing.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import type { Verification } from '../issued/issued-papers.ts'
import { dayOrBlank } from '../kinds/conclusions-wording.ts'
import { identityPaperNames } from '../kinds/identity-paper-names.ts'
import { paperConditionNames, type ReceiptSource } from '../kinds/receipt-paper.ts'
import type { RefusalNoticeSource } from '../kinds/refusal-notice-paper.ts'
import { byHand } from '../model/signature-block.ts'
import { calendarDay, hourAndMinute, longDate, twoDigits } from '../model/times.ts'
import type { FieldValues } from './fields.ts'

const unknown = '……'

interface Issued {
  /** null: it is not issued yet. */
  readonly number: number | null
  /** Epoch ms. */
  readonly issuedAt: number
}

/** Of every paper; what is not issued has neither number, day nor code. */
export function issueValues(issued: Issued | null, agency: Agency, where: Verification | null) {
  return {
    so: issued?.number == null ? unknown : twoDigits(issued.number),
    ten_viet_tat: agency.abbreviation ?? unknown,
    co_quan: agency.organisation,
    co_quan_chu_quan: agency.parentOrganisation ?? '',
    dia_danh: agency.placeName ?? unknown,
    ngay_ban_hanh: dayOrBlank(issued && { at: issued.issuedAt }),
    ma_kiem_tra: where?.code ?? unknown,
    trang_kiem_tra: where?.page ?? unknown,
    ghi_chu: [],
  }
}

/** Who signs for the agency: the lines above the name as the form of signing has them, and the name. */
export const signatoryValues = (signatory: Signatory | undefined, { letterhead }: Pick<Agency, 'letterhead'>) => ({
  chuc_vu_nguoi_ky: signatory ? signingLines(signatory.signing, letterheadOf(letterhead)).join('\n') : byHand,
  nguoi_ky: signatory?.name ?? byHand,
})

interface Subject {
  readonly place: string
  readonly name: string
  readonly citizen: Pick<Citizen, 'name' | 'address' | 'identity'> | null
}

function citizenValues({ place, name, citizen }: Subject) {
  const identity = citizen?.identity
  return {
    noi_tiep: place.replace(/\.$/, ''),
    cong_dan: citizen?.name ?? name,
    loai_giay_to: identityPaperNames[identity?.kind ?? 'citizenCard'],
    so_giay_to: identity?.number ?? unknown,
    ngay_cap: identity?.issuedOn ? calendarDay(identity.issuedOn) : unknown,
    noi_cap: identity?.issuedBy ?? unknown,
    dia_chi: citizen?.address ?? unknown,
  }
}

export function receiptValues(source: ReceiptSource, agency: Agency, where: Verification | null): FieldValues {
  const { receipt, place, officer, citizen } = source
  const { issuedAt, papers } = receipt
  return {
    ...issueValues(receipt, agency, where),
    ...citizenValues({ place, name: unknown, citizen }),
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

export function refusalNoticeValues(
  source: RefusalNoticeSource,
  agency: Agency,
  where: Verification | null,
): FieldValues {
  const { notice, place, name, citizen, signatory } = source
  const { explainedAt, matter, reason, citation } = notice
  return {
    ...issueValues(notice, agency, where),
    ...citizenValues({ place, name, citizen }),
    thoi_diem_tu_choi: `${hourAndMinute(explainedAt)}, ${longDate(explainedAt)}`,
    vu_viec: matter,
    ly_do: reason,
    can_cu: citation,
    ...signatoryValues(signatory, agency),
  }
}
