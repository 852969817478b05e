// Kinds of petitions and the fields of their senders: the public pages and the office say the same.
export const strings = {
  'caseKind.complaint': 'Khiếu nại',
  'caseKind.denunciation': 'Tố cáo',
  'caseKind.proposal': 'Kiến nghị',
  'caseKind.reflection': 'Phản ánh',
  'caseKind.mixed': 'Nhiều nội dung',
  'petition.kind': 'Đơn của ông/bà thuộc loại nào?',
  'petition.kind.complaint': 'Không đồng ý với một quyết định, việc làm của cơ quan hoặc cán bộ đối với mình',
  'petition.kind.denunciation':
    'Báo việc làm trái pháp luật của một người hoặc một cơ quan. Tên ông/bà được giữ bí mật',
  'petition.kind.proposal': 'Đề nghị cơ quan xem xét, sửa đổi một việc',
  'petition.kind.reflection': 'Báo cho cơ quan biết một việc đang xảy ra',
  'petition.kind.unsure': 'Tôi chưa rõ',
  'petition.kind.unsure.what': 'Cán bộ sẽ xem và xếp loại giúp',
  'petition.name': 'Họ và tên',
  'petition.address': 'Địa chỉ',
  'petition.phone': 'Số điện thoại',
  'petition.email': 'Thư điện tử (nếu có)',
  'petition.faults': 'Còn {{count}} mục cần sửa, đánh dấu đỏ ở trên.',
} as const
