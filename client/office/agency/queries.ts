// The agency: how papers name it, who set it, and a sample paper as a picture.

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AgencySettings, largestEmblemBytes } from '../../../shared/agency/contract.ts'
import type { Palette } from '../../../shared/agency/palettes.ts'
import { agencyApi } from '../../../shared/wire/papers/agency-api.ts'
import { agencyEmblemApi } from '../../../shared/wire/papers/agency-emblem-api.ts'
import { pageChanged } from '../../base/agency/page-agency.ts'
import { ApiError, call, callForFile } from '../../base/api.ts'

const key = ['agency']

export const useAgency = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => call(agencyApi.read, {}, { signal }) })

export function useSetAgency() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: AgencySettings) => call(agencyApi.change, { body: settings }),
    onSuccess: (_, { letterhead }) => {
      pageChanged({ letterhead })
      return client.invalidateQueries({ queryKey: key })
    },
  })
}

export function useChoosePalette() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (palette: Palette) => call(agencyApi.changePalette, { body: { palette } }),
    onSuccess: (_, palette) => {
      pageChanged({ palette })
      return client.invalidateQueries({ queryKey: key })
    },
  })
}

/** null: nothing to print yet. The last picture stays until the next one is drawn. */
export const useSamplePaper = (settings: AgencySettings | null) =>
  useQuery({
    queryKey: [...key, 'sample', settings],
    queryFn: ({ signal }) => callForFile(agencyApi.sample, { body: settings as AgencySettings }, { signal }),
    enabled: settings !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

export function useEmblem() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: key })
  const handIn = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > largestEmblemBytes) throw new ApiError('agency.emblem-too-large', 'too large', 413)
      return call(agencyEmblemApi.changeEmblem, { body: { file: await base64Of(file) } })
    },
    onSuccess,
  })
  const remove = useMutation({ mutationFn: () => call(agencyEmblemApi.removeEmblem), onSuccess })
  return { handIn, remove }
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
