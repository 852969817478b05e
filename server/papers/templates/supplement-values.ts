// The values of the fields of an addition to minutes or a correction of them: the sentences of the built-in paper.
import { recipientLine } from '../../../shared/papers/recipients.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { Verification } from '../issued/issued-papers.ts'
import { type SupplementSource, supplementTexts } from '../kinds/supplement-paper.ts'
import { secrecyMarks } from '../model/letterhead.ts'
import type { FieldValues } from './fields.ts'
import { draft, paragraphs } from './minutes-values.ts'
import { issueValues, signatoryValues } from './values.ts'

/** `then`: the agency as the minutes name it. `where`: null before the paper is issued. */
export function supplementValues(
  source: SupplementSource,
  agency: Agency,
  then: Agency,
  where: Verification | null,
): FieldValues {
  const { issue, secrecy, signatory } = source
  const texts = supplementTexts(source, agency, then)
  return {
    ...issueValues(issue && { number: issue.number, issuedAt: issue.at }, agency, where),
    dau_do_mat: secrecyMarks[secrecy],
    du_thao: issue ? [] : draft,
    ten_loai: texts.name.toLocaleUpperCase('vi'),
    trich_yeu: texts.subject,
    so_bien_ban: texts.number,
    ngay_bien_ban: texts.day,
    mo_dau: texts.introduction,
    ly_do: texts.reason,
    de_muc: texts.heading,
    noi_dung: paragraphs(texts.content),
    ket_thuc: texts.ending,
    noi_nhan: texts.recipients.map((name) => ({ doan: recipientLine(name) })),
    ...signatoryValues(signatory, agency),
  }
}
