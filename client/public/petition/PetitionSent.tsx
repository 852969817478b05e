// A petition has come in: the code by which it is followed, to be copied or printed.
import { Button, Paper, SimpleGrid, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WebReceipt } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'

export function PetitionSent({
  receipt: { code, receivedOn },
  onAnother,
}: {
  receipt: WebReceipt
  onAnother: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isCopied, setCopied] = useState(false)
  // On plain http browsers copy nothing.
  const isCopying = window.isSecureContext
  return (
    <>
      <Text>{t('petition.done.what', { date: format.isoDate(receivedOn) })}</Text>
      <Paper withBorder p="lg" ta="center">
        <Text>{t('petition.code')}</Text>
        <Text fw={700} fz={36} ff="monospace" data-testid="follow-code">
          {code}
        </Text>
      </Paper>
      {/* Below each other on a phone: large type has to have room for its words. */}
      <SimpleGrid cols={{ base: 1, xs: isCopying ? 2 : 1 }}>
        {isCopying && (
          <Button
            size="lg"
            variant="default"
            leftSection={isCopied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
            onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
          >
            {t(isCopied ? 'petition.copied' : 'petition.copy')}
          </Button>
        )}
        <Button size="lg" variant="default" leftSection={<IconPrinter aria-hidden />} onClick={() => window.print()}>
          {t('petition.print')}
        </Button>
      </SimpleGrid>
      <Button size="xl" component={Link} to={`/follow#${code}`}>
        {t('petition.goFollow')}
      </Button>
      <Button variant="subtle" size="md" onClick={onAnother}>
        {t('petition.another')}
      </Button>
    </>
  )
}
