// The words of levels of secrecy: on the form that books, on sessions, and of what the server found of itself.
export const strings = {
  'rejection.secrecy.no-captions': 'Phiên có độ mật không dùng phụ đề.',

  'rejection.secrecy.reception':
    'Tiếp công dân phải được ghi âm, ghi hình; bí mật nhà nước thì không được ghi. Vì vậy phiên tiếp công dân không thể có độ mật. Hãy đặt hội nghị.',
  'rejection.secrecy.internet':
    'Máy chủ này nối với Internet: theo Luật Bảo vệ bí mật nhà nước, không được đưa nội dung Mật, Tối mật, Tuyệt mật vào đây.',
  'rejection.secrecy.agency-network':
    'Máy chủ này ở trên mạng của các cơ quan: theo Luật Bảo vệ bí mật nhà nước, nội dung Mật, Tối mật, Tuyệt mật chỉ được đưa vào hệ thống trên mạng nội bộ độc lập.',
  'rejection.secrecy.route-found':
    'Máy chủ này vừa phát hiện có đường ra Internet. Cho đến khi ngắt đường ra, không được đưa nội dung Mật, Tối mật, Tuyệt mật vào đây. Hãy báo người quản trị.',
  'rejection.secrecy.route-unknown':
    'Máy chủ chưa kiểm tra xong là không có đường ra Internet. Hãy thử lại sau một phút.',
  'rejection.secrecy.no-chat': 'Phiên có độ mật không dùng tin nhắn.',
  'rejection.secrecy.marking':
    'Tin nhắn có dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được gửi. Không đưa nội dung bí mật nhà nước vào tin nhắn.',
  'rejection.secrecy.no-documents':
    'Phiên có độ mật không nhận tài liệu điện tử. Hãy phát tài liệu giấy và thu lại sau phiên.',
  'rejection.accessList.no-part':
    'Đường dẫn, mã biểu quyết và quyết định không ban hành biên bản chỉ dành cho người đặt lịch và cán bộ được ghi tên.',
  'rejection.accessList.too-many': 'Đã đủ {{maximum}} cán bộ. Hãy thu lại quyền của một người trước.',
  'rejection.accessList.not-named': 'Cán bộ này không có tên trong danh sách.',
  'rejection.secrecy.above-session':
    'Độ mật của tài liệu không được cao hơn độ mật của phiên. Chọn độ mật thấp hơn, hoặc đưa tài liệu vào phiên có độ mật phù hợp.',
  'rejection.secrecy.named-only': 'Phiên có độ mật chỉ mời chủ tọa, thư ký và người phụ trách điểm cầu, ghi rõ họ tên.',

  'secrecy.level': 'Độ mật',
  'secrecy.level.hint': 'Không đổi được sau khi đặt lịch.',
  'secrecy.open': 'Công khai',
  'secrecy.internal': 'Nội bộ',
  'secrecy.confidential': 'Mật',
  'secrecy.secret': 'Tối mật',
  'secrecy.topSecret': 'Tuyệt mật',
  'secrecy.open.what': 'Không có gì thay đổi.',
  'secrecy.internal.what': 'Biên bản in thêm dòng “Lưu hành nội bộ”. Mọi chức năng vẫn dùng được.',
  'secrecy.secret.what': 'Như độ Mật.',
  'secrecy.topSecret.what': 'Như độ Mật.',
  'secrecy.confidential.what':
    'Không ghi âm, ghi hình; không nhắn tin; không nhận tài liệu điện tử. Chỉ mời chủ tọa, thư ký và người phụ trách điểm cầu, ghi rõ họ tên. Biên bản in dấu độ mật.',
  'secrecy.document.hint': 'Không cao hơn độ mật của phiên: ai dự phiên cũng mở được tài liệu.',
  'secrecy.noDocuments':
    'Phiên có độ mật không nhận tài liệu điện tử. Hãy phát tài liệu giấy tại chỗ và thu lại sau phiên.',
  'secrecy.noChat': 'Phiên có độ mật không dùng tin nhắn.',
  'secrecy.noPublicPages': 'Trang này không dùng trên máy chủ này',
  'secrecy.noPublicPages.what':
    'Máy chủ này đặt trên mạng nội bộ độc lập nên không mở trang cho công dân: đặt lịch, lấy số, gửi đơn, tra cứu đều không dùng được. Xin ông/bà đến trực tiếp hoặc liên hệ cơ quan.',
  'secrecy.noPublicPages.invited': 'Nếu được mời dự phiên họp, hãy mở đường liên kết riêng trong giấy mời.',
  'secrecy.noPublicPages.here':
    'Không có trang cho công dân (đặt lịch, lấy số, chờ, gửi đơn, tra cứu); chỉ cán bộ đã đăng nhập và người có đường liên kết riêng dùng được.',
  'secrecy.session': 'Phiên họp có độ mật',
  'staff.problem.accessList.no-part':
    'Đường dẫn, mã biểu quyết và quyết định không ban hành biên bản của phiên này chỉ dành cho người đặt lịch và cán bộ được ghi tên. Hãy đề nghị người đặt lịch hoặc quản trị viên ghi tên anh/chị, nêu rõ lý do.',
  'staff.problem.secrecy.not-named':
    'Phiên có độ mật: chỉ cán bộ được ghi tên mới mở được, theo Luật Bảo vệ bí mật nhà nước. Nếu được phân công, hãy đề nghị người đặt lịch hoặc quản trị viên ghi tên.',
  'secrecy.installation': 'Bảo vệ bí mật nhà nước',
  'secrecy.profile.internet': 'Máy chủ này được cài đặt để dùng qua Internet.',
  'secrecy.profile.agencyNetwork': 'Máy chủ này được cài đặt cho mạng của các cơ quan.',
  'secrecy.profile.closedLan': 'Máy chủ này được cài đặt cho mạng nội bộ độc lập.',
  'secrecy.allowed': 'Được đặt phiên đến độ mật: {{level}}.',
  'secrecy.route.none':
    'Lúc {{time}}, máy chủ đã thử {{tried}}: không có địa chỉ nào trả lời, tức là chưa thấy đường ra Internet. Việc này chỉ kiểm tra máy chủ, không kiểm tra các máy khác trong mạng.',
  'secrecy.route.found':
    'Lúc {{time}}, máy chủ ra được Internet: {{reached}} đã trả lời. Hãy ngắt đường ra, máy chủ tự kiểm tra lại sau mỗi phút.',
  'secrecy.source': 'Căn cứ: {{source}}.',
  'secrecy.source.check': 'Căn cứ: {{source}}. Cần đối chiếu với văn bản hiện hành trước khi áp dụng.',
} as const
