// Everybody sets here how they read captions, and looks back at the last lines; staff say who writes them.
import { SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaptionNotice } from '../../../../shared/wire/hearing/captions.ts'
import { LongList } from '../../../base/ui/LongList.tsx'
import { useCaptionSource, useSpeakerName, useWriterName } from '../../../live/session/captions.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { Automatic, OnScreens } from './Automatic.tsx'
import { Captioners } from './Captioners.tsx'
import { captionPlaces, captionSizes, useCaptionChoice } from './caption-choice.ts'

export function CaptionsPanel() {
  const { t } = useTranslation()
  const isStaff = usePermission('captions.appoint')
  const writer = useWriterName()
  const nobodyWrites = useCaptionSource() === 'engine' ? 'panels.captions.engineWrites' : 'captions.nobody'
  return (
    <div className={classes.panel}>
      <Text>{writer === null ? t(nobodyWrites) : t('panels.captions.writes', { name: writer })}</Text>
      <Reading />
      {isStaff && (
        <>
          <Automatic />
          <OnScreens />
          <Captioners />
        </>
      )}
      <LastLines />
    </div>
  )
}

function Reading() {
  const { t } = useTranslation()
  const [{ isOn, size, place, isReadOut }, choose] = useCaptionChoice()
  return (
    <Stack component="section" gap="md">
      <Switch
        size="md"
        label={t('panels.captions.show')}
        checked={isOn === true}
        onChange={({ currentTarget }) => choose({ isOn: currentTarget.checked })}
      />
      {isOn && (
        <>
          <Choice
            label={t('panels.captions.size')}
            value={size}
            data={captionSizes.map((value) => ({ value, label: t(`panels.captions.size.${value}`) }))}
            onChange={(next) => choose({ size: next })}
          />
          <Choice
            label={t('panels.captions.place')}
            value={place}
            data={captionPlaces.map((value) => ({ value, label: t(`panels.captions.place.${value}`) }))}
            onChange={(next) => choose({ place: next })}
          />
          <Switch
            size="md"
            label={t('panels.captions.readOut')}
            description={t('panels.captions.readOutHint')}
            checked={isReadOut}
            onChange={({ currentTarget }) => choose({ isReadOut: currentTarget.checked })}
          />
        </>
      )}
    </Stack>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  data: { value: Value; label: string }[]
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, ...control }: ChoiceProps<Value>) {
  return (
    <div>
      <Text fw={600} mb={4} aria-hidden>
        {label}
      </Text>
      <SegmentedControl classNames={{ label: classes.segment }} fullWidth aria-label={label} {...control} />
    </div>
  )
}

function LastLines() {
  const { t } = useTranslation()
  const lines = useSession(({ live }) => live.captions.lines)
  const title = t('panels.captions.last')
  if (lines.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {t('panels.captions.lastHint')}
      </Text>
      <LongList items={lines.toReversed()} keyOf={({ lineId }) => lineId} label={title} className={classes.list}>
        {(line) => <LastLine line={line} />}
      </LongList>
    </section>
  )
}

function LastLine({ line }: { line: CaptionNotice }) {
  const { t } = useTranslation()
  const name = useSpeakerName(line)
  return (
    <Text className={classes.preformatted}>
      {line.isAutomatic && <em>({t('captions.automaticMark')}) </em>}
      {name !== null && <strong>{name}: </strong>}
      {line.text}
    </Text>
  )
}
