// A field to sign in with a finger, a pen or a mouse. What is kept is the way of each stroke, not a picture.
import { Button, Text } from '@mantine/core'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing, pathOf, signatureField } from '../../../../../shared/wire/reception/signature.ts'
import classes from './statement.module.css'

type Point = [number, number]

interface SignatureFieldProps {
  isPending: boolean
  onSigned: (drawing: Drawing) => void
}

export function SignatureField({ isPending, onSigned }: SignatureFieldProps) {
  const { t } = useTranslation()
  const [strokes, setStrokes] = useState<readonly Point[][]>([])
  const [isTooShort, setTooShort] = useState(false)
  const pen = useRef<number | null>(null)

  function begin(event: PointerEvent<SVGSVGElement>) {
    if (pen.current !== null || !event.isPrimary) return
    pen.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    setTooShort(false)
    const point = pointOf(event)
    setStrokes((drawn) => [...drawn, [point]])
  }

  function move(event: PointerEvent<SVGSVGElement>) {
    if (pen.current !== event.pointerId) return
    const point = pointOf(event)
    setStrokes((drawn) => {
      const last = drawn.at(-1) ?? []
      const isStill = last.at(-1)?.join() === point.join()
      return isStill ? drawn : [...drawn.slice(0, -1), [...last, point]]
    })
  }

  function end(event: PointerEvent<SVGSVGElement>) {
    if (pen.current === event.pointerId) pen.current = null
  }

  function submit() {
    const drawing = Drawing.safeParse(strokes)
    if (drawing.success) onSigned(drawing.data)
    else {
      setTooShort(true)
      setStrokes([])
    }
  }

  return (
    <div>
      <Text size="xl" fw={600}>
        {t('statement.signHere')}
      </Text>
      <svg
        className={classes.field}
        viewBox={`0 0 ${signatureField.width} ${signatureField.height}`}
        role="img"
        aria-label={t('statement.signatureField')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <line x1={60} x2={940} y1={320} y2={320} />
        <path d={pathOf(strokes.map((points) => [...points]))} />
      </svg>
      {isTooShort && (
        <Text c="red" role="alert">
          {t('statement.tooShort')}
        </Text>
      )}
      <div className={classes.choices}>
        <Button size="xl" variant="default" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
          {t('statement.signAgain')}
        </Button>
        <Button size="xl" disabled={strokes.length === 0} loading={isPending} onClick={submit}>
          {t('statement.signDone')}
        </Button>
      </div>
    </div>
  )
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  const along = (share: number, size: number) => Math.round(Math.min(1, Math.max(0, share)) * size)
  return [along((clientX - left) / width, signatureField.width), along((clientY - top) / height, signatureField.height)]
}
