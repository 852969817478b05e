import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { IconArrowBackUp, IconEyeOff, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Amendment, amendmentOf, type JournalLine } from '../../../../../shared/modules/minutes/contract.ts'
import type { MinutesTextLine } from '../../../../../shared/wire/hearing/minutes-text.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import classes from '../../../frame/panel.module.css'
import { useKeptRewordings } from '../entries/kept-drafts.ts'
import { LineRewording } from './LineRewording.tsx'

const none: readonly Amendment[] = []

export function keyOf({ source, at }: MinutesTextLine): string {
  switch (source.from) {
    case 'entry':
      return source.entryId
    case 'journal':
      return `${source.seq}.${source.index}`
    case 'count':
      return `count.${at}`
  }
}

export function CourseLine({ line, mayWrite }: { line: MinutesTextLine; mayWrite: boolean }) {
  const { source, moment, clause } = line
  if (source.from === 'journal')
    return <JournalLineRow place={source} moment={moment} clause={clause} mayWrite={mayWrite} />
  return (
    <Text className={classes.preformatted}>
      {moment}
      {clause}
    </Text>
  )
}

interface RowProps {
  place: JournalLine
  moment: string
  clause: string
  mayWrite: boolean
}

function JournalLineRow({ place: { seq, index }, moment, clause, mayWrite }: RowProps) {
  const { t } = useTranslation()
  const amendments = useSession(({ state }) => state?.minutes.amendments ?? none)
  const { rewordings, keep } = useKeptRewordings()
  const amendment = amendmentOf(amendments, { seq, index })
  const key = `${seq}.${index}`
  const rewording = rewordings[key]
  const isHidden = amendment?.text === null
  const words = amendment?.text ?? clause
  const begin = () => keep(key, { baseRevision: amendment?.revision ?? 0, text: words })
  return (
    <div>
      <div className={classes.row}>
        <div className={classes.grow}>
          <Text className={classes.preformatted} {...(isHidden && { td: 'line-through', c: 'dimmed' })}>
            {moment}
            {words}
          </Text>
          {amendment && (
            <>
              <Badge variant="light" color={isHidden ? 'gray' : 'blue'} tt="none">
                {t(isHidden ? 'panels.minutes.course.hidden' : 'panels.minutes.course.reworded')}
              </Badge>
              {!isHidden && (
                <Text size="sm" c="dimmed">
                  {t('panels.minutes.course.original', { text: clause })}
                </Text>
              )}
            </>
          )}
        </div>
        {mayWrite && !rewording && <LineActions place={{ seq, index }} amendment={amendment} onReword={begin} />}
      </div>
      {mayWrite && rewording && (
        <LineRewording place={{ seq, index }} rewording={rewording} amendment={amendment} original={clause} />
      )}
    </div>
  )
}

interface LineActionsProps {
  place: JournalLine
  amendment: Amendment | undefined
  onReword: () => void
}

function LineActions({ place, amendment, onReword }: LineActionsProps) {
  const { t } = useTranslation()
  const hide = useCommand('minutes.hideLine')
  const restore = useCommand('minutes.restoreLine')
  const wanted = { ...place, baseRevision: amendment?.revision ?? 0 }
  return (
    <Group gap={0} wrap="nowrap">
      {amendment?.text !== null && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('panels.minutes.course.reword')}
            onClick={onReword}
          >
            <IconPencil size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('panels.minutes.course.hide')}
            loading={hide.isPending}
            onClick={() => void hide(wanted)}
          >
            <IconEyeOff size={20} aria-hidden />
          </ActionIcon>
        </>
      )}
      {amendment && (
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('panels.minutes.course.restore')}
          loading={restore.isPending}
          onClick={() => void restore(wanted)}
        >
          <IconArrowBackUp size={20} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}
