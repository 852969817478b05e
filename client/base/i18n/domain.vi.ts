// The words of the domain, and what the system says when it must say no.
import type { WordsForCodes } from './words.ts'

export const domain = {
  'role.chair': 'Chủ tọa',
  'role.secretary': 'Thư ký',
  'role.siteOperator': 'Phụ trách điểm cầu',
  'role.citizen': 'Công dân',
  'role.observer': 'Quan sát viên',

  'sessionKind.conference': 'Hội nghị trực tuyến',
  'sessionKind.reception': 'Tiếp công dân, đối thoại',

  'sessionStatus.unscheduled': 'Chưa lên lịch',
  'sessionStatus.scheduled': 'Chưa khai mạc',
  'receptionStatus.awaited': 'Chờ cán bộ bắt đầu',
  'receptionStatus.scheduled': 'Chưa bắt đầu tiếp',
  'receptionStatus.closed': 'Đã kết thúc',
  'sessionStatus.open': 'Đang diễn ra',
  'sessionStatus.suspended': 'Đang tạm dừng',
  'sessionStatus.closed': 'Đã bế mạc',
  'sessionStatus.sealed': 'Đã niêm phong',
  'sessionStatus.cancelled': 'Đã hủy',

  'participantStatus.invited': 'Chưa vào',
  'participantStatus.waiting': 'Đang chờ',
  'participantStatus.present': 'Có mặt',
  'participantStatus.lost': 'Mất kết nối',
  'participantStatus.left': 'Đã rời phiên',
  'participantStatus.refused': 'Bị từ chối',
  'participantStatus.removed': 'Bị mời ra',
  'participantStatus.withdrawn': 'Không dự',

  'quorum.of.sites': 'điểm cầu',
  'quorum.of.delegates': 'đại biểu',
  'quorum.met': 'Đủ số lượng: {{present}}/{{total}} {{unit}} có mặt (cần ít nhất {{needed}}).',
  'quorum.notMet': 'Không đủ số lượng: {{present}}/{{total}} {{unit}} có mặt, cần ít nhất {{needed}}.',
  'quorum.share.none': 'Không quy định',
  'quorum.share.moreThanHalf': 'Quá một nửa',
  'quorum.share.half': 'Ít nhất một nửa',
  'quorum.share.twoThirds': 'Ít nhất hai phần ba',
  'quorum.share.threeQuarters': 'Ít nhất ba phần tư',
  'quorum.share.all': 'Tất cả',

  'itemStatus.planned': 'Chưa đến',
  'itemStatus.running': 'Đang tiến hành',
  'itemStatus.finished': 'Đã xong',
  'itemStatus.skipped': 'Bỏ qua',

  'grade.good': 'Tốt',
  'grade.usable': 'Dùng được',
  'grade.bad': 'Chưa đạt',
  'grade.skipped': 'Không thử',

  'siteRank.centre': 'Điểm cầu trung tâm',
  'siteRank.branch': 'Điểm cầu thành phần',

  'mark.present': 'Có mặt',
  'mark.late': 'Đến muộn',
  'mark.leftEarly': 'Ra về sớm',
  'mark.absentWithLeave': 'Vắng có phép',
  'mark.absentWithoutLeave': 'Vắng không phép',
  'mark.substitute': 'Dự thay',

  'purpose.speak': 'Phát biểu',
  'purpose.reply': 'Trả lời',
  'purpose.question': 'Đặt câu hỏi',
  'purpose.pointOfOrder': 'Ý kiến về trình tự',

  'identifiedBy.link': 'Qua đường dẫn cá nhân',
  'identifiedBy.document': 'Đã đối chiếu giấy tờ',
  'identifiedBy.known': 'Cán bộ biết mặt',

  'entryKind.note': 'Ghi chú',
  'entryKind.decision': 'Quyết định, kết luận',
  'entryKind.assignment': 'Giao việc',

  'recordingStatus.announced': 'Sẽ ghi hình',
  'recordingStatus.starting': 'Đang chuẩn bị ghi hình',
  'recordingStatus.running': 'Đang ghi hình',
  'recordingStatus.paused': 'Tạm dừng ghi hình',

  'language.vi': 'tiếng Việt',
  'language.tyz': 'tiếng Tày',
  'language.nut': 'tiếng Nùng',
  'language.blt': 'tiếng Thái',
  'language.mtq': 'tiếng Mường',
  'language.hmn': 'tiếng Mông',
  'language.ium': 'tiếng Dao',
  'language.km': 'tiếng Khmer',
  'language.cjm': 'tiếng Chăm',
  'language.rad': 'tiếng Ê Đê',
  'language.jra': 'tiếng Gia Rai',
  'language.bdq': 'tiếng Ba Na',
  'language.sed': 'tiếng Xơ Đăng',
  'language.kpm': 'tiếng Cơ Ho',
  'language.hre': 'tiếng Hrê',
  'language.en': 'tiếng Anh',
  'language.zh': 'tiếng Trung Quốc',
  'language.lo': 'tiếng Lào',
  'language.fr': 'tiếng Pháp',
  'language.ru': 'tiếng Nga',
  'language.ja': 'tiếng Nhật',
  'language.ko': 'tiếng Hàn Quốc',

  'reaction.agree': 'Đồng ý',
  'reaction.applaud': 'Hoan nghênh',
  'reaction.thank': 'Cảm ơn',
  'reaction.cannotHear': 'Không nghe rõ',
  'reaction.slower': 'Xin nói chậm lại',

  'duration.lessThanAMinute': 'chưa đầy một phút',
  'duration.minutes': '{{count}} phút',

  'rejection.unknown-command': 'Máy chủ không hiểu yêu cầu này. Hãy tải lại trang rồi thử lại.',
  'rejection.invalid': 'Nội dung vừa nhập chưa hợp lệ. Hãy kiểm tra lại.',
  'rejection.forbidden': 'Ông/bà không có quyền làm việc này.',
  'rejection.command-id-reused': 'Yêu cầu này đã được gửi trước đó. Hãy thực hiện lại.',
  'rejection.conflict': 'Nhiều người cùng thao tác một lúc. Hãy thử lại.',
  'rejection.rate-limited': 'Thao tác quá nhanh. Hãy chờ vài giây rồi thử lại.',
  'rejection.unavailable':
    'Máy chủ tạm thời chưa ghi nhận được. Âm thanh và hình ảnh vẫn tiếp tục; hãy thử lại sau ít giây.',
  'rejection.store-away':
    'Chưa lấy được tệp từ kho lưu trữ. Không có gì bị mất; hãy thử lại sau ít phút và báo cho người quản trị máy chủ.',
  'rejection.files-not-read':
    'Máy chủ chưa đủ điều kiện an toàn để đọc tệp gửi lên nên tạm thời không nhận tệp. Hãy báo người quản trị máy chủ: trang tình trạng máy chủ cho biết còn thiếu gì.',
  'rejection.box-unreadable':
    'Máy chủ không còn khóa để mở hòm phiếu này. Hãy hủy lần biểu quyết này rồi biểu quyết lại.',
  'rejection.journal-broken':
    'Dữ liệu đã lưu bị thay đổi ngoài hệ thống nên nội dung này tạm khóa, không cho xem và không ghi thêm. Hãy báo người quản trị máy chủ để khôi phục từ bản sao lưu.',
  'rejection.internal': 'Đã có lỗi ở máy chủ. Mã sự cố để báo bộ phận kỹ thuật: {{incident}}',

  'rejection.session.already-scheduled': 'Phiên này đã được lên lịch.',
  'rejection.session.not-scheduled': 'Chỉ phiên chưa khai mạc mới có thể khai mạc, đổi lịch hoặc hủy.',
  'rejection.session.not-open': 'Phiên không ở trong thời gian diễn ra.',
  'rejection.session.not-suspended': 'Phiên không ở trạng thái tạm dừng.',
  'rejection.session.not-closed': 'Phải bế mạc trước khi niêm phong.',
  'rejection.session.over': 'Phiên đã kết thúc.',

  'rejection.sites.exists': 'Điểm cầu này đã có trong danh sách.',
  'rejection.sites.second-centre': 'Mỗi phiên chỉ có một điểm cầu trung tâm.',
  'rejection.sites.too-many': 'Danh sách đã đủ {{maximum}} mục, không thể thêm.',
  'rejection.sites.unknown': 'Không tìm thấy điểm cầu này.',
  'rejection.sites.delegate-exists': 'Đại biểu này đã có trong danh sách.',
  'rejection.sites.unknown-delegate': 'Không tìm thấy đại biểu này trong danh sách.',

  'rejection.admission.exists': 'Người này đã có trong danh sách tham gia.',
  'rejection.readiness.unknown-site': 'Không tìm thấy điểm cầu này trong phiên.',
  'rejection.readiness.site-missing': 'Chưa kết nối: {{site}}. Hãy chờ điểm cầu này vào phòng.',
  'rejection.readiness.gates-missing':
    'Chưa thể khai mạc buổi tiếp công dân: còn {{count}} bước chuẩn bị chưa đạt. Hãy hoàn thành, hoặc ghi lý do để khai mạc khi chưa đủ.',
  'rejection.readiness.nobody-named': 'Cần ghi rõ họ tên người quyết định hoặc xác nhận.',
  'rejection.readiness.reason-missing': 'Hệ thống chưa ghi nhận được hình và tiếng: cần ghi lý do xác nhận thủ công.',
  'rejection.readiness.all-passed': 'Các bước chuẩn bị đã đủ, không cần lý do.',
  'rejection.admission.unknown-site': 'Hãy chọn điểm cầu cho người này.',
  'rejection.admission.second-chair':
    'Mỗi phiên chỉ có một chủ tọa. Muốn thay chủ tọa, trước hết hãy ghi nhận chủ tọa hiện nay không dự.',
  'rejection.admission.connected': 'Người này đang kết nối với phiên.',
  'rejection.admission.too-many': 'Phiên đã đủ {{maximum}} người tham gia.',
  'rejection.admission.unknown': 'Không tìm thấy người này trong phiên.',
  'rejection.admission.refused': 'Người này đã bị từ chối vào phòng.',
  'rejection.admission.removed': 'Người này đã bị mời ra khỏi phiên.',
  'rejection.admission.not-waiting': 'Người này không còn trong phòng chờ.',
  'rejection.admission.not-present': 'Người này không có mặt trong phòng.',
  'rejection.admission.not-chair': 'Ông/bà không còn là chủ tọa của phiên này: quyền chủ tọa đã được giao.',
  'rejection.admission.may-not-chair':
    'Chỉ giao quyền chủ tọa được cho thư ký hoặc người phụ trách điểm cầu. Hãy chọn người khác.',
  'rejection.admission.no-chair': 'Phiên này không có chủ tọa. Hãy mời một chủ tọa khác từ trang cán bộ.',
  'rejection.admission.chair-not-away':
    'Chủ tọa đang ở trong phòng hoặc mất kết nối chưa đủ hai phút. Hãy chờ, hoặc đề nghị chủ tọa giao quyền.',
  'rejection.identity.officer-checks':
    'Ông/bà đang kiểm tra giấy tờ của công dân. Hãy kết thúc việc kiểm tra rồi giao quyền chủ tọa.',
  'rejection.protection.chair-stays-with-staff':
    'Đây là buổi tiếp người tố cáo: chỉ giao quyền chủ tọa được cho thư ký.',
  'rejection.admission.staff': 'Không thể áp dụng với chủ tọa và thư ký.',

  'rejection.selftest.too-many':
    'Đã kiểm tra {{maximum}} lần trong phiên này. Nếu vẫn gặp khó khăn, xin liên hệ cơ quan tổ chức.',

  'rejection.agenda.exists': 'Nội dung này đã có trong chương trình.',
  'rejection.agenda.too-many': 'Chương trình đã đủ {{maximum}} nội dung.',
  'rejection.agenda.unknown': 'Không tìm thấy nội dung này trong chương trình. Có thể nội dung vừa được bỏ ra.',
  'rejection.agenda.was-taken-up': 'Nội dung này đã được tiến hành nên không bỏ được nữa.',
  'rejection.agenda.running': 'Nội dung này đang được tiến hành.',
  'rejection.agenda.not-running': 'Nội dung này đã kết thúc. Có thể người khác vừa kết thúc.',

  'rejection.rollcall.other-site': 'Ông/bà chỉ điểm danh được điểm cầu của mình.',
  'rejection.rollcall.unknown': 'Không tìm thấy đại biểu hoặc điểm cầu này.',
  'rejection.rollcall.substitute-missing': 'Hãy ghi họ tên người dự thay.',

  'rejection.floor.unknown-site': 'Không tìm thấy điểm cầu này trong phiên.',
  'rejection.floor.nobody-there': 'Chưa có ai của {{site}} vào phòng.',
  'rejection.floor.not-by-turns': 'Ở buổi này mọi người đều nói được, không cần đăng ký phát biểu.',
  'rejection.floor.by-turns': 'Đang phát biểu theo lượt: hãy thu lại lượt phát biểu của người này.',
  'rejection.floor.conference': 'Hội nghị luôn phát biểu theo lượt.',
  'rejection.floor.staff': 'Không tắt micro của chủ trì hoặc thư ký.',
  'rejection.floor.not-silenced': 'Micro của người này không bị tắt.',
  'rejection.floor.already-requested': 'Ông/bà đã đăng ký phát biểu, xin chờ đến lượt.',
  'rejection.floor.already-held': 'Lượt phát biểu này đang diễn ra.',
  'rejection.floor.no-request': 'Đăng ký phát biểu này không còn nữa.',
  'rejection.floor.not-present': 'Người này không có mặt trong phòng.',
  'rejection.floor.observer': 'Quan sát viên không phát biểu.',
  'rejection.floor.in-consultation': 'Người này đang hội ý riêng. Hãy đợi họ trở lại phòng rồi mời phát biểu.',
  'rejection.floor.interpreting': 'Người này đang phiên dịch. Hãy đợi họ dừng phiên dịch rồi mời phát biểu.',
  'rejection.floor.not-holder': 'Ông/bà không còn trong lượt phát biểu.',
  'rejection.floor.locked': 'Chủ tọa đang tạm khóa phát biểu. Xin chờ chủ tọa mở lại.',
  'rejection.floor.not-locked': 'Phát biểu không bị khóa.',
  'rejection.floor.budget-used':
    'Đã dùng hết thời gian phát biểu theo quy định. Chủ tọa có thể chọn số phút cụ thể để mời thêm.',
  'rejection.floor.not-of-the-site': 'Người này không thuộc điểm cầu đang phát biểu.',
  'rejection.floor.no-limit': 'Lượt phát biểu này không giới hạn thời gian.',
  'rejection.floor.paused': 'Đồng hồ phát biểu đang dừng.',
  'rejection.floor.not-paused': 'Đồng hồ phát biểu đang chạy.',
  'rejection.floor.not-held': 'Hiện không có ai đang phát biểu.',

  'rejection.ballot.exists': 'Nội dung biểu quyết này đã có trong danh sách.',
  'rejection.ballot.too-many': 'Phiên đã đủ {{maximum}} nội dung biểu quyết.',
  'rejection.ballot.unknown': 'Không tìm thấy nội dung biểu quyết này.',
  'rejection.ballot.unknown-item': 'Không tìm thấy nội dung này trong chương trình. Hãy chọn lại.',
  'rejection.ballot.same-option': 'Có hai phương án giống nhau. Hãy sửa lại.',
  'rejection.ballot.not-proposed': 'Nội dung này đã được đưa ra biểu quyết. Có thể người khác vừa mở.',
  'rejection.ballot.another-open': 'Đang có một nội dung biểu quyết khác. Hãy kết thúc nội dung đó trước.',
  'rejection.ballot.no-voters':
    'Chưa có ai được quyền biểu quyết. Hãy ghi danh sách đại biểu hoặc chọn người biểu quyết.',
  'rejection.ballot.too-many-voters': 'Mỗi lần biểu quyết có nhiều nhất {{maximum}} người.',
  'rejection.ballot.too-few-for-secrecy':
    'Biểu quyết kín cần ít nhất {{minimum}} người, nếu không kết quả sẽ cho biết ai chọn gì. Hãy biểu quyết công khai.',
  'rejection.ballot.no-quorum':
    'Chưa đủ số người có mặt: {{present}}/{{entitled}}, cần ít nhất {{needed}}. Hãy kiểm tra điểm danh.',
  'rejection.ballot.not-open': 'Chưa bắt đầu biểu quyết nội dung này. Xin chờ chủ tọa.',
  'rejection.ballot.over': 'Biểu quyết nội dung này đã kết thúc, không nhận thêm phiếu.',
  'rejection.ballot.unknown-option': 'Không có phương án này. Hãy tải lại trang rồi chọn lại.',
  'rejection.ballot.other-site': 'Đại biểu này biểu quyết tại trang của điểm cầu mình.',
  'rejection.ballot.not-entitled': 'Người này không có tên trong danh sách biểu quyết nội dung này.',
  'rejection.ballot.wrong-code': 'Mã biểu quyết không đúng. Hãy xem lại mã được phát, gồm 8 chữ số.',
  'rejection.ballot.voter-absent':
    'Chưa điểm danh có mặt nên chưa biểu quyết được. Hãy báo thư ký hoặc phụ trách điểm cầu điểm danh.',
  'rejection.ballot.already-voted': 'Đã ghi nhận phiếu của người này. Mỗi người biểu quyết một lần.',
  'rejection.ballot.too-few-cast':
    'Mới có {{cast}} phiếu. Biểu quyết kín chỉ mở hòm phiếu khi có ít nhất {{minimum}} phiếu. Hãy chờ thêm, hoặc hủy lần biểu quyết này.',
  'rejection.ballot.count-differs':
    'Số phiếu trong hòm không khớp số người đã biểu quyết. Hãy hủy lần biểu quyết này rồi biểu quyết lại.',
  'rejection.ballot.unknown-delegate': 'Không tìm thấy đại biểu này trong danh sách.',
  'rejection.ballot.codes-need-reason':
    'Đã in mã hoặc đang biểu quyết: muốn in lại phải ghi lý do. Mã cũ sẽ hết hiệu lực.',
  'rejection.ballot.codes-while-open':
    'Đang biểu quyết: chỉ chủ tọa hoặc thư ký đang ở trong phòng họp mới cấp lại được mã.',
  'rejection.ballot.too-many-prints': 'Đã in mã quá nhiều lần ({{maximum}}).',

  'rejection.stage.not-present': 'Người này không có mặt nên chưa thể đưa lên màn hình chính.',

  'rejection.documents.exists': 'Tài liệu này đã có trong phiên.',
  'rejection.documents.too-many': 'Phiên đã đủ {{maximum}} tài liệu. Hãy gỡ bớt tài liệu không dùng.',
  'rejection.documents.unknown': 'Không tìm thấy tài liệu này. Có thể tài liệu vừa được gỡ.',
  'rejection.documents.unknown-item': 'Nội dung này không còn trong chương trình. Hãy chọn nội dung khác.',
  'rejection.documents.mark-needs-pages':
    'Tài liệu này chỉ tải về được, không xem trên màn hình, nên không đóng dấu tên người xem được. Hãy dùng tệp PDF.',
  'rejection.documents.not-presenter':
    'Chỉ chủ tọa, thư ký, hoặc người đang phát biểu khi được cho phép mới trình chiếu được.',
  'rejection.documents.not-presented': 'Tài liệu này không còn được trình chiếu.',
  'rejection.documents.no-pages': 'Tài liệu này chỉ tải về được, không trình chiếu được. Hãy dùng tệp PDF.',
  'rejection.documents.no-such-page': 'Tài liệu này chỉ có {{pages}} trang.',
  'rejection.documents.no-acknowledgement': 'Tài liệu này không cần xác nhận quán triệt.',
  'rejection.documents.other-site': 'Ông/bà chỉ xác nhận được cho đại biểu của điểm cầu mình.',

  'rejection.document.no-file': 'Không nhận được tệp nào. Hãy chọn tệp rồi gửi lại.',
  'rejection.document.empty': 'Tệp này trống, không có nội dung.',
  'rejection.document.too-large': 'Tệp này lớn hơn 50 MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.',
  'rejection.document.bad-name':
    'Tên tệp có ký tự ẩn hoặc ký tự đảo chiều chữ, thường gặp ở tệp giả mạo. Hãy đổi tên tệp rồi gửi lại.',
  'rejection.document.name-too-long': 'Tên tệp dài quá 200 ký tự. Hãy đặt tên ngắn hơn rồi gửi lại.',
  'rejection.document.unknown-type':
    'Loại tệp này không nhận được. Chỉ nhận PDF, Word (docx), Excel (xlsx), PowerPoint (pptx) và ảnh PNG, JPEG, WebP.',
  'rejection.document.wrong-type': 'Nội dung tệp không đúng với đuôi tên tệp. Hãy mở tệp, lưu lại đúng loại rồi gửi.',
  'rejection.document.state-secret':
    'Tệp này có dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được nhận. Theo Luật Bảo vệ bí mật nhà nước, không đưa tài liệu mật lên hệ thống; hãy giao bản giấy trực tiếp.',
  'rejection.document.unpacks-too-large': 'Tệp này khi mở ra lớn bất thường nên không được nhận.',
  'rejection.document.no-room':
    'Ổ đĩa của máy chủ đã đầy đến mức dành cho nhật ký phiên họp. Tệp chưa được nhận; hãy thử lại sau và báo cho người quản trị máy chủ.',
  'rejection.document.too-demanding':
    'Tệp này cần quá nhiều bộ nhớ hoặc thời gian để đọc. Hãy in lại thành tệp PDF mới, hoặc chụp ảnh từng trang rồi gửi.',
  'rejection.document.broken': 'Tệp này bị hỏng, không đọc được. Hãy mở thử, lưu lại rồi gửi.',
  'rejection.document.encrypted': 'Tệp này được đặt mật khẩu. Hãy lưu một bản không có mật khẩu rồi gửi.',
  'rejection.document.too-many-pages': 'Tệp này có quá nhiều trang. Hãy tách thành nhiều tệp.',
  'rejection.document.picture-too-large': 'Ảnh này có kích thước quá lớn. Hãy thu nhỏ ảnh rồi gửi lại.',
  'rejection.document.infected': 'Phần mềm diệt vi-rút phát hiện mã độc trong tệp này. Tệp không được nhận.',
  'rejection.document.scan-failed':
    'Phần mềm diệt vi-rút của máy chủ không trả lời nên tệp chưa được nhận. Hãy báo bộ phận kỹ thuật.',
  'rejection.document.cannot-be-marked':
    'Không in được tên người xem lên tệp này. Hãy gửi bản PDF khác, hoặc gửi lại mà không chọn “In tên người xem lên trang”.',
  'rejection.document.marked': 'Tài liệu này chỉ được xem trên màn hình, không tải về.',

  'rejection.minutes.sealed': 'Phiên đã niêm phong, biên bản không thể thay đổi.',
  'rejection.minutes.signed': 'Biên bản đã ký nên không sửa được. Muốn sửa, hãy rút lại hoặc trả lại trước.',
  'rejection.agency.missing':
    'Chưa ban hành được: chưa ai khai báo tên cơ quan, ký hiệu và địa danh. Xin đề nghị quản trị viên khai báo ở trang Thông tin cơ quan (/staff/agency), rồi ban hành lại. Chưa có gì thay đổi.',
  'rejection.approval.sealed': 'Hồ sơ phiên đã niêm phong, không thay đổi được nữa.',
  'rejection.approval.minutes-owed':
    'Biên bản chưa ban hành, chưa có ai quyết định không ban hành: chưa niêm phong được. Hãy ban hành biên bản, hoặc ghi rõ lý do không ban hành.',
  'rejection.approval.already-waived': 'Đã ghi nhận là không ban hành biên bản.',
  'rejection.approval.signed':
    'Thư ký và chủ tọa đã ký biên bản. Nội dung chỉ thay đổi được bằng bản đính chính sau khi ban hành.',
  'rejection.approval.too-many': 'Đã đủ {{maximum}} góp ý.',
  'rejection.approval.unknown-comment': 'Góp ý này không còn nữa.',
  'rejection.approval.not-closed': 'Chỉ ký được biên bản sau khi phiên bế mạc.',
  'rejection.approval.not-signatory': 'Chỉ thư ký và chủ tọa của phiên ký biên bản.',
  'rejection.approval.already-signed': 'Biên bản đã có chữ ký này.',
  'rejection.approval.secretary-first': 'Thư ký ký trước, sau đó chủ tọa ký.',
  'rejection.approval.other-text': 'Nội dung đã thay đổi sau khi ông/bà xem. Hãy xem lại rồi ký.',
  'rejection.approval.not-submitted': 'Thư ký chưa ký và trình biên bản.',
  'rejection.approval.not-signed': 'Chỉ ban hành được khi thư ký và chủ tọa đã ký biên bản.',
  'rejection.approval.already-issued': 'Văn bản này đã được ban hành.',
  'rejection.approval.no-signatory':
    'Thông báo kết luận phải có người ký. Nhập hình thức ký, chức vụ và họ tên người ký rồi ban hành lại.',
  'rejection.approval.unneeded-signatory':
    'Biên bản do thư ký và chủ tọa ký, không có người ký khác. Bỏ người ký rồi ban hành lại.',
  'rejection.approval.unknown-recipient': 'Có nơi nhận không thuộc phiên này. Bỏ nơi nhận đó rồi ban hành lại.',
  'rejection.approval.not-issued': 'Chỉ lập bản đính chính khi biên bản đã ban hành.',
  'rejection.minutes.too-many': 'Biên bản đã đủ {{maximum}} mục.',
  'rejection.minutes.unknown': 'Mục này không còn trong biên bản.',
  'rejection.minutes.other-kind': 'Không thể đổi loại của một mục đã ghi. Hãy gạch bỏ và ghi mục mới.',
  'rejection.minutes.changed-meanwhile':
    'Người khác vừa sửa mục này. Hãy xem cả hai bản rồi chọn; phần ông/bà viết vẫn còn.',

  'rejection.chat.only-to-staff': 'Ông/bà chỉ có thể nhắn cho chủ tọa và thư ký.',
  'rejection.chat.other-site': 'Ông/bà chỉ có thể nhắn cho điểm cầu của mình.',
  'rejection.chat.unknown-recipient': 'Không tìm thấy người nhận.',
  'rejection.chat.too-many': 'Phiên đã đủ {{maximum}} tin nhắn.',

  'rejection.announcement.none': 'Không còn thông báo nào. Có thể người khác vừa gỡ xuống.',

  'rejection.recording.already-started': 'Việc ghi đang tạm dừng. Hãy bấm “Tiếp tục ghi”.',
  'rejection.recording.not-running': 'Hiện không có việc ghi nào đang diễn ra.',
  'rejection.recording.not-paused': 'Việc ghi không ở trạng thái tạm dừng.',
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
  'rejection.devices.unconfirmed':
    'Chưa xác nhận danh mục kiểm tra thiết bị tại: {{sites}}. Hãy xác nhận từng phòng trước khi khai mạc hoặc tiếp tục.',
  'rejection.devices.going-on':
    'Phiên có độ mật đang diễn ra: hãy tạm dừng phiên, thêm điểm cầu, xác nhận thiết bị của điểm cầu đó rồi tiếp tục.',
  'rejection.devices.not-secret': 'Phiên này không có độ mật từ Mật trở lên nên không cần danh mục kiểm tra thiết bị.',
  'rejection.devices.unknown-site': 'Phiên không có điểm cầu này.',
  'rejection.devices.other-site': 'Người phụ trách điểm cầu chỉ xác nhận cho điểm cầu của mình.',
  'rejection.devices.incomplete': 'Phải xác nhận đủ các mục. Nếu có mục chưa bảo đảm thì không được họp.',
  'rejection.secrecy.above-session':
    'Độ mật của tài liệu không được cao hơn độ mật của phiên. Chọn độ mật thấp hơn, hoặc đưa tài liệu vào phiên có độ mật phù hợp.',
  'rejection.secrecy.named-only': 'Phiên có độ mật chỉ mời chủ tọa, thư ký và người phụ trách điểm cầu, ghi rõ họ tên.',
  'rejection.recording.never': 'Phiên này được đặt lịch là không ghi âm, ghi hình.',
  'rejection.recording.required':
    'Buổi tiếp công dân phải được ghi. Có thể tạm dừng kèm lý do; việc ghi kết thúc cùng buổi tiếp.',
  'rejection.recording.reception':
    'Buổi tiếp công dân phải được ghi âm, ghi hình (Nghị định 154/2026/NĐ-CP, Điều 17.1).',
  'rejection.recording.not-written':
    'Chưa thể bắt đầu: máy chủ chưa xác nhận đã ghi được xuống ổ đĩa. Mời bật micrô hoặc camera rồi bấm lại; nếu vẫn không được, ghi bằng thiết bị của cơ quan.',
  'rejection.recording.no-room':
    'Chưa thể bắt đầu ghi: ổ đĩa của máy chủ không đủ chỗ cho phiên này (cần khoảng {{needed}} MB, còn {{free}} MB). Xin quản trị máy chủ giải phóng ổ đĩa, rút ngắn thời gian dự kiến, hoặc ghi bằng thiết bị của cơ quan.',
  'rejection.recording.not-announced': 'Chủ tọa, thư ký không còn thông báo ghi âm, ghi hình.',

  'rejection.interpretation.offered': 'Ngôn ngữ này đã có trong danh sách.',
  'rejection.interpretation.not-offered': 'Ngôn ngữ này không còn trong danh sách.',
  'rejection.interpretation.too-many-channels': 'Mỗi phiên có nhiều nhất {{maximum}} ngôn ngữ phiên dịch.',
  'rejection.interpretation.too-many-interpreters': 'Mỗi ngôn ngữ có nhiều nhất {{maximum}} người phiên dịch.',
  'rejection.interpretation.unknown': 'Người này không còn trong phiên. Hãy chọn người khác.',
  'rejection.interpretation.not-appointed': 'Người này không còn được phân công phiên dịch sang ngôn ngữ đó.',
  'rejection.interpretation.in-consultation': 'Không phiên dịch được trong khi hội ý riêng.',
  'rejection.interpretation.not-interpreting': 'Ông/bà không còn đang phiên dịch.',
  'rejection.interpretation.no-partner': 'Chưa có người phiên dịch nào khác có mặt để thay.',

  'rejection.consultation.too-few': 'Hãy chọn ít nhất hai người.',
  'rejection.consultation.not-present': 'Có người không có mặt trong phòng. Hãy chọn lại.',
  'rejection.consultation.observer': 'Quan sát viên không tham gia hội ý.',
  'rejection.consultation.in-another': 'Có người đang hội ý. Hãy đợi họ trở lại phòng.',
  'rejection.consultation.too-many': 'Mỗi lần hội ý có nhiều nhất {{maximum}} người.',
  'rejection.consultation.over': 'Cuộc hội ý này đã kết thúc.',
  'rejection.consultation.not-in': 'Ông/bà không còn trong hội ý.',

  'rejection.submission.not-reception': 'Chỉ gửi giấy tờ ở buổi tiếp công dân, đối thoại.',
  'rejection.submission.not-citizen': 'Cách gửi này chỉ dành cho công dân. Cán bộ đưa tài liệu vào ở mục Tài liệu.',
  'rejection.submission.not-present': 'Ông/bà chưa ở trong phòng. Hãy chờ được mời vào rồi gửi giấy tờ.',
  'rejection.submission.same': 'Cán bộ đã nhận đúng tệp này của ông/bà rồi.',
  'rejection.submission.too-many':
    'Ông/bà đã gửi đủ {{maximum}} giấy tờ trong buổi này. Hãy nói với cán bộ nếu còn giấy tờ khác.',
  'rejection.submission.too-large':
    'Các giấy tờ đã gửi vượt quá {{megabytes}} MB. Hãy nói với cán bộ để nộp theo cách khác.',
  'rejection.submission.unknown': 'Giấy tờ này không còn ở đây.',
  'rejection.submission.listed': 'Cán bộ đã ghi giấy tờ này vào danh sách nhận, nên không rút lại được.',
  'rejection.receipt.not-reception': 'Chỉ nhận giấy tờ ở buổi tiếp công dân, đối thoại.',
  'rejection.receipt.not-citizen': 'Chỉ nhận giấy tờ của công dân.',
  'rejection.receipt.unknown-document': 'Tệp này không còn trong phiên. Hãy chọn lại.',
  'rejection.receipt.too-many': 'Đã đủ {{maximum}} giấy tờ trong buổi tiếp này.',
  'rejection.receipt.unknown-paper': 'Giấy tờ này không còn trong danh sách, hoặc đã có trong giấy biên nhận.',
  'rejection.receipt.nothing': 'Chưa có giấy tờ nào để lập giấy biên nhận.',
  'rejection.receipt.not-officer': 'Chỉ chủ tọa hoặc thư ký đang ở trong phòng mới lập được giấy biên nhận.',
  'rejection.receipt.unconfirmed': 'Giấy biên nhận ghi số giấy tờ tùy thân. Hãy kiểm tra giấy tờ của công dân trước.',
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
  'rejection.visit.no-note-taker': 'Chưa có thư ký ghi chép trong phòng. Mời thư ký vào phòng, rồi bắt đầu buổi tiếp.',
  'rejection.visit.not-reception': 'Chỉ dùng ở buổi tiếp công dân, đối thoại.',
  'rejection.visit.not-citizen': 'Người được chọn không phải công dân của buổi tiếp này.',
  'rejection.visit.not-representative': 'Đoàn đã cử người đại diện; người này không có trong danh sách đại diện.',
  'rejection.visit.unknown-ground': 'Căn cứ này không còn hiệu lực. Hãy chọn căn cứ khác.',
  'rejection.visit.too-many': 'Đã ghi đủ {{maximum}} lần giải thích.',
  'rejection.visit.no-group': 'Từ {{minimum}} người trở lên mới là đoàn đông người.',
  'rejection.visit.no-representative': 'Hãy chọn người đại diện của đoàn.',
  'rejection.visit.too-many-representatives': 'Đoàn này cử nhiều nhất {{maximum}} người đại diện.',
  'rejection.identity.not-reception': 'Chỉ kiểm tra giấy tờ ở buổi tiếp công dân, đối thoại.',
  'rejection.identity.not-citizen': 'Chỉ kiểm tra giấy tờ của công dân.',
  'rejection.identity.not-present': 'Công dân không có mặt trong phòng. Hãy mời vào phòng trước.',
  'rejection.identity.confirmed': 'Giấy tờ của người này đã được xác nhận.',
  'rejection.identity.not-confirmed': 'Giấy tờ của người này chưa được xác nhận.',
  'rejection.identity.going-on': 'Cán bộ khác đang kiểm tra giấy tờ của người này.',
  'rejection.identity.not-going-on': 'Việc kiểm tra đã dừng. Hãy bấm “Kiểm tra giấy tờ” lại.',
  'rejection.identity.not-officer': 'Chỉ chủ tọa hoặc thư ký đang ở trong phòng mới xác nhận được.',
  'rejection.identity.papers-missing': 'Còn thiếu giấy tờ phải xuất trình. Hãy đánh dấu đủ, hoặc chọn “Kiểm tra sau”.',
  'rejection.consultation.identity-check':
    'Đang kiểm tra giấy tờ: chỉ cán bộ kiểm tra và công dân, cho đến khi có kết quả.',
  'rejection.statement.not-reception': 'Chỉ ghi lời trình bày ở buổi tiếp công dân, đối thoại.',
  'rejection.statement.not-citizen': 'Chỉ ghi lời trình bày của công dân.',
  'rejection.statement.going-on': 'Lời trình bày của người này đang được ghi.',
  'rejection.statement.too-many': 'Đã đủ số lần ghi, nhiều nhất {{maximum}}.',
  'rejection.statement.unknown': 'Không tìm thấy lời trình bày này.',
  'rejection.statement.not-writing': 'Lời trình bày đang được đọc lại hoặc đã xác nhận nên không ghi thêm được.',
  'rejection.statement.changed-meanwhile': 'Cán bộ khác vừa ghi vào đây. Màn hình đã hiện bản mới nhất.',
  'rejection.statement.too-long':
    'Lời trình bày dài quá {{maximum}} ký tự. Hãy ghi phần sau thành một lời trình bày mới.',
  'rejection.statement.empty': 'Chưa có nội dung để đọc lại.',
  'rejection.statement.too-many-versions': 'Đã đọc lại đủ {{maximum}} lần.',
  'rejection.statement.other-version': 'Nội dung đã thay đổi. Hãy xem lại bản mới nhất.',
  'rejection.statement.not-yours': 'Đây không phải lời trình bày của ông/bà.',
  'rejection.statement.no-code': 'Cán bộ chưa cho mã. Xin ông/bà hỏi cán bộ tiếp công dân.',
  'rejection.statement.wrong-code': 'Mã chưa đúng. Xin ông/bà nghe cán bộ đọc lại rồi nhập từng số.',
  'rejection.statement.not-recorded':
    'Chưa ghi âm, ghi hình nên chưa xác nhận bằng lời được. Hãy bật ghi, báo “bắt đầu ghi”, rồi hỏi lại công dân.',

  'rejection.sharing.already-requested': 'Ông/bà đã xin trình chiếu, xin chờ chủ tọa mời.',
  'rejection.sharing.already-granted': 'Người này đã được mời trình chiếu.',
  'rejection.sharing.in-consultation': 'Không trình chiếu được trong khi hội ý riêng.',
  'rejection.sharing.no-request': 'Đăng ký trình chiếu này không còn nữa.',
  'rejection.sharing.not-present': 'Người này không có mặt nên chưa thể mời trình chiếu.',
  'rejection.sharing.observer': 'Quan sát viên không trình chiếu.',
  'rejection.sharing.not-granted': 'Ông/bà không còn được mời trình chiếu. Hãy xin lại nếu cần.',
  'rejection.sharing.nobody': 'Hiện không có ai trình chiếu.',

  'rejection.media.not-allowed': 'Ông/bà hiện không được phép gửi âm thanh, hình ảnh.',
  'rejection.media.invalid': 'Trình duyệt gửi thông số âm thanh, hình ảnh không hợp lệ. Hãy tải lại trang.',
  'rejection.media.unknown': 'Kết nối âm thanh, hình ảnh đã thay đổi. Hệ thống đang kết nối lại.',
  'rejection.media.unavailable': 'Âm thanh, hình ảnh tạm thời gián đoạn. Hệ thống đang tự khôi phục.',

  'rejection.assist.not-present': 'Người này không có mặt trong phòng nên chưa yêu cầu được.',
  'rejection.assist.unknown-alarm': 'Việc này đã xong rồi.',

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

  'farewell.link-invalid': 'Đường dẫn không đúng hoặc đã hết hạn. Hãy liên hệ cơ quan tổ chức để nhận đường dẫn mới.',
  'farewell.link-revoked':
    'Đường dẫn này đã được thay thế hoặc thu hồi. Hãy dùng đường dẫn mới nhất, hoặc liên hệ cơ quan tổ chức.',
  'farewell.account-suspended':
    'Buổi tiếp được bảo vệ này tạm đóng với tài khoản của ông/bà: mật khẩu vừa được đặt lại, hoặc tài khoản bị khóa. Trang thông báo cho biết ai xác nhận được.',
  'farewell.superseded': 'Ông/bà đã vào phiên bằng một thiết bị khác, nên thiết bị này được ngắt.',
  'farewell.left': 'Ông/bà đã rời phiên.',
  'farewell.refused': 'Yêu cầu vào phòng không được chấp nhận.',
  'farewell.removed': 'Ông/bà đã được mời ra khỏi phiên.',
  'farewell.over': 'Phiên đã kết thúc. Xin cảm ơn ông/bà.',
  'farewell.cancelled': 'Phiên họp này đã bị hủy.',
  'farewell.secrecy': 'Phiên này có độ mật, hiện không được tổ chức trên máy chủ này. Hãy liên hệ cơ quan tổ chức.',
  'farewell.protocol': 'Trang này gửi thông tin mà máy chủ không nhận. Hãy tải lại trang.',
  'farewell.rate-limited':
    'Trang này gửi quá nhiều tin hoặc kết nối quá nhiều lần trong thời gian ngắn nên bị tạm ngắt. Hãy chờ ít giây.',
  'farewell.outdated-page': 'Hệ thống vừa được nâng cấp. Hãy tải lại trang để tiếp tục.',
  'farewell.unavailable': 'Máy chủ tạm thời chưa phục vụ được. Hãy thử lại sau ít phút.',
  'farewell.journal-broken':
    'Dữ liệu của phiên này bị thay đổi ngoài hệ thống nên phiên tạm khóa. Hãy liên hệ cơ quan tổ chức; người quản trị máy chủ cần khôi phục từ bản sao lưu.',
  'farewell.shutdown': 'Máy chủ đang khởi động lại. Trang sẽ tự kết nối lại.',
} as const satisfies WordsForCodes & Record<string, string>
