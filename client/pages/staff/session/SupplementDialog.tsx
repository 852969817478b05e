// What is added to the issued minutes, or how they must read, why, and who signs it.
import { Alert, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { longestReason, longestSupplement, SupplementKind } from '../../../../shared/modules/supplement/contract.ts'
import type { NamedSignatory } from '../../../../shared/wire/issuing.ts'
import type { SupplementWish, WrittenSupplements } from '../../../../shared/wire/supplements.ts'
import { api } from '../../../api.ts'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../forms/DraftNotice.tsx'
import { useKept } from '../../../forms/use-kept.ts'
import { useFormat } from '../../../i18n/format.ts'
import { PaperEnding } from '../../../signatory/PaperEnding.tsx'
import { SignatoryFields } from '../../../signatory/SignatoryFields.tsx'
import { draftOf, type SignatoryDraft, signatoryOf } from '../../../signatory/signatory-draft.ts'
import { Problem } from '../Problem.tsx'

interface SupplementDialogProps {
  sessionId: string
  /** Its words stay inside the session, and leave no draft on the machine. */
  isSecret: boolean
  minutes: NonNullable<WrittenSupplements['minutes']>
  lastSignatory: NamedSignatory | null
  onClose: () => void
  onWritten: () => void
}

interface SupplementDraft {
  kind: SupplementKind
  text: string
  reason: string
  signer: SignatoryDraft
}

export function SupplementDialog(props: SupplementDialogProps) {
  const { sessionId, isSecret, minutes, lastSignatory, onClose, onWritten } = props
  const { t } = useTranslation()
  const format = useFormat()
  const blank = { kind: 'addition', text: '', reason: '', signer: draftOf(lastSignatory) } as const
  const [draft, write, kept] = useKept<SupplementDraft>(`supplement.${sessionId}`, blank, {
    makeId: newId,
    isSecret: () => isSecret,
  })
  const { kind, text, reason, signer } = draft
  const signatory = signatoryOf(signer)
  const isWhole = signatory !== null && [text, reason].every((one) => one.trim() !== '')
  const issue = useMutation({
    mutationFn: (wish: SupplementWish) => api.post(`/api/sessions/${sessionId}/supplements`, wish),
    onSuccess: kept.sent(onWritten),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!signatory || !isWhole || issue.isPending) return
    // One id for each draft: sent twice it is issued once.
    issue.mutate({ supplementId: kept.newId, kind, text: text.trim(), reason: reason.trim(), signatory })
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('supplements.write')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          <Text>
            {t('supplements.of', {
              number: minutes.number,
              year: minutes.year,
              time: format.dateTime(minutes.at),
            })}
          </Text>
          <Radio.Group
            label={t('supplements.kind')}
            value={kind}
            onChange={(chosen) => write({ kind: SupplementKind.parse(chosen) })}
          >
            <Stack gap="xs" mt="xs">
              {SupplementKind.options.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`supplements.${one}`)}
                  description={t(`supplements.${one}.what`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('supplements.text')}
            description={t(`supplements.${kind}.example`)}
            required
            autosize
            minRows={4}
            maxRows={14}
            maxLength={longestSupplement}
            value={text}
            onChange={({ currentTarget }) => write({ text: currentTarget.value })}
          />
          <Textarea
            label={t('dialog.reason')}
            description={t('supplements.reason.hint')}
            required
            autosize
            minRows={2}
            maxLength={longestReason}
            value={reason}
            onChange={({ currentTarget }) => write({ reason: currentTarget.value })}
          />
          <SignatoryFields draft={signer} onChange={(changed) => write({ signer: changed })} />
          <PaperEnding recipients={[t('supplements.recipients')]} signatory={signer} />
          <Alert color="blue">{t('supplements.final')}</Alert>
          {issue.isError && <Problem error={issue.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('supplements.issue')}
            isPending={issue.isPending}
            isDisabled={!isWhole}
          />
        </Stack>
      </form>
    </Modal>
  )
}
