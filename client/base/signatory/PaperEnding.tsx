// The end of a paper as it will be printed: to whom it goes on the left, who signs on the right.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import { recipientLine } from '../../../shared/papers/recipients.ts'
import { usePageLetterhead } from '../agency/page-agency.ts'
import classes from './paper-ending.module.css'
import { type SignatoryDraft, shownLines } from './signatory-draft.ts'

interface PaperEndingProps {
  recipients: readonly string[]
  /** null: signed by those who kept the minutes. */
  signatory: SignatoryDraft | null
}

export function PaperEnding({ recipients, signatory }: PaperEndingProps) {
  const { t } = useTranslation()
  const letterhead = usePageLetterhead()
  const { recipients: set, fileCopy, isOfficePlain } = letterheadOf(letterhead)
  return (
    <figure className={classes.ending} aria-label={t('signatory.preview')}>
      <figcaption>
        <Text size="sm" c="dimmed">
          {t('signatory.preview')}
        </Text>
      </figcaption>
      {/* In the language of the paper. */}
      <div className={classes.columns} lang="vi">
        <div>
          <div className={classes.title} data-set={set}>
            Nơi nhận:
          </div>
          {[...recipients.map(recipientLine), fileCopy].map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text
            <div key={index} className={classes.recipient}>
              {one}
            </div>
          ))}
        </div>
        {signatory && (
          <div className={classes.signature} data-plain-office={isOfficePlain || undefined}>
            {shownLines(signatory, letterhead).map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text
              <div key={index}>{one}</div>
            ))}
            <div className={classes.name}>{signatory.name.trim() || '……'}</div>
          </div>
        )}
      </div>
    </figure>
  )
}
