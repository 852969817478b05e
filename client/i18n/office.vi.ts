// The words of the staff pages: a citizen's phone never loads them.
import { booking } from './booking.vi.ts'
import { conclusions } from './conclusions.vi.ts'
import { receptionDesk } from './reception-desk.vi.ts'
import { staff } from './staff.vi.ts'

export const office = { ...booking, ...conclusions, ...receptionDesk, ...staff }
