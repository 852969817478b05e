// The agency's phrases: put into the text that is being written, added to from it, removed when nobody needs them.
import { ActionIcon, Alert, Button, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '../../../../base/i18n/index.ts'
import classes from '../../../frame/panel.module.css'
import { usePhrases } from './use-phrases.ts'

const LONGEST_PHRASE = 1000

interface PhrasesDialogProps {
  /** What is being written. */
  text: string
  onInsert: (phrase: string) => void
  onClose: () => void
}

export function PhrasesDialog({ text, onInsert, onClose }: PhrasesDialogProps) {
  const { t } = useTranslation()
  const { phrases, failure, keep, forget } = usePhrases()
  const failed = t('panels.minutes.phrases.failed')
  const written = text.trim()
  const mayKeep = written !== '' && written.length <= LONGEST_PHRASE
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('panels.minutes.phrases')}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        {failure && (
          <Alert color="red">
            {failure === 'unknown' ? failed : (wordsFor(t, `rejection.${failure.code}`) ?? failed)}
          </Alert>
        )}
        {phrases === null && failure === null && <Loader aria-label={t('panels.minutes.phrases')} />}
        {phrases?.length === 0 && <Text c="dimmed">{t('panels.minutes.phrases.empty')}</Text>}
        <ul className={classes.list} aria-label={t('panels.minutes.phrases')}>
          {phrases?.map((phrase) => (
            <li key={phrase.phraseId} className={classes.row}>
              <Button
                variant="subtle"
                justify="flex-start"
                className={classes.grow}
                styles={{
                  label: { whiteSpace: 'pre-wrap', textAlign: 'left' },
                  root: { height: 'auto', minHeight: 44 },
                }}
                onClick={() => {
                  onInsert(phrase.text)
                  onClose()
                }}
              >
                {phrase.text}
              </Button>
              <ActionIcon
                variant="subtle"
                color="red"
                size={44}
                aria-label={t('panels.minutes.phrases.remove', { text: phrase.text })}
                onClick={() => void forget(phrase.phraseId)}
              >
                <IconTrash size={20} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Button variant="default" disabled={!mayKeep} onClick={() => void keep(written)}>
          {t('panels.minutes.phrases.keep')}
        </Button>
      </Stack>
    </Modal>
  )
}
