// Who has opened and studied which document, as an Excel file: counts by document and site, then everybody expected to
// read, including those who have not.
import type { SessionDocument } from '../../../shared/modules/documents/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { countsOf, type Reader, readingBySite } from '../../../shared/projections/reading.ts'
import type { People, Person } from '../../../shared/wire/engine/socket-events.ts'
import { secrecyMarks } from '../model/letterhead.ts'
import { type Column, type Table, table } from '../model/table.ts'
import { clock, isoTime, shortDate } from '../model/times.ts'
import { workbook } from '../model/workbook.ts'
import { delegateName, roleNames } from './name-wording.ts'

type State = Pick<SessionState, 'session' | 'admission' | 'agenda' | 'sites' | 'documents'>

interface AtSite {
  readonly document: SessionDocument
  readonly item: string | null
  readonly site: string | null
  readonly readers: readonly Reader[]
}

export async function readingXlsx(state: State, people: People, printedAt: number): Promise<Buffer> {
  const remark = `Lập lúc ${clock(printedAt)} ngày ${shortDate(printedAt)}`
  const { title, secrecy } = state.session
  return workbook(readingTables(state, people), title, remark, { mark: secrecyMarks[secrecy] })
}

function readingTables(state: State, people: People): Table[] {
  const { admission, agenda, documents } = state
  const places = documents.documents.flatMap((document): AtSite[] => {
    const item = agenda.items.find(({ itemId }) => itemId === document.itemId)?.title ?? null
    return readingBySite(state, document).map(({ name, readers }) => ({ document, item, site: name, readers }))
  })
  const readers = places.flatMap(({ readers: own, ...place }) => own.map((reader) => ({ ...place, reader })))
  const person = (id: Reader['personId'] | undefined): Person => (id && people[id]) || { name: '…', title: null }
  const participant = (id: string) => Object.values(admission.participants).find((one) => one.participantId === id)
  const role = ({ isDelegate, id }: Reader) => {
    const who = isDelegate ? undefined : participant(id)
    return who ? roleNames[who.role] : delegateName
  }
  const documentColumns = <Thing extends Omit<AtSite, 'readers'>>(): Column<Thing>[] => [
    ['STT', 6, (_one, index) => index + 1],
    ['Tài liệu', 44, ({ document }) => document.title],
    ['Thuộc nội dung', 30, ({ item }) => item],
    ['Điểm cầu', 30, ({ site }) => site ?? 'Không thuộc điểm cầu'],
  ]
  return [
    table('Theo điểm cầu', places, [
      ...documentColumns<AtSite>(),
      ['Cần đọc trước', 12, ({ document }) => (document.readBefore ? 'Có' : 'Không')],
      ['Đã mở', 10, ({ readers: own }) => countsOf(own).opened],
      ['Số người có trang riêng', 14, ({ readers: own }) => countsOf(own).openers],
      ['Đã xác nhận quán triệt', 14, ({ document, readers: own }) => asked(document, countsOf(own).acknowledged)],
      ['Số người cần xác nhận', 14, ({ document, readers: own }) => asked(document, own.length)],
    ]),
    table('Theo người', readers, [
      ...documentColumns<(typeof readers)[number]>(),
      ['Họ và tên', 28, ({ reader }) => person(reader.personId).name],
      ['Chức vụ, đơn vị', 38, ({ reader }) => person(reader.personId).title],
      ['Vai trò', 20, ({ reader }) => role(reader)],
      ['Mở lần đầu', 27, ({ reader }) => (reader.openedAt === null ? null : isoTime(reader.openedAt))],
      ['Xác nhận quán triệt', 27, ({ reader: { acknowledgedAt } }) => acknowledgedAt && isoTime(acknowledgedAt)],
      [
        'Người xác nhận thay',
        28,
        ({ reader: { spokenForBy } }) => spokenForBy && person(participant(spokenForBy)?.personId).name,
      ],
      ['Tình trạng', 24, ({ document, reader }) => stateOf(document, reader)],
    ]),
  ]
}

/** Of a document that asks for no acknowledgement there is nothing to count. */
const asked = ({ needsAcknowledgement }: SessionDocument, count: number) => (needsAcknowledgement ? count : null)

function stateOf(
  { needsAcknowledgement }: SessionDocument,
  { isDelegate, openedAt, acknowledgedAt }: Reader,
): string | null {
  if (needsAcknowledgement) return acknowledgedAt === null ? 'Chưa xác nhận quán triệt' : 'Đã xác nhận quán triệt'
  // A delegate has no page to open it on.
  if (isDelegate) return null
  return openedAt === null ? 'Chưa mở' : 'Đã mở'
}
