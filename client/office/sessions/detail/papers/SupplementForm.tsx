// What is added to the issued minutes, or how they must read, why, who signs it and whom it goes to; shown as a page before it is issued.

import { Alert, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { longestReason, longestSupplement, SupplementKind } from '../../../../../shared/modules/supplement/contract.ts'
import { supplementApi } from '../../../../../shared/wire/custody/supplement-api.ts'
import { supplementDraftApi } from '../../../../../shared/wire/custody/supplement-draft-api.ts'
import type { SupplementWish, WrittenSupplements } from '../../../../../shared/wire/custody/supplements.ts'
import type { IssueProposal } from '../../../../../shared/wire/papers/issuing.ts'
import { call } from '../../../../base/api.ts'
import { TypedPicture, useTypedPaper } from '../../../../base/draft-picture/TypedPicture.tsx'
import { useFormat } from '../../../../base/i18n/format.ts'
import { PaperEnding } from '../../../../base/signatory/PaperEnding.tsx'
import { RecipientFields } from '../../../../base/signatory/RecipientFields.tsx'
import { shownRecipients } from '../../../../base/signatory/recipients-draft.ts'
import { SignatoryFields } from '../../../../base/signatory/SignatoryFields.tsx'
import { DialogButtons } from '../../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../../base/ui/forms/use-kept-form.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { type SupplementDraft, supplementDraftOf, supplementWishOf } from './supplement-draft.ts'

export interface SupplementFormProps {
  sessionId: string
  /** Its words stay inside the session, and leave no draft on the machine. */
  isSecret: boolean
  minutes: NonNullable<WrittenSupplements['minutes']>
  proposal: IssueProposal
  onClose: () => void
  onWritten: () => void
}

export function SupplementForm({ sessionId, isSecret, minutes, proposal, onClose, onWritten }: SupplementFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [form, kept] = useKeptForm<SupplementDraft>(`supplement.${sessionId}`, {
    blank: supplementDraftOf(proposal),
    makeId: newId,
    isSecret: () => isSecret,
  })
  const draft = form.values
  // One id for each draft: sent twice it is issued once.
  const wish = supplementWishOf(kept.newId, draft)
  const paper = useTypedPaper(wish)
  const issue = useMutation({
    mutationFn: (sent: SupplementWish) => call(supplementApi.write, { params: { sessionId }, body: sent }),
    onSuccess: onWritten,
  })

  const submit = form.onSubmit(() => {
    if (wish && paper.isSeen && !issue.isPending) kept.sentBy(issue.mutateAsync(wish))
  })

  return (
    <form onSubmit={submit}>
      <Stack>
        <DraftNotice kept={kept} />
        <Text>
          {t('supplements.of', { number: minutes.number, year: minutes.year, time: format.dateTime(minutes.at) })}
        </Text>
        <Radio.Group label={t('supplements.kind')} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt="xs">
            {SupplementKind.options.map((one) => (
              <Radio key={one} value={one} label={t(`supplements.${one}`)} description={t(`supplements.${one}.what`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('supplements.text')}
          description={t(`supplements.${draft.kind}.example`)}
          required
          autosize
          minRows={4}
          maxRows={14}
          maxLength={longestSupplement}
          {...form.getInputProps('text')}
        />
        <Textarea
          label={t('dialog.reason')}
          description={t('supplements.reason.hint')}
          required
          autosize
          minRows={2}
          maxLength={longestReason}
          {...form.getInputProps('reason')}
        />
        <SignatoryFields draft={draft.signer} onChange={(signer) => form.setFieldValue('signer', signer)} />
        <RecipientFields proposed={proposal.recipients} draft={draft} onChange={form.setValues} />
        <PaperEnding recipients={shownRecipients(draft, proposal.recipients)} signatory={draft.signer} />
        <TypedPicture
          route={supplementDraftApi.picture}
          sessionId={sessionId}
          paper={paper}
          alt={t('supplements.picture')}
        />
        <Alert color="blue">{t('supplements.final')}</Alert>
        {issue.isError && <Problem error={issue.error} />}
        <DialogButtons
          onCancel={onClose}
          submitLabel={t('supplements.issue')}
          isPending={issue.isPending}
          isDisabled={!paper.isSeen}
        />
      </Stack>
    </form>
  )
}
