// /api/report-definitions: which definitions there are, the check of a file, a trial before it is put in force, and taking one back.

import { ReportDefinition } from '../../reports/definition.ts'
import { fileOf, noContent, route } from '../route.ts'
import {
  AtDefinition,
  CheckedDefinition,
  DefinitionFile,
  DefinitionList,
  DefinitionTrial,
  DefinitionWithdrawal,
  Report,
} from './reports.ts'

const tags = ['reports']

export const reportDefinitionApi = {
  list: route({
    method: 'GET',
    path: '/report-definitions',
    access: 'administrator',
    tags,
    summary: 'The definitions of reports, those withdrawn and replaced, too',
    response: { 200: DefinitionList },
  }),
  file: route({
    method: 'GET',
    path: '/report-definitions/:definitionId/file.json',
    access: 'administrator',
    tags,
    summary: 'A definition as a file, from which one’s own begins',
    params: AtDefinition,
    response: fileOf('application/json'),
  }),
  check: route({
    method: 'POST',
    path: '/report-definitions/check',
    access: 'administrator',
    tags,
    summary: 'Check the file of a definition; nothing is kept',
    body: DefinitionFile,
    response: { 200: CheckedDefinition },
  }),
  tryOut: route({
    method: 'POST',
    path: '/report-definitions/trial',
    access: 'administrator',
    tags,
    summary: 'The figures of a period by a definition that is not in force; nothing is kept',
    body: DefinitionTrial,
    response: { 200: Report },
  }),
  add: route({
    method: 'POST',
    path: '/report-definitions',
    access: 'administrator',
    tags,
    summary: 'A definition of the agency: of a new report, or of one that is another from a day on',
    description: 'Periods that end before that day are counted as before; closed ones stay.',
    body: ReportDefinition,
    response: noContent,
  }),
  withdraw: route({
    method: 'POST',
    path: '/report-definitions/:definitionId/withdrawal',
    access: 'administrator',
    tags,
    summary: 'Take a definition of the agency back, with the reason',
    description: 'What it replaced counts again, for periods that are not closed. It stays to be read.',
    params: AtDefinition,
    body: DefinitionWithdrawal,
    response: noContent,
  }),
}
