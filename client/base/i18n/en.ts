import { agency } from './agency.en.ts'
import { appointments } from './appointments.en.ts'
import { ballot } from './ballot.en.ts'
import { booking } from './booking.en.ts'
import { captions } from './captions.en.ts'
import { cases } from './cases.en.ts'
import { certificate } from './certificate.en.ts'
import { check } from './check.en.ts'
import { clocks } from './clocks.en.ts'
import { conclusions } from './conclusions.en.ts'
import { dialogue } from './dialogue.en.ts'
import { disk } from './disk.en.ts'
import { domain } from './domain.en.ts'
import { film } from './film.en.ts'
import { health } from './health.en.ts'
import { live } from './live.en.ts'
import { overview } from './overview.en.ts'
import { panels } from './panels.en.ts'
import { personalData } from './personal-data.en.ts'
import { petition } from './petition.en.ts'
import { readiness } from './readiness.en.ts'
import { receptionDesk } from './reception-desk.en.ts'
import { receptionPlan } from './reception-plan.en.ts'
import { register } from './register.en.ts'
import { reportDefinitions } from './report-definitions.en.ts'
import { reports } from './reports.en.ts'
import { retention } from './retention.en.ts'
import { scan } from './scan.en.ts'
import { secrecy } from './secrecy.en.ts'
import { signatory } from './signatory.en.ts'
import { staff } from './staff.en.ts'
import { verify } from './verify.en.ts'
import { visit } from './visit.en.ts'
import { waiting } from './waiting.en.ts'

export const en = {
  ...agency,
  ...appointments,
  ...ballot,
  ...booking,
  ...captions,
  ...cases,
  ...certificate,
  ...check,
  ...clocks,
  ...conclusions,
  ...dialogue,
  ...domain,
  ...health,
  ...live,
  ...overview,
  ...panels,
  ...film,
  ...personalData,
  ...petition,
  ...readiness,
  ...receptionDesk,
  ...receptionPlan,
  ...register,
  ...reportDefinitions,
  ...reports,
  ...retention,
  ...scan,
  ...secrecy,
  ...signatory,
  ...disk,
  ...verify,
  ...visit,
  ...staff,
  ...waiting,
}
