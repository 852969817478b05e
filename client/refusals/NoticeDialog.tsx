// What the notice of a refusal says beside what is known: the matter, the reason, the ground as cited, who signs.
import { Alert, Button, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { NamedSignatory } from '../../shared/wire/issuing.ts'
import type { NoticeWish, Refusals } from '../../shared/wire/refusal-notices.ts'
import { ApiError, api } from '../api.ts'
import { useFormat } from '../i18n/format.ts'
import { rejectionText, wordsFor } from '../i18n/index.ts'
import { PaperEnding } from '../signatory/PaperEnding.tsx'
import { SignatoryFields } from '../signatory/SignatoryFields.tsx'
import { draftOf, signatoryOf } from '../signatory/signatory-draft.ts'

interface NoticeDialogProps {
  at: string
  token: string | null
  refusal: Refusals['refusals'][number]
  matter: string
  lastSignatory: NamedSignatory | null
  onClose: () => void
  onIssued: () => void
}

export function NoticeDialog(props: NoticeDialogProps) {
  const { at, token, refusal, matter: about, lastSignatory, onClose, onIssued } = props
  const { t } = useTranslation()
  const format = useFormat()
  const { participantId, explainedAt, ground, words, name, due } = refusal
  // One for each opening: sent twice it is issued once.
  const [noticeId] = useState(() => newId())
  const [matter, setMatter] = useState(about)
  const [reason, setReason] = useState(`${ground.words}. ${words}`)
  const [citation, setCitation] = useState(ground.source)
  const [signer, setSigner] = useState(() => draftOf(lastSignatory))
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const signatory = signatoryOf(signer)
  const isWhole = signatory !== null && [matter, reason, citation].every((one) => one.trim() !== '')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!signatory || !isWhole || isPending) return
    setPending(true)
    const wish: NoticeWish = {
      noticeId,
      participantId,
      explainedAt,
      matter: matter.trim(),
      reason: reason.trim(),
      citation: citation.trim(),
      signatory,
    }
    try {
      await api.post(at, wish, token === null ? {} : { token })
      onIssued()
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
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {due && (
            <Text>
              {t('refusals.due', {
                date: format.isoDate(due.on),
                term: t(`refusals.term.${due.unit}`, { count: due.amount }),
                source: due.source,
              })}
            </Text>
          )}
          <Textarea
            label={t('refusals.matter')}
            description={t('refusals.matter.hint')}
            autosize
            minRows={2}
            maxLength={1000}
            required
            value={matter}
            onChange={({ currentTarget }) => setMatter(currentTarget.value)}
          />
          <Textarea
            label={t('refusals.reason')}
            autosize
            minRows={2}
            maxLength={2000}
            required
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <TextInput
            label={t('refusals.citation')}
            description={t('refusals.citation.hint')}
            maxLength={300}
            required
            value={citation}
            onChange={({ currentTarget }) => setCitation(currentTarget.value)}
          />
          <SignatoryFields draft={signer} onChange={setSigner} />
          <PaperEnding recipients={['Như trên']} signatory={signer} />
          {problem !== null && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Text size="sm">{t('refusals.final')}</Text>
          <Button type="submit" disabled={!isWhole} loading={isPending}>
            {t('refusals.issue')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
