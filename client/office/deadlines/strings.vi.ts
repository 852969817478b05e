// The list of deadlines.
export const strings = {
  'deadlines.title': 'Thời hạn',
  'deadlines.hint':
    'Việc sắp đến hạn và quá hạn theo luật của các đơn, vụ việc đang mở và của các lần từ chối tiếp phải thông báo bằng văn bản.',
  'deadlines.visit': 'Buổi tiếp công dân',
  'deadlines.none': 'Không có việc nào sắp đến hạn hoặc quá hạn.',
  'deadlines.noneChosen': 'Không có việc nào như vậy.',
  'deadlines.amber': 'Sắp đến hạn',
  'deadlines.red': 'Quá hạn',
  'deadlines.all': 'Tất cả',
  'deadlines.colour': 'Tình trạng',
  'deadlines.count': '{{what}} ({{count}})',
  'deadlines.unit': 'Đơn vị',
  'deadlines.everyUnit': 'Tất cả đơn vị',
  'deadlines.unassigned': 'Chưa giao đơn vị',
  'deadlines.clock': 'Thời hạn',
  'deadlines.everyClock': 'Mọi thời hạn',
  'deadlines.xlsx': 'Tải bảng Excel',
  'deadlines.left': 'còn {{count}} ngày làm việc',
  'deadlines.over': 'quá {{count}} ngày làm việc',
  'deadlines.more':
    'Trang này hiện {{shown}} việc gấp nhất trong {{total}}. Hãy chọn đơn vị, hoặc tải bảng Excel để xem hết.',
  'deadlines.missingYears':
    'Chưa nhập ngày nghỉ của năm {{years}}. Thời hạn tính bằng ngày làm việc sang năm đó mới chỉ trừ thứ Bảy, Chủ nhật.',
  'deadlines.recounting':
    'Lịch làm việc hoặc bảng thời hạn vừa được sửa. Danh sách đang được tính lại, hãy tải lại trang sau ít phút.',
  'deadlines.units': 'Theo đơn vị',
  'deadlines.mailOff': 'Máy chủ này không gửi thư: hãy báo các đơn vị theo danh sách này.',
  'deadlines.digest': 'Mỗi ngày làm việc, đơn vị có việc sắp đến hạn hoặc quá hạn nhận một thư.',
  'deadlines.noAddress': 'chưa có địa chỉ thư, cần báo trực tiếp',
  'deadlines.letter.queued': 'thư hôm nay đang chờ gửi',
  'deadlines.letter.retrying': 'thư hôm nay chưa gửi được, đang thử lại',
  'deadlines.letter.sent': 'đã gửi thư hôm nay',
  'deadlines.letter.failed': 'thư hôm nay không gửi được, cần báo trực tiếp',
  'deadlines.letter.dropped': 'hôm nay không cần gửi thư',
  'deadlines.unitCount': '{{red}} quá hạn, {{amber}} sắp đến hạn',
} as const
