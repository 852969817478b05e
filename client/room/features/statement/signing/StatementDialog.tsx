// The statement over the whole page of the citizen, in large type: heard, corrected, signed. One question a step.
import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastVersion, type Statement } from '../../../../../shared/modules/statement/contract.ts'
import { DraftNotice } from '../../../../base/ui/forms/DraftNotice.tsx'
import { useKeptText } from '../../../../base/ui/forms/use-kept-text.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { useSign } from '../../../../live/session/use-visit.ts'
import { Back, type StepProps } from './Back.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { SignatureField } from './SignatureField.tsx'
import { SignByCode } from './SignByCode.tsx'
import classes from './statement.module.css'

const LONGEST_WORDS = 1000

type Step = 'read' | 'correct' | 'sign' | 'code'

interface StatementDialogProps {
  statement: Statement
  onClose: () => void
}

export function StatementDialog({ statement, onClose }: StatementDialogProps) {
  const { t } = useTranslation()
  const version = lastVersion(statement)
  const isReading = statement.phase === 'reading' && version !== undefined
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={t('statement.title')}
      withCloseButton={!isReading}
      closeOnEscape={!isReading}
      closeButtonProps={{ 'aria-label': t('dialog.close'), size: 'xl' }}
      classNames={{ body: classes.body ?? '', title: classes.title ?? '' }}
    >
      {isReading ? (
        <ReadBack key={version.version} statementId={statement.statementId} version={version} />
      ) : (
        <p className={classes.text}>{statement.text}</p>
      )}
    </Modal>
  )
}

interface ReadBackProps {
  statementId: string
  version: Statement['versions'][number]
}

function ReadBack({ statementId, version: { version, text } }: ReadBackProps) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('read')
  const at = { statementId, version }
  const back = () => setStep('read')
  return (
    <Stack gap="lg">
      <p className={classes.text}>{text}</p>
      {step === 'read' && (
        <>
          <ReadAloud text={text} />
          <Text size="xl" fw={600}>
            {t('statement.isItRight')}
          </Text>
          <div className={classes.choices}>
            <Button size="xl" variant="default" onClick={() => setStep('correct')}>
              {t('statement.wrong')}
            </Button>
            <Button size="xl" onClick={() => setStep('sign')}>
              {t('statement.right')}
            </Button>
          </div>
        </>
      )}
      {step === 'correct' && <Correct at={at} onBack={back} />}
      {step === 'sign' && <SignByHand at={at} onBack={back} onCode={() => setStep('code')} />}
      {step === 'code' && <SignByCode at={at} onBack={() => setStep('sign')} />}
    </Stack>
  )
}

function Correct({ at, onBack }: StepProps) {
  const { t } = useTranslation()
  const ask = useCommand('statement.askCorrection')
  const [words, write, kept] = useKeptText(`statement-wrong.${at.statementId}.${at.version}`, 'words')

  // With the answer the officer writes on, and this dialog goes.
  function submit(event: FormEvent) {
    event.preventDefault()
    void ask({ ...at, words: words.trim() }).then(({ ok }) => ok && kept.end())
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <DraftNotice kept={kept} />
        <Textarea
          size="xl"
          label={t('statement.whatToCorrect')}
          description={t('statement.whatToCorrectHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={LONGEST_WORDS}
          data-autofocus
          value={words}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
        <div className={classes.choices}>
          <Back onBack={onBack} />
          <Button size="xl" type="submit" disabled={words.trim() === ''} loading={ask.isPending}>
            {t('statement.sendCorrection')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function SignByHand({ at: { statementId, version }, onBack, onCode }: StepProps & { onCode: () => void }) {
  const { t } = useTranslation()
  const { sign, isPending } = useSign(statementId)
  return (
    <Stack>
      <SignatureField isPending={isPending} onSigned={(drawing) => void sign(version, drawing)} />
      <div className={classes.choices}>
        <Back onBack={onBack} />
        <Button size="xl" variant="subtle" onClick={onCode}>
          {t('statement.byCode')}
        </Button>
      </div>
    </Stack>
  )
}
