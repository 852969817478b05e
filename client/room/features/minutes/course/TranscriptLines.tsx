// What captioners have written, beside the minutes: a draft from which one click takes words into the entry being written.
import { ActionIcon, Alert, Button, Group, Menu, Text, TextInput } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPencilPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '../../../../../shared/wire/hearing/captions.ts'
import { matchesSearch } from '../../../../base/i18n/fold.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { ConfirmDialog } from '../../../../base/ui/dialogs/ConfirmDialog.tsx'
import { LongList } from '../../../../base/ui/LongList.tsx'
import classes from '../../../frame/panel.module.css'
import { withPhrase } from '../entries/entry-draft.ts'
import { useFreshDraft } from '../entries/kept-drafts.ts'
import { type TranscriptQuery, useTranscript } from './use-transcript.ts'

type Line = Transcript['lines'][number]

interface TranscriptLinesProps {
  mayWrite: boolean
  /** To the entry that is being written. */
  onShowDraft: () => void
}

export function TranscriptLines({ mayWrite, onShowDraft }: TranscriptLinesProps) {
  const { t } = useTranslation()
  const { moment } = useFormat()
  const query = useTranscript()
  const [draft, setDraft] = useFreshDraft()
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [sought, setSought] = useState('')
  const { transcript, hasFailed } = query
  const lines = transcript?.lines ?? []
  const shown = lines
    .filter(({ text, speakerName }) => matchesSearch(`${speakerName ?? ''} ${text}`, sought))
    .toReversed()

  function take({ lineId, text }: Line) {
    setDraft({ ...draft, text: withPhrase(draft.text, text) })
    setTaken((before) => new Set([...before, lineId]))
  }

  return (
    <section className={classes.panel} aria-label={t('panels.minutes.transcript')}>
      <Alert color="yellow" p="xs" title={t('panels.minutes.transcript.notRecord')}>
        {t('panels.minutes.transcript.hint')}{' '}
        {transcript?.erasedAt != null &&
          t('panels.minutes.transcript.erasedAt', { moment: moment(transcript.erasedAt) })}
      </Alert>
      {hasFailed && <Text role="alert">{t('panels.minutes.transcript.failed')}</Text>}
      {transcript && lines.length === 0 && <Text>{t('panels.minutes.transcript.empty')}</Text>}
      {lines.length > 0 && (
        <>
          <TextInput
            aria-label={t('panels.minutes.transcript.search')}
            placeholder={t('panels.minutes.transcript.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={sought}
            onChange={({ currentTarget }) => setSought(currentTarget.value)}
          />
          <Files {...query} />
        </>
      )}
      {mayWrite && taken.size > 0 && draft.text !== '' && (
        <Group justify="space-between" wrap="nowrap" role="status">
          <Text fw={600}>{t('panels.minutes.transcript.taken', { count: taken.size })}</Text>
          <Button flex="none" onClick={onShowDraft}>
            {t('panels.minutes.transcript.showDraft')}
          </Button>
        </Group>
      )}
      <LongList
        items={shown}
        keyOf={({ lineId }) => lineId}
        label={t('panels.minutes.transcript')}
        className={classes.list}
      >
        {(line) => (
          <TranscriptRow line={line} isTaken={taken.has(line.lineId)} onTake={mayWrite ? () => take(line) : null} />
        )}
      </LongList>
    </section>
  )
}

function TranscriptRow({ line, isTaken, onTake }: { line: Line; isTaken: boolean; onTake: (() => void) | null }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const { speakerName, text, from, isAutomatic } = line
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text size="sm" c="dimmed">
          {[
            time(from),
            speakerName ?? t('panels.minutes.transcript.unnamed'),
            isAutomatic && t('captions.automaticMark'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text className={classes.preformatted}>{text}</Text>
      </div>
      {onTake && (
        <ActionIcon
          variant={isTaken ? 'light' : 'default'}
          color={isTaken ? 'green' : 'blue'}
          size={44}
          aria-label={t(isTaken ? 'panels.minutes.transcript.takeAgain' : 'panels.minutes.transcript.take', { text })}
          title={t('panels.minutes.transcript.takeShort')}
          onClick={onTake}
        >
          {isTaken ? <IconCheck aria-hidden /> : <IconPencilPlus aria-hidden />}
        </ActionIcon>
      )}
    </div>
  )
}

function Files({ download, erase }: TranscriptQuery) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [isErasing, setErasing] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const attempt = (act: Promise<void>) => act.then(() => setFailed(false)).catch(() => setFailed(true))

  async function confirmed() {
    setErasing(true)
    await attempt(erase())
    setErasing(false)
    setAsking(false)
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>
            {t('panels.minutes.transcript.files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void attempt(download('txt'))}>{t('panels.minutes.transcript.text')}</Menu.Item>
          <Menu.Item onClick={() => void attempt(download('vtt'))}>{t('panels.minutes.transcript.vtt')}</Menu.Item>
          <Menu.Item color="red" onClick={() => setAsking(true)}>
            {t('panels.minutes.transcript.erase')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {hasFailed && <Text role="alert">{t('panels.minutes.transcript.actFailed')}</Text>}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('panels.minutes.transcript.eraseTitle')}
        confirmLabel={t('panels.minutes.transcript.erase')}
        isPending={isErasing}
        onConfirm={() => void confirmed()}
      >
        {t('panels.minutes.transcript.eraseHint')}
      </ConfirmDialog>
    </>
  )
}
