import { describe, expect, it } from 'vitest'
import {
  appoints,
  atReception,
  by,
  closes,
  given,
  grants,
  inFullSession,
  interprets,
  loses,
  type Step,
  suspends,
} from '../../tests/harness/given.ts'
import { ownEquipment } from '../../tests/harness/own-equipment.ts'
import { ParticipantId, PersonId } from '../kernel/ids.ts'
import { siteOf } from '../modules/sites/contract.ts'
import { captionNotice, isRecognised, keepsTranscript, recognisedNotice, speakerName } from './captions.ts'
import { isTold, liveNotice } from './live.ts'
import { mediaPlan } from './media-plan.ts'

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

describe('a caption of a captioner', () => {
  it('is accepted from the current writer only', () => {
    expect(told('observer1', null)).toEqual({
      lineId,
      text: 'Kính thưa hội nghị',
      speaker: null,
      isFinished: false,
      isAutomatic: false,
    })
    expect(told('secretary', null)).toBeNull()
    const { state } = given(inFullSession, ...writes)
    expect(liveNotice(state, ParticipantId.parse('siteA'), { type: 'caption', ...words })).toBeNull()
  })

  it('names the holder of the floor as speaker, or a chosen participant in the room', () => {
    expect(told('observer1', null, grants('siteA'))?.speaker).toEqual({ participantId: 'siteA', personId: null })
    expect(told('observer1', 'chair', grants('siteA'))?.speaker).toEqual({ participantId: 'chair', personId: null })
    expect(told('observer1', 'nobody')?.speaker).toBeNull()
    expect(told('observer1', 'siteB', loses('siteB'))?.speaker).toBeNull()
  })

  it('is rejected during a suspension and after closing', () => {
    expect(told('observer1', null, suspends)).toBeNull()
    expect(told('observer1', null, closes)).toBeNull()
  })

  it('is not sent to participants in a consultation, and does not name them as speaker', () => {
    const { state } = given(inFullSession, ...writes, aside('chair', 'siteA'))
    const notice = { type: 'caption', lineId, text: '', speaker: null, isFinished: false, isAutomatic: false } as const
    expect(
      ['chair', 'siteA', 'siteB', 'citizen1'].filter((id) => isTold(state, ParticipantId.parse(id), notice)),
    ).toEqual(['siteB', 'citizen1'])
    expect(told('observer1', 'siteA', aside('chair', 'siteA'))?.speaker).toBeNull()
  })
})

describe('a finished caption', () => {
  const keeps = (...steps: Step[]) => keepsTranscript(given(inFullSession, ...steps).state)

  it('is stored while the session is open', () => {
    expect(keeps()).toBe(true)
    expect(keeps(suspends)).toBe(false)
    expect(keeps(closes)).toBe(false)
  })

  it('is not stored while the recording is paused', () => {
    const records = by('chair', 'recording.start', ownEquipment)
    expect(keeps(records, by('chair', 'recording.pause', { reason: 'Theo đề nghị của công dân' }))).toBe(false)
  })

  it('is not stored in a protected session', () => {
    const { state } = given(inFullSession)
    expect(keepsTranscript({ ...state, session: { ...state.session, isProtected: true } })).toBe(false)
  })

  it('is not stored in a session of Mật and above', () => {
    const { state } = given(inFullSession)
    expect(keepsTranscript({ ...state, session: { ...state.session, secrecy: 'confidential' } })).toBe(false)
  })
})

