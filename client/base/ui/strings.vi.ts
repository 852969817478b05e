// Dialogs, forms, fields for days and hours, and the pages for a wrong address or a fault.
export const strings = {
  'join.noSuchPage': 'Không có trang này',
  'join.useYourLink': 'Để vào phiên, hãy mở đường dẫn mà cơ quan tổ chức đã gửi cho ông/bà.',
  'join.staffEntrance': 'Lối vào của cán bộ',
  'join.failed': 'Trang gặp trục trặc',
  'join.failedWhat': 'Hãy tải lại trang. Ông/bà sẽ trở lại đúng chỗ của mình trong phiên.',
  'join.reload': 'Tải lại trang',

  'dialog.close': 'Đóng',
  'dialog.cancel': 'Quay lại',
  'dialog.reason': 'Lý do',
  'panels.send': 'Gửi',
  'forms.restored': 'Phần đang khai lần trước đã được mở lại.',
  'forms.throwAway': 'Xóa, khai lại từ đầu',
  'forms.throwAway.title': 'Xóa phần đã khai?',
  'forms.throwAway.what': 'Phần đã khai sẽ mất, không lấy lại được.',
  'forms.leaving': 'Rời trang khi chưa gửi?',
  'forms.leaving.what':
    'Phần đã khai được giữ trong cửa sổ này cho đến khi gửi đi hoặc đăng xuất, và hiện lại khi mở trang này. Tệp đã chọn thì phải chọn lại.',
  'forms.stay': 'Ở lại trang',
  'forms.keep': 'Rời trang, giữ phần đã khai',
  'forms.leaveWithout': 'Rời trang, xóa phần đã khai',

  'fields.date.form': 'ngày/tháng/năm',
  'fields.date.pick': 'Chọn trên lịch: {{field}}',
  'fields.date.wrong': 'Ngày chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 03/12/2026.',
  'fields.date.early': 'Không được trước ngày {{first}}.',
  'fields.date.late': 'Không được sau ngày {{last}}.',
  'fields.time.form': 'giờ:phút',
  'fields.time.pick': 'Chọn giờ: {{field}}',
  'fields.time.wrong': 'Giờ chưa đúng. Hãy ghi giờ:phút từ 00:00 đến 23:59, ví dụ 14:30.',
  'fields.picker.failed': 'Chưa mở được bảng chọn. Hãy gõ vào ô này, hoặc bấm lại.',
} as const
