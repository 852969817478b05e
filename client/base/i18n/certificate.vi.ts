// The words of the certificate of the agency, by which issued papers are signed, and of what was sealed when a session was.
export const certificate = {
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
  'certificate.signedBy':
    'Bản gốc là tệp PDF, có chữ ký số của {{name}}. Tệp DOCX chỉ để lấy lời văn, không có chữ ký số.',
  'certificate.stampedAt': 'Chữ ký có dấu thời gian: {{time}}.',
  'certificate.unsigned': 'Chưa ký số',
  'certificate.unsigned.expired': 'Không có chữ ký số: chứng thư của cơ quan đã hết hạn khi ban hành.',
  'certificate.unsigned.notYetValid': 'Không có chữ ký số: chứng thư của cơ quan chưa có hiệu lực khi ban hành.',
  'certificate.unsigned.unreadable': 'Không có chữ ký số: máy chủ không đọc được chứng thư khi ban hành.',
  'certificate.unsigned.failed': 'Không có chữ ký số: việc ký không thành. Xin báo người quản trị máy chủ.',

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

  'seal.pending': 'Đang niêm phong: chờ bản ghi hình, ghi âm ghi xong. Trang tự cập nhật.',
  'seal.made': 'Đã niêm phong {{files}} tệp lúc {{time}}.',
  'seal.faults':
    'Khi niêm phong, {{count}} tệp đã mất hoặc bị thay đổi trên máy chủ: xem tên trong tệp seal.json của hồ sơ.',
  'seal.recordingOpen':
    'Khi niêm phong, bản ghi hình, ghi âm chưa ghi xong. Phần ghi sau đó sẽ tự có bản niêm phong bổ sung khi ghi xong. Nếu kéo dài, báo người quản trị máy chủ: nhật ký máy chủ ghi rõ chương trình nào.',
  'seal.supplement.recording':
    'Bản niêm phong bổ sung số {{number}}, lúc {{time}}: phần ghi hình, ghi âm ghi xong sau khi niêm phong, {{files}} tệp. Mã băm SHA-256:',
  'seal.supplement.addition':
    'Bản niêm phong bổ sung số {{number}}, lúc {{time}}: biên bản bổ sung, {{files}} tệp. Mã băm SHA-256:',
  'seal.supplement.correction':
    'Bản niêm phong bổ sung số {{number}}, lúc {{time}}: biên bản đính chính, {{files}} tệp. Mã băm SHA-256:',
  supplements: 'Bổ sung, đính chính',
  'supplements.hint':
    'Sau khi niêm phong, biên bản giữ nguyên. Nội dung còn thiếu hoặc sai được ghi trong một biên bản riêng, có số riêng và cũng được niêm phong.',
  'supplements.none': 'Chưa có biên bản bổ sung, đính chính nào.',
  'supplements.write': 'Lập biên bản bổ sung, đính chính',
  'supplements.of': 'Cho biên bản số {{number}} năm {{year}}, ban hành {{time}}.',
  'supplements.by': '{{name}} lập, {{time}}',
  'supplements.kind': 'Loại biên bản',
  'supplements.addition': 'Biên bản bổ sung',
  'supplements.addition.what': 'Biên bản đã ban hành còn thiếu nội dung.',
  'supplements.addition.example': 'Ví dụ: “Mục II, bổ sung ý kiến của bà Hoa: …”',
  'supplements.correction': 'Biên bản đính chính',
  'supplements.correction.what': 'Biên bản đã ban hành có nội dung sai.',
  'supplements.correction.example': 'Ví dụ: “Mục II, ‘100 m²’ sửa thành ‘120 m²’.”',
  'supplements.text': 'Nội dung bổ sung, đính chính',
  'supplements.reason.hint': 'Lý do được ghi trên văn bản.',
  'supplements.picture': 'Trang đầu của biên bản sẽ ban hành, chưa có số',
  'supplements.final':
    'Văn bản lấy số tiếp theo của loại biên bản. Sau khi ban hành không sửa được; nếu có sai sót thì lập thêm một biên bản đính chính khác.',
  'supplements.issue': 'Ban hành',
  'seal.hash':
    'Mã băm SHA-256 của bản niêm phong. Nên ghi lại ngoài máy chủ, chẳng hạn trong sổ, để sau này đối chiếu:',
  'seal.stamp.pending': 'Chưa có dấu thời gian: máy chủ đang xin từ nơi cấp. Trang tự cập nhật.',
  'seal.stamp.stamped': 'Dấu thời gian của {{by}}: bản niêm phong này đã có vào lúc {{time}}.',
  'seal.clock': 'Đồng hồ máy chủ đã bị lùi khi niêm phong: thứ tự sự kiện vẫn chắc chắn, giờ ghi thì không.',
}
