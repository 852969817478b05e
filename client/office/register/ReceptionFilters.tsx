// The filters of the register of receptions: open or closed, of which kind, received by whom.
import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RegisterKind } from '../../../shared/reception/register/contract.ts'

export const filterNames = ['kind', 'officerId', 'state'] as const
export type FilterName = (typeof filterNames)[number]

interface ReceptionFiltersProps {
  chosen: Readonly<Partial<Record<FilterName, string>>>
  officers: readonly { readonly accountId: string; readonly name: string }[]
  choose: (name: FilterName, value: string | null) => void
}

export function ReceptionFilters({ chosen, officers, choose }: ReceptionFiltersProps) {
  const { t } = useTranslation()
  return (
    <Group align="flex-end">
      <Select
        label={t('register.filter.state')}
        placeholder={t('register.filter.all')}
        data={(['open', 'closed'] as const).map((one) => ({ value: one, label: t(`register.state.${one}`) }))}
        value={chosen.state ?? null}
        onChange={(value) => choose('state', value)}
        clearable
        clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
      />
      <Select
        label={t('register.filter.kind')}
        placeholder={t('register.filter.all')}
        data={RegisterKind.options.map((kind) => ({ value: kind, label: t(`caseKind.${kind}`) }))}
        value={chosen.kind ?? null}
        onChange={(value) => choose('kind', value)}
        clearable
        clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
      />
      <Select
        label={t('register.filter.officer')}
        placeholder={t('register.filter.all')}
        data={officers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        value={chosen.officerId ?? null}
        onChange={(value) => choose('officerId', value)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
      />
    </Group>
  )
}
