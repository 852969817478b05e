import { describe, expect, it } from 'vitest'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { agency } from '../kinds/citizen-papers.fixture.ts'
import { minutesDocument } from '../kinds/minutes-document.fixture.ts'
import { dialogueDocument, receptionDocument } from '../kinds/reception-document.fixture.ts'
import { supplementSource } from '../kinds/supplement-source.fixture.ts'
import { exampleValues, type FieldValues, fieldsOf } from './fields.ts'
import { conclusionsValues, minutesKind, minutesValues } from './minutes-values.ts'
import { supplementValues } from './supplement-values.ts'

const where = { code: 'K7M3-P9XQ-4RTA-CDEF', url: 'https://dc.gov.vn/verify#K7M3', page: 'https://dc.gov.vn/verify' }
const minutes = (document: MinutesDocument) => [minutesKind(document), minutesValues(document, where)] as const
const empty: MinutesDocument = {
  ...minutesDocument,
  ...{ chair: null, secretary: null, startedAt: null, endedAt: null },
  ...{ sites: [], others: [], interpreters: [], sections: [], ballots: [], decisions: [], assignments: [], spoken: [] },
}
const shapeOf = (values: FieldValues) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? '' : Object.keys(value[0] ?? {}).sort()}`)
    .sort()
const text = (values: FieldValues) => JSON.stringify(values)

describe('the fields of minutes', () => {
  it.each<[string, readonly [TemplateKind, FieldValues]]>([
    ['a conference', minutes(minutesDocument)],
    ['a reception', minutes(receptionDocument)],
    ['a dialogue', minutes(dialogueDocument)],
    ['a conference of which nothing is known yet', minutes(empty)],
    ['a notice of conclusions', ['conclusions', conclusionsValues(minutesDocument, where)]],
    ['a notice without conclusions', ['conclusions', conclusionsValues(empty, where)]],
    ['a correction of minutes', ['supplement', supplementValues(supplementSource, agency, agency, where)]],
  ])('all have a value, and there are no values without a field: %s', (_what, [kind, values]) => {
    const optional = ['du_thao', 'thay_the', 'thoi_gian_phat_bieu', 'noi_nhan']
    const isOptionalRow = (told: string) => optional.some((one) => told.startsWith(one))
    const [told, known] = [shapeOf(values), shapeOf(exampleValues(kind))].map((all) =>
      all.map((one) => (isOptionalRow(one) ? (one.split(' ')[0] ?? '') : one)),
    )
    expect(told).toEqual(known)
    expect(fieldsOf[kind].map(({ name }) => name)).toEqual([...new Set(fieldsOf[kind].map(({ name }) => name))])
    expect(text(values)).not.toContain('undefined')
  })

  it('have the same sentences as the minutes of the built-in layout', () => {
    expect(text(minutesValues(minutesDocument, where))).toContain('Đúng 08 giờ 00, Chủ tọa tuyên bố khai mạc cuộc họp.')
    expect(minutesValues(receptionDocument, where).ket_qua).toContainEqual({
      doan: 'Thẩm quyền: không thuộc thẩm quyền của cơ quan; đã hướng dẫn công dân đến Sở Tài chính.',
    })
    expect(minutesValues(dialogueDocument, where)).toMatchObject({
      xac_minh: [{ doan: 'Quyết định số 12 ghi 100 m².' }, { doan: 'Bản đồ ghi 120 m².' }],
      y_kien_khac: [{ doan: 'Không có.' }],
      ky_nguoi_khieu_nai: 'Ngô Văn Phúc',
      ky_nguoi_bi_khieu_nai: '',
    })
  })

  it('mark a paper as a draft without a number until it is issued', () => {
    const issues = { minutes: { number: 5, year: 2026, at: 0 }, conclusions: null }
    const issued = { ...minutesDocument, record: { ...minutesDocument.record, issues } }
    expect(minutesValues(minutesDocument, null)).toMatchObject({
      so: '……',
      du_thao: [{ doan: 'DỰ THẢO' }],
      ma_kiem_tra: '……',
    })
    expect(minutesValues(issued, where)).toMatchObject({ so: '05', du_thao: [], ma_kiem_tra: where.code })
    expect(conclusionsValues(issued, null)).toMatchObject({ so: '……', du_thao: [{ doan: 'DỰ THẢO' }] })
    const [draft, numbered] = [null, supplementSource.issue].map((issue) =>
      supplementValues({ ...supplementSource, issue }, agency, agency, null),
    )
    expect(draft).toMatchObject({ so: '……', du_thao: [{ doan: 'DỰ THẢO' }] })
    expect(numbered).toMatchObject({ so: '08', du_thao: [] })
  })
})
