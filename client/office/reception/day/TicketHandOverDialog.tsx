// Somebody who was called is handed over to another desk, with a note of why.
import { Select, Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../shared/reception/desks/contract.ts'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useDeskAct } from './queries.ts'
import type { Day } from './use-day.ts'

interface TicketHandOverDialogProps {
  day: Day
  desk: Desk
  ticket: TicketRow
  onClose: () => void
}

export function TicketHandOverDialog({ day, desk, ticket, onClose }: TicketHandOverDialogProps) {
  const { t } = useTranslation()
  const act = useDeskAct(desk.deskId)
  const [form, kept] = useKeptForm<{ toDeskId: string | null; note: string }>(`ticket-hand-over.${ticket.ticketId}`, {
    blank: { toDeskId: null, note: '' },
    validate: { toDeskId: isNotEmpty(), note: isNotEmpty() },
  })
  const others = day.desks.filter(
    ({ deskId, status, kinds }) => deskId !== desk.deskId && status === 'open' && kinds.includes(ticket.kind),
  )
  return (
    <FormDialog
      kept={kept}
      title={t('staff.reception.handOver')}
      submitLabel={t('staff.reception.handOver')}
      isComplete={form.isValid()}
      isPending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ toDeskId, note }) => {
        if (toDeskId === null) return
        // What went wrong is shown as `act.error`. The ticket may be gone from here before the answer has come.
        void act.mutateAsync({ name: 'hand-over', body: { toDeskId, note } }).then(kept.sent(onClose), () => undefined)
      })}
    >
      {others.length === 0 ? (
        <Text>{t('staff.reception.handOver.noDesk')}</Text>
      ) : (
        <>
          <Select
            label={t('staff.reception.handOver.to')}
            required
            data={others.map(({ deskId, label }) => ({ value: deskId, label }))}
            {...form.getInputProps('toDeskId')}
          />
          <Textarea
            label={t('staff.reception.handOver.note')}
            required
            maxLength={500}
            autosize
            minRows={2}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </FormDialog>
  )
}
