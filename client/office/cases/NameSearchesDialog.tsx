// For administrators: who has looked for citizens by name, the newest first.
import { Button, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { useNameSearches } from './queries.ts'

export function NameSearchesButton() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('nameSearches')}
      </Button>
      {isOpen && <NameSearchesDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function NameSearchesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, isPending, isError, refetch } = useNameSearches()
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={onClose}
      title={t('nameSearches')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {isPending && <Loader aria-label={t('staff.loading')} />}
      {isError && <Problem error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text>{t('nameSearches.none')}</Text>}
      {data && data.length > 0 && (
        <ul className={classes.list} aria-label={t('nameSearches')}>
          {data.map(({ at, by, place, name, found }) => (
            <li key={`${at} ${by} ${place} ${name}`}>
              <Stack gap={0}>
                <Text fw={600}>{name}</Text>
                <Text size="sm">
                  {[
                    format.dateTime(at),
                    by ?? t('nameSearches.somebody'),
                    t(`nameSearches.place.${place}`),
                    t('nameSearches.found', { count: found }),
                  ].join(' · ')}
                </Text>
              </Stack>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
