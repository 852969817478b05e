import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryContent } from '../../../../../shared/modules/minutes/contract.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import classes from '../../../frame/panel.module.css'

/** The words of an entry, and of an assignment who does it until when. */
export function EntryText({ content }: { content: EntryContent }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <Text className={classes.preformatted}>{content.text}</Text>
      {content.kind === 'assignment' && (
        <>
          <Text size="sm" fw={600}>
            {content.dueOn === null
              ? t('panels.minutes.inCharge', { unit: content.unit })
              : t('panels.minutes.inChargeUntil', { unit: content.unit, date: format.isoDate(content.dueOn) })}
          </Text>
          {content.supportingUnits.length > 0 && (
            <Text size="sm">{t('panels.minutes.supportedBy', { units: content.supportingUnits.join(', ') })}</Text>
          )}
          {content.ground !== null && (
            <Text size="sm" className={classes.preformatted}>
              {t('panels.minutes.onGround', { ground: content.ground })}
            </Text>
          )}
        </>
      )}
    </>
  )
}
