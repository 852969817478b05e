// How long one may speak: by kind of speech, per person, per site; and what happens when the time is over.
import { Button, Fieldset, Group, Modal, NumberInput, Radio, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Purpose, type SpeakingRules } from '../../../../shared/modules/floor/contract.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LONGEST_MINUTES = 120
const SHORTEST_MINUTES = 0.5
const LONGEST_GRACE_SECONDS = 300
const endings: readonly SpeakingRules['atTheEnd'][] = ['remind', 'softMute', 'hardMute']

export function SpeakingRulesDialog({ rules, onClose }: { rules: SpeakingRules; onClose: () => void }) {
  const { t } = useTranslation()
  const [form, kept] = useKeptForm<SpeakingRules>('speaking-rules', { blank: rules })
  const setRules = useCommand('floor.setRules')

  const submit = form.onSubmit(async (draft) => {
    const { ok } = await setRules({ rules: draft })
    if (ok) kept.sent(onClose)()
  })

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.floor.rules')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <DraftNotice kept={kept} />
          <Budgets rules={form.values} onChange={form.setValues} />
          <Radio.Group label={t('panels.floor.rules.atTheEnd')} {...form.getInputProps('atTheEnd')}>
            <Stack gap="xs" mt="xs">
              {endings.map((ending) => (
                <Radio
                  key={ending}
                  value={ending}
                  label={t(`panels.floor.rules.${ending}`)}
                  description={t(`panels.floor.rules.${ending}Hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <NumberInput
            label={t('panels.floor.rules.grace')}
            min={0}
            max={LONGEST_GRACE_SECONDS}
            clampBehavior="strict"
            allowDecimal={false}
            value={form.values.graceSeconds}
            onChange={(value) => typeof value === 'number' && form.setFieldValue('graceSeconds', value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" loading={setRules.isPending}>
              {t('panels.floor.rules.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface BudgetsProps {
  rules: SpeakingRules
  onChange: (changes: Partial<SpeakingRules>) => void
}

function Budgets({ rules, onChange }: BudgetsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Fieldset legend={t('panels.floor.rules.perSpeech')}>
        <SimpleGrid cols={2}>
          {Purpose.options.map((purpose) => (
            <Minutes
              key={purpose}
              label={t(`purpose.${purpose}`)}
              seconds={rules.perPurpose[purpose]}
              onChange={(seconds) => onChange({ perPurpose: { ...rules.perPurpose, [purpose]: seconds } })}
            />
          ))}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('panels.floor.rules.inAll')}>
        <SimpleGrid cols={2}>
          <Minutes
            label={t('panels.floor.rules.perPerson')}
            seconds={rules.perPerson}
            onChange={(perPerson) => onChange({ perPerson })}
          />
          <Minutes
            label={t('panels.floor.rules.perSite')}
            seconds={rules.perSite}
            onChange={(perSite) => onChange({ perSite })}
          />
        </SimpleGrid>
      </Fieldset>
    </>
  )
}

interface MinutesProps {
  label: string
  seconds: number | null
  onChange: (seconds: number | null) => void
}

function Minutes({ label, seconds, onChange }: MinutesProps) {
  const { t, i18n } = useTranslation()
  return (
    <NumberInput
      label={label}
      decimalSeparator={i18n.language === 'vi' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      placeholder={t('panels.floor.noLimit')}
      suffix={` ${t('panels.floor.rules.minutes')}`}
      min={SHORTEST_MINUTES}
      max={LONGEST_MINUTES}
      step={1}
      decimalScale={1}
      value={seconds === null ? '' : seconds / 60}
      onChange={(value) => onChange(typeof value === 'number' ? Math.round(value * 60) : null)}
    />
  )
}
