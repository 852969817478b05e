import { describe, expect, it } from 'vitest'
import {
  all,
  by,
  closes,
  inFullSession,
  later,
  type Step,
  seals,
  seconds,
  waives,
} from '../../../tests/harness/given.ts'
import { scheduled } from '../../../tests/harness/session-model.ts'
import type { PaperSource, Papers } from '../../papers/session-papers.ts'
import type { Stores } from './archived-files.ts'
import { sealPrintsAhead, sealSource } from './seal-of-session.ts'

/** What a printer would print from. */
const papers = {
  'attendance.csv': async ({ people, printedAt }: PaperSource) => JSON.stringify({ people, printedAt }),
  'minutes.pdf': async ({ journal, people, printedAt }: PaperSource) => JSON.stringify({ journal, people, printedAt }),
} as Papers
const people = { chair: { name: 'Trần Thị Chủ Tọa', title: 'Chủ tịch' } } as PaperSource['people']

function sourceAfter(...steps: Step[]): PaperSource {
  const session = scheduled()
  all(inFullSession, ...steps)(session)
  const { state, journal, at } = session
  // Asked for at another hour each time.
  return { state, journal, storedJournal: async () => journal, people, printedAt: at + Math.random(), partyPapers: {} }
}
const ahead = (...steps: Step[]) => sealPrintsAhead(papers, sourceAfter(...steps))
const nothingElse = {
  documents: { read: async () => null },
  issuedPapers: { filesOfSession: async () => [] },
  recordings: { segments: async () => [] },
} as unknown as Stores
async function sealed(...steps: Step[]) {
  const source = await sealSource({ ...nothingElse, papers }, sourceAfter(...steps))
  return source?.prints ?? []
}
const told = (prints: Awaited<ReturnType<typeof sealed>>) =>
  Promise.all(prints.map(async ({ path, of, print }) => ({ path, of, print: await print() })))

const writes = by('secretary', 'minutes.add', { content: { kind: 'note', text: 'Bổ sung sau khi bế mạc' } })

describe('the prints made ahead for a closed session', () => {
  it('are identical to the prints of the seal, whenever the session is sealed', async () => {
    const ofAhead = await told(ahead(closes, waives))
    expect(ofAhead).toEqual(await told(await sealed(closes, waives, later(seconds(90_000)), seals)))
    expect(ahead(closes, waives).map(({ path }) => path)).toEqual(['minutes.pdf', 'attendance.csv'])
  })

  it('have another source hash once something was written or a name was changed', async () => {
    const ofAhead = ahead(closes, waives).map(({ of }) => of)
    expect((await sealed(closes, waives, writes, seals)).map(({ of }) => of)).not.toEqual(ofAhead)
    const renamed = { chair: { name: 'Trần Thị Chủ Toạ', title: 'Chủ tịch' } } as PaperSource['people']
    const other = sealPrintsAhead(papers, { ...sourceAfter(closes, waives), people: renamed })
    expect(other.map(({ of }) => of)).not.toEqual(ofAhead)
  })

  it('are none while the session is open or after it is sealed', () => {
    expect(ahead()).toEqual([])
    expect(ahead(closes, seals)).toEqual([])
  })

  it('are none for a protected session', () => {
    const source = sourceAfter(closes)
    const session = { ...source.state.session, isProtected: true }
    expect(sealPrintsAhead(papers, { ...source, state: { ...source.state, session } })).toEqual([])
  })
})

describe('a written supplement', () => {
  const sha256 = 'a'.repeat(64)
  const source = sourceAfter(
    closes,
    by('system', 'approval.sign', { participantId: 'secretary', sha256 }),
    by('system', 'approval.sign', { participantId: 'chair', sha256 }),
    by('system', 'approval.issue', { paper: 'minutes', number: 7, year: 2026, byParticipantId: null }),
    seals,
    by('clerk', 'supplement.write', {
      supplementId: '019b0000-0000-7000-8000-000000000001',
      kind: 'correction',
      text: 'Diện tích là 120 m².',
      reason: 'Ghi nhầm diện tích',
      signatoryId: 'head',
      signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Chủ tịch' },
      number: 8,
      year: 2026,
    }),
  )
  const reasonOf = async (session: Partial<PaperSource['state']['session']>) => {
    const state = { ...source.state, session: { ...source.state.session, ...session } }
    const found = await sealSource({ ...nothingElse, papers }, { ...source, state })
    return found?.written.map(({ number, reason }) => [number, reason])
  }

  it('is sealed with its reason; for protected and secret sessions the seal omits the reason', async () => {
    expect(await reasonOf({})).toEqual([[8, 'Ghi nhầm diện tích']])
    expect(await reasonOf({ isProtected: true })).toEqual([[8, null]])
    expect(await reasonOf({ secrecy: 'secret' })).toEqual([[8, null]])
  })
})
