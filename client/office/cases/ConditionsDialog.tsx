// The agency’s own list of conditions under which a petition is handled.
import { Button, Group, Loader, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { formRootRule, isNotEmpty } from '@mantine/form'
import { randomId } from '@mantine/hooks'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PartKind } from '../../../shared/cases/intake/contract.ts'
import type { ConditionList } from '../../../shared/wire/casework/cases.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { Problem } from '../ui/Problem.tsx'
import { useConditions, useKeepConditions } from './queries.ts'

const EVERY = 'every'

export function ConditionsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const kept = useConditions()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={t('cases.conditions')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {kept.isPending && <Loader aria-label={t('staff.loading')} />}
      {kept.isError && <Problem error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data && <ConditionsForm conditions={kept.data.conditions} onClose={onClose} />}
    </Modal>
  )
}

type Condition = ConditionList['conditions'][number]

function ConditionsForm({ conditions, onClose }: { conditions: readonly Condition[]; onClose: () => void }) {
  const { t } = useTranslation()
  const keep = useKeepConditions()
  const [form, kept] = useKeptForm<{ rows: Condition[] }>('case-conditions', {
    blank: { rows: [...conditions] },
    validate: { rows: { [formRootRule]: isNotEmpty(), wording: isNotEmpty() } },
  })
  return (
    <form
      onSubmit={form.onSubmit(({ rows }) => kept.sentBy(keep.mutateAsync({ conditions: rows }), onClose))}
      noValidate
    >
      <Stack>
        <DraftNotice kept={kept} />
        <Text size="sm">{t('cases.conditions.hint')}</Text>
        {form.values.rows.map(({ condition, kinds }, index) => (
          <Group key={condition} align="flex-end" wrap="wrap">
            <Textarea
              label={t('cases.conditions.wording', { number: index + 1 })}
              autosize
              maxLength={500}
              flex="1 1 18rem"
              {...form.getInputProps(`rows.${index}.wording`)}
            />
            <Select
              aria-label={t('cases.conditions.kindOf', { number: index + 1 })}
              data={[
                { value: EVERY, label: t('cases.conditions.everyKind') },
                ...PartKind.options.map((kind) => ({ value: kind, label: t(`caseKind.${kind}`) })),
              ]}
              value={kinds[0] ?? EVERY}
              allowDeselect={false}
              w="11rem"
              onChange={(kind) =>
                form.setFieldValue(`rows.${index}.kinds`, kind === EVERY ? [] : [PartKind.parse(kind)])
              }
            />
            <Button
              variant="subtle"
              color="red"
              px="xs"
              aria-label={t('cases.conditions.remove', { number: index + 1 })}
              onClick={() => form.removeListItem('rows', index)}
            >
              <IconTrash size={18} aria-hidden />
            </Button>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.insertListItem('rows', { condition: randomId('own-'), wording: '', kinds: [] })}
          >
            {t('cases.conditions.add')}
          </Button>
        </Group>
        {keep.isError && <Problem error={keep.error} />}
        <DialogButtons
          onCancel={onClose}
          submitLabel={t('cases.save')}
          isPending={keep.isPending}
          isDisabled={!form.isValid()}
        />
      </Stack>
    </form>
  )
}
