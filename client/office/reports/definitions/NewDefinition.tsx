// A definition on its way in: the file is chosen, checked, tried on a period, and put in force. Until then nothing is kept.
import { Alert, Button, FileButton, Group, Stack, Table, Text } from '@mantine/core'
import { IconCheck, IconFileUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportDefinition } from '../../../../shared/reports/definition.ts'
import type { CheckedDefinition, DefinitionFault } from '../../../../shared/wire/figures/reports.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { wordsFor } from '../../../base/i18n/index.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { FigureTable } from '../FigureTable.tsx'
import { PeriodFields } from '../PeriodFields.tsx'
import { lastMonth } from '../report-periods.ts'
import { DefinitionWords } from './DefinitionWords.tsx'
import { checkDefinition, usePutInForce, useTrial } from './queries.ts'

const mostBytes = 500_000

interface Chosen {
  readonly name: string
  readonly checked: CheckedDefinition
}

export function NewDefinition() {
  const { t } = useTranslation()
  const format = useFormat()
  const [isTooBig, setTooBig] = useState(false)
  const [kept, setKept] = useState<ReportDefinition | null>(null)
  const check = useMutation({
    mutationFn: async (file: File): Promise<Chosen> => ({
      name: file.name,
      checked: await checkDefinition(await file.text()),
    }),
  })
  function choose(file: File | null) {
    if (!file) return
    setKept(null)
    setTooBig(file.size > mostBytes)
    check.reset()
    if (file.size <= mostBytes) check.mutate(file)
  }
  const { name, checked } = check.data ?? { name: '', checked: null }
  return (
    <Section title={t('definitions.new')} hint={t('definitions.new.hint')}>
      <Group>
        <FileButton accept=".json,application/json" onChange={choose}>
          {(props) => (
            <Button
              {...props}
              loading={check.isPending}
              variant={checked ? 'default' : 'filled'}
              leftSection={<IconFileUpload size={18} aria-hidden />}
            >
              {t(checked ? 'definitions.another' : 'definitions.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      {isTooBig && (
        <Alert color="red" role="alert">
          {t('definitions.tooBig')}
        </Alert>
      )}
      {check.isError &&
        // A file that was moved or locked meanwhile: no request was made.
        (check.error instanceof DOMException ? (
          <Alert color="red" role="alert">
            {t('definitions.unreadable')}
          </Alert>
        ) : (
          <Problem error={check.error} />
        ))}
      {checked && checked.faults.length > 0 && <Faults name={name} faults={checked.faults} />}
      {checked?.definition && (
        <Trial
          key={check.submittedAt}
          name={name}
          definition={checked.definition}
          replaces={checked.replaces}
          onKept={(definition) => {
            check.reset()
            setKept(definition)
          }}
        />
      )}
      {kept && (
        <Alert color="teal" role="status" icon={<IconCheck aria-hidden />}>
          {t('definitions.isIn', { title: kept.title, day: format.isoDate(kept.validFrom) })}
        </Alert>
      )}
    </Section>
  )
}

function faultWords(t: TFunction, { code, what, limit, allowed }: DefinitionFault): string {
  const kind =
    code === 'kind' ? (wordsFor(t, `definitions.kind.${allowed[0] ?? 'other'}`) ?? t('definitions.kind.other')) : ''
  const words = wordsFor(t, `definitions.fault.${code}`, { what, limit: limit ?? 0, kind }) ?? code
  if (code === 'kind' || allowed.length === 0) return words
  return `${words} ${t('definitions.allowed', { allowed: allowed.join(', ') })}`
}

function Faults({ name, faults }: { name: string; faults: readonly DefinitionFault[] }) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      <Alert color="red" role="alert">
        {t('definitions.faulty', { name, count: faults.length })}
      </Alert>
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('definitions.faults.where')}</Table.Th>
            <Table.Th scope="col">{t('definitions.faults.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.map((fault) => (
            <Table.Tr key={`${fault.line} ${fault.path} ${fault.code} ${fault.what}`}>
              <Table.Td>
                <Text fw={600}>{t('definitions.line', { line: fault.line })}</Text>
                <Text size="sm" style={{ overflowWrap: 'break-word' }}>
                  {fault.path}
                </Text>
              </Table.Td>
              <Table.Td>{faultWords(t, fault)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

interface TrialProps {
  name: string
  definition: ReportDefinition
  replaces: CheckedDefinition['replaces']
  onKept: (definition: ReportDefinition) => void
}

function Trial({ name, definition, replaces, onKept }: TrialProps) {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  const [period, setPeriod] = useState(() => lastMonth(Date.now()))
  const [isAsking, setAsking] = useState(false)
  const trial = useTrial(definition)
  const put = usePutInForce()
  const day = isoDate(definition.validFrom)
  return (
    <Stack>
      <Alert color="teal" role="status" icon={<IconCheck aria-hidden />} title={definition.title}>
        {t('definitions.good', { name })}{' '}
        {replaces
          ? t('definitions.replaces', {
              day,
              title: replaces.title,
              origin: t(`definitions.origin.${replaces.origin}`).toLocaleLowerCase(),
              from: isoDate(replaces.validFrom),
            })
          : t('definitions.isNew')}
      </Alert>
      <details>
        <summary>{t('definitions.words')}</summary>
        <DefinitionWords definition={definition} />
      </details>
      <Text size="sm">{t('definitions.trial.hint')}</Text>
      <PeriodFields period={period} onChoose={setPeriod} />
      <Group>
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate(period)}>
          {t('definitions.trial')}
        </Button>
        <Button onClick={() => setAsking(true)}>{t('definitions.putInForce')}</Button>
      </Group>
      {trial.isError && <Problem error={trial.error} />}
      {trial.data && <FigureTable report={trial.data} />}
      {put.isError && <Problem error={put.error} />}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('definitions.putInForce')}
        confirmLabel={t('definitions.putInForce')}
        confirmColor="agency"
        isPending={put.isPending}
        onConfirm={() =>
          put.mutate(definition, { onSuccess: () => onKept(definition), onSettled: () => setAsking(false) })
        }
      >
        <Text>{t('definitions.putInForce.hint', { title: definition.title, day })}</Text>
      </ConfirmDialog>
    </Stack>
  )
}
