// What is asked of the readers of a document, and the item of the agenda it belongs to.
import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isAbove, SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import type { UploadSettings } from './use-uploads.ts'

/** Before a session is booked, its items have the form's keys instead of ids. */
type Settings = Omit<UploadSettings, 'itemId'> & { readonly itemId: string | null }

interface SettingsFieldsProps<Chosen extends Settings> {
  settings: Chosen
  items: readonly { readonly itemId: NonNullable<Chosen['itemId']>; readonly title: string }[]
  onChange: (settings: Chosen) => void
  /** false: nothing of it is shown page by page, so there is nothing to lay a mark over. */
  canBeMarked?: boolean
  /** Of the session: no document has a higher level. */
  highest: SecrecyLevel
}

export function SettingsFields<Chosen extends Settings>({
  settings,
  items,
  onChange,
  canBeMarked = true,
  highest,
}: SettingsFieldsProps<Chosen>) {
  const { t } = useTranslation()
  const chosen = items.find(({ itemId }) => itemId === settings.itemId)
  return (
    <>
      {(['readBefore', 'needsAcknowledgement', 'isMarked'] as const).map((name) => (
        <Checkbox
          key={name}
          label={t(`uploads.${name}`)}
          description={t(`uploads.${name}.hint`)}
          checked={settings[name]}
          disabled={name === 'isMarked' && !canBeMarked}
          onChange={({ currentTarget: { checked } }) => onChange({ ...settings, [name]: checked })}
        />
      ))}
      {highest !== 'open' && (
        <NativeSelect
          label={t('secrecy.level')}
          description={t('secrecy.document.hint')}
          value={settings.secrecy ?? highest}
          data={SecrecyLevel.options
            .filter((level) => !isAbove(level, highest))
            .map((level) => ({ value: level, label: t(`secrecy.${level}`) }))}
          onChange={({ currentTarget: { value } }) => onChange({ ...settings, secrecy: SecrecyLevel.parse(value) })}
        />
      )}
      {items.length > 0 && (
        <NativeSelect
          label={t('uploads.item')}
          value={chosen?.itemId ?? ''}
          data={[
            { value: '', label: t('uploads.noItem') },
            ...items.map(({ itemId, title }, index) => ({ value: itemId, label: `${index + 1}. ${title}` })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...settings, itemId: items.find(({ itemId }) => itemId === value)?.itemId ?? null })
          }
        />
      )}
    </>
  )
}
