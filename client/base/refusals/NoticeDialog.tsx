// What the notice of a refusal says beside what is known: the matter, the reason, the ground as cited, who signs.

import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { NamedSignatory } from '../../../shared/wire/papers/issuing.ts'
import { draftPictureApi } from '../../../shared/wire/reception/draft-picture-api.ts'
import { refusalNoticeApi } from '../../../shared/wire/reception/refusal-notice-api.ts'
import type { Refusals } from '../../../shared/wire/reception/refusal-notices.ts'
import { ApiError, call } from '../api.ts'
import { TypedPicture, useTypedPaper } from '../draft-picture/TypedPicture.tsx'
import { useFormat } from '../i18n/format.ts'
import { rejectionText, wordsFor } from '../i18n/index.ts'
import { PaperEnding } from '../signatory/PaperEnding.tsx'
import { draftOf } from '../signatory/signatory-draft.ts'
import { DraftNotice } from '../ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../ui/forms/use-kept-form.ts'
import { NoticeFields } from './NoticeFields.tsx'
import { type NoticeDraft, wishOf } from './notice-wish.ts'

interface NoticeDialogProps {
  sessionId: string
  token: string | null
  refusal: Refusals['refusals'][number]
  matter: string
  lastSignatory: NamedSignatory | null
  onClose: () => void
  onIssued: () => void
}

export function NoticeDialog(props: NoticeDialogProps) {
  const { sessionId, token, refusal, matter: about, lastSignatory, onClose, onIssued } = props
  const { t } = useTranslation()
  const { participantId, explainedAt, ground, words, name, due } = refusal
  const [form, kept] = useKeptForm<NoticeDraft>(`refusal-notice.${participantId}.${explainedAt}`, {
    blank: {
      matter: about,
      reason: `${ground.words}. ${words}`,
      citation: ground.source,
      signer: draftOf(lastSignatory),
    },
    makeId: newId,
  })
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  // One number for each draft: sent twice it is issued once.
  const wish = wishOf(form.values, { noticeId: kept.newId, participantId, explainedAt })
  const paper = useTypedPaper(wish)

  async function issue() {
    if (!wish || !paper.isSeen || isPending) return
    setPending(true)
    try {
      await call(refusalNoticeApi.issue, { params: { sessionId }, body: wish }, token === null ? {} : { token })
      kept.sent(onIssued)()
    } catch (error) {
      const code = error instanceof ApiError && error.status !== 0 ? error.code : 'unavailable'
      setProblem(wordsFor(t, `refusals.problem.${code}`) ?? rejectionText(t, { code, params: {} }))
      setPending(false)
    }
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('refusals.title', { name })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={form.onSubmit(issue)}>
        <Stack>
          <DraftNotice kept={kept} />
          {due && <Due due={due} />}
          <NoticeFields form={form} />
          {wish === null && <PaperEnding recipients={['Như trên']} signatory={form.values.signer} />}
          <TypedPicture
            route={draftPictureApi.refusalNotice}
            sessionId={sessionId}
            token={token}
            paper={paper}
            alt={t('draftPicture.refusalNotice')}
          />
          {problem !== null && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Text size="sm">{t('refusals.final')}</Text>
          <Button type="submit" disabled={!paper.isSeen} loading={isPending}>
            {t('refusals.issue')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

function Due({ due }: { due: NonNullable<NoticeDialogProps['refusal']['due']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Text>
      {t('refusals.due', {
        date: format.isoDate(due.on),
        term: t(`refusals.term.${due.unit}`, { count: due.amount }),
        source: due.source,
      })}
    </Text>
  )
}
