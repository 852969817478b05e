// A petition with several matters, split: each part with its own kind and words.
import { Button, Fieldset, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { randomId } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maximumParts, PartKind } from '../../../../shared/cases/intake/contract.ts'
import type { CaseDetail } from '../../../../shared/wire/casework/cases.ts'
import { StepFrame } from './ActDialog.tsx'
import { useKeptStep } from './use-kept-step.ts'

interface PartDraft {
  readonly key: string
  readonly kind: (typeof PartKind.options)[number] | null
  readonly subject: string
  readonly content: string
}

export function SplitDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const empty = (): PartDraft => ({ key: randomId(), kind: null, subject: '', content: '' })
  const required = isNotEmpty(t('staff.form.required'))
  const [form, kept] = useKeptStep<{ parts: PartDraft[] }>(
    detail,
    'split',
    { parts: [empty(), empty()] },
    { parts: { kind: required, subject: required, content: required } },
  )
  const { parts } = form.values
  return (
    <StepFrame
      form={form}
      kept={kept}
      detail={detail}
      act="split"
      name="split"
      size="lg"
      body={() => ({ parts: parts.map(({ kind, subject, content }) => ({ kind, subject, content })) })}
      onClose={onClose}
    >
      <Text size="sm">{t('cases.split.hint')}</Text>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {detail.content}
      </Text>
      {parts.map(({ key }, index) => (
        <Fieldset key={key} legend={t('cases.split.part', { number: index + 1 })}>
          <Select
            label={t('cases.field.kind')}
            required
            data={PartKind.options.map((one) => ({ value: one, label: t(`caseKind.${one}`) }))}
            allowDeselect={false}
            {...form.getInputProps(`parts.${index}.kind`)}
          />
          <TextInput
            label={t('cases.field.subject')}
            required
            maxLength={300}
            {...form.getInputProps(`parts.${index}.subject`)}
          />
          <Textarea
            label={t('cases.field.content')}
            required
            maxLength={10_000}
            autosize
            minRows={2}
            {...form.getInputProps(`parts.${index}.content`)}
          />
          {parts.length > 2 && (
            <Button mt="xs" variant="subtle" color="red" onClick={() => form.removeListItem('parts', index)}>
              {t('cases.split.remove', { number: index + 1 })}
            </Button>
          )}
        </Fieldset>
      ))}
      {parts.length < maximumParts && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.insertListItem('parts', empty())}
          >
            {t('cases.split.add')}
          </Button>
        </Group>
      )}
    </StepFrame>
  )
}
