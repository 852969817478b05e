// The supplied report definitions. An invalid one prevents the server from starting.
import { ReportDefinition } from './definition.ts'
import { petitions } from './petitions.ts'
import { receptions } from './receptions.ts'

export const suppliedReports: readonly ReportDefinition[] = [receptions, petitions].map((one) =>
  ReportDefinition.parse(one),
)
