// A number for somebody who stands before the desk or telephones; then the QR code for their telephone.
import { Alert, Button, Checkbox, CopyButton, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PriorityGround } from '../../../../shared/reception/appointments/contract.ts'
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import { WayIn } from '../../../../shared/reception/queue/contract.ts'
import type { TakenTicket } from '../../../../shared/wire/reception/reception.ts'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { QrCode } from '../../../base/ui/QrCode.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useGiveTicket } from './queries.ts'

interface Draft {
  kind: TicketKind
  priority: PriorityGround | null
  way: WayIn
  name: string
  waives: boolean
}
const blank: Draft = { kind: 'reception', priority: null, way: 'desk', name: '', waives: false }

const isOnlineDenunciation = ({ kind, way }: Pick<Draft, 'kind' | 'way'>) =>
  kind === 'denunciation' && way === 'browser'

export function GiveTicketDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const give = useGiveTicket()
  const [form, kept] = useKeptForm('ticket', {
    blank,
    validate: { waives: (waives, draft) => isOnlineDenunciation(draft) && !waives },
  })
  if (give.data) return <Given ticket={give.data} onClose={onClose} />
  return (
    <FormDialog
      kept={kept}
      title={t('staff.reception.ticket')}
      submitLabel={t('staff.reception.ticket')}
      isComplete={form.isValid()}
      isPending={give.isPending}
      error={give.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ name, waives, ...ticket }) => {
        const citizen = name.trim() === '' ? null : { name: name.trim() }
        kept.sentBy(give.mutateAsync({ ...ticket, citizen, waivesSecrecy: isOnlineDenunciation(ticket) && waives }))
      })}
    >
      <TextInput
        label={t('staff.reception.ticket.name')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select
        label={t('staff.reception.ticket.kind')}
        allowDeselect={false}
        data={TicketKind.options.map((value) => ({ value, label: t(`staff.reception.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t('staff.reception.priority')}
        placeholder={t('staff.reception.priority.none')}
        clearable
        data={PriorityGround.options.map((value) => ({ value, label: t(`staff.reception.priority.${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <Select
        label={t('staff.reception.ticket.way')}
        allowDeselect={false}
        data={WayIn.options.map((value) => ({ value, label: t(`staff.reception.ticket.way.${value}`) }))}
        {...form.getInputProps('way')}
      />
      {form.values.kind === 'denunciation' && <Text size="sm">{t('staff.reception.ticket.secret')}</Text>}
      {isOnlineDenunciation(form.values) && (
        <>
          <Alert color="yellow">{t('staff.problem.queue.secrecy-online')}</Alert>
          <Checkbox
            label={t('staff.reception.ticket.waives')}
            {...form.getInputProps('waives', { type: 'checkbox' })}
          />
        </>
      )}
    </FormDialog>
  )
}

function Given({ ticket: { number, link }, onClose }: { ticket: TakenTicket; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('staff.reception.ticket.given', { number })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack align="center">
        <QrCode value={link} label={t('staff.reception.ticket.given', { number })} size={240} />
        <Text ta="center">{t('staff.reception.ticket.given.what')}</Text>
        <Group justify="center">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'staff.link.copied' : 'staff.reception.ticket.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('dialog.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
