// Who of the site speaks now: chosen by whoever runs the site, or by staff. Time is counted for the person named.
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId, SiteId } from '../../../../shared/kernel/ids.ts'
import type { Holder } from '../../../../shared/modules/floor/contract.ts'
import { siteOf } from '../../../../shared/modules/sites/contract.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { unknownName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

interface SpeakerChoiceProps {
  holder: Holder
  siteId: SiteId
  isMe: boolean
}

export function SpeakerChoice({ holder, siteId, isMe }: SpeakerChoiceProps) {
  const { t } = useTranslation()
  const isStaff = usePermission('floor.revoke')
  const nameSpeaker = useCommand('floor.nameSpeaker')
  const site = useSession(({ state }) => siteOf(state?.sites.sites ?? [], siteId))
  const marks = useSession(({ state }) => state?.rollcall.marks)
  const people = useSession((session) => session.people)
  if (!site || !(isStaff || isMe)) return null
  const ids = site.delegates.map(({ delegateId, personId }) => marks?.[delegateId]?.substituteId ?? personId)
  if (ids.length === 0) return null
  return (
    <Select
      mt="xs"
      label={t('panels.floor.speaker')}
      placeholder={t('panels.floor.speakerUnnamed')}
      data={ids.map((value) => {
        const person = people[value]
        return { value, label: [person?.name ?? unknownName, person?.title].filter(Boolean).join(', ') }
      })}
      searchable
      clearable
      disabled={nameSpeaker.isPending}
      value={holder.speakerId}
      onChange={(value) => void nameSpeaker({ speakerId: value as PersonId | null })}
    />
  )
}
