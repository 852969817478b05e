// What the recorder of the server tells.
import { z } from 'zod'

export const InterruptionCause = z
  .enum(['noRecorder', 'diskFull', 'programEnded', 'nothingWritten', 'clockChanged', 'serverRestarted'])
  .describe(
    'không có chương trình ghi, hết chỗ trên ổ đĩa, chương trình ghi dừng, không ghi được xuống đĩa, đồng hồ bị chỉnh, máy chủ khởi động lại',
  )
export type InterruptionCause = z.infer<typeof InterruptionCause>
