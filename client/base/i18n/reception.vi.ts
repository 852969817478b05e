// The words of the public pages of a reception: fetched with the first of them.
import { appointments } from './appointments.vi.ts'

export const reception = { ...appointments }
