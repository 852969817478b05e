// Who may close the periods of reports beside administrators.

import { Button, Group, Loader, Select, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportApi } from '../../../../shared/wire/figures/report-api.ts'
import { call } from '../../../base/api.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useAccounts } from '../../accounts/queries.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'

const queryKey = ['report-closers']

export function Closers() {
  const { t } = useTranslation()
  const { shortDateTime } = useFormat()
  const queries = useQueryClient()
  const list = useQuery({ queryKey, queryFn: ({ signal }) => call(reportApi.closers, {}, { signal }) })
  const accounts = useAccounts()
  const [chosen, setChosen] = useState<string | null>(null)
  const onSettled = () => queries.invalidateQueries({ queryKey })
  const name = useMutation({
    mutationFn: (accountId: string) => call(reportApi.addCloser, { params: { accountId } }),
    onSuccess: () => setChosen(null),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (accountId: string) => call(reportApi.removeCloser, { params: { accountId } }),
    onSettled,
  })
  const named = list.data?.closers ?? []
  const others = (accounts.data ?? []).filter(
    ({ role, accountId, isEnabled }) =>
      isEnabled && role !== 'administrator' && !named.some((one) => one.accountId === accountId),
  )
  const problem = list.error ?? accounts.error ?? name.error ?? remove.error
  return (
    <Section title={t('definitions.closers')} hint={t('definitions.closers.hint')}>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {problem !== null && <Problem error={problem} />}
      {list.isSuccess && named.length === 0 && <Text c="dimmed">{t('definitions.closers.none')}</Text>}
      {named.length > 0 && (
        <ul className={classes.rows}>
          {named.map(({ accountId, name: displayName, at: when, by }) => {
            const who = displayName ?? t('register.somebody')
            return (
              <li key={accountId}>
                <div className={classes.who}>
                  <Text fw={600}>{who}</Text>
                  <Text size="sm" c="dimmed">
                    {t('definitions.closers.by', { by: by ?? t('register.somebody'), time: shortDateTime(when) })}
                  </Text>
                </div>
                <Button
                  variant="subtle"
                  color="red"
                  aria-label={t('definitions.closers.removeOf', { name: who })}
                  loading={remove.isPending && remove.variables === accountId}
                  onClick={() => remove.mutate(accountId)}
                >
                  {t('definitions.closers.remove')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <Group align="flex-end">
        <Select
          label={t('definitions.closers.choose')}
          data={others.map(({ accountId, displayName, username }) => ({
            value: accountId,
            label: `${displayName} (${username})`,
          }))}
          value={chosen}
          onChange={setChosen}
          searchable
          nothingFoundMessage={t('definitions.closers.nobody')}
          w={{ base: '100%', sm: 320 }}
        />
        <Button
          variant="default"
          disabled={chosen === null}
          loading={name.isPending}
          onClick={() => chosen !== null && name.mutate(chosen)}
        >
          {t('definitions.closers.add')}
        </Button>
      </Group>
    </Section>
  )
}
