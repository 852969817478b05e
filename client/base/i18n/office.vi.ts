// The words of the staff pages: a citizen's phone never loads them.
import { agency } from './agency.vi.ts'
import { appointments } from './appointments.vi.ts'
import { booking } from './booking.vi.ts'
import { cases } from './cases.vi.ts'
import { certificate } from './certificate.vi.ts'
import { clocks } from './clocks.vi.ts'
import { conclusions } from './conclusions.vi.ts'
import { disk } from './disk.vi.ts'
import { film } from './film.vi.ts'
import { overview } from './overview.vi.ts'
import { personalData } from './personal-data.vi.ts'
import { petition } from './petition.vi.ts'
import { receptionDesk } from './reception-desk.vi.ts'
import { receptionPlan } from './reception-plan.vi.ts'
import { register } from './register.vi.ts'
import { reportDefinitions } from './report-definitions.vi.ts'
import { reports } from './reports.vi.ts'
import { retention } from './retention.vi.ts'
import { staff } from './staff.vi.ts'

export const office = {
  ...agency,
  ...appointments,
  ...booking,
  ...cases,
  ...certificate,
  ...clocks,
  ...conclusions,
  ...disk,
  ...film,
  ...personalData,
  ...overview,
  ...petition,
  ...receptionDesk,
  ...receptionPlan,
  ...register,
  ...reportDefinitions,
  ...reports,
  ...retention,
  ...staff,
}
