// Who sent a petition, as the dialog of a correction holds them, and what is sent of it. Pure.

import type { CorrectedPetitioners, ShownPetitioners } from '../../../shared/wire/casework/cases.ts'
import { Citizen } from '../../../shared/wire/identity/citizens.ts'
import { citizenOf, nobody, type PersonDraft } from './new/new-case-draft.ts'

type Shown = ShownPetitioners['petitioners'][number]

export interface SenderDraft extends PersonDraft {
  readonly key: string
  /** Among those who are named now; null: added in the dialog. */
  readonly place: number | null
  /** What is kept of them; null of a place: erased, and not to be brought back. */
  readonly known: Shown
}

export const addedSender = (key: string): SenderDraft => ({ ...nobody, key, place: null, known: null })

export const sendersOf = ({ petitioners }: ShownPetitioners): SenderDraft[] =>
  petitioners.map((known, place) => ({
    key: String(place),
    place,
    known,
    name: known?.name ?? '',
    address: known?.address ?? '',
    phone: known?.phone ?? '',
    email: known?.email ?? '',
    paperKind: known?.identity?.kind ?? nobody.paperKind,
    paperNumber: known?.identity?.number ?? '',
  }))

/** Where and when a paper was issued stays with its number. */
function typedCitizen({ known, ...draft }: SenderDraft) {
  const typed = citizenOf(draft)
  const isSamePaper =
    typed.identity?.kind === known?.identity?.kind && typed.identity?.number === known?.identity?.number
  return { ...typed, identity: isSamePaper ? (known?.identity ?? null) : typed.identity }
}

/** Whether those who were named when the dialog was opened are so still. */
export const areStill = (senders: readonly SenderDraft[], { petitioners }: ShownPetitioners): boolean =>
  senders.every(
    ({ place, known }) => place === null || JSON.stringify(known) === JSON.stringify(petitioners[place] ?? null),
  )

const isErased = ({ place, known }: SenderDraft) => place !== null && known === null

const isUnchanged = (draft: SenderDraft) =>
  isErased(draft) ||
  (draft.known !== null && JSON.stringify(typedCitizen(draft)) === JSON.stringify(inOrder(draft.known)))

const inOrder = ({ name, address, phone, email, identity }: NonNullable<Shown>) => ({
  name,
  address,
  phone,
  email,
  identity,
})

export const correctedOf = (
  senders: readonly SenderDraft[],
  representative: string | null,
): Pick<CorrectedPetitioners, 'petitioners' | 'representative'> => {
  const at = senders.findIndex(({ key }) => key === representative)
  return {
    petitioners: senders.map((one) => (isUnchanged(one) && one.place !== null ? one.place : typedCitizen(one))),
    representative: senders.length < 2 || at < 0 ? null : at,
  }
}

/** What is wrong, by field: `senders.0.phone`. */
export const faultsOf = (senders: readonly SenderDraft[]) =>
  senders.flatMap((one, index) =>
    isUnchanged(one)
      ? []
      : (Citizen.safeParse(typedCitizen(one)).error?.issues ?? []).map((issue) => {
          const part = issue.path[0] === 'identity' ? 'paperNumber' : String(issue.path[0] ?? 'name')
          return { field: `senders.${index}.${part}`, issue }
        }),
  )
