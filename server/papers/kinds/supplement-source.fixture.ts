// A correction of issued minutes for the tests.
import type { SupplementSource } from './supplement-paper.ts'

export const supplementSource: SupplementSource = {
  supplement: {
    kind: 'correction',
    text: 'Tại mục II, “100 m²” sửa thành “120 m²”',
    reason: 'Ghi nhầm diện tích',
  },
  issue: { number: 8, at: Date.UTC(2026, 11, 2, 3) },
  minutes: { number: 7, at: Date.UTC(2026, 10, 24, 2) },
  title: 'Đối thoại về phương án bồi thường',
  secrecy: 'open',
  signatory: {
    name: 'Lê Minh Đức',
    signing: { form: 'inPlace', signedFor: 'Trưởng ban', deputyOf: null, office: 'Phó Trưởng ban' },
  },
  recipients: null,
  printedAt: Date.UTC(2026, 11, 2, 3),
}
