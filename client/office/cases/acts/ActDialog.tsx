// One step at a case: asks for what it needs, and keeps what was typed when somebody else was faster.
import {
  Alert,
  Autocomplete,
  type AutocompleteProps,
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
import type { ReactNode } from 'react'
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
import type { KeptForm } from '../../../base/ui/forms/use-kept-form.ts'
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

interface StepFrameProps<Draft> extends DialogProps {
  form: KeptForm<Draft>
  kept: Kept
  name: StepName
  /** What it asks about is there. */
  isReady?: boolean
  body: (draft: Draft) => object
  size?: string
  children: ReactNode
}

/** The dialog around any step. */
export function StepFrame<Draft>(props: StepFrameProps<Draft>) {
  const { form, kept, detail, act, name, isReady = true, body, size, children, onClose } = props
  const { t } = useTranslation()
  const step = useStep(detail.row.caseId, name, detail.row.seq)
  const send = form.onSubmit((draft) => {
    if (isReady && !step.isPending) kept.sentBy(step.mutateAsync(body(draft)), onClose)
  })
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
      <form noValidate onKeyDown={sendOn('ctrlEnter', () => send())} onSubmit={send}>
        <Stack>
          <DraftNotice kept={kept} />
          {children}
          {step.isError && <Problem error={step.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('cases.save')}
            isPending={step.isPending}
            isDisabled={!isReady || !form.isValid()}
          />
        </Stack>
      </form>
    </Modal>
  )
}

export function ActDialog({ detail, act, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { step, fields } = actForms[act] ?? {}
  const [form, kept] = useKeptStep<Values>(detail, act, startOf(detail, act), (values) =>
    Object.fromEntries(
      fields
        ?.filter((field) => !isFilled(field, values))
        .map(({ name }) => [name, t(values[name] ? 'staff.form.format' : 'staff.form.required')]) ?? [],
    ),
  )
  if (!step || !fields) return null
  const asked = fields.filter((field) => isAsked(field, form.values))
  return (
    <StepFrame
      form={form}
      kept={kept}
      detail={detail}
      act={act}
      name={step}
      body={(values) => bodyOf(fields, values)}
      onClose={onClose}
    >
      {asked.map((field, index) => (
        <Asked key={field.name} field={field} isFirst={index === 0} input={form.getInputProps(field.name)} />
      ))}
      {act === 'setLevel' && <Text size="sm">{t('cases.level.hint')}</Text>}
      {act === 'classify' && form.values.kind === 'denunciation' && !detail.row.isProtected && (
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

type Input = ReturnType<KeptForm<Values>['getInputProps']>

interface AskedProps {
  field: Field
  isFirst: boolean
  input: Input
}

function Asked({ field: { name, as, isOptional = false, words, choices = [] }, isFirst, input }: AskedProps) {
  const { t } = useTranslation()
  const plain = {
    label: t(`cases.field.${name}`),
    required: !isOptional,
    maxLength: longest[name] ?? (as === 'line' ? 300 : 2000),
    ...input,
    ...(isFirst && { 'data-autofocus': true }),
  }
  switch (as) {
    case 'line':
      return <TextInput {...plain} />
    case 'text':
      return <Textarea {...plain} autosize minRows={3} maxRows={12} />
    case 'date':
      return <DateField {...plain} />
    case 'number':
      return <NumberInput {...plain} min={1} allowDecimal={false} onChange={(typed) => input.onChange(String(typed))} />
    case 'tick':
      return (
        <Checkbox
          label={plain.label}
          checked={input.value === ticked}
          onChange={(event) => input.onChange(event.currentTarget.checked ? ticked : '')}
        />
      )
    case 'choice':
      return (
        <Select
          {...plain}
          data={choices.map((choice) => ({
            value: choice,
            label: words ? t(`${words}.${choice}` as 'caseKind.mixed') : choice,
          }))}
          value={input.value || null}
          allowDeselect={false}
        />
      )
    case 'unit':
      return <UnitField {...plain} />
    case 'officer':
      return <OfficerField label={plain.label} input={input} />
    case 'session':
      return <SessionField label={plain.label} input={input} />
  }
}

function UnitField(props: AutocompleteProps) {
  const { data } = useCases({})
  return <Autocomplete data-autofocus required data={data?.pages[0]?.units ?? []} {...props} />
}

interface ChoiceProps {
  label: string
  input: Input
}

function OfficerField({ label, input }: ChoiceProps) {
  const { t } = useTranslation()
  const { data } = useCases({})
  const officers = data?.pages[0]?.officers ?? []
  return (
    <Select
      label={label}
      placeholder={t('cases.field.anyone')}
      data={officers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      {...input}
      value={input.value || null}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('cases.filter.clear') }}
      onChange={(chosen) => input.onChange(chosen ?? '')}
    />
  )
}

/** Receptions and dialogues that are still to come. */
function SessionField({ label, input }: ChoiceProps) {
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
      {...input}
      value={input.value || null}
      searchable
      onChange={(chosen) => input.onChange(chosen ?? '')}
    />
  )
}
