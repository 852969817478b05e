import { describe, expect, it } from 'vitest'
import { NewSession } from '../../../../shared/wire/hearing/booking.ts'
import { emptyBranch, emptyDraft, emptyGuest, emptyItem, type SessionDraft, withoutBranch } from './session-draft.ts'
import { requestOf } from './session-request.ts'

const draft: SessionDraft = {
  ...emptyDraft('2026-12-01'),
  title: 'Hội nghị triển khai',
  place: 'Hội trường UBND',
  chair: { name: 'Nguyễn Văn Hùng', title: 'Chủ tịch', email: 'hung@hoavang.example' },
  secretary: { name: 'Trần Thị Lan', title: '', email: '' },
  centre: { name: 'Trung tâm', delegates: 'Lê Cường; Phó Chủ tịch\n\nPhạm Dung' },
  branches: [
    { ...emptyBranch('a'), name: 'Hòa Vang' },
    { ...emptyBranch('b'), name: 'Sơn Trà', operator: { name: 'Vũ Em', title: '', email: ' ' } },
  ],
  guests: [{ ...emptyGuest('c'), name: 'Hồ Giang' }],
  agenda: [
    { ...emptyItem('d'), title: 'Khai mạc', reporter: 'Nguyễn Văn Hùng, Chủ tịch' },
    { ...emptyItem('e'), title: 'Báo cáo', reporter: 'Phạm Dung', plannedMinutes: 30 },
    { ...emptyItem('f'), title: 'Thảo luận' },
  ],
}

describe('the form of a new session', () => {
  it('is converted to a request that the server’s schema accepts', () => {
    const request = NewSession.parse(requestOf(draft).request)
    expect(new Date(request.scheduledAt).toISOString()).toBe('2026-12-01T01:00:00.000Z')
    expect(request.sites.map(({ name, rank }) => [name, rank])).toEqual([
      ['Trung tâm', 'centre'],
      ['Hòa Vang', 'branch'],
      ['Sơn Trà', 'branch'],
    ])
    expect(request.participants.map(({ name, role, siteIndex }) => [name, role, siteIndex])).toEqual([
      ['Nguyễn Văn Hùng', 'chair', 0],
      ['Trần Thị Lan', 'secretary', 0],
      ['Vũ Em', 'siteOperator', 2],
      ['Hồ Giang', 'citizen', null],
    ])
  })

  it('refers to reporters by their index in the request', () => {
    const { agenda, participants, sites } = NewSession.parse(requestOf(draft).request)
    expect(agenda.map(({ title, reporter, plannedMinutes }) => [title, reporter, plannedMinutes])).toEqual([
      ['Khai mạc', { participantIndex: 0 }, 15],
      ['Báo cáo', { siteIndex: 0, delegateIndex: 1 }, 30],
      ['Thảo luận', null, 15],
    ])
    expect([participants[0]?.email, participants[2]?.email, sites[0]?.delegates[1]?.name]).toEqual([
      'hung@hoavang.example',
      null,
      'Phạm Dung',
    ])
  })

  it('maps a fault of the request to the field of the form', () => {
    const { fieldOf } = requestOf(draft)
    expect(fieldOf(['title'])).toEqual({ field: 'title' })
    expect(fieldOf(['scheduledAt'])).toEqual({ field: 'time' })
    expect(fieldOf(['sites', 0, 'name'])).toEqual({ field: 'centre.name' })
    expect(fieldOf(['sites', 0, 'delegates', 1, 'name'])).toEqual({ field: 'centre.delegates', line: 3 })
    expect(fieldOf(['sites', 2])).toEqual({ field: 'branches.1.name' })
    expect(fieldOf(['participants', 2, 'name'])).toEqual({ field: 'branches.1.operator.name' })
    expect(fieldOf(['participants', 3, 'siteIndex'])).toEqual({ field: 'guests.0.site' })
    expect(fieldOf(['agenda', 1, 'plannedMinutes'])).toEqual({ field: 'agenda.1.plannedMinutes' })
    expect(fieldOf(['agenda', '2'])).toEqual({ field: 'agenda.2.title' })
    expect(fieldOf(['participants', '0'])).toEqual({ field: 'chair.name' })
  })

  it('repeats on the chosen days, without the excluded ones', () => {
    const weekly = { ...draft, repetition: 'weekly' as const, repeatCount: 4, daysLeftOut: ['2026-12-08'] }
    const { alsoAt } = NewSession.parse(requestOf(weekly).request)
    expect(alsoAt.map((at) => new Date(at).toISOString())).toEqual([
      '2026-12-15T01:00:00.000Z',
      '2026-12-22T01:00:00.000Z',
    ])
  })

  it('has no time while the date is missing', () => {
    const { request, fieldOf } = requestOf({ ...draft, date: '' })
    expect(NewSession.safeParse(request).success).toBe(false)
    expect(fieldOf(['scheduledAt'])).toEqual({ field: 'date' })
  })
})

it('keeps guests at their site when another site is removed', () => {
  const guest = (site: string | null) => ({ ...emptyGuest('g'), site })
  const seated = { ...draft, guests: [guest('0'), guest('1'), guest('2'), guest(null)] }
  const { branches, guests } = withoutBranch(seated, 0)
  expect(branches.map(({ name }) => name)).toEqual(['Sơn Trà'])
  expect(guests.map(({ site }) => site)).toEqual(['0', null, '1', null])
})

it('a reception is booked with speaking by turns if chosen; for a conference it is not sent', () => {
  const sent = (kind: 'reception' | 'conference', speaksByTurns: boolean) =>
    requestOf({ ...emptyDraft('2026-12-01'), kind, speaksByTurns }).request.speaksByTurns
  expect([sent('reception', true), sent('reception', false), sent('conference', true)]).toEqual([
    true,
    false,
    undefined,
  ])
})

it('a conference is booked with the chosen recording; for a reception or secret session the choice is not sent', () => {
  const chosen = { ...emptyDraft('2026-12-01'), recording: 'required', recordsSoundAlone: true } as const
  const sent = (changes: object) => requestOf({ ...chosen, ...changes }).request
  expect(sent({})).toMatchObject({ recording: 'required', recordsPictures: false })
  expect(sent({ recording: 'never' })).toMatchObject({ recording: 'never', recordsPictures: true })
  for (const settled of [sent({ kind: 'reception' }), sent({ secrecy: 'secret' })])
    expect(Object.keys(settled)).not.toEqual(expect.arrayContaining(['recording']))
})
