// A request is refused: by which ground, and how it is explained to who asked.
import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalGround } from '../../../shared/personal-data/contract.ts'
import { RequestRefusal } from '../../../shared/wire/custody/personal-data.ts'
import { useKept } from '../../base/ui/forms/use-kept.ts'
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
  const [{ ground, reason }, write, kept] = useKept(`request-refusal.${requestId}`, { ground: likely, reason: '' })
  const [errors, setErrors] = useState<Record<string, string>>({})
  function submit() {
    const found = formErrors(t, RequestRefusal, { ground, reason })
    setErrors(found)
    if (Object.keys(found).length === 0) kept.sentBy(refuse.mutateAsync({ ground, reason }), onClose)
  }
  return (
    <FormDialog
      kept={kept}
      title={t('personalData.refuse.title')}
      submitLabel={t('personalData.refuse')}
      size="lg"
      isPending={refuse.isPending}
      error={refuse.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Radio.Group
        label={t('personalData.refuse.ground')}
        value={ground}
        onChange={(chosen) => write({ ground: RefusalGround.parse(chosen) })}
      >
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
        value={reason}
        error={errors.reason}
        onChange={(event) => write({ reason: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
