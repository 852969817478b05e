// How a petition stands, for whoever has its code: what was done and when, what comes next, and not a word of the case.

import { Alert, Button, Paper, Stack, Text, TextInput, Timeline, Title } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { FollowedCase } from '../../../shared/wire/casework/cases.ts'
import { petitionApi } from '../../../shared/wire/casework/petition-api.ts'
import { call } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { PetitionFrame, PetitionProblem } from './PetitionFrame.tsx'

export function FollowPage() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const [followed, setFollowed] = useState<FollowedCase | null>(null)
  if (!followed)
    return (
      <PetitionFrame title={t('follow.title')}>
        <Question code={decodeURIComponent(hash.slice(1))} onFound={setFollowed} />
      </PetitionFrame>
    )
  const { course, parts } = followed
  const title = course.number === null ? t('follow.aPetition') : t('follow.number', { number: course.number })
  return (
    <PetitionFrame title={title}>
      <Course course={course} />
      {parts.map((part, index) => (
        // Parts have no names that may be shown, and never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <section key={index}>
          <Stack>
            <Title order={2} fz="h3">
              {part.number === null
                ? t('follow.part', { number: index + 1 })
                : t('follow.number', { number: part.number })}
            </Title>
            <Course course={part} />
          </Stack>
        </section>
      ))}
      <Button variant="default" size="lg" onClick={() => setFollowed(null)}>
        {t('follow.again')}
      </Button>
    </PetitionFrame>
  )
}

function Question({ code: known, onFound }: { code: string; onFound: (followed: FollowedCase) => void }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { code: known, contact: '' }, validate: { code: isNotEmpty() } })
  const [asked, setAsked] = useState<{ error: unknown } | 'asking' | null>(null)

  const ask = form.onSubmit(async (body) => {
    if (asked === 'asking') return
    setAsked('asking')
    try {
      onFound(await call(petitionApi.follow, { body }))
    } catch (error) {
      setAsked({ error })
    }
  })

  return (
    <form onSubmit={ask} noValidate>
      <Stack>
        <Text>{t('follow.lead')}</Text>
        <TextInput
          size="lg"
          label={t('follow.code')}
          description={t('follow.code.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
          {...form.getInputProps('code')}
        />
        <TextInput
          size="lg"
          label={t('follow.contact')}
          description={t('follow.contact.hint')}
          autoComplete="off"
          maxLength={254}
          {...form.getInputProps('contact')}
        />
        {asked !== null && asked !== 'asking' && <PetitionProblem error={asked.error} />}
        <Button type="submit" size="xl" loading={asked === 'asking'} disabled={!form.isValid()}>
          {t('follow.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function Course({ course: { status, milestones, body, promise } }: { course: FollowedCase['course'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const has = (kind: (typeof milestones)[number]['kind']) => milestones.some((one) => one.kind === kind)
  // This agency has done its part; the one it went to has not, as far as is known.
  const isElsewhere = status === 'closed' && has('transferred') && !has('resultPassedOn') && !has('withdrawn')
  return (
    <Stack>
      <Paper withBorder p="md">
        <Text fw={700} fz="xl">
          {t(`follow.status.${status}`)}
        </Text>
        {body !== null && <Text>{t('follow.body', { body })}</Text>}
      </Paper>
      <Alert color="blue" icon={<IconArrowRight aria-hidden />} title={t('follow.next')}>
        <Text>{t(isElsewhere ? 'follow.next.closed.elsewhere' : `follow.next.${status}`)}</Text>
        {promise !== null && (
          <Text fw={600} mt="xs">
            {t(promise.isPast ? 'follow.promise.past' : `follow.promise.${promise.what}`, {
              date: format.isoDate(promise.on),
            })}
          </Text>
        )}
      </Alert>
      <Timeline active={milestones.length} bulletSize={30} lineWidth={2} role="list" aria-label={t('follow.course')}>
        {milestones.map(({ kind, on, until }, index) => (
          <Timeline.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
            key={index}
            role="listitem"
            bullet={<IconCheck size={18} aria-hidden />}
            title={t(`follow.milestone.${kind}`, { until: until === null ? '' : format.isoDate(until) })}
          >
            <Text>{format.isoDate(on)}</Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  )
}
