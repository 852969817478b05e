import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Amendment, JournalLine } from '../../../../../shared/modules/minutes/contract.ts'
import { sendOn } from '../../../../base/ui/dialogs/send-key.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { type KeptRewording, useKeptRewordings } from '../entries/kept-drafts.ts'

const LONGEST_LINE = 1000

interface LineRewordingProps {
  place: JournalLine
  rewording: KeptRewording
  amendment: Amendment | undefined
  original: string
}

export function LineRewording({ place, rewording, amendment, original }: LineRewordingProps) {
  const { t } = useTranslation()
  const { keep, drop } = useKeptRewordings()
  const reword = useCommand('minutes.rewordLine')
  const key = `${place.seq}.${place.index}`
  const { text, baseRevision } = rewording
  const newest = amendment?.revision ?? 0
  const isContested = newest !== baseRevision
  const maySend = text.trim() !== '' && !isContested

  async function send() {
    if (!maySend || reword.isPending) return
    const { ok } = await reword({ ...place, baseRevision, text })
    if (ok) drop(key)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label={t('panels.minutes.course.newWords')}
          description={t('panels.minutes.course.keepsTime')}
          maxLength={LONGEST_LINE}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => keep(key, { baseRevision, text: event.currentTarget.value })}
          onKeyDown={sendOn('ctrlEnter', () => void send())}
        />
        {isContested && (
          <Alert color="orange" role="alert" title={t('panels.minutes.course.changedMeanwhile')}>
            <Text>{amendment?.text === null ? t('panels.minutes.course.hidden') : (amendment?.text ?? original)}</Text>
            <Group mt="xs">
              <Button variant="light" color="orange" onClick={() => keep(key, { baseRevision: newest, text })}>
                {t('panels.minutes.takeMine')}
              </Button>
              <Button variant="subtle" color="orange" onClick={() => drop(key)}>
                {t('panels.minutes.takeTheirs')}
              </Button>
            </Group>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => drop(key)}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" disabled={!maySend} loading={reword.isPending} title={t('panels.ctrlEnter')}>
            {t('panels.minutes.saveRevision')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
