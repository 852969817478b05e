import { describe, expect, it } from 'vitest'
import { all, by, closes, given, inFullSession, type Step } from '../../tests/harness/given.ts'
import { aggregate } from '../../tests/harness/session-model.ts'
import { minutesDocument } from './minutes-document.ts'
import { journalOfVersion } from './minutes-versions.ts'

const agency = { organisation: 'UBND thành phố', parentOrganisation: null, placeName: null, abbreviation: 'UBND' }
const signs = (participantId: string) => by('system', 'approval.sign', { participantId, sha256: 'a'.repeat(64) })
const decides = (text: string) => by('secretary', 'minutes.add', { content: { kind: 'decision', text } })
const issued = (number: number): Step =>
  all(
    signs('secretary'),
    signs('chair'),
    by('system', 'approval.issue', { paper: 'minutes', number, year: 2026, byParticipantId: null }),
  )
const corrects = by('secretary', 'approval.beginCorrection', { reason: 'Thiếu một kết luận.' })

const steps = all(inFullSession, decides('Một.'), closes, issued(4), corrects, decides('Hai.'), issued(5))

function documentOf(version: number) {
  const { session } = given(steps)
  const journal = journalOfVersion(session.journal, version)
  return journal && minutesDocument(aggregate, journal, {}, agency, session.at)
}

describe('the versions of the minutes', () => {
  it('are each printed as they were issued, whatever was written later', () => {
    const [first, second] = [documentOf(1), documentOf(2)]
    expect(first?.decisions.map(({ text }) => text)).toEqual(['Một.'])
    expect(first?.record).toMatchObject({ version: 1, corrects: null, issues: { minutes: { number: 4 } } })
    expect(second?.decisions.map(({ text }) => text)).toEqual(['Một.', 'Hai.'])
    expect(second?.record).toMatchObject({
      version: 2,
      corrects: { number: 4, reason: 'Thiếu một kết luận.' },
      issues: { minutes: { number: 5 } },
      signatures: { chair: { who: { role: 'chair' } } },
    })
  })

  it('are one more than the corrections', () => {
    expect(documentOf(3)).toBeNull()
  })
})
