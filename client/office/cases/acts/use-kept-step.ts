import type { FormValidateInput } from '@mantine/form'
import type { Act } from '../../../../shared/projections/case-acts.ts'
import { isStateSecret, type SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import type { CaseDetail } from '../../../../shared/wire/casework/cases.ts'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'

/** The form of a step at a case: each step of each case is kept by itself. What makes a case secret is as secret as the case. */
export const useKeptStep = <Draft extends object>(
  { row }: CaseDetail,
  act: Act,
  blank: Required<Draft>,
  validate: FormValidateInput<Draft> = {},
) =>
  useKeptForm<Draft>(`case.${row.caseId}.${act}`, {
    blank,
    validate,
    isSecret: (draft) =>
      isStateSecret(row.secrecy) || ('secrecy' in draft && isStateSecret(draft.secrecy as SecrecyLevel)),
  })
