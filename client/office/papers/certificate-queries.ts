// What staff ask of the certificate of the agency.
import { useQuery } from '@tanstack/react-query'
import type { AgencyCertificateState } from '../../../shared/wire/agency-certificate.ts'
import { api } from '../../base/api.ts'

export const agencyCertificatePath = '/api/agency-certificate'
export const agencyCertificateKey = ['agency-certificate']
/** It changes by the day. */
const REFRESH_MS = 60 * 60 * 1000

export const useAgencyCertificate = () =>
  useQuery({
    queryKey: agencyCertificateKey,
    queryFn: ({ signal }) => api.get<AgencyCertificateState>(agencyCertificatePath, { signal }),
    refetchInterval: REFRESH_MS,
  })
