// The agency’s own templates of papers over REST.
import { Document, Packer, Paragraph } from 'docx'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HttpServer } from '../harness/http.ts'

let server: HttpServer
beforeAll(async () => {
  server = await HttpServer.start()
})
afterAll(() => server.close())

const at = '/api/paper-templates'

describe('a template of the agency', () => {
  it('is accessible to administrators only', async () => {
    const { cookie } = await server.signIn()
    for (const path of [at, `${at}/receipt/starter.docx`, `${at}/receipt/example.docx`])
      expect((await server.call('GET', path, { cookie })).status, path).toBe(403)
    expect((await server.upload(`${at}/receipt`, 'Mẫu.docx', new Uint8Array([1]), { cookie })).status).toBe(403)
    expect((await server.call('DELETE', `${at}/receipt`, { cookie })).status).toBe(403)
  })

  it('can be set for every kind of paper, with an example of each field, and is refused if required fields are missing', async () => {
    const { cookie } = await server.signIn('administrator')
    const { templates } = (await server.call('GET', at, { cookie })).body
    const kinds = templates.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual([
      ...['receipt', 'refusalNotice', 'minutes', 'receptionMinutes', 'dialogueMinutes', 'conclusions', 'supplement'],
    ])
    expect(templates[4].fields).toContainEqual({
      name: 'thong_nhat',
      what: 'Những nội dung đã thống nhất',
      example: '',
      isRequired: true,
      each: [{ name: 'doan', what: 'Một đoạn', example: 'Đo lại trước ngày 10/12/2026.' }],
    })
    const empty = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Số {so}')] }] }))
    for (const kind of kinds) {
      const { status, body } = await server.upload(`${at}/${kind}`, 'Mẫu.docx', new Uint8Array(empty), { cookie })
      expect([status, body.error.code]).toEqual([422, 'template.missing-fields'])
      expect(body.error.field).toContain('ma_kiem_tra')
    }
  })

  it('is refused naming the wrong field, or stored, shown filled in, and removed again', async () => {
    const { cookie } = await server.signIn('administrator')
    const hands = (bytes: Uint8Array) => server.upload(`${at}/receipt`, 'Mẫu.docx', new Uint8Array(bytes), { cookie })
    const own = async () => (await server.call('GET', at, { cookie })).body.templates[0].own
    const wrong = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Số {so} {mau}')] }] }))
    const refused = await hands(wrong)
    expect([refused.status, refused.body.error]).toMatchObject([422, { code: 'template.unknown-fields', field: 'mau' }])
    expect(await own()).toBeNull()
    const starter = await server.call('GET', `${at}/receipt/starter.docx`, { cookie })
    expect((await hands(starter.raw)).status).toBe(204)
    expect(await own()).toMatchObject({ name: 'Mẫu', hasQrPicture: true })
    const example = await server.call('GET', `${at}/receipt/example.docx`, { cookie })
    expect((await mammoth.extractRawText({ buffer: example.raw })).value).toContain('Nguyễn Văn A')
    expect((await server.call('DELETE', `${at}/receipt`, { cookie })).status).toBe(204)
    expect(await own()).toBeNull()
  })
})
