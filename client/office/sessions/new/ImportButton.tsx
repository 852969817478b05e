import { Button } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconTableImport } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from './draft-form.ts'
import { withList } from './import/with-list.ts'

/** Reading workbooks takes libraries of some size: they come when somebody asks for it. */
const ImportDialog = lazy(async () => ({ default: (await import('./import/ImportDialog.tsx')).ImportDialog }))

export function ImportButton({ form }: DraftForm) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="light" leftSection={<IconTableImport size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {t('staff.import')}
      </Button>
      {isOpen && (
        <Suspense>
          <ImportDialog
            onClose={() => setOpen(false)}
            onTake={(list) => {
              form.setValues(withList(form.values, list, randomId))
              form.clearErrors()
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
