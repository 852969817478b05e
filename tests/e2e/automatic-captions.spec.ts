// Automatic captions in real browsers, with a script in place of the speech model: on phones, on a second screen, and
// replaced by typed captions.
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

test('the server recognises speech, and a second screen shows the captions to the whole room', async ({
  browser,
  request,
}) => {
  const chair = await openPage(browser, server.link('chair'))
  const citizen = await openPage(browser, server.link('citizen'), { isPhone: true })
  for (const page of [chair, citizen]) await goIn(page)
  await isInside(chair)
  await admit(chair, names.citizen)
  await isInside(citizen)
  const screen = await openPage(browser, server.link('observer').replace('#', '?display=wall#'))
  await admit(chair, names.observer)
  const onScreen = screen.getByRole('region', { name: 'Phụ đề' })
  const strip = citizen.getByRole('region', { name: 'Phụ đề' })

  const automatic = chair.getByRole('switch', { name: 'Phụ đề tự động' })

  await test.step('for an incomplete model staff see the missing file, and captions cannot be switched on', async () => {
    await openPanel(chair, 'Phụ đề')
    await expect(chair.getByText(`thư mục ${model.folder} thiếu tệp joiner*.onnx.`)).toBeVisible()
    await expect(automatic).toBeDisabled()
    await hasNoFault(chair, 'captions that cannot be recognised')
    await expect(citizen.getByRole('button', { name: 'Bật phụ đề' })).toBeHidden()
  })

  await test.step('when the file exists, the chair’s speech appears on a phone, marked as automatic', async () => {
    await model.put('joiner.int8.onnx', 'joiner')
    await expect(automatic).toBeEnabled({ timeout: 30_000 })
    await automatic.click()
    await citizen.getByRole('button', { name: 'Bật phụ đề' }).click()
    await expect(strip).toContainText(`tự động ${names.chair}: Kính thưa hội nghị`, { timeout: 30_000 })
    await hasNoFault(citizen, 'automatic captions on a phone')
  })

  await test.step('a second screen shows captions when the chair enables them', async () => {
    await expect(onScreen).toBeHidden()
    await chair.getByRole('switch', { name: 'Hiện phụ đề trên màn hình phụ' }).click()
    await expect(onScreen).toContainText(`tự động ${names.chair}: `)
    await hasNoFault(screen, 'captions on a second screen')
  })

  await test.step('typed captions replace automatic ones, also on the second screen', async () => {
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

  await test.step('the transcript marks each automatic line', async () => {
    const saved = (await paper(request, server, 'transcript.txt')).toString()
    expect(saved).toContain(`(tự động) ${names.chair}: Kính thưa hội nghị`)
    expect(saved).toMatch(/^\[\d\d:\d\d:\d\d\] [^(\n]*Đề nghị giữ trật tự$/m)
  })
})
