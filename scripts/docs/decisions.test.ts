import { expect, it } from 'vitest'
import { inProject } from '../project.mjs'
import { decisionIndex, decisionsAmiss, decisionsIn } from './decisions.ts'

it('every decision has one topic, at most twenty lines, and no line longer than 120 characters', () => {
  expect(decisionsAmiss(decisionsIn(inProject('docs/adr')))).toEqual([])
})

it('reports a decision without topic, one that is too long, a wide line and a title without number', () => {
  const lines = ['# Something', ...Array.from({ length: 20 }, () => ''), 'x'.repeat(121)]
  expect(decisionsAmiss([{ file: '9999-something.md', number: 9999, title: 'Something', lines }])).toEqual([
    expect.stringContaining('does not begin with its number'),
    expect.stringContaining('stands in 0 topics'),
    expect.stringContaining('has 22 lines'),
    expect.stringContaining(':22 is longer'),
  ])
})

it('lists each decision under its topic, by the title in its file', () => {
  const index = decisionIndex('Generated.', [
    { file: '0018-ballots.md', number: 18, title: 'Secret ballots', lines: [] },
  ])
  expect(index).toContain('## In the room: floor, documents, ballots\n\n- [0018 Secret ballots](0018-ballots.md)')
})
