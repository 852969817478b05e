// The words of levels of secrecy: on the form that books, on sessions, and of what the server found of itself.
export const secrecy = {
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
