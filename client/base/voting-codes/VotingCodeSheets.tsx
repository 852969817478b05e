// The voting codes of each site, as a sheet that is printed once and sealed; again, or for one who has lost theirs, with the reason. In the
// room and at the office.

import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { votingCodeApi } from '../../../shared/wire/hearing/voting-code-api.ts'
import { ApiError, download } from '../api.ts'
import { rejectionText } from '../i18n/index.ts'
import { TextDialog } from '../ui/dialogs/TextDialog.tsx'

interface Delegate {
  readonly delegateId: string
  readonly name: string
}

interface Wanted {
  readonly siteId: string
  readonly delegateId: string | null
}

interface VotingCodeSheetsProps {
  sessionId: string
  /** null: by the account that has signed in. */
  token: string | null
  sites: readonly { readonly siteId: string; readonly name: string; readonly delegates: readonly Delegate[] }[]
  onPrinted?: () => void
}

const maximumReason = 300

export function VotingCodeSheets({ sessionId, token, sites, onPrinted }: VotingCodeSheetsProps) {
  const { t } = useTranslation()
  const [lost, setLost] = useState<string | null>(null)
  const withDelegates = sites.filter(({ delegates }) => delegates.length > 0)
  const siteOfLost = withDelegates.find(({ delegates }) => delegates.some(({ delegateId }) => delegateId === lost))

  const { asked, setAsked, pending, problem, print } = usePrinting({
    sessionId,
    token,
    onPrinted: () => {
      setLost(null)
      onPrinted?.()
    },
  })

  return (
    <Stack gap="sm">
      <Text size="sm">{t('votingCodes.hint')}</Text>
      <Group gap="xs">
        {withDelegates.map(({ siteId, name }) => (
          <Button
            key={siteId}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={pending === siteId}
            onClick={() => void print({ siteId, delegateId: null }, null)}
          >
            {t('votingCodes.print', { site: name })}
          </Button>
        ))}
      </Group>
      <Group align="flex-end">
        <Select
          flex="1 1 14rem"
          label={t('panels.ballot.codeLost')}
          searchable
          clearable
          data={withDelegates.map(({ name, delegates }) => ({
            group: name,
            items: delegates.map((one) => ({ value: one.delegateId, label: one.name })),
          }))}
          value={lost}
          onChange={setLost}
        />
        <Button
          variant="default"
          disabled={!siteOfLost}
          onClick={() => siteOfLost && setAsked({ siteId: siteOfLost.siteId, delegateId: lost })}
        >
          {t('panels.ballot.codeRenew')}
        </Button>
      </Group>
      {problem !== null && asked === null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
      {asked && (
        <TextDialog
          keptAs={`voting-codes.${sessionId}.${asked.delegateId ?? asked.siteId}`}
          title={t('votingCodes.again')}
          label={t('dialog.reason')}
          description={t('votingCodes.again.what')}
          problem={problem}
          submitLabel={t('votingCodes.again.submit')}
          maximumLength={maximumReason}
          onClose={() => setAsked(null)}
          onSubmit={(reason) => print(asked, reason)}
        />
      )}
    </Stack>
  )
}

interface PrintingOptions extends Pick<VotingCodeSheetsProps, 'sessionId' | 'token'> {
  onPrinted: () => void
}

/** One sheet at a time; `asked`: the one that is printed with a reason alone. */
function usePrinting({ sessionId, token, onPrinted }: PrintingOptions) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Wanted | null>(null)
  const [pending, setPending] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  /** Whether the sheet was printed. Whoever prints again is asked why first. */
  async function print(wanted: Wanted, reason: string | null): Promise<boolean> {
    setPending(wanted.siteId)
    setProblem(null)
    try {
      await download(
        votingCodeApi.print,
        { params: { sessionId }, body: { ...wanted, reason } },
        { ...(token !== null && { token }), fallbackName: 'ma-bieu-quyet.pdf' },
      )
      onPrinted()
      return true
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'unreachable'
      if (code === 'ballot.codes-need-reason' && reason === null) setAsked(wanted)
      else setProblem(rejectionText(t, { code, params: {} }))
      return false
    } finally {
      setPending(null)
    }
  }

  return { asked, setAsked, pending, problem, print }
}
