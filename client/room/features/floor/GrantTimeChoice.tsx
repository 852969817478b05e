// How long the next speaker gets. Chosen once, used by every “give the floor”, here and in the list of people.
import { Chip, Fieldset, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGrantTime, useHasSpeakingRules } from '../../frame/grant-time.ts'

const PRESETS_IN_MINUTES = [3, 5, 10]
const LONGEST_MINUTES = 120
const BY_RULES = 'rules'
const NO_LIMIT = 'none'
const OTHER = 'other'

export function GrantTimeChoice() {
  const { t } = useTranslation()
  const { limitSeconds, choose } = useGrantTime()
  const hasRules = useHasSpeakingRules()
  const minutes = typeof limitSeconds === 'number' ? limitSeconds / 60 : null
  const isPreset = minutes === null || PRESETS_IN_MINUTES.includes(minutes)
  const [isOther, setOther] = useState(!isPreset)
  const unlimited = limitSeconds === undefined && hasRules ? BY_RULES : NO_LIMIT
  const chosen = isOther ? OTHER : minutes === null ? unlimited : String(minutes)

  function pick(value: string) {
    setOther(value === OTHER)
    if (value === BY_RULES) choose(undefined)
    else if (value === NO_LIMIT) choose(hasRules ? null : undefined)
    else if (value !== OTHER) choose(Number(value) * 60)
    else if (minutes === null) choose(60)
  }

  return (
    <Fieldset legend={t('panels.floor.grantTime')} variant="unstyled">
      <Chip.Group value={chosen} onChange={pick}>
        <Group gap="xs" mt={4}>
          {hasRules && <Chip value={BY_RULES}>{t('panels.floor.byRules')}</Chip>}
          <Chip value={NO_LIMIT}>{t('panels.floor.noLimit')}</Chip>
          {PRESETS_IN_MINUTES.map((preset) => (
            <Chip key={preset} value={String(preset)}>
              {t('duration.minutes', { count: preset })}
            </Chip>
          ))}
          <Chip value={OTHER}>{t('panels.floor.otherTime')}</Chip>
        </Group>
      </Chip.Group>
      {isOther && (
        <NumberInput
          mt="xs"
          label={t('panels.floor.otherMinutes')}
          min={1}
          max={LONGEST_MINUTES}
          clampBehavior="strict"
          allowDecimal={false}
          value={minutes ?? 1}
          onChange={(value) => typeof value === 'number' && value >= 1 && choose(value * 60)}
        />
      )}
    </Fieldset>
  )
}
