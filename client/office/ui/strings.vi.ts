// What several office pages say, and what went wrong.
export const strings = {
  'staff.form.email': 'Địa chỉ thư điện tử chưa đúng. Ví dụ: an.nguyen@tinh.gov.vn',
  'staff.form.hiddenCharacters': 'Có ký tự ẩn hoặc ký tự đảo chiều chữ. Hãy xóa và gõ lại.',
  'staff.form.repeated': 'Người này đã có trong danh sách.',

  'staff.problem.mail-off': 'Máy chủ này không gửi thư điện tử. Hãy báo người quản trị khai báo máy chủ thư.',
  'staff.mail.fault.unreachable': 'Không kết nối được máy chủ thư.',
  'staff.mail.fault.login-refused': 'Máy chủ thư từ chối tài khoản gửi. Hãy báo quản trị máy chủ.',
  'staff.mail.fault.address-refused': 'Máy chủ thư từ chối địa chỉ này. Hãy kiểm tra địa chỉ.',
  'staff.mail.fault.refused': 'Máy chủ thư từ chối thư này.',
  'staff.mail.fault.no-address': 'Không còn địa chỉ thư điện tử để gửi.',
  'staff.mail.fault.other': 'Gửi thư gặp lỗi.',
  'staff.email.submit': 'Lưu',

  'nameSearch.hint': 'Gõ đủ từng chữ, có dấu hoặc không dấu, rồi Enter. Mỗi lần tìm theo họ tên đều được ghi lại.',
  'nameSearch.search': 'Tìm',
  'nameSearch.clear': 'Bỏ tìm theo họ tên',

  'staff.file.choose': 'Chọn tệp',
  'staff.file.none': 'Bỏ tệp đã chọn',
  'staff.retry': 'Thử lại',
  'staff.problem.verification.stands-no-more': 'Văn bản này đã được thu hồi trước đó. Xin tải lại trang.',
  'staff.problem.template.broken': 'Mẫu có ngoặc nhọn chưa đóng hoặc sai chỗ. Xin xem lại: {{names}}',
  'staff.problem.template.damaged': 'Tệp mẫu bị hỏng. Xin mở bằng Word, lưu lại dưới dạng .docx rồi nộp lại.',
  'staff.problem.template.too-demanding':
    'Tệp mẫu cần quá nhiều bộ nhớ hoặc thời gian để điền. Xin làm mẫu đơn giản hơn rồi nộp lại.',
  'staff.problem.template.missing-fields': 'Mẫu còn thiếu trường bắt buộc: {{names}}',
  'staff.problem.template.unknown-fields': 'Mẫu có trường không dùng được: {{names}}',
  'staff.problem.template.not-docx': 'Mẫu phải là tệp Word (.docx).',
  'staff.problem.template.one-file': 'Xin chọn một tệp.',
  'staff.problem.template.no-converter': 'Máy chủ chưa có LibreOffice nên chưa dùng được mẫu riêng.',
  'staff.problem.numbering.begun':
    'Hệ thống đã cấp số cho loại văn bản này trong năm, nên không đổi số bắt đầu được nữa.',

  'staff.problem.unknown': 'Đã có lỗi trên trang này. Hãy tải lại trang.',
  'staff.problem.sign-in-required': 'Phiên đăng nhập đã hết. Hãy tải lại trang và đăng nhập lại.',
  'staff.problem.sign-in-refused': 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa.',
  'staff.problem.wrong-password': 'Mật khẩu hiện nay không đúng; mật khẩu chưa được đổi.',
  'staff.problem.rate-limited': 'Đã thử quá nhiều lần. Hãy chờ ít phút rồi thử lại.',
  'staff.problem.setup-refused':
    'Đường dẫn thiết lập không còn dùng được. Nếu hệ thống chưa có tài khoản, hãy khởi động lại máy chủ để nhận đường dẫn mới.',
  'staff.problem.username-taken': 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
  'staff.problem.own-account': 'Không thể tự khóa tài khoản của mình. Hãy nhờ quản trị viên khác.',
  'staff.problem.cross-site':
    'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại hệ thống bằng địa chỉ chính thức.',

  'staff.form.required': 'Hãy điền mục này.',
  'staff.form.format': 'Nội dung chưa đúng dạng.',
  'staff.form.shortest': 'Ít nhất {{minimum}} ký tự.',
  'staff.form.longest': 'Nhiều nhất {{maximum}} ký tự.',
  'staff.form.least': 'Nhỏ nhất là {{minimum}}.',
  'staff.form.most': 'Nhiều nhất là {{maximum}}.',
  'staff.problem.password-common':
    'Mật khẩu này nằm trong danh sách hay bị đoán trước tiên. Hãy ghép vài từ mà chỉ mình nghĩ ra.',
  'staff.problem.password-own-name':
    'Mật khẩu này gần như chỉ là tên của tài khoản. Hãy ghép vài từ mà chỉ mình nghĩ ra.',
  'staff.problem.password-repeated': 'Mật khẩu này chỉ lặp lại vài chữ. Hãy ghép vài từ mà chỉ mình nghĩ ra.',
  'staff.problem.password-link-refused':
    'Đường dẫn này không còn dùng được: đã được dùng, đã hết hạn, hoặc đã có đường dẫn mới hơn. Hãy xin quản trị viên đường dẫn mới.',
  'staff.problem.own-password': 'Hãy tự đổi mật khẩu của mình trong mục tên tài khoản, ở góc trên của trang.',
  'staff.problem.not-confirmer':
    'Chỉ một người được xem hồ sơ được bảo vệ khác, không phải người đã cấp lại mật khẩu, mới xác nhận được.',
  'staff.problem.not-suspended': 'Không còn gì để xác nhận. Hãy tải lại trang.',
} as const
