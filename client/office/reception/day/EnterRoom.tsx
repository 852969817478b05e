// The way from the desk into the room of the visit.
import { Button } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../ui/Problem.tsx'
import { useVisitLink } from './queries.ts'

/** In a tab of its own: the desk stays beside the room. */
export function EnterRoom({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation()
  const visit = useVisitLink(ticketId)
  if (visit.isError) return <Problem error={visit.error} onRetry={() => void visit.refetch()} />
  if (!visit.data)
    return (
      <Button size="xl" loading>
        {t('staff.reception.enter.notYet')}
      </Button>
    )
  return (
    <Button
      component="a"
      href={visit.data.link}
      target="diemcau-visit"
      rel="noopener"
      size="xl"
      leftSection={<IconDoorEnter aria-hidden />}
    >
      {t('staff.reception.enter')}
    </Button>
  )
}
