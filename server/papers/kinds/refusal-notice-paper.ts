// The notice that a citizen is not received (thông báo về việc từ chối tiếp công dân, Mẫu 01/TCD of Nghị định
// 154/2026/NĐ-CP): addressee, who came when about what, the reason and its ground, signed by the head of the agency.
import type { Notice } from '../../../shared/modules/notice/contract.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import { letterhead, shareOf } from '../model/letterhead.ts'
import { type Columns, draftMark, gap, line, lines, type Paper, printable, rule } from '../model/paper.ts'
import { paperNumber } from '../model/paper-number.ts'
import { recipientLines } from '../model/recipient-lines.ts'
import { signatureBlock, signedBy } from '../model/signature-block.ts'
import { calendarDay, hourAndMinute, longDate, twoDigits } from '../model/times.ts'
import { identityPaperNames } from './identity-paper-names.ts'

export interface RefusalNoticeSource {
  /** number null: it is not issued yet. */
  readonly notice: Pick<Notice, 'issuedAt' | 'explainedAt' | 'matter' | 'reason' | 'citation'> & {
    readonly number: number | null
  }
  readonly place: string
  /** As the session names the citizen; the record may know more. */
  readonly name: string
  /** null: their papers were not looked at, or the record was erased since. */
  readonly citizen: Pick<Citizen, 'name' | 'address' | 'identity'> | null
  readonly signatory: Signatory
}

const subject = 'Về việc từ chối tiếp công dân'

export function refusalNoticePaper(source: RefusalNoticeSource, agency: Agency): Paper {
  const { notice, place, citizen, signatory } = source
  const { number, issuedAt, explainedAt, matter, reason, citation } = notice
  const name = citizen?.name ?? source.name
  const stop = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`)
  return {
    title: printable(`Thông báo từ chối tiếp công dân${number === null ? '' : ` số ${twoDigits(number)}`}`),
    author: printable(agency.organisation),
    date: issuedAt,
    blocks: [
      ...draftMark(number),
      letterhead(agency, paperNumber(number, 'TB', agency), {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${longDate(issuedAt)}`)],
      }),
      line('kind', 'THÔNG BÁO'),
      line('subject', subject),
      rule(shareOf(subject)),
      gap(2),
      line('addressee', `Kính gửi: Ông/bà ${name}`),
      gap(2),
      line(
        'text',
        `Vào hồi ${hourAndMinute(explainedAt)}, ${longDate(explainedAt)}, tại ${place.replace(/\.$/, '')}, ông/bà ${name} đến trình bày vụ việc sau đây:`,
      ),
      ...lines('text', stop(matter)),
      line('field', `${identityOf(citizen)}.`, `${identityPaperNames[citizen?.identity?.kind ?? 'citizenCard']}: `),
      line('field', `${citizen?.address ?? '……'}.`, 'Địa chỉ: '),
      line('field', stop(citation), 'Căn cứ: '),
      line('field', stop(reason), 'Lý do: '),
      line(
        'ending',
        `${agency.organisation} từ chối tiếp công dân đối với vụ việc nêu trên và thông báo để ông/bà biết./.`,
      ),
      gap(4),
      signature(signatory, agency),
    ],
  }
}

function identityOf(citizen: RefusalNoticeSource['citizen']): string {
  const identity = citizen?.identity
  const issuedOn = identity?.issuedOn ? calendarDay(identity.issuedOn) : '……'
  return `${identity?.number ?? '……'}, ngày cấp ${issuedOn}, nơi cấp ${identity?.issuedBy ?? '……'}`
}

function signature(signatory: Signatory, agency: Agency): Columns {
  return {
    kind: 'columns',
    widthsMm: [75, 90],
    rows: [
      [
        recipientLines(['Như trên'], agency),
        // As the form of the decree has it.
        signatureBlock({ ...signedBy(signatory, agency), notes: ['(Ký, ghi rõ họ tên, đóng dấu)'] }),
      ],
    ],
  }
}
