import { expect, it } from 'vitest'
import { DelegateId, PersonId, SiteId } from '../../../shared/kernel/ids.ts'
import { votingCodesPaper } from './voting-codes.ts'

const site = (id: string, delegates: string[]) => ({
  siteId: SiteId.parse(id),
  name: `Điểm cầu ${id}`,
  rank: 'branch' as const,
  delegates: delegates.map((one) => ({ delegateId: DelegateId.parse(one), personId: PersonId.parse(`p-${one}`) })),
})

it('lists each delegate of one site with their code, and states how it is sealed and that it is printed once', () => {
  const paper = votingCodesPaper({
    title: 'Hội nghị',
    organisation: 'UBND tỉnh',
    site: site('a', ['a', 'b']),
    printing: 2,
    people: { [PersonId.parse('p-a')]: { name: 'Lò Văn Páo', title: 'Chủ tịch' } },
    codeOf: (delegateId) => (delegateId === 'a' ? '12345678' : '00000009'),
    printedAt: 0,
  })
  const tables = paper.blocks.filter((block) => block.kind === 'table')
  const texts = tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join())))
  expect(texts).toEqual([
    [
      ['1', 'Lò Văn Páo, Chủ tịch', '1234 5678'],
      ['2', '…', '0000 0009'],
    ],
  ])
  const words = paper.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])).join('\n')
  for (const said of ['Điểm cầu thành phần: A', 'lần in thứ 2', 'Niêm phong', 'chỉ in một lần'])
    expect(words).toContain(said)
})
