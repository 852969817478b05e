// Who may read who denounces and what they said, for the officers in the room. Fetched when somebody asks.
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protection as Known } from '../../../../shared/wire/hearing/protection.ts'
import { ReadersList } from '../../../base/protection/ReadersList.tsx'
import { useProtection } from './use-protection.ts'

export function Readers() {
  const { t } = useTranslation()
  const { read, nameReader, isPending: isNaming } = useProtection()
  const [known, setKnown] = useState<Known | null>(null)
  const [isPending, setPending] = useState(false)
  const [isUnread, setUnread] = useState(false)
  async function look() {
    setPending(true)
    setUnread(false)
    await read().then(setKnown, () => setUnread(true))
    setPending(false)
  }
  return (
    <Stack gap="xs">
      <Button variant="subtle" loading={isPending} onClick={() => void look()}>
        {t('panels.protection.reads')}
      </Button>
      {isUnread && <Text role="alert">{t('panels.protection.reads.failed')}</Text>}
      {known && (
        <ReadersList
          known={known}
          isPending={isNaming}
          onName={async (accountId) => {
            const isNamed = await nameReader(accountId)
            if (isNamed) void look()
            return isNamed
          }}
        />
      )}
    </Stack>
  )
}
