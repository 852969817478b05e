// A number for somebody who stands before the desk or telephones; then the QR code for their telephone.
import { Alert, Button, Checkbox, CopyButton, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PriorityGround } from '../../../../shared/reception/appointments/contract.ts'
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import { WayIn } from '../../../../shared/reception/queue/contract.ts'
import type { TakenTicket } from '../../../../shared/wire/reception/reception.ts'
import { useKept } from '../../../base/ui/forms/use-kept.ts'
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

export function GiveTicketDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const give = useGiveTicket()
  const [{ kind, priority, way, name, waives }, write, kept] = useKept('ticket', blank)
  const isOnlineDenunciation = kind === 'denunciation' && way === 'browser'
  if (give.data) return <Given ticket={give.data} onClose={onClose} />
  return (
    <FormDialog
      kept={kept}
      title={t('staff.reception.ticket')}
      submitLabel={t('staff.reception.ticket')}
      isComplete={!isOnlineDenunciation || waives}
      isPending={give.isPending}
      error={give.error}
      onClose={onClose}
      onSubmit={() => {
        const citizen = name.trim() === '' ? null : { name: name.trim() }
        kept.sentBy(give.mutateAsync({ kind, priority, way, citizen, waivesSecrecy: isOnlineDenunciation && waives }))
      }}
    >
      <TextInput
        label={t('staff.reception.ticket.name')}
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => write({ name: event.currentTarget.value })}
      />
      <Select
        label={t('staff.reception.ticket.kind')}
        allowDeselect={false}
        data={TicketKind.options.map((value) => ({ value, label: t(`staff.reception.kind.${value}`) }))}
        value={kind}
        onChange={(chosen) => write({ kind: TicketKind.parse(chosen) })}
      />
      <Select
        label={t('staff.reception.priority')}
        placeholder={t('staff.reception.priority.none')}
        clearable
        data={PriorityGround.options.map((value) => ({ value, label: t(`staff.reception.priority.${value}`) }))}
        value={priority}
        onChange={(chosen) => write({ priority: PriorityGround.options.find((one) => one === chosen) ?? null })}
      />
      <Select
        label={t('staff.reception.ticket.way')}
        allowDeselect={false}
        data={WayIn.options.map((value) => ({ value, label: t(`staff.reception.ticket.way.${value}`) }))}
        value={way}
        onChange={(chosen) => write({ way: WayIn.parse(chosen) })}
      />
      {kind === 'denunciation' && <Text size="sm">{t('staff.reception.ticket.secret')}</Text>}
      {isOnlineDenunciation && (
        <>
          <Alert color="yellow">{t('staff.problem.queue.secrecy-online')}</Alert>
          <Checkbox
            label={t('staff.reception.ticket.waives')}
            checked={waives}
            onChange={(event) => write({ waives: event.currentTarget.checked })}
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
