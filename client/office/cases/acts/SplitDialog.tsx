// A petition with several matters, split: each part with its own kind and words.
import { Button, Fieldset, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maximumParts, PartKind } from '../../../../shared/cases/intake/contract.ts'
import type { CaseDetail } from '../../../../shared/wire/casework/cases.ts'
import { StepFrame } from './ActDialog.tsx'
import { useKeptStep } from './use-kept-step.ts'

interface PartDraft {
  readonly key: string
  readonly kind: Kind | null
  readonly subject: string
  readonly content: string
}
type Kind = (typeof PartKind.options)[number]

export function SplitDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const empty = (): PartDraft => ({ key: randomId(), kind: null, subject: '', content: '' })
  const [{ parts }, write, kept] = useKeptStep<{ parts: readonly PartDraft[] }>(detail, 'split', {
    parts: [empty(), empty()],
  })
  const change = (key: string, changed: Partial<PartDraft>) =>
    write({ parts: parts.map((part) => (part.key === key ? { ...part, ...changed } : part)) })
  return (
    <StepFrame
      kept={kept}
      detail={detail}
      act="split"
      name="split"
      size="lg"
      isWhole={parts.every(
        ({ kind, subject, content }) => kind !== null && subject.trim() !== '' && content.trim() !== '',
      )}
      body={() => ({ parts: parts.map(({ kind, subject, content }) => ({ kind, subject, content })) })}
      onClose={onClose}
    >
      <Text size="sm">{t('cases.split.hint')}</Text>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {detail.content}
      </Text>
      {parts.map(({ key, kind, subject, content }, index) => (
        <Fieldset key={key} legend={t('cases.split.part', { number: index + 1 })}>
          <Select
            label={t('cases.field.kind')}
            required
            data={PartKind.options.map((one) => ({ value: one, label: t(`caseKind.${one}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => change(key, { kind: value as Kind })}
          />
          <TextInput
            label={t('cases.field.subject')}
            required
            maxLength={300}
            value={subject}
            onChange={(event) => change(key, { subject: event.currentTarget.value })}
          />
          <Textarea
            label={t('cases.field.content')}
            required
            maxLength={10_000}
            autosize
            minRows={2}
            value={content}
            onChange={(event) => change(key, { content: event.currentTarget.value })}
          />
          {parts.length > 2 && (
            <Button
              mt="xs"
              variant="subtle"
              color="red"
              onClick={() => write({ parts: parts.filter((part) => part.key !== key) })}
            >
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
            onClick={() => write({ parts: [...parts, empty()] })}
          >
            {t('cases.split.add')}
          </Button>
        </Group>
      )}
    </StepFrame>
  )
}
