// What an officer writes down of the papers before them. The number goes to the record of citizens by REST; no event holds it.
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { checklistOn, personKinds } from '../../../../shared/law/identity-papers.ts'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useName, useServerNow } from '../../../live/session/selectors.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useConfirmIdentity } from '../../../live/session/use-visit.ts'
import { type Findings, paperOf } from './findings.ts'
import { PaperFields } from './PaperFields.tsx'

const LONGEST_REASON = 300
const LONGEST_NAME = 120
const anHourMs = 60 * 60 * 1000

export function FindingsForm({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const known = useName(participantId)
  const today = calendarDayOf(useServerNow(anHourMs))
  const [form, kept] = useKeptForm<Findings>(`identity.${participantId}`, {
    blank: {
      name: known,
      personKind: 'citizen',
      shown: [],
      kind: 'citizenCard',
      number: '',
      issuedOn: '',
      issuedBy: '',
    },
    validate: {
      name: isNotEmpty(),
      shown: (shown, { personKind }) => !checklistOn(personKind, today).papers.every((one) => shown.includes(one)),
      number: (_, draft) => !paperOf(draft).success,
    },
  })
  const { confirm, isPending } = useConfirmIdentity(participantId)
  const { papers: asked, source, mark } = checklistOn(form.values.personKind, today)

  const submit = form.onSubmit(async ({ name, personKind, ...draft }) => {
    const paper = paperOf(draft)
    if (!paper.success) return
    const isDone = await confirm({ name: name.trim(), personKind, papers: [...asked], paper: paper.data })
    if (isDone) kept.end()
  })

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <DraftNotice kept={kept} />
        <TextInput
          label={t('panels.identity.name')}
          description={t('panels.identity.nameHint')}
          required
          maxLength={LONGEST_NAME}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('panels.identity.personKind')}
          data={personKinds.map((value) => ({ value, label: t(`personKind.${value}`) }))}
          {...form.getInputProps('personKind')}
        />
        <Checkbox.Group
          label={t('panels.identity.papers')}
          description={t(mark === 'verified' ? 'panels.identity.source' : 'panels.identity.check', { source })}
          {...form.getInputProps('shown')}
        >
          <Stack gap="xs" mt="xs">
            {asked.map((one) => (
              <Checkbox key={one} size="md" value={one} label={t(`shownPaper.${one}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <PaperFields form={form} today={today} />
        <Button type="submit" disabled={!form.isValid()} loading={isPending}>
          {t('panels.identity.confirm')}
        </Button>
        <Group grow>
          <Unconfirmed participantId={participantId} name={known} act="defer" />
          <Unconfirmed participantId={participantId} name={known} act="refuse" />
        </Group>
      </Stack>
    </form>
  )
}

interface UnconfirmedProps {
  participantId: ParticipantId
  name: string
  act: 'refuse' | 'defer'
}

function Unconfirmed({ participantId, name, act }: UnconfirmedProps) {
  const { t } = useTranslation()
  const send = useCommand(`identity.${act}`)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t(`panels.identity.${act}`)}
      </Button>
      {isAsking && (
        <TextDialog
          keptAs={`identity-${act}.${participantId}`}
          title={`${t(`panels.identity.${act}`)}: ${name}`}
          label={t('dialog.reason')}
          description={t('panels.identity.reasonHint')}
          submitLabel={t(`panels.identity.${act}`)}
          maximumLength={LONGEST_REASON}
          onClose={() => setAsking(false)}
          onSubmit={async (reason) => (await send({ participantId, reason })).ok}
        />
      )}
    </>
  )
}
