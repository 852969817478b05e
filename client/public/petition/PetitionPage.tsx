// Sending a petition: what kind, who, what, and files; then the code by which it is followed.

import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import type { WebReceipt } from '../../../shared/wire/casework/cases.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { ChosenFiles, SendingFiles } from '../../base/uploads/ChosenFiles.tsx'
import { ContentFields, KindField, PersonFields } from './PetitionFields.tsx'
import { PetitionFrame, PetitionProblem } from './PetitionFrame.tsx'
import { PetitionSent } from './PetitionSent.tsx'
import { emptyPetition, petitionFaults } from './petition-draft.ts'
import { usePetitionSending } from './use-petition-sending.ts'

export function PetitionPage() {
  const { t } = useTranslation()
  const [receipt, setReceipt] = useState<WebReceipt | null>(null)
  return (
    <PetitionFrame title={t(receipt ? 'petition.done' : 'petition.title')}>
      {receipt ? (
        <PetitionSent receipt={receipt} onAnother={() => setReceipt(null)} />
      ) : (
        <PetitionForm onSent={setReceipt} />
      )}
    </PetitionFrame>
  )
}

function PetitionForm({ onSent }: { onSent: (receipt: WebReceipt) => void }) {
  const { t } = useTranslation()
  const [form, kept] = useKeptForm('petition', {
    blank: emptyPetition,
    validate: (values) => petitionFaults(t, values),
  })
  const { files, sending, isSending, send } = usePetitionSending((receipt) => {
    kept.end()
    onSent(receipt)
  })
  const faults = Object.keys(form.errors).length

  return (
    <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
      <Stack gap="lg">
        <Text>{t('petition.lead')}</Text>
        <DraftNotice kept={kept} />
        <KindField form={form} />
        <PersonFields form={form} />
        <ContentFields form={form}>
          <ChosenFiles
            {...files}
            hint={t('petition.files', { count: maximumFilesAtOnce })}
            submitLabel={t('petition.submit')}
          />
        </ContentFields>
        {faults > 0 && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('petition.faults', { count: faults })}
          </Text>
        )}
        {sending !== null && 'share' in sending && files.count > 0 && <SendingFiles share={sending.share} />}
        {sending !== null && 'error' in sending && <PetitionProblem error={sending.error} />}
        <Button type="submit" size="xl" loading={isSending}>
          {t('petition.submit')}
        </Button>
      </Stack>
    </form>
  )
}
