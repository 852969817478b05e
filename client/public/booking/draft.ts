// The form of a booking as it is typed, what is wrong with it, and what is sent. Pure. The server checks by the same schema.
import type { UseFormReturnType } from '@mantine/form'
import type { TFunction } from 'i18next'
import type { z } from 'zod'
import { representationOn, smallestGroup } from '../../../shared/law/reception-duties.ts'
import type { Interpreter, MatterKind, Party, PriorityGround } from '../../../shared/reception/appointments/contract.ts'
import { BookingForm } from '../../../shared/wire/reception/appointments.ts'

export interface Draft {
  time: string
  /** `online`: from their own browser. */
  siteId: string
  name: string
  phone: string
  email: string
  address: string
  party: Party['kind']
  people: number | string
  representatives: number | string
  hasPaper: boolean
  matter: MatterKind | ''
  subject: string
  asksSecrecy: 'yes' | 'no' | ''
  interpreter: Interpreter | ''
  priority: PriorityGround | ''
}

export const online = 'online'

export type DraftForm = UseFormReturnType<Draft>

export const emptyDraft: Draft = {
  time: '',
  siteId: '',
  name: '',
  phone: '',
  email: '',
  address: '',
  party: 'self',
  people: '',
  representatives: 1,
  hasPaper: false,
  matter: '',
  subject: '',
  asksSecrecy: '',
  interpreter: '',
  priority: '',
}

export const steps = ['place', 'person', 'matter'] as const
export type Step = (typeof steps)[number]

const fieldsOf: Readonly<Record<Step, readonly (keyof Draft)[]>> = {
  place: ['time', 'siteId'],
  person: ['name', 'phone', 'email', 'address', 'people', 'representatives', 'hasPaper'],
  matter: ['matter', 'subject', 'asksSecrecy'],
}

/** On which step a field is asked for. */
export const stepOf = (field: string): Step | undefined =>
  steps.find((step) => fieldsOf[step].some((one) => one === field))

/** The step that an address asks for, or the first before it that is not filled in yet. */
export function reachedStep(t: TFunction, asked: string | null, draft: Draft, day: string): Step {
  const there = steps.find((step) => step === asked) ?? 'place'
  const isFilled = (step: Step) => Object.keys(faultsOf(t, draft, step, day)).length === 0
  return steps.slice(0, steps.indexOf(there)).find((step) => !isFilled(step)) ?? there
}

const orNothing = (typed: string): string | null => (typed.trim() === '' ? null : typed)

function partyOf({ party, people, representatives, hasPaper }: Draft): z.input<typeof Party> {
  if (party === 'self') return { kind: party }
  if (party === 'representative') return { kind: party, hasPaper }
  return { kind: party, people: Number(people), representatives: Number(representatives), hasPaper }
}

export const formOf = (draft: Draft): z.input<typeof BookingForm> => ({
  name: draft.name,
  phone: orNothing(draft.phone),
  email: orNothing(draft.email),
  address: orNothing(draft.address),
  subject: draft.subject,
  matter: draft.matter === '' ? 'unsure' : draft.matter,
  asksSecrecy: draft.matter === 'denunciation' && draft.asksSecrecy !== 'no',
  interpreter: draft.interpreter === '' ? null : draft.interpreter,
  priority: draft.priority === '' ? null : draft.priority,
  party: partyOf(draft),
})

type Faults = Partial<Record<keyof Draft, string>>

/** Of one step, by field. `day`: on which the rules for groups are looked up. */
export function faultsOf(t: TFunction, draft: Draft, step: Step, day: string): Faults {
  const faults: Faults = { ...ownFaults(t, draft, day) }
  for (const { path, ...issue } of BookingForm.safeParse(formOf(draft)).error?.issues ?? []) {
    const field = String(path[0])
    const lacksContact = issue.code === 'custom' && Boolean(issue.params?.needsContact)
    if (field === 'phone') faults.phone ??= t(lacksContact ? 'reception.fault.contact' : 'reception.fault.phone')
    if (field === 'name' || field === 'email' || field === 'address' || field === 'subject')
      faults[field] ??= t(`reception.fault.${field}`)
  }
  return Object.fromEntries(Object.entries(faults).filter(([field]) => stepOf(field) === step))
}

function ownFaults(t: TFunction, draft: Draft, day: string): Faults {
  const { time, siteId, party, hasPaper, matter, asksSecrecy } = draft
  const isUnsaid = matter === 'denunciation' && asksSecrecy === ''
  const isSecret = siteId === online && matter === 'denunciation' && asksSecrecy === 'yes'
  return {
    ...(time === '' && { time: t('reception.fault.time') }),
    ...(siteId === '' && { siteId: t('reception.fault.siteId') }),
    ...(party !== 'self' && !hasPaper && { hasPaper: t('reception.fault.paper') }),
    // Nobody gives it up by not looking.
    ...(isUnsaid && { asksSecrecy: t('reception.fault.secrecy') }),
    ...(isSecret && { asksSecrecy: t('rejection.appointments.secrecy-at-site') }),
    ...(party === 'group' && groupFaults(t, Number(draft.people), Number(draft.representatives), day)),
  }
}

function groupFaults(t: TFunction, people: number, representatives: number, day: string): Faults {
  if (!Number.isInteger(people) || people < smallestGroup || people > 10_000)
    return { people: t('reception.fault.people', { minimum: smallestGroup }) }
  const { representatives: maximum } = representationOn(people, day)
  const fits = Number.isInteger(representatives) && representatives >= 1 && representatives <= maximum
  return fits ? {} : { representatives: t('reception.fault.representatives', { people, maximum }) }
}
