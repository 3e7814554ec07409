# Vietnamese as used in the United States: the reader is "quý vị", the program "chúng tôi", the partner "họ". "yêu cầu" stands for both request and referral.

## The language itself

language-name = Tiếng Việt
language-direction = ltr
reviewed-by = none
reviewed-on = none

sentence-end = .
sentence-space = {" "}
list-comma = {", "}
list-and = { $first } và { $last }
list-or = { $first } hoặc { $last }
number-group = ,
number-decimal = .
money = ${ $amount }
weekday = { $n ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ Nhật
}
month = { $n ->
    [1] tháng 1
    [2] tháng 2
    [3] tháng 3
    [4] tháng 4
    [5] tháng 5
    [6] tháng 6
    [7] tháng 7
    [8] tháng 8
    [9] tháng 9
    [10] tháng 10
    [11] tháng 11
   *[12] tháng 12
}
date-long = { $weekday }, ngày { $day } { $month }
date-long-year = { $weekday }, ngày { $day } { $month } năm { $year }
date-short = ngày { $day } { $month }
date-short-year = ngày { $day } { $month } năm { $year }

## Small phrases, each with the space before it

phrase-by = {" "}chậm nhất là { $day }
phrase-by-over = {" "}(đã hẹn chậm nhất là { $day })
phrase-until = {" "}cho đến { $day }
phrase-on = {" "}vào { $day }
phrase-around = {" "}vào khoảng { $day }
phrase-next = {" "}ở bước tiếp theo
phrase-for-need = {" "}để được giúp về { $word }
phrase-with-need = {" "}về { $word }
phrase-what = : { $word }

the-partner = tổ chức đối tác
your-advisor = cố vấn của quý vị
one-more-thing = thêm một điều nữa
work-is-done = Công việc đã xong

## What it is for: after "giúp về", "quý vị cần"

need-business_development = dịch vụ cho doanh nghiệp
need-technology_transfer = công nghệ mới
need-real_estate = mặt bằng
need-workforce = tuyển người và huấn luyện
need-entrepreneurship = một chương trình khởi nghiệp
need-training = huấn luyện

## Said in several places

nothing-to-do = Quý vị không cần làm gì
nothing-to-do-now = Hiện giờ quý vị không cần làm gì
nothing-expected = Quý vị không phải làm gì cả
ask-again = Quý vị có thể nhờ lại bất cứ lúc nào
not-against-you = Việc này không gây bất lợi gì cho quý vị
clock-stops = Thời hạn trả lời của { $org } tạm ngưng cho đến lúc đó
says-outcome = { $org } cho biết: { $outcome }
next-step-around = Tiếp theo: { $step }{ $around }
next-step-by = Tiếp theo: { $step }{ $by }
hear-more-around = Quý vị sẽ có thêm tin{ $around }

move-yours = Đến lượt quý vị làm bước tiếp theo{ $by }
move-advisor = Đến lượt { $advisor } làm bước tiếp theo. Hiện giờ quý vị không cần làm gì
move-partner = Đến lượt { $org } làm bước tiếp theo. Hiện giờ quý vị không cần làm gì
move-third-party = Tất cả chúng ta đang chờ một bên khác. Hiện giờ quý vị không cần làm gì

## What is told at each step

told-reported = { $advisor } đã báo điều này thay cho { $org }
told-questions = Quý vị có câu hỏi? Hãy gọi { $advisor } ở số { $phone }
told-have-request = Chúng tôi đã có yêu cầu của quý vị{ $for-need }
told-advisor-answers = { $advisor } sẽ trả lời quý vị{ $by }
told-nothing-shared-yet = Không có gì được chia sẻ với bất cứ ai trước khi quý vị đồng ý
told-would-introduce = { $advisor } muốn giới thiệu quý vị với { $org }
told-would-see-items = Đây là đúng những gì họ sẽ thấy: { $items }
told-would-see = Ở đây, quý vị có thể xem đúng những gì họ sẽ thấy
told-can-say = Quý vị có thể trả lời{ $by }: đồng ý, sửa lại, hoặc không đồng ý
told-agreed-items = Quý vị đã đồng ý chia sẻ { $items } với { $org }{ $until }
told-agreed = Quý vị đã đồng ý chia sẻ với { $org }{ $until } những gì chúng tôi đã cho quý vị xem
told-wrote-agreed-items = { $advisor } đã ghi lại rằng quý vị đồng ý chia sẻ { $items } với { $org }{ $until }
told-wrote-agreed = { $advisor } đã ghi lại rằng quý vị đồng ý chia sẻ với { $org }{ $until } những gì chúng tôi đã cho quý vị xem
told-advisor-sends = Tiếp theo, { $advisor } sẽ gửi yêu cầu đi
told-can-undo = Quý vị có thể rút lại điều này trong vòng 24 giờ, và ngừng bất cứ lúc nào, riêng cho từng tổ chức đối tác
told-nothing-was-shared = Không có gì được chia sẻ cả
told-other-ways = { $advisor } sẽ nói chuyện với quý vị về những cách khác{ $by }
told-asked = Chúng tôi đã nhờ { $org } giúp quý vị{ $with-need }
told-should-answer = Dự kiến họ sẽ trả lời{ $by-or-next }
told-stopped-before = Chúng tôi đã ngừng yêu cầu này trước khi { $org } thấy
told-comes-next = { $advisor } sẽ cho quý vị biết bước tiếp theo{ $by }
told-not-sent = Yêu cầu của quý vị đã không được gửi cho ai
told-is-reading = { $org } đã có yêu cầu của quý vị và đang đọc
told-should-decide = Dự kiến họ sẽ quyết định{ $by-or-next }
told-said-yes = Tin vui: { $org } đã đồng ý
told-will-contact = { $contact } sẽ liên lạc với quý vị{ $by }
told-someone-will-contact = Người bên đó sẽ liên lạc với quý vị{ $by }
told-if-they-do-not = Nếu không có ai liên lạc, hãy cho chúng tôi biết ở đây và chúng tôi sẽ gọi cho họ
told-cannot-help = { $org } không giúp được việc này
told-another-option = { $advisor } sẽ đưa ra một lựa chọn khác cho quý vị{ $by }
told-asked-advisor = { $org } đã hỏi { $advisor } thêm một điều{ $what }
told-advisor-answers-them = { $advisor } sẽ trả lời họ{ $by }
told-needs-one-thing = { $org } cần một điều từ quý vị{ $what }
told-send-or-call-contact = Hãy gửi ở đây, hoặc gọi { $contact }{ $by }
told-send-or-call-advisor = Hãy gửi ở đây, hoặc gọi { $advisor }{ $by }
told-advisor-answered = { $advisor } đã trả lời câu hỏi của { $org }
told-have-answer = Cảm ơn quý vị. Chúng tôi đã có câu trả lời của quý vị
told-up-to-partner = Bây giờ lại đến lượt { $org }
told-work-started = Công việc với { $org } đã bắt đầu
told-news = Có tin từ { $org }
told-on-pause = Yêu cầu này đang tạm ngưng
told-check-again = Chúng tôi sẽ xem lại vào { $review-day }
told-keep-place = Quý vị vẫn giữ chỗ của mình
told-keep-place-number = Quý vị vẫn giữ chỗ của mình: số { $place } trong danh sách
told-moving-again = Yêu cầu này đã được tiếp tục trở lại
told-will-talk = { $advisor } sẽ nói chuyện với quý vị về bước tiếp theo{ $by }

told-you-stopped = Quý vị đã ngừng yêu cầu này
told-stopped-as-you-asked = Như quý vị đã nhờ, { $advisor } đã ngừng yêu cầu này
told-partner-told = Chúng tôi đã báo cho { $org }
told-no-longer-open = Họ không còn mở được thông tin của quý vị ở đây nữa
told-cannot-be-unread = Những gì họ đã đọc thì không thể lấy lại được
told-will-ask-other-help = { $advisor } sẽ hỏi quý vị{ $by } xem quý vị có muốn được giúp việc khác không
told-stopped-referral = Chúng tôi đã ngừng yêu cầu này với { $org }
told-stopped-request = Chúng tôi đã ngừng yêu cầu này với { $org }
told-asked-to-list = Chúng tôi đã nhờ họ liệt kê những gì họ đã làm cho quý vị{ $by-until }
told-no-answer = { $org } đã không trả lời đúng hạn
told-no-answer-days = { $waited ->
   *[other] { $org } đã không trả lời trong { $waited } ngày làm việc
}
told-not-your-fault = Chúng tôi đã ngừng yêu cầu này. Đây không phải là lỗi của quý vị
told-permission-ended = Thời gian quý vị cho phép chia sẻ đã hết{ $on-until }
told-not-answered-stopped = { $org } vẫn chưa trả lời, nên chúng tôi đã ngừng yêu cầu này
told-advisor-calls = { $advisor } sẽ gọi cho quý vị{ $by }
told-permission-with-ended = Thời gian quý vị cho phép chia sẻ với { $org } đã hết{ $on-until }
told-closed-and-paused = Họ không còn mở được thông tin của quý vị ở đây nữa, và yêu cầu này đang tạm ngưng
told-can-renew = Quý vị có thể gia hạn sự cho phép để tiếp tục, hoặc để cho hết hạn
told-is-it-right = Có đúng như vậy không? Việc này có đáp ứng điều quý vị cần không?
told-can-answer = Quý vị có thể trả lời{ $by }: có, một phần, không, hoặc việc đó đã không xảy ra
told-did-not-work = Việc này đã không thành
told-talk-next-steps = { $advisor } sẽ nói chuyện với quý vị về các bước tiếp theo{ $by }
told-ask-other-help = Quý vị có thể nhờ giúp việc khác bất cứ lúc nào
told-thanks-answer = Cảm ơn quý vị đã trả lời
told-wrote-answer = Cảm ơn quý vị. Câu trả lời của quý vị đã được { $advisor } ghi lại
told-will-talk-about-it = { $advisor } sẽ nói chuyện với quý vị về việc này{ $by }
told-change-until = Quý vị có thể đổi câu trả lời cho đến { $change-day }
told-change-90 = Quý vị có thể đổi câu trả lời trong vòng 90 ngày
told-opened-again = Chúng tôi đã mở lại yêu cầu này
told-partner-move-by = Đến lượt { $org } làm bước tiếp theo{ $by }
told-entry-mistake = Mục này là nhầm lẫn và đã được gỡ bỏ
told-correction = Đính chính: tin vừa rồi là nhầm lẫn
told-back-where = Yêu cầu của quý vị trở lại đúng chỗ trước đó: { $stands }
told-what-we-agreed = Điều chúng ta đã thống nhất: { $agreed }
told-wrote-what-next = { $advisor } đã ghi lại việc chúng ta thống nhất làm tiếp theo
told-look-again = Chúng tôi sẽ xem lại việc này vào { $next-day }
told-if-not-agreed = Nếu đây không phải là điều quý vị đã thống nhất, hãy cho chúng tôi biết ở đây
told-trying = Tiếp theo, chúng tôi sẽ thử với { $new-org }
told-trying-other = Tiếp theo, chúng tôi sẽ thử với một tổ chức đối tác khác
told-as-asked-trying = Như quý vị đã nhờ, tiếp theo chúng tôi sẽ thử với { $new-org }
told-as-asked-trying-other = Như quý vị đã nhờ, tiếp theo chúng tôi sẽ thử với một nơi khác
told-ask-before = Chúng tôi sẽ hỏi quý vị trước khi chia sẻ bất cứ điều gì

## Where it stands, as a clause

stands-draft = đang được chuẩn bị
stands-requested = đã gửi đến { $org }
stands-received = { $org } đang đọc
stands-accepted = { $org } đã đồng ý
stands-rejected = { $org } không giúp được việc này
stands-in-progress = công việc đang được tiến hành
stands-on-hold = đang tạm ngưng{ $until-review }
stands-completed = { $org } cho biết đã xong
stands-failed = việc này đã không thành
stands-cancelled = đã ngừng
stands-entered-in-error = đã được gỡ bỏ

## The head of the page

head-to = { $name }, { $what }
head-draft-yours = chúng tôi cần câu trả lời của quý vị trước khi chia sẻ bất cứ điều gì
head-draft = chúng tôi đang chuẩn bị yêu cầu của quý vị
head-question-yours = tổ chức đối tác cần một điều từ quý vị
head-requested = tổ chức đối tác đã có yêu cầu của quý vị
head-received = tổ chức đối tác đang đọc yêu cầu của quý vị
head-accepted = tổ chức đối tác đã đồng ý
head-rejected = tổ chức đối tác này không giúp được cho yêu cầu của quý vị
head-in-progress-yours = đến lượt quý vị làm bước tiếp theo
head-in-progress = công việc đang được tiến hành
head-on-hold = yêu cầu của quý vị đang tạm ngưng
head-completed-yours = tổ chức đối tác cho biết đã xong. Có đúng như vậy không?
head-disputed = quý vị cho chúng tôi biết là không đúng như vậy
head-completed = yêu cầu của quý vị đã xong
head-failed = việc này đã không thành
head-cancelled = yêu cầu này đã được ngừng
head-entered-in-error = mục này là nhầm lẫn

## What happens, and by when

page-nothing-before-yes = Không có gì được chia sẻ trước khi quý vị đồng ý
page-writing-down = { $advisor } đang ghi lại những gì quý vị cần
page-hear-from-us = Quý vị sẽ nhận được tin từ chúng tôi{ $by }
page-ask-before = Chúng tôi sẽ hỏi quý vị trước khi chia sẻ bất cứ điều gì
page-partner-will-contact = { $org } sẽ liên lạc với quý vị{ $by }
page-if-they-do-not = Nếu không có ai liên lạc, hãy cho chúng tôi biết và chúng tôi sẽ gọi cho họ
page-keep-place-check = Quý vị vẫn giữ chỗ của mình, và chúng tôi sẽ xem lại vào { $review-day }
page-told-not-so = Quý vị cho chúng tôi biết là không đúng như vậy, và { $advisor } sẽ nói chuyện với quý vị{ $by }
page-not-so = Quý vị cho chúng tôi biết là không đúng như vậy
page-taken-out = Mục này đã được gỡ bỏ
page-has-it = { $org } đã có yêu cầu này
page-is-reading-it = { $org } đang đọc yêu cầu này
page-usually = { $days ->
   *[other] Họ thường trả lời trong { $days } ngày làm việc
}
page-if-nothing-by = Nếu đến { $due } mà chúng tôi chưa nghe gì, chúng tôi sẽ gọi cho họ và báo cho quý vị
page-tell-when-answer = Chúng tôi sẽ báo cho quý vị khi họ trả lời
page-asked-you = { $org } đã hỏi quý vị: { $question }
page-asked-advisor = { $org } đã hỏi { $advisor }: { $question }
page-working-with = Quý vị đang làm việc với { $org }
page-all-waiting = Tất cả chúng ta đang chờ một bên khác quyết định
page-elsewhere = { $org } đã được hỏi trước khi việc này được lưu ở đây. Từ đây không có gì của quý vị được chia sẻ, và { $advisor } ghi lại mọi việc tiếp theo
page-ask-help-again = Quý vị có thể nhờ giúp lại bất cứ lúc nào

## Do you need to do anything?

do-no = Không
do-not-now = Hiện giờ thì không
do-question = Có: { $question }
do-send-here = Hãy gửi ở đây{ $by }
do-look-and-say = Có: hãy xem những gì sẽ được chia sẻ, rồi trả lời{ $by } là đồng ý hay không
do-tell-if-right = Có, hãy cho chúng tôi biết{ $by }: điều đó có đúng không, và có đáp ứng điều quý vị cần không
do-step = Có: { $step }{ $by }
do-tell-when-ready = Có: khi sẵn sàng tiếp tục, hãy báo cho { $advisor }{ $by }
do-partner-waits = Có: { $org } đang chờ quý vị trả lời{ $by }

## The five stations

station-you-asked = Quý vị đã nhờ giúp về { $need }
station-we-wrote = Chúng tôi đã ghi lại là quý vị cần { $need }
station-ask = Chúng tôi sẽ nhờ { $org }
station-ask-someone = Chúng tôi sẽ nhờ một tổ chức đối tác
station-asked = Chúng tôi đã nhờ { $org }
station-asked-someone = Chúng tôi đã nhờ một tổ chức đối tác
station-said-no = Tổ chức đối tác đã không đồng ý
station-said-yes = Tổ chức đối tác đã đồng ý
station-reviews = Một tổ chức đối tác xem xét yêu cầu
station-started-business_development = Quý vị và họ cùng làm
station-started-technology_transfer = Quý vị gặp các chuyên gia
station-started-real_estate = Quý vị đến xem mặt bằng
station-started-workforce = Quý vị gặp người để tuyển hoặc huấn luyện
station-started-entrepreneurship = Quý vị bắt đầu chương trình
station-training-started = Quý vị bắt đầu khóa huấn luyện
station-result-business_development = Kết quả
station-result-technology_transfer = Kết quả
station-result-real_estate = Được hay không
station-result-workforce = Kết quả
station-result-entrepreneurship = Quý vị hoàn tất chương trình
station-training-result = Quý vị hoàn tất khóa huấn luyện
station-note-wrote = { $advisor } đã ghi lại những gì quý vị cần
station-note-agreed = Quý vị đã đồng ý chia sẻ. Tiếp theo chúng tôi sẽ gửi đi
station-note-expected = Dự kiến chậm nhất là { $due }
station-note-set-time = Chúng tôi sẽ hẹn giờ với quý vị
station-note-if-no = Nếu không được, chúng tôi sẽ cho quý vị biết lý do và tìm lại
station-note-ask-met = Chúng tôi sẽ hỏi việc này có đáp ứng điều quý vị cần không

## The notice around it

notice-subject = { $program }: có tin mới
notice-text = { $phone ->
    [none] { $program }: có tin mới. {"{link}"}
   *[other] { $program }: có tin mới. {"{link}"} Quý vị có câu hỏi? Hãy gọi { $phone }
}
notice-hello = { $name ->
    [none] Xin chào,
   *[other] Xin chào { $name },
}
notice-see =
    Xem việc này đang đến đâu: {"{link}"}
    Đường liên kết này là riêng tư. Bất cứ ai có đường liên kết này đều xem được trang.
    Để xem mọi yêu cầu của quý vị, hãy đăng nhập bằng mã: {"{sign-in}"}
