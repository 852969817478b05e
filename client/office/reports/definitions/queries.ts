// The requests of the page of definitions.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReportPeriod } from '../../../../shared/projections/reports.ts'
import type { ReportDefinition } from '../../../../shared/reports/definition.ts'
import { reportDefinitionApi } from '../../../../shared/wire/figures/report-definition-api.ts'
import type { CheckedDefinition } from '../../../../shared/wire/figures/reports.ts'
import { addressOf, call } from '../../../base/api.ts'

const queryKey = ['report-definitions']

export const definitionFile = (definitionId: string): string =>
  addressOf(reportDefinitionApi.file, { params: { definitionId } })

export const useDefinitions = () =>
  useQuery({ queryKey, queryFn: ({ signal }) => call(reportDefinitionApi.list, {}, { signal }) })

export const checkDefinition = (text: string): Promise<CheckedDefinition> =>
  call(reportDefinitionApi.check, { body: { text } })

export const useTrial = (definition: ReportDefinition) =>
  useMutation({
    mutationFn: (period: ReportPeriod) => call(reportDefinitionApi.tryOut, { body: { definition, ...period } }),
  })

/** What reports there are, and their figures, change with it. */
function useChange<Variables>(mutationFn: (variables: Variables) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: ['register', 'reports'] }),
      ]),
  })
}

export const usePutInForce = () =>
  useChange((definition: ReportDefinition) => call(reportDefinitionApi.add, { body: definition }))

export const useWithdraw = (definitionId: string) =>
  useChange((reason: string) => call(reportDefinitionApi.withdraw, { params: { definitionId }, body: { reason } }))
