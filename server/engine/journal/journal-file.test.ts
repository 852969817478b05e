import { describe, expect, it } from 'vitest'
import type { Commit } from '../../../shared/kernel/commit.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { chained, genesisHash } from '../../platform/hash-chain.ts'
import { afterSealing, journalLines, verifyJournal } from './journal-file.ts'

function journal(length: number): Commit[] {
  const commits: Commit[] = []
  for (let seq = 1; seq <= length; seq++)
    commits.push(
      chained({
        seq,
        at: 1_790_000_000_000 + seq,
        actor: { kind: 'system' },
        command: { id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`, type: 'chat.post' },
        events: [
          { type: seq === length ? 'session.sealed' : 'chat.posted', v: 1, data: { text: `Ý kiến thứ ${seq}` } },
        ],
        previousHash: commits.at(-1)?.hash ?? genesisHash,
      }),
    )
  return commits
}

/** A withdrawal, or anything else, after the sealing. */
function withOneMore(type: string): Commit[] {
  const sealed = journal(5)
  const last = sealed.at(-1)
  const { seq = 0, at = 0, hash = genesisHash } = last ?? {}
  const command = { id: '00000000-0000-7000-8000-000000000006', type: 'withdrawal.declare' }
  const events = [{ type, v: 1, data: { reason: 'Sai tên' } }]
  return [...sealed, chained({ seq: seq + 1, at, actor: { kind: 'system' }, command, events, previousHash: hash })]
}

const exported = () => [...journalLines(SessionId.parse('hearing'), journal(5))].map((line) => line.trimEnd())

describe('an exported journal', () => {
  it('has no faults as exported', async () => {
    expect(await verifyJournal(exported())).toMatchObject({ ok: true, sessionId: 'hearing', commits: 5, sealed: true })
  })

  it('stays sealed when only events allowed after a sealing follow, and is rejected when any other follows', async () => {
    const archived = (type: string) =>
      [...journalLines(SessionId.parse('hearing'), withOneMore(type))].map((line) => line.trimEnd())
    for (const type of afterSealing)
      expect(await verifyJournal(archived(type))).toMatchObject({ ok: true, commits: 6, sealed: true })
    expect(await verifyJournal(archived('chat.posted'))).toMatchObject({ ok: false, line: 7 })
  })

  it.each([
    ['a word is changed', (lines: string[]) => lines.with(2, lines[2]?.replace('thứ 2', 'thứ hai') ?? ''), 3],
    ['a commit is missing', (lines: string[]) => lines.toSpliced(3, 1), 4],
    ['two commits are swapped', (lines: string[]) => lines.with(2, lines[3] ?? '').with(3, lines[2] ?? ''), 3],
    ['the end is cut off', (lines: string[]) => lines.slice(0, 4), 5],
    ['the last commit and the manifest’s count are gone', (lines: string[]) => lines.toSpliced(5, 1), 6],
    ['something follows the manifest', (lines: string[]) => [...lines, lines[1] ?? ''], 8],
    ['a line is not JSON', (lines: string[]) => lines.with(1, '{'), 2],
    ['its last line is torn', (lines: string[]) => lines.with(6, lines[6]?.slice(0, -9) ?? ''), 7],
    ['it is another file', (lines: string[]) => lines.slice(1), 1],
  ])('reports the line where %s', async (_what, change, line) => {
    expect(await verifyJournal(change(exported()))).toMatchObject({ ok: false, line })
  })
})
