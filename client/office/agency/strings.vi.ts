// The words of the agency: how papers name it, and what waits until somebody has said so.
export const strings = {
  'agency.title': 'Thông tin cơ quan',
  'agency.what':
    'Tên, ký hiệu và địa danh dưới đây được in trên mọi văn bản của cơ quan. Văn bản đã ban hành giữ nguyên tên cơ quan tại thời điểm ban hành.',
  'agency.first': 'Việc đầu tiên: khai báo cơ quan',
  'agency.first.why':
    'Biên bản, thông báo, giấy biên nhận được ban hành nhân danh cơ quan và sau khi ban hành thì không sửa được. Vì vậy hệ thống chỉ cấp số cho văn bản khi đã có tên cơ quan, ký hiệu và địa danh.',
  'agency.inForce': 'Đang áp dụng',
  'agency.byAdministrators': 'Quản trị viên khai báo và thay đổi.',
  'agency.organisation': 'Tên cơ quan',
  'agency.organisation.hint': 'Viết đầy đủ, như trên con dấu; văn bản tự in bằng chữ hoa.',
  'agency.organisation.example': 'Ủy ban nhân dân xã Tân Lập',
  'agency.parentOrganisation': 'Cơ quan chủ quản trực tiếp',
  'agency.parentOrganisation.hint': 'In phía trên tên cơ quan. Để trống nếu văn bản không ghi cơ quan chủ quản.',
  'agency.abbreviation': 'Ký hiệu (tên viết tắt)',
  'agency.abbreviation.hint': 'Chữ in hoa, chữ số và dấu gạch nối, như {{abbreviation}} trong số {{number}}.',
  'agency.placeName': 'Địa danh',
  'agency.placeName.hint': 'In trước ngày, tháng, năm ban hành.',
  'agency.letterhead': 'Thể thức văn bản',
  'agency.letterhead.hint':
    'Tiêu đề, cách ghi số và ký hiệu, cách đề ký, nơi nhận của mọi văn bản hệ thống in ra. Mẫu văn bản riêng đã tải lên giữ phần đầu của chính mẫu đó.',
  'agency.letterhead.state': 'Văn bản của cơ quan nhà nước',
  'agency.letterhead.party': 'Văn bản của Đảng',
  'agency.letterhead.check': 'Cơ quan kiểm tra trước khi ban hành',
  'agency.letterhead.check.why':
    'Hệ thống dựng thể thức này theo bản chép và tóm tắt trên mạng của {{source}}; chưa ai đối chiếu với bản chính. Xin văn thư so bản xem trước với bản chính trước khi ban hành văn bản đầu tiên. Số văn bản ở đây bắt đầu lại từ 01 mỗi năm, còn Đảng đánh số theo nhiệm kỳ: đầu mỗi năm xin nhập số cuối của năm trước ở trang Số văn bản.',
  'agency.keep': 'Lưu',
  'agency.kept': 'Đã lưu. Văn bản ban hành từ nay mang thông tin này.',
  'agency.sample': 'Xem trước',
  'agency.sample.hint':
    'Bản mẫu được tạo bằng chính chương trình in văn bản của hệ thống, theo thể thức của {{source}}, từ những gì đang nhập.',
  'agency.sample.incomplete': 'Bản mẫu hiện ra khi đã nhập đủ tên cơ quan, ký hiệu và địa danh.',
  'agency.sample.alt': 'Trang văn bản mẫu với tên cơ quan, số và ký hiệu, địa danh vừa nhập',
  'agency.emblem': 'Biểu trưng',
  'agency.emblem.hint':
    'Hiện ở đầu các trang dành cho công dân và trang vào phiên. Văn bản theo Nghị định 30/2020/NĐ-CP không in biểu trưng.',
  'agency.emblem.file': 'Ảnh PNG, tối đa 512 KB và 1024 điểm ảnh mỗi chiều',
  'agency.emblem.submit': 'Dùng ảnh này',
  'agency.emblem.remove': 'Gỡ biểu trưng',
  'staff.problem.agency.emblem-too-large': 'Ảnh lớn hơn 512 KB. Xin chọn ảnh nhỏ hơn.',
  'agency.palette': 'Màu của trang',
  'agency.palette.hint':
    'Thanh đầu trang, nút bấm, đường dẫn trên các trang dành cho công dân, trang cán bộ và trong phòng. Bấm để chọn; người khác thấy khi mở trang lần sau. Màu đỏ không có ở đây vì trong hệ thống màu đỏ chỉ dành cho cảnh báo, kết thúc và ghi hình.',
  'agency.palette.blue': 'Xanh lam',
  'agency.palette.teal': 'Xanh ngọc',
  'agency.palette.indigo': 'Chàm',
  'agency.palette.slate': 'Xám xanh',
  'agency.record': 'Quá trình thay đổi',
  'agency.record.hint': 'Mỗi lần lưu một dòng, mới nhất ở trên.',
  'agency.record.by': '{{name}} lưu lúc {{time}}',
  'agency.missing': 'Chưa khai báo cơ quan',
  'agency.missing.set': 'Không văn bản nào được cấp số khi chưa có tên cơ quan, ký hiệu và địa danh.',
  'agency.missing.open': 'Khai báo cơ quan',
  'agency.missing.ask':
    'Chưa văn bản nào được cấp số. Xin đề nghị quản trị viên khai báo tên cơ quan, ký hiệu và địa danh ở mục Thiết lập, trang Thông tin cơ quan.',
} as const
