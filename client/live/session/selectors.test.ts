import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { chair, citizen, handRaised, site, welcome } from './a-hearing.fixture.ts'
import { mayCommand } from './permissions.ts'
import { receiveCommit, receiveWelcome } from './receive.ts'
import { meIn, participantOf, personIn } from './selectors.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

const enter = (status: 'waiting' | 'present') =>
  receiveWelcome({ ...emptySession, phase: 'connecting' }, welcome(status, 10), { sentAt: 0, receivedAt: 0 })

describe('participants and people', () => {
  it('contain oneself, and the others once inside', () => {
    expect(meIn(enter('waiting'))?.role).toBe('citizen')
    expect(participantOf(enter('waiting'), chair)).toBeNull()
    expect(participantOf(enter('present'), chair)?.role).toBe('chair')
  })

  it('give a name only if the people record has one', () => {
    expect(personIn(enter('present'), citizen)?.name).toBe('Ngô Văn Phúc')
    expect(personIn(enter('present'), site)).toBeNull()
    expect(personIn(enter('present'), ParticipantId.parse('stranger'))).toBeNull()
  })

  it('return the same object while unchanged, to avoid rendering', () => {
    const session: SessionSnapshot = enter('present')
    const later = receiveCommit(session, handRaised(11))
    expect(later && meIn(later)).toBe(meIn(session))
  })
})

describe('permitted commands', () => {
  it('depend on role and standing, as the contract says', () => {
    expect(mayCommand(enter('present'), 'floor.request')).toBe(true)
    expect(mayCommand(enter('waiting'), 'floor.request')).toBe(false)
    expect(mayCommand(enter('present'), 'floor.grant')).toBe(false)
    expect(mayCommand(enter('waiting'), 'chat.post')).toBe(true)
  })

  it('are none before the first welcome', () => {
    expect(mayCommand(emptySession, 'chat.post')).toBe(false)
  })
})
