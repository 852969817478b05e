// Whose case it is: shown when somebody asks for it, as each look is written down; of a denunciation to those named alone.
import { Alert, Button, Code, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconEye, IconPencil, IconShieldLock } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import type { CaseDetail } from '../../../../shared/wire/cases.ts'
import type { Account } from '../../../../shared/wire/rest.ts'
import { ConfirmDialog } from '../../../dialogs/ConfirmDialog.tsx'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { useCases, useNewCode, usePetitioners, useStep } from '../case-queries.ts'
import { Problem } from '../Problem.tsx'
import { Section } from '../Section.tsx'
import { SendersDialog } from './SendersDialog.tsx'

const noPetitioners = { petitioners: [], representative: null }

export function Petitioners({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const { role } = useOutletContext<Account>()
  const { row, petitionerCount, mayReadIdentity } = detail
  const [isWanted, setWanted] = useState(false)
  const [asking, setAsking] = useState<'code' | 'reader' | 'correction' | null>(null)
  const people = usePetitioners(row.caseId, isWanted)
  const newCode = useNewCode(row.caseId)
  // Where nobody is named there is nothing to look at first.
  const known = people.data ?? (mayReadIdentity && petitionerCount === 0 ? noPetitioners : null)
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
      {people.data?.petitioners.map((one, index) => (
        // People of a petition keep their places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index}>
          <Text fw={600}>
            {one === null ? t('cases.people.erased') : one.name}
            {index === people.data.representative && ` (${t('cases.people.representative')})`}
          </Text>
          {one && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {[one.address, one.phone, one.email, one.identity?.number].filter(Boolean).join(' · ')}
            </Text>
          )}
        </div>
      ))}
      <Group gap="xs">
        {mayReadIdentity && petitionerCount > 0 && !people.data && (
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
        {mayReadIdentity && (
          <Button variant="default" onClick={() => setAsking('code')}>
            {t('cases.people.newCode')}
          </Button>
        )}
        {row.isProtected && role === 'administrator' && (
          <Button variant="default" onClick={() => setAsking('reader')}>
            {t('cases.people.name')}
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
      {asking === 'reader' && <ReaderDialog detail={detail} onClose={() => setAsking(null)} />}
    </Section>
  )
}

function ReaderDialog({ detail: { row }, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const { data } = useCases({})
  const step = useStep(row.caseId, 'readers', row.seq)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const isWhole = accountId !== null && reason.trim() !== ''
  function submit(event: FormEvent) {
    event.preventDefault()
    if (isWhole) step.mutate({ accountId, reason }, { onSuccess: onClose })
  }
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={t('cases.people.name')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <Select
            label={t('cases.field.accountId')}
            required
            searchable
            data-autofocus
            data={(data?.pages[0]?.officers ?? []).map((one) => ({ value: one.accountId, label: one.name }))}
            value={accountId}
            onChange={setAccountId}
          />
          <TextInput
            label={t('dialog.reason')}
            required
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {step.isError && <Problem error={step.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('cases.save')}
            isPending={step.isPending}
            isDisabled={!isWhole}
          />
        </Stack>
      </form>
    </Modal>
  )
}
