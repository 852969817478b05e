// A sitting, or a rule that plans many, as a form holds it. Pure.
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import type { Sitting, SittingKind } from '../../../../shared/reception/appointments/contract.ts'
import { hoursOf } from '../../../base/appointments/days.ts'
import { formErrors } from '../../ui/form-errors.ts'

export interface SittingDraft {
  kind: SittingKind
  officerId: string
  substituteId: string
  place: string
  branchSites: string
  isOnline: boolean
  ground: string
  decisionNumber: string
  from: string
  to: string
  slotMinutes: number | string
  capacity: number | string
}

export const emptySitting = (place: string): SittingDraft => ({
  kind: 'regular',
  officerId: '',
  substituteId: '',
  place,
  branchSites: '',
  isOnline: false,
  ground: '',
  decisionNumber: '',
  from: '08:00',
  to: '11:00',
  slotMinutes: 30,
  capacity: 1,
})

const linesOf = (typed: string) => typed.split('\n').flatMap((line) => line.trim() || [])

export function planOf(draft: SittingDraft) {
  const { kind, officerId, substituteId, place, from, to, ground, decisionNumber } = draft
  return {
    ...{ kind, officerId, place, from, to },
    substituteId: substituteId === '' ? null : substituteId,
    branchSites: linesOf(draft.branchSites),
    ownBrowser: draft.isOnline ? { ground, decisionNumber } : null,
    slotMinutes: draft.slotMinutes,
    capacity: draft.capacity,
  }
}

export function draftOf(sitting: Sitting): SittingDraft {
  const { kind, officerId, substituteId, place, sites, ownBrowser, slotMinutes, slots } = sitting
  return {
    ...{ kind, officerId, place, slotMinutes, ...hoursOf(sitting) },
    substituteId: substituteId ?? '',
    branchSites: sites
      .slice(1)
      .map(({ name }) => name)
      .join('\n'),
    isOnline: ownBrowser !== null,
    ground: ownBrowser?.ground ?? '',
    decisionNumber: ownBrowser?.decisionNumber ?? '',
    capacity: Math.max(...slots.map(({ capacity }) => capacity)),
  }
}

/** The form is flat where what is sent has parts: ownBrowser.ground is the field ground, branchSites.2 the field branchSites. */
export function draftErrors(t: TFunction, schema: z.ZodType, sent: object): Record<string, string> {
  const errors = Object.entries(formErrors(t, schema, { ...sent }))
  return Object.fromEntries(errors.map(([field, words]) => [fieldOf(field), words]))
}
const fieldOf = (path: string): string => {
  const [first = '', second = ''] = path.split('.')
  if (first === 'ownBrowser' || first === 'cadence') return second
  return first
}
