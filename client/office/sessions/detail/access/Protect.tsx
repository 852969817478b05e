// A reception of which it becomes known, before or while it goes on, that its citizen comes to denounce.
import { Button, Group, Text } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { ProtectDialog } from '../../../../base/protection/ProtectDialog.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useProtectVisit } from '../../queries.ts'

export function Protect({ session: { sessionId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const protect = useProtectVisit(sessionId)
  return (
    <Section title={t('panels.protection.begin')}>
      <Text>{t('staff.session.protect')}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldLock size={18} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('panels.protection.begin.now')}
        </Button>
      </Group>
      <ProtectDialog
        opened={isAsking}
        isPending={protect.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => protect.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        {protect.isError && <Problem error={protect.error} />}
      </ProtectDialog>
    </Section>
  )
}
