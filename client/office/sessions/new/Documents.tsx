// The documents of the new session: chosen here, sent as soon as it is booked.
import { Button, Divider, Group, Stack, Text } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { rejectionText } from '../../../base/i18n/index.ts'
import { FileChoice } from '../../../base/uploads/FileChoice.tsx'
import { RefusedFile } from '../../../base/uploads/HandIn.tsx'
import { SettingsFields } from '../../../base/uploads/SettingsFields.tsx'
import { shortName } from '../../../base/uploads/use-uploads.ts'
import { Section } from '../../ui/Section.tsx'
import { type DocumentDraft, draftsOf } from './document-drafts.ts'
import type { DraftForm } from './draft-form.ts'

interface DocumentsProps extends DraftForm {
  documents: readonly DocumentDraft[]
  onChange: (documents: readonly DocumentDraft[]) => void
}

export function Documents({ form, documents, onChange }: DocumentsProps) {
  const { t } = useTranslation()
  const { agenda, repetition, secrecy } = form.values
  const items = agenda.map(({ key, title }) => ({ itemId: key, title }))
  const change = (changed: DocumentDraft) => onChange(documents.map((one) => (one.key === changed.key ? changed : one)))
  const remove = (key: string) => onChange(documents.filter((one) => one.key !== key))
  return (
    <Section
      title={t('panels.documents.title')}
      hint={t(repetition === 'none' ? 'staff.newSession.documents.hint' : 'staff.newSession.documents.series')}
    >
      {documents.map((document) =>
        document.fault === null ? (
          <Chosen
            key={document.key}
            document={document}
            items={items}
            highest={secrecy}
            onChange={change}
            onRemove={() => remove(document.key)}
          />
        ) : (
          <RefusedFile
            key={document.key}
            name={document.file.name}
            problem={rejectionText(t, { code: `document.${document.fault}`, params: {} })}
            onDismiss={() => remove(document.key)}
          />
        ),
      )}
      <FileChoice onFiles={(files) => onChange([...documents, ...draftsOf(files, randomId)])} />
    </Section>
  )
}

interface ChosenProps {
  document: DocumentDraft
  items: readonly { itemId: string; title: string }[]
  highest: SecrecyLevel
  onChange: (document: DocumentDraft) => void
  onRemove: () => void
}

function Chosen({ document, items, highest, onChange, onRemove }: ChosenProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { file, settings } = document
  const name = shortName(file.name)
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Group justify="space-between">
        <Text fw={600} flex="1 1 14rem" style={{ overflowWrap: 'anywhere' }}>
          {name}{' '}
          <Text span c="dimmed" size="sm">
            {format.fileSize(file.size)}
          </Text>
        </Text>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={18} aria-hidden />}
          aria-label={t('staff.newSession.documents.removeName', { name })}
          onClick={onRemove}
        >
          {t('staff.newSession.documents.remove')}
        </Button>
      </Group>
      <SettingsFields
        settings={settings}
        items={items}
        highest={highest}
        onChange={(changed) => onChange({ ...document, settings: changed })}
      />
      <Divider />
    </Stack>
  )
}
