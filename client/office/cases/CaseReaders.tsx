// Who may read a denunciation, or a secret of the state, beside who took it in and who handles it: named by an administrator, with the
// reason, and taken back so.
import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { NamingDialog, TakingBackDialog } from '../accounts/NamingDialogs.tsx'
import classes from '../ui/office.module.css'
import { Section } from '../ui/Section.tsx'
import { useCases, useStep } from './queries.ts'

type Reader = CaseDetail['readers'][number]

export function CaseReaders({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const { role } = useOutletContext<Account>()
  const { row, mayRead, readers } = detail
  const [isNaming, setNaming] = useState(false)
  const [taken, setTaken] = useState<Reader | null>(null)
  const names = role === 'administrator'
  if (!(row.isProtected || isStateSecret(row.secrecy)) || !(mayRead || names)) return null
  return (
    <Section title={t('cases.readers')} hint={t('cases.readers.what')}>
      {readers.length === 0 ? (
        <Text>{t('cases.readers.none')}</Text>
      ) : (
        <ul className={classes.rows}>
          {readers.map((one) => (
            <li key={one.accountId}>
              <div className={classes.who}>
                <Text fw={600}>{one.name ?? t('cases.words.reads.gone')}</Text>
              </div>
              {names && (
                <Button
                  variant="default"
                  aria-label={t('accessList.takeBackOf', { name: one.name ?? '…' })}
                  onClick={() => setTaken(one)}
                >
                  {t('accessList.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {names && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
            {t('cases.people.name')}
          </Button>
        </Group>
      )}
      {isNaming && <Naming detail={detail} onClose={() => setNaming(false)} />}
      {taken && <TakingBack detail={detail} reader={taken} onClose={() => setTaken(null)} />}
    </Section>
  )
}

/** The journal of a case keeps it as one line. */
const inOneLine = (reason: string) => reason.replaceAll(/\s+/g, ' ')

function Naming({ detail: { row, readers }, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const { data } = useCases({})
  const step = useStep(row.caseId, 'nameReader', row.seq)
  const named = new Set<string>(readers.map((one) => one.accountId))
  return (
    <NamingDialog
      keptAs={`case.${row.caseId}`}
      title={t('cases.people.name')}
      label={t('cases.field.accountId')}
      submitLabel={t('cases.save')}
      others={(data?.pages[0]?.officers ?? []).filter((one) => !named.has(one.accountId))}
      isPending={step.isPending}
      error={step.error}
      onClose={onClose}
      onName={({ accountId, reason }) => step.mutateAsync({ accountId, reason: inOneLine(reason) })}
    />
  )
}

function TakingBack({ detail: { row }, reader, onClose }: { detail: CaseDetail; reader: Reader; onClose: () => void }) {
  const { accountId, name } = reader
  const step = useStep(row.caseId, 'takeBackReader', row.seq)
  return (
    <TakingBackDialog
      keptAs={`taking-back.case.${row.caseId}.${accountId}`}
      name={name}
      error={step.error}
      onClose={onClose}
      onTakeBack={(reason) => step.mutateAsync({ accountId, reason: inOneLine(reason) })}
    />
  )
}
