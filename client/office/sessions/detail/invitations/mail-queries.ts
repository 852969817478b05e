// The staff pages’ requests about mail.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MailStatus } from '../../../../../shared/wire/hearing/mail.ts'
import { mailApi } from '../../../../../shared/wire/hearing/mail-api.ts'
import { call } from '../../../../base/api.ts'

/** Messages that are on their way arrive within seconds. */
const REFRESH_MS = 3000
const IDLE_REFRESH_MS = 15_000

const mailKey = (sessionId: string) => ['sessions', sessionId, 'mail']

const isUnderWay = ({ recipients }: MailStatus) => recipients.some(({ delivery }) => delivery?.state === 'queued')

export function useMail(sessionId: string) {
  return useQuery({
    queryKey: mailKey(sessionId),
    queryFn: ({ signal }) => call(mailApi.read, { params: { sessionId } }, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? REFRESH_MS : IDLE_REFRESH_MS),
  })
}

export function useSendMail(sessionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (personIds: readonly string[] | null) =>
      call(mailApi.send, { params: { sessionId }, body: { personIds: personIds && [...personIds] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: mailKey(sessionId) }),
  })
}

export function useChangeEmail(sessionId: string, personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (email: string | null) =>
      call(mailApi.correctEmail, { params: { sessionId, personId }, body: { email } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions', sessionId] }),
  })
}
