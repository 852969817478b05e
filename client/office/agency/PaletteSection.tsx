// The colours of the pages: a click chooses, this page follows at once, all others when they are next opened. Red is none of them (client/base/theme).
import { Radio, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { firstPalette, type Palette, palettes } from '../../../shared/agency/palettes.ts'
import type { AgencyReply } from '../../../shared/wire/papers/agency.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { palettes as colours } from '../../base/theme/palettes.ts'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './agency.module.css'
import { useChoosePalette } from './queries.ts'

export function PaletteSection({ chosen }: { chosen: AgencyReply['palette'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const choose = useChoosePalette()
  const now = choose.isPending ? choose.variables : (chosen?.palette ?? firstPalette)
  return (
    <Section title={t('agency.palette')} hint={t('agency.palette.hint')}>
      <Radio.Group
        aria-label={t('agency.palette')}
        value={now}
        onChange={(value) => choose.mutate(palettes.find((one) => one === value) ?? firstPalette)}
      >
        <div className={classes.palettes}>
          {palettes.map((palette) => (
            <Radio.Card key={palette} value={palette} className={classes.palette}>
              <Radio.Indicator />
              <Swatch palette={palette} />
              <Text>{t(`agency.palette.${palette}`)}</Text>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {chosen && (
        <Text size="sm" c="dimmed">
          {t('agency.record.by', { name: chosen.by ?? '…', time: format.dateTime(chosen.at) })}
        </Text>
      )}
      {choose.isError && <Problem error={choose.error} />}
    </Section>
  )
}

/** The bar of a page, a button, a light ground. */
const Swatch = ({ palette }: { palette: Palette }) => (
  <svg viewBox="0 0 72 32" width={72} height={32} aria-hidden>
    {[8, 6, 1].map((shade, index) => (
      <rect key={shade} x={index * 24} width={24} height={32} fill={colours[palette][shade]} />
    ))}
  </svg>
)
