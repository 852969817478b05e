// One step at a case: asks for what it needs, and keeps what was typed when somebody else was faster.
import {
  Alert,
  Autocomplete,
  Checkbox,
  Modal,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarDayOf } from '../../../../shared/law/working-days.ts'
import type { Act } from '../../../../shared/projections/case-acts.ts'
import type { CaseDetail } from '../../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { sendOn } from '../../../base/ui/dialogs/send-key.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import type { Kept } from '../../../base/ui/forms/use-form-draft.ts'
import { useSessions } from '../../sessions/queries.ts'
import { Problem } from '../../ui/Problem.tsx'
import { type StepName, useCases, useStep } from '../queries.ts'
import {
  actForms,
  bodyOf,
  type Field,
  type FieldName,
  isAsked,
  isFilled,
  nothingTyped,
  ticked,
  type Values,
} from './act-fields.ts'
import { useKeptStep } from './use-kept-step.ts'

interface DialogProps {
  detail: CaseDetail
  act: Act
  onClose: () => void
}

interface StepFrameProps extends DialogProps {
  kept: Kept
  name: StepName
  isWhole: boolean
  body: () => object
  size?: string
  children: ReactNode
}

/** The dialog around any step. */
export function StepFrame({ kept, detail, act, name, isWhole, body, size, children, onClose }: StepFrameProps) {
  const { t } = useTranslation()
  const step = useStep(detail.row.caseId, name, detail.row.seq)
  const send = () => {
    if (isWhole && !step.isPending) kept.sentBy(step.mutateAsync(body()), onClose)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      centered
      {...(size !== undefined && { size })}
      title={t(`cases.act.${act}`)}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onKeyDown={sendOn('ctrlEnter', send)}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          send()
        }}
      >
        <Stack>
          <DraftNotice kept={kept} />
          {children}
          {step.isError && <Problem error={step.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('cases.save')}
            isPending={step.isPending}
            isDisabled={!isWhole}
          />
        </Stack>
      </form>
    </Modal>
  )
}

export function ActDialog({ detail, act, onClose }: DialogProps) {
  const { t } = useTranslation()
  const form = actForms[act]
  const [values, write, kept] = useKeptStep<Values>(detail, act, startOf(detail, act))
  if (!form) return null
  const { step, fields } = form
  const asked = fields.filter((field) => isAsked(field, values))
  return (
    <StepFrame
      kept={kept}
      detail={detail}
      act={act}
      name={step}
      isWhole={fields.every((field) => isFilled(field, values))}
      body={() => bodyOf(fields, values)}
      onClose={onClose}
    >
      {asked.map((field, index) => (
        <Asked
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isFirst={index === 0}
          onChange={(value) => write({ [field.name]: value })}
        />
      ))}
      {act === 'setLevel' && <Text size="sm">{t('cases.level.hint')}</Text>}
      {act === 'classify' && values.kind === 'denunciation' && !detail.row.isProtected && (
        <Alert color="grape" icon={<IconShieldLock aria-hidden />}>
          {t('cases.words.fromNow')}
        </Alert>
      )}
    </StepFrame>
  )
}

/** What is known already is not typed again. */
function startOf({ row, content, sender, days, handling: { assignment } }: CaseDetail, act: Act): Required<Values> {
  const known: Partial<Record<Act, string | null>> = {
    noteSender: sender?.on ?? null,
    noteDecisionKnown: days.decisionKnown,
    noteFirstDecision: days.firstDecision,
  }
  const isBefore = act in known
  return {
    ...nothingTyped,
    // What was long ago is looked up, never today by mistake.
    on: isBefore ? (known[act] ?? '') : calendarDayOf(Date.now()),
    ...(act === 'noteSender' && sender && { sentBy: sender.sentBy, paperNumber: sender.paperNumber }),
    wantsResult: sender?.wantsResult === false ? '' : ticked,
    kind: row.kind,
    secrecy: row.secrecy,
    signers: String(row.signers),
    subject: row.subject,
    content: content ?? '',
    unit: assignment?.unit ?? '',
    officerId: assignment?.officerId ?? '',
    satisfaction: 'unknown',
  }
}

const longest: Partial<Record<FieldName, number>> = { content: 10_000, text: 5000, subject: 300, paperNumber: 100 }

interface AskedProps {
  field: Field
  value: string
  isFirst: boolean
  onChange: (value: string) => void
}

function Asked({ field: { name, as, isOptional = false, words, choices = [] }, value, isFirst, onChange }: AskedProps) {
  const { t } = useTranslation()
  const plain = {
    label: t(`cases.field.${name}`),
    required: !isOptional,
    maxLength: longest[name] ?? (as === 'line' ? 300 : 2000),
    value,
    ...(isFirst && { 'data-autofocus': true }),
  }
  switch (as) {
    case 'line':
      return <TextInput {...plain} onChange={(event) => onChange(event.currentTarget.value)} />
    case 'text':
      return (
        <Textarea
          {...plain}
          autosize
          minRows={3}
          maxRows={12}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'date':
      return <DateField {...plain} onChange={onChange} />
    case 'number':
      return <NumberInput {...plain} min={1} allowDecimal={false} onChange={(typed) => onChange(String(typed))} />
    case 'tick':
      return (
        <Checkbox
          label={plain.label}
          checked={value === ticked}
          onChange={(event) => onChange(event.currentTarget.checked ? ticked : '')}
        />
      )
    case 'choice':
      return (
        <Select
          label={plain.label}
          required={plain.required}
          data={choices.map((choice) => ({
            value: choice,
            label: words ? t(`${words}.${choice}` as 'caseKind.mixed') : choice,
          }))}
          value={value || null}
          allowDeselect={false}
          onChange={(choice) => onChange(choice ?? '')}
          {...(isFirst && { 'data-autofocus': true })}
        />
      )
    case 'unit':
      return <UnitField {...plain} onChange={onChange} />
    case 'officer':
      return <OfficerField label={plain.label} value={value} onChange={onChange} />
    case 'session':
      return <SessionField label={plain.label} value={value} onChange={onChange} />
  }
}

function UnitField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { data } = useCases({})
  return <Autocomplete data-autofocus required data={data?.pages[0]?.units ?? []} {...props} />
}

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function OfficerField({ label, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { data } = useCases({})
  const officers = data?.pages[0]?.officers ?? []
  return (
    <Select
      label={label}
      placeholder={t('cases.field.anyone')}
      data={officers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      value={value || null}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('cases.filter.clear') }}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}

/** Receptions and dialogues that are still to come. */
function SessionField({ label, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const sessions = useSessions()
  const coming = (sessions.data ?? []).filter(({ kind, status }) => kind === 'reception' && status === 'scheduled')
  return (
    <Select
      label={label}
      description={t('cases.field.sessionId.hint')}
      required
      data-autofocus
      data={coming.map(({ sessionId, title, scheduledAt }) => ({
        value: sessionId,
        label: `${title} (${format.shortDateTime(scheduledAt)})`,
      }))}
      value={value || null}
      searchable
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}
