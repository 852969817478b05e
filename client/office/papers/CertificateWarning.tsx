// On the health page, from thirty days before the certificate of the agency ends: papers would be issued unsigned.
import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../base/i18n/format.ts'
import { useAgencyCertificate } from './certificate-queries.ts'

export function CertificateWarning() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useAgencyCertificate()
  if (!data || data.standing === 'none' || data.standing === 'valid') return null
  const { certificate, standing } = data
  return (
    <Alert title={t('certificate.title')} color={standing === 'expiresSoon' ? 'orange' : 'red'} role="alert">
      <Text>{t(`certificate.standing.${standing}`)}</Text>
      {certificate && (
        <Text>
          {`${t('certificate.validity')}: ${t('certificate.period', {
            from: format.shortDateTime(Date.parse(certificate.validFrom)),
            until: format.shortDateTime(Date.parse(certificate.validUntil)),
          })}`}
        </Text>
      )}
    </Alert>
  )
}
