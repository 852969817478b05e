// The health of the server and of sessions that run.
export const strings = {
  'staff.health': 'Giám sát kỹ thuật',
  'staff.health.what':
    'Hình, tiếng và đường truyền của các phiên đang có người trong phòng, tự làm mới sau mỗi 5 giây. Sự cố xếp trên đầu.',
  'staff.health.none': 'Hiện không có phiên nào đang có người trong phòng.',
  'staff.health.openAlarms': '{{count}} việc cần xử lý',
} as const
