// What the self-test is worth, part by part, and what to do about each problem. Told to the agency as it is shown.

import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Findings, Grade } from '../../../shared/modules/selftest/contract.ts'
import { resultCode, verdictOf } from '../../../shared/modules/selftest/grades.ts'
import { selftestApi } from '../../../shared/wire/hearing/selftest-api.ts'
import { call } from '../../base/api.ts'
import { GradeIcon, gradeColour } from '../../base/line-grades/GradeIcon.tsx'
import { LineFiguresList } from '../../base/line-grades/LineFiguresList.tsx'
import { useLiveSession } from '../../live/session/live-session-context.ts'
import { adviceFor, summaryOf } from './advice.ts'
import styles from './check.module.css'
import { StepFrame } from './StepFrame.tsx'

export function ResultStep({ findings, onAgain }: { findings: Findings; onAgain: () => void }) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const verdict = verdictOf(findings)
  return (
    <StepFrame place={null} title={t(`check.verdict.${verdict}`)}>
      <Text fz="lg">{t(`check.verdict.${verdict}.what`)}</Text>
      <Paper withBorder p="md">
        <ul className={styles.parts}>
          {summaryOf(findings).map(({ part, grade }) => (
            <Part key={part} name={t(`check.part.${part}`)} grade={grade} advice={adviceFor(part, findings)} />
          ))}
        </ul>
      </Paper>
      {findings.line.outcome === 'measured' && <LineFiguresList figures={findings.line} />}
      <Sending findings={findings} />
      <Stack gap="sm">
        <Button size="xl" component={Link} to={{ pathname: '/join', hash: token }}>
          {t('check.toSession')}
        </Button>
        <Button size="lg" variant="default" onClick={onAgain}>
          {t('check.again')}
        </Button>
      </Stack>
    </StepFrame>
  )
}

function Part({ name, grade, advice }: { name: string; grade: Grade; advice: ReturnType<typeof adviceFor> }) {
  const { t } = useTranslation()
  return (
    <li className={styles.part}>
      <GradeIcon grade={grade} />
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Text c={gradeColour[grade].text}>{t(`grade.${grade}`)}</Text>
        </Group>
        {advice.map((key) => (
          <Text key={key}>{t(key)}</Text>
        ))}
      </Stack>
    </li>
  )
}

/** One outcome is told once; when it cannot be, the code is read out on the telephone. */
function Sending({ findings }: { findings: Findings }) {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const [state, setState] = useState<'sending' | 'sent' | 'failed'>('sending')
  const [attempt, setAttempt] = useState(0)
  // What was found does not change while it is shown.
  const [told] = useState(findings)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what `attempt` is for
  useEffect(() => {
    const ending = new AbortController()
    setState('sending')
    call(selftestApi.record, { body: told }, { token, signal: ending.signal }).then(
      () => setState('sent'),
      () => {
        if (!ending.signal.aborted) setState('failed')
      },
    )
    return () => ending.abort()
  }, [told, token, attempt])
  return (
    <Alert color={state === 'failed' ? 'red' : 'blue'} role="status" title={t(`check.${state}`)}>
      <Text>{t('check.code')}</Text>
      <Title order={2} fz="h2" ff="monospace">
        {resultCode(findings)}
      </Title>
      {state === 'failed' && (
        <Button mt="sm" variant="default" onClick={() => setAttempt((count) => count + 1)}>
          {t('check.sendAgain')}
        </Button>
      )}
    </Alert>
  )
}
