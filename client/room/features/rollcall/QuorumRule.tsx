// How many must be there, whether they are, and for staff the rule itself.
import { Alert, Button, Modal, Radio, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuorumRule } from '../../../../shared/modules/quorum/contract.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useQuorum } from './use-quorum.ts'

const shares = {
  moreThanHalf: { bound: 'moreThan', numerator: 1, denominator: 2 },
  half: { bound: 'atLeast', numerator: 1, denominator: 2 },
  twoThirds: { bound: 'atLeast', numerator: 2, denominator: 3 },
  threeQuarters: { bound: 'atLeast', numerator: 3, denominator: 4 },
  all: { bound: 'atLeast', numerator: 1, denominator: 1 },
} as const satisfies Record<string, Omit<QuorumRule, 'of'>>
type ShareName = keyof typeof shares
const shareNames = Object.keys(shares) as ShareName[]

const shareOf = (rule: QuorumRule | null): ShareName | null =>
  shareNames.find((name) => {
    const { bound, numerator, denominator } = shares[name]
    return rule?.bound === bound && rule.numerator === numerator && rule.denominator === denominator
  }) ?? null
const none = 'none'

export function QuorumState() {
  const { t } = useTranslation()
  const quorum = useQuorum()
  const maySet = usePermission('quorum.setRule')
  const [isSetting, setSetting] = useState(false)
  if (!quorum && !maySet) return null
  return (
    <>
      {quorum && (
        <Alert
          color={quorum.isMet ? 'teal' : 'red'}
          icon={quorum.isMet ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          role="status"
        >
          {t(quorum.isMet ? 'quorum.met' : 'quorum.notMet', {
            present: quorum.present,
            total: quorum.total,
            needed: quorum.needed,
            unit: t(`quorum.of.${quorum.rule.of}`),
          })}
        </Alert>
      )}
      {maySet && (
        <Button variant="default" onClick={() => setSetting(true)}>
          {t('panels.rollcall.quorumRule')}
        </Button>
      )}
      {isSetting && <RuleDialog rule={quorum?.rule ?? null} onClose={() => setSetting(false)} />}
    </>
  )
}

function RuleDialog({ rule, onClose }: { rule: QuorumRule | null; onClose: () => void }) {
  const { t } = useTranslation()
  const delegates = useSession(({ state }) => (state?.sites.sites ?? []).some((site) => site.delegates.length > 0))
  const [of, setOf] = useState<QuorumRule['of']>(rule?.of ?? (delegates ? 'delegates' : 'sites'))
  const [chosen, setChosen] = useState<string>(shareOf(rule) ?? none)
  const setRule = useCommand('quorum.setRule')

  async function submit() {
    const name = shareNames.find((one) => one === chosen)
    const { ok } = await setRule({ rule: name ? { of, ...shares[name] } : null })
    if (ok) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.rollcall.quorumRule')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text size="sm">{t('panels.rollcall.quorumHint')}</Text>
        <Radio.Group label={t('panels.rollcall.quorumShare')} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            <Radio value={none} label={t('quorum.share.none')} />
            {shareNames.map((name) => (
              <Radio key={name} value={name} label={t(`quorum.share.${name}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {chosen !== none && (
          <Radio.Group
            label={t('panels.rollcall.quorumOf')}
            value={of}
            onChange={(value) => setOf(value as QuorumRule['of'])}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="delegates" label={t('panels.rollcall.quorumOfDelegates')} />
              <Radio value="sites" label={t('panels.rollcall.quorumOfSites')} />
            </Stack>
          </Radio.Group>
        )}
        <Button loading={setRule.isPending} onClick={() => void submit()}>
          {t('panels.rollcall.quorumSave')}
        </Button>
      </Stack>
    </Modal>
  )
}
