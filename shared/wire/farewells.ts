// Every reason for which the server ends a connection: one closed list. The words come from the i18n catalogues.
export const farewells = [
  'link-invalid',
  'link-revoked',
  'superseded',
  'left',
  'refused',
  'removed',
  'over',
  'protocol',
  'outdated-page',
  'unavailable',
  'shutdown',
] as const
export type Farewell = (typeof farewells)[number]
