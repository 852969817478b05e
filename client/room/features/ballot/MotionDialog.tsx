// A motion is written: what is asked, who votes and how, by which rule it is carried. It can be put to the vote at once.
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { v7 as newMotionId } from 'uuid'
import type { MotionId } from '../../../../shared/kernel/ids.ts'
import { fewestInSecret, MajorityBase, type Share } from '../../../../shared/modules/ballot/contract.ts'
import type { SessionState } from '../../../../shared/modules/index.ts'
import { electorateSize } from '../../../../shared/projections/voters.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { type KeptForm, useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { type MotionDraft, NO_QUORUM, proposalOf, shares } from './motion-draft.ts'
import { fraction } from './use-ballot.ts'

const LONGEST_TEXT = 2000

function firstDraft(state: SessionState | null): MotionDraft {
  const delegates = state?.sites.sites.some((site) => site.delegates.length > 0) ?? false
  const present = Object.values(state?.admission.participants ?? {}).filter(({ status }) => status === 'present')
  const voting = delegates ? [] : present.filter(({ role }) => role === 'chair' || role === 'siteOperator')
  return {
    text: '',
    itemId: state?.agenda.runningId ?? null,
    isChoice: false,
    options: '',
    isSecret: false,
    delegates,
    participantIds: voting.map(({ participantId }) => participantId),
    majority: 'half',
    of: 'cast',
    quorum: NO_QUORUM,
  }
}

