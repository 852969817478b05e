// What staff ask of the certificate of the agency.

import { useQuery } from '@tanstack/react-query'
import { agencyCertificateApi } from '../../../shared/wire/papers/agency-certificate-api.ts'
import { call } from '../../base/api.ts'

export const agencyCertificateKey = ['agency-certificate']
/** It changes by the day. */
const REFRESH_MS = 60 * 60 * 1000

export const useAgencyCertificate = () =>
  useQuery({
    queryKey: agencyCertificateKey,
    queryFn: ({ signal }) => call(agencyCertificateApi.read, {}, { signal }),
    refetchInterval: REFRESH_MS,
  })