told-message = Có một tin nhắn cho quý vị. Hãy mở trang của quý vị để đọc và trả lời.
told-renewed = Quý vị đã gia hạn việc cho phép chia sẻ với { $org }, cho đến { $day }
told-wrote-renewed = { $advisor } đã ghi lại rằng quý vị gia hạn việc cho phép chia sẻ với { $org }, cho đến { $day }
told-can-undo-24 = Quý vị có thể rút lại điều này trong vòng 24 giờ, và ngừng bất cứ lúc nào

## Reminders: whole sentences, with their periods

remind-call = { $phone ->
    [none] báo cho { $advisor }
   *[other] gọi { $advisor } ở số { $phone }
}
remind-consent-answer = Chúng tôi đã hỏi quý vị có cho phép chúng tôi chia sẻ yêu cầu của quý vị với { $org } không. Xin trả lời có hoặc không, chậm nhất là { $day }. Không có gì được chia sẻ trước khi quý vị đồng ý.
remind-consent-answer-late = Chúng tôi đã hỏi quý vị có cho phép chúng tôi chia sẻ yêu cầu của quý vị với { $org } không. Quý vị vẫn có thể trả lời có hoặc không. Không có gì được chia sẻ trước khi quý vị đồng ý.
remind-first-contact = { $org } đã đồng ý, và hứa sẽ liên lạc chậm nhất là { $day }. Đã có ai gọi cho quý vị chưa? Nếu chưa, hãy { $call }.
remind-confirm = { $org } cho biết việc này đã xong. Việc này có giúp ích không? Xin cho chúng tôi biết, chậm nhất là { $day }. Chỉ mất một phút, và câu trả lời của quý vị có giá trị.
remind-confirm-late = { $org } cho biết việc này đã xong. Việc này có giúp ích không? Quý vị vẫn có thể cho chúng tôi biết. Chỉ mất một phút, và câu trả lời của quý vị có giá trị.
remind-question = { $org } vẫn cần một điều từ quý vị, chậm nhất là { $day }. Hãy gửi từ trang của quý vị, hoặc { $call }.
remind-question-late = { $org } vẫn cần một điều từ quý vị. Hãy gửi từ trang của quý vị, hoặc { $call }.
remind-consent-near = Thời gian quý vị cho phép chia sẻ với { $org } sẽ hết vào { $day }, tức là một tuần nữa. Để tiếp tục, hãy gia hạn trên trang của quý vị, hoặc { $call }. Nếu quý vị không làm gì, sự cho phép sẽ hết.
remind-consent-ends = Thời gian quý vị cho phép chia sẻ với { $org } sẽ hết vào { $day }. Để tiếp tục, hãy gia hạn trước ngày đó trên trang của quý vị, hoặc { $call }. Nếu quý vị không làm gì, sự cho phép sẽ hết.
remind-news = Có tin mới về yêu cầu của quý vị. Hãy xem trang của quý vị, hoặc { $call }.

## What is shared, inside a sentence

field-need = những gì quý vị cần
field-business_name = tên doanh nghiệp
field-contact_name = tên người liên lạc
field-telephone = số điện thoại
field-email = địa chỉ email
field-address = địa chỉ
field-product = những gì doanh nghiệp làm ra
field-workers = số người làm việc
field-years_in_business = số năm hoạt động

## Codes: reasons are whole sentences with their mark. Stages and outcomes are clauses with a capital and no mark.

code-decline-any-not_eligible_location = Họ chỉ làm việc ở khu vực khác.
code-decline-any-not_eligible_size = Họ chỉ làm việc với doanh nghiệp có quy mô khác.
code-decline-any-not_eligible_sector = Họ chỉ làm việc với những loại doanh nghiệp khác.
code-decline-any-not_eligible_stage = Họ chỉ làm việc với doanh nghiệp ở giai đoạn sớm hơn hoặc muộn hơn.
code-decline-any-not_eligible_ownership_or_certification = Họ cần một giấy chứng nhận mà doanh nghiệp của quý vị hiện không có.
code-decline-any-not_eligible_credit_or_financials = Quy định của họ về tín dụng hoặc sổ sách tiền bạc hiện chưa phù hợp.
code-decline-any-not_eligible_legal_status = Họ chỉ làm việc với những hình thức pháp lý khác của doanh nghiệp.
code-decline-any-not_eligible_other = Quy định của họ không phù hợp với yêu cầu của quý vị.
code-decline-any-no_capacity_now = Hiện giờ họ đã hết chỗ.
code-decline-any-waitlist_closed = Họ đã hết chỗ, và danh sách chờ của họ đã đóng.
code-decline-any-programme_paused_or_ended = Chương trình của họ đang tạm ngưng hoặc đã kết thúc.
code-decline-any-funds_exhausted = Hiện giờ họ đã hết tiền dành cho việc này.
code-decline-any-service_not_offered = Họ không có loại giúp đỡ này.
code-decline-any-language_not_offered = Họ không giúp việc này bằng ngôn ngữ của quý vị.
code-decline-any-already_served_here = Quý vị đang được họ giúp việc này rồi.
code-decline-any-duplicate = Họ đã có yêu cầu này của quý vị rồi.
code-decline-any-not_enough_information = Họ chưa nhận được đủ thông tin từ chúng tôi để quyết định.
code-decline-any-wrong_contact = Chúng tôi đã gửi yêu cầu này nhầm văn phòng.
code-decline-any-no_suitable_site = Họ không có mặt bằng phù hợp với điều quý vị cần.
code-decline-any-no_suitable_candidates = Họ không có người phù hợp với công việc để giới thiệu.
code-decline-any-no_matching_expertise = Họ không có chuyên gia về điều quý vị cần.
code-decline-any-conflict_of_interest = Họ đã làm việc với một bên mà quyền lợi có thể xung đột với quyền lợi của quý vị.
code-decline-any-other = Họ đưa ra một lý do khác.
code-hold-any-waitlist = Quý vị đang ở trong danh sách chờ của họ.
code-hold-any-waiting_client_information = Họ đang chờ giấy tờ hoặc thông tin từ quý vị.
code-hold-any-waiting_client_decision = Họ đang chờ quý vị quyết định.
code-hold-any-waiting_advisor = Cố vấn của quý vị phải làm một việc trước đã.
code-hold-any-waiting_third_party = Chúng tôi đang chờ một bên khác, chẳng hạn như chủ cho thuê, bên cho vay hoặc thành phố.
code-hold-any-cohort_or_season_start = Việc này bắt đầu cùng nhóm kế tiếp.
code-hold-any-funding_decision = Chúng tôi đang chờ tin về tiền.
code-hold-any-permit_or_zoning = Chúng tôi đang chờ giấy phép hoặc quyết định về quy hoạch.
code-hold-any-client_asked_to_pause = Quý vị đã xin tạm ngưng.
code-hold-any-consent_expired = Thời gian quý vị cho phép chia sẻ đã hết.
code-hold-any-partner_staffing = Hiện giờ họ không có đủ nhân viên.
code-hold-any-other = Việc tạm ngưng có một lý do khác.
code-cancel-any-no_longer_needed = Quý vị cho chúng tôi biết là không còn cần việc này nữa.
code-cancel-any-found_help_elsewhere = Quý vị đã tìm được sự giúp đỡ ở nơi khác.
code-cancel-any-not_the_right_time = Quý vị cho chúng tôi biết là lúc này chưa thích hợp.
code-cancel-any-concern_about_partner = Quý vị cho chúng tôi biết là quý vị có điều lo ngại về tổ chức đối tác này.
code-cancel-any-privacy_concern = Quý vị cho chúng tôi biết là quý vị lo ngại về sự riêng tư của mình.
code-cancel-any-cost_or_terms = Quý vị cho chúng tôi biết là chi phí hoặc điều kiện không phù hợp với quý vị.
code-cancel-any-no_reason_given = Quý vị không cần phải nêu lý do.
code-cancel-any-wrong_partner = Chúng tôi đã gửi yêu cầu này đến một tổ chức đối tác không phù hợp.
code-cancel-any-better_option_found = Chúng tôi đã tìm được một lựa chọn tốt hơn cho quý vị.
code-cancel-any-duplicate = Đã có một yêu cầu giống như vậy rồi.
code-cancel-any-need_changed = Điều quý vị cần đã thay đổi.
code-cancel-any-partner_closed = Tổ chức đối tác này đã đóng cửa.
code-cancel-any-contract_ended = Hợp đồng của chúng tôi với tổ chức đối tác này đã hết.
code-cancel-any-no_response_from_partner = Họ đã không trả lời đúng hạn.
code-cancel-any-consent_refused = Quý vị không muốn chia sẻ thông tin của mình.
code-cancel-any-consent_revoked = Quý vị đã chấm dứt việc cho phép chia sẻ.
code-cancel-any-consent_expired = Thời gian quý vị cho phép chia sẻ đã hết.
code-cancel-any-not_sent = Chúng tôi đã không gửi yêu cầu này.
code-cancel-any-not_selected = Chúng tôi đã nhờ vài tổ chức đối tác, và một nơi khác đã được chọn.
code-cancel-any-business_closed = Doanh nghiệp của quý vị đã đóng cửa.
code-cancel-any-business_moved_away = Doanh nghiệp của quý vị đã dời đi nơi khác.
code-cancel-any-other = Có một lý do khác.
code-fail-any-could_not_contact_client = Họ đã tìm cách liên lạc với quý vị nhưng không được.
code-fail-any-client_missed_appointments = Các buổi gặp đã hẹn không diễn ra.
code-fail-any-client_declined_offer = Quý vị đã chọn không nhận những gì họ đưa ra.
code-fail-any-found_not_eligible_later = Về sau, họ thấy quy định của họ không phù hợp với yêu cầu của quý vị.
code-fail-any-funds_exhausted_later = Họ đã hết tiền dành cho việc này.
code-fail-any-documents_not_completed = Vẫn còn thiếu một số giấy tờ.
code-fail-any-terms_not_acceptable = Điều kiện họ đưa ra không phù hợp với quý vị.
code-fail-any-third_party_said_no = Một bên khác, chẳng hạn như bên cho vay hoặc chủ cho thuê, đã không đồng ý.
code-fail-any-zoning_or_permit_refused = Thành phố đã không cấp giấy phép hoặc quy hoạch cần có.
code-fail-any-site_lost_to_other_tenant = Mặt bằng đó đã về tay người khác.
code-fail-any-technology_not_feasible = Thử nghiệm cho thấy công nghệ này không dùng được cho việc này.
code-fail-any-no_hire_made = Không có ai được tuyển.
code-fail-any-partner_capacity_lost = Họ không còn làm được việc này nữa.
code-fail-any-partner_stopped_responding = Họ đã ngừng trả lời chúng tôi.
code-fail-any-other = Có một lý do khác.
code-next_step-any-re_referred = Chúng tôi đang cùng quý vị thử với một tổ chức đối tác khác.
code-next_step-any-other_help_given = Chúng tôi giúp quý vị bằng một cách khác.
code-next_step-any-client_will_retry_later = Quý vị muốn thử lại sau này.
code-next_step-any-client_wants_nothing_more = Hiện giờ quý vị không muốn được giúp thêm về việc này.
code-next_step-any-could_not_reach = Chúng tôi đã tìm cách liên lạc với quý vị nhưng không được.
code-next_step-any-checked_in = Chúng tôi đã hỏi xem còn ai làm việc ở đó.
code-next_step-any-no_service_exists = Chúng tôi không biết nơi nào có dịch vụ này, và đã ghi lại là còn thiếu.
code-reopen-any-disputed_outcome = Quý vị cho chúng tôi biết là kết quả không đúng như họ nói.
code-reopen-any-reported_by_mistake = Việc kết thúc đã được báo nhầm.
code-missing-any-time = Việc này mất quá nhiều thời gian.
code-missing-any-quality = Sự giúp đỡ chưa đủ tốt.
code-missing-any-cost = Việc này tốn quá nhiều tiền.
code-missing-any-respect = Quý vị đã không được đối xử tôn trọng.
code-missing-any-language = Việc này không bằng ngôn ngữ của quý vị.
code-missing-any-fit = Đây không phải là điều quý vị cần.
code-missing-any-other = Còn thiếu một điều khác.
code-stage-any-awaiting_consent = Chúng tôi cần quý vị đồng ý trước khi chia sẻ bất cứ điều gì
code-stage-any-awaiting_information = Họ đang chờ thêm một điều nữa
code-stage-any-intro_scheduled = Buổi gặp đầu tiên đã được hẹn
code-stage-any-intro_held = Buổi gặp đầu tiên đã diễn ra
code-stage-any-intro_missed = Buổi gặp đầu tiên đã không diễn ra
code-stage-any-intro_moved = Buổi gặp đầu tiên có ngày mới
code-stage-business_development-scoping = Quý vị và họ thống nhất những việc cần làm
code-stage-business_development-working = Họ đang làm việc này cùng quý vị
code-stage-business_development-deliverable_review = Quý vị và họ cùng xem kết quả
code-stage-business_development-application_prepared = Quý vị và họ cùng chuẩn bị đơn
code-stage-business_development-application_submitted = Đơn đã được nộp
code-stage-business_development-decision_pending = Đơn đang được quyết định
code-stage-technology_transfer-need_defined = Họ biết quý vị cần gì
code-stage-technology_transfer-expert_matched = Đã tìm được chuyên gia cho câu hỏi của quý vị
code-stage-technology_transfer-nda_or_terms = Quý vị và họ thống nhất về điều kiện và việc giữ bí mật
code-stage-technology_transfer-assessment = Chuyên gia xem quy trình của quý vị
code-stage-technology_transfer-pilot_or_prototype = Quý vị dùng thử
code-stage-technology_transfer-licence_or_adoption = Quý vị và họ thống nhất quý vị được dùng như thế nào
code-stage-technology_transfer-integration = Công nghệ đang được đưa vào dùng trong xưởng của quý vị
code-stage-real_estate-requirements_confirmed = Họ biết quý vị cần mặt bằng như thế nào
code-stage-real_estate-search = Họ đang tìm mặt bằng phù hợp
code-stage-real_estate-tours = Quý vị đến xem các mặt bằng
code-stage-real_estate-offer_or_loi = Bản đề nghị thuê hoặc mua mặt bằng được viết ra
code-stage-real_estate-negotiation = Quý vị bàn về tiền thuê và điều kiện
code-stage-real_estate-financing_or_fit_out = Quý vị thu xếp tiền hoặc việc sửa sang mặt bằng
code-stage-real_estate-lease_or_purchase_signed = Giấy tờ mặt bằng đã được ký
code-stage-real_estate-moved_in = Quý vị đã dọn vào
code-stage-workforce-job_order = Họ biết quý vị muốn tuyển người cho việc gì
code-stage-workforce-candidates_sent = Họ đã giới thiệu người để quý vị gặp
code-stage-workforce-interviews = Quý vị gặp người cho công việc
code-stage-workforce-offers = Quý vị mời người vào làm
code-stage-workforce-training_scheduled = Khóa huấn luyện đã có ngày
code-stage-workforce-training_under_way = Khóa huấn luyện đang diễn ra
code-stage-workforce-placed = Đã có người bắt đầu làm việc
code-stage-entrepreneurship-application = Quý vị điền đơn
code-stage-entrepreneurship-interview = Quý vị gặp những người của chương trình
code-stage-entrepreneurship-admitted = Quý vị đã có chỗ trong chương trình
code-stage-entrepreneurship-attending = Quý vị đang theo chương trình
code-stage-entrepreneurship-milestone = Quý vị đã đạt một mục tiêu của chương trình
code-stage-entrepreneurship-graduated = Quý vị đã hoàn tất chương trình
code-outcome-any-fully_met = Quý vị đã được giúp tất cả những gì quý vị nhờ
code-outcome-any-partly_met = Quý vị đã được giúp một phần những gì quý vị nhờ
code-outcome-any-information_only = Quý vị đã nhận được thông tin
code-outcome-any-delivered_result_pending = Quý vị đã được giúp, và chưa biết kết quả
code-outcome-business_development-plan_or_books_done = Kế hoạch hoặc sổ sách của quý vị đã làm xong
code-outcome-business_development-financing_applied = Quý vị đã nộp đơn xin vay hoặc xin khoản tiền khác
code-outcome-business_development-financing_obtained = Quý vị đã vay được tiền hoặc được khoản tiền khác
code-outcome-business_development-grant_obtained = Quý vị đã được một khoản trợ cấp
code-outcome-business_development-certification_obtained = Quý vị đã được giấy chứng nhận
code-outcome-business_development-contract_won = Quý vị đã giành được một hợp đồng
code-outcome-business_development-legal_matter_settled = Vấn đề pháp lý của quý vị đã được giải quyết
code-outcome-business_development-market_entered = Quý vị bán hàng ở một thị trường mới
code-outcome-technology_transfer-assessment_delivered = Quý vị đã nhận được báo cáo về quy trình của mình
code-outcome-technology_transfer-facility_access = Quý vị đã dùng phòng thí nghiệm hoặc xưởng
code-outcome-technology_transfer-prototype_built = Mẫu thử của quý vị đã được làm ra
code-outcome-technology_transfer-equipment_or_process_adopted = Quý vị dùng thiết bị mới hoặc quy trình mới
code-outcome-technology_transfer-licence_signed = Quý vị đã ký giấy phép sử dụng
code-outcome-technology_transfer-ip_filed = Quý vị đã nộp đơn bảo vệ ý tưởng của mình
code-outcome-technology_transfer-joint_project_funded = Dự án chung của quý vị đã được cấp tiền
code-outcome-real_estate-lease_signed = Quý vị đã ký hợp đồng thuê
code-outcome-real_estate-purchase_closed = Quý vị đã mua một mặt bằng
code-outcome-real_estate-stayed_in_place = Quý vị đã gia hạn hợp đồng thuê và ở lại chỗ cũ
code-outcome-real_estate-expanded_in_place = Quý vị có thêm diện tích ở chỗ hiện tại
code-outcome-real_estate-shared_or_temporary_space = Quý vị có một mặt bằng dùng chung hoặc ngắn hạn
code-outcome-real_estate-displacement_avoided = Quý vị không phải rời mặt bằng của mình
code-outcome-real_estate-relocation_out_of_area = Quý vị đã dời đến một mặt bằng ngoài khu vực
code-outcome-workforce-hires = Quý vị đã tuyển người
code-outcome-workforce-incumbent_workers_trained = Người làm của quý vị đã được huấn luyện
code-outcome-workforce-apprenticeship_registered = Chương trình học nghề của quý vị đã được ghi danh
code-outcome-workforce-retention_90_days = Những người quý vị tuyển vẫn còn làm sau 90 ngày
code-outcome-entrepreneurship-enrolled = Quý vị đã vào chương trình
code-outcome-entrepreneurship-graduated = Quý vị đã hoàn tất chương trình
code-outcome-entrepreneurship-business_registered = Doanh nghiệp của quý vị đã được đăng ký
code-outcome-entrepreneurship-first_sale = Quý vị đã bán được lần đầu tiên
code-outcome-entrepreneurship-left_early = Quý vị đã rời chương trình trước khi kết thúc

