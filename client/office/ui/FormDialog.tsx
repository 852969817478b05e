// A form of the office in a dialog, and what the server said when it could not be sent.
import { FormFrame, type FormFrameProps } from '../../base/ui/dialogs/FormFrame.tsx'
import { Problem } from './Problem.tsx'

interface FormDialogProps extends Omit<FormFrameProps, 'problem'> {
  /** null: nothing went wrong. */
  error: unknown
}

export const FormDialog = ({ error, ...frame }: FormDialogProps) => (
  <FormFrame {...frame} problem={error !== null && <Problem error={error} />} />
)
