// What a citizen has sent from their own device: looked at, saved, put on the list by staff, taken back by its sender.

import { Badge, Button, Group, Text } from '@mantine/core'
import { IconEye, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { SubmittedPaper } from '../../../../shared/modules/submission/contract.ts'
import { submissionApi } from '../../../../shared/wire/papers/submission-api.ts'
import { addressOf } from '../../../base/api.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useSession } from '../../../live/session/store.ts'
import { useTakeBack } from '../../../live/session/use-visit.ts'
import classes from '../../frame/panel.module.css'
import { ReadingDialog } from '../../reading/ReadingDialog.tsx'
import { SaveButton } from '../../reading/SaveButton.tsx'
import { useIsListed, useOwnSubmitted } from './use-submitted.ts'

interface SubmittedProps {
  participantId: ParticipantId
  isStaff: boolean
  mayChange: boolean
  onList: ((paper: SubmittedPaper) => void) | undefined
}

export function Submitted({ participantId, ...rest }: SubmittedProps) {
  const { t } = useTranslation()
  const papers = useOwnSubmitted(participantId)
  if (papers.length === 0) return null
  const title = t(rest.isStaff ? 'panels.receipt.sent' : 'panels.receipt.sentOwn')
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <ul className={classes.list} aria-label={title}>
        {papers.map((paper) => (
          <One key={paper.documentId} paper={paper} {...rest} />
        ))}
      </ul>
    </div>
  )
}

type OneProps = Omit<SubmittedProps, 'participantId'> & { paper: SubmittedPaper }

function One({ paper, isStaff, mayChange, onList }: OneProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const sessionId = useSession(({ state }) => state?.session.sessionId ?? null)
  const isListed = useIsListed(paper)
  const [isOpen, setOpen] = useState(false)
  const { takeBack, isPending } = useTakeBack()
  const { documentId, title: name, shown, file, scan, submittedAt } = paper
  const time = format.time(submittedAt)
  return (
    <li>
      <Text fw={600}>{name}</Text>
      <Text size="sm">
        {shown ? t('panels.receipt.sentLine', { count: shown.pages, time }) : t('panels.receipt.sentAt', { time })}
      </Text>
      <Group gap={6} mb="xs">
        {isListed && (
          <Badge tt="none" variant="light">
            {t(isStaff ? 'panels.receipt.listed' : 'panels.receipt.listedOwn')}
          </Badge>
        )}
        {isStaff && scan === 'notScanned' && (
          <Badge tt="none" color="gray" variant="light">
            {t('panels.receipt.notScanned')}
          </Badge>
        )}
      </Group>
      <Group gap="xs">
        {shown && (
          <Button
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
            aria-label={t('panels.receipt.lookAt', { name })}
            onClick={() => setOpen(true)}
          >
            {t('panels.receipt.look')}
          </Button>
        )}
        {isStaff && (
          <SaveButton
            path={addressOf(submissionApi.file, { params: { sessionId: sessionId ?? '', documentId } })}
            fileName={`${name}.${file.format}`}
            words={t('panels.receipt.save')}
            label={t('panels.receipt.saveOf', { name })}
          />
        )}
        {mayChange && onList && !isListed && (
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            aria-label={t('panels.receipt.listOf', { name })}
            onClick={() => onList(paper)}
          >
            {t('panels.receipt.list')}
          </Button>
        )}
        {mayChange && !isStaff && !isListed && (
          <Button
            variant="subtle"
            color="red"
            aria-label={t('panels.receipt.takeBackOf', { name })}
            loading={isPending}
            onClick={() => void takeBack(documentId)}
          >
            {t('panels.receipt.takeBack')}
          </Button>
        )}
      </Group>
      {isOpen && (
        <ReadingDialog
          document={{ documentId, title: name, shown, isMarked: false, isSubmission: true }}
          sessionId={sessionId}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
