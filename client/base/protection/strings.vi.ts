// Protecting who denounces.
export const strings = {
  'rejection.protection.captioner-unknown':
    'Trước khi giao ghi phụ đề, hãy xác nhận người này là ai trong danh sách người tham gia.',

  'rejection.protection.chair-stays-with-staff':
    'Đây là buổi tiếp người tố cáo: chỉ giao quyền chủ tọa được cho thư ký.',
  'rejection.protection.nothing-waived': 'Chưa ghi văn bản đồng ý nào để rút lại.',
  'rejection.protection.not-reception': 'Chỉ buổi tiếp công dân mới chuyển sang chế độ bảo vệ người tố cáo.',
  'rejection.protection.no-reader':
    'Chưa biết tài khoản nào được xem buổi tiếp này. Hãy gọi công dân từ hàng chờ, hoặc đặt buổi tiếp bằng tài khoản.',
  'rejection.protection.outsiders-inside':
    'Vẫn còn người của điểm cầu thành phần hoặc quan sát viên. Hãy mời họ ra trước.',
  'rejection.protection.not-protected': 'Đây không phải buổi tiếp người tố cáo.',
  'rejection.protection.too-many-readers': 'Đã đủ {{maximum}} người được xem.',
  'rejection.protection.not-signed-yet': 'Ngày ký văn bản ở sau hôm nay. Hãy xem lại ngày.',
  'rejection.protection.no-waiver':
    'Đang bảo vệ người tố cáo: chỉ mời điểm cầu thành phần, quan sát viên khi người tố cáo đã đồng ý bằng văn bản. Ghi văn bản ở bảng “Buổi tiếp”.',
  'rejection.protection.interpreter-unknown':
    'Trước khi giao phiên dịch, hãy xác nhận người này là ai trong danh sách người tham gia.',

  'panels.protection': 'Chế độ bảo vệ người tố cáo',
  'panels.protection.begin': 'Nội dung là tố cáo?',
  'panels.protection.begin.now': 'Bảo vệ người tố cáo',
  'panels.protection.begin.ask': 'Chuyển sang chế độ bảo vệ người tố cáo?',
  'panels.protection.begin.confirm': 'Bảo vệ từ bây giờ',
  'panels.protection.begin.online':
    'Nếu công dân dự bằng thiết bị riêng: chỉ tiếp trực tuyến người tố cáo khi họ không yêu cầu giữ bí mật (Nghị định 154/2026/NĐ-CP, Điều 20). Hãy hỏi; nếu họ yêu cầu, mời họ đến bàn tiếp.',
  'panels.protection.begin.hidden': 'Từ bây giờ',
  'panels.protection.begin.hidden.what':
    'Công dân được gọi bằng số trên mọi màn hình, trong biên bản, sổ và tệp xuất ra. Chỉ cán bộ và người ghi biên bản của buổi này mở được buổi tiếp. Lời trình bày, ghi chú được niêm mật. Điểm cầu thành phần và quan sát viên đang dự sẽ được mời ra. Không chuyển ngược lại được.',
  'panels.protection.begin.shown': 'Trước đó',
  'panels.protection.begin.shown.what':
    'Ai đã ở trong phòng hoặc xem hàng chờ thì đã thấy tên. Lời đã ghi, tên tệp đã nộp và nội dung đã trao đổi vẫn còn trong nhật ký, không niêm mật được nữa.',
  'panels.protection.name': 'Cho thêm người được xem',
  'panels.protection.name.what': 'Người này mở được buổi tiếp, biên bản và đọc được tên. Mỗi lần xem đều được ghi lại.',
  'panels.protection.name.save': 'Cho xem',
  'panels.protection.reads.none': 'Chưa ai xem.',
  'panels.protection.reads.own': 'Máy chủ, hoặc chính người tố cáo',
  'panels.protection.readers': 'Được xem: {{names}}',
} as const
