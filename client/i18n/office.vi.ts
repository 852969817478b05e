// The words of the staff pages: a citizen's phone never loads them.
import { appointments } from './appointments.vi.ts'
import { booking } from './booking.vi.ts'
import { conclusions } from './conclusions.vi.ts'
import { receptionPlan } from './reception-plan.vi.ts'
import { staff } from './staff.vi.ts'

export const office = { ...appointments, ...booking, ...conclusions, ...receptionPlan, ...staff }
