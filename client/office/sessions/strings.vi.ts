// Fields and standings of sessions.
export const strings = {
  'staff.person.email': '{{who}}: thư điện tử',

  'protection.session': 'Buổi tiếp được bảo vệ',

  'staff.person.name': '{{who}}: họ và tên',
  'staff.person.title': '{{who}}: chức vụ, đơn vị',
  'staff.newSession.date': 'Ngày',
  'staff.newSession.time': 'Giờ bắt đầu',
  'staff.newSession.when': 'Phiên họp bắt đầu lúc {{time}}, giờ Việt Nam.',
  'staff.newSession.plannedMinutes': 'Thời lượng dự kiến (phút)',
} as const
