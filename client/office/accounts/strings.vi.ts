// Accounts and the intake group for denunciations.
export const strings = {
  'staff.accounts': 'Tài khoản',
  'staff.displayName': 'Họ và tên',
  'staff.displayName.hint': 'Hiện trong hệ thống, ví dụ: Trần Thị Lan.',
  'staff.username': 'Tên đăng nhập',
  'staff.username.hint': 'Ít nhất 3 ký tự: chữ không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.',
  'staff.password': 'Mật khẩu',
  'staff.password.new': 'Mật khẩu mới',
  'staff.password.hint': 'Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn một từ khó nhớ.',
  'staff.password.repeat': 'Nhập lại mật khẩu',
  'staff.passwordsDiffer': 'Hai lần nhập mật khẩu không giống nhau.',
  'staff.showPassword': 'Hiện hoặc ẩn mật khẩu',

  'accountRole.administrator': 'Quản trị viên',
  'accountRole.staff': 'Cán bộ',
  'intakeGroup.title': 'Tổ tiếp nhận',
  'intakeGroup.what':
    'Những tài khoản phân loại đơn có nhiều nội dung, nhận và phân công đơn tố cáo, mở bàn tiếp người tố cáo. Người khác chỉ thấy số thứ tự.',
  'intakeGroup.name': 'Chỉ định người',
  'intakeGroup.name.hint': 'Ghi quyết định hoặc lý do. Sổ ghi lại ai đã chỉ định.',
  'intakeGroup.account': 'Tài khoản',
  'intakeGroup.record': 'Ai đã chỉ định, khi nào, vì sao',
  'intakeGroup.named': '{{by}} chỉ định {{name}}',
  'intakeGroup.takenBack': '{{by}} rút {{name}} khỏi tổ',
  'staff.problem.intakeGroup.too-many': 'Tổ tiếp nhận đã đủ số người. Hãy rút bớt người khỏi tổ rồi chỉ định lại.',
  'staff.problem.intakeGroup.not-named': 'Người này không còn trong tổ tiếp nhận. Hãy tải lại trang.',
  'staff.newAccount': 'Thêm tài khoản',
  'staff.newAccount.submit': 'Tạo tài khoản',
  'staff.account.role': 'Quyền',
  'staff.account.role.hint': 'Cán bộ tạo và quản lý phiên họp. Quản trị viên còn quản lý tài khoản.',
  'staff.account.disabled': 'Đã khóa',
  'staff.account.disable': 'Khóa',
  'staff.account.disableName': 'Khóa: {{name}}',
  'staff.account.enable': 'Mở khóa',
  'staff.account.enableName': 'Mở khóa: {{name}}',
  'staff.account.reset': 'Cấp lại mật khẩu',
  'staff.account.resetOf': 'Cấp lại mật khẩu: {{name}}',
  'staff.account.reset.make': 'Tạo đường dẫn',
  'staff.account.reset.what':
    'Hệ thống tạo một đường dẫn dùng một lần để người dùng tự đặt mật khẩu mới; không ai khác biết mật khẩu đó. Khi mật khẩu mới được đặt, mọi lần đăng nhập của tài khoản kết thúc, và quyền xem hồ sơ được bảo vệ tạm dừng cho đến khi một người được xem khác xác nhận vẫn là người đó. Người dùng sẽ được thông báo ai đã cấp lại và vào lúc nào. Nếu nghi mật khẩu cũ bị lộ, hãy khóa tài khoản trước.',
  'staff.account.link.title': 'Đường dẫn đặt mật khẩu: {{name}}',
  'staff.account.link.what':
    'Hãy giao đường dẫn này tận tay cho {{name}}. Đường dẫn dùng được một lần, đến {{time}}, và chỉ hiện ở đây một lần.',
  'staff.account.link.address': 'Đường dẫn',
  'staff.account.link.copy': 'Sao chép',
  'staff.account.link.copied': 'Đã sao chép',
  'staff.account.pendingLink': 'Có đường dẫn đặt mật khẩu chưa dùng, đến {{time}}.',
  'staff.account.suspended': 'Tạm dừng quyền xem hồ sơ được bảo vệ. Người xác nhận được: {{names}}.',
  'staff.account.suspended.byAdministrator':
    'Tạm dừng quyền xem hồ sơ được bảo vệ. Một quản trị viên khác ngoài {{name}} xác nhận được.',
  'staff.notice.pendingLink':
    'Lúc {{time}}, {{by}} đã tạo một đường dẫn để đặt lại mật khẩu tài khoản này. Nếu ông/bà không yêu cầu, hãy báo ngay cho người phụ trách bảo mật.',
  'staff.notice.reset':
    'Mật khẩu tài khoản này đã được đặt lại lúc {{time}} bằng đường dẫn do {{by}} cấp. Nếu không phải ông/bà đã đặt, hãy báo ngay cho người phụ trách bảo mật.',
  'staff.notice.suspended':
    'Sau khi cấp lại mật khẩu, quyền xem hồ sơ được bảo vệ tạm dừng. Hãy nhờ một trong những người sau xác nhận: {{names}}.',
  'staff.notice.suspended.byAdministrator':
    'Sau khi cấp lại mật khẩu, quyền xem hồ sơ được bảo vệ tạm dừng. Hãy nhờ một quản trị viên khác ngoài {{name}} xác nhận.',
  'staff.notice.toConfirm':
    'Mật khẩu của {{name}} đã được đặt lại lúc {{time}} bằng đường dẫn do {{by}} cấp. Hãy gặp hoặc gọi người đó trước khi xác nhận.',
  'staff.notice.confirm': 'Xác nhận',
  'staff.notice.confirm.title': 'Vẫn là {{name}}?',
  'staff.notice.confirm.what':
    'Xác nhận rằng ông/bà đã trực tiếp gặp hoặc nói chuyện với {{name}} và chính người đó đã đặt mật khẩu mới. Người đó lại xem được hồ sơ được bảo vệ; việc xác nhận được ghi lại.',
  'staff.notice.confirm.yes': 'Đúng là người đó',
} as const
