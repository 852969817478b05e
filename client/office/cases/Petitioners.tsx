// Whose case it is: shown when somebody asks for it, as each look is written down; of a denunciation to those named alone.
import { Alert, Button, Code, Group, Text } from '@mantine/core'
import { IconEye, IconPencil, IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, ShownPetitioners } from '../../../shared/wire/casework/cases.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { useNewCode, usePetitioners } from './queries.ts'
import { SendersDialog } from './SendersDialog.tsx'

const noPetitioners = { petitioners: [], representative: null }

export function Petitioners({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const { row, petitionerCount, mayRead } = detail
  const [isWanted, setWanted] = useState(false)
  const [asking, setAsking] = useState<'code' | 'correction' | null>(null)
  const people = usePetitioners(row.caseId, isWanted)
  const newCode = useNewCode(row.caseId)
  // Where nobody is named there is nothing to look at first.
  const known = people.data ?? (mayRead && petitionerCount === 0 ? noPetitioners : null)
  const isOver = row.status === 'closed' || detail.parts.length > 0
  return (
    <Section title={t('cases.people')} hint={t('cases.people.logged')}>
      {row.isProtected && (
        <Alert color="dark" icon={<IconShieldLock aria-hidden />}>
          {t(row.kind === 'mixed' ? 'cases.people.protected.mixed' : 'cases.people.protected')}
        </Alert>
      )}
      {petitionerCount === 0 && <Text>{t('cases.people.none')}</Text>}
      {people.isError && <Problem error={people.error} />}
      {people.data && <People petitioners={people.data.petitioners} representative={people.data.representative} />}
      <Group gap="xs">
        {mayRead && petitionerCount > 0 && !people.data && (
          <Button
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
            loading={people.isFetching}
            onClick={() => setWanted(true)}
          >
            {t('cases.people.show')}
          </Button>
        )}
        {known && !isOver && (
          <Button
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => setAsking('correction')}
          >
            {t('cases.people.correct')}
          </Button>
        )}
        {mayRead && (
          <Button variant="default" onClick={() => setAsking('code')}>
            {t('cases.people.newCode')}
          </Button>
        )}
      </Group>
      {newCode.isError && <Problem error={newCode.error} />}
      {newCode.data && (
        <Code fz={24} fw={700} p="sm" ta="center" data-testid="follow-code">
          {newCode.data.code}
        </Code>
      )}
      <ConfirmDialog
        opened={asking === 'code'}
        onClose={() => setAsking(null)}
        title={t('cases.people.newCode')}
        confirmLabel={t('cases.people.newCode')}
        isPending={newCode.isPending}
        onConfirm={() => newCode.mutate(undefined, { onSettled: () => setAsking(null) })}
      >
        <Text>{t('cases.people.newCode.what')}</Text>
      </ConfirmDialog>
      {asking === 'correction' && known && (
        <SendersDialog detail={detail} people={known} onClose={() => setAsking(null)} />
      )}
    </Section>
  )
}

function People({ petitioners, representative }: ShownPetitioners) {
  const { t } = useTranslation()
  return petitioners.map((one, index) => (
    // People of a petition keep their places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <div key={index}>
      <Text fw={600}>
        {one === null ? t('cases.people.erased') : one.name}
        {index === representative && ` (${t('cases.people.representative')})`}
      </Text>
      {one && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {[one.address, one.phone, one.email, one.identity?.number].filter(Boolean).join(' · ')}
        </Text>
      )}
    </div>
  ))
}
