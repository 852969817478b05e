// A request is refused: by which ground, and how it is explained to who asked.
import { Radio, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RefusalGround } from '../../../shared/personal-data/contract.ts'
import { RequestRefusal } from '../../../shared/wire/custody/personal-data.ts'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { useRefuse } from './queries.ts'

interface RefuseDialogProps {
  requestId: string
  /** The one that is likely. */
  ground: RefusalGround
  onClose: () => void
}

export function RefuseDialog({ requestId, ground: likely, onClose }: RefuseDialogProps) {
  const { t } = useTranslation()
  const refuse = useRefuse(requestId)
  const [form, kept] = useKeptForm(`request-refusal.${requestId}`, {
    blank: { ground: likely, reason: '' },
    validate: (refusal) => formErrors(t, RequestRefusal, refusal),
  })
  return (
    <FormDialog
      kept={kept}
      title={t('personalData.refuse.title')}
      submitLabel={t('personalData.refuse')}
      size="lg"
      isPending={refuse.isPending}
      error={refuse.error}
      onClose={onClose}
      onSubmit={form.onSubmit((refusal) => kept.sentBy(refuse.mutateAsync(refusal), onClose))}
    >
      <Radio.Group label={t('personalData.refuse.ground')} {...form.getInputProps('ground')}>
        <Stack mt="xs" gap="xs">
          {RefusalGround.options.map((one) => (
            <Radio key={one} value={one} label={t(`personalData.ground.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('personalData.refuse.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
