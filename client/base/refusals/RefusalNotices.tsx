// The refusals of a reception and the notices owed for them: until when, and the form that issues one. In the room and at the office.

import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalNoticeApi } from '../../../shared/wire/reception/refusal-notice-api.ts'
import type { Refusals } from '../../../shared/wire/reception/refusal-notices.ts'
import { addressOf, call, downloadWithToken } from '../api.ts'
import { useFormat } from '../i18n/format.ts'
import { NoticeDialog } from './NoticeDialog.tsx'

type Refusal = Refusals['refusals'][number]

interface RefusalNoticesProps {
  sessionId: string
  /** Of the own link; null: by the cookie of an account. */
  token: string | null
  /** Changes when another refusal was explained. */
  count: number
  onIssued?: () => void
  /** Around them, where there is any. */
  frame?: (content: ReactNode) => ReactNode
}

export function RefusalNotices({
  sessionId,
  token,
  count,
  onIssued,
  frame = (content) => content,
}: RefusalNoticesProps) {
  const { t } = useTranslation()
  const [{ matter, refusals, signatory }, setFound] = useState<Refusals>({ matter: '', refusals: [], signatory: null })
  const [isUnread, setUnread] = useState(false)
  const [chosen, setChosen] = useState<Refusal | null>(null)

  const read = useCallback(async () => {
    try {
      setFound(await call(refusalNoticeApi.list, { params: { sessionId } }, token === null ? {} : { token }))
      setUnread(false)
    } catch {
      setUnread(true)
    }
  }, [sessionId, token])
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again for each refusal that was added
  useEffect(() => void read(), [read, count])

  const owed = refusals.filter(({ ground }) => ground.needsNotice)
  if (isUnread)
    return (
      <Group>
        <Text>{t('refusals.unread')}</Text>
        <Button variant="default" onClick={() => void read()}>
          {t('refusals.again')}
        </Button>
      </Group>
    )
  if (owed.length === 0) return null
  return frame(
    <Stack gap="sm">
      {owed.map((refusal) => (
        <Owed
          key={`${refusal.participantId}.${refusal.explainedAt}`}
          refusal={refusal}
          sessionId={sessionId}
          token={token}
          onWrite={() => setChosen(refusal)}
        />
      ))}
      {chosen && (
        <NoticeDialog
          sessionId={sessionId}
          token={token}
          refusal={chosen}
          matter={matter}
          lastSignatory={signatory}
          onClose={() => setChosen(null)}
          onIssued={() => {
            setChosen(null)
            onIssued?.()
            void read()
          }}
        />
      )}
    </Stack>,
  )
}

interface OwedProps {
  refusal: Refusal
  sessionId: string
  token: string | null
  onWrite: () => void
}

function Owed({ refusal: { name, ground, due, notice }, sessionId, token, onWrite }: OwedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm">{ground.words}</Text>
        {notice ? (
          <Badge color="green">{t('refusals.issued', { number: notice.number, year: notice.year })}</Badge>
        ) : (
          due && (
            <Text size="sm" fw={600}>
              {t('refusals.due', {
                date: format.isoDate(due.on),
                term: t(`refusals.term.${due.unit}`, { count: due.amount }),
                source: due.source,
              })}
            </Text>
          )
        )}
      </div>
      {notice ? (
        <Group gap="xs">
          {(['pdf', 'docx'] as const).map((extension) => (
            <FileButton
              key={extension}
              href={addressOf(refusalNoticeApi[extension], { params: { sessionId, noticeId: notice.noticeId } })}
              token={token}
              extension={extension}
            />
          ))}
        </Group>
      ) : (
        <Button variant="default" onClick={onWrite}>
          {t('refusals.write')}
        </Button>
      )}
    </Group>
  )
}

function FileButton({ href, token, extension }: { href: string; token: string | null; extension: 'pdf' | 'docx' }) {
  const { t } = useTranslation()
  const label = t(`refusals.${extension}`)
  if (token === null)
    return (
      <Button component="a" href={href} download variant="default">
        {label}
      </Button>
    )
  return (
    <Button variant="default" onClick={() => void downloadWithToken(href, token, `thong-bao.${extension}`)}>
      {label}
    </Button>
  )
}
