// The captions beside the stage, for whoever has switched them on: large, white on black, with the name of who speaks. To
// whoever has not chosen yet they are offered once, with one button.
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconBadgeCc, IconTextDecrease, IconTextIncrease, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaptionNotice, Speaker } from '../../shared/wire/captions.ts'
import { type CaptionChoice, captionSizes, useCaptionChoice } from '../session/caption-choice.ts'
import { useIsCaptioned, useIsCaptioner, useSpeakerName } from '../session/captions.ts'
import { useSession } from '../session/store.ts'
import styles from './captions.module.css'

/** Finished lines that stay in sight beside the one being written. */
const LINES_IN_SIGHT = 2

export function CaptionStrip({ place }: { place: CaptionChoice['place'] }) {
  const [choice, choose] = useCaptionChoice()
  const isCaptioned = useIsCaptioned()
  const isCaptioner = useIsCaptioner()
  const hasCaptioners = useSession(({ state }) => (state?.captions.captioners.length ?? 0) > 0)
  if (place !== choice.place || !hasCaptioners) return null
  if (choice.isOn) return <Strip choice={choice} choose={choose} isCaptioned={isCaptioned} />
  return choice.isOn === null && isCaptioned && !isCaptioner ? <Offer choose={choose} /> : null
}

type Choose = (changes: Partial<CaptionChoice>) => void

function Offer({ choose }: { choose: Choose }) {
  const { t } = useTranslation()
  return (
    <section className={styles.offer} role="status" aria-label={t('captions.title')}>
      <IconBadgeCc size={28} aria-hidden />
      <strong className={styles.offerWords}>{t('captions.offer')}</strong>
      <Button color="dark" variant="white" onClick={() => choose({ isOn: true })}>
        {t('captions.switchOn')}
      </Button>
      <Button color="dark" variant="outline" c="white" bd="1px solid white" onClick={() => choose({ isOn: false })}>
        {t('captions.notNeeded')}
      </Button>
    </section>
  )
}

function Strip({ choice, choose, isCaptioned }: { choice: CaptionChoice; choose: Choose; isCaptioned: boolean }) {
  const { t } = useTranslation()
  const { current, lines } = useSession(({ live }) => live.captions)
  const inSight = lines.slice(-LINES_IN_SIGHT)
  const isSilent = inSight.length === 0 && !current
  const newest = current ?? inSight.at(-1)
  return (
    <section className={styles.strip} data-size={choice.size} aria-label={t('captions.title')}>
      <div className={styles.words}>
        {/* The region is there before the words; a line on its way would be said anew with every letter. */}
        <div aria-live={choice.isReadOut ? 'polite' : 'off'}>
          {inSight.map((line, index) => (
            <Line key={line.lineId} line={line} before={line === newest ? undefined : inSight[index - 1]} />
          ))}
        </div>
        {current && <Line line={current} before={undefined} />}
        {(isSilent || !isCaptioned) && (
          <p className={styles.quiet}>{t(isCaptioned ? 'captions.soon' : 'captions.nobody')}</p>
        )}
      </div>
      <Tools choice={choice} choose={choose} speaker={newest?.speaker ?? null} />
    </section>
  )
}

/** The name stands where another begins to speak, and before the newest line. */
function Line({ line: { speaker, text }, before }: { line: CaptionNotice; before: CaptionNotice | undefined }) {
  const ownName = useSpeakerName(speaker)
  const nameBefore = useSpeakerName(before?.speaker ?? null)
  const name = ownName === nameBefore ? null : ownName
  return (
    <p className={styles.line}>
      {name !== null && <span className={styles.name}>{name}: </span>}
      {text}
    </p>
  )
}

function Tools({
  choice: { size, place },
  choose,
  speaker,
}: {
  choice: CaptionChoice
  choose: Choose
  speaker: Speaker
}) {
  const { t } = useTranslation()
  const name = useSpeakerName(speaker)
  const at = captionSizes.indexOf(size)
  const smaller = captionSizes[at - 1]
  const larger = captionSizes[at + 1]
  const isBelow = place === 'below'
  return (
    <div className={styles.tools}>
      {/* On a narrow screen the beginning of a long line is out of sight; who speaks is not. */}
      <span className={styles.speaking} aria-hidden>
        {name}
      </span>
      <Tool
        label={t('captions.smaller')}
        icon={IconTextDecrease}
        isDisabled={!smaller}
        act={() => smaller && choose({ size: smaller })}
      />
      <Tool
        label={t('captions.larger')}
        icon={IconTextIncrease}
        isDisabled={!larger}
        act={() => larger && choose({ size: larger })}
      />
      <Tool
        label={t(isBelow ? 'captions.moveAbove' : 'captions.moveBelow')}
        icon={isBelow ? IconArrowUp : IconArrowDown}
        act={() => choose({ place: isBelow ? 'above' : 'below' })}
      />
      <Tool label={t('captions.switchOff')} icon={IconX} act={() => choose({ isOn: false })} />
    </div>
  )
}

interface ToolProps {
  label: string
  icon: typeof IconX
  isDisabled?: boolean
  act: () => void
}

function Tool({ label, icon: Icon, isDisabled = false, act }: ToolProps) {
  return (
    <ActionIcon
      className={styles.tool}
      variant="transparent"
      size={44}
      aria-label={label}
      title={label}
      // Stays in reach of the keyboard when it has done all it can.
      aria-disabled={isDisabled}
      onClick={act}
    >
      <Icon size={24} aria-hidden />
    </ActionIcon>
  )
}
