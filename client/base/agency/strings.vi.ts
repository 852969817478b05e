// What the agency must have set before a paper is issued.
export const strings = {
  'rejection.agency.missing':
    'Chưa ban hành được: chưa ai khai báo tên cơ quan, ký hiệu và địa danh. Xin đề nghị quản trị viên khai báo ở trang Thông tin cơ quan (/staff/agency), rồi ban hành lại. Chưa có gì thay đổi.',
} as const
