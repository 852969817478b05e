// The papers, additions and the archive of a session.
export const strings = {
  'certificate.signedBy':
    'Bản gốc là tệp PDF, có chữ ký số của {{name}}. Tệp DOCX chỉ để lấy lời văn, không có chữ ký số.',
  'certificate.stampedAt': 'Chữ ký có dấu thời gian: {{time}}.',
  'certificate.unsigned': 'Chưa ký số',
  'certificate.unsigned.expired': 'Không có chữ ký số: chứng thư của cơ quan đã hết hạn khi ban hành.',
  'certificate.unsigned.notYetValid': 'Không có chữ ký số: chứng thư của cơ quan chưa có hiệu lực khi ban hành.',
  'certificate.unsigned.unreadable': 'Không có chữ ký số: máy chủ không đọc được chứng thư khi ban hành.',
  'certificate.unsigned.failed': 'Không có chữ ký số: việc ký không thành. Xin báo người quản trị máy chủ.',

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

  'staff.issued': 'Văn bản đã ban hành',
  'staff.issued.hint': 'Tệp tải về là đúng bản đã ban hành, không in lại.',
  'staff.issued.paper': '{{kind}} số {{number}} năm {{year}}',
  'staff.issued.on': 'Ngày {{date}}.',
  'staff.issued.check': 'Mã kiểm tra {{code}}',
  'staff.issued.reason': 'Lý do: {{reason}}',
  'staff.issued.withdrawn': 'Đã thu hồi',
  'staff.issued.replaced': 'Đã được thay',
  'staff.issued.withdraw': 'Thu hồi',
  'staff.issued.withdrawOf': 'Thu hồi {{name}}',
  'staff.issued.withdraw.title': 'Thu hồi văn bản',
  'staff.issued.withdraw.what': 'Trang kiểm tra công khai sẽ báo văn bản không còn giá trị. Không hoàn tác được.',
  'staff.issued.withdraw.reason': 'Lý do nằm trong nhật ký của phiên và không xóa được: xin không ghi họ tên công dân.',
  'staff.issued.withdraw.by': 'Thay bằng văn bản số (nếu có)',
  'staff.issued.withdraw.year': 'Năm',
  'sealing.owed.session':
    'Phiên chưa niêm phong chừng nào biên bản chưa ban hành. Nếu không ban hành biên bản, hãy ghi rõ lý do.',
  'sealing.waivedBy': '{{name}} quyết định không ban hành biên bản lúc {{time}}. Lý do: {{reason}}',
  'staff.archive': 'Hồ sơ lưu trữ',
  'staff.archive.hint':
    'Nhật ký đã niêm phong và các tệp của phiên trong một tệp, có chữ ký của máy chủ. Bản ghi, giấy tờ và chữ ký của công dân, tài liệu có dấu người xem chỉ có trong bản quản trị viên tải; phiên bảo vệ người tố cáo chỉ có nhật ký.',
  'staff.archive.download': 'Tải hồ sơ lưu trữ (ZIP)',
  'staff.archive.verify':
    'Để kiểm tra trên máy khác, không cần mạng: chạy lệnh sau trong thư mục Điểm Cầu, đoạn cuối là dấu vân tay của khóa ký.',
  'staff.archive.file': 'TEP.zip',
  'staff.problem.archive.not-sealed':
    'Phiên chưa niêm phong nên chưa có hồ sơ lưu trữ. Hãy niêm phong phiên, rồi tải lại trang.',
  'staff.papers': 'Tài liệu của phiên',
  'staff.papers.notFinal': 'Phiên chưa kết thúc: tài liệu tải bây giờ chỉ ghi đến thời điểm này.',
} as const
