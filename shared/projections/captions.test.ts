import { describe, expect, it } from 'vitest'
import { by, closes, given, grants, inFullSession, loses, type Step, suspends } from '../../tests/harness/given.ts'
import { ParticipantId } from '../kernel/ids.ts'
import { captionNotice, keepsTranscript } from './captions.ts'
import { isTold, liveNotice } from './live.ts'

const lineId = '01890000-0000-7000-8000-000000000001'
const words = { lineId, text: 'Kính thưa hội nghị', speakerId: null }
const writes: Step[] = [
  by('secretary', 'captions.appoint', { participantId: 'observer1' }),
  by('observer1', 'captions.start', {}),
]
const told = (who: string, speakerId: string | null, ...steps: Step[]) => {
  const { state } = given(inFullSession, ...writes, ...steps)
  const chosen = speakerId === null ? null : ParticipantId.parse(speakerId)
  return captionNotice(state, ParticipantId.parse(who), { ...words, speakerId: chosen }, false)
}
const aside = (...participantIds: string[]): Step => by('chair', 'consultation.start', { participantIds })

describe('the words of a captioner', () => {
  it('are passed on from who writes, and from nobody else', () => {
    expect(told('observer1', null)).toEqual({
      lineId,
      text: 'Kính thưa hội nghị',
      speaker: null,
      isFinished: false,
    })
    expect(told('secretary', null)).toBeNull()
    const { state } = given(inFullSession, ...writes)
    expect(liveNotice(state, ParticipantId.parse('siteA'), { type: 'caption', ...words })).toBeNull()
  })

  it('are those of whoever has the floor, unless somebody in the room was chosen', () => {
    expect(told('observer1', null, grants('siteA'))?.speaker).toEqual({ participantId: 'siteA', personId: null })
    expect(told('observer1', 'chair', grants('siteA'))?.speaker).toEqual({ participantId: 'chair', personId: null })
    expect(told('observer1', 'nobody')?.speaker).toBeNull()
    expect(told('observer1', 'siteB', loses('siteB'))?.speaker).toBeNull()
  })

  it('are passed on neither in a break nor after the end', () => {
    expect(told('observer1', null, suspends)).toBeNull()
    expect(told('observer1', null, closes)).toBeNull()
  })

  it('reach nobody aside, and nothing that is said aside gets a name', () => {
    const { state } = given(inFullSession, ...writes, aside('chair', 'siteA'))
    const notice = { type: 'caption', lineId, text: '', speaker: null, isFinished: false } as const
    expect(
      ['chair', 'siteA', 'siteB', 'citizen1'].filter((id) => isTold(state, ParticipantId.parse(id), notice)),
    ).toEqual(['siteB', 'citizen1'])
    expect(told('observer1', 'siteA', aside('chair', 'siteA'))?.speaker).toBeNull()
  })
})

describe('what is finished', () => {
  const keeps = (...steps: Step[]) => keepsTranscript(given(inFullSession, ...steps).state)

  it('is kept while the session is open', () => {
    expect(keeps()).toBe(true)
    expect(keeps(suspends)).toBe(false)
    expect(keeps(closes)).toBe(false)
  })

  it('is not kept while the recording is interrupted for a reason', () => {
    const records = by('chair', 'recording.start', {})
    expect(keeps(records, by('chair', 'recording.pause', { reason: 'Theo đề nghị của công dân' }))).toBe(false)
  })

  it('is not kept of who denounces', () => {
    const { state } = given(inFullSession)
    expect(keepsTranscript({ ...state, session: { ...state.session, isProtected: true } })).toBe(false)
  })

  it('is not kept of a secret of the state', () => {
    const { state } = given(inFullSession)
    expect(keepsTranscript({ ...state, session: { ...state.session, secrecy: 'confidential' } })).toBe(false)
  })
})
