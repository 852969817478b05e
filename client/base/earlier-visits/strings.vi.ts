// Whether somebody has come before, and why it is thought so.
export const strings = {
  'sameBy.record': 'Cùng hồ sơ công dân',
  'sameBy.paper': 'Cùng số giấy tờ',
  'sameBy.phone': 'Cùng số điện thoại',
  'sameBy.email': 'Cùng thư điện tử',
  'sameBy.nameAndAddress': 'Cùng họ tên và địa chỉ',
  'earlier.comparedBy.paper': 'số giấy tờ',
  'earlier.comparedBy.phone': 'số điện thoại',
  'earlier.comparedBy.email': 'thư điện tử',
  'earlier.visits': 'Lượt tiếp trước: {{count}}, gần nhất ngày {{date}}',
  'earlier.visits.first': 'Chưa thấy lượt tiếp nào trước đây (đã so {{by}}).',
  'earlier.visits.unknown':
    'Chưa đủ thông tin để biết công dân đã đến trước đây hay chưa: cần số giấy tờ, số điện thoại hoặc thư điện tử.',
  'earlier.visits.notWhole': 'Hệ thống đang lập lại dữ liệu đối chiếu, chưa kết luận được. Hãy xem lại sau ít phút.',
} as const
