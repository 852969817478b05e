// The words that go with an act for one who waits: why out of turn, what is written to them, their name, why the ticket ends.
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { problemText } from '../../ui/problems.ts'
import { useDeskAct, useEndTicket, useMessage, useNameCitizen } from './queries.ts'

export type RowQuestion = 'call' | 'message' | 'name' | 'end'

interface RowDialogProps {
  question: RowQuestion
  ticket: TicketRow
  deskId: string | null
  onClose: () => void
}

export function RowDialog({ question, ticket: { ticketId, number }, deskId, onClose }: RowDialogProps) {
  const { t } = useTranslation()
  const act = useDeskAct(deskId ?? '')
  const message = useMessage()
  const name = useNameCitizen()
  const end = useEndTicket()
  const asked = {
    call: {
      label: t('staff.reception.row.call.reason'),
      mutation: act,
      send: (words: string) => act.mutateAsync({ name: 'call', body: { ticketId, words } }),
    },
    message: {
      label: t('staff.reception.message.text'),
      mutation: message,
      send: (text: string) => message.mutateAsync({ ticketId, text }),
    },
    name: {
      label: t('staff.reception.row.name.label'),
      mutation: name,
      send: (words: string) => name.mutateAsync({ ticketId, name: words }),
    },
    end: {
      label: t('staff.reception.row.end.reason'),
      mutation: end,
      send: (words: string) => end.mutateAsync({ ticketId, words }),
    },
  }[question]
  return (
    <TextDialog
      keptAs={`ticket-${question}.${ticketId}`}
      title={`${t(`staff.reception.row.${question}`)}: ${number}`}
      label={asked.label}
      submitLabel={t(`staff.reception.row.${question}`)}
      maximumLength={question === 'name' ? 200 : 500}
      problem={asked.mutation.isError ? problemText(t, asked.mutation.error) : null}
      onClose={onClose}
      onSubmit={(words) =>
        asked.send(words).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
