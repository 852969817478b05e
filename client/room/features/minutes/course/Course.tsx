// The course of the meeting as the minutes will tell it. What wrote itself can be reworded or left out, and taken back.
import { Alert, Loader, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MinutesText } from '../../../../../shared/wire/hearing/minutes-text.ts'
import { LongList } from '../../../../base/ui/LongList.tsx'
import classes from '../../../frame/panel.module.css'
import { CourseLine, keyOf } from './CourseLine.tsx'
import { useMinutesText } from './use-minutes-text.ts'

export function Course({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const { text, hasFailed } = useMinutesText()
  const isEmpty = text?.sections.every(({ lines }) => lines.length === 0) ?? false
  return (
    <>
      {mayWrite && <Text size="sm">{t('panels.minutes.course.hint')}</Text>}
      {hasFailed && <Alert color="orange">{t('panels.minutes.course.failed')}</Alert>}
      {text === null && !hasFailed && <Loader aria-label={t('panels.minutes.course.loading')} />}
      {isEmpty && <Text c="dimmed">{t('panels.minutes.course.empty')}</Text>}
      {text?.sections.map((section, index) => (
        // A section has no id of its own, and new ones come at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Section key={index} section={section} mayWrite={mayWrite} />
      ))}
    </>
  )
}

function Section({ section, mayWrite }: { section: MinutesText['sections'][number]; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { heading, reporter, lines } = section
  return (
    <section>
      {heading !== null && (
        <Title order={3} size="h5">
          {heading}
        </Title>
      )}
      {reporter !== null && (
        <Text size="sm" c="dimmed">
          {t('panels.agenda.reportedBy', { name: reporter })}
        </Text>
      )}
      <LongList items={lines} keyOf={keyOf} label={heading ?? t('panels.minutes.tab.course')} className={classes.list}>
        {(line) => <CourseLine line={line} mayWrite={mayWrite} />}
      </LongList>
    </section>
  )
}
