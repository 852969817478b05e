// Who sent a petition, corrected: a slip of the hand, another telephone number, somebody who was left out or does not belong to it.
import { Button, Fieldset, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maximumPetitioners } from '../../../shared/cases/intake/contract.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { CaseDetail, ShownPetitioners } from '../../../shared/wire/casework/cases.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { issueText } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { addedSender, areStill, correctedOf, faultsOf, type SenderDraft, sendersOf } from './corrected-senders.ts'
import { useCorrectPetitioners } from './queries.ts'
import { SenderPersonFields } from './SenderPersonFields.tsx'

interface SendersDialogProps {
  detail: CaseDetail
  people: ShownPetitioners
  onClose: () => void
}

export function SendersDialog({ detail: { row }, people, onClose }: SendersDialogProps) {
  const { t } = useTranslation()
  const correction = useCorrectPetitioners(row.caseId, row.seq)
  const [form, kept] = useKeptForm<{ senders: SenderDraft[]; representative: string | null }>(
    `case.${row.caseId}.senders`,
    {
      isSecret: () => isStateSecret(row.secrecy),
      // Somebody who was erased since, or corrected by another, does not come back.
      fits: ({ senders: typed = [] }) => areStill(typed, people),
      blank: {
        senders: sendersOf(people),
        representative: people.representative === null ? null : String(people.representative),
      },
      validate: ({ senders }) => {
        const errors: Record<string, string> = {}
        for (const { field, issue } of faultsOf(senders)) errors[field] ??= issueText(t, issue)
        return errors
      },
    },
  )
  const { senders } = form.values
  const calledAt = (index: number) => t('cases.senders.one', { number: index + 1 })
  const correct = form.onSubmit((values) =>
    kept.sentBy(correction.mutateAsync(correctedOf(values.senders, values.representative)), onClose),
  )
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={onClose}
      title={t('cases.people.correct')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form noValidate onSubmit={correct}>
        <Stack>
          <DraftNotice kept={kept} />
          <Text size="sm">{t('cases.senders.hint')}</Text>
          {senders.map((one, index) => (
            <Fieldset key={one.key} legend={calledAt(index)}>
              {one.place !== null && one.known === null ? (
                <Text>{t('cases.people.erased')}</Text>
              ) : (
                <SenderPersonFields propsOf={(field) => form.getInputProps(`senders.${index}.${field}`)} />
              )}
              <Button mt="xs" variant="subtle" color="red" onClick={() => form.removeListItem('senders', index)}>
                {t('cases.senders.remove', { number: index + 1 })}
              </Button>
            </Fieldset>
          ))}
          {senders.length < maximumPetitioners && (
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => form.insertListItem('senders', addedSender(randomId()))}
              >
                {t('cases.senders.add')}
              </Button>
            </Group>
          )}
          {senders.length > 1 && (
            <Select
              label={t('cases.senders.representative')}
              description={t('cases.senders.representative.hint')}
              clearable
              data={senders.map(({ key, name }, index) => ({ value: key, label: name.trim() || calledAt(index) }))}
              {...form.getInputProps('representative')}
            />
          )}
          {correction.isError && <Problem error={correction.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('cases.save')} isPending={correction.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
