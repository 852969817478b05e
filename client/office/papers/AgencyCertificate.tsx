// The certificate by which issued papers are signed: whose it is, until when, and another handed in (ADR 0058).

import { Alert, Button, Group, Loader, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { IconCertificate } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgencyCertificateState, NewAgencyCertificate } from '../../../shared/wire/papers/agency-certificate.ts'
import { agencyCertificateApi } from '../../../shared/wire/papers/agency-certificate-api.ts'
import { call } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { FileField } from '../ui/FileField.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { agencyCertificateKey as queryKey, useAgencyCertificate } from './certificate-queries.ts'

export function AgencyCertificate() {
  const { t } = useTranslation()
  const state = useAgencyCertificate()
  return (
    <Section title={t('certificate.title')} hint={t('certificate.hint')}>
      {state.isPending && <Loader aria-label={t('staff.loading')} />}
      {state.isError && <Problem error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && (
        <>
          <Held state={state.data} />
          <HandIn />
          <Text size="sm" c="dimmed">
            {t('certificate.proves')}
          </Text>
        </>
      )}
    </Section>
  )
}

const colors: Readonly<Record<AgencyCertificateState['standing'], string>> = {
  none: 'gray',
  valid: 'green',
  expiresSoon: 'orange',
  expired: 'red',
  notYetValid: 'red',
  unreadable: 'red',
}

function Held({ state: { certificate, standing } }: { state: AgencyCertificateState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Stack gap="sm">
      <Alert color={colors[standing]}>
        <Text fw={600}>{t(`certificate.standing.${standing}`)}</Text>
        {certificate && (
          <>
            <Text>{`${t('certificate.subject')}: ${certificate.subject}`}</Text>
            <Text>{`${t('certificate.issuer')}: ${certificate.issuer}`}</Text>
            <Text>
              {`${t('certificate.validity')}: ${t('certificate.period', {
                from: format.shortDateTime(Date.parse(certificate.validFrom)),
                until: format.shortDateTime(Date.parse(certificate.validUntil)),
              })}`}
            </Text>
          </>
        )}
      </Alert>
      {standing !== 'none' && (
        <Button variant="subtle" color="red" style={{ alignSelf: 'flex-start' }} onClick={() => setIsAsking(true)}>
          {t('certificate.remove')}
        </Button>
      )}
      {isAsking && <RemoveDialog onClose={() => setIsAsking(false)} />}
    </Stack>
  )
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(agencyCertificateApi.remove),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey })
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('certificate.remove')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          remove.mutate()
        }}
      >
        <Stack>
          <Text>{t('certificate.remove.what')}</Text>
          {remove.isError && <Problem error={remove.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('certificate.remove')} isPending={remove.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}

function HandIn() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const form = useForm<{ file: File | null; password: string }>({
    initialValues: { file: null, password: '' },
    validate: { file: isNotEmpty() },
  })
  const [isUnreadable, setIsUnreadable] = useState(false)
  const handIn = useMutation({
    mutationFn: (body: NewAgencyCertificate) => call(agencyCertificateApi.replace, { body }),
    onSuccess: (state) => {
      queries.setQueryData(queryKey, state)
      form.reset()
    },
  })
  const submit = form.onSubmit(async ({ file, password }) => {
    if (!file) return
    const content = await base64Of(file)
    setIsUnreadable(content === null)
    if (content !== null) handIn.mutate({ file: content, password })
  })
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" grow preventGrowOverflow={false}>
          <FileField
            label={t('certificate.file')}
            leftSection={<IconCertificate size={18} aria-hidden />}
            accept=".p12,.pfx,application/x-pkcs12"
            file={form.values.file}
            onChoose={(file) => form.setFieldValue('file', file)}
          />
          <PasswordInput
            label={t('certificate.password')}
            autoComplete="off"
            miw="15rem"
            {...form.getInputProps('password')}
          />
        </Group>
        {isUnreadable && (
          <Alert color="red" role="alert">
            {t('certificate.unreadableFile')}
          </Alert>
        )}
        {handIn.isError && <Problem error={handIn.error} />}
        {handIn.isSuccess && !form.values.file && (
          <Alert color="green" role="status">
            {t('certificate.kept')}
          </Alert>
        )}
        <Button type="submit" disabled={!form.isValid()} loading={handIn.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('certificate.submit')}
        </Button>
      </Stack>
    </form>
  )
}

/** null: the browser cannot read it. */
async function base64Of(file: File): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  } catch {
    return null
  }
}
