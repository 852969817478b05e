import type { Act } from '../../../../shared/projections/case-acts.ts'
import { isStateSecret, type SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import type { CaseDetail } from '../../../../shared/wire/casework/cases.ts'
import { useKept } from '../../../base/ui/forms/use-kept.ts'

/** What a step at a case is kept by: each step of each case by itself. What makes a case secret is as secret as the case. */
export const useKeptStep = <Draft extends object>({ row }: CaseDetail, act: Act, blank: Required<Draft>) =>
  useKept<Draft>(`case.${row.caseId}.${act}`, blank, {
    isSecret: (draft) =>
      isStateSecret(row.secrecy) || ('secrecy' in draft && isStateSecret(draft.secrecy as SecrecyLevel)),
  })
