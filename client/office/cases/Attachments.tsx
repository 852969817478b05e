// The papers of a case, and adding more.

import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { caseApi } from '../../../shared/wire/casework/case-api.ts'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { addressOf } from '../../base/api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { ChosenFiles, SendingFiles } from '../../base/uploads/ChosenFiles.tsx'
import { isAtFile } from '../../base/uploads/chosen-files.ts'
import { useChosenFiles } from '../../base/uploads/use-chosen-files.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { useAttach } from './queries.ts'

export function Attachments({ detail: { row, attachments, mayRead } }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isAdding, setAdding] = useState(false)
  const isOver = row.status === 'closed' || row.status === 'split'
  const isSecret = isStateSecret(row.secrecy)
  const mayTake = mayRead && !isSecret
  return (
    <Section title={t('cases.files')}>
      {attachments.length === 0 && <Text c="dimmed">{t('cases.files.none')}</Text>}
      <ul className={classes.iconList} aria-label={t('cases.files')}>
        {attachments.map(({ title, format: kind, bytes, sha256, scan }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: papers are only added, and the same may be there twice
          <li key={index}>
            <IconPaperclip size={18} aria-hidden className={classes.lineIcon} />
            <span>
              {mayTake ? (
                <Anchor
                  href={addressOf(caseApi.file, { params: { caseId: row.caseId, sha256 } })}
                  download
                  underline="always"
                >
                  {title}.{kind}
                </Anchor>
              ) : (
                // The name of a file may tell who wrote it.
                (mayRead && `${title}.${kind}`) || t('cases.protected')
              )}{' '}
              <Text span size="sm" c="dimmed">
                {format.fileSize(bytes)}
                {scan === 'notScanned' && ` · ${t('staff.conclusions.notScanned')}`}
              </Text>
            </span>
          </li>
        ))}
      </ul>
      {isSecret && <Text>{t('rejection.intake.secret-papers')}</Text>}
      {!isOver &&
        !isSecret &&
        (isAdding ? (
          <Adding caseId={row.caseId} onDone={() => setAdding(false)} />
        ) : (
          <Group>
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('cases.files.add')}
            </Button>
          </Group>
        ))}
    </Section>
  )
}

function Adding({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { send, share } = useAttach(caseId)
  const files = useChosenFiles()
  const submit = () =>
    files
      .handIn((attached) => send.mutateAsync({ petition: {}, files: attached }))
      // Shown from `send.error`, or at the file that is refused.
      .then(onDone, () => undefined)
  return (
    <>
      <ChosenFiles
        {...files}
        hint={t('cases.files.hint', { count: maximumFilesAtOnce })}
        submitLabel={t('cases.files.send')}
      />
      {send.isPending && <SendingFiles share={share} />}
      {send.isError && !isAtFile(send.error) && <Problem error={send.error} />}
      <Group gap="xs">
        <Button disabled={files.count === 0} loading={send.isPending} onClick={() => void submit()}>
          {t('cases.files.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('dialog.cancel')}
        </Button>
      </Group>
    </>
  )
}
