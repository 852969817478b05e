// One assignment: what, by whom and until when at a glance; what has become of it and what can be done when it is unfolded.

import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { followUpApi, followUpOfVisitApi } from '../../../shared/wire/casework/follow-up-api.ts'
import { addressOf } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { ConclusionActs } from './ConclusionActs.tsx'
import { NextReminder } from './NextReminder.tsx'
import { ConclusionsOf } from './queries.ts'
import { ReminderLine, Reminders } from './Reminders.tsx'

const colors: Record<Conclusion['status'], string> = { open: 'blue', reported: 'grape', accepted: 'gray' }

interface ConclusionCardProps {
  conclusion: Conclusion
  /** null: nobody is reminded of it, for its words stay in its session. */
  isMailOn: boolean | null
}

export function ConclusionCard({ conclusion, isMailOn }: ConclusionCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { text, unit, supportingUnits, ground, dueOn, status, isOverdue, isToRemind, steps, reminders } = conclusion
  const { entryId, sessionId, sessionTitle } = conclusion
  const lastReminder = reminders.at(-1)
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          {isOverdue && (
            <Badge color="red" tt="none">
              {t('staff.conclusions.choice.overdue')}
            </Badge>
          )}
          <Badge color={colors[status]} variant="light" tt="none">
            {t(`staff.conclusions.choice.${status}`)}
          </Badge>
          {isToRemind && (
            <Badge color="orange" variant="light" tt="none">
              {t('staff.conclusions.choice.toRemind')}
            </Badge>
          )}
        </Group>
        <Text fw={600} className={classes.preformatted}>
          {text}
        </Text>
        <Text className={classes.preformatted}>
          {dueOn === null
            ? t('panels.minutes.inCharge', { unit })
            : t('panels.minutes.inChargeUntil', { unit, date: format.isoDate(dueOn) })}
        </Text>
        {supportingUnits.length > 0 && (
          <Text size="sm" className={classes.preformatted}>
            {t('panels.minutes.supportedBy', { units: supportingUnits.join(', ') })}
          </Text>
        )}
        {ground !== null && (
          <Text size="sm" className={classes.preformatted}>
            {t('panels.minutes.onGround', { ground })}
          </Text>
        )}
        {isMailOn !== null && (
          <Text size="sm">
            <Anchor component={Link} to={`/staff/sessions/${sessionId}`}>
              {sessionTitle}
            </Anchor>
          </Text>
        )}
        {!isOpen &&
          isMailOn !== null &&
          (lastReminder ? (
            <ReminderLine reminder={lastReminder} />
          ) : (
            <NextReminder conclusion={conclusion} isMailOn={isMailOn} />
          ))}
        <Group>
          <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'staff.conclusions.fold' : 'staff.conclusions.unfold', { count: steps.length })}
          </Button>
        </Group>
        {isOpen && (
          <>
            <Steps entryId={entryId} steps={steps} />
            <ConclusionActs conclusion={conclusion} />
            {isMailOn !== null && <Reminders conclusion={conclusion} isMailOn={isMailOn} />}
          </>
        )}
      </Stack>
    </Paper>
  )
}

function Steps({ entryId, steps }: Pick<Conclusion, 'entryId' | 'steps'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (steps.length === 0) return <Text c="dimmed">{t('staff.conclusions.noSteps')}</Text>
  return (
    <ol className={classes.steps}>
      {steps.map(({ kind, text, reference, files, at, by }, index) => (
        // Steps are only ever added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          <Text size="sm" c="dimmed">
            {format.dateTime(at)} · {by ?? t('staff.conclusions.formerAccount')}
          </Text>
          <Text fw={600}>{t(`staff.conclusions.step.${kind}`)}</Text>
          {text !== null && <Text className={classes.preformatted}>{text}</Text>}
          {reference !== null && (
            <Text size="sm" className={classes.preformatted}>
              {reference}
            </Text>
          )}
          {files.length > 0 && <StepFiles entryId={entryId} files={files} />}
        </li>
      ))}
    </ol>
  )
}

function StepFiles({ entryId, files }: { entryId: string; files: Conclusion['steps'][number]['files'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sessionId = useContext(ConclusionsOf)
  const addressOfFile = (sha256: string) =>
    sessionId === null
      ? addressOf(followUpApi.file, { params: { entryId, sha256 } })
      : addressOf(followUpOfVisitApi.file, { params: { sessionId, entryId, sha256 } })
  return (
    <ul className={classes.iconList} aria-label={t('staff.conclusions.stepFiles')}>
      {files.map(({ title, format: kind, bytes, sha256, scan }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: never changes, and the same file may be there twice
        <li key={index}>
          <IconPaperclip size={18} aria-hidden className={classes.lineIcon} />
          <span>
            <Anchor href={addressOfFile(sha256)} download underline="always">
              {title}.{kind}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {format.fileSize(bytes)}
              {scan === 'notScanned' && ` · ${t('staff.conclusions.notScanned')}`}
            </Text>
          </span>
        </li>
      ))}
    </ul>
  )
}
