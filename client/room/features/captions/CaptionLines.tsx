// The last lines of the captions, with the name of who speaks; what a machine has heard says so.
import { useTranslation } from 'react-i18next'
import type { CaptionNotice } from '../../../../shared/wire/hearing/captions.ts'
import { useCaptionSource, useSpeakerName } from '../../../live/session/captions.ts'
import { useSession } from '../../../live/session/store.ts'
import styles from './captions.module.css'

/** Finished lines that stay in sight beside the one being written. */
const LINES_IN_SIGHT = 2

export function CaptionLines({ isReadOut = false }: { isReadOut?: boolean }) {
  const { t } = useTranslation()
  const isCaptioned = useCaptionSource() !== null
  const { current, lines } = useSession(({ live }) => live.captions)
  const inSight = lines.slice(-LINES_IN_SIGHT)
  const newest = current ?? inSight.at(-1)
  const isSilent = inSight.length === 0 && !current
  return (
    <div className={styles.words}>
      {/* The region is there before the words; a line on its way would be said anew with every letter. */}
      <div aria-live={isReadOut ? 'polite' : 'off'}>
        {inSight.map((line, index) => (
          <Line key={line.lineId} line={line} before={line === newest ? undefined : inSight[index - 1]} />
        ))}
      </div>
      {current && <Line line={current} before={undefined} />}
      {(isSilent || !isCaptioned) && (
        <p className={styles.quiet}>{t(isCaptioned ? 'captions.soon' : 'captions.nobody')}</p>
      )}
    </div>
  )
}

/** Name and mark stand where another begins to speak, and before the newest line. */
function Line({ line, before }: { line: CaptionNotice; before: CaptionNotice | undefined }) {
  const ownName = useSpeakerName(line)
  const nameBefore = useSpeakerName(before)
  const isSame = before !== undefined && ownName === nameBefore && before.isAutomatic === line.isAutomatic
  return (
    <p className={styles.line}>
      {!isSame && line.isAutomatic && <AutomaticMark />}
      {!isSame && ownName !== null && <span className={styles.name}>{ownName}: </span>}
      {line.text}
    </p>
  )
}

export function AutomaticMark() {
  const { t } = useTranslation()
  return (
    <>
      <span className={styles.automatic}>{t('captions.automaticMark')}</span>{' '}
    </>
  )
}
