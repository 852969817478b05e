// Of booking: what it is about, and what the citizen needs.
import { Radio, Select, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Language } from '../../../shared/kernel/ids.ts'
import { MatterKind, PriorityGround } from '../../../shared/reception/appointments/contract.ts'
import { capitalised } from '../../base/i18n/format.ts'
import type { DraftForm } from './draft.ts'

export function MatterStep({ form }: { form: DraftForm }) {
  const { t } = useTranslation()
  const interpreters = [
    { value: '', label: t('reception.form.interpreter.none') },
    { value: 'signLanguage', label: t('reception.form.interpreter.signLanguage') },
    ...Language.options
      .filter((language) => language !== 'vi')
      .map((language) => ({ value: language, label: capitalised(t(`language.${language}`)) })),
  ]
  const grounds = [
    { value: '', label: t('reception.form.priority.none') },
    ...PriorityGround.options.map((ground) => ({ value: ground, label: t(`priorityGround.${ground}`) })),
  ]
  return (
    <>
      <div data-field="subject">
        <Textarea
          size="lg"
          label={t('reception.form.subject')}
          description={t('reception.form.subject.hint')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={1000}
          required
          {...form.getInputProps('subject')}
        />
      </div>
      <Radio.Group label={t('reception.form.matterKind')} size="lg" {...form.getInputProps('matter')}>
        <Stack gap="md" mt="sm">
          {MatterKind.options.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              size="lg"
              label={t(`matter.${kind}`)}
              description={t(`matter.${kind}.what`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.matter === 'denunciation' && (
        <div data-field="asksSecrecy">
          <Radio.Group
            label={t('reception.form.secrecy')}
            description={t('reception.form.secrecy.hint')}
            size="lg"
            {...form.getInputProps('asksSecrecy')}
          >
            <Stack gap="md" mt="sm">
              <Radio size="lg" value="yes" label={t('reception.form.secrecy.yes')} />
              <Radio size="lg" value="no" label={t('reception.form.secrecy.no')} />
            </Stack>
          </Radio.Group>
        </div>
      )}
      <Select
        size="lg"
        label={t('reception.form.interpreter')}
        data={interpreters}
        allowDeselect={false}
        {...form.getInputProps('interpreter')}
      />
      <Select
        size="lg"
        label={t('reception.form.priority')}
        data={grounds}
        allowDeselect={false}
        {...form.getInputProps('priority')}
      />
    </>
  )
}
