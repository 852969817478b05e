// Whether an issued paper is genuine, for anybody who holds it: by the code on it, and by the file itself, which never leaves the browser.

import { Alert, Button, FileInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconFileText, IconX } from '@tabler/icons-react'
import { type DragEvent, type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { archiveApi } from '../../../shared/wire/custody/archive-api.ts'
import type { VerificationKey } from '../../../shared/wire/custody/verification-key.ts'
import { issuedPaperApi } from '../../../shared/wire/papers/issued-paper-api.ts'
import type { VerifiedPaper } from '../../../shared/wire/papers/issued-papers.ts'
import { ApiError, call } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { PetitionFrame, PetitionProblem } from '../petition/PetitionFrame.tsx'
import { sha256Of } from './sha256-of.ts'

type Asked = 'asking' | { found: VerifiedPaper } | { unknown: true } | { error: unknown } | null

export function VerifyPage() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const known = hash.slice(1)
  const [code, setCode] = useState(known)
  const [asked, setAsked] = useState<Asked>(null)

  async function ask(wanted: string) {
    setAsked('asking')
    try {
      setAsked({ found: await call(issuedPaperApi.verify, { body: { code: wanted } }) })
    } catch (error) {
      const isUnknown = error instanceof ApiError && error.code === 'verification.unknown'
      setAsked(isUnknown ? { unknown: true } : { error })
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes by the QR code is answered at once, and once
  useEffect(() => {
    if (known !== '') void ask(known)
  }, [known])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (asked !== 'asking' && code.trim() !== '') void ask(code)
  }

  return (
    <PetitionFrame title={t('verify.title')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t('verify.lead')}</Text>
          <TextInput
            size="lg"
            label={t('verify.code')}
            description={t('verify.code.hint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" size="xl" loading={asked === 'asking'} disabled={code.trim() === ''}>
            {t('verify.submit')}
          </Button>
        </Stack>
      </form>
      <div aria-live="polite">{asked !== null && asked !== 'asking' && <Answer asked={asked} />}</div>
      <ArchiveKey />
    </PetitionFrame>
  )
}

/** Published here, so that an archive that is checked elsewhere can be told from one signed by somebody else. */
function ArchiveKey() {
  const { t } = useTranslation()
  const [key, setKey] = useState<VerificationKey | null>(null)
  useEffect(() => {
    // Without it the page still answers what it is asked for.
    call(archiveApi.verificationKey).then(setKey, () => undefined)
  }, [])
  if (!key) return null
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {t('verify.key')}{' '}
      <Text span ff="monospace" inherit>
        {key.fingerprint}
      </Text>
    </Text>
  )
}

function Answer({ asked }: { asked: Exclude<Asked, null | 'asking'> }) {
  const { t } = useTranslation()
  if ('error' in asked) return <PetitionProblem error={asked.error} />
  if ('unknown' in asked)
    return (
      <Alert color="red" icon={<IconX aria-hidden />} title={t('verify.unknown')}>
        <Text>{t('verify.unknown.what')}</Text>
      </Alert>
    )
  return (
    <Stack>
      <Standing paper={asked.found} />
      <Comparison sha256={asked.found.sha256} standing={asked.found.standing.is} />
    </Stack>
  )
}

function Standing({ paper: { number, year, issuedOn, sha256, standing } }: { paper: VerifiedPaper }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stands = standing.is === 'issued'
  const title = t(`verify.${standing.is}`)
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Alert
          color={stands ? 'green' : 'orange'}
          icon={stands ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          title={title}
        >
          {standing.is === 'withdrawn' && <Text>{t('verify.since', { date: format.isoDate(standing.on) })}</Text>}
          {standing.is === 'replaced' && (
            <Text>{t('verify.by', { ...standing.by, date: format.isoDate(standing.on) })}</Text>
          )}
          {stands && <Text>{t('verify.compare')}</Text>}
        </Alert>
        <Text fz="xl" fw={700}>
          {t('verify.number', { number, year })}
        </Text>
        <Text fz="lg">{t('verify.issuedOn', { date: format.isoDate(issuedOn) })}</Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('verify.hash')}{' '}
          <Text span ff="monospace" inherit>
            {sha256}
          </Text>
        </Text>
      </Stack>
    </Paper>
  )
}

/** The file stays with whoever holds it: its hash is worked out here. */
function Comparison({ sha256, standing }: { sha256: string; standing: VerifiedPaper['standing']['is'] }) {
  const { t } = useTranslation()
  const [verdict, setVerdict] = useState<'same' | 'other' | 'unreadable' | null>(null)
  const [file, setFile] = useState<File | null>(null)

  async function compare(chosen: File | null) {
    setFile(chosen)
    setVerdict(null)
    if (!chosen) return
    const found = await sha256Of(chosen)
    if (found === null) setVerdict('unreadable')
    else setVerdict(found === sha256 ? 'same' : 'other')
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    void compare(event.dataTransfer.files[0] ?? null)
  }

  return (
    <Paper withBorder p="md" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Stack gap="sm">
        <Title order={2} fz="h4">
          {t('verify.file')}
        </Title>
        <FileInput
          size="lg"
          label={t('verify.file.choose')}
          description={t('verify.file.hint')}
          placeholder={t('verify.file.none')}
          accept="application/pdf"
          leftSection={<IconFileText aria-hidden />}
          value={file}
          onChange={(chosen) => void compare(chosen)}
        />
        <div role="status">
          {verdict !== null && (
            <Alert
              color={verdict === 'same' ? 'green' : 'red'}
              icon={verdict === 'same' ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
              title={t(`verify.file.${verdict}`)}
            >
              <Text>{t(`verify.file.${verdict}.what`)}</Text>
              {verdict === 'same' && standing !== 'issued' && <Text fw={700}>{t('verify.file.but')}</Text>}
            </Alert>
          )}
        </div>
      </Stack>
    </Paper>
  )
}
