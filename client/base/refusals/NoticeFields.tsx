// The fields of a notice of refusal: the matter, the reason, the ground, who signs.
import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SignatoryFields } from '../signatory/SignatoryFields.tsx'
import type { KeptForm } from '../ui/forms/use-kept-form.ts'
import type { NoticeDraft } from './notice-wish.ts'

export function NoticeFields({ form }: { form: KeptForm<NoticeDraft> }) {
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
        {...form.getInputProps('matter')}
      />
      <Textarea
        label={t('refusals.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        required
        {...form.getInputProps('reason')}
      />
      <TextInput
        label={t('refusals.citation')}
        description={t('refusals.citation.hint')}
        maxLength={300}
        required
        {...form.getInputProps('citation')}
      />
      <SignatoryFields draft={form.values.signer} onChange={(signer) => form.setFieldValue('signer', signer)} />
    </>
  )
}
