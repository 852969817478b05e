// The level of secrecy of a new case. What is not handled here cannot be chosen, and the field says why.
import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isStateSecret, SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import { useSecrecy } from '../../ui/use-secrecy.ts'

export function LevelField(props: Omit<NativeSelectProps, 'data' | 'label' | 'description'>) {
  const { t } = useTranslation()
  const refusal = useSecrecy().data?.refusal
  return (
    <NativeSelect
      label={t('secrecy.level')}
      {...(refusal && { description: t(`rejection.${refusal}`) })}
      data={SecrecyLevel.options.map((level) => ({
        value: level,
        label: t(`secrecy.${level}`),
        disabled: isStateSecret(level) && refusal !== null,
      }))}
      {...props}
    />
  )
}
