// Asks for a few words: the reason for an act of staff, or a message to one person.
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../forms/DraftNotice.tsx'
import { useKept } from '../forms/use-kept.ts'
import { sendOn } from './send-key.ts'

interface TextDialogProps {
  /** One name for what the words are about: `session-cancel.17`. They are kept under it until they are sent. */
  keptAs: string
  title: string
  label: string
  description?: string
  /** Why it could not be sent. */
  problem?: string | null
  submitLabel: string
  submitColor?: string
  maximumLength: number
  /** Whether it may be sent without words. */
  isOptional?: boolean
  onClose: () => void
  /** The dialog closes when this gives true; else the words stay to be sent again. */
  onSubmit: (text: string) => Promise<boolean>
}

/** Rendered only while it is open: each time it starts with what was typed and not sent. */
export function TextDialog(props: TextDialogProps) {
  const {
    keptAs,
    title,
    label,
    description,
    problem,
    submitLabel,
    submitColor,
    maximumLength,
    isOptional = false,
  } = props
  const { onClose, onSubmit } = props
  const { t } = useTranslation()
  const [{ text }, write, kept] = useKept(keptAs, { text: '' })
  const [isPending, setPending] = useState(false)
  const maySubmit = isOptional || text.trim() !== ''

  async function submit() {
    if (!maySubmit || isPending) return
    setPending(true)
    const isDone = await onSubmit(text.trim())
    if (isDone) kept.sent(onClose)()
    else setPending(false)
  }

  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      <Stack>
        <DraftNotice kept={kept} />
        <Textarea
          label={label}
          description={description}
          error={problem}
          required={!isOptional}
          maxLength={maximumLength}
          autosize
          minRows={3}
          maxRows={8}
          data-autofocus
          value={text}
          onChange={(event) => write({ text: event.currentTarget.value })}
          onKeyDown={sendOn('ctrlEnter', () => void submit())}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            {...(submitColor && { color: submitColor })}
            disabled={!maySubmit}
            loading={isPending}
            onClick={() => void submit()}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
