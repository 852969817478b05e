// Camera, microphone, loudspeaker, and how a browser lets a page have them.
export const strings = {
  'join.tryAgain': 'Thử lại',
  'join.answerBrowser': 'Trình duyệt đang hỏi. Ông/bà bấm “Cho phép”.',
  'join.preview': 'Hình và tiếng của ông/bà',
  'join.othersSee': 'Người khác sẽ thấy ông/bà với tên như trên. Hình xem trước lật như soi gương.',
  'join.sayHello': 'Nói thử vài câu: vạch xanh chạy là micro hoạt động.',
  'join.inApp': 'Trang đang mở bên trong Zalo hoặc Facebook',
  'join.inAppHow':
    'Ở đây camera và micro thường không dùng được. Hãy bấm dấu ⋯ ở góc màn hình rồi chọn “Mở bằng trình duyệt”, hoặc chép đường dẫn và dán vào Chrome hay Safari.',
  'join.copyLink': 'Chép đường dẫn',
  'join.linkCopied': 'Đã chép đường dẫn',
  'hearing.microphoneOn': 'Micro bật',
  'hearing.microphoneOff': 'Micro tắt',
  'hearing.cameraOn': 'Camera bật',
  'hearing.cameraOff': 'Camera tắt',
  'media.both': 'Camera và micro',
  'media.speaker': 'Loa',
  'media.testSpeaker': 'Nghe thử loa',
  'media.sharpPicture': 'Hình nét hơn (cần mạng nhanh)',
  'media.interrupted': 'Hình và tiếng đang gián đoạn, hệ thống đang tự nối lại.',
  'media.sendProblem': 'Chưa gửi được hình hoặc tiếng của ông/bà. Hãy tắt rồi bật lại camera, micro.',
  'media.unsupported':
    'Trình duyệt này không truyền được hình và tiếng. Hãy cập nhật, hoặc dùng Chrome, Cốc Cốc, Safari bản mới.',
  'media.heldBySystem':
    'Thiết bị đang tạm giữ camera hoặc micro, có thể vì một cuộc gọi. Xong cuộc gọi, hình và tiếng sẽ trở lại.',
  'media.mayEnterAnyway': 'Ông/bà vẫn có thể vào phòng để xem và nghe.',
  'media.problem.denied': '{{what}} chưa được phép dùng',
  'media.problem.not-found': 'Không tìm thấy: {{what}}',
  'media.problem.in-use': '{{what}} đang được ứng dụng khác dùng',
  'media.problem.unplugged': '{{what}} vừa bị rút ra',
  'media.problem.insecure': '{{what}} không dùng được trên trang này',
  'media.problem.no-answer': '{{what}} không trả lời',
  'media.problem.unknown': '{{what}} chưa dùng được',
  'media.advice.not-found': 'Hãy cắm thiết bị vào máy rồi thử lại.',
  'media.advice.in-use': 'Hãy đóng Zalo, Zoom hoặc ứng dụng khác đang gọi hình rồi thử lại.',
  'media.advice.unplugged': 'Hãy cắm lại hoặc chọn thiết bị khác rồi thử lại.',
  'media.advice.insecure': 'Địa chỉ trang phải bắt đầu bằng https://. Hãy báo cho cơ quan tổ chức.',
  'media.advice.no-answer': 'Hãy mở đường dẫn bằng Chrome hoặc Safari rồi thử lại.',
  'media.advice.unknown': 'Hãy khởi động lại thiết bị hoặc dùng trình duyệt khác.',
  'media.allow.chrome':
    'Bấm biểu tượng bên trái địa chỉ trang, ở đầu cửa sổ.\nBật “Camera” và “Micrô”.\nTải lại trang.',
  'media.allow.chromeAndroid':
    'Bấm biểu tượng bên trái địa chỉ trang.\nChọn “Quyền”, rồi cho phép Máy ảnh và Micrô.\nTải lại trang.',
  'media.allow.safari':
    'Chọn Safari trên thanh trên cùng, rồi “Cài đặt cho trang web này”.\nĐặt Camera và Micrô thành “Cho phép”.\nTải lại trang.',
  'media.allow.safariPhone':
    'Bấm “AA” hoặc biểu tượng bên cạnh địa chỉ trang.\nChọn “Cài đặt trang web”, rồi cho phép Camera và Micrô.\nTải lại trang.',
  'media.allow.firefox':
    'Bấm biểu tượng camera bị gạch cạnh địa chỉ trang.\nBấm dấu ✕ cạnh “Bị chặn”.\nBấm “Thử lại” bên dưới và chọn “Cho phép”.',
  'media.allow.samsung':
    'Bấm biểu tượng ổ khóa cạnh địa chỉ trang.\nChọn “Quyền”, rồi cho phép Máy ảnh và Micrô.\nTải lại trang.',
} as const
