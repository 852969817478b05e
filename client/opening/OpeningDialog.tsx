// Asks before a session opens, in the room and at the office: which gates are passed, which sites lack what, and why it opens all the
// same. Rendered only while it is open.
import { Button, Group, List, Modal, Stack, Text, Textarea, ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ms } from '../../shared/kernel/ids.ts'
import type { Gate } from '../../shared/modules/readiness/contract.ts'
import { sendOn } from '../dialogs/send-key.ts'
import { DraftNotice } from '../forms/DraftNotice.tsx'
import { useKept } from '../forms/use-kept.ts'
import { useFormat } from '../i18n/format.ts'

export interface ShownGate {
  readonly gate: Gate
  readonly dueAt: Ms
  readonly passedAt: Ms | null
  /** In time. */
  readonly isPassed: boolean
  /** Names of the sites without evidence. */
  readonly lacking: readonly string[]
}

interface OpeningDialogProps {
  /** The name under which the reason is kept. */
  keptAs: string
  gates: readonly ShownGate[]
  /** Neither passed nor overridden. */
  missing: readonly Gate[]
  /** A reception: without a reason it is not opened. */
  isLaw: boolean
  problem?: string | null
  onClose: () => void
  /** The dialog closes when this gives true; null: there is nothing to give a reason for, or none is given. */
  onOpen: (reason: string | null) => Promise<boolean>
}

const LONGEST_REASON = 500

export function OpeningDialog({ keptAs, gates, missing, isLaw, problem = null, onClose, onOpen }: OpeningDialogProps) {
  const { t } = useTranslation()
  const [{ reason }, write, kept] = useKept(keptAs, { reason: '' })
  const [isPending, setPending] = useState(false)
  const isAsked = missing.length > 0
  const mayOpen = !isAsked || !isLaw || reason.trim() !== ''

  async function open() {
    if (!mayOpen || isPending) return
    setPending(true)
    if (await onOpen(isAsked && reason.trim() !== '' ? reason.trim() : null)) kept.sent(onClose)()
    else setPending(false)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isAsked ? 'readiness.override.title' : 'readiness.opening.title')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text size="sm">{t('readiness.opening.what')}</Text>
        {gates.length > 0 && (
          <List listStyleType="none" spacing="xs">
            {gates.map((gate) => (
              <GateItem key={gate.gate} gate={gate} />
            ))}
          </List>
        )}
        {isAsked && <DraftNotice kept={kept} />}
        {isAsked && (
          <Textarea
            label={t('dialog.reason')}
            description={t(isLaw ? 'readiness.opening.law' : 'readiness.opening.guidance')}
            required={isLaw}
            maxLength={LONGEST_REASON}
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            value={reason}
            onChange={(event) => write({ reason: event.currentTarget.value })}
            onKeyDown={sendOn('ctrlEnter', () => void open())}
          />
        )}
        {problem !== null && (
          <Text size="sm" c="red" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            {...(isAsked && isLaw && { color: 'orange' })}
            disabled={!mayOpen}
            loading={isPending}
            onClick={() => void open()}
          >
            {t('panels.session.open')}
          </Button>
        </Group>
      </Stack>
    </Modal>
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
      {lacking.length > 0 && <Text size="sm">{t('readiness.opening.lacking', { sites: lacking.join('; ') })}</Text>}
    </List.Item>
  )
}
