// The figures of the overview page over the register, defined like a report so that each figure leads to its rows.
// Fixed: an agency cannot replace it, and it is never printed.
import { type ReportColumn, ReportDefinition } from './definition.ts'

type Where = Extract<ReportColumn['take'], { of: 'register' }>['where']
type Counts = Extract<ReportColumn['take'], { of: 'register' }>['counts']

const column = (key: string, title: string, counts: Counts, where: Where) => ({
  ...{ key, number: '–', title },
  take: { of: 'register' as const, counts, where },
})

export const overviewReport = ReportDefinition.parse({
  name: 'overview',
  title: 'Tổng quan',
  source: 'Trang Tổng quan',
  mark: 'own',
  validFrom: '2000-01-01',
  columns: [
    column('visits', 'Lượt tiếp', 'visits', {}),
    column('people', 'Người được tiếp', 'people', {}),
    column('groups', 'Đoàn đông người', 'visits', { party: ['group'] }),
    column('headVisits', 'Lượt thủ trưởng tiếp', 'visits', { receivedBy: ['head'] }),
    column('complaint', 'Khiếu nại', 'rows', { kind: ['complaint'] }),
    column('denunciation', 'Tố cáo', 'rows', { kind: ['denunciation'] }),
    column('proposal', 'Kiến nghị', 'rows', { kind: ['proposal'] }),
    column('reflection', 'Phản ánh', 'rows', { kind: ['reflection'] }),
    column('unsaid', 'Chưa ghi loại', 'rows', { kind: ['unsaid'] }),
  ],
})
