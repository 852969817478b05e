// The frame of the office pages.
export const strings = {
  'forms.signOut.title': 'Đăng xuất và xóa phần đang khai?',
  'forms.signOut.what': 'Có biểu mẫu đã khai mà chưa gửi. Đăng xuất thì phần đó mất.',

  'staff.reception.today': 'Hôm nay',

  'staff.receptionPlan': 'Lịch tiếp',

  'staff.register': 'Sổ tiếp dân',

  'staff.skip': 'Đến nội dung chính',
  'staff.navigation': 'Các trang quản lý',
  'staff.settings': 'Thiết lập',
  'staff.section.cases': 'Đơn thư',
  'staff.section.conclusions': 'Kết luận',
  'staff.section.health': 'Kỹ thuật',
  'staff.signOut': 'Đăng xuất',
  'staff.signOutFailed': 'Chưa đăng xuất được. Hãy thử lại.',
  'intakeGroup.none':
    'Chưa chỉ định ai: chưa mở được bàn tiếp tố cáo, và đơn tố cáo hoặc đơn chưa rõ nội dung gửi qua mạng chưa có người đọc. Hãy chỉ định ít nhất hai người, vì không ai tự giao đơn tố cáo cho mình.',
} as const
