// The machines that give out numbers. A link is shown once, to be opened on the machine itself.
import { ActionIcon, Alert, Button, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconExternalLink, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptText } from '../../../base/ui/forms/use-kept-text.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { useKioskChange, useKiosks } from './queries.ts'

export function KiosksDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const kiosks = useKiosks()
  const { add, remove } = useKioskChange()
  const [label, write, kept] = useKeptText('kiosk', 'label')
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('staff.reception.kiosks')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        {kiosks.isPending && <Loader aria-label={t('staff.loading')} />}
        {kiosks.isError && <Problem error={kiosks.error} />}
        {kiosks.data?.length === 0 && <Text>{t('staff.reception.kiosks.none')}</Text>}
        <ul className={classes.rows}>
          {kiosks.data?.map((kiosk) => (
            <li key={kiosk.kioskId}>
              <Text className={classes.who}>{kiosk.label}</Text>
              <ActionIcon
                variant="subtle"
                color="red"
                size={44}
                aria-label={t('staff.reception.kiosks.remove', { label: kiosk.label })}
                onClick={() => remove.mutate(kiosk.kioskId)}
              >
                <IconTrash size={20} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            kept.emptiedBy(add.mutateAsync(label.trim()))
          }}
        >
          <DraftNotice kept={kept} />
          <Group align="end">
            <TextInput
              flex={1}
              label={t('staff.reception.kiosks.label')}
              maxLength={60}
              value={label}
              onChange={(event) => write(event.currentTarget.value)}
            />
            <Button type="submit" disabled={label.trim() === ''} loading={add.isPending}>
              {t('staff.reception.kiosks.add')}
            </Button>
          </Group>
        </form>
        {(add.isError || remove.isError) && <Problem error={add.error ?? remove.error} />}
        {add.data && (
          <Alert title={add.data.label}>
            <Text mb="xs">{t('staff.reception.kiosks.what')}</Text>
            <Button
              component="a"
              href={add.data.link}
              target="_blank"
              rel="noopener"
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              {t('staff.reception.kiosks.open')}
            </Button>
          </Alert>
        )}
      </Stack>
    </Modal>
  )
}
