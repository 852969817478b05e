// How the queue runs today: what waiting pages tell, and the bounds of priority.
import { NumberInput, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../shared/reception/queue/contract.ts'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useChangeSettings } from './queries.ts'

const bounds = { mostInARow: [0, 20], mostOvertaken: [1, 50], behind: [0, 20] } as const
const numbers = ['mostInARow', 'mostOvertaken', 'behind'] as const

export function SettingsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useTranslation()
  const change = useChangeSettings()
  const [form, kept] = useKeptForm('reception-settings', { blank: settings })
  return (
    <FormDialog
      kept={kept}
      title={t('staff.reception.settings')}
      submitLabel={t('staff.reception.save')}
      isComplete
      isPending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={form.onSubmit((draft) => kept.sentBy(change.mutateAsync(draft), onClose))}
    >
      {(['showsPeopleBefore', 'takesTickets'] as const).map((name) => (
        <Switch
          key={name}
          label={t(`staff.reception.settings.${name}`)}
          {...form.getInputProps(name, { type: 'checkbox' })}
        />
      ))}
      {numbers.map((name) => (
        <NumberInput
          key={name}
          label={t(`staff.reception.settings.${name}`)}
          min={bounds[name][0]}
          max={bounds[name][1]}
          clampBehavior="strict"
          allowDecimal={false}
          value={form.values.rules[name]}
          onChange={(value) => typeof value === 'number' && form.setFieldValue(`rules.${name}`, value)}
        />
      ))}
      <Text c="dimmed" fz="sm">
        {t('staff.reception.settings.check')}
      </Text>
    </FormDialog>
  )
}
