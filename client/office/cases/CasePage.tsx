// One case on one page: what it is, what is to be done next, and all that has happened.
import { Alert, Anchor, Badge, Button, Group, Loader, Menu, Paper, Stack, Text, Title } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Act } from '../../../shared/projections/cases.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { CaseDetail, CaseRow } from '../../../shared/wire/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { Kept } from '../retention/Kept.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Attachments } from './Attachments.tsx'
import { ActDialog } from './acts/ActDialog.tsx'
import { CheckDialog } from './acts/CheckDialog.tsx'
import { EarlierDialog } from './acts/EarlierDialog.tsx'
import { SplitDialog } from './acts/SplitDialog.tsx'
import { CaseClocks } from './CaseClocks.tsx'
import { CaseBadges, CaseLine } from './CaseLine.tsx'
import { CaseReaders } from './CaseReaders.tsx'
import { Petitioners } from './Petitioners.tsx'
import { useCase } from './queries.ts'
import { Reads } from './Reads.tsx'
import { SamePerson } from './SamePerson.tsx'
import { withheldText } from './Subject.tsx'

export function CasePage() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const one = useCase(caseId)
  return (
    <Stack>
      <Anchor component={Link} to="/staff/cases">
        {t('cases.back')}
      </Anchor>
      {one.isPending && <Loader aria-label={t('staff.loading')} />}
      {one.isError && <Problem error={one.error} onRetry={() => void one.refetch()} />}
      {/* Another case is another page: nothing asked about the one before stays. */}
      {one.data && <Case key={caseId} detail={one.data} />}
    </Stack>
  )
}

/** Protected, or a secret of the state, and this account has no part in it. */
const isForOthers = ({ mayRead }: CaseDetail) => !mayRead

const othersWords = ({ secrecy }: CaseDetail['row']) =>
  isStateSecret(secrecy) ? 'cases.secret.others' : 'cases.protected.others'

function Case({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const { row, formerNumbers } = detail
  return (
    <>
      <div>
        <Group gap="xs" mb={4}>
          <Title order={1} size="h2">
            {row.number}
          </Title>
          <CaseBadges row={row} />
        </Group>
        <Text fz="lg" className={classes.preformatted}>
          {row.subject || withheldText(t, row)}
        </Text>
        {formerNumbers.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('cases.formerNumbers', { numbers: formerNumbers.join(', ') })}
          </Text>
        )}
      </div>
      <NextStep detail={detail} />
      <CaseClocks caseId={row.caseId} />
      <What detail={detail} />
      {!isForOthers(detail) && <Petitioners detail={detail} />}
      <CaseReaders detail={detail} />
      <SamePerson detail={detail} />
      {!isForOthers(detail) && <Attachments detail={detail} />}
      <Related detail={detail} />
      <Handling detail={detail} />
      <History detail={detail} />
      <Reads detail={detail} />
      <Kept kind="case" id={row.caseId} isOver={row.status === 'closed'} />
    </>
  )
}

