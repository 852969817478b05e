import { describe, expect, it } from 'vitest'
import { ParticipantId, PersonId, type Role, SiteId } from '../../../shared/kernel/ids.ts'
import type { Participant } from '../../../shared/modules/admission/contract.ts'
import { floor } from '../../../shared/modules/floor/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { aggregate } from '../session/aggregate.ts'
import { bestColumns, bothSides, initials, largeOne, layoutFor, onStage, pagesOf } from './on-stage.ts'

const id = (name: string) => ParticipantId.parse(name)
const site = (name: string) => SiteId.parse(name)

function participant(name: string, role: Role, more: Partial<Participant> = {}): Participant {
  return {
    participantId: id(name),
    personId: PersonId.parse(`person-${name}`),
    role,
    siteId: null,
    waits: false,
    linkId: null,
    status: 'present',
    isAdmitted: true,
    connectionId: null,
    since: 0,
    identifiedBy: 'link',
    reason: null,
    ...more,
  }
}

function hearing(participants: Participant[], more: Partial<SessionState> = {}): SessionState {
  return {
    ...aggregate.initial,
    sites: {
      sites: [
        { siteId: site('xa-b'), name: 'Xã B', rank: 'branch', delegates: [] },
        { siteId: site('tinh'), name: 'UBND tỉnh', rank: 'centre', delegates: [] },
      ],
    },
    admission: { participants: Object.fromEntries(participants.map((one) => [one.participantId, one])) },
    ...more,
  }
}

const everybody = [
  participant('citizen', 'citizen'),
  participant('site-b', 'siteOperator', { siteId: site('xa-b') }),
  participant('site-centre', 'siteOperator', { siteId: site('tinh') }),
  participant('secretary', 'secretary'),
  participant('chair', 'chair'),
  participant('observer', 'observer'),
]
const heldBy = (participantId: string) => ({
  ...floor.initial,
  holder: {
    participantId: id(participantId),
    purpose: null,
    speakerId: null,
    grantedAt: 0,
    endsAt: null,
    pausedAt: null,
    isOverrun: false,
    lostAt: null,
  },
})
const spotlit = (spotlight: ParticipantId) => ({ spotlight, layout: null })
const between = (...names: string[]) => ({
  consultationId: '0190163d-8694-739b-aea5-966c26f8ad91',
  participantIds: names.map(id),
  startedAt: 0,
  endedAt: null,
  isIdentityCheck: false,
})
const nobodyElse = { me: null, pinned: null, activeSpeaker: null }

describe('the order of tiles', () => {
  it('is chair, secretary, centre, branches, citizens; observers have no tile', () => {
    expect(onStage(hearing(everybody), null)).toEqual(['chair', 'secretary', 'site-centre', 'site-b', 'citizen'])
  })

  it('does not change with the floor or the spotlight', () => {
    const state = hearing(everybody, {
      floor: heldBy('citizen'),
      stage: spotlit(id('site-b')),
    })
    expect(onStage(state, null)).toEqual(onStage(hearing(everybody), null))
  })

  it('contains only its participants for somebody in a consultation; the others see all', () => {
    const state = hearing(everybody, { consultation: { consultations: [between('citizen', 'chair')] } })
    expect(onStage(state, id('citizen'))).toEqual(['chair', 'citizen'])
    expect(onStage(state, id('secretary'))).toEqual(onStage(hearing(everybody), null))
  })

  it('keeps a participant whose connection is lost, not one who waits or has left', () => {
    const state = hearing([
      participant('lost', 'citizen', { status: 'lost' }),
      participant('lost-while-waiting', 'citizen', { status: 'lost', isAdmitted: false }),
      participant('waiting', 'citizen', { status: 'waiting', isAdmitted: false }),
      participant('left', 'citizen', { status: 'left' }),
    ])
    expect(onStage(state, null)).toEqual(['lost'])
  })
})

