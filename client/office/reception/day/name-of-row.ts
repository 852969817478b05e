import type { TFunction } from 'i18next'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'

/** A name that is written down but not for this officer is said to be kept. */
export const nameOfRow = (t: TFunction, { name, isNamed }: Pick<TicketRow, 'name' | 'isNamed'>): string =>
  name ?? t(isNamed ? 'staff.reception.row.secretName' : 'staff.reception.row.noName')
