// /api/reports: figures of a period, the rows behind each, files of them, and closing a period. Looking at rows is a look at citizens that
// is written down; figures name nobody.

import { z } from 'zod'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, notedByRoute, route } from '../route.ts'
import {
  AtCloser,
  AtReport,
  ClosedPeriods,
  Closers,
  Report,
  ReportClosing,
  ReportList,
  ReportQuery,
  ReportRows,
  ReportRowsQuery,
  reportFormats,
} from './reports.ts'

const tags = ['reports']
const AtFigure = AtReport.extend({ key: z.string().max(40) })
const AtFile = AtReport.extend({ format: z.enum(reportFormats) })

export const reportApi = {
  list: route({
    method: 'GET',
    path: '/reports',
    access: 'staff',
    tags,
    summary: 'The reports there are',
    response: { 200: ReportList },
  }),
  read: route({
    method: 'GET',
    path: '/reports/:name',
    access: 'staff',
    tags,
    summary: 'The figures of a period, beside those of the period before',
    params: AtReport,
    query: ReportQuery,
    response: { 200: Report },
  }),
  rows: route({
    method: 'GET',
    path: '/reports/:name/figures/:key',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'The rows behind a figure',
    params: AtFigure,
    query: ReportRowsQuery,
    response: { 200: ReportRows },
  }),
  workbook: route({
    method: 'GET',
    path: '/reports/:name/figures/:key/:of.xlsx',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'All rows behind a figure as a workbook, in the columns of the register they are from',
    description: 'Written while it is sent: 50,000 rows take no more memory than fifty. Each look is written down.',
    params: AtFigure.extend({ of: z.enum(['register', 'cases']) }),
    query: ReportQuery,
    response: fileOf(mediaTypes.xlsx),
  }),
  file: route({
    method: 'GET',
    path: '/reports/:name/files/:format',
    access: 'staff',
    tags,
    summary: 'The report of a period as a file',
    params: AtFile,
    query: ReportQuery,
    response: fileOf(reportFormats.map((format) => mediaTypes[format])),
  }),
  close: route({
    method: 'POST',
    path: '/reports/:name/closing',
    access: 'staff',
    tags,
    summary: 'Close a period: its figures are kept as they are now, with their hash',
    description: 'For administrators, and whom they have named. Later changes of the rows are shown as differences.',
    params: AtReport,
    body: ReportClosing,
    response: { 200: Report },
  }),
  closedPeriods: route({
    method: 'GET',
    path: '/closed-periods',
    access: 'staff',
    tags,
    summary: 'The periods that were closed',
    response: { 200: ClosedPeriods },
  }),
  closers: route({
    method: 'GET',
    path: '/report-closers',
    access: 'administrator',
    tags,
    summary: 'Who may close periods beside administrators',
    response: { 200: Closers },
  }),
  addCloser: route({
    method: 'PUT',
    path: '/report-closers/:accountId',
    access: 'administrator',
    tags,
    summary: 'Name an account that may close periods',
    params: AtCloser,
    response: noContent,
  }),
  removeCloser: route({
    method: 'DELETE',
    path: '/report-closers/:accountId',
    access: 'administrator',
    tags,
    summary: 'An account closes periods no more; what it has closed stays closed',
    params: AtCloser,
    response: noContent,
  }),
}
