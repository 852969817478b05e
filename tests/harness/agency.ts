// An agency as an administrator sets it; and one with a name chosen by the test, for printers without a server.
import type { InstalledAgency } from '../../server/papers/agency/agency.ts'
import type { AgencySettings } from '../../shared/agency/contract.ts'
import type { Agency } from '../../shared/projections/minutes-document.ts'

export const agencyCalled = (agency: Agency): Pick<InstalledAgency, 'inForce'> => ({
  inForce: async () => ({ isSet: true, now: agency, at: () => agency }),
})

export const aCommune: AgencySettings = {
  organisation: 'Ủy ban nhân dân xã Tân Lập',
  parentOrganisation: 'Ủy ban nhân dân tỉnh Đắk Lắk',
  abbreviation: 'UBND',
  placeName: 'Tân Lập',
  letterhead: 'state',
}
