// The captions beside the stage, for whoever has switched them on: large, white on black, with the name of who speaks. To
// whoever has not chosen yet they are offered once, with one button.
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconBadgeCc, IconTextDecrease, IconTextIncrease, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaptionNotice } from '../../../../shared/wire/hearing/captions.ts'
import { useCaptionSource, useIsCaptioner, useMayBeCaptioned, useSpeakerName } from '../../../live/session/captions.ts'
import { useSession } from '../../../live/session/store.ts'
import { AutomaticMark, CaptionLines } from './CaptionLines.tsx'
import { type CaptionChoice, captionSizes, useCaptionChoice } from './caption-choice.ts'
import styles from './captions.module.css'

export function CaptionStrip({ place }: { place: CaptionChoice['place'] }) {
  const [choice, choose] = useCaptionChoice()
  const isCaptioned = useCaptionSource() !== null
  const isCaptioner = useIsCaptioner()
  const mayBeCaptioned = useMayBeCaptioned()
  if (place !== choice.place || !mayBeCaptioned) return null
  if (choice.isOn) return <Strip choice={choice} choose={choose} />
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

function Strip({ choice, choose }: { choice: CaptionChoice; choose: Choose }) {
  const { t } = useTranslation()
  const newest = useSession(({ live }) => live.captions.current ?? live.captions.lines.at(-1))
  return (
    <section className={styles.strip} data-size={choice.size} aria-label={t('captions.title')}>
      <CaptionLines isReadOut={choice.isReadOut} />
      <Tools choice={choice} choose={choose} newest={newest} />
    </section>
  )
}

function Tools({
  choice: { size, place },
  choose,
  newest,
}: {
  choice: CaptionChoice
  choose: Choose
  newest: CaptionNotice | undefined
}) {
  const { t } = useTranslation()
  const name = useSpeakerName(newest)
  const at = captionSizes.indexOf(size)
  const smaller = captionSizes[at - 1]
  const larger = captionSizes[at + 1]
  const isBelow = place === 'below'
  return (
    <div className={styles.tools}>
      {/* On a narrow screen the beginning of a long line is out of sight; who speaks is not. */}
      <span className={styles.speaking} aria-hidden>
        {newest?.isAutomatic && <AutomaticMark />}
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
