// The conditions for handling a petition, until an agency has its own list. Read in Thông tư 07/2014/TT-TTCP, which was
// replaced by Thông tư 05/2021/TT-TTCP, whose text was not found: to be checked and changed, never printed as law.

export interface PetitionCondition {
  readonly condition: string
  readonly wording: string
  /** Of which kinds it is asked; empty: of every petition. */
  readonly kinds: readonly ('complaint' | 'denunciation' | 'proposal' | 'reflection')[]
}

export const usualConditions: readonly PetitionCondition[] = [
  { condition: 'vietnamese', wording: 'Đơn viết bằng tiếng Việt, hoặc kèm bản dịch được công chứng', kinds: [] },
  { condition: 'dated', wording: 'Đơn ghi rõ ngày, tháng, năm viết đơn', kinds: [] },
  { condition: 'named', wording: 'Đơn ghi rõ họ tên, địa chỉ của người viết đơn', kinds: [] },
  { condition: 'signed', wording: 'Đơn có chữ ký hoặc điểm chỉ của người viết đơn', kinds: [] },
  {
    condition: 'particulars',
    wording: 'Đơn ghi rõ cơ quan, người bị khiếu nại, nội dung, lý do và yêu cầu của người khiếu nại',
    kinds: ['complaint'],
  },
  {
    condition: 'accused',
    wording: 'Đơn ghi rõ người bị tố cáo và hành vi vi phạm pháp luật bị tố cáo',
    kinds: ['denunciation'],
  },
  {
    condition: 'notHandled',
    wording: 'Vụ việc chưa được cơ quan nào giải quyết theo quy định của pháp luật',
    kinds: [],
  },
  {
    condition: 'notSentToMany',
    wording: 'Đơn không gửi đồng thời cho nhiều cơ quan, trong đó đã có cơ quan có thẩm quyền giải quyết',
    kinds: [],
  },
  { condition: 'notGuided', wording: 'Người viết đơn chưa được hướng dẫn một lần về cùng nội dung', kinds: [] },
]
