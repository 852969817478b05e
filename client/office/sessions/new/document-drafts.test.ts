import { expect, it } from 'vitest'
import { ItemId } from '../../../../shared/kernel/ids.ts'
import { draftsOf, filesOf } from './document-drafts.ts'
import { emptyItem } from './session-draft.ts'

const agenda = [emptyItem('first'), emptyItem('second')]
const itemIds = ['item-1', 'item-2'].map((id) => ItemId.parse(id))
let keys = 0
const chosen = (...names: string[]) =>
  draftsOf(
    names.map((name) => new File(['nội dung'], name)),
    () => `file-${++keys}`,
  )

it('is sent with its agenda item, after the agenda was reordered', () => {
  const [report] = chosen('Báo cáo.pdf')
  if (!report) throw new Error('no draft')
  const drafts = [{ ...report, settings: { ...report.settings, itemId: 'second', isMarked: true } }]
  expect(filesOf(drafts, agenda, itemIds)[0]?.settings).toMatchObject({ itemId: 'item-2', isMarked: true })
  expect(filesOf(drafts, agenda.toReversed(), itemIds)[0]?.settings.itemId).toBe('item-1')
  expect(filesOf(drafts, [emptyItem('first')], itemIds)[0]?.settings.itemId).toBeNull()
})

it('has no agenda item by default', () => {
  expect(filesOf(chosen('Giấy mời.pdf'), agenda, itemIds)[0]?.settings.itemId).toBeNull()
})

it('is not sent if its type is not accepted', () => {
  const sent = filesOf(chosen('chạy.exe', 'Giấy mời.pdf'), agenda, itemIds)
  expect(sent.map(({ file }) => file.name)).toEqual(['Giấy mời.pdf'])
})
