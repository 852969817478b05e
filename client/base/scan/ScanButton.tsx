// Opens the dialog that photographs papers. It is fetched then, with its words: no page grows by it.
import { Button, type ButtonProps, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWords } from '../i18n/index.ts'
import type { ScanDialogProps } from './ScanDialog.tsx'

interface ScanButtonProps extends Pick<ScanDialogProps, 'purpose' | 'onDone'>, Pick<ButtonProps, 'variant' | 'size'> {}

export function ScanButton({ purpose, onDone, ...look }: ScanButtonProps) {
  const { t } = useTranslation()
  const [Dialog, setDialog] = useState<ComponentType<ScanDialogProps> | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')

  async function open() {
    setState('loading')
    try {
      const [{ ScanDialog }] = await Promise.all([
        import('./ScanDialog.tsx'),
        addWords(() => import('./strings.vi.ts')),
      ])
      setDialog(() => ScanDialog)
      setOpen(true)
      setState('idle')
    } catch {
      // Whatever went wrong, the person can only try again.
      setState('failed')
    }
  }

  return (
    <>
      <Button
        {...look}
        leftSection={<IconCamera size={22} aria-hidden />}
        loading={state === 'loading'}
        onClick={() => void open()}
      >
        {t('uploads.scan')}
      </Button>
      {state === 'failed' && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('uploads.scan.failed')}
        </Text>
      )}
      {isOpen && Dialog && (
        <Dialog
          purpose={purpose}
          onClose={() => setOpen(false)}
          onDone={(file) => {
            setOpen(false)
            onDone(file)
          }}
        />
      )}
    </>
  )
}
