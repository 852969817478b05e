// A participant's last self-test as staff see it: when, what it was worth, and the rest for those who open it.
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Findings, Grade } from '../../../shared/modules/selftest/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { GradeIcon, gradeColour } from './GradeIcon.tsx'
import { LineFiguresList } from './LineFiguresList.tsx'

interface SelftestNoteProps {
  readonly at: number
  readonly verdict: Grade
  readonly code: string
  readonly findings: Findings
}

const devices = ['camera', 'microphone', 'speaker'] as const
const gradeOf = { works: 'good', fails: 'bad', skipped: 'skipped' } as const

export function SelftestNote({ at, verdict, code, findings }: SelftestNoteProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { browser, line } = findings
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <GradeIcon grade={verdict} size={20} />
        <Text size="sm" c={gradeColour[verdict].text}>
          {t('selftest.at', { time: format.shortDateTime(at), verdict: t(`grade.${verdict}`) })}
        </Text>
      </Group>
      <details>
        <summary>
          <Text span size="sm">
            {t('selftest.details')}
          </Text>
        </summary>
        <Text size="sm">
          {devices
            .map((device) => `${t(`check.part.${device}`)}: ${t(`grade.${gradeOf[findings[device]]}`)}`)
            .join(' · ')}
        </Text>
        <Text size="sm">{browser.name}</Text>
        {line.outcome === 'measured' ? (
          <LineFiguresList figures={line} />
        ) : (
          <Text size="sm">{t(`selftest.${line.outcome}`)}</Text>
        )}
        <Text size="sm">{t('selftest.code', { code })}</Text>
      </details>
    </div>
  )
}
