// The fields of a notice of refusal: the matter, the reason, the ground, who signs.
import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SignatoryFields } from '../signatory/SignatoryFields.tsx'
import type { NoticeDraft } from './notice-wish.ts'

interface NoticeFieldsProps {
  draft: NoticeDraft
  onChange: (changes: Partial<NoticeDraft>) => void
}

export function NoticeFields({ draft: { matter, reason, citation, signer }, onChange }: NoticeFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Textarea
        label={t('refusals.matter')}
        description={t('refusals.matter.hint')}
        autosize
        minRows={2}
        maxLength={1000}
        required
        value={matter}
        onChange={({ currentTarget }) => onChange({ matter: currentTarget.value })}
      />
      <Textarea
        label={t('refusals.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
      />
      <TextInput
        label={t('refusals.citation')}
        description={t('refusals.citation.hint')}
        maxLength={300}
        required
        value={citation}
        onChange={({ currentTarget }) => onChange({ citation: currentTarget.value })}
      />
      <SignatoryFields draft={signer} onChange={(changed) => onChange({ signer: changed })} />
    </>
  )
}
