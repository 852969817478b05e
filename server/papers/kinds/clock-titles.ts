// The names of the legal clocks in letters and workbooks; pages have their own catalogue.
import type { ClockName } from '../../../shared/law/legal-clocks.ts'

export const clockTitles: Readonly<Record<ClockName, string>> = {
  citizenAnswer: 'Trả lời công dân về việc tiếp nhận',
  petitionTakenUp: 'Xử lý đơn khiếu nại, tố cáo',
  petitionHandled: 'Giải quyết kiến nghị, phản ánh',
  senderInformed: 'Báo kết quả cho cơ quan chuyển đơn',
  resultPassedOn: 'Báo kết quả cho công dân (đơn đã chuyển)',
  refusalNotice: 'Thông báo từ chối tiếp công dân',
  complaintLimitation: 'Thời hiệu khiếu nại',
  complaintAcceptance: 'Thụ lý khiếu nại',
  complaintResolution: 'Giải quyết khiếu nại lần đầu',
  secondComplaintLodging: 'Nộp khiếu nại lần hai',
  secondComplaintResolution: 'Giải quyết khiếu nại lần hai',
  dialogueNotice: 'Thông báo đối thoại',
  denunciationCheck: 'Xử lý ban đầu tố cáo',
  denunciationTransfer: 'Chuyển tố cáo không thuộc thẩm quyền',
  denunciationAcceptanceNotice: 'Thông báo thụ lý tố cáo',
  denunciationResolution: 'Giải quyết tố cáo',
}
