// That a refusal was explained by word of mouth: to whom, on which ground, how. Its time is the moment of noting it.
import { Button, List, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { groundOf, groundsOn } from '../../../../shared/law/refusal-grounds.ts'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { RefusalNotices } from '../../../base/refusals/RefusalNotices.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useCitizens } from '../../../live/session/citizens.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useName, useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { CitizenChoice } from './CitizenChoice.tsx'

const LONGEST_WORDS = 2000
const anHourMs = 60 * 60 * 1000
const none: readonly never[] = []

interface Draft {
  chosen: string | null
  groundId: string
  words: string
}

export function RefusalForm() {
  const { t } = useTranslation()
  const refusals = useSession(({ state }) => state?.visit.refusals ?? none)
  const grounds = groundsOn(calendarDayOf(useServerNow(anHourMs)))
  const citizens = useCitizens()
  const explain = useCommand('visit.explainRefusal')
  const [form, kept] = useKeptForm<Draft>('refusal', {
    blank: { chosen: null, groundId: '', words: '' },
    validate: { groundId: (groundId) => groundOf(groundId) === undefined, words: isNotEmpty() },
  })
  const participantId = form.values.chosen ?? citizens[0]
  const ground = groundOf(form.values.groundId)

  const submit = form.onSubmit(async ({ groundId, words }) => {
    if (participantId === undefined) return
    const done = await explain({ participantId: ParticipantId.parse(participantId), groundId, words: words.trim() })
    if (done.ok) kept.empty()
  })

  return (
    <Stack gap="xs">
      <form onSubmit={submit}>
        <Stack component="section" gap="xs">
          <Title order={3} size="h5">
            {t('panels.visit.refusal')}
          </Title>
          <DraftNotice kept={kept} />
          {refusals.length > 0 && (
            <List size="sm">
              {refusals.map((refusal) => (
                <Explained key={refusal.explainedAt} {...refusal} />
              ))}
            </List>
          )}
          <CitizenChoice
            label={t('panels.visit.refusal.to')}
            value={participantId ?? ''}
            onChange={(one) => form.setFieldValue('chosen', one)}
          />
          <NativeSelect
            label={t('panels.visit.refusal.ground')}
            {...form.getInputProps('groundId')}
            data={[
              { value: '', label: t('panels.visit.refusal.choose') },
              ...grounds.map(({ groundId: value, words: label }) => ({ value, label })),
            ]}
          />
          {ground && (
            <Text size="sm">
              {t(ground.mark === 'verified' ? 'panels.visit.verified' : 'panels.identity.check', {
                source: ground.source,
              })}
              {ground.needsNotice && ` ${t('panels.visit.refusal.needsNotice')}`}
            </Text>
          )}
          <Textarea
            label={t('panels.visit.refusal.words')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={LONGEST_WORDS}
            {...form.getInputProps('words')}
          />
          <Button
            type="submit"
            variant="default"
            disabled={participantId === undefined || !form.isValid()}
            loading={explain.isPending}
          >
            {t('panels.visit.refusal.note')}
          </Button>
        </Stack>
      </form>
      <Notices count={refusals.length} />
    </Stack>
  )
}

function Notices({ count }: { count: number }) {
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  if (!sessionId || count === 0) return null
  return <RefusalNotices sessionId={sessionId} token={token} count={count} />
}

interface ExplainedProps {
  participantId: ParticipantId
  groundId: string
  explainedAt: number
}

function Explained({ participantId, groundId, explainedAt }: ExplainedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useName(participantId)
  const ground = groundOf(groundId)?.words ?? groundId
  return <List.Item>{t('panels.visit.refusal.done', { time: format.time(explainedAt), name, ground })}</List.Item>
}