## A unit came free: whole sentences

vacancy-text = { $phone ->
    [none] { $program }: có tin mới.
   *[other] { $program }: có tin mới. Hãy gọi { $phone }.
}
vacancy-told = Có một mặt bằng vừa trống, có thể hợp với nhu cầu của quý vị. Quý vị có muốn chúng tôi hỏi về mặt bằng này không?
vacancy-news = { $phone ->
    [none] Có tin mới về điều quý vị nhờ chúng tôi tìm.
   *[other] Có tin mới về điều quý vị nhờ chúng tôi tìm. Hãy gọi { $phone }.
}
vacancy-enough = Quý vị đã yêu cầu được báo tin này. Hãy cho chúng tôi biết nếu quý vị không muốn nhận thêm.

## The frame of every page

skip = Chuyển đến nội dung chính
languages = Ngôn ngữ



## Own pages: what every one of them says

title-error = Có lỗi: { $title }
errors-to-fix = { $n ->
   *[other] Có { $n } chỗ cần sửa
}
pages-of-list = Các trang của danh sách này
pages-first = Trang đầu
pages-next = Trang sau
day-and-hour = { $hour }, { $day }
clock = { $hour }:{ $minute } { $half ->
    [am] sáng
   *[pm] chiều
}
optional = không bắt buộc
choose = Xin chọn
no-answer = Không trả lời
yes = Có
partly = Một phần
no = Không
have-code = Tôi có mã
your-request-for = Yêu cầu của quý vị: { $need }
urgency-this_week = Trong tuần này
urgency-this_month = Trong tháng này
urgency-this_quarter = Trong ba tháng
urgency-no_rush = Không gấp
code-heading = Nhập mã của quý vị
code-where = Mã có trong thư quý vị đã nhận, hoặc chúng tôi đã đọc cho quý vị nghe
code-reference = Số tham chiếu
code-reference-hint = ví dụ R-1187
code-code = Mã
code-code-hint = 12 chữ và số; chữ hoa, khoảng trống và gạch nối đều không quan trọng
code-open = Mở
code-no-code = Mã không dùng được, hoặc quý vị không có mã? Hãy gọi cho chúng tôi, chúng tôi giúp quý vị qua điện thoại:
code-wrong = Số tham chiếu và mã này không mở được trang nào. Hãy xem lại cả hai; sau mười lần nhập sai, quý vị phải chờ 30 phút
link-stopped = Đường liên kết này không còn dùng được
link-stopped-why = Đường liên kết chỉ dùng được 90 ngày để giữ an toàn cho thông tin của quý vị, và trang mở bằng mã sẽ đóng sau 30 phút
link-stopped-next = Cố vấn của quý vị có thể gửi cho quý vị một đường liên kết mới
face-signed-out = Quý vị đã rời trang một lúc
face-signed-out-next = Trang đã tự đóng. Hãy mở lại đường liên kết hoặc nhập mã của quý vị
face-nothing-here = Ở đây không có gì
face-nothing-here-next = Địa chỉ này chưa đầy đủ, hoặc không phải dành cho quý vị. Hãy mở lại đường liên kết chúng tôi đã gửi, hoặc nhập mã của quý vị
face-not-allowed = Không thể làm việc này từ đây
face-not-allowed-next = Chưa lưu gì cả. Hãy mở lại trang bằng đường liên kết hoặc mã của quý vị, rồi bấm nút ở đó
face-refused = Việc này không thành
face-changed = Có người đã thay đổi trang này từ khi quý vị mở
face-changed-next = Chưa lưu gì cả. Hãy quay lại, tải lại trang, và gửi lại nếu nội dung của quý vị vẫn đúng
face-busy = Có quá nhiều việc cùng một lúc
face-busy-next = Chưa lưu gì cả. Xin chờ một chút rồi thử lại
face-no-room = Hiện giờ không lưu được gì
face-no-room-next = Chưa lưu gì cả. Hãy quay lại, giữ lại những gì đã viết, rồi thử lại sau, hoặc gọi cho chúng tôi
face-too-large = Nội dung quá dài
face-too-large-next = Chưa lưu gì cả. Hãy quay lại, viết ngắn hơn rồi gửi lại
face-broke = Có trục trặc
face-broke-next = Đây không phải lỗi của quý vị, và không có gì bị làm dở dang. Xin thử lại. Nếu vẫn vậy, hãy gọi cho chúng tôi
face-broke-number = Xin cho chúng tôi biết số này:
complaint-choose = Xin chọn một trong các câu trả lời trong danh sách
complaint-date = Xin viết ngày, ví dụ 2026-11-22 hoặc 11/22/2026. Quý vị đã nhập { $typed }
complaint-email = Xin viết địa chỉ email, ví dụ ten@example.org. Quý vị đã nhập { $typed }
complaint-email-needed = Xin viết địa chỉ email
complaint-telephone = Xin viết số điện thoại, ví dụ 555-010-0110. Quý vị đã nhập { $typed }
complaint-character = Trong { $what } có một ký tự không hiển thị được. Xin viết lại mà không có ký tự đó
complaint-unseen = Ký tự thứ { $n } trong { $what } không nhìn thấy được. Có thể ký tự đó đi theo khi chép chữ. Xin viết lại mà không có ký tự đó
complaint-number = Trong { $what } có một số giống số An Sinh Xã Hội hoặc ITIN. Các số đó không bao giờ được lưu ở đây. Xin bỏ số đó ra
complaint-telephone-number = Số này giống số An Sinh Xã Hội hoặc ITIN. Các số đó không bao giờ được lưu ở đây. Xin viết số điện thoại
complaint-too-long = Xin rút ngắn { $what } còn { $most } ký tự. Hiện có { $length } ký tự
complaint-fill-in = Xin điền { $what }
complaint-what-message = tin nhắn của quý vị
complaint-what-need = điều quý vị cần
complaint-what-answer = câu trả lời
complaint-what-comment = phần nói thêm
complaint-what-reason = lý do
complaint-write-need = Xin viết điều quý vị cần
complaint-shorten-need = Xin rút ngắn điều quý vị cần còn 2,000 ký tự
complaint-write-message = Xin viết tin nhắn trước
complaint-readers = Xin chọn ai đọc tin này. Chỉ có thể viết cho tổ chức đối tác khi họ đã đồng ý và được xem tên của quý vị
complaint-form-broken = Không đọc được mẫu này: có ô bị thiếu, bị trùng, hoặc không phải của chúng tôi. Hãy quay lại, tải lại trang và gửi lại
complaint-form-incomplete = Mẫu này chưa đầy đủ. Hãy quay lại, tải lại trang và gửi lại
complaint-language = Xin chọn một trong các ngôn ngữ trên trang
complaint-tick-one = Xin đánh dấu ít nhất một mục rồi bấm lại
complaint-many-requests = Quý vị đã có { $most } yêu cầu đang chờ trả lời. Xin gọi cho chúng tôi
complaint-message-now = Hiện giờ không thể viết tin này: tổ chức đối tác chưa đồng ý, hoặc không còn được xem tên của quý vị
complaint-messages-full = Ở đây đã có { $most } tin nhắn. Xin gọi điện thoại thay vì viết
complaint-not-shared = Yêu cầu này không còn mở, nên không còn gì được chia sẻ
complaint-no-yes = Không có sự đồng ý nào để rút lại
complaint-renew-later = Hiện giờ không cần gia hạn sự cho phép này
complaint-answer-90 = Có thể trả lời hoặc đổi câu trả lời trong vòng 90 ngày sau khi kết thúc
letter-dear = Kính gửi { $name }
letter-what-for = Với mã này, quý vị có thể xem yêu cầu của mình đến đâu rồi, đồng ý hay không đồng ý chia sẻ, trả lời câu hỏi, viết cho chúng tôi, hoặc ngừng yêu cầu. Quý vị không cần mật khẩu và không cần email
letter-open = Trên điện thoại hoặc máy tính, hãy mở địa chỉ này:
letter-reference = Nhập số tham chiếu:
letter-code = Nhập mã:
letter-until = Mã dùng được đến { $day }. Xin giữ kín mã này: ai có mã đều mở được trang của quý vị. Trang không bao giờ hiện những gì quý vị đã trả lời về bản thân
letter-talk = { $phone ->
    [none] Quý vị thích nói chuyện hơn? Hãy hỏi { $program }
   *[other] Quý vị thích nói chuyện hơn? Hãy gọi { $program }: { $phone }
}
letter-all-by-phone = Mọi việc trên trang cũng có thể làm qua điện thoại
notice-answer =
    Trả lời tại đây: {"{link}"}/answer
    Đường liên kết này là riêng tư. Bất cứ ai có đường liên kết này đều xem được trang.



## Own pages: status, sharing, messages, stopping, answers

