// Sending a petition: what kind, who, what, and files; then the code by which it is followed.

import { Button, Paper, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { WebPetition, type WebReceipt } from '../../../shared/wire/casework/cases.ts'
import { petitionApi } from '../../../shared/wire/casework/petition-api.ts'
import { sendForm } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { ChosenFiles, SendingFiles } from '../../base/uploads/ChosenFiles.tsx'
import { isAtFile } from '../../base/uploads/chosen-files.ts'
import { useChosenFiles } from '../../base/uploads/use-chosen-files.ts'
import { PetitionFrame, PetitionProblem } from './PetitionFrame.tsx'

const kinds = ['complaint', 'denunciation', 'proposal', 'reflection', 'unsure'] as const
type Kind = (typeof kinds)[number]

const empty = { kind: '', name: '', address: '', phone: '', email: '', subject: '', content: '' }
type Values = typeof empty

const petitionOf = ({ phone, email, ...rest }: Values) => ({
  ...rest,
  phone: phone.trim() === '' ? null : phone,
  email: email.trim() === '' ? null : email.trim(),
})

export function PetitionPage() {
  const { t } = useTranslation()
  const [receipt, setReceipt] = useState<WebReceipt | null>(null)
  return (
    <PetitionFrame title={t(receipt ? 'petition.done' : 'petition.title')}>
      {receipt ? <Sent receipt={receipt} onAnother={() => setReceipt(null)} /> : <PetitionForm onSent={setReceipt} />}
    </PetitionFrame>
  )
}

function PetitionForm({ onSent }: { onSent: (receipt: WebReceipt) => void }) {
  const { t } = useTranslation()
  const files = useChosenFiles()
  const [sending, setSending] = useState<{ share: number } | { error: unknown } | null>(null)
  const abort = useRef<AbortController>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const [form, kept] = useKeptForm('petition', {
    blank: empty,
    validate: (values) => {
      const errors: Record<string, string> = {}
      for (const { path, code, ...issue } of WebPetition.safeParse(petitionOf(values)).error?.issues ?? []) {
        const field = path.join('.') as keyof Values
        const isMissing = values[field].trim() === ''
        const tooLong = code === 'too_big' ? Number((issue as { maximum?: unknown }).maximum) : null
        errors[field] ??= isMissing
          ? t('petition.required')
          : tooLong === null
            ? t('petition.wrong')
            : t('petition.tooLong', { maximum: tooLong })
      }
      return errors
    },
  })
  const faults = Object.keys(form.errors).length
  const isSending = sending !== null && 'share' in sending

  async function send(values: Values) {
    if (isSending) return
    const body = new FormData()
    body.append('petition', JSON.stringify(petitionOf(values)))
    abort.current = new AbortController()
    setSending({ share: 0 })
    try {
      const onProgress = (share: number) => setSending({ share })
      const { signal } = abort.current
      const receipt = await files.handIn((attached) => {
        for (const file of attached) body.append('files', file, file.name)
        return sendForm(petitionApi.send, {}, body, { signal, onProgress })
      })
      kept.end()
      onSent(receipt)
    } catch (error) {
      setSending(isAtFile(error) ? null : { error })
    }
  }

  return (
    <form onSubmit={form.onSubmit((values) => void send(values))} noValidate>
      <Stack gap="lg">
        <Text>{t('petition.lead')}</Text>
        <DraftNotice kept={kept} />
        <Radio.Group label={t('petition.kind')} size="lg" required {...form.getInputProps('kind')}>
          <Stack mt="xs" gap="sm">
            {kinds.map((kind) => (
              <Radio key={kind} value={kind} size="md" label={label(kind)} description={explanation(kind)} />
            ))}
          </Stack>
        </Radio.Group>
        <Section title={t('petition.person')} hint={t('petition.person.hint')}>
          <TextInput
            size="md"
            label={t('petition.name')}
            autoComplete="name"
            required
            {...form.getInputProps('name')}
          />
          <TextInput
            size="md"
            label={t('petition.address')}
            autoComplete="street-address"
            required
            {...form.getInputProps('address')}
          />
          <TextInput
            size="md"
            type="tel"
            label={t('petition.phone')}
            description={t('petition.phone.hint')}
            autoComplete="tel"
            {...form.getInputProps('phone')}
          />
          <TextInput
            size="md"
            type="email"
            label={t('petition.email')}
            autoComplete="email"
            {...form.getInputProps('email')}
          />
        </Section>
        <Section title={t('petition.content')}>
          <TextInput
            size="md"
            label={t('petition.subject')}
            description={t('petition.subject.hint')}
            required
            {...form.getInputProps('subject')}
          />
          <Textarea
            size="md"
            label={t('petition.words')}
            description={t('petition.words.hint')}
            required
            autosize
            minRows={5}
            maxRows={20}
            {...form.getInputProps('content')}
          />
          <ChosenFiles
            {...files}
            hint={t('petition.files', { count: maximumFilesAtOnce })}
            submitLabel={t('petition.submit')}
          />
        </Section>
        {faults > 0 && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('petition.faults', { count: faults })}
          </Text>
        )}
        {isSending && files.count > 0 && <SendingFiles share={sending.share} />}
        {sending !== null && 'error' in sending && <PetitionProblem error={sending.error} />}
        <Button type="submit" size="xl" loading={isSending}>
          {t('petition.submit')}
        </Button>
      </Stack>
    </form>
  )

  function label(kind: Kind) {
    return t(kind === 'unsure' ? 'petition.kind.unsure' : `caseKind.${kind}`)
  }
  function explanation(kind: Kind) {
    return t(kind === 'unsure' ? 'petition.kind.unsure.what' : `petition.kind.${kind}`)
  }
}

function Section({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
  return (
    <Stack component="fieldset" gap="sm" p={0} m={0} style={{ border: 0, minWidth: 0 }}>
      <Text component="legend" fw={700} fz="lg" p={0}>
        {title}
      </Text>
      {hint && <Text c="dimmed">{hint}</Text>}
      {children}
    </Stack>
  )
}

function Sent({ receipt: { code, receivedOn }, onAnother }: { receipt: WebReceipt; onAnother: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isCopied, setCopied] = useState(false)
  // On plain http browsers copy nothing.
  const isCopying = window.isSecureContext
  return (
    <>
      <Text>{t('petition.done.what', { date: format.isoDate(receivedOn) })}</Text>
      <Paper withBorder p="lg" ta="center">
        <Text>{t('petition.code')}</Text>
        <Text fw={700} fz={36} ff="monospace" data-testid="follow-code">
          {code}
        </Text>
      </Paper>
      {/* Below each other on a phone: large type has to have room for its words. */}
      <SimpleGrid cols={{ base: 1, xs: isCopying ? 2 : 1 }}>
        {isCopying && (
          <Button
            size="lg"
            variant="default"
            leftSection={isCopied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
            onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
          >
            {t(isCopied ? 'petition.copied' : 'petition.copy')}
          </Button>
        )}
        <Button size="lg" variant="default" leftSection={<IconPrinter aria-hidden />} onClick={() => window.print()}>
          {t('petition.print')}
        </Button>
      </SimpleGrid>
      <Button size="xl" component={Link} to={`/follow#${code}`}>
        {t('petition.goFollow')}
      </Button>
      <Button variant="subtle" size="md" onClick={onAnother}>
        {t('petition.another')}
      </Button>
    </>
  )
}
