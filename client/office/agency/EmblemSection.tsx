// The emblem: shown on top of the pages for citizens and of the door of a hearing. Papers of NĐ 30/2020 have none.
import { Button, Group, Image, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgencyReply } from '../../../shared/wire/papers/agency.ts'
import { emblemAddress } from '../../base/agency/public-agency.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { FileField } from '../ui/FileField.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { useEmblem } from './queries.ts'

export function EmblemSection({ emblem }: Pick<AgencyReply, 'emblem'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { handIn, remove } = useEmblem()
  const [file, setFile] = useState<File | null>(null)
  const change = handIn.isError ? handIn : remove
  return (
    <Section title={t('agency.emblem')} hint={t('agency.emblem.hint')}>
      {emblem?.sha256 && (
        <Group>
          <Image src={emblemAddress(emblem.sha256)} alt={t('agency.emblem')} w={64} h={64} fit="contain" />
          <Text size="sm" c="dimmed">
            {t('agency.record.by', { name: emblem.by ?? '…', time: format.dateTime(emblem.at) })}
          </Text>
          <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('agency.emblem.remove')}
          </Button>
        </Group>
      )}
      <Group align="flex-end">
        <FileField
          label={t('agency.emblem.file')}
          leftSection={<IconPhoto size={18} aria-hidden />}
          accept="image/png"
          file={file}
          onChoose={setFile}
        />
        <Button
          variant="default"
          disabled={!file}
          loading={handIn.isPending}
          onClick={() => file && handIn.mutate(file, { onSuccess: () => setFile(null) })}
        >
          {t('agency.emblem.submit')}
        </Button>
      </Group>
      {change.isError && <Problem error={change.error} />}
    </Section>
  )
}
