// The legal requirements for the minutes of a dialogue (Mẫu số 14), as dated data with the article.
export interface DialogueCopies {
  readonly minimum: number
  /** As papers cite it. */
  readonly source: string
  readonly mark: 'verified' | 'check'
}

export const dialogueCopies: DialogueCopies = {
  minimum: 3,
  source: 'khoản 4 Điều 28 Nghị định số 124/2020/NĐ-CP (sửa đổi bởi Nghị định số 155/2026/NĐ-CP)',
  mark: 'verified',
}