do-heading = Quý vị có cần làm gì không?
stands-heading = Việc này đang đến đâu
station-done = Đã xong:
station-now = Hiện giờ:
station-later = Sau này:
now = Hiện giờ
questions = Quý vị có câu hỏi?
your-advisor-is = { $advisor } của { $program } là cố vấn của quý vị
call-advisor = Gọi { $advisor }
text-advisor = Nhắn tin cho { $advisor }
answer-the-message = Hãy trả lời tin nhắn đã đưa quý vị đến đây.
help-with-something-else = Nhờ giúp việc khác
foot-no-password = Không cần mật khẩu
foot-link = Số tham chiếu { $reference }. Trang này là riêng tư: ai có đường liên kết đều xem được. Dùng được đến { $day }
agreed-and-next = Quý vị đã đồng ý chia sẻ. Tiếp theo { $advisor } sẽ gửi yêu cầu của quý vị đến { $org }. Quý vị có thể ngừng bất cứ lúc nào.
changed-since = Đã có thay đổi từ khi quý vị mở trang này. Những gì quý vị gửi chưa được lưu. Hãy xem lại trang, và gửi lại nếu vẫn đúng
not-possible-now = Hiện giờ không làm được việc này. Hãy xem lại trang: trang cho biết yêu cầu của quý vị đến đâu rồi
answer-heading = Gửi câu trả lời
answer-label = Câu trả lời của quý vị
answer-send = Gửi câu trả lời của tôi
missing-answer = Xin viết câu trả lời trước
missing-need-met = Xin cho biết quý vị có nhận được sự giúp đỡ cần thiết không: có, một phần hay không
missing-reason = Xin viết lý do bằng lời của quý vị
missing-comment = Xin cho biết còn thiếu gì, bằng lời của quý vị
missing-something = Chỗ này còn thiếu
met-heading = Việc này có giúp ích không?
met-heading-change = Câu trả lời của quý vị
met-you-said = Quý vị đã trả lời:
met-question = Quý vị có nhận được sự giúp đỡ cần thiết không?
met-say-more = Nói thêm, nếu quý vị muốn
happened-question = Việc đã xảy ra như họ nói không?
not-quite = Không hẳn
was-missing-question = Còn thiếu điều gì?
respect-question = Quý vị có được đối xử tôn trọng không?
respect-5 = Có, hoàn toàn
respect-4 = Phần lớn
respect-3 = Một phần
respect-2 = Ít
respect-1 = Không, hoàn toàn không
comment-label = Điều muốn nói thêm
comment-readers = Ai được đọc lời của quý vị?
comment-program = Chỉ riêng chương trình
comment-partner = Cả tổ chức đối tác
own-words = Bằng lời của quý vị
own-words-hint = bằng lời của quý vị
stop-heading = Ngừng yêu cầu này?
stop-button = Ngừng yêu cầu này
stop-partner-told = Chúng tôi sẽ báo cho { $org } ngừng lại
stop-not-open = Yêu cầu này hiện không mở, nên không có gì để ngừng
stop-go-back = Quay lại, không ngừng
stop-why = Vì sao?
stop-no-other-help = Tôi không cần giúp gì khác về việc này
why-no_longer_needed = Tôi không cần việc này nữa
why-found_help_elsewhere = Tôi đã được giúp ở nơi khác
why-not_the_right_time = Đây chưa phải lúc thích hợp
why-concern_about_partner = Tôi có điều lo ngại về tổ chức đối tác này
why-privacy_concern = Tôi lo ngại về sự riêng tư của mình
why-cost_or_terms = Chi phí hoặc điều kiện không phù hợp với tôi
why-no_reason_given = Tôi không muốn nói
back-to-request = Trở lại yêu cầu của quý vị
asked-before = Những gì quý vị đã nhờ
asked-answer-by = Chúng tôi đã nhận. Sẽ có người trả lời quý vị chậm nhất là { $day }
asked-answer-soon = Chúng tôi đã nhận. Sẽ sớm có người trả lời quý vị
asked-over = Việc này đã kết thúc
asked-looks-after = { $advisor } đang lo việc này
ask-kind = Việc này về điều gì?
ask-need = Quý vị cần gì?
ask-urgency = Khi nào cần?
ask-button = Nhờ giúp
ask-when = Sẽ có người trả lời quý vị trong vòng hai ngày làm việc
still-on-hold = Thời hạn của tổ chức đối tác không tính trong lúc tạm ngưng
still-since = { $left ->
    [0] Thời hạn của tổ chức đối tác đã ngưng tính từ { $day }
   *[other] Thời hạn của tổ chức đối tác đã ngưng tính từ { $day }, còn { $left } ngày làm việc
}
trainees-sent = { $n ->
   *[other] { $n } người của doanh nghiệp quý vị đã được gửi đi huấn luyện
}
trainees-few = Mỗi người ra sao là do họ tự nói: khi ít hơn { $fewest } người, chỉ hiện con số
trainees-how = { $n ->
   *[other] { $n } người của doanh nghiệp quý vị đã được gửi đi huấn luyện: { $under-way } người đang học, { $finished } người đã xong
}
trainees-many = Mỗi người xem trang của mình; quý vị xem các con số
messages = Tin nhắn
thread-nothing-yet = Chưa có tin nhắn nào
thread-says-readers = Mỗi tin nhắn đều cho biết ai đọc
thread-all = { $n ->
   *[other] Tất cả { $number } tin nhắn
}
thread-write = Viết tin nhắn
thread-at-most = tối đa { $most } ký tự
thread-who-reads = Ai đọc tin này?
thread-send = Gửi tin nhắn
thread-closed = Hiện giờ không thể viết cho ai ở đây. Xin gọi điện thoại
thread-read-by = Người đọc: { $names }
thread-will-read = { $n ->
   *[other] { $names } đọc tin này
}
thread-you = Quý vị
thread-you-inside = quý vị
thread-by-partner = { $name }, { $org }
share-heading = Quý vị có cho phép chúng tôi chia sẻ những điều này không?
share-yes = { $n ->
    [1] Đồng ý, chia sẻ những điều này
   *[other] Đồng ý, chia sẻ với cả { $n } nơi
}
share-no = Không, đừng chia sẻ
share-leave-out = Nếu muốn bỏ bớt điều gì, hãy gọi { $advisor }
share-some = Chỉ chia sẻ với một số nơi
share-ticked = Đồng ý, chia sẻ với những nơi đã đánh dấu
sees-heading = Tổ chức đối tác xem được gì
sees-no-more = Không còn gì nữa: các đường liên kết của họ đến yêu cầu này đã đóng
sees-never-opened = Không có gì. Họ chưa bao giờ mở yêu cầu của quý vị, nên không có gì được chia sẻ
sees-nothing = Không có gì. Hiện giờ không có sự cho phép nào của quý vị còn hiệu lực
sees-when-sent = Chưa có gì. Khi chúng tôi gửi yêu cầu, họ xem được điều quý vị cần, khi nào cần, loại công việc, khoảng bao nhiêu người làm việc với quý vị, và khu vực của quý vị
sees-rough = Điều quý vị cần, khi nào cần, loại công việc, khoảng bao nhiêu người làm việc với quý vị, và khu vực của quý vị
sees-by-name = Quý vị muốn được giới thiệu bằng tên, nên họ cũng xem được: { $items }
sees-after-yes = Họ đã đồng ý, nên cũng xem được: { $items }
sees-only-after-yes = Chỉ sau khi họ đồng ý, còn xem được: { $items }
sees-no-fields = Không chia sẻ thêm gì nữa
sees-until = Quý vị đã đồng ý điều này. Sẽ hết chậm nhất là { $day }
sees-exact-words = Nguyên văn điều quý vị đã đồng ý
sees-opened-details = { $n ->
   *[other] Các chi tiết bảo mật của quý vị: họ đã mở { $n } lần, lần cuối vào { $day }
}
no-longer-needed = Tôi không cần việc này nữa
renew-ends = Sự cho phép của quý vị sắp hết
renew-ended = Sự cho phép của quý vị đã hết
renew-how = Để tiếp tục, hãy cho { $org } xem những điều như trước thêm một thời gian bằng lúc đầu
renew-or-not = Nếu quý vị không làm gì, sự cho phép sẽ hết
renew-button = Gia hạn sự cho phép của tôi
undo-heading = Rút lại sự đồng ý của tôi
undo-until = Quý vị có thể rút lại trước { $moment }
undo-was-read = { $org } đã mở yêu cầu của quý vị
undo-rest-stops = Mọi việc khác sẽ ngừng
undo-not-read = { $org } chưa mở yêu cầu của quý vị, nên chưa có gì được chia sẻ, và sẽ không có gì được chia sẻ
undo-button = Rút lại: đừng chia sẻ
others-heading = Những nơi khác cũng được nhờ
others-stop = Ngừng chia sẻ với { $org }
others-each = Có thể ngừng riêng từng nơi
with-not-sent = chưa gửi
with-not-looked = chưa xem
with-reading = đang đọc
with-said-yes = đã đồng ý
with-on-pause = đang tạm ngưng
with-cannot-help = không giúp được
with-done = đã xong
with-stopped = đã ngừng
consent-question = Quý vị có cho phép { $program } chia sẻ những điều này với { $partners } để họ giúp quý vị về { $need } không?
consent-line = { $label }: { $value }
consent-line-after = { $label } (chỉ sau khi họ đồng ý): { $value }
consent-need-of = Cho { $org }: { $need }
consent-secret = Chi tiết bảo mật: chỉ sau khi quý vị và { $org } đã ký thỏa thuận giữ kín
consent-by-name = { $n ->
   *[other] Quý vị muốn được giới thiệu bằng tên, nên { $partners } xem được tất cả ngay
}
consent-at-first = { $n ->
   *[other] Lúc đầu { $partners } chỉ xem được điều quý vị cần và khi nào cần, loại công việc của quý vị, khoảng bao nhiêu người làm việc với quý vị, và khu vực của quý vị
}
consent-rest = { $n ->
    [1] Họ chỉ xem được phần còn lại nếu họ đồng ý
   *[other] Mỗi nơi chỉ xem được phần còn lại nếu nơi đó đồng ý
}
consent-never = Không bao giờ chia sẻ với họ điều gì về chủng tộc, giới tính hay việc phục vụ quân đội của quý vị
consent-ends = Sự cho phép này hết sau khi yêu cầu kết thúc 30 ngày, và chậm nhất là { $day }
consent-undo = Quý vị có thể rút lại trong vòng 24 giờ, và ngừng bất cứ lúc nào
consent-each = Quý vị có thể ngừng với một nơi hoặc với tất cả
consent-unread = Những gì họ đã đọc đến lúc đó thì không thể lấy lại được
sheet-tt_type = Loại giúp đỡ cần có
sheet-process = Quy trình
sheet-trl_now = Hiện đã sẵn sàng đến mức nào? (TRL)
sheet-trl_target = Cần sẵn sàng đến mức nào? (TRL)
sheet-mrl_now = Việc sản xuất hiện đã sẵn sàng đến mức nào? (MRL)
sheet-mrl_target = Việc sản xuất cần sẵn sàng đến mức nào? (MRL)
sheet-ip_status = Bảo hộ ý tưởng
sheet-ip_owner = Ai sở hữu?
sheet-nda_wanted = Có cần thỏa thuận bảo mật trước không?
sheet-lab_wanted = Phòng thí nghiệm hoặc nơi cung cấp mong muốn
sheet-equipment_wanted = Thiết bị cần có
sheet-materials = Vật liệu
sheet-lab_minutes_wanted = Số giờ cần có
sheet-safety_training = Đã học an toàn chưa?
sheet-tt_deadline = Hạn chót
sheet-sbir_agency = SBIR hoặc STTR: cơ quan
sheet-sbir_phase = SBIR hoặc STTR: giai đoạn
sheet-sbir_topic = SBIR hoặc STTR: số chủ đề
sheet-export_control = Có bị kiểm soát xuất khẩu không (ITAR hoặc EAR)?
sheet-uei = UEI
sheet-cage = Mã CAGE
sheet-sam_status = Đăng ký SAM
sheet-matching_cents = Vốn đối ứng hiện có
sheet-bd_topic = Chủ đề
sheet-funding_sought_cents = Số tiền cần có
sheet-funding_use = Tiền dùng để làm gì
sheet-papers_ready = Giấy tờ đã sẵn sàng
sheet-certificate_wanted = Chứng nhận mong muốn
sheet-bd_deadline = Hạn chót
sheet-own_money_cents = Tiền riêng hiện có
sheet-venture_stage = Công việc kinh doanh đang ở giai đoạn nào?
sheet-cohort_wanted = Chương trình hoặc nhóm mong muốn
sheet-cohort_by = Nên bắt đầu chậm nhất vào
sheet-times_possible = Thời gian phù hợp
sheet-program_topics = Điều muốn học
sheet-childcare_words = Việc giữ trẻ, bằng lời của quý vị
sheet-transit_words = Việc đi lại, bằng lời của quý vị
sheet-work_wants = Cần gì?
sheet-job_title = Công việc
sheet-people_wanted = Bao nhiêu người?
sheet-wage_low_cents = Tiền công, từ
sheet-wage_high_cents = Tiền công, đến
sheet-week_hours = Số giờ mỗi tuần
sheet-shifts = Ca làm
sheet-skills = Kỹ năng
sheet-work_languages = Ngôn ngữ khi làm việc
sheet-training_wanted = Huấn luyện mong muốn
sheet-apprenticeship = Chương trình học nghề?
sheet-work_starts_on = Bắt đầu
sheet-benefits_words = Phúc lợi
sheet-getting_there = Cách đi đến nơi làm
unit-people = { $n ->
   *[other] { $number } người
}
unit-hours-a-week = { $n ->
   *[other] { $number } giờ mỗi tuần
}
unit-hours = { $number } giờ
answer-page-link = Xem việc này đang đến đâu
contact-heading = Đã có ai gọi cho quý vị chưa?
contact-why = { $org } đã đồng ý, và hứa sẽ liên lạc với quý vị
contact-yes = Có, đã gọi rồi
contact-no = Chưa có ai gọi
contact-yes-said = Có, họ đã gọi cho tôi.
contact-no-said = Chưa, chưa có ai gọi cho tôi.
renew-heading = Gia hạn sự cho phép của quý vị?
years-less-than-one = chưa đến một năm
choice-any-yes = Có
choice-any-no = Không
choice-any-other = Điều khác
choice-any-none = Không có
choice-tt_type-university_licence = Giấy phép hoặc quyền chọn của trường đại học
choice-tt_type-federal_lab = Phòng thí nghiệm liên bang: CRADA, giấy phép, thỏa thuận hợp tác hoặc cơ sở dùng chung
choice-tt_type-sbir_sttr = SBIR hoặc STTR
choice-tt_type-mep_project = Dự án hỗ trợ sản xuất (MEP)
choice-tt_type-prototyping = Làm mẫu thử hoặc xưởng chế tạo
choice-tt_type-testing = Thử nghiệm hoặc chứng nhận
choice-tt_type-assessment = Đánh giá vật liệu hoặc quy trình
choice-tt_type-institute = Viện của Manufacturing USA
choice-tt_type-capstone = Dự án sinh viên hoặc dự án cuối khóa
choice-tt_type-ip_clinic = Phòng tư vấn sở hữu trí tuệ
choice-tt_type-equipment = Sử dụng thiết bị
choice-process-machining = Gia công cơ khí
choice-process-additive = Sản xuất bồi đắp (in 3D)
choice-process-welding_fabrication = Hàn và chế tạo
choice-process-casting_molding = Đúc và ép khuôn
choice-process-sewn = Sản phẩm may
choice-process-food = Thực phẩm và đồ uống
choice-process-wood = Gỗ và đồ nội thất
choice-process-electronics = Điện tử
choice-process-chemical_coating = Hóa chất và lớp phủ
choice-process-printing = In ấn và bao bì
choice-process-medical = Thiết bị y tế
choice-process-software_controls = Điều khiển và phần mềm
choice-trl-1 = 1: đã thấy hiện tượng cơ bản
choice-trl-2 = 2: đã nghĩ ra cách dùng
choice-trl-3 = 3: ý tưởng đã chạy được trên bàn thử
choice-trl-4 = 4: các phần chạy cùng nhau trong phòng thí nghiệm
choice-trl-5 = 5: các phần chạy cùng nhau ở nơi giống xưởng
choice-trl-6 = 6: mô hình chạy được ở nơi giống xưởng
choice-trl-7 = 7: mẫu thử chạy được tại nơi sẽ dùng
choice-trl-8 = 8: sản phẩm hoàn chỉnh đã qua thử nghiệm
choice-trl-9 = 9: đang dùng hằng ngày
choice-mrl-1 = 1: đã nêu những gì cần để sản xuất
choice-mrl-2 = 2: đã nghĩ ra cách sản xuất
choice-mrl-3 = 3: cách đó đã làm được trên bàn thử
choice-mrl-4 = 4: làm được chi tiết trong phòng thí nghiệm
choice-mrl-5 = 5: làm được chi tiết ở nơi giống xưởng
choice-mrl-6 = 6: làm được mẫu thử ở nơi giống xưởng
choice-mrl-7 = 7: làm được chi tiết trên máy giống máy sản xuất
choice-mrl-8 = 8: dây chuyền sản xuất đầu tiên sẵn sàng chạy
choice-mrl-9 = 9: làm được lô nhỏ với chất lượng ổn định
choice-mrl-10 = 10: sản xuất đầy đủ và ngày càng tốt hơn
choice-ip_status-disclosure = Đã khai báo với trường đại học hoặc phòng thí nghiệm
choice-ip_status-provisional = Đã nộp đơn xin bằng sáng chế tạm thời
choice-ip_status-filed = Đã nộp đơn xin bằng sáng chế
choice-ip_status-issued = Đã được cấp bằng sáng chế
choice-ip_status-trade_secret = Giữ làm bí mật kinh doanh
choice-ip_status-open = Mở cho mọi người
choice-ip_owner-business = Doanh nghiệp
choice-ip_owner-partner = Phòng thí nghiệm, trường đại học hoặc đối tác
choice-ip_owner-shared = Sở hữu chung
choice-ip_owner-other = Người khác
choice-ip_owner-not_known = Chưa biết
choice-sbir_agency-dod = Quốc phòng
choice-sbir_agency-doe = Năng lượng
choice-sbir_agency-nsf = Quỹ Khoa học Quốc gia
choice-sbir_agency-nih = Y tế (NIH)
choice-sbir_agency-nasa = NASA
choice-sbir_agency-usda = Nông nghiệp
choice-sbir_agency-commerce = Thương mại (NIST, NOAA)
choice-sbir_agency-epa = Môi trường (EPA)
choice-sbir_agency-other = Cơ quan khác
choice-sbir_phase-I = Giai đoạn I
choice-sbir_phase-II = Giai đoạn II
choice-sbir_phase-III = Giai đoạn III
choice-export_control-no = Đã kiểm tra: không
choice-export_control-itar = ITAR
choice-export_control-ear = EAR
choice-export_control-not_checked = Chưa kiểm tra
choice-sam_status-none = Chưa đăng ký
choice-sam_status-pending = Đang đăng ký
choice-sam_status-active = Còn hiệu lực
choice-sam_status-lapsed = Đã hết hạn
choice-bd_topic-financing = Khoản vay hoặc vốn khác
choice-bd_topic-grant = Khoản trợ cấp
choice-bd_topic-plan_books = Kế hoạch kinh doanh hoặc sổ sách
choice-bd_topic-certification = Chứng nhận
choice-bd_topic-contracts = Hợp đồng và khách mua mới
choice-bd_topic-legal = Vấn đề pháp lý
choice-bd_topic-marketing = Tiếp thị và bán hàng
choice-bd_topic-export = Bán ra nước ngoài
choice-bd_topic-succession = Chuyển giao cho nhân viên hoặc gia đình
choice-funding_use-equipment = Thiết bị
choice-funding_use-working_capital = Vốn lưu động
choice-funding_use-fit_out = Sửa sang mặt bằng
choice-funding_use-purchase = Mua mặt bằng
choice-funding_use-refinance = Trả nợ có lãi cao hơn
choice-papers_ready-tax_returns = Tờ khai thuế
choice-papers_ready-profit_loss = Bảng lãi lỗ
choice-papers_ready-balance_sheet = Bảng cân đối kế toán
choice-papers_ready-bank_statements = Sao kê ngân hàng
choice-papers_ready-business_plan = Kế hoạch kinh doanh
choice-papers_ready-registration = Giấy đăng ký
choice-papers_ready-insurance = Bảo hiểm
choice-papers_ready-quotes = Báo giá những gì sẽ mua
choice-papers_ready-none = Chưa có
choice-venture_stage-idea = Ý tưởng
choice-venture_stage-trying = Đang làm và thử
choice-venture_stage-selling = Bán được những hàng đầu tiên
choice-venture_stage-growing = Đang bán và muốn phát triển
choice-times_possible-weekday = Ngày trong tuần
choice-times_possible-evening = Buổi tối
choice-times_possible-weekend = Cuối tuần
choice-times_possible-online = Trực tuyến
choice-times_possible-in_person = Trực tiếp
choice-work_wants-hire = Tuyển người
choice-work_wants-train = Huấn luyện người đang làm
choice-work_wants-both = Tuyển và huấn luyện
choice-shifts-day = Ca ngày
choice-shifts-evening = Ca tối
choice-shifts-night = Ca đêm
choice-shifts-weekend = Cuối tuần
choice-shifts-rotating = Luân phiên
choice-shifts-flexible = Linh hoạt
choice-work_languages-none = Công việc không cần ngôn ngữ nào
choice-work_languages-en = Tiếng Anh
choice-work_languages-es = Tiếng Tây Ban Nha
choice-work_languages-zh = Tiếng Trung
choice-work_languages-vi = Tiếng Việt
choice-work_languages-ar = Tiếng Ả Rập
choice-work_languages-fr = Tiếng Pháp hoặc tiếng Creole Haiti
choice-work_languages-other = Ngôn ngữ khác
choice-training_wanted-safety = An toàn
choice-training_wanted-machine = Vận hành máy
choice-training_wanted-welding = Hàn
choice-training_wanted-sewing = May
choice-training_wanted-food_handling = Xử lý thực phẩm
choice-training_wanted-quality = Đo lường và chất lượng
choice-training_wanted-maintenance = Bảo trì
choice-training_wanted-digital = Máy tính và điều khiển
choice-training_wanted-language = Ngôn ngữ tại nơi làm
choice-training_wanted-lead = Lãnh đạo nhóm
choice-apprenticeship-interested = Muốn biết thêm
choice-apprenticeship-yes = Có, chương trình đã đăng ký



## Own pages: coming in, home, referral

# Đăng nhập

sign-in-title = Đăng nhập vào trang của quý vị
sign-in-lead = Chúng tôi gửi cho quý vị một mã. Không cần mật khẩu
sign-in-address = Địa chỉ email của quý vị
sign-in-number = Số điện thoại của quý vị
sign-in-either = Địa chỉ email hoặc số điện thoại của quý vị
sign-in-contact-hint = địa chỉ hoặc số quý vị đã cho chúng tôi
sign-in-send = Gửi mã cho tôi
sign-in-letter = Tôi có mã trong thư hoặc qua điện thoại
sign-in-call = Không có mã, hoặc mã không dùng được? Hãy gọi cho chúng tôi
sign-in-away = Quý vị đã rời trang một lúc. Hãy đăng nhập để tiếp tục
sign-in-away-typed = Quý vị đã rời trang một lúc. Hãy đăng nhập, những gì quý vị viết vẫn còn ở đây
sign-in-no-way-title = Đăng nhập bằng mã của chúng tôi
sign-in-no-way = Văn phòng này không gửi mã qua email. Hãy gọi cho chúng tôi: chúng tôi đọc mã cho quý vị, hoặc gửi mã trong thư
sign-in-bad-address = Hãy viết địa chỉ email của quý vị, ví dụ ten@example.org
sign-in-bad-either = Hãy viết địa chỉ email của quý vị, hoặc số điện thoại có mã vùng
sign-in-code-title = Nhập mã
sign-in-code-lead = Nếu chúng tôi có địa chỉ hoặc số này, mã đang được gửi đi. Mã có sáu chữ số và dùng được trong mười phút
sign-in-code = Mã
sign-in-code-hint = sáu chữ số
sign-in-stay = Giữ đăng nhập trên thiết bị này 30 ngày, để xem tình hình
sign-in-stay-hint = Chỉ dùng trên điện thoại của riêng quý vị: ai cầm điện thoại cũng xem được tình hình các yêu cầu của quý vị. Mọi việc khác cần mã mới
sign-in-open = Đăng nhập
sign-in-another = Gửi cho tôi mã khác
sign-in-wrong = Mã này không đúng, đã dùng rồi, hoặc đã quá mười phút. Hãy xin mã mới
sign-in-resting = Quá nhiều mã sai. Hãy xin mã mới; nếu vẫn không được, hãy chờ nửa giờ hoặc gọi cho chúng tôi
sign-in-made-up = Bản thử: mọi người ở đây đều không có thật. Mã lẽ ra được gửi là { $code }
sign-in-made-up-none = Bản thử: mọi người ở đây đều không có thật. Hiện giờ không ai nhận mã ở địa chỉ này
sign-in-who-title = Quý vị là ai?
sign-in-who = Có nhiều người dùng chung địa chỉ hoặc số này. Hãy chọn tên của quý vị
sign-in-who-unnamed = Người khác
sign-in-mail-subject = { $organization }: mã của quý vị
sign-in-mail = Mã của quý vị là { $code }
sign-in-mail-else = Mã dùng được trong mười phút, trên trang đã hỏi mã. Nếu quý vị không xin mã, quý vị không cần làm gì.
sign-in-text = { $organization }: mã của quý vị là { $code }. Mã dùng được trong mười phút.

# Trên mỗi trang

own-sign-in-all = Đăng nhập để xem mọi yêu cầu của quý vị
code-by-mail = Không có thư? Nhận mã qua email hoặc tin nhắn
stopped-new-link = Gửi cho tôi đường liên kết mới
stopped-asked = Nếu đây là đường liên kết của quý vị, đường liên kết mới đang được gửi đến địa chỉ chúng tôi có. Không nhận được? Hãy gọi cho chúng tôi
told-new-link = Đây là đường liên kết mới đến trang của quý vị.
letter-quick = Nếu dùng điện thoại không phải của mình, hãy mở { $address } rồi nhập số tham chiếu và mã ngắn { $code }. Trang cho biết tình hình yêu cầu, không hiện tên ai, và không thay đổi được gì
own-home = Các trang của quý vị
own-sign-in = Đăng nhập
own-sign-out = Đăng xuất
own-closes = Nếu người khác cũng dùng điện thoại này, hãy đăng xuất khi xong. Trang tự đăng xuất sau 30 phút không có thao tác
own-more = Các trang khác của quý vị

# Trang đầu

