// Who may read a denunciation, or a secret of the state, beside who took it in and who handles it: named by an administrator, with the
// reason, and taken back so.
import { Button, Group, Select, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import type { CaseDetail } from '../../../../shared/wire/cases.ts'
import type { Account } from '../../../../shared/wire/rest.ts'
import { TextDialog } from '../../../dialogs/TextDialog.tsx'
import { useCases, useStep } from '../case-queries.ts'
import { FormDialog } from '../FormDialog.tsx'
import { problemText } from '../problems.ts'
import { Section } from '../Section.tsx'
import classes from '../staff.module.css'

type Reader = CaseDetail['readers'][number]

export function CaseReaders({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const { role } = useOutletContext<Account>()
  const { row, mayRead, readers } = detail
  const [isNaming, setNaming] = useState(false)
  const [taken, setTaken] = useState<Reader | null>(null)
  const names = role === 'administrator'
  if (!(row.isProtected || isStateSecret(row.secrecy)) || !(mayRead || names)) return null
  return (
    <Section title={t('cases.readers')} hint={t('cases.readers.what')}>
      {readers.length === 0 ? (
        <Text>{t('cases.readers.none')}</Text>
      ) : (
        <ul className={classes.rows}>
          {readers.map((one) => (
            <li key={one.accountId}>
              <div className={classes.who}>
                <Text fw={600}>{one.name ?? t('cases.words.reads.gone')}</Text>
              </div>
              {names && (
                <Button
                  variant="default"
                  aria-label={t('accessList.takeBackOf', { name: one.name ?? '…' })}
                  onClick={() => setTaken(one)}
                >
                  {t('accessList.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {names && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
            {t('cases.people.name')}
          </Button>
        </Group>
      )}
      {isNaming && <NamingDialog detail={detail} onClose={() => setNaming(false)} />}
      {taken && <TakingBackDialog detail={detail} reader={taken} onClose={() => setTaken(null)} />}
    </Section>
  )
}

function NamingDialog({ detail: { row, readers }, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const { data } = useCases({})
  const step = useStep(row.caseId, 'readers', row.seq)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isSubmitted, setSubmitted] = useState(false)
  const missing = (value: string | null) => isSubmitted && !value?.trim() && t('staff.form.required')
  const named = new Set<string>(readers.map((one) => one.accountId))
  const others = (data?.pages[0]?.officers ?? []).filter((one) => !named.has(one.accountId))
  function submit() {
    setSubmitted(true)
    if (accountId !== null && reason.trim() !== '') step.mutate({ accountId, reason }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('cases.people.name')}
      submitLabel={t('cases.save')}
      isPending={step.isPending}
      error={step.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('cases.field.accountId')}
        required
        searchable
        data={others.map((one) => ({ value: one.accountId, label: one.name }))}
        value={accountId}
        error={missing(accountId)}
        onChange={setAccountId}
      />
      <Textarea
        label={t('dialog.reason')}
        required
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={missing(reason)}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

interface TakingBackDialogProps {
  detail: CaseDetail
  reader: Reader
  onClose: () => void
}

function TakingBackDialog({ detail: { row }, reader: { accountId, name }, onClose }: TakingBackDialogProps) {
  const { t } = useTranslation()
  const step = useStep(row.caseId, 'readers/taking-back', row.seq)
  return (
    <TextDialog
      title={t('accessList.takeBackOf', { name: name ?? '…' })}
      label={t('dialog.reason')}
      problem={step.isError ? problemText(t, step.error) : null}
      submitLabel={t('accessList.takeBack')}
      maximumLength={300}
      onClose={onClose}
      onSubmit={(reason) =>
        // What went wrong stays in `step` and is shown.
        step.mutateAsync({ accountId, reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
