// Rows of the register behind a figure; what is missing in one is written right here.
import { useState } from 'react'
import type { RegisterRow } from '../../../shared/wire/reception/register.ts'
import { RowCard } from './RowCard.tsx'
import { CorrectDialog, WriteDialog } from './RowDialog.tsx'

export function ReceptionCards({ rows }: { rows: readonly RegisterRow[] }) {
  const [writing, setWriting] = useState<RegisterRow | null>(null)
  const close = () => setWriting(null)
  return (
    <>
      {rows.map((row) => (
        <RowCard key={row.rowId} row={row} onWrite={setWriting} />
      ))}
      {writing &&
        (writing.closed ? (
          <CorrectDialog row={writing} onClose={close} />
        ) : (
          <WriteDialog row={writing} onClose={close} />
        ))}
    </>
  )
}
