// Branch agencies called into the reception: by name, with a way in to be sent or scanned.
import { Autocomplete, Button, Center, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { IconPhonePlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import type { CalledSite } from '../../../../shared/wire/hearing/called-sites.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { QrCode } from '../../../base/ui/QrCode.tsx'
import { useSession } from '../../../live/session/store.ts'
import { useCalledSites } from '../../../live/session/use-visit.ts'

const LONGEST_NAME = 120

export function CalledSites() {
  const { t } = useTranslation()
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const { list, call, isPending } = useCalledSites()
  const [form, kept] = useKeptForm('called-site', {
    blank: { name: '', representative: '' },
    validate: { name: isNotEmpty() },
  })
  const [isOpen, setOpen] = useState(false)
  const formId = useId()

  const submit = form.onSubmit(async ({ name, representative }) => {
    if (!(await call(name.trim(), representative.trim() || null))) return
    kept.empty()
    setOpen(false)
  })

  return (
    <Stack component="section" gap="xs" aria-label={t('panels.visit.sites')}>
      {list?.sites.map((site) => (
        <Called key={site.siteId} site={site} />
      ))}
      {!isSessionOver && (
        <Button
          variant="default"
          leftSection={<IconPhonePlus aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={formId}
          onClick={() => setOpen(!isOpen)}
        >
          {t('panels.visit.sites')}
        </Button>
      )}
      {!isSessionOver && isOpen && (
        <form id={formId} onSubmit={submit}>
          <Stack gap="xs">
            <DraftNotice kept={kept} />
            <Autocomplete
              label={t('panels.visit.sites.name')}
              maxLength={LONGEST_NAME}
              data={list?.units ?? []}
              {...form.getInputProps('name')}
            />
            <TextInput
              label={t('panels.visit.sites.representative')}
              maxLength={LONGEST_NAME}
              {...form.getInputProps('representative')}
            />
            <Button type="submit" disabled={!form.isValid()} loading={isPending}>
              {t('panels.visit.sites.call')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  )
}

function Called({ site: { name, link, participantId } }: { site: CalledSite }) {
  const { t } = useTranslation()
  const isHere = useSession(({ state }) => state?.admission.participants[participantId]?.status === 'present')
  const [showsCode, setShowsCode] = useState(false)
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('panels.visit.sites.site', { name })}</Text>
      <Text size="sm">{t(isHere ? 'panels.visit.sites.here' : 'panels.visit.sites.notYet')}</Text>
      {!isHere && (
        <Group grow>
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" px="xs" onClick={copy}>
                {t(copied ? 'panels.visit.sites.copied' : 'panels.visit.sites.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" px="xs" aria-expanded={showsCode} onClick={() => setShowsCode(!showsCode)}>
            {t('panels.visit.sites.code')}
          </Button>
        </Group>
      )}
      {!isHere && showsCode && (
        <Center>
          <QrCode value={link} label={t('panels.visit.sites.codeOf', { name })} size={220} />
        </Center>
      )}
    </Stack>
  )
}
