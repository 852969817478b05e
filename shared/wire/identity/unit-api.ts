// /api/units: where the units that assignments name are written to. Whoever keeps minutes is told the names alone.

import { AtSession } from '../at-session.ts'
import { UnitChange, UnitList, UnitNames } from '../casework/conclusions.ts'
import { noContent, route } from '../route.ts'

const tags = ['conclusions']

export const unitApi = {
  list: route({
    method: 'GET',
    path: '/units',
    access: 'staff',
    tags,
    summary: 'The units that can be written to',
    response: { 200: UnitList },
  }),
  change: route({
    method: 'PUT',
    path: '/units',
    access: 'staff',
    tags,
    summary: 'Enter, change or take away the address of a unit',
    description: 'What it should have been reminded of by now goes out at once, in working hours.',
    body: UnitChange,
    response: noContent,
  }),
  names: route({
    method: 'GET',
    path: '/sessions/:sessionId/units',
    access: 'staffOrRecordKeeper',
    words: null,
    tags,
    summary: 'The names of the units, to choose from',
    params: AtSession,
    response: { 200: UnitNames },
  }),
}
