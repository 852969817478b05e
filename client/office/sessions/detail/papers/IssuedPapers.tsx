// The papers a session has issued: as they were issued, and whether they still stand.

import { Anchor, Badge, Button, Group, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { issuedPaperApi } from '../../../../../shared/wire/papers/issued-paper-api.ts'
import type { ListedPaper, PaperSignature, Withdrawal } from '../../../../../shared/wire/papers/issued-papers.ts'
import { call } from '../../../../base/api.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { DraftNotice } from '../../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../../base/ui/forms/use-kept-form.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'

const LONGEST_REASON = 1000
export const issuedPapersKey = (sessionId: string) => ['sessions', sessionId, 'issued-papers']

export function IssuedPapers({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation()
  const [withdrawn, setWithdrawn] = useState<ListedPaper | null>(null)
  const list = useQuery({
    queryKey: issuedPapersKey(sessionId),
    queryFn: ({ signal }) => call(issuedPaperApi.list, { params: { sessionId } }, { signal }),
  })
  if (list.isError) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data?.papers.length) return null
  return (
    <Section title={t('staff.issued')} hint={t('staff.issued.hint')}>
      {list.data.papers.map((paper) => (
        <Issued key={paper.code} sessionId={sessionId} paper={paper} onWithdraw={() => setWithdrawn(paper)} />
      ))}
      {withdrawn && <WithdrawalDialog sessionId={sessionId} paper={withdrawn} onClose={() => setWithdrawn(null)} />}
    </Section>
  )
}

type Unsigned = Extract<PaperSignature, { is: 'unsigned' }>
/** An agency without a certificate signs by hand, and misses nothing. */
const isWanting = (
  signature: PaperSignature,
): signature is Unsigned & { because: Exclude<Unsigned['because'], 'none'> } =>
  signature.is === 'unsigned' && signature.because !== 'none'

interface IssuedProps {
  sessionId: string
  paper: ListedPaper
  onWithdraw: () => void
}

function Issued({ sessionId, paper, onWithdraw }: IssuedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, number, year, issuedOn, code, files, standing, reason, signature } = paper
  const name = t('staff.issued.paper', { kind: t(`staff.numbering.${kind}`), number, year })
  return (
    <Group justify="space-between">
      <div>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {isWanting(signature) && <Badge color="orange">{t('certificate.unsigned')}</Badge>}
          {standing.is !== 'issued' && <Badge color="orange">{t(`staff.issued.${standing.is}`)}</Badge>}
        </Group>
        <Text size="sm">
          {t('staff.issued.on', { date: format.isoDate(issuedOn) })}{' '}
          <Anchor href={`/verify#${code}`} target="_blank" inherit>
            {t('staff.issued.check', { code })}
          </Anchor>
        </Text>
        {signature.is === 'signed' && <Text size="sm">{t('certificate.signedBy', { name: signature.by })}</Text>}
        {signature.is === 'signed' && signature.stampedAt !== null && (
          <Text size="sm">
            {t('certificate.stampedAt', { time: format.dateTime(Date.parse(signature.stampedAt)) })}
          </Text>
        )}
        {isWanting(signature) && <Text size="sm">{t(`certificate.unsigned.${signature.because}`)}</Text>}
        {reason !== null && <Text size="sm">{t('staff.issued.reason', { reason })}</Text>}
      </div>
      <Group gap="xs">
        {(['pdf', 'docx'] as const).map((extension) => (
          <Button
            key={extension}
            component="a"
            href={`/api/sessions/${sessionId}/${files[extension]}`}
            download
            variant="default"
            aria-label={`${name}, ${extension.toUpperCase()}`}
          >
            {extension.toUpperCase()}
          </Button>
        ))}
        {standing.is === 'issued' && (
          <Button variant="subtle" color="red" aria-label={t('staff.issued.withdrawOf', { name })} onClick={onWithdraw}>
            {t('staff.issued.withdraw')}
          </Button>
        )}
      </Group>
    </Group>
  )
}

interface WithdrawalDraft {
  reason: string
  number: number | string
  year: number | string
}

function WithdrawalDialog({ sessionId, paper, onClose }: Omit<IssuedProps, 'onWithdraw'> & { onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form, kept] = useKeptForm<WithdrawalDraft>(`withdrawal.${paper.code}`, {
    blank: { reason: '', number: '', year: paper.year },
    validate: { reason: isNotEmpty() },
  })
  const withdraw = useMutation({
    mutationFn: (body: Withdrawal) => call(issuedPaperApi.withdraw, { params: { sessionId, code: paper.code }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: issuedPapersKey(sessionId) })
      kept.end()
      onClose()
    },
  })
  const submit = form.onSubmit(({ reason, number, year }) => {
    const replacedBy = number === '' ? null : { number: Number(number), year: Number(year) }
    withdraw.mutate({ reason: reason.trim(), replacedBy })
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.issued.withdraw.title')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          <Text>{t('staff.issued.withdraw.what')}</Text>
          <Textarea
            label={t('dialog.reason')}
            description={t('staff.issued.withdraw.reason')}
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={LONGEST_REASON}
            {...form.getInputProps('reason')}
          />
          <Group grow align="flex-end">
            <NumberInput
              label={t('staff.issued.withdraw.by')}
              min={1}
              allowDecimal={false}
              allowNegative={false}
              {...form.getInputProps('number')}
            />
            <NumberInput
              label={t('staff.issued.withdraw.year')}
              min={2000}
              max={2200}
              allowDecimal={false}
              thousandSeparator={false}
              {...form.getInputProps('year')}
            />
          </Group>
          {withdraw.isError && <Problem error={withdraw.error} />}
          <Button type="submit" color="red" disabled={!form.isValid()} loading={withdraw.isPending}>
            {t('staff.issued.withdraw')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
