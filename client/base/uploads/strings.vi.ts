// Documents and files that are handed in, and why one is refused.
export const strings = {
  'rejection.document.no-file': 'Không nhận được tệp nào. Hãy chọn tệp rồi gửi lại.',
  'rejection.document.empty': 'Tệp này trống, không có nội dung.',
  'rejection.document.too-large': 'Tệp này lớn hơn 50 MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.',
  'rejection.document.bad-name':
    'Tên tệp có ký tự ẩn hoặc ký tự đảo chiều chữ, thường gặp ở tệp giả mạo. Hãy đổi tên tệp rồi gửi lại.',
  'rejection.document.name-too-long': 'Tên tệp dài quá 200 ký tự. Hãy đặt tên ngắn hơn rồi gửi lại.',
  'rejection.document.unknown-type':
    'Loại tệp này không nhận được. Chỉ nhận PDF, Word (docx), Excel (xlsx), PowerPoint (pptx) và ảnh PNG, JPEG, WebP.',
  'rejection.document.wrong-type': 'Nội dung tệp không đúng với đuôi tên tệp. Hãy mở tệp, lưu lại đúng loại rồi gửi.',
  'rejection.document.state-secret':
    'Tệp này có dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được nhận. Theo Luật Bảo vệ bí mật nhà nước, không đưa tài liệu mật lên hệ thống; hãy giao bản giấy trực tiếp.',
  'rejection.document.unpacks-too-large': 'Tệp này khi mở ra lớn bất thường nên không được nhận.',
  'rejection.document.no-room':
    'Ổ đĩa của máy chủ đã đầy đến mức dành cho nhật ký phiên họp. Tệp chưa được nhận; hãy thử lại sau và báo cho người quản trị máy chủ.',
  'rejection.document.too-demanding':
    'Tệp này cần quá nhiều bộ nhớ hoặc thời gian để đọc. Hãy in lại thành tệp PDF mới, hoặc chụp ảnh từng trang rồi gửi.',
  'rejection.document.broken': 'Tệp này bị hỏng, không đọc được. Hãy mở thử, lưu lại rồi gửi.',
  'rejection.document.encrypted': 'Tệp này được đặt mật khẩu. Hãy lưu một bản không có mật khẩu rồi gửi.',
  'rejection.document.too-many-pages': 'Tệp này có quá nhiều trang. Hãy tách thành nhiều tệp.',
  'rejection.document.picture-too-large': 'Ảnh này có kích thước quá lớn. Hãy thu nhỏ ảnh rồi gửi lại.',
  'rejection.document.infected': 'Phần mềm diệt vi-rút phát hiện mã độc trong tệp này. Tệp không được nhận.',
  'rejection.document.scan-failed':
    'Phần mềm diệt vi-rút của máy chủ không trả lời nên tệp chưa được nhận. Hãy báo bộ phận kỹ thuật.',
  'rejection.document.cannot-be-marked':
    'Không in được tên người xem lên tệp này. Hãy gửi bản PDF khác, hoặc gửi lại mà không chọn “In tên người xem lên trang”.',
  'rejection.document.marked': 'Tài liệu này chỉ được xem trên màn hình, không tải về.',

  'panels.documents.title': 'Tài liệu',
  'panels.documents.pages': '{{count}} trang',
  'panels.documents.readBefore': 'Cần đọc trước',
  'panels.documents.marked': 'Có tên người xem',
  'panels.documents.notScanned': 'Chưa quét vi-rút',
  'panels.documents.remove': 'Gỡ tài liệu',
  'panels.documents.removeTitle': 'Gỡ tài liệu này khỏi phiên?',
  'panels.documents.removeHint':
    'Không ai mở được tài liệu này nữa và tệp bị xóa khỏi máy chủ. Nhật ký phiên vẫn ghi tài liệu đã có và lúc gỡ.',
  'uploads.title': 'Gửi tài liệu lên',
  'uploads.choose': 'Chọn tệp',
  'uploads.scan': 'Chụp giấy tờ',
  'uploads.scan.failed': 'Không mở được phần chụp. Hãy kiểm tra mạng rồi bấm lại.',
  'uploads.hint': 'Hoặc kéo tệp thả vào đây. PDF, Word, Excel, PowerPoint, ảnh; mỗi tệp không quá 50 MB.',
  'uploads.files': 'Tệp kèm theo',
  'uploads.files.remove': 'Bỏ',
  'uploads.files.removeName': 'Bỏ tệp {{name}}',
  'uploads.files.sending': 'Đang gửi {{percent}}%',
  'uploads.files.checking': 'Đang kiểm tra tệp',
  'uploads.files.tooMany': 'Mỗi lần gửi được tối đa {{count}} tệp.',
  'uploads.files.notAttached': 'Tệp này không được kèm theo; phần còn lại vẫn gửi được.',
  'uploads.files.pressAgain':
    'Chưa có gì được gửi đi, phần đã gõ vẫn còn. Bấm “{{button}}” lần nữa để gửi phần còn lại, không kèm tệp này.',
  'uploads.files.leftOut': 'Đã gửi, nhưng {{count}} tệp không được kèm theo',
  'uploads.readBefore': 'Cần đọc trước',
  'uploads.readBefore.hint':
    'Người được mời đọc được ngay từ đường dẫn của mình, kể cả khi còn ở phòng chờ; thư ký biết ai đã mở.',
  'uploads.needsAcknowledgement': 'Cần xác nhận quán triệt',
  'uploads.needsAcknowledgement.hint': 'Từng người, từng điểm cầu xác nhận đã nghiên cứu; ghi giờ và vào biên bản.',
  'uploads.isMarked': 'In tên người xem lên trang',
  'uploads.isMarked.hint':
    'Tên người xem, điểm cầu và giờ in mờ vào từng trang của bản gửi cho họ; người dự chỉ xem, không tải về.',
  'uploads.item': 'Thuộc nội dung',
  'uploads.noItem': 'Không thuộc nội dung nào',
  'uploads.sending': 'Đang gửi: {{name}}',
  'uploads.checking': 'Đang kiểm tra: {{name}}',
  'uploads.refused': 'Chưa nhận được tệp {{name}}',
  'uploads.again': 'Gửi lại',
  'uploads.dismiss': 'Bỏ qua',
  'uploads.unreachable': 'Mất kết nối khi đang gửi. Hãy kiểm tra mạng rồi chọn lại tệp.',
} as const
