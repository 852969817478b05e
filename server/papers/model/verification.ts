// The end of an issued paper: where anybody can check that it is genuine.
import QRCode from 'qrcode'
import { type Columns, gap, line, type Paper } from './paper.ts'

interface Where {
  readonly code: string
  readonly url: string
  readonly page: string
}

const sideMm = 24
const options = { errorCorrectionLevel: 'M', margin: 0 } as const

export async function withVerification(paper: Paper, where: Where): Promise<Paper> {
  return { ...paper, blocks: [...paper.blocks, gap(4), await verificationOf(where)] }
}

export const qrPng = (url: string): Promise<Buffer> => QRCode.toBuffer(url, { ...options, scale: 8 })

async function verificationOf({ code, url, page }: Where): Promise<Columns> {
  const [svg, png] = await Promise.all([QRCode.toString(url, { ...options, type: 'svg' }), qrPng(url)])
  return {
    kind: 'columns',
    widthsMm: [sideMm + 5, 165 - sideMm - 5],
    rows: [
      [
        [{ kind: 'picture', sideMm, alt: `Mã QR: ${url}`, svg, pngBase64: png.toString('base64') }],
        [
          line('recipient', 'Kiểm tra văn bản này có thật hay không: quét mã bên cạnh,'),
          line('recipient', `hoặc mở ${page} và nhập mã:`),
          line('recipient', '', code),
        ],
      ],
    ],
  }
}
