// One row of the register: who, what, what is missing in plain words, what can be done.
import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { RegisterRow } from '../../../shared/wire/reception/register.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { SecrecyBadge } from '../../base/secrecy/SecrecyBadge.tsx'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'
import { type NewCaseDraft, nobody } from '../cases/new/new-case-draft.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { problemText } from '../ui/problems.ts'
import { useCloseRow, useLinkCase } from './queries.ts'
import { bodyWords, correctionWords, resultWords } from './row-words.ts'

export function RowCard({ row, onWrite }: { row: RegisterRow; onWrite: (row: RegisterRow) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const who = row.alias ?? row.citizen?.name ?? t('register.unnamed')
  const act = row.closed ? t('register.act.correct') : t('register.act.write')
  return (
    <Paper withBorder p="md">
      <Stack gap={6}>
        <Group gap="xs">
          <Text fw={700}>{t('register.row', { number: row.number, day: format.isoDate(row.day) })}</Text>
          {row.kind && (
            <Badge variant="default" tt="none">
              {t(`caseKind.${row.kind}`)}
            </Badge>
          )}
          {row.receptionKind !== 'regular' && (
            <Badge variant="default" tt="none">
              {t(`sittingKind.${row.receptionKind}`)}
            </Badge>
          )}
          {row.isGroup && (
            <Badge variant="default" tt="none">
              {t('register.group')}
            </Badge>
          )}
          <SecrecyBadge level={row.secrecy} />
          {row.isRepeat && (
            <Badge variant="default" tt="none">
              {t('register.repeat')}
            </Badge>
          )}
          {!row.isVisitOver && (
            <Badge variant="light" color="blue" tt="none">
              {t('register.goingOn')}
            </Badge>
          )}
        </Group>
        <Text>
          {[
            who,
            row.citizen?.address,
            row.citizen?.paper?.number,
            row.people && t('register.people', { count: row.people }),
          ]
            .filter((one) => one)
            .join(' · ')}
        </Text>
        {row.content && <Text className={classes.preformatted}>{row.content}</Text>}
        {isStateSecret(row.secrecy) && <Text>{t('cases.words.withheld.secret')}</Text>}
        <Handling row={row} />
        <Text size="sm" c="dimmed">
          {t('register.officer', { name: row.officer ?? t('register.somebody') })}
          {row.closed &&
            ` · ${t('register.closedBy', { when: format.shortDateTime(row.closed.at), name: row.closed.by ?? t('register.somebody') })}`}
        </Text>
        <Corrections row={row} />
        {!row.closed && <Missing row={row} />}
        <Group gap="xs">
          <Button
            variant={row.closed || row.missing.length === 0 ? 'default' : 'filled'}
            aria-label={t('register.actOn', { act, number: row.number })}
            onClick={() => onWrite(row)}
          >
            {act}
          </Button>
          {!row.closed && row.missing.length === 0 && row.isVisitOver && <CloseButton row={row} />}
          {row.case === null && <CaseButtons row={row} />}
        </Group>
      </Stack>
    </Paper>
  )
}

function Handling({ row }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  const lines = [
    row.settledBy && t('register.settledBy', { body: row.settledBy }),
    row.isOwn && t('register.isOwn'),
    row.guidedTo && t('register.guidedTo', { body: bodyWords(t, row.guidedTo) }),
    row.handledBy && t('register.handledBy', { body: bodyWords(t, row.handledBy) }),
    row.result && t('register.result', { result: resultWords(t, isoDate, row.result) }),
    row.note && t('register.note', { note: row.note }),
  ].filter((one) => one)
  return (
    <>
      {lines.length > 0 && <Text className={classes.preformatted}>{lines.join(' · ')}</Text>}
      {row.case && (
        <Anchor component={Link} to={`/staff/cases/${row.case.caseId}`}>
          {t('register.case', { number: row.case.number })}
        </Anchor>
      )}
    </>
  )
}

function Missing({ row: { missing } }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const isComplete = missing.length === 0
  const columns = missing.map((one) => t(`register.missing.${one}`)).join(', ')
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {isComplete ? (
        <IconCircleCheck size={20} aria-hidden className={classes.sign} />
      ) : (
        <IconAlertTriangle size={20} aria-hidden className={classes.sign} />
      )}
      <Text fw={600}>{isComplete ? t('register.complete') : t('register.missing', { columns })}</Text>
    </Group>
  )
}

function Corrections({ row: { corrections } }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (corrections.length === 0) return null
  return (
    <div>
      <Text fw={600}>{t('register.corrections', { count: corrections.length })}</Text>
      <ol className={classes.steps}>
        {corrections.map((one) => (
          <li key={one.at}>
            <Text size="sm">
              {t('register.correction', {
                when: format.shortDateTime(one.at),
                name: one.by ?? t('register.somebody'),
                reason: one.reason,
              })}
            </Text>
            {correctionWords(t, one).map((words) => (
              <Text key={words} size="sm" className={classes.preformatted}>
                {words}
              </Text>
            ))}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A petition that came of it: entered now, with what is known of the visit, or named by its number. */
function CaseButtons({ row }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const link = useLinkCase(row)
  const act = t('register.act.link')
  return (
    <>
      {row.ticket !== null && (
        <Button
          component={Link}
          to="/staff/cases/new"
          state={visitOf(row)}
          variant="default"
          aria-label={t('register.actOn', { act: t('register.act.newCase'), number: row.number })}
        >
          {t('register.act.newCase')}
        </Button>
      )}
      <Button
        variant="default"
        aria-label={t('register.actOn', { act, number: row.number })}
        onClick={() => setAsking(true)}
      >
        {act}
      </Button>
      {isAsking && (
        <TextDialog
          keptAs={`register-link.${row.rowId}`}
          title={t('register.actOn', { act, number: row.number })}
          label={t('register.act.link.number')}
          submitLabel={act}
          maximumLength={60}
          problem={link.isError ? problemText(t, link.error) : null}
          onClose={() => setAsking(false)}
          onSubmit={(number) =>
            link.mutateAsync(number).then(
              () => true,
              () => false,
            )
          }
        />
      )}
    </>
  )
}

/** What the form of a new petition need not ask again. */
const visitOf = ({ day, ticket, citizen, alias, kind, content, people }: RegisterRow): Partial<NewCaseDraft> => ({
  way: 'reception',
  receivedOn: day,
  receptionDay: day,
  ticket: ticket ?? '',
  person: {
    ...nobody,
    name: citizen?.name ?? '',
    address: citizen?.address ?? '',
    ...(citizen?.paper && { paperKind: citizen.paper.kind, paperNumber: citizen.paper.number }),
  },
  ...(kind && { kind }),
  ...(alias !== null && { kind: 'denunciation' as const }),
  ...(people && { signers: people }),
  content: content ?? '',
})

function CloseButton({ row }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const close = useCloseRow()
  return (
    <>
      <Button
        aria-label={t('register.actOn', { act: t('register.act.close'), number: row.number })}
        loading={close.isPending}
        onClick={() => close.mutate(row)}
      >
        {t('register.act.close')}
      </Button>
      {close.isError && <Problem error={close.error} />}
    </>
  )
}