home-things = { $n ->
    [0] Hiện giờ quý vị không có việc gì cần làm
   *[other] Quý vị có { $n } việc cần làm
}
home-about = Yêu cầu của quý vị về { $need }
home-share = Quý vị có cho phép chúng tôi chia sẻ những điều này không?
home-see-words = Đọc những gì sẽ chia sẻ, và với ai
home-share-yes = Đồng ý, chia sẻ những điều này
home-share-no = Không, đừng chia sẻ
home-renew-title = Sự cho phép của quý vị sắp hết
home-renew-why = Để tiếp tục, hãy cho { $org } xem những điều như trước thêm một thời gian bằng lúc đầu. Nếu quý vị không làm gì, sự cho phép sẽ hết{ $on-until }
home-your-move = Đến lượt quý vị
home-answer = Trả lời
home-open = Đang tiến hành
home-over = Đã kết thúc
home-news = Tin mới nhất: { $day }
home-nothing-yet = Chưa có yêu cầu nào
home-nothing-yet-more = Khi cố vấn bắt đầu một yêu cầu cho quý vị, quý vị sẽ thấy tình hình ở đây
home-nothing-open = Hiện giờ không có việc gì đang tiến hành
home-remembered = Quý vị xem được tình hình. Để trả lời hoặc thay đổi, hãy đăng nhập bằng mã mới

devices-title = Nơi quý vị đang đăng nhập
devices-none = Không có thiết bị nào giữ đăng nhập
devices-by-mail = Một thiết bị, từ { $since } đến { $until }, bằng mã qua email
devices-by-text = Một thiết bị, từ { $since } đến { $until }, bằng mã qua tin nhắn
devices-end = Đăng xuất ở mọi nơi
devices-end-hint = Mọi thiết bị và mọi trang đang mở của quý vị sẽ đóng, kể cả trang này

kept-title = Những gì quý vị viết vẫn còn ở đây
kept-lead = Quý vị đã rời trang một lúc nên chưa gửi được. Hãy gửi ngay, hoặc bỏ đi
kept-text = Những gì quý vị đã viết
kept-send = Gửi ngay
kept-drop = Bỏ đi
kept-waits = Có điều quý vị đã viết mà chưa gửi

# Trang của một yêu cầu

ball-title = Đến lượt ai
ball-partner = Đến lượt { $org } làm bước tiếp theo{ $by }
ball-advisor = Đến lượt { $advisor } làm bước tiếp theo{ $by }
ball-third-party = Tất cả chúng ta đang chờ một bên khác{ $by }
ball-nobody = Hiện giờ không ai phải làm gì
ball-paused = Thời hạn trả lời của { $org } tạm ngưng từ { $since }
usual-not-enough = Chưa có đủ trường hợp để nói { $org } cần bao lâu
usual-then-remind = Nếu đã qua ngày đó, quý vị có thể nhắc họ ở đây
remind-them = Nhắc họ

asked-remind = Quý vị đã nhắc họ vào { $day }
asked-not-contacted = Vào { $day }, quý vị báo rằng chưa ai liên lạc. Cố vấn của quý vị sẽ gọi cho họ
asked-not-contacted-done = Vào { $day }, quý vị báo rằng chưa ai liên lạc. Cố vấn của quý vị đã lo việc này
asked-wrong = Vào { $day }, quý vị báo rằng có điều không đúng. Cố vấn của quý vị đang xem
asked-wrong-done = Vào { $day }, quý vị báo rằng có điều không đúng. Cố vấn của quý vị đã lo việc này

can-title = Điều gì có thể xảy ra tiếp theo
can-be-sent = { $advisor } ghi lại rồi hỏi quý vị. Chỉ gửi đi nếu quý vị đồng ý
can-say-yes = { $org } đồng ý. Sau đó họ liên lạc với quý vị
can-waitlist = { $org } đồng ý, nhưng có danh sách chờ. Quý vị giữ chỗ và được báo khi đến lượt
can-ask = { $org } hỏi thêm một điều trước. Khi đó chúng tôi sẽ cho quý vị biết đó là gì
can-say-no = { $org } không đồng ý. Khi đó chúng tôi cho quý vị biết lý do, và { $advisor } đưa ra một lựa chọn khác cho quý vị
can-start = Công việc bắt đầu. Quý vị được báo ngày và bước tiếp theo
can-pause = Yêu cầu tạm ngưng. Quý vị giữ chỗ và được báo đến khi nào
can-fail = Việc không thành. Khi đó chúng tôi cho quý vị biết lý do, và { $advisor } nói chuyện với quý vị về những cách khác
can-finish = { $org } cho biết đã xong. Khi đó chúng tôi hỏi quý vị có đúng không
can-go-on = Việc tiếp tục. Quý vị được báo ngày và bước tiếp theo
can-answer = Quý vị cho chúng tôi biết có giúp ích không. Sau này quý vị có thể đổi câu trả lời

contact-at = Người liên lạc của quý vị ở { $org } là { $name }
contact-call = Gọi { $name }

values-title = Đúng từng chữ, từng số
values-before = Bất cứ tổ chức nào chúng tôi nhờ đều thấy điều này
values-open = { $org } còn thấy điều này
values-after = Sau khi đồng ý, { $org } còn thấy điều này
values-work = Loại công việc
industry-manufacturing = Sản xuất
industry-311 = Thực phẩm
industry-312 = Đồ uống và thuốc lá
industry-313 = Sợi và vải
industry-314 = Đồ làm từ vải
industry-315 = Quần áo
industry-316 = Đồ da
industry-321 = Sản phẩm gỗ
industry-322 = Giấy
industry-323 = In ấn
industry-324 = Sản phẩm dầu mỏ và than
industry-325 = Hóa chất
industry-326 = Nhựa và cao su
industry-327 = Sản phẩm thủy tinh, đất sét và đá
industry-331 = Kim loại thô
industry-332 = Sản phẩm kim loại
industry-333 = Máy móc
industry-334 = Máy tính và điện tử
industry-335 = Thiết bị điện
industry-336 = Xe cộ và phương tiện vận tải
industry-337 = Đồ nội thất
industry-339 = Sản phẩm khác
industry-with-code = { $industry } ({ $code })
values-size = Số người làm việc
values-area = Khu vực

size-one = 1 người
size-range = { $from } đến { $to } người
size-many = { $from } người trở lên
size-unknown = Không rõ
area-zip = Mã bưu chính bắt đầu bằng { $digits }

history-title = Những gì đã xảy ra
history-taken-back = Đã rút lại

by-you = Quý vị
by-calendar = Theo lịch
by-report = { $name } ghi lại
by-program = { $name }, { $program }
by-partner = { $name }, { $org }

did-create = Yêu cầu của quý vị đã được ghi lại
did-request_consent = Chúng tôi đã hỏi quý vị có cho phép chia sẻ với { $org } không
did-give_consent = Quý vị đã đồng ý chia sẻ với { $org }
did-refuse_consent = Quý vị đã không muốn chia sẻ
did-send = Đã gửi đến { $org }
did-undo_send = Đã rút lại việc gửi
did-discard = Đã bỏ bản nháp
did-acknowledge = { $org } đã nhận
did-accept = { $org } đã đồng ý
did-reject = { $org } đã không đồng ý
did-ask_information = { $org } đã hỏi thêm một điều
did-provide_information = Câu hỏi đã được trả lời
did-withdraw = Quý vị đã ngừng yêu cầu này
did-recall = Chúng tôi đã ngừng yêu cầu này
did-auto_recall = Đã ngừng vì { $org } không trả lời
did-start = Công việc đã bắt đầu
did-progress = Có tin từ { $org }
did-hold = Đã tạm ngưng
did-resume = Đã tiếp tục trở lại
did-complete = { $org } cho biết đã xong
did-fail = Việc đã không thành
did-undo_last = Đính chính: tin trước đó là nhầm lẫn
did-confirm = Quý vị đã cho biết kết quả
did-reopen = Đã mở lại
did-record_next_step = Đã thống nhất bước tiếp theo
did-re_refer = Đang thử với một tổ chức đối tác khác
did-consent_lapses = Sự cho phép chia sẻ của quý vị đã hết
did-mark_error = Đã được gỡ bỏ vì là nhầm lẫn

not-contacted = Chưa ai liên lạc với tôi
wrong-title = Ở đây có điều không đúng
wrong-what = Điều gì không đúng?
wrong-hint = cố vấn của quý vị sẽ đọc và sửa lại
wrong-send = Báo cho cố vấn của tôi
wrong-say-what = Hãy viết điều gì không đúng, rồi bấm lại
wrong-too-long = Hãy viết tối đa 2,000 ký tự
wrong-enough = Chúng tôi đã nhận được điều này từ quý vị và sẽ xem trước tiên. Nếu gấp, hãy gọi cho chúng tôi

# Tin nhắn và nhờ giúp

threads-none-more = Khi quý vị hoặc cố vấn viết về một yêu cầu, tin sẽ hiện ở đây
ask-for-which = Cho doanh nghiệp nào?
ask-nobody = Hãy nói với cố vấn của quý vị: cố vấn sẽ cùng quý vị ghi lại điều quý vị cần

# Xem nhanh, không cần đăng nhập

quick-title = Xem nhanh không cần đăng nhập
quick-lead = Xem tình hình một yêu cầu. Không hiện tên ai
quick-reference = Số tham chiếu
quick-reference-hint = ví dụ R-1187
quick-code = Mã ngắn
quick-code-hint = tám chữ và số, trong thư hoặc trên trang của quý vị
quick-look = Xem
quick-again = Xem yêu cầu khác
quick-more = Để xem thêm hoặc trả lời, hãy đăng nhập
quick-wrong = Số tham chiếu và mã ngắn này không khớp nhau. Sau mười lần thử sai, quý vị phải chờ 30 phút
quick-how = Hãy nhập số tham chiếu và mã ngắn này ở đó. Trang chỉ hiện tình hình yêu cầu và không hiện tên ai, nên dùng được trên mọi điện thoại

## Own pages: profile, permissions, who looked, copy, complaint, helper

rights-pages = Các trang khác của quý vị
rights-leaves = Các trang của danh sách
rights-newest = Mới nhất
rights-older = Cũ hơn
rights-save = Lưu
rights-not-known = Chưa biết
rights-nothing = Không có gì
rights-choose = Hãy chọn
rights-changed = Có điều đã thay đổi ở đây từ khi quý vị mở trang, nên chưa lưu gì cả. Hãy xem lại rồi thử lần nữa.
rights-you-help = Quý vị ở đây với tư cách người giúp đỡ. Quý vị thấy những gì người được giúp cho quý vị xem.
rights-bad-empty = Hãy điền vào ô này.
rights-bad-long = Quá dài, hoặc có ký hiệu chúng tôi không lưu được. Hãy viết ngắn hơn.
rights-bad-choice = Hãy chọn một câu trả lời trong danh sách.
rights-bad-day = Hãy chọn một ngày sau hôm nay và trước ngày cuối hiện có.
rights-bad-until = Hãy chọn một ngày từ hôm nay trở đi, xa nhất là một năm.
rights-bad-telephone = Đây không phải số điện thoại. Hãy viết các chữ số, ví dụ 555-0110.
rights-bad-email = Đây không phải địa chỉ email. Địa chỉ có dạng ten@example.org.
rights-bad-number = Hãy viết một số nguyên, ví dụ 12.
rights-too-many = Còn quá nhiều điều chưa được trả lời. Hãy chờ trả lời, hoặc gọi cho chúng tôi.
rights-told-answer = { $phone ->
    [none] Có câu trả lời cho quý vị trên trang riêng của quý vị. Hãy đăng nhập để đọc.
   *[other] Có câu trả lời cho quý vị trên trang riêng của quý vị. Hãy đăng nhập để đọc, hoặc gọi { $phone }.
}

rights-permissions-title = Những gì quý vị chia sẻ
rights-permissions-lead = Không ai ngoài chương trình thấy điều gì về quý vị nếu quý vị chưa đồng ý. Đây là mọi lần quý vị đã đồng ý. Quý vị có thể ngừng riêng từng lần.
rights-live = Đang chia sẻ
rights-none-live = Hiện quý vị không chia sẻ gì.
rights-over = Đã hết
rights-permission = { $org }, về { $need }
rights-sees = Họ có thể thấy: { $items }.
rights-saw = Khi đó họ có thể thấy: { $items }.
rights-holds = Quý vị đã đồng ý vào { $since }. Chậm nhất là { $until } sẽ hết.
rights-held = Quý vị đã đồng ý vào { $since }. Đã hết vào { $until }.
rights-yes-page = Chính quý vị đã đồng ý trên trang của mình.
rights-yes-spoken = { $witness ->
    [none] Quý vị đã đồng ý bằng lời.
   *[other] Quý vị đã đồng ý bằng lời. { $witness } đã nghe.
}
rights-yes-paper = Quý vị đã đồng ý trên giấy.
rights-exact-words = Nguyên văn điều quý vị đã đồng ý
rights-renew = Gia hạn
rights-renew-lead = Sự cho phép này sắp hết hoặc đã hết. Nếu gia hạn, họ thấy những điều như trước thêm một thời gian bằng lúc đầu. Nếu quý vị không làm gì, sự cho phép sẽ hết.
rights-shorten = Kết thúc sớm hơn
rights-last-day = Ngày cuối
rights-stop = Ngừng chia sẻ
rights-stop-now = Ngừng chia sẻ với { $org }
rights-stops = Họ không còn mở được thông tin của quý vị ở đây nữa, và yêu cầu này ngừng lại. Quý vị có thể nhờ giúp lại bất cứ lúc nào.
rights-was-read = Họ đã mở yêu cầu của quý vị. Những gì họ đã đọc thì không thể lấy lại được.
rights-not-read = Họ chưa mở yêu cầu của quý vị, nên chưa có gì được chia sẻ.
rights-totals-title = Tổng số là lựa chọn riêng
rights-totals = Trang này không quyết định gì về tổng số. Thông tin về bản thân quý vị chỉ được tính vào tổng số nếu chính quý vị đã trả lời các câu hỏi đó. Quý vị có thể đổi hoặc xóa các câu trả lời đó trên một trang riêng, và việc đó không làm thay đổi những gì quý vị chia sẻ ở đây.

rights-looked-title = Ai đã xem thông tin
rights-looked-lead = Mỗi khi có người mở thông tin về quý vị, việc đó được ghi lại: tổ chức nào, vai trò gì, ngày nào, xem gì và vì sao. Tên của người khác không bao giờ hiện ra.
rights-looked-none = Chưa có ai xem thông tin của quý vị.
rights-looked-lists = Danh sách và lượt tìm chỉ hiện tên doanh nghiệp của quý vị thì không được ghi ở đây.
rights-looked-ask = Hỏi về việc này
rights-looked-question = Tôi muốn hỏi về việc này: { $who } đã xem thông tin của tôi vào { $day }.
rights-by-advisor = Cố vấn của quý vị ở { $program }
rights-by-colleague = Một cố vấn khác ở { $program }
rights-by-manager = Một người quản lý ở { $program }
rights-by-steward = Người phụ trách bảo vệ dữ liệu cá nhân ở đây
rights-by-admin = Người quản lý hệ thống này
rights-by-system = Một hệ thống máy tính mà { $program } dùng
rights-saw-record = Trang doanh nghiệp của quý vị: cách liên lạc, dịch vụ, yêu cầu và ghi chú. Lý do: để giúp quý vị.
rights-saw-referral = { $reference ->
    [none] Yêu cầu của quý vị và các tin nhắn. Lý do: để lo việc này.
   *[other] Yêu cầu { $reference } của quý vị và các tin nhắn. Lý do: để lo việc này.
}
rights-saw-letter = { $reference ->
    [none] Một lá thư hoặc mã cho quý vị. Lý do: để quý vị mở được trang của mình.
   *[other] Một lá thư hoặc mã cho { $reference }. Lý do: để quý vị mở được trang của mình.
}
rights-saw-request = { $reference ->
    [none] Điều quý vị cần, không có tên quý vị. Lý do: để trả lời có giúp được không.
   *[other] Điều quý vị cần trong { $reference }, không có tên quý vị. Lý do: để trả lời có giúp được không.
}
rights-saw-contact = { $reference ->
    [none] Những gì quý vị đồng ý chia sẻ. Lý do: để giúp quý vị.
   *[other] Những gì quý vị đồng ý chia sẻ trong { $reference }. Lý do: để giúp quý vị.
}
rights-saw-file = { $reference ->
    [none] Một dòng về quý vị trong tập tin các yêu cầu của họ. Lý do: để giữ danh sách riêng của họ.
   *[other] Một dòng về { $reference } trong tập tin các yêu cầu của họ. Lý do: để giữ danh sách riêng của họ.
}
rights-saw-taken-out = Một dòng về quý vị trong tập tin khách hàng của chương trình do nhân viên xuất ra. Trong đó không có những gì quý vị đã nói về bản thân mình và không có ghi chú. Lý do: để làm việc với hồ sơ của chương trình.
rights-saw-report = Số liệu về tất cả khách hàng. Quý vị được tính vào; tên quý vị không hiện ra. Lý do: để biết chương trình đến được với ai.
rights-saw-secret = { $reference ->
    [none] Phần bảo mật, sau khi ký thỏa thuận. Lý do: để giúp quý vị.
   *[other] Phần bảo mật của { $reference }, sau khi ký thỏa thuận. Lý do: để giúp quý vị.
}
rights-saw-import = Tập tin đã đưa thông tin về quý vị vào chương trình này. Lý do: để bắt đầu.
rights-saw-notice = Một thông báo chúng tôi viết cho quý vị. Lý do: để gửi đi.
rights-saw-correction = Điều quý vị yêu cầu sửa. Lý do: để trả lời quý vị.
rights-saw-complaint = Một khiếu nại của quý vị. Lý do: để trả lời quý vị. Không chủ nào khác của doanh nghiệp thấy dòng này.

