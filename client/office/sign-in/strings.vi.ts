// Signing in, passwords, the first account.
export const strings = {
  'staff.ownPassword': 'Đổi mật khẩu',
  'staff.ownPassword.current': 'Mật khẩu hiện nay',
  'staff.ownPassword.done': 'Đã đổi mật khẩu. Các lần đăng nhập khác của tài khoản này đã kết thúc.',
  'staff.signIn': 'Đăng nhập',
  'staff.signIn.title': 'Đăng nhập',
  'staff.signIn.introduction':
    'Dành cho cán bộ tổ chức phiên họp. Người dự họp mở đường dẫn cá nhân đã nhận, không cần đăng nhập.',
  'staff.setUp.title': 'Tạo tài khoản quản trị đầu tiên',
  'staff.setUp.introduction':
    'Hệ thống chưa có tài khoản nào. Tài khoản tạo ở đây được quản lý các phiên họp và các tài khoản khác. Đường dẫn của trang này chỉ dùng được một lần.',
  'staff.setUp.noToken': 'Thiếu mã thiết lập. Hãy mở đúng đường dẫn mà máy chủ in ra khi khởi động.',
  'staff.setUp.submit': 'Tạo tài khoản và đăng nhập',
  'staff.setPassword.title': 'Đặt mật khẩu',
  'staff.setPassword.first':
    'Chào {{displayName}}. Hãy đặt mật khẩu cho tài khoản của mình; không ai khác biết mật khẩu này.',
  'staff.setPassword.reset':
    'Chào {{displayName}}. Hãy đặt mật khẩu mới; không ai khác biết mật khẩu này. Mọi lần đăng nhập cũ sẽ kết thúc.',
  'staff.setPassword.submit': 'Đặt mật khẩu',
  'staff.setPassword.noToken': 'Đường dẫn bị thiếu. Hãy mở đúng toàn bộ đường dẫn đã nhận.',
  'staff.setPassword.done': 'Đã đặt mật khẩu',
  'staff.setPassword.done.what': 'Bây giờ hãy đăng nhập bằng mật khẩu mới.',
} as const
