// /api/numbering: how far the numbers of issued papers have come, and from where to go on in the year of the change.

import { noContent, route } from '../route.ts'
import { NumberContinuation, NumberSeriesList } from './numbering.ts'

const tags = ['numbering']

export const numberingApi = {
  read: route({
    method: 'GET',
    path: '/numbering',
    access: 'administrator',
    tags,
    summary: 'The numbers given this year, by kind of paper',
    response: { 200: NumberSeriesList },
  }),
  change: route({
    method: 'PUT',
    path: '/numbering',
    access: 'administrator',
    tags,
    summary: 'Go on after the last number given by hand',
    description: 'Until this system has given a number of the year and kind; then it is refused.',
    body: NumberContinuation,
    response: noContent,
  }),
}
