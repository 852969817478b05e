// Captions by the server in real browsers, with a script in place of a model: staff switch them on, everybody reads who says what, a
// second screen shows it to a whole room, and a captioner who types comes first.
import { expect, test } from '@playwright/test'
import { hasNoFault } from '../harness/accessibility.ts'
import { everybodyLeaves } from '../harness/browser.ts'
import { DemoServer } from '../harness/demo-server.ts'
import { admit, goIn, isInside, names, openPage, openPanel, paper } from '../harness/hearing.ts'
import { type SpeechModel, scriptedSpeech, speechModel } from '../harness/speech-models.ts'

const saidByTheModel = ['KÍNH THƯA HỘI NGHỊ', 'CHÚNG TA BẮT ĐẦU', 'XIN MỜI ĐIỂM CẦU XÃ TÂN LẬP']

let server: DemoServer
let model: SpeechModel

test.beforeAll(async () => {
  // The administrator has forgotten a file.
  model = await speechModel(saidByTheModel, { 'joiner.int8.onnx': '' })
  server = await DemoServer.start({ ...scriptedSpeech, SPEECH_MODEL_DIR: model.folder })
})
test.afterEach(({ browser }) => everybodyLeaves(browser))
test.afterAll(async () => {
  await server.close()
  await model.remove()
})

test('the server recognises what is said, and a screen shows it to the whole room', async ({ browser, request }) => {
  const chair = await openPage(browser, server.link('chair'))
  const citizen = await openPage(browser, server.link('citizen'), { isPhone: true })
  await citizen.emulateMedia({ reducedMotion: 'reduce' })
  for (const page of [chair, citizen]) await goIn(page)
  await isInside(chair)
  await admit(chair, names.citizen)
  await isInside(citizen)
  const screen = await openPage(browser, server.link('observer').replace('#', '?display=wall#'))
  await admit(chair, names.observer)
  const onScreen = screen.getByRole('region', { name: 'Phụ đề' })
  const strip = citizen.getByRole('region', { name: 'Phụ đề' })

  const automatic = chair.getByRole('switch', { name: 'Phụ đề tự động' })

  await test.step('of a model that lacks a file staff are told which, and can promise no captions to anybody', async () => {
    await openPanel(chair, 'Phụ đề')
    await expect(chair.getByText(`thư mục ${model.folder} thiếu tệp joiner*.onnx.`)).toBeVisible()
    await expect(automatic).toBeDisabled()
    await hasNoFault(chair, 'captions that cannot be recognised')
    await expect(citizen.getByRole('button', { name: 'Bật phụ đề' })).toBeHidden()
  })

  await test.step('once the file is there, what the chair says is read on a phone, with the mark of the machine', async () => {
    await model.put('joiner.int8.onnx', 'joiner')
    await expect(automatic).toBeEnabled({ timeout: 30_000 })
    await automatic.click()
    await citizen.getByRole('button', { name: 'Bật phụ đề' }).click()
    await expect(strip).toContainText(`tự động ${names.chair}: Kính thưa hội nghị`, { timeout: 30_000 })
    await hasNoFault(citizen, 'automatic captions on a phone')
  })

  await test.step('a second screen shows them when the chair says so', async () => {
    await expect(onScreen).toBeHidden()
    await chair.getByRole('switch', { name: 'Hiện phụ đề trên màn hình phụ' }).click()
    await expect(onScreen).toContainText(`tự động ${names.chair}: `)
    await hasNoFault(screen, 'captions on a second screen')
  })

  await test.step('the machine gives way to who types, on the screen too', async () => {
    await chair.getByRole('combobox', { name: 'Chọn người ghi phụ đề' }).selectOption(names.chair)
    const box = chair.getByRole('textbox', { name: 'Gõ lời đang nói' })
    await box.fill('Đề nghị giữ trật tự')
    await expect(chair.getByRole('button', { name: 'Dừng ghi phụ đề' })).toBeVisible()
    for (const words of ['Đề nghị giữ trật tự', 'Xin mời công dân']) {
      await box.fill(words)
      await box.press('Enter')
      await expect(box).toHaveValue('')
    }
    // Two lines are in sight: none of the machine came between.
    await expect(onScreen).toContainText('Xin mời công dân')
    await expect(onScreen).not.toContainText('tự động')
  })

  await test.step('in the transcript each line says whether a machine heard it', async () => {
    const saved = (await paper(request, server, 'transcript.txt')).toString()
    expect(saved).toContain(`(tự động) ${names.chair}: Kính thưa hội nghị`)
    expect(saved).toMatch(/^\[\d\d:\d\d:\d\d\] [^(\n]*Đề nghị giữ trật tự$/m)
  })
})
