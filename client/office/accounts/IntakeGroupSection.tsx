// The intake group on the page of accounts: who is in it, who named them and why.
import { Button, Group, Loader, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntakeGroup } from '../../../shared/wire/casework/intake-group.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { useIntakeGroup, useIntakeGroupNaming } from './intake-group-queries.ts'
import { NamingDialog, TakingBackDialog } from './NamingDialogs.tsx'

type Member = IntakeGroup['members'][number]

export function IntakeGroupSection() {
  const { t } = useTranslation()
  const group = useIntakeGroup()
  return (
    <Section title={t('intakeGroup.title')} hint={t('intakeGroup.what')} anchor="intake-group">
      {group.isPending && <Loader aria-label={t('staff.loading')} />}
      {group.isError && <Problem error={group.error} onRetry={() => void group.refetch()} />}
      {group.data && <Members group={group.data} />}
    </Section>
  )
}

function Members({ group }: { group: IntakeGroup }) {
  const { t } = useTranslation()
  const [isNaming, setNaming] = useState(false)
  const [taken, setTaken] = useState<Member | null>(null)
  const nameOf = ({ name }: Pick<Member, 'name'>) => name ?? t('cases.words.reads.gone')
  return (
    <>
      <ul className={classes.rows}>
        {group.members.map((one) => (
          <li key={one.accountId}>
            <div className={classes.who}>
              <Text fw={600}>{nameOf(one)}</Text>
            </div>
            <Button
              variant="default"
              aria-label={t('accessList.takeBackOf', { name: nameOf(one) })}
              onClick={() => setTaken(one)}
            >
              {t('accessList.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      <Group>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
          {t('intakeGroup.name')}
        </Button>
      </Group>
      <Record record={group.record} />
      {isNaming && <Naming group={group} onClose={() => setNaming(false)} />}
      {taken && <TakingBack member={taken} onClose={() => setTaken(null)} />}
    </>
  )
}

function Record({ record }: Pick<IntakeGroup, 'record'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (record.length === 0) return null
  return (
    <details>
      <summary>{t('intakeGroup.record')}</summary>
      <ul className={classes.rows}>
        {record.map(({ at, isNamed, name, by, reason }) => (
          <li key={`${at} ${name}`}>
            <div className={classes.who}>
              <Text>
                {t(isNamed ? 'intakeGroup.named' : 'intakeGroup.takenBack', { name: name ?? '…', by: by ?? '…' })}
              </Text>
              <Text size="sm" c="dimmed">
                {format.dateTime(at)} · {reason}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The journal keeps it as one line. */
const inOneLine = (reason: string) => reason.replaceAll(/\s+/g, ' ')

function Naming({ group, onClose }: { group: IntakeGroup; onClose: () => void }) {
  const { t } = useTranslation()
  const naming = useIntakeGroupNaming('name')
  return (
    <NamingDialog
      keptAs="intake-group"
      title={t('intakeGroup.name')}
      label={t('intakeGroup.account')}
      hint={t('intakeGroup.name.hint')}
      submitLabel={t('intakeGroup.name')}
      others={group.others.map(({ accountId, name }) => ({ accountId, name: name ?? '…' }))}
      isPending={naming.isPending}
      error={naming.error}
      onClose={onClose}
      onName={({ accountId, reason }) => naming.mutateAsync({ accountId, reason: inOneLine(reason) })}
    />
  )
}

function TakingBack({ member: { accountId, name }, onClose }: { member: Member; onClose: () => void }) {
  const takingBack = useIntakeGroupNaming('takeBack')
  return (
    <TakingBackDialog
      keptAs={`taking-back.intake-group.${accountId}`}
      name={name}
      error={takingBack.error}
      onClose={onClose}
      onTakeBack={(reason) => takingBack.mutateAsync({ accountId, reason: inOneLine(reason) })}
    />
  )
}