export function MotionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const state = useSession((session) => session.state)
  const propose = useCommand('ballot.propose')
  const open = useCommand('ballot.open')
  const [form, kept] = useKeptForm('motion', { blank: firstDraft(state), makeId: newMotionId })
  const draft = form.values
  // One id for the draft: sent again after a lost connection, it is still one motion.
  const motionId = kept.newId as MotionId
  const proposal = proposalOf(motionId, draft)
  const voters = state ? electorateSize(state, draft) : 0
  const isPossible = voters > 0 && !(draft.isSecret && voters < fewestInSecret)
  const mayStart = state?.session.status === 'open' && state.ballot.motions.every(({ status }) => status !== 'open')
  const isPending = propose.isPending || open.isPending

  async function submit(startsAtOnce: boolean) {
    if (!proposal || isPending) return
    const { ok } = await propose(proposal)
    if (!ok) return
    kept.end()
    // Refused, it stays among the prepared ones, and the reason has been shown.
    if (startsAtOnce) await open({ motionId })
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('panels.ballot.new')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={form.onSubmit(() => submit(mayStart && isPossible))}>
        <Stack>
          <DraftNotice kept={kept} />
          <Question form={form} />
          <Manner form={form} />
          <Electorate form={form} />
          {!isPossible && (
            <Text c="var(--mantine-color-error)" size="sm" role="alert">
              {voters === 0
                ? t('panels.ballot.nobody')
                : t('panels.ballot.tooFewForSecret', { minimum: fewestInSecret, count: voters })}
            </Text>
          )}
          <Rule form={form} />
          <Group justify="flex-end">
            <Button variant="default" disabled={!proposal} loading={isPending} onClick={() => void submit(false)}>
              {t('panels.ballot.save')}
            </Button>
            {mayStart && (
              <Button type="submit" disabled={!proposal || !isPossible} loading={isPending}>
                {t('panels.ballot.saveAndStart')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface PartProps {
  form: KeptForm<MotionDraft>
}

function Question({ form }: PartProps) {
  const { t } = useTranslation()
  const items = useSession(({ state }) => state?.agenda.items)
  return (
    <>
      <Textarea
        label={t('panels.ballot.text')}
        required
        maxLength={LONGEST_TEXT}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        {...form.getInputProps('text')}
      />
      {items && items.length > 0 && (
        <Select
          label={t('panels.ballot.agendaItem')}
          placeholder={t('panels.ballot.noItem')}
          data={items.map(({ itemId, title }) => ({ value: itemId, label: title }))}
          clearable
          {...form.getInputProps('itemId')}
        />
      )}
      <SegmentedControl
        classNames={{ label: classes.segment ?? '' }}
        fullWidth
        aria-label={t('panels.ballot.form')}
        value={form.values.isChoice ? 'choice' : 'approval'}
        onChange={(value) => form.setFieldValue('isChoice', value === 'choice')}
        data={(['approval', 'choice'] as const).map((value) => ({ value, label: t(`panels.ballot.form.${value}`) }))}
      />
      {form.values.isChoice && (
        <Textarea
          label={t('panels.ballot.options')}
          description={t('panels.ballot.optionsHint')}
          required
          autosize
          minRows={3}
          maxRows={9}
          {...form.getInputProps('options')}
        />
      )}
    </>
  )
}

function Manner({ form }: PartProps) {
  const { t } = useTranslation()
  const { isSecret } = form.values
  return (
    <div>
      <SegmentedControl
        classNames={{ label: classes.segment ?? '' }}
        fullWidth
        aria-label={t('panels.ballot.manner')}
        value={isSecret ? 'secret' : 'open'}
        onChange={(manner) => form.setFieldValue('isSecret', manner === 'secret')}
        data={(['open', 'secret'] as const).map((manner) => ({
          value: manner,
          label: t(`panels.ballot.manner.${manner}`),
        }))}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t(isSecret ? 'panels.ballot.secretHint' : 'panels.ballot.openHint')}
      </Text>
    </div>
  )
}

function Electorate({ form }: PartProps) {
  const { t } = useTranslation()
  const draft = form.values
  const people = useSession((session) => session.people)
  const state = useSession((session) => session.state)
  const delegates = state?.sites.sites.flatMap((site) => site.delegates) ?? []
  const delegateNames = new Set(delegates.map(({ personId }) => people[personId]?.name))
  const invited = Object.values(state?.admission.participants ?? {}).filter(
    ({ status, role }) => role !== 'observer' && !['withdrawn', 'refused', 'removed'].includes(status),
  )
  // One person who was entered twice is two persons to the server; only the eye can tell.
  const namesakes = invited
    .filter(({ participantId }) => draft.participantIds.includes(participantId))
    .flatMap(({ personId }) => people[personId]?.name ?? [])
    .filter((name) => delegateNames.has(name))
  return (
    <Fieldset legend={t('panels.ballot.electorate')}>
      <Stack gap="sm">
        {delegates.length > 0 && (
          <Checkbox
            label={t('panels.ballot.electorate.delegates', { count: delegates.length })}
            {...form.getInputProps('delegates', { type: 'checkbox' })}
          />
        )}
        <MultiSelect
          label={t('panels.ballot.electorate.participants')}
          {...form.getInputProps('participantIds')}
          error={
            draft.delegates && namesakes.length > 0 && t('panels.ballot.namesakes', { names: namesakes.join(', ') })
          }
          data={invited.map(({ participantId, personId, role }) => ({
            value: participantId,
            label: `${people[personId]?.name ?? '…'} (${t(`role.${role}`)})`,
          }))}
          searchable
          hidePickedOptions
        />
      </Stack>
    </Fieldset>
  )
}

function Rule({ form }: PartProps) {
  const { t } = useTranslation()
  const words = (share: Share) =>
    share.numerator === share.denominator
      ? t('panels.ballot.share.all')
      : t(`panels.ballot.share.${share.bound}`, { share: fraction(share) })
  const choices = Object.entries(shares).map(([value, share]) => ({ value, label: words(share) }))
  return (
    <div>
      <Group grow align="flex-start">
        <Select
          label={t('panels.ballot.carriedWith')}
          allowDeselect={false}
          data={choices}
          {...form.getInputProps('majority')}
        />
        <Select
          label={t('panels.ballot.carriedOf')}
          allowDeselect={false}
          data={MajorityBase.options.map((of) => ({ value: of, label: t(`panels.ballot.base.${of}`) }))}
          {...form.getInputProps('of')}
        />
      </Group>
      <Select
        mt="xs"
        label={t('panels.ballot.quorum')}
        allowDeselect={false}
        data={[{ value: NO_QUORUM, label: t('panels.ballot.quorum.none') }, ...choices]}
        {...form.getInputProps('quorum')}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t('panels.ballot.ownRules')}
      </Text>
    </div>
  )
}
