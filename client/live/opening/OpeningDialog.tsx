// Asks before a session opens, in the room and at the office: which gates are passed, which sites lack what, and why it opens all the
// same; and, where nothing records it, what does. Rendered only while it is open.
import { Fieldset, List, Stack, Text, Textarea, ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Ms } from '../../../shared/kernel/ids.ts'
import type { Gate } from '../../../shared/modules/readiness/contract.ts'
import type { EquipmentWords } from '../../../shared/wire/hearing/readiness.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { FormFrame } from '../../base/ui/dialogs/FormFrame.tsx'
import { sendOn } from '../../base/ui/dialogs/send-key.ts'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { useSending } from '../../base/ui/forms/use-sending.ts'
import { EquipmentFields, noEquipment, wholeEquipment } from './EquipmentFields.tsx'

export interface ShownGate {
  readonly gate: Gate
  readonly dueAt: Ms
  readonly passedAt: Ms | null
  /** In time. */
  readonly isPassed: boolean
  /** The sites without evidence. */
  readonly lacking: readonly { readonly name: string }[]
}

/** What is said with an opening; null: there is nothing to say, or nothing is said. */
export interface OpeningWords {
  readonly reason: string | null
  readonly equipment: EquipmentWords | null
}

interface OpeningDialogProps {
  /** The name under which the words are kept. */
  keptAs: string
  gates: readonly ShownGate[]
  /** Neither passed nor overridden. */
  missing: readonly Gate[]
  /** A reception: without a reason it is not opened. */
  isLaw: boolean
  /** Nothing records what must be recorded, and this server cannot be asked to from here. */
  needsEquipment?: boolean
  problem?: string | null
  onClose: () => void
  /** The dialog closes when this gives true. */
  onOpen: (words: OpeningWords) => Promise<boolean>
}

const LONGEST_REASON = 500

export function OpeningDialog(props: OpeningDialogProps) {
  const { keptAs, gates, missing, isLaw, needsEquipment = false, problem = null, onClose, onOpen } = props
  const { t } = useTranslation()
  const isAsked = missing.length > 0
  const [form, kept] = useKeptForm(keptAs, {
    blank: { reason: '', equipment: noEquipment },
    validate: {
      reason: (reason) => isAsked && isLaw && reason.trim() === '',
      equipment: (words) => needsEquipment && wholeEquipment(words) === null,
    },
  })
  const [isPending, send] = useSending(kept, onClose)
  const open = form.onSubmit(({ reason, equipment }) =>
    send(() =>
      onOpen({
        reason: (isAsked && reason.trim()) || null,
        equipment: needsEquipment ? wholeEquipment(equipment) : null,
      }),
    ),
  )

  return (
    <FormFrame
      kept={kept}
      title={t(isAsked ? 'readiness.override.title' : 'readiness.opening.title')}
      submitLabel={t('panels.session.open')}
      submitColor={isAsked && isLaw ? 'orange' : undefined}
      isComplete={form.isValid()}
      isPending={isPending}
      problem={
        problem !== null && (
          <Text size="sm" c="red" role="alert">
            {problem}
          </Text>
        )
      }
      onClose={onClose}
      onSubmit={open}
    >
      <Text size="sm">{t('readiness.opening.what')}</Text>
      {gates.length > 0 && (
        <List listStyleType="none" spacing="xs">
          {gates.map((gate) => (
            <GateItem key={gate.gate} gate={gate} />
          ))}
        </List>
      )}
      {isAsked && (
        <Textarea
          label={t('readiness.opening.reason')}
          description={t(isLaw ? 'readiness.opening.law' : 'readiness.opening.guidance')}
          required={isLaw}
          maxLength={LONGEST_REASON}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          {...form.getInputProps('reason')}
          onKeyDown={sendOn('ctrlEnter', () => open())}
        />
      )}
      {needsEquipment && (
        <Fieldset
          variant="unstyled"
          p={0}
          m={0}
          legend={t('readiness.opening.recording')}
          styles={{ legend: { fontWeight: 600, padding: 0 } }}
        >
          <Stack>
            <Text size="sm">{t('readiness.opening.unrecorded')}</Text>
            <EquipmentFields propsOf={(field) => form.getInputProps(`equipment.${field}`)} hasFocus={!isAsked} />
          </Stack>
        </Fieldset>
      )}
    </FormFrame>
  )
}

function GateItem({ gate: { gate, dueAt, passedAt, isPassed, lacking } }: { gate: ShownGate }) {
  const { t } = useTranslation()
  const format = useFormat()
  const Icon = isPassed ? IconCheck : IconAlertTriangle
  const state = isPassed ? 'passed' : passedAt === null ? 'missing' : 'late'
  return (
    <List.Item
      icon={
        <ThemeIcon size={24} radius="xl" color={isPassed ? 'teal' : 'orange'} aria-hidden>
          <Icon size={16} />
        </ThemeIcon>
      }
    >
      <Text size="sm" fw={600}>
        {t(`readiness.gate.${gate}`)}
      </Text>
      <Text size="sm">
        {t(`readiness.opening.${state}`, {
          due: format.dateTime(dueAt),
          passed: format.dateTime(passedAt ?? dueAt),
        })}
      </Text>
      {lacking.length > 0 && (
        <Text size="sm">{t('readiness.opening.lacking', { sites: lacking.map(({ name }) => name).join('; ') })}</Text>
      )}
    </List.Item>
  )
}
