// Which accounts have a part in a session: of the level Mật or higher they alone may open it, of others they alone have links and codes.
// Naming one more, and taking that back, also long after it is over.
import { Button, Group, Loader, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccessList } from '../../../../../shared/wire/hearing/access-list.ts'
import { NamingDialog, TakingBackDialog } from '../../../accounts/NamingDialogs.tsx'
import classes from '../../../ui/office.module.css'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useAccessList, useNameAccount, useTakeBackAccount } from '../../queries.ts'
import { LinkLooks } from './LinkLooks.tsx'

type Named = AccessList['named'][number]

export function SessionAccess({ sessionId, isSecret }: { sessionId: string; isSecret: boolean }) {
  const { t } = useTranslation()
  const known = useAccessList(sessionId)
  const [isNaming, setNaming] = useState(false)
  const [taken, setTaken] = useState<Named | null>(null)
  return (
    <Section
      title={t(isSecret ? 'accessList.title' : 'accessList.links.title')}
      hint={t(isSecret ? 'accessList.what' : 'accessList.links')}
    >
      {known.isPending && <Loader aria-label={t('staff.loading')} />}
      {known.isError && <Problem error={known.error} onRetry={() => void known.refetch()} />}
      {known.data && !known.data.mayName && (
        <Text>
          {known.data.isSuspended
            ? t('accessList.suspended')
            : t('accessList.noPart', { name: known.data.bookedBy ?? t('accessList.noPart.gone') })}
        </Text>
      )}
      {known.data?.mayName && (
        <>
          <ul className={classes.rows}>
            <li>
              <div className={classes.who}>
                <Text fw={600}>{known.data.bookedBy ?? '…'}</Text>
                <Text size="sm">{t('accessList.booked')}</Text>
              </div>
            </li>
            {known.data.named.map((one) => (
              <li key={one.accountId}>
                <div className={classes.who}>
                  <Text fw={600}>{one.name ?? '…'}</Text>
                  <Text size="sm">{t('accessList.reason', { reason: one.reason, by: one.by ?? '…' })}</Text>
                </div>
                <Button
                  variant="default"
                  aria-label={t('accessList.takeBackOf', { name: one.name ?? '…' })}
                  onClick={() => setTaken(one)}
                >
                  {t('accessList.takeBack')}
                </Button>
              </li>
            ))}
          </ul>
          <Group>
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
              {t('accessList.name')}
            </Button>
          </Group>
          <LinkLooks looks={known.data.looks} />
          {isNaming && <Naming sessionId={sessionId} others={known.data.others} onClose={() => setNaming(false)} />}
        </>
      )}
      {taken && <TakingBack sessionId={sessionId} named={taken} onClose={() => setTaken(null)} />}
    </Section>
  )
}

interface NamingProps {
  sessionId: string
  others: AccessList['others']
  onClose: () => void
}

function Naming({ sessionId, others, onClose }: NamingProps) {
  const { t } = useTranslation()
  const name = useNameAccount(sessionId)
  return (
    <NamingDialog
      keptAs={`session.${sessionId}`}
      title={t('accessList.name')}
      label={t('accessList.account')}
      hint={t('accessList.reason.hint')}
      submitLabel={t('accessList.submit')}
      others={others}
      isPending={name.isPending}
      error={name.error}
      onClose={onClose}
      onName={(naming) => name.mutateAsync(naming)}
    />
  )
}

function TakingBack({ sessionId, named, onClose }: { sessionId: string; named: Named; onClose: () => void }) {
  const { accountId, name } = named
  const takeBack = useTakeBackAccount(sessionId)
  return (
    <TakingBackDialog
      keptAs={`taking-back.session.${sessionId}.${accountId}`}
      name={name}
      error={takeBack.error}
      onClose={onClose}
      onTakeBack={(reason) => takeBack.mutateAsync({ accountId, reason })}
    />
  )
}
