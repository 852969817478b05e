import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId } from '../../../../shared/kernel/ids.ts'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { LongList } from '../../../base/ui/LongList.tsx'
import { usePermission } from '../../../live/session/permissions.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { DelegateRow } from './DelegateRow.tsx'
import { SubstituteDialog } from './SubstituteDialog.tsx'
import { siteSummary } from './summary.ts'
import { useRollcall } from './use-rollcall.ts'

const MOST_HEADS = 10_000

export function SiteRollcall({ site }: { site: Site }) {
  const { t } = useTranslation()
  const summary = siteSummary(site, useRollcall())
  const isClosed = useSession(({ state }) => isOver(state?.session.status ?? 'unscheduled'))
  const [replaced, setReplaced] = useState<DelegateId | null>(null)
  return (
    <Stack>
      {summary.unmarked.length > 1 && !isClosed && <MarkTheRest unmarked={summary.unmarked} />}
      {site.delegates.length === 0 && <Text size="sm">{t('panels.rollcall.noDelegates')}</Text>}
      <LongList
        items={site.delegates}
        keyOf={({ delegateId }) => delegateId}
        label={t('panels.rollcall.delegatesOf', { site: site.name })}
        className={classes.list}
      >
        {(delegate) => <DelegateRow delegate={delegate} isClosed={isClosed} onSubstitute={setReplaced} />}
      </LongList>
      <Headcount site={site} isClosed={isClosed} />
      <Confirmation site={site} isClosed={isClosed} />
      {replaced && <SubstituteDialog delegateId={replaced} onClose={() => setReplaced(null)} />}
    </Stack>
  )
}

/** Most delegates are there: one click for all who have no mark, then the exceptions. One command each. */
function MarkTheRest({ unmarked }: { unmarked: readonly DelegateId[] }) {
  const { t } = useTranslation()
  const mark = useCommand('rollcall.mark')
  const [isMarking, setMarking] = useState(false)

  async function markAll() {
    setMarking(true)
    for (const delegateId of unmarked) {
      const { ok } = await mark({ delegateId, mark: 'present', substituteId: null })
      if (!ok) break
    }
    setMarking(false)
  }

  return (
    <Button variant="light" loading={isMarking} onClick={() => void markAll()}>
      {t('panels.rollcall.markRest', { count: unmarked.length })}
    </Button>
  )
}

function Headcount({ site, isClosed }: { site: Site; isClosed: boolean }) {
  const { t } = useTranslation()
  const known = useRollcall().headcounts[site.siteId]?.count
  const countHeads = useCommand('rollcall.countHeads')
  const [typed, setTyped] = useState<number | null>(null)

  async function send() {
    if (typed === null || typed === known) return
    const { ok } = await countHeads({ siteId: site.siteId, count: typed })
    if (ok) setTyped(null)
  }

  return (
    <Group align="flex-end" wrap="nowrap">
      <NumberInput
        flex={1}
        label={t('panels.rollcall.headcount')}
        description={t('panels.rollcall.headcountHint')}
        min={0}
        max={MOST_HEADS}
        clampBehavior="strict"
        allowDecimal={false}
        disabled={isClosed}
        value={typed ?? known ?? ''}
        onChange={(value) => setTyped(typeof value === 'number' ? value : null)}
        onKeyDown={(event) => event.key === 'Enter' && void send()}
      />
      <Button
        variant="default"
        disabled={isClosed || typed === null || typed === known}
        loading={countHeads.isPending}
        onClick={() => void send()}
      >
        {t('panels.rollcall.saveHeads')}
      </Button>
    </Group>
  )
}

function Confirmation({ site, isClosed }: { site: Site; isClosed: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const confirmation = useRollcall().confirmations[site.siteId]
  const by = useName(confirmation?.byParticipantId)
  const mayConfirm = usePermission('rollcall.confirm')
  const confirm = useCommand('rollcall.confirm')
  if (confirmation)
    return (
      <Group gap="xs" wrap="nowrap" role="status">
        <IconCircleCheck size={20} aria-hidden color="var(--mantine-color-teal-6)" />
        <Text size="sm">{t('panels.rollcall.confirmedBy', { name: by, time: format.time(confirmation.at) })}</Text>
      </Group>
    )
  if (!mayConfirm) return <Text size="sm">{t('panels.rollcall.awaitsConfirmation')}</Text>
  return (
    <Button disabled={isClosed} loading={confirm.isPending} onClick={() => void confirm({ siteId: site.siteId })}>
      {t('panels.rollcall.confirm')}
    </Button>
  )
}
