// The original or a language, and how loud the original stays: one’s own choice, at once, for this person alone.
import { Group, Radio, Slider, Stack, Switch, Text } from '@mantine/core'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Language } from '../../../../shared/kernel/ids.ts'
import type { Channel } from '../../../../shared/modules/interpretation/contract.ts'
import { capitalised } from '../../../base/i18n/format.ts'
import { interpreterFor } from '../../../live/session/interpreter.ts'
import { languageOf, listeningStore, useListening } from '../../../live/session/listening.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { audibleShare, canSetVolume } from '../../../live/stage/volume.ts'
import { ownNames } from './own-names.ts'

const none: readonly Channel[] = []

export function ListeningChoice() {
  const { t } = useTranslation()
  const channels = useSession(({ state }) => state?.interpretation.channels ?? none)
  const chosen = useListening(languageOf)
  const isOffered = channels.some(({ language }) => language === chosen)
  return (
    <Stack component="section" gap="md">
      <Radio.Group
        label={t('panels.interpretation.listen')}
        value={isOffered && chosen ? chosen : 'floor'}
        onChange={(value) => listeningStore.setState({ choice: value === 'floor' ? 'floor' : Language.parse(value) })}
      >
        <Stack gap="sm" mt="xs">
          <Radio
            size="md"
            value="floor"
            label={t('panels.interpretation.floor')}
            description={t('panels.interpretation.floorHint')}
            // Choosing it again says that it was seen.
            onClick={() => listeningStore.setState({ choice: 'floor' })}
          />
          {channels.map(({ language }) => (
            <LanguageRadio key={language} language={language} />
          ))}
        </Stack>
      </Radio.Group>
      {isOffered && <OriginalVolume />}
    </Stack>
  )
}

function LanguageRadio({ language }: { language: Language }) {
  const { t } = useTranslation()
  const interpreter = useSession((session) => interpreterFor(session, language))
  const name = useName(interpreter)
  const ownName = ownNames[language]
  return (
    <Radio
      size="md"
      value={language}
      label={
        <>
          {capitalised(t(`language.${language}`))}
          {ownName && <span lang={language}> · {ownName}</span>}
        </>
      }
      description={interpreter ? t('panels.interpretation.isLive', { name }) : t('panels.interpretation.isSilent')}
    />
  )
}

function OriginalVolume() {
  const { t } = useTranslation()
  const label = useId()
  const percent = useListening(({ originalPercent }) => originalPercent)
  const isGradual = useMemo(canSetVolume, [])
  const set = (originalPercent: number) => listeningStore.setState({ originalPercent })
  return (
    <div>
      {isGradual ? (
        <>
          <Text id={label} fw={600} mb="xs">
            {t('panels.interpretation.volume', { percent })}
          </Text>
          <Slider
            size="xl"
            thumbSize={32}
            mx="md"
            step={10}
            value={percent}
            onChange={set}
            label={null}
            thumbLabel={t('panels.interpretation.volumeName')}
          />
          <Group justify="space-between" mb="md" aria-hidden>
            <Text size="sm">{t('panels.interpretation.volumeOff')}</Text>
            <Text size="sm">{t('panels.interpretation.volumeFull')}</Text>
          </Group>
        </>
      ) : (
        <Switch
          size="md"
          label={t('panels.interpretation.alsoOriginal')}
          checked={percent / 100 >= audibleShare}
          onChange={({ currentTarget }) => set(currentTarget.checked ? 100 : 0)}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('panels.interpretation.volumeHint')}
      </Text>
    </div>
  )
}
