// Tổng hợp tình hình tiếp nhận, xử lý đơn: our own summary, not an official form. A split petition counts by its parts
// only.
import { caseStatuses } from '../projections/cases.ts'
import type { ReportColumn, ReportDefinitionBody } from './definition.ts'

type Where = Extract<ReportColumn['take'], { of: 'cases' }>['where']

const state = caseStatuses.filter((one) => one !== 'split')

const column = (number: number, title: string, under: string[], where: Where): ReportColumn => ({
  key: `c${number}`,
  number: String(number),
  title,
  under,
  take: { of: 'cases', counts: 'rows', where: { state, ...where } },
})

const byKind = 'Theo loại đơn'
const byCompetence = 'Theo thẩm quyền'
const byState = 'Theo kết quả'

export const petitions: ReportDefinitionBody = {
  name: 'petitions',
  title: 'Tổng hợp tiếp nhận, xử lý đơn',
  source:
    'Biểu do phần mềm lập sẵn, không theo mẫu quy định. Đơn tính theo ngày nhận; đơn nhiều nội dung đã tách tính theo từng đơn tách; quá hạn tính đến hôm nay.',
  mark: 'own',
  validFrom: '2000-01-01',
  columns: [
    column(1, 'Tổng số đơn', ['Tổng số'], {}),
    column(2, 'Khiếu nại', [byKind], { kind: ['complaint'] }),
    column(3, 'Tố cáo', [byKind], { kind: ['denunciation'] }),
    column(4, 'Kiến nghị', [byKind], { kind: ['proposal'] }),
    column(5, 'Phản ánh', [byKind], { kind: ['reflection'] }),
    column(6, 'Nhiều nội dung, chưa tách', [byKind], { kind: ['mixed'] }),
    column(7, 'Thuộc thẩm quyền', [byCompetence], { competence: ['own'] }),
    {
      key: 'c8',
      number: '8',
      title: 'Không thuộc thẩm quyền',
      under: [byCompetence],
      take: { of: 'columns', sum: ['c9', 'c10', 'c11'] },
    },
    column(9, 'Hướng dẫn', [byCompetence, 'Không thuộc thẩm quyền'], { competence: ['guide'] }),
    column(10, 'Chuyển đơn', [byCompetence, 'Không thuộc thẩm quyền'], { competence: ['transfer'] }),
    column(11, 'Trả lại đơn', [byCompetence, 'Không thuộc thẩm quyền'], { competence: ['return'] }),
    column(12, 'Chưa xác định', [byCompetence], { competence: ['unsaid'] }),
    column(13, 'Đã kết thúc', [byState], { state: ['closed'] }),
    column(14, 'Đang xử lý', [byState], { state: state.filter((one) => one !== 'closed') }),
    column(15, 'Quá hạn', [byState], { due: ['overdue'] }),
  ],
  checks: [
    { left: 'c1', is: 'equal', right: ['c2', 'c3', 'c4', 'c5', 'c6'] },
    { left: 'c1', is: 'equal', right: ['c7', 'c8', 'c12'] },
    { left: 'c1', is: 'equal', right: ['c13', 'c14'] },
    { left: 'c15', is: 'atMost', right: ['c1'] },
  ],
}