rights-profile-title = Quý vị và doanh nghiệp
rights-profile-lead = Đây là những gì chúng tôi biết về quý vị. Nếu có điều gì sai, hãy nói ở đây.
rights-field-name = Tên
rights-field-telephone = Số điện thoại
rights-field-email = Email
rights-field-language = Ngôn ngữ quý vị đọc
rights-field-channel = Quý vị muốn nhận tin bằng cách nào
rights-field-business = Tên doanh nghiệp
rights-field-product = Những gì doanh nghiệp làm ra
rights-field-address = Địa chỉ
rights-field-workers = Số người làm việc
rights-field-ownership = Phần của quý vị
rights-any-way = Cách nào cũng được
rights-by-phone = Gọi điện thoại
rights-by-text = Tin nhắn
rights-by-email = Email
rights-by-letter = Thư giấy
rights-seen-contact = Ai thấy điều này: cố vấn của quý vị và chương trình. Tổ chức đối tác chỉ thấy khi quý vị đã đồng ý.
rights-seen-business = Ai thấy điều này: cố vấn của quý vị và chương trình. Trước khi quý vị đồng ý, tổ chức đối tác chỉ thấy loại công việc, khoảng bao nhiêu người làm, và khu vực.
rights-email-new = Địa chỉ email mới
rights-email-mail = Gửi mã đến địa chỉ mới
rights-email-ask = Mã đăng nhập được gửi đến địa chỉ này. Muốn đổi, hãy yêu cầu ở dưới và cố vấn của quý vị sẽ xác nhận. Hoặc hãy vào bằng mã chúng tôi gửi qua email: khi đó quý vị tự đổi được.
rights-email-unsent = Văn phòng này không gửi email, nên không thể gửi mã đến địa chỉ mới. Muốn đổi địa chỉ, hãy yêu cầu ở dưới và cố vấn của quý vị sẽ xác nhận.
rights-code-mailed = Nếu { $address } nhận được thư, một mã đang trên đường đến. Mã dùng được trong mười phút.
rights-code = Mã
rights-email-take = Dùng địa chỉ mới
rights-code-wrong = Mã này sai, đã dùng, hoặc quá mười phút.
rights-code-resting = Nhập sai quá nhiều lần. Hãy chờ nửa giờ rồi xin mã mới.
rights-email-wait = Quý vị vừa xin nhiều mã. Hãy đợi mười lăm phút rồi xin lại.
rights-email-letter = { $program }: mã của quý vị là { $code }. Mã dùng được trong mười phút. Hãy nhập mã trên trang của quý vị để dùng địa chỉ này từ nay. Nếu quý vị không yêu cầu, không cần làm gì.
rights-email-changed = { $phone ->
    [none] { $program }: từ nay mã đăng nhập được gửi đến địa chỉ khác. Nếu không phải quý vị đổi, hãy báo cho chúng tôi ngay.
   *[other] { $program }: từ nay mã đăng nhập được gửi đến địa chỉ khác. Nếu không phải quý vị đổi, hãy gọi ngay { $phone }.
}
rights-correct = Có điều không đúng
rights-correct-lead = Hãy cho biết điều đúng. Cố vấn của quý vị trả lời trong 5 ngày làm việc. Điều ghi trước đây vẫn còn trong lịch sử.
rights-correct-what = Điều gì không đúng?
rights-correct-value = Nên ghi thế nào?
rights-correct-ask = Yêu cầu sửa
rights-corrections = Những điều quý vị yêu cầu sửa
rights-correction = { $fact }: quý vị yêu cầu sửa thành "{ $new }".
rights-correction-open = Chúng tôi trả lời chậm nhất là { $day }.
rights-corrected = Đã sửa
rights-kept = Giữ như cũ
rights-call-why = Hãy gọi cho chúng tôi để hỏi vì sao.
rights-answers-title = Quý vị là ai
rights-answers = Những gì quý vị cho biết về bản thân được giữ riêng, và chỉ được tính vào tổng số. Những điều này ở một trang riêng, mở bằng mã chúng tôi gửi qua email. Không có bản sao nào và không có trang nào khác ghi những điều này.

rights-copy-title = Bản sao của quý vị
rights-copy-lead = Lấy bản sao của mọi thông tin về quý vị: dữ liệu, yêu cầu, tin nhắn, sự cho phép, ai đã xem, việc sửa và khiếu nại. Mất chưa đến một phút.
rights-copy-page = Bản để đọc
rights-copy-csv = Cho bảng tính
rights-copy-json = Cho chương trình khác
rights-copy-notes = Bản sao có mọi ghi chú mà cả nhóm dùng chung. Bản sao không có ghi chú mà một nhân viên giữ riêng cho mình.
rights-copy-wait = Quý vị vừa lấy nhiều bản sao. Hãy chờ mười lăm phút rồi lấy tiếp.
rights-close-title = Đóng tài khoản
rights-close-lead = Quý vị có thể yêu cầu xóa những gì chúng tôi biết về quý vị. Khi đó các yêu cầu đang mở sẽ ngừng. Những gì tổ chức đối tác đã đọc thì không thể lấy lại được, và các dịch vụ vẫn được tính mà không có tên quý vị.
rights-close-ask = Yêu cầu xóa mọi thông tin về tôi
rights-close-open = Quý vị đã yêu cầu chúng tôi xóa những gì chúng tôi biết về quý vị. Chúng tôi trả lời chậm nhất là { $day }.
rights-close-back = Tôi đổi ý
rights-part-you = Quý vị
rights-part-businesses = Doanh nghiệp của quý vị
rights-part-requests = Yêu cầu của quý vị
rights-part-told = Những gì quý vị được báo
rights-part-notices = Thông báo gửi quý vị
rights-part-messages = Tin nhắn
rights-part-ratings = Câu trả lời của quý vị về kết quả
rights-part-permissions = Sự cho phép chia sẻ
rights-part-services = Dịch vụ
rights-part-notes = Ghi chú của nhóm
rights-part-trainings = Các buổi đào tạo quý vị đã dự, và số buổi
rights-part-promises = Những gì chúng tôi hứa làm
rights-part-resources = Tiền, giờ làm, mặt bằng và giúp đỡ khác đã xin hoặc đã nhận
rights-part-documents = Giấy tờ đã ký
rights-part-kept = Mọi điều còn lại, đúng như trong hồ sơ của chúng tôi
rights-kept-lead = Ở đây mỗi dòng là một điều, với tên trong hồ sơ của chúng tôi. Những tên ấy giống nhau trong mọi ngôn ngữ. Hãy gọi cho chúng tôi nếu quý vị muốn biết một tên có nghĩa gì.
rights-withheld = Không đưa vào, vì nói về người khác hoặc do người khác viết: { $count }
rights-withheld-words = (không đưa vào: nói về người khác)
rights-resource-grant = Tiền trợ cấp
rights-resource-loan = Khoản vay
rights-resource-equity = Tiền góp vốn đổi lấy cổ phần
rights-resource-fee-waiver = Khoản phí quý vị không phải trả
rights-resource-space = Mặt bằng
rights-resource-lab-time = Giờ dùng phòng thí nghiệm
rights-resource-equipment-time = Giờ dùng máy móc
rights-resource-training = Đào tạo
rights-resource-advice = Tư vấn
rights-resource-in-kind = Hàng hóa hoặc công việc thay cho tiền
rights-amount-minutes = Phút: { $number }
rights-amount-square-feet = Feet vuông: { $number }
rights-amount-lab-minutes = Phút trong phòng thí nghiệm: { $number }
rights-part-place = Mặt bằng và hợp đồng thuê
rights-part-corrections = Việc sửa
rights-part-complaints = Khiếu nại
rights-part-helpers = Người giúp đỡ
rights-col-day = Ngày
rights-col-what = Mục
rights-col-value = Nội dung
rights-col-who = Ai
rights-col-words = Lời
rights-col-reference = Số tham chiếu
rights-col-kind = Loại trợ giúp
rights-col-fields = Điều được chia sẻ
rights-col-how = Cách
rights-col-since = Từ
rights-col-until = Đến
rights-col-ended = Kết thúc
rights-col-minutes = Phút
rights-col-amount = Số tiền
rights-col-applied = Đã xin
rights-col-awarded = Đã hứa
rights-col-delivered = Đã nhận
rights-col-day-awarded = Ngày hứa
rights-col-day-delivered = Ngày nhận
rights-col-day-refused = Ngày bị từ chối
rights-col-signed = Người ký
rights-col-record = Bản ghi
rights-col-old = Trước đây
rights-col-new = Yêu cầu sửa thành
rights-col-answer = Trả lời
rights-col-program = Chương trình

rights-help-title = Trợ giúp và khiếu nại
rights-call = Gọi cho chúng tôi
rights-your-advisor = { $advisor } của { $program } là cố vấn của quý vị.
rights-call-program = Gọi { $program }
rights-hours = Giờ làm việc
rights-steward = Người phụ trách bảo vệ dữ liệu cá nhân ở đây
rights-complain = Khiếu nại với người khác
rights-complain-lead = { $hears } đọc khiếu nại này và trả lời trong 10 ngày làm việc. Cố vấn của quý vị không thấy khiếu nại trên trang nào. Khiếu nại không làm thay đổi sự giúp đỡ quý vị nhận được.
rights-complain-nobody-else = Ở đây không có ai không liên quan đến các yêu cầu của quý vị. Vì vậy người làm việc với quý vị có thể đọc khiếu nại này. Quý vị cũng có thể gọi cho chúng tôi để hỏi còn ai khác có thể nghe.
rights-complain-words = Chuyện gì đã xảy ra?
rights-complain-send = Gửi khiếu nại
rights-complaint = Khiếu nại { $number }, { $day }
rights-complaint-open = Chúng tôi trả lời { $number } chậm nhất là { $day }.
rights-complaint-answer = Trả lời của chúng tôi cho { $number }, { $day }:
rights-words-mean = Ý nghĩa các từ
rights-word-advisor = Cố vấn
rights-means-advisor = Người của chương trình làm việc với quý vị.
rights-word-partner = Tổ chức đối tác
rights-means-partner = Một tổ chức khác có thể giúp quý vị, ví dụ nơi cho thuê mặt bằng, cho vay hoặc dạy nghề.
rights-word-request = Yêu cầu
rights-means-request = Điều quý vị cần, khi chúng tôi nhờ một tổ chức đối tác giúp quý vị.
rights-word-permission = Sự cho phép
rights-means-permission = Quý vị cho phép chúng tôi chia sẻ điều gì đó với một tổ chức đối tác, cho một yêu cầu, đến một ngày nhất định.
rights-word-code = Mã
rights-means-code = Chữ và số để mở các trang của quý vị. Đừng đưa cho người quý vị không tin cậy.
rights-word-helper = Người giúp đỡ
rights-means-helper = Người quý vị chọn để cùng xem yêu cầu, hoặc làm thay quý vị.

rights-helpers-title = Người giúp đỡ quý vị
rights-helpers-lead = Người quý vị tin cậy có thể xem yêu cầu của quý vị, hoặc làm thay quý vị, bằng mã riêng. Quý vị thấy họ làm gì. Quý vị có thể kết thúc bất cứ lúc nào.
rights-level-see = Xem yêu cầu của tôi
rights-level-act = Xem yêu cầu của tôi và làm thay tôi
rights-helper-until = Đến { $day }.
rights-helper-over = Đã hết.
rights-helper-witness = { $witness } đã nghe quý vị nói.
rights-helper-end = Kết thúc sự giúp đỡ của { $name }
rights-helper-invite = Mời một người
rights-helper-name = Tên người đó
rights-helper-level = Người đó được làm gì?
rights-helper-never = Người giúp đỡ không bao giờ thấy quý vị cho phép những gì, ai đã xem, bản sao hay quý vị là ai, và không bao giờ đồng ý chia sẻ thay quý vị.
rights-helper-last = Ngày cuối, chậm nhất là { $day }
rights-helper-make = Tạo mã cho người đó
rights-helpers-did = Những gì họ đã làm thay quý vị
rights-did = { $name }, thay quý vị: { $what }
rights-did-message = đã viết tin nhắn
rights-did-request = đã nhờ giúp
rights-did-stop = đã ngừng một yêu cầu
rights-did-confirm = đã cho biết có giúp ích không
rights-did-answer = đã trả lời một câu hỏi
rights-did-other = đã thay đổi điều gì đó
rights-code-once = Hãy đưa cho { $name }. Mã chỉ hiện một lần. Nhập mã ở { $address }.
rights-come-title = Vào với tư cách người giúp đỡ
rights-come-lead = Có người tin cậy nhờ quý vị giúp, và đã đưa cho quý vị một mã. Những gì quý vị làm ở đây được cho người đó xem cùng với tên quý vị.
rights-come-name = Tên quý vị
rights-come-reference = Số tham chiếu
rights-come-open = Mở
rights-come-wrong = Số tham chiếu và mã này không mở được trang nào. Hãy xem lại cả hai, hoặc hỏi người quý vị giúp.




## Who you are: questions and the notice

