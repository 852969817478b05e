// Numbers and templates of papers, and the certificate of the agency.
export const strings = {
  'certificate.title': 'Chứng thư chữ ký số của cơ quan',
  'certificate.hint':
    'Bản PDF của văn bản ban hành được ký số bằng chứng thư này. Đó là chữ ký số của cơ quan, không phải chữ ký của cá nhân.',
  'certificate.standing.none': 'Chưa có chứng thư: văn bản ban hành không được ký số.',
  'certificate.standing.valid': 'Đang có hiệu lực.',
  'certificate.standing.expiresSoon': 'Sắp hết hạn. Xin nộp chứng thư mới trước ngày đó.',
  'certificate.standing.expired': 'Đã hết hạn: văn bản vẫn được ban hành nhưng không có chữ ký số.',
  'certificate.standing.notYetValid':
    'Chưa đến ngày có hiệu lực, hoặc đồng hồ máy chủ bị lùi: văn bản vẫn được ban hành nhưng không có chữ ký số.',
  'certificate.standing.unreadable':
    'Máy chủ không đọc được tệp chứng thư: văn bản vẫn được ban hành nhưng không có chữ ký số. Xin nộp lại chứng thư.',
  'certificate.subject': 'Cấp cho',
  'certificate.issuer': 'Nơi cấp',
  'certificate.validity': 'Hiệu lực',
  'certificate.period': 'Từ {{from}} đến {{until}}',
  'certificate.proves':
    'Chữ ký cho biết văn bản do cơ quan phát hành và không bị sửa. Giờ ký lấy theo đồng hồ máy chủ, trừ khi máy chủ được nối với nơi cấp dấu thời gian; chưa kiểm tra chứng thư có bị thu hồi hay không.',
  'certificate.file': 'Tệp chứng thư (.p12 hoặc .pfx)',
  'certificate.password': 'Mật khẩu của tệp',
  'certificate.submit': 'Dùng chứng thư này',
  'certificate.kept': 'Chứng thư đã được lưu. Văn bản ban hành từ nay sẽ được ký số.',
  'certificate.remove': 'Gỡ chứng thư',
  'certificate.remove.what': 'Văn bản ban hành sau đó sẽ không được ký số. Văn bản đã ký không thay đổi.',
  'certificate.unreadableFile': 'Trình duyệt không đọc được tệp. Xin chọn lại.',

  'staff.problem.certificate.not-pkcs12':
    'Đây không phải tệp chứng thư PKCS#12 (.p12, .pfx). Xin hỏi nơi cấp để có tệp đúng.',
  'staff.problem.certificate.too-demanding':
    'Mở tệp này mất quá nhiều thời gian nên đã dừng lại. Xin xuất lại chứng thư với thiết lập thông thường.',
  'staff.problem.certificate.wrong-password': 'Mật khẩu không mở được tệp này. Xin nhập lại.',
  'staff.problem.certificate.no-private-key':
    'Tệp không có khóa bí mật nên không ký được. Xin xuất lại chứng thư kèm khóa.',
  'staff.problem.certificate.no-certificate':
    'Tệp không có chứng thư đi với khóa bí mật. Xin xuất cả hai vào cùng một tệp.',
  'staff.problem.certificate.weak-key':
    'Khóa quá yếu hoặc không thuộc loại dùng được (RSA từ 2048 bit, hoặc P-256, P-384, P-521).',
  'staff.problem.certificate.key-usage':
    'Chứng thư này không được cấp để ký văn bản. Xin nơi cấp một chứng thư dùng để ký số.',
  'staff.problem.certificate.expired': 'Chứng thư đã hết hạn. Xin nơi cấp chứng thư mới.',
  'staff.problem.certificate.not-yet-valid':
    'Chứng thư chưa đến ngày có hiệu lực. Xin nộp lại từ ngày đó, hoặc chỉnh đồng hồ máy chủ.',

  'staff.numbering': 'Số văn bản',
  'staff.numbering.hint':
    'Văn bản ban hành được đánh số theo từng loại, bắt đầu từ 01 vào ngày 01 tháng 01 hằng năm (Nghị định 30/2020/NĐ-CP, Điều 15). Nếu năm nay cơ quan đã cấp số bằng tay, hãy nhập số cuối cùng trước khi ban hành văn bản đầu tiên trên hệ thống.',
  'staff.numbering.minutes': 'Biên bản',
  'staff.numbering.conclusions': 'Thông báo kết luận',
  'staff.numbering.receipt': 'Giấy biên nhận',
  'staff.numbering.register': 'Sổ tiếp công dân (số thứ tự)',
  'staff.numbering.refusalNotice': 'Thông báo từ chối tiếp công dân',
  'staff.numbering.supplement': 'Biên bản bổ sung, đính chính',
  'staff.templates': 'Mẫu văn bản của cơ quan',
  'staff.templates.hint':
    'Thay bản Word có sẵn bằng mẫu riêng của cơ quan. Trong mẫu, ghi tên trường trong ngoặc nhọn, ví dụ {so}.',
  'staff.templates.noConverter':
    'Máy chủ chưa có LibreOffice nên chưa dùng được mẫu riêng (không tạo được bản PDF). Xin báo người quản trị máy chủ.',
  'staff.templates.standard': 'Đang dùng mẫu có sẵn',
  'staff.templates.own': 'Đang dùng mẫu riêng: {{name}}',
  'staff.templates.choose': 'Chọn tệp mẫu (.docx)',
  'staff.templates.chooseFor': 'Chọn tệp mẫu (.docx) cho {{kind}}',
  'staff.templates.starter': 'Tải mẫu trống',
  'staff.templates.example': 'Tải bản điền thử',
  'staff.templates.remove': 'Bỏ mẫu riêng',
  'staff.templates.fields': 'Các trường dùng được',
  'staff.templates.field': 'Tên trường',
  'staff.templates.what': 'Nội dung',
  'staff.templates.forExample': 'Ví dụ',
  'staff.templates.qr':
    'Mã QR: đặt một ảnh vào chỗ cần in mã, rồi ghi {{name}} vào Văn bản thay thế (Alt Text) của ảnh (trong Word: nhấp chuột phải vào ảnh, chọn Chỉnh sửa Văn bản Thay thế). Khi ban hành, hệ thống thay ảnh đó bằng mã QR của văn bản. Mẫu trống tải về đã có sẵn ảnh này.',
  'staff.templates.withQr': 'Mẫu có chỗ cho mã QR.',
  'staff.templates.withoutQr': 'Mẫu không có chỗ cho mã QR: văn bản chỉ có mã kiểm tra bằng chữ.',
  'staff.templates.kind.receipt': 'Giấy biên nhận (Mẫu 02/TCD)',
  'staff.templates.kind.refusalNotice': 'Thông báo từ chối tiếp công dân (Mẫu 01/TCD)',
  'staff.templates.kind.minutes': 'Biên bản hội nghị, cuộc họp (Mẫu 1.9)',
  'staff.templates.kind.receptionMinutes': 'Biên bản tiếp công dân',
  'staff.templates.kind.dialogueMinutes': 'Biên bản đối thoại (Mẫu số 14)',
  'staff.templates.kind.conclusions': 'Thông báo kết luận',
  'staff.templates.kind.supplement': 'Biên bản bổ sung, đính chính',
  'staff.templates.required': 'bắt buộc',
  'staff.numbering.none': 'Năm {{year}}: chưa cấp số nào',
  'staff.numbering.last': 'Năm {{year}}: số đã cấp gần nhất là {{last}}',
  'staff.numbering.byHand': 'Số cuối đã cấp bằng tay năm {{year}}',
  'staff.numbering.keep': 'Ghi nhận',
  'staff.numbering.kept': 'Đã ghi nhận. Văn bản tiếp theo mang số {{next}}.',
} as const
