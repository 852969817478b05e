// The styles of lines of a paper by NĐ 30/2020 (annex I): sizes, alignment, spaces. Used by every printer.

export interface LineStyle {
  /** As the office’s word processor lists it. */
  readonly name: string
  readonly sizePt: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly isBold?: true
  readonly isItalic?: true
  readonly isUnderlined?: true
  readonly isGrey?: true
  /** Shown in capitals however it is written; papers of this system write them. */
  readonly isCapitals?: true
  readonly firstIndentMm?: number
  readonly spaceBeforePt?: number
  /** Stays on the page of what follows. */
  readonly keepsNext?: true
  /** Its level among the headings that readers and screen readers jump to. */
  readonly level?: 1 | 2
}

const body = { sizePt: 14, align: 'justify', firstIndentMm: 12.7, spaceBeforePt: 6 } as const

export const lineStyles = {
  draft: { name: 'Dự thảo', sizePt: 20, align: 'center', isBold: true, isGrey: true },
  parent: { name: 'Cơ quan chủ quản', sizePt: 13, align: 'center', isCapitals: true },
  organisation: { name: 'Cơ quan ban hành', sizePt: 13, align: 'center', isBold: true, isCapitals: true },
  star: { name: 'Dấu sao', sizePt: 13, align: 'center' },
  number: { name: 'Số, ký hiệu', sizePt: 13, align: 'center', spaceBeforePt: 6 },
  secrecyMark: { name: 'Dấu độ mật', sizePt: 13, align: 'center', isBold: true, spaceBeforePt: 6 },
  nation: { name: 'Quốc hiệu', sizePt: 13, align: 'center', isBold: true },
  motto: { name: 'Tiêu ngữ', sizePt: 14, align: 'center', isBold: true },
  party: { name: 'Tiêu đề Đảng', sizePt: 15, align: 'center', isBold: true },
  placeAndDate: { name: 'Địa danh, thời gian', sizePt: 14, align: 'center', isItalic: true, spaceBeforePt: 6 },
  kind: {
    name: 'Tên loại văn bản',
    sizePt: 14,
    align: 'center',
    isBold: true,
    spaceBeforePt: 14,
    keepsNext: true,
    level: 1,
  },
  subject: { name: 'Trích yếu', sizePt: 14, align: 'center', isBold: true, keepsNext: true },
  addressee: { name: 'Kính gửi', sizePt: 14, align: 'center', spaceBeforePt: 6 },
  heading: { name: 'Đề mục', ...body, isBold: true, keepsNext: true, level: 2 },
  subheading: { name: 'Tiểu mục', ...body, isBold: true, isItalic: true, keepsNext: true },
  field: { name: 'Trường thông tin', ...body },
  text: { name: 'Nội dung', ...body },
  ending: { name: 'Kết thúc', ...body, keepsNext: true },
  cell: { name: 'Ô trong bảng', sizePt: 13, align: 'left' },
  cellCentred: { name: 'Ô trong bảng, canh giữa', sizePt: 13, align: 'center' },
  cellTitle: { name: 'Tiêu đề cột', sizePt: 13, align: 'center', isBold: true },
  registerTitle: { name: 'Tiêu đề cột của sổ', sizePt: 8, align: 'center', isBold: true },
  registerCell: { name: 'Ô trong sổ', sizePt: 9, align: 'left' },
  office: { name: 'Quyền hạn, chức vụ', sizePt: 14, align: 'center', isBold: true, keepsNext: true },
  plainOffice: { name: 'Chức vụ', sizePt: 14, align: 'center', keepsNext: true },
  signatureNote: { name: 'Ghi chú chữ ký', sizePt: 12, align: 'center', isItalic: true, keepsNext: true },
  signatory: { name: 'Họ tên người ký', sizePt: 14, align: 'center', isBold: true },
  recipientsTitle: {
    name: 'Nơi nhận',
    sizePt: 12,
    align: 'left',
    isBold: true,
    isItalic: true,
    spaceBeforePt: 12,
    keepsNext: true,
  },
  partyRecipientsTitle: {
    name: 'Nơi nhận của Đảng',
    sizePt: 14,
    align: 'left',
    isUnderlined: true,
    spaceBeforePt: 12,
    keepsNext: true,
  },
  partyRecipient: { name: 'Danh sách nơi nhận của Đảng', sizePt: 12, align: 'left', keepsNext: true },
  recipient: { name: 'Danh sách nơi nhận', sizePt: 11, align: 'left', keepsNext: true },
  colophon: { name: 'Nguồn của văn bản', sizePt: 10, align: 'left', isItalic: true, spaceBeforePt: 12 },
} as const satisfies Record<string, LineStyle>

export type LineStyleName = keyof typeof lineStyles
