// A personal link to be scanned from this screen by the phone of the person it belongs to.
import { Center, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { QrCode } from '../../../../base/ui/QrCode.tsx'

export function QrDialog({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('staff.qr.of', { name })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Center>
          <QrCode value={link} label={t('staff.qr.of', { name })} size={300} />
        </Center>
        <Text>{t('staff.qr.how')}</Text>
      </Stack>
    </Modal>
  )
}
