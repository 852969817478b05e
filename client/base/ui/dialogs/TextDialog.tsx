// Asks for a few words: the reason for an act of staff, or a message to one person.
import { Textarea } from '@mantine/core'
import { useKeptText } from '../forms/use-kept-text.ts'
import { useSending } from '../forms/use-sending.ts'
import { FormFrame } from './FormFrame.tsx'
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
  const [text, write, kept] = useKeptText(keptAs)
  const [isPending, send] = useSending(kept, onClose)
  const isComplete = isOptional || text.trim() !== ''
  const submit = () => isComplete && send(() => onSubmit(text.trim()))
  return (
    <FormFrame
      kept={kept}
      title={title}
      submitLabel={submitLabel}
      submitColor={submitColor}
      isComplete={isComplete}
      isPending={isPending}
      onClose={onClose}
      onSubmit={submit}
    >
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
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={sendOn('ctrlEnter', submit)}
      />
    </FormFrame>
  )
}