self-count = { $of ->
    [1] Một câu hỏi, không bắt buộc
   *[other] Câu hỏi { $n } trong { $of }, tất cả đều không bắt buộc
}
self-lead = Quý vị tự quyết định có trả lời hay không. Câu trả lời không làm thay đổi sự giúp đỡ quý vị nhận được
self-why-head = Vì sao chúng tôi hỏi
self-why = Chương trình này dùng tiền công. Chúng tôi đếm xem ai nhận được mặt bằng, tiền và dịch vụ, để thấy ai đang bị bỏ sót và thay đổi chương trình
self-who-head = Ai xem được
self-staff = Cố vấn, người quản lý, bên cho vay và chủ cho thuê không xem được câu trả lời của quý vị
self-own-eyes = Chỉ có quý vị đọc lại được, trên trang của mình, sau khi chúng tôi gửi mã qua email cho quý vị
self-glass = Khi khẩn cấp, người phụ trách bảo vệ dữ liệu cá nhân ở đây có thể xem, nhưng chỉ sau khi có người thứ hai đồng ý. Lần nào chúng tôi cũng báo cho quý vị
self-office = { $outside ->
    [none] Văn phòng này nhỏ, và người bảo vệ dữ liệu ở đây cũng làm việc với khách hàng. Lý do: { $reason }
   *[other] Văn phòng này nhỏ, và người bảo vệ dữ liệu ở đây cũng làm việc với khách hàng. Lý do: { $reason }. Phải có người bên ngoài đồng ý trước: { $outside }
}
self-office-ended = Người bảo vệ dữ liệu ở đây không còn làm việc với khách hàng
self-totals = Báo cáo chỉ cho thấy tổng số, không bao giờ cho thấy nhóm có ít hơn { $k } doanh nghiệp
self-no-file = Chương trình này không gửi tập tin có câu trả lời của quý vị cho bất cứ ai
self-file = { $recipient } nhận một tập tin có tổng số chính xác, không có tên. Quy định: { $authority }. Tập tin đếm: { $questions }
self-file-numbered = { $recipient } nhận câu trả lời của từng khách hàng, kèm mã số khách hàng và mã bưu chính, không có tên. Quy định: { $authority }. Tập tin gồm: { $questions }
self-file-named = { $recipient } nhận câu trả lời của từng khách hàng, kèm tên và thông tin liên lạc. Quy định: { $authority }. Tập tin gồm: { $questions }
self-file-plain = { $recipient } nhận một tập tin có các tổng số về công việc của chương trình này. Không có câu trả lời nào của quý vị ở đây nằm trong đó. Quy định: { $authority }
self-file-business = { $recipient } nhận một dòng về cơ sở kinh doanh của quý vị, không có tên: quý vị sản xuất gì, có bao nhiêu người làm việc, và số giờ được hỗ trợ. Không có câu trả lời nào của quý vị ở đây nằm trong đó. Quy định: { $authority }
self-file-business-named = { $recipient } nhận một dòng về cơ sở kinh doanh của quý vị, kèm tên và thông tin liên lạc: quý vị sản xuất gì, có bao nhiêu người làm việc, và số giờ được hỗ trợ. Không có câu trả lời nào của quý vị ở đây nằm trong đó. Quy định: { $authority }
self-file-ended = { $recipient } không còn nhận tập tin nữa
self-never-decides = Không bao giờ dùng để quyết định ai được giúp, và không bao giờ bị bán
self-never-link = Những gì chúng tôi không bao giờ hỏi và không bao giờ giữ
self-mark-all = Hãy chọn tất cả những gì đúng với quý vị. Chọn một cũng đủ
self-mark-one = Hãy chọn một
self-detail = Ghi thêm chi tiết
self-for-example = Ví dụ: { $examples }
self-own-words = Bằng lời của quý vị
self-own-words-hint = Không bắt buộc. Chúng tôi giữ nguyên lời quý vị viết
self-decline = Tôi không muốn trả lời
self-decline-hint = Không sao. Chúng tôi chỉ ghi là đã hỏi quý vị, không ghi gì thêm
self-save-next = Lưu và tiếp tục
self-save = Lưu câu trả lời
self-skip = Bỏ qua trang này
self-foot = Quý vị có thể đổi hoặc xóa câu trả lời bất cứ lúc nào bằng chính đường liên kết này
self-foot-inside = Quý vị có thể đổi hoặc xóa câu trả lời ở đây bất cứ lúc nào
self-ask = Hỏi chúng tôi:
self-standard = Bảy nhóm này theo tiêu chuẩn liên bang năm 2024 (OMB SPD 15), để các thành phố so sánh được kết quả
self-error = Có lỗi: { $title }
self-fix = Có chỗ cần sửa
self-wrong-none = Hãy chọn ít nhất một ô, hoặc chọn không muốn trả lời. Quý vị cũng có thể bỏ qua trang này
self-wrong-both = Quý vị đã chọn một ô và cũng chọn không muốn trả lời. Hãy chỉ giữ một trong hai
self-wrong-list = Hãy chọn trong các ô bên dưới
self-wrong-long = Đoạn này được tối đa { $most } ký tự. Hiện có { $length } ký tự. Hãy viết ngắn hơn
self-wrong-sign = Trong đoạn này có một ký tự không hiển thị được. Hãy viết lại mà không có ký tự đó
self-wrong-words-only = Hãy chọn thêm ô gần nhất với lời quý vị, để chúng tôi đếm được câu trả lời của quý vị
self-wrong-notice = Những gì chúng tôi cho quý vị biết đã thay đổi từ khi quý vị mở trang này. Hãy đọc lại rồi lưu. Chưa có gì được lưu
self-answered = Quý vị đã trả lời câu hỏi này vào { $day }. Trang này không cho thấy quý vị đã nói gì. Hãy trả lời lại để thay đổi
self-answered-read-out = Vào { $day }, một người trong nhóm chúng tôi đã ghi lại lời quý vị. Trang này không cho thấy. Hãy tự trả lời để thay đổi
self-delete-one = Xóa câu trả lời
self-delete-all = Xóa tất cả câu trả lời
self-saved-head = Đã lưu
self-saved = Quý vị có thể đổi hoặc xóa bất cứ lúc nào
self-skipped-head = Đã bỏ qua
self-skipped = Quý vị có thể trả lời bất cứ lúc nào. Những gì đã lưu trước đó vẫn còn
self-deleted-head = Đã xóa
self-deleted = Những gì quý vị nói đã bị xóa. Quý vị có thể trả lời lại bất cứ lúc nào
self-kept-head = Đã giữ lại
self-kept = Từ nay câu trả lời của quý vị được dùng như trang này nói
self-close = Bây giờ quý vị có thể đóng trang này
self-questions = Các câu hỏi
self-answer = Trả lời
self-change = Trả lời lại
self-not-answered = Chưa lưu câu trả lời
self-on = Đã lưu vào { $day }
self-on-read-out = Nhóm chúng tôi ghi lại vào { $day }, theo lời quý vị
self-on-released = Biết từ { $day } qua tập tin mà một cơ quan khác công bố
self-under-earlier = Quý vị đã trả lời trước khi những gì chúng tôi cho biết thay đổi
self-changed-head = Những gì chúng tôi cho quý vị biết đã thay đổi
self-changed-words = Quý vị đã trả lời theo bản trước. Xin đọc bản bên dưới
self-changed-until = Cho đến khi quý vị quyết định, câu trả lời chỉ được dùng như chúng tôi đã nói trước đây
self-keep = Giữ câu trả lời của tôi
self-keep-mailed = Để giữ nguyên câu trả lời, hãy đăng nhập bằng mã chúng tôi gửi qua email. Đường liên kết, thư hoặc tin nhắn có thể đã qua tay người khác, nên ở đây quý vị chỉ có thể trả lời lại hoặc xóa
self-keep-sign-in = Đăng nhập bằng mã gửi qua email
self-change-below = Để đổi câu trả lời, hãy trả lời lại câu hỏi bên dưới
self-sitting = Thiết bị này được đưa cho quý vị. Sau trang cuối nó sẽ đóng lại, và không ai mở được câu trả lời của quý vị trên đó
self-stop = Dừng ở đây
self-back-head = Cảm ơn quý vị
self-back = Quý vị đã xong. Xin trả lại thiết bị
self-back-closed = Không thể mở câu trả lời của quý vị từ đây nữa
self-never-head = Những gì chúng tôi không bao giờ hỏi và không bao giờ giữ
self-never-lead = Không ai làm việc ở đây được hỏi quý vị những điều này, và hồ sơ của chúng tôi không có chỗ để ghi
self-never-status = Tình trạng di trú
self-never-birth = Quốc gia nơi sinh
self-never-number = Số An Sinh Xã Hội hoặc ITIN
self-never-nation = Quốc tịch
self-never-why = Những gì không được giữ thì không thể bị lấy, bị đòi hoặc bị dùng để chống lại quý vị
self-never-told = Nếu có ai hỏi quý vị một trong những điều này, quý vị không cần trả lời. Xin cho chúng tôi biết
self-mine-head = Những gì quý vị cho chúng tôi biết về mình
self-mine-letter = Quý vị vào bằng mã trong thư, và mã đó đi qua tay chúng tôi. Vì vậy trang này chỉ nói quý vị trả lời khi nào, không nói trả lời gì. Để đọc câu trả lời, hãy đăng nhập bằng mã chúng tôi gửi qua email
self-mine-hidden = Chúng tôi không cho thấy ở đây. Câu trả lời được lưu bằng đường liên kết, bằng thư hoặc do nhân viên ghi, hoặc địa chỉ email của quý vị đã được đổi sau đó, và người đặt địa chỉ có thể đọc mã của quý vị. Hãy trả lời lại ở đây để thấy ở đây, hoặc xóa
self-mine-declined = Quý vị đã chọn không trả lời
self-mine-skipped = Quý vị đã bỏ qua trang này
self-mine-unknown = Không biết gì
self-to-home = Trở về trang của quý vị
self-link-text = { $program }: một trang riêng về quý vị, nếu quý vị muốn. Cố vấn không thấy quý vị trả lời gì. {"{link}"}
self-told-changed = Quý vị đã cho chúng tôi biết quý vị là ai. Từ đó, những gì chúng tôi nói trước với mọi người đã thay đổi: ai xem được câu trả lời, hoặc chúng tôi phải gửi tập tin nào. Cho đến khi quý vị quyết định, câu trả lời chỉ được dùng như chúng tôi đã nói trước đây. Xin đọc bản mới, rồi trả lời lại hoặc xóa câu trả lời: {"{link}"} Để giữ nguyên câu trả lời, hãy đăng nhập vào trang của quý vị bằng mã chúng tôi gửi qua email. Trang này không cho thấy quý vị đã trả lời gì.
self-told-read-out = Vào { $day }, một người trong nhóm chúng tôi đã ghi lại những gì quý vị nói về mình, theo lời quý vị đọc. Nội dung không còn trên màn hình của họ, và họ không mở lại được. Quý vị có thể đổi hoặc xóa: {"{link}"} Nếu quý vị không nói gì, xin cho chúng tôi biết.
self-name-race = chủng tộc và sắc tộc
self-name-sex = giới tính
self-name-disability = khuyết tật
self-name-veteran = tình trạng cựu chiến binh
self-name-military = tình trạng quân nhân
self-name-household = số người trong hộ
self-name-income = thu nhập của hộ
self-name-sedi = tự xác nhận cho một chương trình liên bang
self-question-race = Chủng tộc và/hoặc sắc tộc của quý vị là gì?
self-question-sex = Giới tính của quý vị là gì?
self-question-disability = Quý vị có khuyết tật không?
self-question-veteran = Quý vị đã từng phục vụ trong quân đội Hoa Kỳ và nay đã giải ngũ phải không?
self-question-military = Về việc phục vụ trong quân đội Hoa Kỳ, trước đây hoặc hiện nay, điều nào đúng nhất với quý vị?
self-question-household = Có bao nhiêu người sống trong hộ gia đình quý vị?
self-question-income = Thu nhập trước thuế của hộ gia đình quý vị trong 12 tháng qua là bao nhiêu?
self-question-sedi = Cho một chương trình liên bang (SSBCI): có điều nào sau đây đúng với quý vị không?
self-choice-race-aian = Người Mỹ Da Đỏ hoặc Thổ Dân Alaska
self-choice-race-asian = Người Châu Á
self-choice-race-black = Người Da Đen hoặc Người Mỹ gốc Phi
self-choice-race-hisp = Người gốc Tây Ban Nha hoặc La-tinh
self-choice-race-mena = Người Trung Đông hoặc Bắc Phi
self-choice-race-nhpi = Thổ Dân Hawaii hoặc Người Đảo Thái Bình Dương
self-choice-race-white = Người Da Trắng
self-choice-sex-female = Nữ
self-choice-sex-male = Nam
self-choice-disability-yes = Có
self-choice-disability-no = Không
self-choice-veteran-veteran = Phải, tôi là cựu chiến binh
self-choice-veteran-non-veteran = Không
self-choice-military-active-duty = Đang tại ngũ
self-choice-military-guard = Thành viên Vệ Binh Quốc Gia
self-choice-military-reserve = Thành viên Lực Lượng Trừ Bị
self-choice-military-no-service = Không phục vụ quân đội
self-choice-military-disabled-veteran = Cựu chiến binh bị khuyết tật do phục vụ
self-choice-military-spouse = Vợ hoặc chồng của quân nhân
self-choice-military-veteran = Cựu chiến binh
self-choice-household-8 = 8 người trở lên
self-choice-income-extremely-low = Đến mức ở cột A (cực thấp)
self-choice-income-low = Trên A, đến B (thấp)
self-choice-income-moderate = Trên B, đến C (trung bình)
self-choice-income-above = Trên mức ở cột C
self-choice-sedi-group = Tôi thuộc một nhóm ít được tiếp cận tín dụng hơn vì những lý do như chủng tộc, sắc tộc, giới tính, là cựu chiến binh, hạn chế về tiếng Anh hoặc khuyết tật
self-choice-sedi-residence = Tôi sống trong một Khu vực Đầu tư CDFI
self-choice-sedi-location = Cơ sở kinh doanh ở, hoặc sẽ ở, trong một Khu vực Đầu tư CDFI
self-choice-sedi-none = Không có điều nào
self-limits-head = Giới hạn thu nhập cho { $area }, { $year }. Hãy tìm hàng có số người trong hộ của quý vị
self-limits-size = Số người trong hộ
self-example-aian = Navajo Nation, Blackfeet Tribe, Maya, Native Village of Barrow
self-example-asian = Trung Hoa, Ấn Độ, Phi Luật Tân, Việt Nam, Hàn Quốc
self-example-black = Mỹ gốc Phi, Jamaica, Haiti, Nigeria, Ethiopia
self-example-hisp = Mexico, Puerto Rico, El Salvador, Cuba, Cộng hòa Dominicana
self-example-mena = Li-băng, Iran, Ai Cập, Syria, Iraq
self-example-nhpi = Thổ dân Hawaii, Samoa, Chamorro, Tonga, Fiji
self-example-white = Anh, Đức, Ireland, Ý, Ba Lan

## Behind the wall: what was opened, sent or deleted

wall-text = { $phone ->
    [none] { $program }: có tin mới.
   *[other] { $program }: có tin mới. Hãy gọi { $phone }.
}
wall-opened = { $phone ->
    [none] Vào { $day }, người phụ trách bảo vệ dữ liệu cá nhân ở đây đã xem những gì quý vị cho chúng tôi biết về bản thân mình. Trước đó, một người thứ hai đã đồng ý. Quý vị có thể hỏi chúng tôi lý do bất cứ lúc nào.
   *[other] Vào { $day }, người phụ trách bảo vệ dữ liệu cá nhân ở đây đã xem những gì quý vị cho chúng tôi biết về bản thân mình. Trước đó, một người thứ hai đã đồng ý. Để hỏi lý do, hãy gọi { $phone }.
}
wall-filed = { $phone ->
    [none] Vào { $day }, những gì quý vị cho chúng tôi biết về bản thân mình được đếm trong một tập tin mà quy định buộc chúng tôi phải gửi. Quý vị đã được báo trước khi trả lời. Quý vị có thể hỏi chúng tôi lý do bất cứ lúc nào.
   *[other] Vào { $day }, những gì quý vị cho chúng tôi biết về bản thân mình được đếm trong một tập tin mà quy định buộc chúng tôi phải gửi. Quý vị đã được báo trước khi trả lời. Để hỏi lý do, hãy gọi { $phone }.
}
wall-sent = { $phone ->
    [none] Vào { $day }, những gì quý vị cho chúng tôi biết về bản thân mình được ghi vào một tập tin mà quy định buộc chúng tôi phải gửi. Quý vị đã được báo trước khi trả lời. Quý vị có thể hỏi chúng tôi lý do bất cứ lúc nào.
   *[other] Vào { $day }, những gì quý vị cho chúng tôi biết về bản thân mình được ghi vào một tập tin mà quy định buộc chúng tôi phải gửi. Quý vị đã được báo trước khi trả lời. Để hỏi lý do, hãy gọi { $phone }.
}
wall-row = { $phone ->
    [none] Vào { $day }, một dòng về cơ sở kinh doanh của quý vị được ghi vào một tập tin mà quy định buộc chúng tôi phải gửi. Những gì quý vị cho chúng tôi biết về bản thân mình không nằm trong đó. Quý vị có thể hỏi chúng tôi lý do bất cứ lúc nào.
   *[other] Vào { $day }, một dòng về cơ sở kinh doanh của quý vị được ghi vào một tập tin mà quy định buộc chúng tôi phải gửi. Những gì quý vị cho chúng tôi biết về bản thân mình không nằm trong đó. Để hỏi lý do, hãy gọi { $phone }.
}
wall-held = { $phone ->
    [none] Quý vị yêu cầu chúng tôi xóa những gì chúng tôi biết về quý vị. Hiện chưa thể xóa: có quy định buộc chúng tôi tạm giữ lại. Quý vị có thể hỏi chúng tôi lý do bất cứ lúc nào.
   *[other] Quý vị yêu cầu chúng tôi xóa những gì chúng tôi biết về quý vị. Hiện chưa thể xóa: có quy định buộc chúng tôi tạm giữ lại. Để hỏi lý do, hãy gọi { $phone }.
}

## What came of it: outcomes, and whether they are right

outcome-told = { $phone ->
    [none] Chúng tôi đã ghi lại một kết quả từ công việc của quý vị với chúng tôi. Xin cho chúng tôi biết điều đó có đúng không: {"{link}"} Chỉ cần chạm một lần. Đường liên kết dùng được trong 30 ngày. Bất cứ ai có đường liên kết này đều xem được trang.
   *[other] Chúng tôi đã ghi lại một kết quả từ công việc của quý vị với chúng tôi. Xin cho chúng tôi biết điều đó có đúng không: {"{link}"} Chỉ cần chạm một lần. Đường liên kết dùng được trong 30 ngày. Bất cứ ai có đường liên kết này đều xem được trang. Quý vị có câu hỏi? Hãy gọi { $phone }.
}
outcome-title = Điều này có đúng không?
outcome-lead = Chúng tôi đã ghi lại điều này về doanh nghiệp của quý vị. Xin cho biết có đúng như vậy không
outcome-before = Trước
outcome-after = Sau
outcome-how-much = Bao nhiêu
outcome-not-known = Không biết
outcome-words = Nói thêm, do cố vấn của quý vị viết
outcome-people = Số người: { $number }
outcome-helped = Chúng tôi có giúp được trong việc này không?
outcome-helped-a-lot = Có, giúp nhiều
outcome-helped-some = Có, giúp một phần
outcome-helped-no = Không
outcome-helped-cannot-say = Tôi không rõ
outcome-right = Đúng như vậy
outcome-different = Không, có điều khác
outcome-if-different = Nếu có điều khác
outcome-figure = Con số của quý vị
outcome-effect = Câu trả lời của quý vị được để bên cạnh điều đã ghi. Sự giúp đỡ dành cho quý vị không thay đổi
outcome-thanks = Cảm ơn quý vị
outcome-answered = Quý vị đã trả lời vào { $day }
outcome-said-right = Quý vị nói điều này đúng
outcome-said-different = Quý vị nói có điều khác
outcome-again = Quý vị có thể trả lời lại bất cứ lúc nào. Câu trả lời cuối cùng được tính
outcome-list-title = Kết quả đạt được
outcome-list-lead = Những gì chúng tôi đã ghi về doanh nghiệp của quý vị. Quý vị có thể nói từng điều có đúng không
outcome-list-none = Chưa có điều gì được ghi lại
outcome-waits = Xin cho biết điều này có đúng không
outcome-choose = Hãy cho biết là đúng, hay có điều khác
outcome-list-back = Tất cả kết quả đạt được
outcome-figure-wrong = Hãy viết một con số, ví dụ 24
outcome-kind-jobs_created = Việc làm tạo ra
outcome-kind-jobs_retained = Việc làm giữ được
outcome-kind-sales_change = Doanh thu thay đổi
outcome-kind-capital_loan = Tiền có được: khoản vay
outcome-kind-capital_equity = Tiền có được: từ nhà đầu tư
outcome-kind-capital_grant = Tiền có được: tiền trợ cấp
outcome-kind-capital_owner = Tiền có được: tiền của chính chủ
outcome-kind-contract_won = Giành được hợp đồng
outcome-kind-lease_signed = Đã ký hợp đồng thuê
outcome-kind-space_kept = Mặt bằng giữ được
outcome-kind-licence = Đã ký giấy phép sử dụng
outcome-kind-patent = Bằng sáng chế
outcome-kind-product_launched = Sản phẩm mới
outcome-kind-certification = Giấy chứng nhận
outcome-kind-business_started = Bắt đầu kinh doanh
outcome-kind-building_bought = Đã mua tòa nhà
outcome-kind-equity_kept = Phần sở hữu mà chủ giữ lại
outcome-kind-employee_ownership = Phần sở hữu của người lao động
outcome-kind-closure = Ngừng kinh doanh
rights-part-outcomes = Kết quả đạt được
rights-part-outcome-answers = Những gì quý vị nói về kết quả

rights-part-brings = Phần quý vị đóng góp
rights-col-match = Vốn đối ứng của quý vị
rights-col-deposit = Tiền đặt cọc
rights-col-fees = Phí
rights-col-guarantee = Bảo đảm
rights-col-guarantee-amount = Số tiền bảo đảm
rights-guarantee-none = Không có
rights-guarantee-personal = Bảo lãnh cá nhân
rights-guarantee-third-party = Người khác bảo lãnh
rights-guarantee-collateral = Tài sản thế chấp

member-title = Lời quý vị nói về chính mình
member-lead = Quý vị có một ghế trong { $body } của { $program }. Tại đây quý vị có thể nói công khai mình là ai, nếu muốn.
member-where-title = Lời của quý vị sẽ xuất hiện ở đâu
member-where = Nếu quý vị đồng ý, tên, ghế và lời của quý vị sẽ xuất hiện trong phần “Ai quyết định” của các báo cáo của { $program }, và trên trang của { $body } mà người quản lý chương trình xem được.
member-readers = Người đọc báo cáo là nhân viên chương trình, người cấp tiền và công chúng.
member-yours = Chỉ quý vị viết những lời này. Không ai khác có thể viết hay sửa. Lời được hiển thị đúng như quý vị viết và không được tính ở đâu cả. Quý vị không bắt buộc phải nói gì.
member-taken-back = Quý vị có thể sửa hoặc rút lại lời của mình bất cứ lúc nào trên trang này. Lời đó biến mất ngay khỏi các trang của chương trình và mọi báo cáo làm sau đó. Báo cáo đã công bố khi quý vị còn đồng ý vẫn giữ lời đó, và tập tin mà ai đó đã có thì không thể lấy lại.
member-field = Bằng lời của chính quý vị
member-most = nhiều nhất 300 ký tự
member-agree = Tôi đồng ý để tên, ghế và những lời này xuất hiện ở đó
member-save = Hiển thị lời của tôi
member-agree-first = Đánh dấu vào ô nếu quý vị đồng ý. Nếu không, không có gì được lưu
member-words-missing = Hãy viết lời của quý vị trước. Nếu không muốn nói gì, hãy rời trang này: không có gì được lưu
member-too-long = Rút ngắn lời còn 300 ký tự. Hiện có { $has }
member-shown = Lời của quý vị được hiển thị từ { $day }.
member-none = Không có lời nào của quý vị được hiển thị.
member-withdraw = Rút lại lời của tôi
member-name-title = Tên của quý vị
member-name-words = Chương trình giữ tên quý vị cùng với ghế và nhiệm kỳ. Quý vị có thể yêu cầu xóa tên: lời của quý vị cũng bị xóa, còn ghế và nhiệm kỳ vẫn giữ mà không có tên.
member-name-remove = Xóa tên tôi
member-name-gone = Tên và lời của quý vị đã được xóa. Ghế và nhiệm kỳ vẫn giữ mà không có tên.
member-ends = Liên kết này dùng được đến { $day }.

