import { describe, expect, it } from 'vitest'
import { by, givenNothing, type Step } from '../../../tests/harness/given.ts'
import { ReaderId } from '../../kernel/ids.ts'
import { hasPart, keptLooks, maximumNamed } from './contract.ts'

const plan = {
  sessionId: 'secret',
  title: 'Hội nghị về phương án bảo vệ',
  kind: 'conference',
  scheduledAt: 1_790_000_000_000,
  plannedMinutes: 60,
  place: 'Phòng họp kín số 1',
  secrecy: 'confidential',
} as const
const booked = by('clerk', 'session.schedule', plan)
const reason = 'Theo Quyết định số 12/QĐ-UBND'
const named = (accountId: string): Step => by('clerk', 'accessList.name', { accountId, reason })
const ends: Step[] = [by('clerk', 'session.cancel', { reason: 'Hoãn' })]
const account = (accountId: string) => ReaderId.parse(accountId)

describe('the access list of a session', () => {
  it('gives a part to the account that booked the session and to the accounts named, until a name is taken back', () => {
    const { state } = givenNothing(booked, named('officer'))
    expect(['clerk', 'officer', 'stranger'].map((who) => hasPart(state.accessList, account(who)))).toEqual([
      ...[true, true, false],
    ])
    givenNothing(booked, named('officer'))
      .when('clerk', 'accessList.takeBack', { accountId: 'officer', reason: 'Chuyển công tác' })
      .leaves(({ accessList }) => expect(hasPart(accessList, account('officer'))).toBe(false))
  })

  it('keeps who named each account, when and why', () => {
    const { state } = givenNothing(booked, named('officer'))
    expect(state.accessList.named).toMatchObject([{ accountId: 'officer', reason, by: 'clerk' }])
  })

  it('can name an account after the session is over, because its papers are read then', () => {
    givenNothing(booked, ...ends)
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .leaves(({ accessList }) => expect(hasPart(accessList, account('officer'))).toBe(true))
  })

  it('names an account once, and rejects names beyond the maximum', () => {
    givenNothing(booked, named('officer'))
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .leaves(({ accessList }) => expect(accessList.named).toHaveLength(1))
    const all = Array.from({ length: maximumNamed }, (_, index) => named(`officer${index}`))
    givenNothing(booked, ...all)
      .when('clerk', 'accessList.name', { accountId: 'one-more', reason })
      .isRejected('accessList.too-many', { maximum: maximumNamed })
    givenNothing(booked)
      .when('clerk', 'accessList.takeBack', { accountId: 'officer', reason })
      .isRejected('accessList.not-named')
  })

  it('can name accounts for a session of any level, but not before the session is scheduled', () => {
    givenNothing(by('clerk', 'session.schedule', { ...plan, secrecy: 'internal' }))
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .leaves(({ accessList }) => expect(hasPart(accessList, account('officer'))).toBe(true))
    givenNothing()
      .when('clerk', 'accessList.name', { accountId: 'officer', reason })
      .isRejected('session.not-scheduled')
  })
})

describe('the record of a look at links', () => {
  const look = { way: 'list', participantId: null } as const

  it('is kept with who looked, and is rejected for an account without a part', () => {
    givenNothing(booked)
      .when('clerk', 'accessList.noteLook', look)
      .leaves(({ accessList }) => expect(accessList.looks).toMatchObject([{ ...look, by: 'clerk' }]))
    givenNothing(booked).when('stranger', 'accessList.noteLook', look).isRejected('accessList.no-part')
  })

  it('leaves the state when many newer ones follow (the journal keeps it)', () => {
    const first = by('clerk', 'accessList.noteLook', { way: 'calendar', participantId: 'chair' })
    const all = Array.from({ length: keptLooks }, () => by('clerk', 'accessList.noteLook', look))
    const { state } = givenNothing(booked, first, ...all)
    expect(state.accessList.looks).toHaveLength(keptLooks)
    expect(state.accessList.looks.every(({ way }) => way === 'list')).toBe(true)
  })
})
