import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import { citizen, commit, site, welcome } from './a-hearing.fixture.ts'
import { interpreterFor } from './interpreter.ts'
import { receiveCommit, receiveLive, receiveWelcome } from './receive.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

const english = { language: 'en' } as const

function pageAfter(events: Parameters<typeof commit>[1][], audio: 'live' | 'muted' | 'none' = 'live'): SessionSnapshot {
  const sources: LiveNotice = {
    type: 'sources',
    sources: { [site]: { audio, video: 'none' }, [citizen]: { audio, video: 'none' } },
  }
  const session = receiveLive(
    receiveWelcome(emptySession, welcome('present', 1), { sentAt: 0, receivedAt: 0 }),
    sources,
  )
  return receiveCommit(session, commit(2, ...events)) ?? session
}
const offered: [string, unknown] = ['interpretation.offered', english]
const appointed = (participantId: ParticipantId): [string, unknown] => [
  'interpretation.appointed',
  { ...english, participantId },
]
const started = (participantId: ParticipantId): [string, unknown] => [
  'interpretation.started',
  { ...english, participantId },
]
const bySite = [offered, appointed(site), started(site)]

describe('the interpreter that a listener hears', () => {
  it('is the active interpreter of the chosen language', () => {
    expect(interpreterFor(pageAfter(bySite), 'en')).toBe(site)
  })

  it('is null for another language, or without a choice', () => {
    expect(interpreterFor(pageAfter(bySite), 'hmn')).toBeNull()
    expect(interpreterFor(pageAfter(bySite), null)).toBeNull()
  })

  it('is null before an interpreter starts', () => {
    expect(interpreterFor(pageAfter([offered, appointed(site)]), 'en')).toBeNull()
  })

  it.each(['muted', 'none'] as const)('is null while the interpreter’s microphone is %s', (audio) => {
    expect(interpreterFor(pageAfter(bySite, audio), 'en')).toBeNull()
  })

  it('is null while the interpreter’s connection is lost', () => {
    const lost: [string, unknown] = [
      'admission.lost',
      { participantId: site, connectionId: 'connection-1', lostAt: 2000, cause: 'closed' },
    ]
    expect(interpreterFor(pageAfter([...bySite, lost]), 'en')).toBeNull()
  })

  it('is null for the interpreter themself', () => {
    expect(interpreterFor(pageAfter([offered, appointed(citizen), started(citizen)]), 'en')).toBeNull()
  })

  it('is null for a listener in a consultation', () => {
    const aside: [string, unknown] = [
      'consultation.started',
      { consultationId: 'c', participantIds: [citizen, ParticipantId.parse('chair')] },
    ]
    expect(interpreterFor(pageAfter([...bySite, aside]), 'en')).toBeNull()
  })
})
