import type { TFunction } from 'i18next'
import type { LackingSite } from '../../../shared/wire/hearing/health.ts'

/** What a site lacks before it is known that it and the centre see and hear each other; '': nobody has told. */
export function lackWords(t: TFunction, lacking: readonly LackingSite[], siteId: string): string {
  const lacks = lacking.find((one) => one.siteId === siteId)?.lacks
  if (!lacks) return ''
  return lacks.length === 0 ? t('readiness.lack.none') : lacks.map((lack) => t(`readiness.lack.${lack}`)).join(' ')
}
