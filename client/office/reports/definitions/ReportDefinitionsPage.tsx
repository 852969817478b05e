// The definitions of reports, for administrators: which count from when, what they say, a new one, and taking one back.
import { Badge, Button, Group, Loader, Modal, Stack, Text, Title } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefinitionRow } from '../../../../shared/wire/figures/reports.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { problemText } from '../../ui/problems.ts'
import { Section } from '../../ui/Section.tsx'
import { Closers } from './Closers.tsx'
import { DefinitionWords } from './DefinitionWords.tsx'
import { NewDefinition } from './NewDefinition.tsx'
import { definitionFile, useDefinitions, useWithdraw } from './queries.ts'

export function ReportDefinitionsPage() {
  const { t } = useTranslation()
  const list = useDefinitions()
  const [looked, setLooked] = useState<DefinitionRow | null>(null)
  const [withdrawing, setWithdrawing] = useState<DefinitionRow | null>(null)
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('definitions.title')}
      </Title>
      <Text>{t('definitions.hint')}</Text>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Section title={t('definitions.list')}>
          <ul className={classes.rows}>
            {inOrder(list.data.definitions).map((row) => (
              <Row
                key={row.definitionId}
                row={row}
                onLook={() => setLooked(row)}
                onWithdraw={() => setWithdrawing(row)}
              />
            ))}
          </ul>
        </Section>
      )}
      <NewDefinition />
      <Closers />
      {looked && (
        <Modal
          opened
          onClose={() => setLooked(null)}
          size="xl"
          title={looked.definition.title}
          closeButtonProps={{ 'aria-label': t('dialog.close') }}
        >
          <Stack>
            <Text size="sm">{looked.definition.source}</Text>
            <DefinitionWords definition={looked.definition} />
          </Stack>
        </Modal>
      )}
      {withdrawing && <Withdrawing row={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Stack>
  )
}

/** Those of one report beside each other, the newest first. */
function inOrder(rows: readonly DefinitionRow[]): DefinitionRow[] {
  const names = [...new Set(rows.map(({ definition }) => definition.name))]
  return names.flatMap((name) =>
    rows
      .filter(({ definition }) => definition.name === name)
      .toReversed()
      .toSorted((one, other) => other.definition.validFrom.localeCompare(one.definition.validFrom)),
  )
}

function Row({ row, onLook, onWithdraw }: { row: DefinitionRow; onLook: () => void; onWithdraw: () => void }) {
  const { t } = useTranslation()
  const { isoDate, shortDateTime } = useFormat()
  const { definitionId, definition, origin, state, validTo, entered, withdrawn } = row
  const { title, mark } = definition
  const from = isoDate(definition.validFrom)
  return (
    <li>
      <div className={classes.who}>
        <Text fw={600}>{title}</Text>
        <Group gap="xs">
          <Badge tt="none" {...(state === 'inForce' ? { color: 'teal.9' } : { variant: 'default' })}>
            {t(`definitions.state.${state}`)}
          </Badge>
          <Badge variant="default" tt="none">
            {t(`definitions.origin.${origin}`)}
          </Badge>
          <Badge variant="default" tt="none">
            {t(`reports.mark.${mark}`)}
          </Badge>
        </Group>
        <Text size="sm">
          {validTo === null ? t('definitions.from', { from }) : t('definitions.fromTo', { from, to: isoDate(validTo) })}
        </Text>
        {entered && (
          <Text size="sm" c="dimmed">
            {t('definitions.entered', {
              by: entered.by ?? t('register.somebody'),
              time: shortDateTime(entered.at),
            })}
          </Text>
        )}
        {withdrawn && (
          <Text size="sm">
            {t('definitions.withdrawn', {
              by: withdrawn.by ?? t('register.somebody'),
              time: shortDateTime(withdrawn.at),
              reason: withdrawn.reason,
            })}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button variant="default" aria-label={t('definitions.lookAt', { title, from })} onClick={onLook}>
          {t('definitions.look')}
        </Button>
        <Button
          component="a"
          variant="default"
          href={definitionFile(definitionId)}
          download
          aria-label={t('definitions.fileOf', { title, from })}
          leftSection={<IconBraces size={18} aria-hidden />}
        >
          {t('definitions.file')}
        </Button>
        {origin === 'agency' && !withdrawn && (
          <Button
            variant="subtle"
            color="red"
            aria-label={t('definitions.withdrawOf', { title, from })}
            onClick={onWithdraw}
          >
            {t('definitions.withdraw')}
          </Button>
        )}
      </Group>
    </li>
  )
}

function Withdrawing({ row, onClose }: { row: DefinitionRow; onClose: () => void }) {
  const { t } = useTranslation()
  const withdraw = useWithdraw(row.definitionId)
  return (
    <TextDialog
      keptAs={`definition-withdraw.${row.definition.name}.${row.definition.validFrom}`}
      title={`${t('definitions.withdraw.title')}: ${row.definition.title}`}
      label={t('definitions.withdraw.reason')}
      description={t('definitions.withdraw.hint')}
      problem={withdraw.isError ? problemText(t, withdraw.error) : null}
      submitLabel={t('definitions.withdraw')}
      submitColor="red"
      maximumLength={500}
      onClose={onClose}
      onSubmit={async (reason) => {
        try {
          await withdraw.mutateAsync(reason)
          return true
        } catch {
          return false
        }
      }}
    />
  )
}
