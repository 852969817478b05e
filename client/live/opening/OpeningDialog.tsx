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
import { useKept } from '../../base/ui/forms/use-kept.ts'
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
  const [{ reason, equipment }, write, kept] = useKept(keptAs, { reason: '', equipment: noEquipment })
  const [isPending, send] = useSending(kept, onClose)
  const isAsked = missing.length > 0
  const whole = wholeEquipment(equipment)
  const isComplete = (!isAsked || !isLaw || reason.trim() !== '') && (!needsEquipment || whole !== null)

  function open() {
    if (!isComplete) return
    const words = { reason: (isAsked && reason.trim()) || null, equipment: needsEquipment ? whole : null }
    send(() => onOpen(words))
  }

  return (
    <FormFrame
      kept={kept}
      title={t(isAsked ? 'readiness.override.title' : 'readiness.opening.title')}
      submitLabel={t('panels.session.open')}
      submitColor={isAsked && isLaw ? 'orange' : undefined}
      isComplete={isComplete}
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
          value={reason}
          onChange={(event) => write({ reason: event.currentTarget.value })}
          onKeyDown={sendOn('ctrlEnter', open)}
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
            <EquipmentFields
              words={equipment}
              onChange={(changed) => write({ equipment: changed })}
              hasFocus={!isAsked}
            />
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