describe('the speech engine', () => {
  const automatic = by('chair', 'captions.setAutomatic', { isOn: true })
  const hears = (...steps: Step[]) => {
    const { state } = given(inFullSession, ...steps)
    return [...mediaPlan(state)].flatMap(([participantId, { recognised }]) => (recognised ? [participantId] : []))
  }

  it('receives those who may be heard on the floor, when automatic captions are on', () => {
    expect(hears(grants('siteA'))).toEqual([])
    expect(hears(automatic)).toEqual(['chair', 'secretary'])
    expect(hears(automatic, grants('siteA'))).toEqual(['chair', 'secretary', 'siteA'])
  })

  it('receives nobody during a suspension and after closing', () => {
    expect(hears(automatic, suspends)).toEqual([])
    expect(hears(automatic, closes)).toEqual([])
  })

  it('receives nobody who is in a consultation', () => {
    expect(hears(automatic, aside('chair', 'siteA'))).toEqual(['secretary'])
  })

  it('receives nothing from an identity check', () => {
    const looks = by('secretary', 'identity.begin', { participantId: 'citizen1' })
    const { state } = atReception(inFullSession, automatic, looks)
    expect(mediaPlan(state).get(ParticipantId.parse('secretary'))).toMatchObject({
      mayBeHeard: true,
      recognised: false,
    })
  })

  it('receives no interpreter, because the original was said on the floor', () => {
    const { state } = given(inFullSession, automatic, appoints('en', 'secretary'), interprets('secretary', 'en'))
    expect(mediaPlan(state).get(ParticipantId.parse('secretary'))).toMatchObject({ channel: 'en', recognised: false })
  })

  it('receives nobody while a captioner writes, and takes over when the captioner stops or is lost', () => {
    expect(hears(automatic, ...writes)).toEqual([])
    expect(hears(automatic, ...writes, by('observer1', 'captions.stop', {}))).toEqual(['chair', 'secretary'])
    expect(hears(automatic, ...writes, loses('observer1'))).toEqual(['chair', 'secretary'])
  })

  it('receives nobody in a protected session or one of Mật and above', () => {
    const { state } = given(inFullSession, automatic)
    for (const session of [{ isProtected: true }, { secrecy: 'confidential' as const }])
      expect(isRecognised({ ...state, session: { ...state.session, ...session } }, ParticipantId.parse('chair'))).toBe(
        false,
      )
  })

  it('produces captions that name the speaker, marked as automatic, and none of somebody it may no longer hear', () => {
    const chair = ParticipantId.parse('chair')
    const said = (...steps: Step[]) =>
      recognisedNotice(given(inFullSession, ...steps).state, { ...words, speakerId: chair }, true)
    expect(said(automatic)).toEqual({
      lineId,
      text: 'Kính thưa hội nghị',
      speaker: { participantId: 'chair', personId: null },
      isFinished: true,
      isAutomatic: true,
    })
    expect(said()).toBeNull()
    expect(said(automatic, aside('chair', 'siteA'))).toBeNull()
    expect(said(automatic, ...writes)).toBeNull()
  })
})

describe('the name shown for a line', () => {
  const signed = (who: string, isAutomatic: boolean, named: string | null = null) => {
    const { state } = given(inFullSession)
    const participant = state.admission.participants[ParticipantId.parse(who)]
    const people = Object.fromEntries(
      [participant?.personId, named].flatMap((id) => (id ? [[id, { name: `tên ${id}`, title: null }]] : [])),
    )
    const personId = named === null ? null : PersonId.parse(named)
    const name = speakerName(state, people, {
      speaker: { participantId: ParticipantId.parse(who), personId },
      isAutomatic,
    })
    return {
      name,
      own: `tên ${participant?.personId}`,
      site: siteOf(state.sites.sites, participant?.siteId ?? null)?.name,
    }
  }

  it('of a captioner is the name that the captioner chose', () => {
    const { name, own } = signed('siteA', false)
    expect(name).toBe(own)
  })

  it('of the engine is the site that was heard, with the named speaker of that site', () => {
    const { name, site } = signed('siteA', true)
    expect(name).toBe(site)
    expect(signed('siteA', true, 'delegate').name).toBe(`tên delegate – ${site}`)
    const chair = signed('chair', true)
    expect(chair.name).toBe(chair.own)
  })
})
