// The requests of the page of definitions.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReportPeriod } from '../../../../shared/projections/reports.ts'
import type { ReportDefinition } from '../../../../shared/reports/definition.ts'
import type { CheckedDefinition, DefinitionList, Report } from '../../../../shared/wire/reports.ts'
import { api } from '../../../base/api.ts'

const queryKey = ['report-definitions']
const at = '/api/report-definitions'

export const definitionFile = (definitionId: string): string => `${at}/${definitionId}/file.json`

export const useDefinitions = () =>
  useQuery({ queryKey, queryFn: ({ signal }) => api.get<DefinitionList>(at, { signal }) })

export const checkDefinition = (text: string): Promise<CheckedDefinition> =>
  api.post<CheckedDefinition>(`${at}/check`, { text })

export const useTrial = (definition: ReportDefinition) =>
  useMutation({ mutationFn: (period: ReportPeriod) => api.post<Report>(`${at}/trial`, { definition, ...period }) })

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

export const usePutInForce = () => useChange((definition: ReportDefinition) => api.post<void>(at, definition))

export const useWithdraw = (definitionId: string) =>
  useChange((reason: string) => api.post<void>(`${at}/${definitionId}/withdrawal`, { reason }))
