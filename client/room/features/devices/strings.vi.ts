// The devices left outside a secret session.
export const strings = {
  'rejection.devices.unconfirmed':
    'Chưa xác nhận danh mục kiểm tra thiết bị tại: {{sites}}. Hãy xác nhận từng phòng trước khi khai mạc hoặc tiếp tục.',
  'rejection.devices.going-on':
    'Phiên có độ mật đang diễn ra: hãy tạm dừng phiên, thêm điểm cầu, xác nhận thiết bị của điểm cầu đó rồi tiếp tục.',
  'rejection.devices.not-secret': 'Phiên này không có độ mật từ Mật trở lên nên không cần danh mục kiểm tra thiết bị.',
  'rejection.devices.unknown-site': 'Phiên không có điểm cầu này.',
  'rejection.devices.other-site': 'Người phụ trách điểm cầu chỉ xác nhận cho điểm cầu của mình.',
  'rejection.devices.incomplete': 'Phải xác nhận đủ các mục. Nếu có mục chưa bảo đảm thì không được họp.',

  'panels.devices.title': 'Kiểm tra phòng',
  'panels.devices.hint':
    'Phiên có độ mật chỉ khai mạc khi từng phòng họp đã được xác nhận. Người xác nhận và thời điểm được ghi vào biên bản.',
  'panels.devices.confirmed': 'Đã xác nhận',
  'panels.devices.open': 'Chưa xác nhận',
  'panels.devices.confirmedBy': '{{who}} xác nhận lúc {{time}}',
  'panels.devices.items': 'Xác nhận tại {{site}}',
  'panels.devices.site': 'Điểm cầu',
  'panels.devices.confirm': 'Xác nhận đủ các mục',
  'panels.devices.offer': 'Còn {{count}} phòng chưa xác nhận kiểm tra thiết bị. Phiên chưa khai mạc được.',
  'panels.devices.look': 'Kiểm tra',
  'panels.devices.item.permission': 'Đã được cho phép; có phương án bảo vệ',
  'panels.devices.item.closedRoom': 'Phòng kín',
  'panels.devices.item.wiredMicrophones': 'Micro có dây',
  'panels.devices.item.checkedDevices': 'Thiết bị đã kiểm tra',
  'panels.devices.item.protectedLine': 'Đường truyền được bảo vệ',
  'panels.devices.item.chairDecided': 'Theo quyết định của chủ tọa',
  'panels.devices.item.noOwnDevices': 'Không mang thiết bị',
} as const
