// An agency that is called what a test says, for printers without a server.
import type { InstalledAgency } from '../../server/agency/agency.ts'
import type { Agency } from '../../shared/projections/minutes-document.ts'

export const agencyCalled = (agency: Agency): Pick<InstalledAgency, 'inForce'> => ({
  inForce: async () => ({ isSet: true, now: agency, at: () => agency }),
})
