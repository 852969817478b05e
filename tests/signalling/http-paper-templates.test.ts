// The agency’s own layout of papers, through REST.
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
  it('is the administrator’s alone', async () => {
    const { cookie } = await server.signIn()
    for (const path of [at, `${at}/receipt/starter.docx`, `${at}/receipt/example.docx`])
      expect((await server.call('GET', path, { cookie })).status, path).toBe(403)
    expect((await server.upload(`${at}/receipt`, 'Mẫu.docx', new Uint8Array([1]), { cookie })).status).toBe(403)
    expect((await server.call('DELETE', `${at}/receipt`, { cookie })).status).toBe(403)
  })

  it('is refused with the field at fault, or kept, shown filled in, and taken away again', async () => {
    const { cookie } = await server.signIn('administrator')
    const hands = (bytes: Uint8Array) => server.upload(`${at}/receipt`, 'Mẫu.docx', new Uint8Array(bytes), { cookie })
    const own = async () => (await server.call('GET', at, { cookie })).body.templates[0].own
    const wrong = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Số {so} {mau}')] }] }))
    const refused = await hands(wrong)
    expect([refused.status, refused.body.error]).toMatchObject([422, { code: 'template.unknown-fields', field: 'mau' }])
    expect(await own()).toBeNull()
    const starter = await server.call('GET', `${at}/receipt/starter.docx`, { cookie })
    expect((await hands(starter.raw)).status).toBe(204)
    expect(await own()).toMatchObject({ name: 'Mẫu' })
    const example = await server.call('GET', `${at}/receipt/example.docx`, { cookie })
    expect((await mammoth.extractRawText({ buffer: example.raw })).value).toContain('Nguyễn Văn A')
    expect((await server.call('DELETE', `${at}/receipt`, { cookie })).status).toBe(204)
    expect(await own()).toBeNull()
  })
})
