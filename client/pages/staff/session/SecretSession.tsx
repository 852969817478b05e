// A session of the level Mật or higher: which accounts may open it, naming one more, and taking that back, also long after it is over.
import { Button, Group, Loader, Select, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AccessList, NewNamedAccount } from '../../../../shared/wire/access-list.ts'
import { TextDialog } from '../../../dialogs/TextDialog.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { formErrors } from '../form-errors.ts'
import { Problem } from '../Problem.tsx'
import { problemText } from '../problems.ts'
import { useAccessList, useNameAccount, useTakeBackAccount } from '../queries.ts'
import { Section } from '../Section.tsx'
import classes from '../staff.module.css'

type Named = AccessList['named'][number]

export function SecretSession({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation()
  const known = useAccessList(sessionId)
  const [isNaming, setNaming] = useState(false)
  const [taken, setTaken] = useState<Named | null>(null)
  return (
    <Section title={t('accessList.title')} hint={t('accessList.what')}>
      {known.isPending && <Loader aria-label={t('staff.loading')} />}
      {known.isError && <Problem error={known.error} onRetry={() => void known.refetch()} />}
      {known.data && (
        <>
          <ul className={classes.rows}>
            <li>
              <div className={classes.who}>
                <Text fw={600}>{known.data.bookedBy ?? '…'}</Text>
                <Text size="sm">{t('accessList.booked')}</Text>
              </div>
            </li>
            {known.data.named.map((one) => (
              <li key={one.accountId}>
                <div className={classes.who}>
                  <Text fw={600}>{one.name ?? '…'}</Text>
                  <Text size="sm">{t('accessList.reason', { reason: one.reason, by: one.by ?? '…' })}</Text>
                </div>
                <Button
                  variant="default"
                  aria-label={t('accessList.takeBackOf', { name: one.name ?? '…' })}
                  onClick={() => setTaken(one)}
                >
                  {t('accessList.takeBack')}
                </Button>
              </li>
            ))}
          </ul>
          <Group>
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
              {t('accessList.name')}
            </Button>
          </Group>
          {isNaming && (
            <NamingDialog sessionId={sessionId} others={known.data.others} onClose={() => setNaming(false)} />
          )}
        </>
      )}
      {taken && <TakingBackDialog sessionId={sessionId} named={taken} onClose={() => setTaken(null)} />}
    </Section>
  )
}

interface NamingDialogProps {
  sessionId: string
  others: AccessList['others']
  onClose: () => void
}

function NamingDialog({ sessionId, others, onClose }: NamingDialogProps) {
  const { t } = useTranslation()
  const name = useNameAccount(sessionId)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isSubmitted, setSubmitted] = useState(false)
  const naming = { accountId, reason }
  const errors = isSubmitted ? formErrors(t, NewNamedAccount, naming) : {}
  function submit() {
    setSubmitted(true)
    const complete = NewNamedAccount.safeParse(naming)
    if (complete.success) name.mutate(complete.data, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('accessList.name')}
      submitLabel={t('accessList.submit')}
      isPending={name.isPending}
      error={name.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('accessList.account')}
        required
        searchable
        data={others.map((one) => ({ value: one.accountId, label: one.name }))}
        value={accountId}
        error={errors.accountId}
        onChange={setAccountId}
      />
      <Textarea
        label={t('dialog.reason')}
        description={t('accessList.reason.hint')}
        required
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

function TakingBackDialog({ sessionId, named, onClose }: { sessionId: string; named: Named; onClose: () => void }) {
  const { t } = useTranslation()
  const takeBack = useTakeBackAccount(sessionId)
  return (
    <TextDialog
      title={t('accessList.takeBackOf', { name: named.name ?? '…' })}
      label={t('dialog.reason')}
      problem={takeBack.isError ? problemText(t, takeBack.error) : null}
      submitLabel={t('accessList.takeBack')}
      maximumLength={300}
      onClose={onClose}
      onSubmit={(reason) =>
        // What went wrong stays in `takeBack` and is shown.
        takeBack.mutateAsync({ accountId: named.accountId, reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
