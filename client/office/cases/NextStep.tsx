// What is to be done next with a case: one large button, the other acts in a menu.
import { Alert, Button, Group, Menu, Paper, Stack, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act } from '../../../shared/projections/case-acts.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { ActDialog } from './acts/ActDialog.tsx'
import { CheckDialog } from './acts/CheckDialog.tsx'
import { EarlierDialog } from './acts/EarlierDialog.tsx'
import { SplitDialog } from './acts/SplitDialog.tsx'

const othersWords = ({ secrecy }: CaseDetail['row']) =>
  isStateSecret(secrecy) ? 'cases.secret.others' : 'cases.protected.others'

export function NextStep({ detail }: { detail: CaseDetail }) {
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
          <Text>{t(detail.mayRead ? 'cases.nothing' : othersWords(row))}</Text>
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
