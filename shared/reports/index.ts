// The definitions that come with the software. One that is wrong stops the start.
import { ReportDefinition } from './definition.ts'
import { petitions } from './petitions.ts'
import { receptions } from './receptions.ts'

export const suppliedReports: readonly ReportDefinition[] = [receptions, petitions].map((one) =>
  ReportDefinition.parse(one),
)