function NextStep({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const [act, setAct] = useState<Act | null>(null)
  const { acts, isMine, row } = detail
  const [next, ...others] = acts
  return (
    <Paper withBorder p="md" component="section" aria-label={t('cases.nextStep')}>
      <Stack>
        {!isMine && row.officer !== null && (
          <Alert color="yellow">{t('cases.handling.notYours', { officer: row.officer })}</Alert>
        )}
        {next === undefined ? (
          <Text>{t(isForOthers(detail) ? othersWords(row) : 'cases.nothing')}</Text>
        ) : (
          <Group>
            <Button size="lg" onClick={() => setAct(next)}>
              {t(`cases.act.${next}`)}
            </Button>
            {others.length > 0 && (
              <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
                <Menu.Target>
                  <Button size="lg" variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>
                    {t('cases.otherActs')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {others.map((other) => (
                    <Menu.Item key={other} onClick={() => setAct(other)}>
                      {t(`cases.act.${other}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        )}
        {act !== null && <Asking detail={detail} act={act} onClose={() => setAct(null)} />}
      </Stack>
    </Paper>
  )
}

function Asking({ act, ...props }: { detail: CaseDetail; act: Act; onClose: () => void }) {
  switch (act) {
    case 'check':
      return <CheckDialog {...props} />
    case 'split':
      return <SplitDialog {...props} />
    case 'linkEarlier':
      return <EarlierDialog {...props} />
    default:
      return <ActDialog act={act} {...props} />
  }
}

function What({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { content, way, writtenOn, reception, row, check, competence, circumstances, sender, days } = detail
  const lines = [
    t('cases.way', { way: t(`caseWay.${way}`) }),
    t('cases.receivedOn', { date: format.isoDate(row.receivedOn) }),
    ...(writtenOn === null ? [] : [t('cases.writtenOn', { date: format.isoDate(writtenOn) })]),
    t('cases.signers', { count: row.signers }),
  ]
  return (
    <Section title={t('cases.what')} hint={lines.join(' · ')}>
      <Text className={classes.preformatted}>{content ?? t('cases.words.forReaders')}</Text>
      {reception && (
        <Text size="sm">
          {t('cases.visit', { date: format.isoDate(reception.day) })}
          {reception.ticket !== null && ` · ${reception.ticket}`}
          {reception.sessionId !== null && (
            <>
              {' · '}
              <Anchor component={Link} to={`/staff/sessions/${reception.sessionId}`}>
                {t('cases.openVisit')}
              </Anchor>
            </>
          )}
        </Text>
      )}
      {sender && (
        <Text size="sm">
          {t('cases.sender', { body: sender.sentBy, number: sender.paperNumber, date: format.isoDate(sender.on) })}
          {sender.wantsResult && ` · ${t('cases.sender.wantsResult')}`}
        </Text>
      )}
      {days.decisionKnown !== null && (
        <Text size="sm">{t('cases.decisionKnownOn', { date: format.isoDate(days.decisionKnown) })}</Text>
      )}
      {days.firstDecision !== null && (
        <Text size="sm">{t('cases.firstDecisionOn', { date: format.isoDate(days.firstDecision) })}</Text>
      )}
      {circumstances.length > 0 && (
        <Group gap="xs">
          {circumstances.map((one) => (
            <Badge key={one} variant="default" tt="none">
              {t(`circumstance.${one}`)}
            </Badge>
          ))}
        </Group>
      )}
      {check && (
        <div>
          <Text fw={600}>{t(check.isEligible ? 'cases.conditions.met' : 'cases.conditions.notMet')}</Text>
          <ul className={classes.lines}>
            {check.checks
              .filter(({ isMet }) => !isMet)
              .map(({ condition, wording }) => (
                <li key={condition}>✗ {wording}</li>
              ))}
          </ul>
          {check.note !== null && <Text className={classes.preformatted}>{check.note}</Text>}
        </div>
      )}
      {competence && (
        <Text>
          {[t(`competence.${competence.outcome}`), competence.body, competence.reason].filter(Boolean).join(': ')}
        </Text>
      )}
    </Section>
  )
}

function Related({ detail: { whole, parts, earlier } }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const groups: [title: string, rows: readonly CaseRow[]][] = [
    [t('cases.whole'), whole ? [whole] : []],
    [t('cases.parts'), parts],
    [t('cases.earlier'), earlier],
  ]
  const shown = groups.filter(([, rows]) => rows.length > 0)
  if (shown.length === 0) return null
  return (
    <Section title={t('cases.related')}>
      {shown.map(([title, rows]) => (
        <div key={title}>
          <Text fw={600} mb="xs">
            {title}
          </Text>
          <ul className={classes.list} aria-label={title}>
            {rows.map((row) => (
              <li key={row.caseId}>
                <CaseLine row={row} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function Handling({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { row, handling, register } = detail
  const extension = handling.extensions.at(-1)
  const { result } = register
  return (
    <Section title={t('cases.handling')}>
      {row.unit === null ? (
        <Text c="dimmed">{t('cases.handling.none')}</Text>
      ) : (
        <Text>
          {t('cases.handling.unit', { unit: row.unit })}
          {row.officer !== null && ` · ${t('cases.handling.officer', { officer: row.officer })}`}
        </Text>
      )}
      {extension && <Text>{t('cases.handling.until', { date: format.isoDate(extension.until) })}</Text>}
      {handling.dialogues.map(({ sessionId, on, notice, held }) => (
        <Anchor key={sessionId} component={Link} to={`/staff/sessions/${sessionId}`}>
          {t('cases.event.handling.dialogueBooked')}: {format.isoDate(on)}
          {notice && ` · ${t('cases.event.handling.dialogueNotified')}: ${notice.paperNumber}`}
          {held && ` · ${t('cases.event.handling.dialogueHeld')}: ${format.isoDate(held.on)}`}
        </Anchor>
      ))}
      <div>
        <Text fw={600}>{t('cases.register')}</Text>
        <Text>
          {result
            ? [
                result.result === null ? null : t(`caseResult.${result.result}`),
                result.paperNumber === null ? null : t('cases.timeline.paper', { number: result.paperNumber }),
                t('cases.timeline.on', { date: format.isoDate(result.on) }),
                result.satisfaction === null ? null : t(`satisfaction.${result.satisfaction}`),
              ]
                .filter((one) => one !== null)
                .join(', ')
            : t('cases.register.none')}
        </Text>
      </div>
    </Section>
  )
}

function History({ detail: { timeline } }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('cases.timeline')}>
      <ol className={classes.steps}>
        {timeline.toReversed().map(({ seq, at, by, type, texts, paperNumber, on, until }, index) => {
          const facts = [
            paperNumber === null ? null : t('cases.timeline.paper', { number: paperNumber }),
            on === null ? null : t('cases.timeline.on', { date: format.isoDate(on) }),
            until === null ? null : t('cases.timeline.until', { date: format.isoDate(until) }),
          ].filter((one) => one !== null)
          return (
            // One step is one event here; a later release may write several at once.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${seq} ${index}`}>
              <Text size="sm" c="dimmed">
                {format.dateTime(at)} · {by ?? t('cases.timeline.web')}
              </Text>
              <Text fw={600}>{t(`cases.event.${type}` as 'cases.event.intake.received')}</Text>
              {facts.length > 0 && <Text size="sm">{facts.join(' ')}</Text>}
              {texts.map((text) => (
                <Text key={text} className={classes.preformatted}>
                  {text}
                </Text>
              ))}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