describe('the large tile', () => {
  it('is the chair by default', () => {
    expect(largeOne(hearing(everybody), { ...nobodyElse, me: id('citizen') })).toBe('chair')
  })

  it('is chosen by own pin, then spotlight, then holder of the floor, then active speaker', () => {
    const withFloor = hearing(everybody, { floor: heldBy('site-b') })
    const withSpotlight = { ...withFloor, stage: spotlit(id('secretary')) }
    const speaking = { ...nobodyElse, me: id('citizen'), activeSpeaker: id('site-centre') }
    expect(largeOne(hearing(everybody), speaking)).toBe('site-centre')
    expect(largeOne(withFloor, speaking)).toBe('site-b')
    expect(largeOne(withSpotlight, speaking)).toBe('secretary')
    expect(largeOne(withSpotlight, { ...speaking, pinned: id('chair') })).toBe('chair')
  })

  it('is not oneself while others are there', () => {
    const state = hearing(everybody, { floor: heldBy('site-b') })
    expect(largeOne(state, { ...nobodyElse, me: id('site-b') })).toBe('chair')
    expect(largeOne(hearing([participant('chair', 'chair')]), { ...nobodyElse, me: id('chair') })).toBe('chair')
  })

  it('is somebody in the same group when there is a consultation', () => {
    const aside = hearing(everybody, { consultation: { consultations: [between('chair', 'site-b')] } })
    expect(largeOne(aside, { ...nobodyElse, me: id('citizen') })).toBe('secretary')
    expect(largeOne(aside, { ...nobodyElse, me: id('site-b') })).toBe('chair')
  })

  it('is not a lost participant, unless they hold the floor or are the only one', () => {
    const lostChair = participant('chair', 'chair', { status: 'lost' })
    const citizen = participant('citizen', 'citizen')
    expect(largeOne(hearing([lostChair, citizen]), nobodyElse)).toBe('citizen')
    expect(largeOne(hearing([lostChair]), nobodyElse)).toBe('chair')
  })

  it('ignores a pin or spotlight on somebody who has left', () => {
    const state = hearing([participant('chair', 'chair'), participant('gone', 'citizen', { status: 'left' })], {
      stage: spotlit(id('gone')),
    })
    expect(largeOne(state, { ...nobodyElse, pinned: id('gone') })).toBe('chair')
  })
})

describe('a tile without a picture', () => {
  it.each([
    ['Trần Thị Bích Ngọc', 'TN'],
    ['Đặng', 'Đ'],
    ['  ông  Ưng ', 'ÔƯ'],
  ])('shows the initials of %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('the grid of tiles', () => {
  it.each([
    { count: 1, width: 1280, height: 720, columns: 1 },
    { count: 4, width: 1280, height: 720, columns: 2 },
    { count: 6, width: 1280, height: 600, columns: 3 },
    { count: 4, width: 390, height: 700, columns: 1 },
  ])('puts $count pictures on $width × $height in $columns columns', ({ count, width, height, columns }) => {
    expect(bestColumns(count, width, height)).toBe(columns)
  })
})

describe('the layout', () => {
  const laid = (layout: 'wall' | null) => hearing(everybody, { stage: { spotlight: null, layout } })

  it('is the chair’s for those who follow, and “speaker” when the chair sets none', () => {
    expect(layoutFor(laid('wall'), 'follow')).toBe('wall')
    expect(layoutFor(laid(null), 'follow')).toBe('speaker')
  })

  it('is the viewer’s own choice if there is one', () => {
    expect(layoutFor(laid('wall'), 'sides')).toBe('sides')
  })
})

describe('the layout with two sides', () => {
  const nobody = nobodyElse

  it('shows the chair and by default the first site', () => {
    expect(bothSides(hearing(everybody), nobody)).toEqual(['chair', 'site-centre'])
  })

  it('shows the chair and own pin, spotlight, holder of the floor or active speaker, in this priority', () => {
    const withFloor = hearing(everybody, { floor: heldBy('site-b') })
    const speaking = { ...nobodyElse, activeSpeaker: id('citizen') }
    expect(bothSides(hearing(everybody), speaking)).toEqual(['chair', 'citizen'])
    expect(bothSides(withFloor, speaking)).toEqual(['chair', 'site-b'])
    expect(bothSides({ ...withFloor, stage: spotlit(id('secretary')) }, speaking)).toEqual(['chair', 'secretary'])
    expect(bothSides(withFloor, { ...speaking, pinned: id('site-centre') })).toEqual(['chair', 'site-centre'])
  })

  it('never shows the chair twice, and has one side when nobody else is there', () => {
    expect(bothSides(hearing(everybody), { ...nobodyElse, pinned: id('chair') })).toEqual(['chair', 'site-centre'])
    expect(bothSides(hearing([participant('chair', 'chair')]), nobody)).toEqual(['chair'])
  })
})

it('the wall has pages of 25, and one empty page without participants', () => {
  const many = Array.from({ length: 60 }, (_, index) => id(`p${index}`))
  expect(pagesOf(many).map((page) => page.length)).toEqual([25, 25, 10])
  expect(pagesOf(many).flat()).toEqual(many)
  expect(pagesOf([])).toEqual([[]])
})
