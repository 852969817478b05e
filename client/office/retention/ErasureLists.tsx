// The lists that were put up: to be decided on, being erased, done with a certificate.

import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionPage, ShownList } from '../../../shared/wire/custody/retention.ts'
import { retentionApi } from '../../../shared/wire/custody/retention-api.ts'
import { addressOf } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { problemText } from '../ui/problems.ts'
import { Section } from '../ui/Section.tsx'
import { useApprove, useDecline } from './queries.ts'

const colours = { proposed: 'yellow', approved: 'blue.9', declined: 'gray.7', done: 'teal.9' } as const

export function ErasureLists({ page: { lists } }: { page: RetentionPage }) {
  const { t } = useTranslation()
  return (
    <Section title={t('retention.lists')}>
      {lists.length === 0 && <Text>{t('retention.lists.none')}</Text>}
      <ul className={classes.rows} aria-label={t('retention.lists')}>
        {lists.map((list) => (
          <li key={list.listId}>
            <div className={classes.who}>
              <List list={list} />
            </div>
            {list.state === 'proposed' && <Decision list={list} isOthers={!list.mayApprove} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function List({ list }: { list: ShownList }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, reason, proposedAt, proposedBy, decidedAt, decidedBy, items, certificate } = list
  const someone = t('retention.someone')
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{reason}</Text>
        <Badge tt="none" color={colours[state]} {...(state === 'proposed' && { c: 'black' })}>
          {t(`retention.list.${state}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {t('retention.list.by', {
          time: format.shortDateTime(proposedAt),
          by: proposedBy ?? someone,
          count: items.length,
        })}
      </Text>
      {decidedAt !== null && (
        <Text size="sm" c="dimmed">
          {t('retention.list.decidedBy', { time: format.shortDateTime(decidedAt), by: decidedBy ?? someone })}
        </Text>
      )}
      {certificate && <CertificateLinks certificate={certificate} />}
      {certificate?.databaseFiles && (
        <Text size="sm" {...(certificate.databaseFiles === 'owed' ? { c: 'red.9' } : { c: 'dimmed' })}>
          {t(`retention.databaseFiles.${certificate.databaseFiles}`)}
        </Text>
      )}
      <details>
        <summary>{t('retention.list.items', { count: items.length })}</summary>
        <ul className={classes.lines}>
          {items.map(({ class: name, subject, state: at, title }) => (
            <li key={`${name} ${subject.kind} ${subject.id}`}>
              <Text size="sm">
                {t(`retention.class.${name}`)}: {title} · {t(`retention.item.${at}`)}
              </Text>
            </li>
          ))}
        </ul>
      </details>
    </Stack>
  )
}

function CertificateLinks({ certificate: { number, year } }: { certificate: NonNullable<ShownList['certificate']> }) {
  const { t } = useTranslation()
  const params = { year, number }
  return (
    <Group gap="md">
      <Text size="sm">{t('retention.certificate', { number, year })}</Text>
      <Anchor href={addressOf(retentionApi.certificatePdf, { params })} download size="sm">
        {t('retention.certificate.pdf')}
      </Anchor>
      <Anchor href={addressOf(retentionApi.certificate, { params })} download size="sm">
        {t('retention.certificate.json')}
      </Anchor>
    </Group>
  )
}

function Decision({ list: { listId, items }, isOthers }: { list: ShownList; isOthers: boolean }) {
  const { t } = useTranslation()
  const approve = useApprove()
  const decline = useDecline()
  const [asks, setAsks] = useState<'approve' | 'decline' | null>(null)
  const close = () => setAsks(null)
  return (
    <Stack gap="xs" align="flex-start">
      {isOthers ? (
        <Text size="sm">{t('retention.list.ownWaits')}</Text>
      ) : (
        <Button color="red.9" onClick={() => setAsks('approve')}>
          {t('retention.list.approve')}
        </Button>
      )}
      <Button variant="default" onClick={() => setAsks('decline')}>
        {t('retention.list.decline')}
      </Button>
      {approve.isError && <Problem error={approve.error} />}
      <ConfirmDialog
        opened={asks === 'approve'}
        title={t('retention.list.approve.title', { count: items.length })}
        confirmLabel={t('retention.list.approve')}
        isPending={approve.isPending}
        onConfirm={() => approve.mutate({ listId }, { onSettled: close })}
        onClose={close}
      >
        <Text>{t('retention.list.approve.what')}</Text>
      </ConfirmDialog>
      {asks === 'decline' && (
        <TextDialog
          keptAs={`erasure-decline.${listId}`}
          title={t('retention.list.decline.title')}
          label={t('dialog.reason')}
          problem={decline.isError ? problemText(t, decline.error) : null}
          submitLabel={t('retention.list.decline')}
          maximumLength={1000}
          onClose={close}
          onSubmit={(reason) =>
            decline.mutateAsync({ listId, reason }).then(
              () => true,
              () => false,
            )
          }
        />
      )}
    </Stack>
  )
}
