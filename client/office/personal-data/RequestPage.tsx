// One request: what is kept of the person, what is to be done next, who has looked.
import { Alert, Anchor, Button, Group, Loader, Radio, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { IdentityMeans, RefusalGround } from '../../../shared/personal-data/contract.ts'
import type { PersonalRequestDetail } from '../../../shared/wire/custody/personal-data.ts'
import { capitalised, useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { copyAddress, useAnswer, useIdentity, usePersonalRequest } from './queries.ts'
import { RefuseDialog } from './RefuseDialog.tsx'
import { RequestBadges } from './RequestBadges.tsx'

export function RequestPage() {
  const { t } = useTranslation()
  const { requestId = '' } = useParams()
  const one = usePersonalRequest(requestId)
  return (
    <Stack>
      <Anchor component={Link} to="/staff/personal-data">
        {t('personalData.back')}
      </Anchor>
      {one.isPending && <Loader aria-label={t('staff.loading')} />}
      {one.isError && <Problem error={one.error} onRetry={() => void one.refetch()} />}
      {one.data && <Request detail={one.data} />}
    </Stack>
  )
}

function Request({ detail }: { detail: PersonalRequestDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { request } = detail
  return (
    <>
      <div>
        <Group gap="xs">
          <Title order={1} size="h2">
            {t(`personalData.kind.${request.kind}`)}
          </Title>
          <RequestBadges request={request} />
        </Group>
        <Text>
          {capitalised(t('personalData.line', { day: format.isoDate(request.receivedOn) }))} ·{' '}
          {t('personalData.replyBy', { day: format.isoDate(request.replyBy) })} ·{' '}
          {t('personalData.answerBy', { day: format.isoDate(request.answerBy) })}
        </Text>
      </div>
      <Steps detail={detail} />
      <Kept detail={detail} />
      <Looks detail={detail} />
    </>
  )
}

function Steps({ detail }: { detail: PersonalRequestDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isRefusing, setRefusing] = useState(false)
  const { request, obstacles } = detail
  const { requestId, kind, status, identity, answered, refused } = request
  const answer = useAnswer(requestId)
  const isOpen = status === 'received' || status === 'identityChecked'
  const day = (at: number) => format.isoDate(calendarDayOf(at))
  const someone = t('retention.someone')
  const done = answered && (kind === 'export' ? 'copy' : answered.isErased ? 'erased' : 'waits')
  return (
    <Section title={t('personalData.steps')}>
      {status === 'received' && <Identity requestId={requestId} />}
      {identity && (
        <Text>
          {t('personalData.identity.done', {
            how: t(`personalData.identity.${identity.means}`),
            time: format.shortDateTime(identity.at),
            by: identity.by ?? someone,
          })}
        </Text>
      )}
      {kind === 'erasure' && isOpen && obstacles.length > 0 && <Obstacles obstacles={obstacles} />}
      {status === 'identityChecked' && kind === 'export' && (
        <>
          <Button component="a" href={copyAddress(requestId)} download variant="default" className={classes.narrow}>
            {t('personalData.copy')}
          </Button>
          <Text size="sm">{t('personalData.copy.hint')}</Text>
        </>
      )}
      {isOpen && (
        <Group>
          {status === 'identityChecked' && (kind === 'export' || obstacles.length === 0) && (
            <Button loading={answer.isPending} onClick={() => answer.mutate(null)}>
              {t(kind === 'export' ? 'personalData.given' : 'personalData.erase')}
            </Button>
          )}
          <Button variant="default" onClick={() => setRefusing(true)}>
            {t('personalData.refuse')}
          </Button>
        </Group>
      )}
      {kind === 'erasure' && ((status === 'identityChecked' && obstacles.length === 0) || done === 'waits') && (
        <Text size="sm">{t('personalData.erase.hint')}</Text>
      )}
      {answer.isError && <Problem error={answer.error} />}
      {answered && done && (
        <Text>{t(`personalData.answered.${done}`, { day: day(answered.at), by: answered.by ?? someone })}</Text>
      )}
      {refused && (
        <Text>
          {t('personalData.refused', {
            day: day(refused.at),
            by: refused.by ?? someone,
            ground: t(`personalData.ground.${refused.ground}`),
            reason: refused.reason,
          })}
        </Text>
      )}
      {isRefusing && (
        <RefuseDialog
          requestId={requestId}
          ground={obstacles[0]?.why ?? RefusalGround.enum.identity}
          onClose={() => setRefusing(false)}
        />
      )}
    </Section>
  )
}

function Identity({ requestId }: { requestId: string }) {
  const { t } = useTranslation()
  const check = useIdentity(requestId)
  const [means, setMeans] = useState<string>(IdentityMeans.enum.identityPaper)
  return (
    <Stack align="flex-start">
      <Radio.Group label={t('personalData.identity')} value={means} onChange={setMeans}>
        <Stack mt="xs" gap="xs">
          {IdentityMeans.options.map((one) => (
            <Radio key={one} value={one} label={t(`personalData.identity.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Button loading={check.isPending} onClick={() => check.mutate({ means: IdentityMeans.parse(means) })}>
        {t('personalData.identity.submit')}
      </Button>
      {check.isError && <Problem error={check.error} />}
    </Stack>
  )
}

function Obstacles({ obstacles }: Pick<PersonalRequestDetail, 'obstacles'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = ({ why, title, until, isConfirmed }: PersonalRequestDetail['obstacles'][number]) => {
    if (why !== 'kept') return t(`personalData.obstacle.${why}`, { title })
    if (!isConfirmed) return t('personalData.obstacle.unconfirmed')
    return until === null
      ? t('personalData.obstacle.forGood')
      : t('personalData.obstacle.kept', { day: format.isoDate(until) })
  }
  return (
    <Alert color="yellow" title={t('personalData.obstacles')}>
      <ul className={classes.lines}>
        {obstacles.map((one) => (
          <li key={`${one.why} ${one.title}`}>{words(one)}</li>
        ))}
      </ul>
    </Alert>
  )
}

function Kept({ detail: { kept } }: { detail: PersonalRequestDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('personalData.kept')}>
      {kept.length === 0 && <Text>{t('personalData.kept.none')}</Text>}
      <ul className={classes.lines}>
        {kept.map(({ category, count, since, keptUntil }) => (
          <li key={category}>
            <Text>
              {[
                t(`personalData.category.${category}`, { count }),
                since !== null && t('personalData.since', { day: format.isoDate(since) }),
                keptUntil !== null && t('personalData.until', { day: format.isoDate(keptUntil) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Looks({ detail: { looks } }: { detail: PersonalRequestDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('personalData.looks')}>
      {looks.length === 0 && <Text>{t('personalData.looks.none')}</Text>}
      <ul className={classes.lines}>
        {looks.map(({ at, act, purpose, by }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was looked at keeps its place, counted from the end
          <li key={looks.length - index}>
            <Text size="sm">
              {format.shortDateTime(at)} · {by ?? t('personalData.system')} · {t(`personalData.look.${act}`)}: {purpose}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
