import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { BookingForm } from '../../../shared/wire/reception/appointments.ts'
import { type Draft, emptyDraft, faultsOf, formOf, online, reachedStep } from './draft.ts'

const t = ((key: string, params: object = {}) => [key, ...Object.values(params)].join(' ')) as unknown as TFunction
const day = '2026-12-08'
const whole: Draft = {
  ...emptyDraft,
  time: '08:00',
  siteId: 'site0',
  name: 'Đỗ Văn Bảy',
  phone: '0912 345 678',
  subject: 'Ranh giới thửa đất',
  matter: 'complaint',
}
const faults = (changes: Partial<Draft>, step: Parameters<typeof faultsOf>[2]) =>
  faultsOf(t, { ...whole, ...changes }, step, day)

describe('the form of a booking', () => {
  it('has no fault when complete, and is accepted by the server’s schema', () => {
    for (const step of ['place', 'person', 'matter'] as const) expect(faults({}, step)).toEqual({})
    expect(BookingForm.parse(formOf(whole))).toMatchObject({
      phone: '+84912345678',
      email: null,
      party: { kind: 'self' },
    })
  })

  it('reports the faulty fields of the current step only', () => {
    expect(faultsOf(t, emptyDraft, 'place', day)).toEqual({
      time: 'reception.fault.time',
      siteId: 'reception.fault.siteId',
    })
    expect(faultsOf(t, emptyDraft, 'person', day)).toEqual({
      name: 'reception.fault.name',
      phone: 'reception.fault.contact',
    })
    expect(faultsOf(t, emptyDraft, 'matter', day)).toEqual({ subject: 'reception.fault.subject' })
  })

  it('opens the requested step, or the first incomplete one before it', () => {
    expect(reachedStep(t, 'matter', whole, day)).toBe('matter')
    expect(reachedStep(t, 'matter', { ...whole, phone: '' }, day)).toBe('person')
    expect(reachedStep(t, 'matter', emptyDraft, day)).toBe('place')
    for (const asked of [null, 'nonsense']) expect(reachedStep(t, asked, whole, day)).toBe('place')
  })

  it('distinguishes an invalid phone number from a missing one, and requires one of two contacts', () => {
    expect(faults({ phone: '12345' }, 'person')).toEqual({ phone: 'reception.fault.phone' })
    expect(faults({ phone: '', email: 'bay@' }, 'person')).toMatchObject({ email: 'reception.fault.email' })
    expect(faults({ phone: '', email: 'Bay@Example.vn' }, 'person')).toEqual({})
  })

  it('knows how many representatives a group may have', () => {
    const group = { party: 'group', people: 12, representatives: 6, hasPaper: true } as const
    expect(faults(group, 'person')).toEqual({ representatives: 'reception.fault.representatives 12 5' })
    expect(faults({ ...group, representatives: 5 }, 'person')).toEqual({})
    expect(faults({ ...group, people: 4 }, 'person')).toEqual({ people: 'reception.fault.people 5' })
    expect(faults({ ...group, representatives: 5, hasPaper: false }, 'person')).toEqual({
      hasPaper: 'reception.fault.paper',
    })
  })

  it('rejects a request for secrecy in one’s own browser', () => {
    const secret = { siteId: online, matter: 'denunciation', asksSecrecy: 'yes' } as const
    expect(faults(secret, 'matter')).toEqual({ asksSecrecy: 'rejection.appointments.secrecy-at-site' })
    expect(faults({ ...secret, siteId: 'site0' }, 'matter')).toEqual({})
    expect(faults({ ...secret, asksSecrecy: 'no' }, 'matter')).toEqual({})
    expect(faults({ ...secret, asksSecrecy: '' }, 'matter')).toEqual({ asksSecrecy: 'reception.fault.secrecy' })
    // Ticked, then another kind chosen: nobody is asked for it any more.
    expect(formOf({ ...whole, ...secret, matter: 'complaint' }).asksSecrecy).toBe(false)
  })
})
