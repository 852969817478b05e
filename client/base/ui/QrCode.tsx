// A link as a QR code, drawn as one SVG path: sharp on paper, and the content security policy allows no data: picture.
import { create } from 'qrcode'

/** Four modules of white around it (ISO/IEC 18004). */
const QUIET_ZONE = 4

interface QrCodeProps {
  value: string
  label: string
  /** Pixels, or any CSS length. */
  size: number | string
}

export function QrCode({ value, label, size }: QrCodeProps) {
  const { modules } = create(value, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET_ZONE
  let path = ''
  for (const [index, isDark] of modules.data.entries()) {
    if (!isDark) continue
    const x = (index % modules.size) + QUIET_ZONE
    const y = Math.floor(index / modules.size) + QUIET_ZONE
    path += `M${x} ${y}h1v1h-1z`
  }
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width={size} height={size} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
