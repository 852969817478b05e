// The words of the public page that says whether an issued paper is genuine.
export const strings = {
  'verify.title': 'Kiểm tra văn bản của cơ quan',
  'verify.lead': 'Nhập mã in ở cuối văn bản, hoặc quét mã QR. Không cần tài khoản.',
  'verify.code': 'Mã kiểm tra',
  'verify.code.hint': '16 chữ và số, ví dụ K7M3-P9XQ-4RTA-CDEF. Viết hoa hay thường đều được.',
  'verify.submit': 'Kiểm tra',
  'verify.issued': 'Văn bản này do cơ quan ban hành và đang có giá trị',
  'verify.withdrawn': 'Văn bản này đã bị thu hồi',
  'verify.replaced': 'Văn bản này đã được thay bằng văn bản khác',
  'verify.since': 'Thu hồi ngày {{date}}. Xin liên hệ cơ quan để biết thêm.',
  'verify.by': 'Thay bằng văn bản số {{number}} năm {{year}}, từ ngày {{date}}.',
  'verify.compare': 'Xin so số và ngày dưới đây với văn bản ông/bà đang giữ.',
  'verify.number': 'Số {{number}} năm {{year}}',
  'verify.issuedOn': 'Ban hành ngày {{date}}',
  'verify.hash': 'Mã băm SHA-256 của tệp PDF:',
  'verify.unknown': 'Không có văn bản nào được ban hành với mã này',
  'verify.unknown.what':
    'Xin xem lại từng chữ của mã. Nếu mã đúng như in trên giấy, văn bản có thể là giả: hãy hỏi cơ quan.',
  'verify.key': 'Dấu vân tay của khóa ký hồ sơ lưu trữ của cơ quan:',
  'verify.file': 'Có tệp PDF? So với bản đã ban hành',
  'verify.file.choose': 'Chọn tệp PDF, hoặc kéo thả vào đây',
  'verify.file.hint': 'Tệp được so ngay trên máy của ông/bà, không gửi đi đâu.',
  'verify.file.none': 'Chọn tệp',
  'verify.file.same': 'Đúng là bản đã ban hành',
  'verify.file.same.what': 'Tệp này giống từng chữ với tệp cơ quan đã ban hành.',
  'verify.file.but': 'Tuy vậy văn bản không còn giá trị, xem ở trên.',
  'verify.file.other': 'Không phải bản đã ban hành',
  'verify.file.other.what':
    'Tệp này khác tệp cơ quan đã ban hành: đã bị sửa, được in hoặc lưu lại, hoặc là văn bản khác.',
  'verify.file.unreadable': 'Không so được tệp này',
  'verify.file.unreadable.what':
    'Trình duyệt không đọc được tệp, hoặc trang không mở qua https. Xin thử trên máy khác.',
} as const
