// The paper in which a denouncer agrees that others take part: noted with its scan, shown, taken back.
import { Button, FileInput, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { formatsByExtension } from '../../../../shared/wire/papers/documents.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { isDay } from '../../../base/ui/dates/typed-day.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useKeptText } from '../../../base/ui/forms/use-kept-text.ts'
import { useSession } from '../../../live/session/store.ts'
import { useProtection } from './use-protection.ts'

const LONGEST_NUMBER = 100
const LONGEST_REASON = 300
const accepted = Object.keys(formatsByExtension)
  .map((extension) => `.${extension}`)
  .join()

export function Waiver() {
  const isNoted = useSession(({ state }) => (state?.protection.waiver ?? null) !== null)
  return isNoted ? <Noted /> : <WaiverForm />
}

function Noted() {
  const { t } = useTranslation()
  const format = useFormat()
  const waiver = useSession(({ state }) => state?.protection.waiver ?? null)
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const { takeBack, download, isPending } = useProtection()
  const [isAsking, setAsking] = useState(false)
  const [reason, write, kept] = useKeptText('waiver-taking-back', 'reason')
  if (!waiver) return null
  return (
    <Stack gap="xs">
      <Text>{t('panels.protection.waived', { number: waiver.paperNumber, day: format.isoDate(waiver.signedOn) })}</Text>
      {waiver.sha256 !== null && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('panels.protection.waiver.hash', { sha256: waiver.sha256 })}
        </Text>
      )}
      <Group gap="xs">
        {waiver.sha256 !== null && (
          <Button variant="default" loading={isPending} onClick={() => void download()}>
            {t('panels.protection.waiver.download')}
          </Button>
        )}
        {!isSessionOver && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('panels.protection.takeBack')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('panels.protection.takeBack')}
        confirmLabel={t('panels.protection.takeBack.confirm')}
        isPending={isPending}
        onConfirm={() => {
          if (reason.trim() !== '')
            void takeBack(reason.trim()).then((isDone) => isDone && kept.sent(() => setAsking(false))())
        }}
      >
        <DraftNotice kept={kept} />
        <Text size="sm">{t('panels.protection.takeBack.what')}</Text>
        <TextInput
          label={t('dialog.reason')}
          required
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      </ConfirmDialog>
    </Stack>
  )
}

function WaiverForm() {
  const { t } = useTranslation()
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const { waive, isPending } = useProtection()
  const [form, kept] = useKeptForm('waiver', {
    blank: { paperNumber: '', signedOn: '' },
    validate: { paperNumber: isNotEmpty(), signedOn: (day) => !isDay(day) },
  })
  const [scan, setScan] = useState<File | null>(null)
  if (isSessionOver) return null
  const submit = form.onSubmit(({ paperNumber, signedOn }) =>
    waive({ paperNumber: paperNumber.trim(), signedOn }, scan).then((isDone) => isDone && kept.end()),
  )
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Title order={4} size="h6">
          {t('panels.protection.waiver')}
        </Title>
        <Text size="sm">{t('panels.protection.waiver.what')}</Text>
        <DraftNotice kept={kept} />
        <TextInput
          label={t('panels.protection.waiver.number')}
          maxLength={LONGEST_NUMBER}
          {...form.getInputProps('paperNumber')}
        />
        <DateField label={t('panels.protection.waiver.day')} {...form.getInputProps('signedOn')} />
        <FileInput
          label={t('panels.protection.waiver.scan')}
          description={t('panels.protection.waiver.scan.hint')}
          placeholder={t('panels.protection.waiver.scan.choose')}
          accept={accepted}
          clearable
          clearButtonProps={{ 'aria-label': t('panels.protection.waiver.scan.none') }}
          value={scan}
          onChange={setScan}
        />
        <Button type="submit" variant="default" disabled={!form.isValid()} loading={isPending}>
          {t('panels.protection.waiver.save')}
        </Button>
      </Stack>
    </form>
  )
}
