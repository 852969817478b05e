// When voting codes were printed, for everybody in the room: a site whose codes were made anew without its asking sees it.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { siteOf } from '../../../../shared/modules/sites/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useSession } from '../../../live/session/store.ts'

export function CodePrintings() {
  const { t } = useTranslation()
  const format = useFormat()
  const printings = useSession(({ state }) => state?.ballot.printings)
  const sites = useSession(({ state }) => state?.sites.sites)
  if (!printings || printings.length === 0) return null
  return (
    <details>
      <summary>{t('votingCodes.printed', { count: printings.length })}</summary>
      <ul>
        {printings.toReversed().map(({ printId, siteId, at, count, reason }) => (
          <li key={printId}>
            <Text size="sm">
              {t('votingCodes.printedAt', {
                time: format.time(at),
                site: siteOf(sites ?? [], siteId)?.name ?? '…',
                count,
              })}
              {reason !== null && ` ${reason}`}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