## Own pages: what is counted

indicator-title = Những gì được tính
indicator-lead = Những con số này cho biết chương trình hoạt động ra sao. Quý vị đề xuất nên tính những gì và cho biết điều gì quan trọng nhất; một ban sẽ quyết định. Không con số nào cho biết ai là ai
indicator-all = Đã đề xuất và đã chọn
indicator-none = Chưa có đề xuất nào
indicator-chosen = Đã chọn
indicator-proposed = Đã đề xuất
indicator-not-chosen = Không được chọn
indicator-retired = Không còn được xem
indicator-undefined = Chưa ai cho biết có thể tính điều này như thế nào
indicator-words-gone = Lời đã được rút lại
indicator-about = Thông tin về mục này
indicator-back = Tất cả những gì được tính
indicator-stands = Tình trạng
indicator-by = Người đề xuất
indicator-in-words = Nguyên văn lời đề xuất
indicator-why = Vì sao điều này quan trọng
indicator-before = Trước đây ra sao
indicator-baseline = { $figure } vào năm { $year }. Nguồn: { $source }
indicator-decided-by = Ai đã quyết định
indicator-decided = { $body }, { $day }
indicator-again = Cách tính đã thay đổi sau khi ban quyết định. Mục này đang chờ một quyết định khác
indicator-retired-why = Vì sao không còn được xem
indicator-figures = Các con số
indicator-period = Kỳ
indicator-figure = Con số
indicator-last = { $period }: { $figure }
indicator-target = Mục tiêu: { $figure } trước { $day }
indicator-reached = Đạt mục tiêu
indicator-no-figure = Không có con số: không có gì để so sánh
indicator-running = chưa kết thúc
indicator-exact = Mỗi con số được tính từ những gì đã ghi lại, không nói gì về việc ai là ai
indicator-month = { $month } năm { $year }
indicator-quarter = Quý { $quarter } năm { $year }
indicator-each-month = mỗi tháng
indicator-each-quarter = mỗi quý
indicator-each-year = mỗi năm
indicator-sentence = { $counted }, { $often }
indicator-for-every = { $counted } tính trên mỗi { $many } của: { $against }
indicator-average = { $counted }, tính trung bình cho mỗi: { $against }
indicator-of-kind = { $what } ({ $kind })
indicator-in-place = { $what } tại { $place }
indicator-paid-by = { $what }, do { $source } chi trả
indicator-rank-title = Điều gì quan trọng nhất với quý vị?
indicator-rank-lead = Xếp thứ tự tối đa ba đề xuất. Doanh nghiệp của quý vị được tính một lần, lần xếp cuối cùng có hiệu lực, và không ai thấy ai đã chọn gì
indicator-rank-first = Thứ nhất
indicator-rank-second = Thứ hai
indicator-rank-third = Thứ ba
indicator-rank-nothing = Không chọn
indicator-rank-save = Lưu thứ tự của tôi
indicator-rank-twice = Quý vị đã chọn một đề xuất hai lần. Mỗi đề xuất chỉ chọn một lần
indicator-rank-gone = Một trong số này không còn là đề xuất nữa. Xin xem lại danh sách rồi lưu thứ tự
indicator-ranked-none = Chưa có doanh nghiệp nào xếp hạng mục này
indicator-ranked = { $n } doanh nghiệp đã xếp hạng mục này
indicator-propose-title = Đề xuất một điều
indicator-propose-words = Nên tính điều gì, và vì sao?
indicator-propose-hint = Bằng lời của quý vị. Sau đó chương trình sẽ cho biết có thể tính như thế nào
indicator-propose-save = Đề xuất
indicator-named = Hiện tên tôi bên cạnh. Nếu không, chỉ ghi là do một chủ doanh nghiệp viết
indicator-readers = Các chủ doanh nghiệp và nhân viên của chương trình đều đọc được. Xin đừng viết ở đây điều chỉ riêng quý vị nên biết
indicator-missing = Xin viết lời của quý vị trước
indicator-said = Mọi người nói gì
indicator-said-none = Chưa ai nói gì
indicator-say = Hãy nói điều gì đó về mục này
indicator-say-save = Gửi lời
indicator-take-back = Rút lại
indicator-withdraw = Rút lại đề xuất của tôi
indicator-you = Quý vị
indicator-client = Một chủ doanh nghiệp
indicator-from-program = { $name }, thuộc chương trình
indicator-measure-clients-joined = Doanh nghiệp đã tham gia
indicator-measure-clients-served = Doanh nghiệp đã được phục vụ
indicator-measure-services = Buổi gặp và dịch vụ
indicator-measure-contact-time = Số giờ làm việc với doanh nghiệp
indicator-measure-trainings = Buổi đào tạo đã tổ chức
indicator-measure-training-people = Người tham dự đào tạo
indicator-measure-outreach-reached = Người mà chúng tôi đã gặp bên ngoài
indicator-measure-outreach-contacts = Người bên ngoài đã để lại cách liên lạc
indicator-measure-referrals-sent = Yêu cầu đã gửi cho đối tác
indicator-measure-referrals-accepted = Yêu cầu được đối tác đồng ý
indicator-measure-referrals-completed = Yêu cầu đã hoàn tất
indicator-measure-awards = Nguồn lực đã hứa cấp
indicator-measure-dollars-awarded = Số đô la đã hứa cho doanh nghiệp
indicator-measure-dollars-delivered = Số đô la đã giao cho doanh nghiệp
indicator-measure-space-delivered = Số feet vuông đã giao
indicator-measure-lab-time = Số giờ trong phòng thí nghiệm
indicator-measure-outcomes = Kết quả đạt được
indicator-measure-jobs-created = Việc làm mới
indicator-measure-jobs-kept = Việc làm giữ được
indicator-measure-capital-raised = Số đô la doanh nghiệp huy động được
indicator-measure-contracts-won = Số đô la hợp đồng doanh nghiệp giành được
indicator-kind-services-coaching = tư vấn
indicator-kind-services-loans-grants = khoản vay và tài trợ
indicator-kind-services-technology-transfer = công nghệ mới
indicator-kind-services-space = mặt bằng
indicator-kind-services-certification = chứng nhận
indicator-kind-services-hiring-training = tuyển dụng và đào tạo
indicator-kind-services-other = hỗ trợ khác
indicator-kind-resources-grant = tài trợ
indicator-kind-resources-loan = khoản vay
indicator-kind-resources-equity = tiền đổi lấy cổ phần
indicator-kind-resources-fee-waiver = phí được miễn
indicator-kind-resources-space = mặt bằng
indicator-kind-resources-lab-time = thời gian trong phòng thí nghiệm
indicator-kind-resources-equipment-time = thời gian dùng máy
indicator-kind-resources-training = đào tạo
indicator-kind-resources-advice = tư vấn từ bên ngoài
indicator-kind-resources-in-kind = hàng hóa và dịch vụ
indicator-kind-outreach-event = sự kiện
indicator-kind-outreach-door-knock = đến từng nhà
indicator-kind-outreach-community-group = tại các nhóm cộng đồng
indicator-kind-outreach-calls = cuộc gọi và tin nhắn
indicator-kind-outreach-media = báo, đài và tờ rơi
complaint-indicator-proposals = { $most } đề xuất của quý vị đang chờ quyết định. Xin rút lại một đề xuất trước
complaint-indicator-comments = Quý vị đã nói { $most } điều về mục này. Xin rút lại một điều trước
complaint-indicator-over = Mục này không còn được xem nữa. Xin đề xuất mục khác
story-told = { $phone ->
    [none] Chúng tôi có thể kể cho người khác nghe câu chuyện của quý vị không? Xin đọc câu chuyện trước: {"{link}"} Ở đó quý vị nói đồng ý, không đồng ý, hoặc cần sửa điều gì. Nếu quý vị không đồng ý thì không có gì được đăng. Đường liên kết dùng được trong một năm. Bất cứ ai có đường liên kết này đều xem được trang.
   *[other] Chúng tôi có thể kể cho người khác nghe câu chuyện của quý vị không? Xin đọc câu chuyện trước: {"{link}"} Ở đó quý vị nói đồng ý, không đồng ý, hoặc cần sửa điều gì. Nếu quý vị không đồng ý thì không có gì được đăng. Đường liên kết dùng được trong một năm. Bất cứ ai có đường liên kết này đều xem được trang. Quý vị có câu hỏi? Hãy gọi { $phone }.
}
story-told-copy = { $phone ->
    [none] Quý vị đã đồng ý với một câu chuyện về cơ sở của mình, và chúng tôi đã ghi lại. Tại đây quý vị có thể đọc câu chuyện và rút lại sự đồng ý bất cứ lúc nào: {"{link}"} Đường liên kết dùng được trong một năm. Bất cứ ai có đường liên kết này đều xem được trang.
   *[other] Quý vị đã đồng ý với một câu chuyện về cơ sở của mình, và chúng tôi đã ghi lại. Tại đây quý vị có thể đọc câu chuyện và rút lại sự đồng ý bất cứ lúc nào: {"{link}"} Đường liên kết dùng được trong một năm. Bất cứ ai có đường liên kết này đều xem được trang. Quý vị có câu hỏi? Hãy gọi { $phone }.
}
story-told-ending = { $phone ->
    [none] Sự cho phép đăng câu chuyện về cơ sở của quý vị sắp hết. Nếu quý vị không làm gì, nó sẽ hết. Tại đây quý vị có thể giữ lâu hơn, hoặc kết thúc ngay: {"{link}"} Đường liên kết dùng được trong một năm. Bất cứ ai có đường liên kết này đều xem được trang.
   *[other] Sự cho phép đăng câu chuyện về cơ sở của quý vị sắp hết. Nếu quý vị không làm gì, nó sẽ hết. Tại đây quý vị có thể giữ lâu hơn, hoặc kết thúc ngay: {"{link}"} Đường liên kết dùng được trong một năm. Bất cứ ai có đường liên kết này đều xem được trang. Quý vị có câu hỏi? Hãy gọi { $phone }.
}
story-title = Một câu chuyện về cơ sở của quý vị
story-lead = { $program } muốn kể cho người khác nghe câu chuyện của quý vị. Dưới đây là đúng như khi được đăng. Câu chuyện không được đăng ở đâu cả nếu quý vị không đồng ý.
story-as-shown = Đúng như khi được đăng
story-as-is = Như đang được đăng
story-question = Quý vị có cho phép { $program } đăng câu chuyện “{ $title }”, với tên “{ $named }” không?
story-use-public = Câu chuyện nằm trên một trang công khai mà ai cũng đọc được. Chúng tôi yêu cầu các công cụ tìm kiếm không đưa vào
story-use-reports = Câu chuyện nằm trong báo cáo của chương trình, dành cho những nơi cấp tiền
story-use-export = Câu chuyện nằm trong tệp mà chương trình chuyển cho nơi khác
story-until = Sự cho phép này hết chậm nhất là { $day }
story-take-back = Quý vị có thể rút lại bất cứ lúc nào, chỉ cần nhấn một lần. Từ lúc đó câu chuyện không còn được đăng ở đâu
story-unread = Những gì người khác đã đọc hoặc sao chép đến lúc đó thì không thể lấy lại được
story-no-effect = Câu trả lời của quý vị không thay đổi gì trong sự giúp đỡ dành cho quý vị
story-agree-title = Nếu quý vị muốn đăng
story-where = Được đăng ở đâu?
story-last-day = Đến khi nào?
story-last-day-hint = nhiều nhất một năm
story-agree = Đồng ý, hãy đăng
story-refuse-title = Nếu quý vị không muốn đăng
story-refuse = Không, đừng đăng
story-wish-title = Nếu cần viết khác đi
story-wish-field = Cần sửa điều gì?
story-wish = Tôi muốn sửa lại
story-choose-place = Hãy đánh dấu ít nhất một nơi
story-until-wrong = Hãy chọn một ngày sau hôm nay, trong vòng một năm
story-wish-missing = Hãy viết điều cần sửa
story-choose = Hãy nói đồng ý, không đồng ý, hoặc điều cần sửa
story-shown-since = Được đăng từ { $since }, chậm nhất đến { $until }
story-withdraw = Rút lại ngay
story-see = Xem trang công khai
story-keep-title = Giữ một câu chuyện lâu hơn
story-keep-lead = Sự cho phép của quý vị sắp hết. Nếu đồng ý lần nữa, nó có hiệu lực đến ngày quý vị chọn. Nếu không làm gì, nó sẽ hết
story-state-live = Đang được đăng
story-state-asked = Quý vị chưa trả lời. Câu chuyện không được đăng ở đâu
story-state-refused = Quý vị đã nói không. Câu chuyện không được đăng ở đâu
story-state-wished = Quý vị muốn sửa lại. Câu chuyện không được đăng ở đâu
story-state-withdrawn = Đã rút lại. Câu chuyện không được đăng ở đâu
story-state-over = Sự cho phép đã hết. Câu chuyện không được đăng ở đâu
story-state-draft = Đang được sửa. Quý vị sẽ được hỏi lại trước khi đăng bất cứ điều gì
story-no-client = Quý vị không còn là khách hàng của chương trình, nên câu chuyện không được đăng ở đâu
story-your-wish = Điều quý vị muốn sửa
story-list-title = Các câu chuyện về cơ sở của quý vị
story-list-lead = Mỗi câu chuyện chỉ được đăng khi quý vị còn đồng ý, đúng nguyên văn điều quý vị đã đồng ý
story-list-none = Quý vị chưa được hỏi về câu chuyện nào
story-list-back = Tất cả các câu chuyện về cơ sở của quý vị
story-public-foot = Do { $program } kể, được phép chậm nhất đến { $day }. Sự cho phép có thể được rút lại bất cứ lúc nào. Khi đó trang này không còn nữa.

## Without a name: what workers are asked

survey-title = Công việc và tiền lương của quý vị, không cần tên
survey-lead = { $program } hỏi những người làm việc tại các xưởng trong vùng về tiền lương và công việc. Chỉ mất hai phút
survey-promise-anonymous = Không ai hỏi tên quý vị. Chúng tôi không lưu tên, nơi làm việc, số điện thoại hay địa chỉ thiết bị cùng với câu trả lời
survey-promise-employer = Chủ của quý vị không bao giờ thấy câu trả lời. Các cố vấn của chương trình cũng không thấy
survey-promise-totals = Chỉ công bố tổng số, không bao giờ của ít hơn { $k } người lao động
survey-promise-destroyed = Cho đến khi tính tổng số, các câu trả lời được khóa chung một chỗ. Tổng số chỉ tính một lần khi khảo sát kết thúc, sau đó mọi câu trả lời bị hủy
survey-promise-free = Quý vị không bắt buộc phải trả lời. Không có gì phụ thuộc vào việc này
survey-promise-back = Vì không ai biết câu trả lời nào là của quý vị, nên sau khi gửi thì không thể sửa hay rút lại
survey-pay = Quý vị được trả bao nhiêu một giờ, trước thuế?
survey-pay-why = Để biết công việc ở đây có đủ sống không, và không đủ cho ai. Nếu được trả theo tuần, hãy chia cho số giờ làm
survey-pay-below = Dưới { $high }
survey-pay-between = Từ { $low } đến { $high }
survey-pay-above = { $low } trở lên
survey-pass = Tôi bỏ qua câu này
survey-job = Quý vị làm loại công việc nào nhiều nhất?
survey-job-why = Để biết công việc nào trả đủ sống, và ai có được công việc đó
survey-job-51-0000 = Sản xuất: máy móc, lắp ráp, cắt, may, thực phẩm
survey-job-49-0000 = Lắp đặt, bảo trì và sửa chữa
survey-job-53-0000 = Kho, đóng gói, bốc xếp và lái xe
survey-job-17-0000 = Kỹ thuật, thiết kế, kiểm tra chất lượng và phòng thí nghiệm
survey-job-43-0000 = Văn phòng, đơn hàng và sổ sách
survey-job-41-0000 = Bán hàng
survey-job-37-0000 = Dọn dẹp và chăm sóc khuôn viên
survey-job-11-0000 = Quản lý
survey-job-other = Việc khác
survey-race-why = Để biết việc làm và tiền lương có được chia công bằng không. Chúng tôi lưu nhóm quý vị chọn; nếu chọn nhiều nhóm, chỉ lưu là nhiều nhóm
survey-language = Ở nhà quý vị nói ngôn ngữ nào nhiều nhất?
survey-language-why = Để có lớp học và giấy tờ bằng ngôn ngữ mọi người nói
survey-language-choose = Chọn một ngôn ngữ
survey-once = Xin chỉ gửi một lần, cho chính quý vị
survey-send = Gửi câu trả lời của tôi
survey-wrong-none = Chưa chọn gì. Hãy chọn ít nhất một câu trả lời, hoặc đóng trang này
survey-thanks-head = Cảm ơn quý vị
survey-thanks = Chúng tôi đã nhận câu trả lời, không có tên. Không ai biết câu nào là của quý vị
survey-thanks-back = Trang này không lưu gì về câu trả lời trên thiết bị này
survey-over-head = Khảo sát này đã kết thúc
survey-over = Không nhận thêm câu trả lời. Không có gì được lưu
survey-destroyed = Tổng số đã được tính, và mọi câu trả lời đã bị hủy
survey-full = Khảo sát này đã nhận đủ số câu trả lời. Không có gì được lưu
survey-crowded-head = Xin thử lại sau
survey-crowded = Trong một giờ qua có nhiều câu trả lời từ mạng này. Không có gì được lưu. Xin thử lại sau một giờ, hoặc dùng kết nối riêng của điện thoại
survey-soon-head = Khảo sát này chưa bắt đầu
survey-soon = Khảo sát bắt đầu vào { $day }. Xin trở lại lúc đó
survey-poster-head = Công việc của quý vị trả bao nhiêu? Cho chúng tôi biết, không cần tên
survey-poster = Quét mã bằng điện thoại. Hai phút. Chủ của quý vị không bao giờ thấy câu trả lời
survey-poster-until = Đến hết { $day }
