# LANGUAGE: Chinese, traditional script, in words that readers from Hong Kong, Guangdong and Taiwan share in New York and San Jose. "they" (他們) is the partner, "we" (我們) the program, "you" (您) the reader. Dates "by" a day include that day (在…或之前).

## The language itself

language-name = 繁體中文
language-direction = ltr
reviewed-by = none
reviewed-on = none

sentence-end = 。
sentence-space = {""}
list-comma = 、
list-and = { $first }和{ $last }
list-or = { $first }或{ $last }
number-group = ,
number-decimal = .
money = ${ $amount }
weekday = { $n ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[7] 星期日
}
month = { $n ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}
date-long = { $month }{ $day }日{ $weekday }
date-long-year = { $year }年{ $month }{ $day }日{ $weekday }
date-short = { $month }{ $day }日
date-short-year = { $year }年{ $month }{ $day }日

## Small phrases, without a space; "until" brings its comma

phrase-by = 在{ $day }或之前
phrase-by-over = （原定{ $day }或之前）
phrase-until = ，到{ $day }為止
phrase-on = 在{ $day }
phrase-around = 大約在{ $day }
phrase-next = 接下來
phrase-for-need = 尋求{ $word }方面協助
phrase-with-need = 在{ $word }方面
phrase-what = ：{ $word }

the-partner = 合作機構
your-advisor = 您的顧問
one-more-thing = 還有一樣東西要補上
work-is-done = 工作已經完成

## What a referral is for

need-business_development = 企業服務
need-technology_transfer = 新技術
need-real_estate = 場地
need-workforce = 招聘和培訓
need-entrepreneurship = 創業輔導計劃
need-training = 培訓

## Said in several places

nothing-to-do = 您不需要做任何事
nothing-to-do-now = 您現在不需要做任何事
nothing-expected = 不需要您做什麼
ask-again = 您隨時可以再次提出請求
not-against-you = 這不會對您不利
clock-stops = 在那之前，{ $org }的回覆時間暫停計算
says-outcome = { $org }表示：{ $outcome }
next-step-around = 接下來{ $around }：{ $step }
next-step-by = 接下來{ $by }：{ $step }
hear-more-around = 您{ $around }會收到更多消息

move-yours = 下一步由您{ $by }來做
move-advisor = 下一步由{ $advisor }來做。您現在不需要做任何事
move-partner = 下一步由{ $org }來做。您現在不需要做任何事
move-third-party = 我們大家都在等另一方。您現在不需要做任何事

## What is told at each step

told-reported = 這是{ $advisor }代{ $org }告知的
told-questions = 有問題嗎？請致電{ $phone }找{ $advisor }
told-have-request = 我們收到了您{ $for-need }的請求
told-advisor-answers = { $advisor }會{ $by }回覆您
told-nothing-shared-yet = 在您同意之前，不會向任何人分享任何資料
told-would-introduce = { $advisor }想介紹您給{ $org }認識
told-would-see-items = 他們會看到的就是這些資料：{ $items }
told-would-see = 您可以在這裡看到他們確實會看到哪些資料
told-can-say = 您可以{ $by }表示同意、作出修改或表示不同意
told-agreed-items = 您同意與{ $org }分享{ $items }{ $until }
told-agreed = 您同意與{ $org }分享我們給您看過的資料{ $until }
told-wrote-agreed-items = { $advisor }記下了：您同意與{ $org }分享{ $items }{ $until }
told-wrote-agreed = { $advisor }記下了：您同意與{ $org }分享我們給您看過的資料{ $until }
told-advisor-sends = { $advisor }接下來會送出請求
told-can-undo = 您可以在24小時內取消，也可以隨時停止。每家合作機構可以分開決定
told-nothing-was-shared = 沒有分享任何資料
told-other-ways = { $advisor }會{ $by }和您談談其他辦法
told-asked = 我們已請{ $org }{ $with-need }協助您
told-should-answer = 他們{ $by-or-next }應該會回覆
told-stopped-before = 在{ $org }看到之前，我們就停止了這項請求
told-comes-next = { $advisor }會{ $by }告訴您接下來怎麼做
told-not-sent = 您的請求沒有送給任何人
told-is-reading = { $org }收到了您的請求，正在細閱
told-should-decide = 他們{ $by-or-next }應該會作出決定
told-said-yes = 好消息：{ $org }答應了
told-will-contact = { $contact }會{ $by }聯絡您
told-someone-will-contact = 那裡會有人{ $by }聯絡您
told-if-they-do-not = 如果沒有人聯絡您，請在這裡告訴我們，我們會打電話給他們
told-cannot-help = { $org }無法在這件事上提供協助
told-another-option = { $advisor }會{ $by }給您另一個選擇
told-asked-advisor = { $org }請{ $advisor }再補上一樣東西{ $what }
told-advisor-answers-them = { $advisor }會{ $by }回覆他們
told-needs-one-thing = { $org }需要您提供一樣東西{ $what }
told-send-or-call-contact = 請{ $by }從這裡送出，或打電話給{ $contact }
told-send-or-call-advisor = 請{ $by }從這裡送出，或打電話給{ $advisor }
told-advisor-answered = { $advisor }回答了{ $org }的問題
told-have-answer = 謝謝您。我們收到了您的回答
told-up-to-partner = 現在又輪到{ $org }了
told-work-started = 與{ $org }的工作已經開始
told-news = { $org }那裡有新消息
told-on-pause = 這次轉介暫停了
told-check-again = 我們會在{ $review-day }再次查看
told-keep-place = 您的位置會保留
told-keep-place-number = 您的位置會保留：名單上第{ $place }位
told-moving-again = 這次轉介又繼續進行了
told-will-talk = { $advisor }會{ $by }和您談談接下來怎麼做

told-you-stopped = 您停止了這次轉介
told-stopped-as-you-asked = 按照您的要求，{ $advisor }停止了這次轉介
told-partner-told = 我們已經通知{ $org }
told-no-longer-open = 他們不能再在這裡打開您的資料
told-cannot-be-unread = 他們已經看過的內容無法收回
told-will-ask-other-help = { $advisor }會{ $by }問您是否想要其他協助
told-stopped-referral = 我們停止了這次給{ $org }的轉介
told-stopped-request = 我們停止了送給{ $org }的這項請求
told-asked-to-list = 我們請他們{ $by-until }列出為您做過的事
told-no-answer = { $org }沒有按時回覆
told-no-answer-days = { $waited ->
   *[other] { $org }在{ $waited }個工作天內沒有回覆
}
told-not-your-fault = 我們停止了這項請求。這不是您的錯
told-permission-ended = 您的分享授權已{ $on-until }結束
told-not-answered-stopped = { $org }還沒有回覆，所以我們停止了這項請求
told-advisor-calls = { $advisor }會{ $by }打電話給您
told-permission-with-ended = 您與{ $org }分享資料的授權已{ $on-until }結束
told-closed-and-paused = 他們不能再在這裡打開您的資料，這次轉介也暫停了
told-can-renew = 您可以延長授權，繼續進行，也可以讓授權結束
told-is-it-right = 是這樣嗎？符合您的需要嗎？
told-can-answer = 您可以{ $by }回答：是、部分是、不是，或者事情沒有發生
told-did-not-work = 這次沒有成功
told-talk-next-steps = { $advisor }會{ $by }和您談談下一步
told-ask-other-help = 您隨時可以請求其他協助
told-thanks-answer = 謝謝您的回答
told-wrote-answer = 謝謝您。{ $advisor }記下了您的回答
told-will-talk-about-it = { $advisor }會{ $by }和您談談這件事
told-change-until = 到{ $change-day }為止，您都可以更改您的回答
told-change-90 = 您可以在90天內更改您的回答
told-opened-again = 我們重新開始了這次轉介
told-partner-move-by = 下一步由{ $org }{ $by }來做
told-entry-mistake = 這項紀錄有誤，已經移除
told-correction = 更正：上一次的更新有誤
told-back-where = 您的轉介回到了原來那一步：{ $stands }
told-what-we-agreed = 我們說好的是：{ $agreed }
told-wrote-what-next = { $advisor }記下了我們說好的下一步
told-look-again = 我們會在{ $next-day }再看這件事
told-if-not-agreed = 如果這和您說好的不一樣，請在這裡告訴我們
told-trying = 我們接下來會試試{ $new-org }
told-trying-other = 我們接下來會試試另一家合作機構
told-as-asked-trying = 按照您的要求，我們接下來會試試{ $new-org }
told-as-asked-trying-other = 按照您的要求，我們接下來會試試另一家
told-ask-before = 在分享任何資料之前，我們會先問您

## Where it stands, as a clause

stands-draft = 正在準備
stands-requested = 已送交{ $org }
stands-received = { $org }正在細閱
stands-accepted = { $org }答應了
stands-rejected = { $org }無法在這件事上提供協助
stands-in-progress = 工作正在進行
stands-on-hold = 暫停中{ $until-review }
stands-completed = { $org }表示已經完成
stands-failed = 沒有成功
stands-cancelled = 已停止
stands-entered-in-error = 已移除

## The head of the page

head-to = { $name }，{ $what }
head-draft-yours = 在分享任何資料之前，我們需要您的回覆
head-draft = 我們正在準備您的請求
head-question-yours = 合作機構需要您提供一樣東西
head-requested = 您的請求已在合作機構那裡
head-received = 合作機構正在細閱您的請求
head-accepted = 合作機構答應了
head-rejected = 這家合作機構無法就您的請求提供協助
head-in-progress-yours = 下一步由您來做
head-in-progress = 工作正在進行
head-on-hold = 您的請求暫停了
head-completed-yours = 合作機構表示已經完成。是這樣嗎？
head-disputed = 您告訴我們情況不是這樣
head-completed = 您的請求已經完成
head-failed = 這次沒有成功
head-cancelled = 這項請求已停止
head-entered-in-error = 這項紀錄有誤

## What happens, and by when

page-nothing-before-yes = 在您同意之前，不會分享任何資料
page-writing-down = { $advisor }正在記下您的需要
page-hear-from-us = 我們會{ $by }給您消息
page-ask-before = 在分享任何資料之前，我們會先問您
page-partner-will-contact = { $org }會{ $by }聯絡您
page-if-they-do-not = 如果他們沒有聯絡您，請告訴我們，我們會打電話給他們
page-keep-place-check = 您的位置會保留，我們會在{ $review-day }再次查看
page-told-not-so = 您告訴我們情況不是這樣。{ $advisor }會{ $by }和您談談
page-not-so = 您告訴我們情況不是這樣
page-taken-out = 紀錄已經移除
page-has-it = { $org }收到了
page-is-reading-it = { $org }正在細閱
page-usually = { $days ->
   *[other] 他們通常在{ $days }個工作天內回覆
}
page-if-nothing-by = 如果到{ $due }還沒有消息，我們會打電話給他們，並告訴您
page-tell-when-answer = 他們回覆後，我們會告訴您
page-asked-you = { $org }問您：{ $question }
page-asked-advisor = { $org }問{ $advisor }：{ $question }
page-working-with = 您正在和{ $org }一起工作
page-all-waiting = 我們大家都在等另一方作決定
page-elsewhere = 在這件事記錄到這裡之前，已經詢問過{ $org }。這裡不會分享您的任何資訊，{ $advisor }會記錄後續情況
page-ask-help-again = 您隨時可以再次請求協助

## Do you need to do anything?

do-no = 不需要
do-not-now = 現在不需要
do-question = 需要：{ $question }
do-send-here = 請{ $by }從這裡送出
do-look-and-say = 需要：請{ $by }看看會分享哪些資料，並表示同意或不同意
do-tell-if-right = 需要：請{ $by }告訴我們情況是否屬實、是否符合您的需要
do-step = 需要，請{ $by }完成：{ $step }
do-tell-when-ready = 需要：您準備好繼續時，請{ $by }告訴{ $advisor }
do-partner-waits = 需要：{ $org }正等著您{ $by }回覆

## The five stations

station-you-asked = 您提出的需要：{ $need }
station-we-wrote = 我們記下了您的需要：{ $need }
station-ask = 我們詢問{ $org }
station-ask-someone = 我們詢問一家合作機構
station-asked = 我們已詢問{ $org }
station-asked-someone = 我們已詢問一家合作機構
station-said-no = 合作機構沒有答應
station-said-yes = 合作機構答應了
station-reviews = 一家合作機構查看請求
station-started-business_development = 您和他們一起展開工作
station-started-technology_transfer = 您與專家見面
station-started-real_estate = 您去看場地
station-started-workforce = 您與可聘請或培訓的人見面
station-started-entrepreneurship = 您開始參加計劃
station-training-started = 您開始參加培訓
station-result-business_development = 結果
station-result-technology_transfer = 結果
station-result-real_estate = 可以或不可以
station-result-workforce = 結果
station-result-entrepreneurship = 您完成計劃
station-training-result = 您完成培訓
station-note-wrote = { $advisor }記下了您的需要
station-note-agreed = 您已同意分享。接下來由我們發送
station-note-expected = 預計在{ $due }或之前
station-note-set-time = 我們會和您一起定時間
station-note-if-no = 如果不可以，我們會告訴您原因，並再次尋找
station-note-ask-met = 我們會問您，這是否符合您的需要

## The notice around it. A space after {"{link}"}, so that a phone sees where the address ends.

notice-subject = { $program }：有新消息
notice-text = { $phone ->
    [none] { $program }：有新消息。{"{link}"}
   *[other] { $program }：有新消息。{"{link}"} 有問題嗎？請致電{ $phone }
}
notice-hello = { $name ->
    [none] 您好：
   *[other] { $name }，您好：
}
notice-see =
    查看現在到了哪一步：{"{link}"}
    這是私人連結。任何人有了這個連結，都能看到網頁。
    要查看您的所有請求，請用代碼登入：{"{sign-in}"}
told-message = 您有一則留言。請打開您的網頁閱讀和回覆。
told-renewed = 您延長了與{ $org }分享資料的授權，到{ $day }為止
told-wrote-renewed = { $advisor }記下了：您延長了與{ $org }分享資料的授權，到{ $day }為止
told-can-undo-24 = 您可以在24小時內取消，也可以隨時停止

## Reminders

remind-call = { $phone ->
    [none] 告訴{ $advisor }
   *[other] 致電{ $phone }找{ $advisor }
}
remind-consent-answer = 我們問過您，是否可以與{ $org }分享您的請求。請在{ $day }或之前表示同意或不同意。在您同意之前，不會分享任何資料。
remind-consent-answer-late = 我們問過您，是否可以與{ $org }分享您的請求。您現在仍然可以表示同意或不同意。在您同意之前，不會分享任何資料。
remind-first-contact = { $org }答應了，並承諾在{ $day }或之前聯絡您。有人打過電話給您嗎？如果沒有，請{ $call }。
remind-confirm = { $org }表示已經完成。這對您有幫助嗎？請在{ $day }或之前告訴我們。這只需要一分鐘，您的回答很重要。
remind-confirm-late = { $org }表示已經完成。這對您有幫助嗎？您現在仍然可以告訴我們。這只需要一分鐘，您的回答很重要。
remind-question = { $org }還需要您在{ $day }或之前提供一樣東西。請從您的網頁送出，或{ $call }。
remind-question-late = { $org }還需要您提供一樣東西。請從您的網頁送出，或{ $call }。
remind-consent-near = 您與{ $org }分享資料的授權將在{ $day }結束，也就是一星期後。如果要繼續，請在您的網頁上延長授權，或{ $call }。如果您什麼都不做，授權就會結束。
remind-consent-ends = 您與{ $org }分享資料的授權將在{ $day }結束。如果要繼續，請在那之前到您的網頁上延長授權，或{ $call }。如果您什麼都不做，授權就會結束。
remind-news = 您的請求有新消息。請查看您的網頁，或{ $call }。

## What is shared, inside a sentence

field-need = 您的需要
field-business_name = 企業名稱
field-contact_name = 聯絡人姓名
field-telephone = 電話
field-email = 電子郵件
field-address = 地址
field-product = 生產的產品
field-workers = 員工人數
field-years_in_business = 營業年數

## Codes: reasons, stages, outcomes and next steps

code-decline-any-not_eligible_location = 他們只服務其他地區。
code-decline-any-not_eligible_size = 他們只服務其他規模的企業。
code-decline-any-not_eligible_sector = 他們只服務其他類型的企業。
code-decline-any-not_eligible_stage = 他們只服務處於更早或更晚階段的企業。
code-decline-any-not_eligible_ownership_or_certification = 他們要求一種證書，您的企業目前沒有。
code-decline-any-not_eligible_credit_or_financials = 他們對信用或帳目紀錄的規定，目前不適合您的情況。
code-decline-any-not_eligible_legal_status = 他們只服務其他法律形式的企業。
code-decline-any-not_eligible_other = 他們的規定不適合您的請求。
code-decline-any-no_capacity_now = 他們目前名額已滿。
code-decline-any-waitlist_closed = 他們名額已滿，等候名單也關閉了。
code-decline-any-programme_paused_or_ended = 他們的計劃已經暫停或結束。
code-decline-any-funds_exhausted = 他們用於這方面的資金暫時用完了。
code-decline-any-service_not_offered = 他們不提供這類協助。
code-decline-any-language_not_offered = 他們不能用您的語言提供這項協助。
code-decline-any-already_served_here = 您已經在接受他們的這項協助。
code-decline-any-duplicate = 他們已經有您的這項請求。
code-decline-any-not_enough_information = 他們從我們這裡得到的資料不夠，無法決定。
code-decline-any-wrong_contact = 我們把請求送錯了辦公室。
code-decline-any-no_suitable_site = 他們沒有適合您需要的場地。
code-decline-any-no_suitable_candidates = 他們沒有適合這份工作的人可以介紹。
code-decline-any-no_matching_expertise = 他們沒有您需要的這方面的專家。
code-decline-any-conflict_of_interest = 他們已經在和另一方合作，那一方的利益可能與您的利益有衝突。
code-decline-any-other = 他們提出了其他原因。
code-hold-any-waitlist = 您在他們的等候名單上。
code-hold-any-waiting_client_information = 他們在等您的文件或資料。
code-hold-any-waiting_client_decision = 他們在等您作決定。
code-hold-any-waiting_advisor = 您的顧問需要先做一件事。
code-hold-any-waiting_third_party = 我們在等另一方，例如房東、貸款機構或市政府。
code-hold-any-cohort_or_season_start = 這會和下一期一起開始。
code-hold-any-funding_decision = 我們在等資金方面的消息。
code-hold-any-permit_or_zoning = 我們在等許可證或土地分區的決定。
code-hold-any-client_asked_to_pause = 您要求暫停。
code-hold-any-consent_expired = 您的分享授權已結束。
code-hold-any-partner_staffing = 他們目前人手不足。
code-hold-any-other = 暫停有其他原因。
code-cancel-any-no_longer_needed = 您告訴我們，您不再需要這項協助。
code-cancel-any-found_help_elsewhere = 您在別處找到了協助。
code-cancel-any-not_the_right_time = 您告訴我們，現在時機不合適。
code-cancel-any-concern_about_partner = 您告訴我們，您對這家合作機構有顧慮。
code-cancel-any-privacy_concern = 您告訴我們，您對隱私有顧慮。
code-cancel-any-cost_or_terms = 您告訴我們，費用或條件不適合您。
code-cancel-any-no_reason_given = 您不必說明原因。
code-cancel-any-wrong_partner = 我們把請求送給了一家不合適的合作機構。
code-cancel-any-better_option_found = 我們為您找到了更好的選擇。
code-cancel-any-duplicate = 同樣的請求已經有了。
code-cancel-any-need_changed = 您的需要有了改變。
code-cancel-any-partner_closed = 這家合作機構已經關閉。
code-cancel-any-contract_ended = 我們與這家合作機構的合約已經結束。
code-cancel-any-no_response_from_partner = 他們沒有按時回覆。
code-cancel-any-consent_refused = 您不想分享您的資料。
code-cancel-any-consent_revoked = 您結束了分享授權。
code-cancel-any-consent_expired = 您的分享授權已結束。
code-cancel-any-not_sent = 我們沒有送出這項請求。
code-cancel-any-not_selected = 我們詢問了幾家合作機構，選定的是另一家。
code-cancel-any-business_closed = 您的企業已經結業。
code-cancel-any-business_moved_away = 您的企業已經搬到別處。
code-cancel-any-other = 有其他原因。
code-fail-any-could_not_contact_client = 他們試過聯絡您，但聯絡不上。
code-fail-any-client_missed_appointments = 原定的會面沒有進行。
code-fail-any-client_declined_offer = 您選擇不接受他們提供的方案。
code-fail-any-found_not_eligible_later = 他們後來發現，他們的規定不適合您的請求。
code-fail-any-funds_exhausted_later = 他們用於這方面的資金用完了。
code-fail-any-documents_not_completed = 還缺一些文件。
code-fail-any-terms_not_acceptable = 他們提出的條件不適合您。
code-fail-any-third_party_said_no = 另一方（例如貸款機構或房東）沒有答應。
code-fail-any-zoning_or_permit_refused = 市政府沒有批准所需的許可證或土地分區。
code-fail-any-site_lost_to_other_tenant = 這個場地給了別人。
code-fail-any-technology_not_feasible = 測試顯示，這項技術不適用於這件事。
code-fail-any-no_hire_made = 沒有聘請任何人。
code-fail-any-partner_capacity_lost = 他們不能再做這項工作。
code-fail-any-partner_stopped_responding = 他們不再回覆我們。
code-fail-any-other = 有其他原因。
code-next_step-any-re_referred = 我們正在和您一起試另一家合作機構。
code-next_step-any-other_help_given = 我們用其他方式協助您。
code-next_step-any-client_will_retry_later = 您想以後再試。
code-next_step-any-client_wants_nothing_more = 在這件事上，您現在不想要更多協助。
code-next_step-any-could_not_reach = 我們試過聯絡您，但聯絡不上。
code-next_step-any-checked_in = 我們問了還有誰在那裡工作。
code-next_step-any-no_service_exists = 據我們所知，沒有人提供這種協助。我們已經記下缺少這種協助。
code-reopen-any-disputed_outcome = 您告訴我們，結果和他們說的不一樣。
code-reopen-any-reported_by_mistake = 之前誤報為已經結束。
code-missing-any-time = 花的時間太長。
code-missing-any-quality = 協助不夠好。
code-missing-any-cost = 費用太高。
code-missing-any-respect = 您沒有受到尊重。
code-missing-any-language = 沒有使用您的語言。
code-missing-any-fit = 這不是您需要的。
code-missing-any-other = 還缺少別的東西。
code-stage-any-awaiting_consent = 在分享任何資料之前，我們需要您同意
code-stage-any-awaiting_information = 他們在等一樣東西
code-stage-any-intro_scheduled = 第一次會面的時間已經定好
code-stage-any-intro_held = 第一次會面已經進行
code-stage-any-intro_missed = 第一次會面沒有進行
code-stage-any-intro_moved = 第一次會面改了日期
code-stage-business_development-scoping = 您和他們商量好要做的事
code-stage-business_development-working = 他們正在和您一起做這件事
code-stage-business_development-deliverable_review = 您和他們一起看結果
code-stage-business_development-application_prepared = 您和他們一起準備申請
code-stage-business_development-application_submitted = 申請已經遞交
code-stage-business_development-decision_pending = 申請正在等候決定
code-stage-technology_transfer-need_defined = 他們知道您需要什麼
code-stage-technology_transfer-expert_matched = 已為您的問題找到專家
code-stage-technology_transfer-nda_or_terms = 您和他們商量好條件和保密事項
code-stage-technology_transfer-assessment = 專家查看您的生產流程
code-stage-technology_transfer-pilot_or_prototype = 您試用看看
code-stage-technology_transfer-licence_or_adoption = 您和他們商量好您可以怎樣使用
code-stage-technology_transfer-integration = 正在您的工場裡開始使用
code-stage-real_estate-requirements_confirmed = 他們知道您需要什麼場地
code-stage-real_estate-search = 他們正在尋找合適的場地
code-stage-real_estate-tours = 您去看場地
code-stage-real_estate-offer_or_loi = 正在擬寫場地的出價
code-stage-real_estate-negotiation = 您商談租金和條件
code-stage-real_estate-financing_or_fit_out = 您安排資金或場地的裝修
code-stage-real_estate-lease_or_purchase_signed = 場地的文件已經簽好
code-stage-real_estate-moved_in = 您已經搬進去
code-stage-workforce-job_order = 他們知道您想請人的職位
code-stage-workforce-candidates_sent = 他們已經介紹人來與您見面
code-stage-workforce-interviews = 您與應徵的人見面
code-stage-workforce-offers = 您發出錄用通知
code-stage-workforce-training_scheduled = 培訓日期已經定好
code-stage-workforce-training_under_way = 培訓正在進行
code-stage-workforce-placed = 新員工已經開始工作
code-stage-entrepreneurship-application = 您填寫申請表
code-stage-entrepreneurship-interview = 您與計劃的人員見面
code-stage-entrepreneurship-admitted = 您在計劃中有了名額
code-stage-entrepreneurship-attending = 您正在參加計劃
code-stage-entrepreneurship-milestone = 您達到了計劃的一個目標
code-stage-entrepreneurship-graduated = 您已經完成計劃
code-outcome-any-fully_met = 您得到了所請求的全部協助
code-outcome-any-partly_met = 您得到了所請求的部分協助
code-outcome-any-information_only = 您得到了資料
code-outcome-any-delivered_result_pending = 已經提供了協助，結果還不知道
code-outcome-business_development-plan_or_books_done = 您的計劃書或帳目已經完成
code-outcome-business_development-financing_applied = 您申請了貸款或其他資金
code-outcome-business_development-financing_obtained = 您得到了貸款或其他資金
code-outcome-business_development-grant_obtained = 您得到了補助金
code-outcome-business_development-certification_obtained = 您得到了證書
code-outcome-business_development-contract_won = 您取得了一份合約
code-outcome-business_development-legal_matter_settled = 您的法律事務已經解決
code-outcome-business_development-market_entered = 您在新的市場銷售
code-outcome-technology_transfer-assessment_delivered = 您得到了一份關於生產流程的報告
code-outcome-technology_transfer-facility_access = 您使用了實驗室或工場
code-outcome-technology_transfer-prototype_built = 您的樣品已經做好
code-outcome-technology_transfer-equipment_or_process_adopted = 您使用了新設備或新流程
code-outcome-technology_transfer-licence_signed = 您簽了使用權合約
code-outcome-technology_transfer-ip_filed = 您遞交了保護創意的申請
code-outcome-technology_transfer-joint_project_funded = 您的合作項目得到了資金
code-outcome-real_estate-lease_signed = 您簽了租約
code-outcome-real_estate-purchase_closed = 您買下了場地
code-outcome-real_estate-stayed_in_place = 您續簽了租約，留在原處
code-outcome-real_estate-expanded_in_place = 您在原處有了更多場地
code-outcome-real_estate-shared_or_temporary_space = 您有了共用或短期的場地
code-outcome-real_estate-displacement_avoided = 您不必離開您的場地
code-outcome-real_estate-relocation_out_of_area = 您搬到了本地區以外的場地
code-outcome-workforce-hires = 您聘請了人
code-outcome-workforce-incumbent_workers_trained = 您的員工接受了培訓
code-outcome-workforce-apprenticeship_registered = 您的學徒計劃已經登記
code-outcome-workforce-retention_90_days = 您聘請的人在90天後仍在工作
code-outcome-entrepreneurship-enrolled = 您參加了計劃
code-outcome-entrepreneurship-graduated = 您完成了計劃
code-outcome-entrepreneurship-business_registered = 您的企業已經登記
code-outcome-entrepreneurship-first_sale = 您做成了第一筆生意
code-outcome-entrepreneurship-left_early = 您提早離開了計劃

## A unit came free: whole sentences

vacancy-text = { $phone ->
    [none] { $program }：有新消息。
   *[other] { $program }：有新消息。請致電{ $phone }。
}
vacancy-told = 有一處空出來的場地，可能適合您的需要。您希望我們去問一問嗎？
vacancy-news = { $phone ->
    [none] 您請我們找的場地有新消息。
   *[other] 您請我們找的場地有新消息。請致電{ $phone }。
}
vacancy-enough = 您說過希望收到這樣的消息。如果不想再收到，請告訴我們。

## The frame of every page

skip = 跳到主要內容
languages = 語言



## Own pages: what every one of them says

title-error = 有錯誤：{ $title }
errors-to-fix = { $n ->
   *[other] 有{ $n }處需要修改
}
pages-of-list = 此清單的網頁
pages-first = 第一頁
pages-next = 下一頁
day-and-hour = { $day } { $hour }
clock = { $half ->
    [am] 上午
   *[pm] 下午
}{ $hour }:{ $minute }
optional = 可不填
choose = 請選擇
no-answer = 不回答
yes = 是
partly = 部分是
no = 不是
have-code = 我有代碼
your-request-for = 您的請求：{ $need }
urgency-this_week = 本週
urgency-this_month = 本月
urgency-this_quarter = 三個月內
urgency-no_rush = 不急
code-heading = 輸入您的代碼
code-where = 代碼在您收到的信裡，或由我們讀給您聽
code-reference = 編號
code-reference-hint = 例如R-1187
code-code = 代碼
code-code-hint = 12個字母和數字；大小寫、空格和連字號都沒有關係
code-open = 打開
code-no-code = 不能用，或者您沒有代碼？請打電話給我們，我們在電話裡幫您：
code-wrong = 這個編號和這個代碼放在一起打不開任何網頁。請檢查這兩項；錯誤十次以後需要等30分鐘
link-stopped = 此連結已失效
link-stopped-why = 為了保護您的資料，連結的有效期是90天；用代碼打開的網頁會在30分鐘後關閉
link-stopped-next = 您的顧問可以給您發一個新連結
face-signed-out = 您離開了一段時間
face-signed-out-next = 網頁自動關閉了。請再次打開您的連結，或輸入您的代碼
face-nothing-here = 這裡沒有內容
face-nothing-here-next = 這個地址不完整，或者不是您可以查看的網頁。請再次打開我們發給您的連結，或輸入您的代碼
face-not-allowed = 在這裡不能這樣做
face-not-allowed-next = 沒有儲存任何內容。請用您的連結或代碼再次打開網頁，在那裡按按鈕
face-refused = 這沒有成功
face-changed = 您打開以後，有人更改了內容
face-changed-next = 沒有儲存任何內容。請返回並重新載入網頁，如果您的內容仍然正確，請再發送一次
face-busy = 一時操作太多
face-busy-next = 沒有儲存任何內容。請稍等片刻再試
face-no-room = 現在無法儲存
face-no-room-next = 沒有儲存任何內容。請返回並保留您寫的內容，稍後再試，或打電話給我們
face-too-large = 內容太長
face-too-large-next = 沒有儲存任何內容。請返回，縮短後再發送
face-broke = 出了問題
face-broke-next = 這不是您的錯，也沒有什麼事只做了一半。請再試一次。如果還是不行，請打電話給我們
face-broke-number = 請告訴我們這個號碼：
complaint-choose = 請選擇清單中的一個答案
complaint-date = 請寫日期，例如2026-11-22或11/22/2026。您輸入的是{ $typed }
complaint-email = 請寫電子郵件地址，例如name@example.org。您輸入的是{ $typed }
complaint-email-needed = 請寫電子郵件地址
complaint-telephone = 請寫電話號碼，例如555-010-0110。您輸入的是{ $typed }
complaint-character = { $what }中有無法顯示的字元。請去掉它再寫一次
complaint-unseen = { $what }中的第{ $n }個字元看不見。它可能是複製文字時帶來的。請去掉它再寫一次
complaint-number = { $what }中有一個看起來像社會安全號碼或ITIN的號碼。這裡從不保存這類號碼。請把它去掉
complaint-telephone-number = 這看起來像社會安全號碼或ITIN。這裡從不保存這類號碼。請寫電話號碼
complaint-too-long = 請把{ $what }縮短到{ $most }個字元以內。現在有{ $length }個
complaint-fill-in = 請填寫{ $what }
complaint-what-message = 您的留言
complaint-what-need = 您的需要
complaint-what-answer = 您的回答
complaint-what-comment = 您的補充
complaint-what-reason = 原因
complaint-write-need = 請寫下您的需要
complaint-shorten-need = 請把您的需要縮短到2,000個字元以內
complaint-write-message = 請先寫下您的留言
complaint-readers = 請選擇由誰閱讀。只有在合作機構已經答應、並且可以看到您的姓名時，才能寫給它
complaint-form-broken = 無法讀取這份表格：有一欄缺少、重複，或者不是我們表格裡的。請返回並重新載入網頁，然後再發送一次
complaint-form-incomplete = 這份表格不完整。請返回並重新載入網頁，然後再發送一次
complaint-language = 請選擇網頁上的一種語言
complaint-tick-one = 請至少選一個，然後再按一次
complaint-many-requests = 您已經有{ $most }項請求在等待回覆。請打電話給我們
complaint-message-now = 現在不能寫：合作機構還沒有答應，或者不能再看到您的姓名
complaint-messages-full = 這裡已經有{ $most }則留言。請改用電話聯絡
complaint-not-shared = 這次轉介沒有在進行，所以不再分享任何資料
complaint-no-yes = 沒有可以撤回的同意
complaint-renew-later = 現在不需要延長這項授權
complaint-answer-90 = 在結束後的90天內可以回答或更改回答
letter-dear = { $name }，您好
letter-what-for = 用這個代碼，您可以查看請求的進展，對分享表示同意或不同意，回答問題，給我們留言，或停止請求。您不需要密碼，也不需要電子郵件
letter-open = 在手機或電腦上打開這個地址：
letter-reference = 輸入編號：
letter-code = 輸入代碼：
letter-until = 代碼的有效期到{ $day }。請不要告訴別人：有代碼的人都可以打開您的網頁。它從不顯示您對個人情況的回答
letter-talk = { $phone ->
    [none] 想直接和人談談？請聯絡{ $program }
   *[other] 想直接和人談談？請打電話給{ $program }：{ $phone }
}
letter-all-by-phone = 網頁上的一切也都可以在電話裡辦理
notice-answer =
    請在這裡回答：{"{link}"}/answer
    這個連結是私人的。有連結的人都可以看到網頁。



## Own pages: status, sharing, messages, stopping, answers

do-heading = 您需要做什麼嗎？
stands-heading = 進展情況
station-done = 已完成：
station-now = 現在：
station-later = 以後：
now = 現在
questions = 有問題嗎？
your-advisor-is = { $program }的{ $advisor }是您的顧問
call-advisor = 打電話給{ $advisor }
text-advisor = 發簡訊給{ $advisor }
answer-the-message = 請直接回覆帶您來到這裡的那則訊息。
help-with-something-else = 請求其他協助
foot-no-password = 不需要密碼
foot-link = 編號{ $reference }。這是您的私人網頁：有連結的人都可以看到。有效期到{ $day }
agreed-and-next = 您同意分享。接下來{ $advisor }會把您的請求發給{ $org }。您隨時可以停止。
changed-since = 您打開這個網頁以後，情況有了變化。您發送的內容沒有儲存。請再看一遍網頁，如果仍然正確，請再發送一次
not-possible-now = 現在不能這樣做。請再看一遍網頁：上面有您的請求的進展情況
answer-heading = 發送您的回答
answer-label = 您的回答
answer-send = 發送我的回答
missing-answer = 請先寫下您的回答
missing-need-met = 請告訴我們您是否得到了需要的協助：是、部分是或不是
missing-reason = 請用您自己的話寫下原因
missing-comment = 請用您自己的話告訴我們缺少了什麼
missing-something = 這裡缺少內容
met-heading = 有幫助嗎？
met-heading-change = 您的回答
met-you-said = 您的回答是：
met-question = 您得到需要的協助了嗎？
met-say-more = 如果願意，可以多說一些
happened-question = 事情和他們說的一樣嗎？
not-quite = 不完全是
was-missing-question = 缺少了什麼？
respect-question = 您受到尊重了嗎？
respect-5 = 是，完全受到
respect-4 = 大部分受到
respect-3 = 部分受到
respect-2 = 很少受到
respect-1 = 沒有，完全沒有
comment-label = 想補充的話
comment-readers = 誰可以看您寫的話？
comment-program = 只有我們計劃的人
comment-partner = 合作機構也可以
own-words = 用您自己的話
own-words-hint = 用您自己的話
stop-heading = 要停止這次轉介嗎？
stop-button = 停止這次轉介
stop-partner-told = 我們會通知{ $org }停止
stop-not-open = 這次轉介現在沒有在進行，所以沒有什麼需要停止
stop-go-back = 返回，不停止
stop-why = 為什麼？
stop-no-other-help = 我不需要這方面的其他協助
why-no_longer_needed = 我不再需要了
why-found_help_elsewhere = 我在別處得到了協助
why-not_the_right_time = 現在不是合適的時候
why-concern_about_partner = 我對這家合作機構有顧慮
why-privacy_concern = 我對我的隱私有顧慮
why-cost_or_terms = 費用或條件不適合我
why-no_reason_given = 我不想說
back-to-request = 回到您的請求
asked-before = 您提出過的請求
asked-answer-by = 我們收到了。會有人在{ $day }或之前回覆您
asked-answer-soon = 我們收到了。很快會有人回覆您
asked-over = 這件事已經結束
asked-looks-after = 由{ $advisor }負責
ask-kind = 是關於什麼的？
ask-need = 您需要什麼？
ask-urgency = 什麼時候需要？
ask-button = 請求協助
ask-when = 兩個工作天內會有人回覆您
still-on-hold = 暫停期間，合作機構的回覆時間暫停計算
still-since = { $left ->
    [0] 合作機構的回覆時間從{ $day }起暫停計算
   *[other] 合作機構的回覆時間從{ $day }起暫停計算，還剩{ $left }個工作天
}
trainees-sent = { $n ->
   *[other] 您的企業有{ $n }人被送去培訓
}
trainees-few = 每個人的情況由他們自己來說：少於{ $fewest }人時只顯示人數
trainees-how = { $n ->
   *[other] 您的企業有{ $n }人被送去培訓：{ $under-way }人正在培訓，{ $finished }人已完成
}
trainees-many = 每個人看自己的網頁；您只看到人數
messages = 留言
thread-nothing-yet = 還沒有留言
thread-says-readers = 每則留言都寫明誰會看到
thread-all = { $n ->
   *[other] 全部{ $number }則留言
}
thread-write = 寫留言
thread-at-most = 最多{ $most }個字元
thread-who-reads = 誰會看到？
thread-send = 發送留言
thread-closed = 現在不能在這裡留言。請打電話
thread-read-by = 閱讀者：{ $names }
thread-will-read = { $n ->
   *[other] { $names }會看到
}
thread-you = 您
thread-you-inside = 您
thread-by-partner = { $name }，{ $org }
share-heading = 我們可以分享這些嗎？
share-yes = { $n ->
    [1] 同意，分享這些
   *[other] 同意，與這{ $n }家都分享
}
share-no = 不同意，不分享
share-leave-out = 如果想去掉某一項，請打電話給{ $advisor }
share-some = 只與其中幾家分享
share-ticked = 同意，與我選中的分享
sees-heading = 合作機構可以看到什麼
sees-no-more = 不能再看到任何資料：他們通向這項請求的連結已關閉
sees-never-opened = 沒有。他們從未打開您的請求，所以沒有分享任何資料
sees-nothing = 沒有。您現在沒有有效的授權
sees-when-sent = 現在還沒有。我們發送請求以後，他們會看到您需要什麼、什麼時候需要、行業類別、大約有多少人和您一起工作，以及您所在的地區
sees-rough = 您需要什麼、什麼時候需要、行業類別、大約有多少人和您一起工作，以及您所在的地區
sees-by-name = 您要求我們用姓名介紹您，所以他們還會看到：{ $items }
sees-after-yes = 他們答應了，所以還會看到：{ $items }
sees-only-after-yes = 只有在他們答應以後，還會看到：{ $items }
sees-no-fields = 不分享其他內容
sees-until = 您同意了這些。最晚在{ $day }結束
sees-exact-words = 您同意的原文
sees-opened-details = { $n ->
   *[other] 您的保密內容：他們打開過{ $n }次，最近一次是{ $day }
}
no-longer-needed = 我不再需要了
renew-ends = 您的授權快要結束了
renew-ended = 您的授權已經結束
renew-how = 如果要繼續，請讓{ $org }在同樣長的時間裡看到同樣的內容
renew-or-not = 如果您什麼都不做，授權就會結束
renew-button = 延長我的授權
undo-heading = 取消我的同意
undo-until = 您可以在{ $moment }之前取消
undo-was-read = { $org }已經打開了您的請求
undo-rest-stops = 其他一切都會停止
undo-not-read = { $org }還沒有打開您的請求，所以沒有分享任何資料，以後也不會
undo-button = 取消：不分享
others-heading = 這件事也詢問了這些機構
others-stop = 停止與{ $org }分享
others-each = 每一家都可以分別停止
with-not-sent = 還沒有發送
with-not-looked = 還沒有看
with-reading = 正在細閱
with-said-yes = 答應了
with-on-pause = 暫停
with-cannot-help = 無法協助
with-done = 已完成
with-stopped = 已停止
consent-question = { $program }可以與{ $partners }分享以下內容，請他們幫助您嗎？事由：{ $need }
consent-line = { $label }：{ $value }
consent-line-after = { $label }（只有在他們答應以後）：{ $value }
consent-need-of = 給{ $org }：{ $need }
consent-secret = 保密內容：只有在您和{ $org }簽署保密協議以後
consent-by-name = { $n ->
   *[other] 您希望我們用姓名介紹您，所以{ $partners }馬上就能看到全部內容
}
consent-at-first = { $n ->
   *[other] 一開始{ $partners }只能看到您需要什麼、什麼時候需要、您的行業類別、大約有多少人和您一起工作，以及您所在的地區
}
consent-rest = { $n ->
    [1] 只有在他們答應以後才能看到其餘內容
   *[other] 每一家只有在答應以後才能看到其餘內容
}
consent-never = 絕不會與他們分享您的種族、性別或服兵役情況
consent-ends = 這項授權在轉介結束30天後結束，最晚在{ $day }結束
consent-undo = 您可以在24小時內取消，也可以隨時停止
consent-each = 您可以對其中一家停止，也可以對全部停止
consent-unread = 在那之前他們已經看過的內容無法收回
sheet-tt_type = 想要的協助類型
sheet-process = 製程
sheet-trl_now = 現在成熟到什麼程度？（TRL）
sheet-trl_target = 希望成熟到什麼程度？（TRL）
sheet-mrl_now = 現在製造成熟到什麼程度？（MRL）
sheet-mrl_target = 希望製造成熟到什麼程度？（MRL）
sheet-ip_status = 構想的保護
sheet-ip_owner = 歸誰所有？
sheet-nda_wanted = 是否需要先簽保密協議？
sheet-lab_wanted = 想要的實驗室或提供方
sheet-equipment_wanted = 需要的設備
sheet-materials = 材料
sheet-lab_minutes_wanted = 需要的小時數
sheet-safety_training = 安全培訓完成了嗎？
sheet-tt_deadline = 截止日期
sheet-sbir_agency = SBIR或STTR：聯邦機構
sheet-sbir_phase = SBIR或STTR：階段
sheet-sbir_topic = SBIR或STTR：主題編號
sheet-export_control = 是否受出口管制（ITAR或EAR）？
sheet-uei = UEI
sheet-cage = CAGE代碼
sheet-sam_status = SAM註冊
sheet-matching_cents = 已有的配套資金
sheet-bd_topic = 主題
sheet-funding_sought_cents = 尋求的資金
sheet-funding_use = 資金用途
sheet-papers_ready = 已準備好的文件
sheet-certificate_wanted = 想要的證書
sheet-bd_deadline = 截止日期
sheet-own_money_cents = 已有的自有資金
sheet-venture_stage = 創業處於什麼階段？
sheet-cohort_wanted = 想參加的計劃或班級
sheet-cohort_by = 最晚開始日期
sheet-times_possible = 合適的時間
sheet-program_topics = 想學的內容
sheet-childcare_words = 托兒情況，用您自己的話
sheet-transit_words = 交通情況，用您自己的話
sheet-work_wants = 需要什麼？
sheet-job_title = 職位
sheet-people_wanted = 多少人？
sheet-wage_low_cents = 提供的薪資，最低
sheet-wage_high_cents = 提供的薪資，最高
sheet-week_hours = 每週工時
sheet-shifts = 班次
sheet-skills = 技能
sheet-work_languages = 工作語言
sheet-training_wanted = 想要的培訓
sheet-apprenticeship = 是否採用學徒制？
sheet-work_starts_on = 開始時間
sheet-benefits_words = 福利
sheet-getting_there = 員工如何上班
unit-people = { $n ->
   *[other] { $number }人
}
unit-hours-a-week = { $n ->
   *[other] 每週{ $number }小時
}
unit-hours = { $number }小時
answer-page-link = 查看進展情況
contact-heading = 有人給您打過電話嗎？
contact-why = { $org }答應了，並承諾聯絡您
contact-yes = 是的，打過了
contact-no = 沒有，還沒打
contact-yes-said = 是的，他們給我打過電話了。
contact-no-said = 沒有，還沒有人給我打電話。
renew-heading = 要延長您的授權嗎？
years-less-than-one = 不到一年
choice-any-yes = 是
choice-any-no = 否
choice-any-other = 其他
choice-any-none = 沒有
choice-tt_type-university_licence = 大學授權或選擇權
choice-tt_type-federal_lab = 聯邦實驗室：CRADA、授權、合作協議或使用者設施
choice-tt_type-sbir_sttr = SBIR或STTR
choice-tt_type-mep_project = 製造業推廣（MEP）計劃
choice-tt_type-prototyping = 原型製作或製造工坊
choice-tt_type-testing = 測試或認證
choice-tt_type-assessment = 材料或製程評估
choice-tt_type-institute = Manufacturing USA研究所
choice-tt_type-capstone = 學生專題或畢業專題
choice-tt_type-ip_clinic = 智慧財產權諮詢服務
choice-tt_type-equipment = 使用設備
choice-process-machining = 機械加工
choice-process-additive = 積層製造（3D列印）
choice-process-welding_fabrication = 焊接和金屬加工
choice-process-casting_molding = 鑄造和成型
choice-process-sewn = 縫製產品
choice-process-food = 食品和飲料
choice-process-wood = 木材和家具
choice-process-electronics = 電子
choice-process-chemical_coating = 化學品和塗層
choice-process-printing = 印刷和包裝
choice-process-medical = 醫療器材
choice-process-software_controls = 控制和軟體
choice-trl-1 = 1：看到了基本現象
choice-trl-2 = 2：想出了用途
choice-trl-3 = 3：在實驗台上證明可行
choice-trl-4 = 4：各部分在實驗室裡一起運作
choice-trl-5 = 5：各部分在類似車間的地方一起運作
choice-trl-6 = 6：模型在類似車間的地方能運作
choice-trl-7 = 7：原型在使用地點能運作
choice-trl-8 = 8：成品通過了測試
choice-trl-9 = 9：日常使用中
choice-mrl-1 = 1：指出了製造所需的條件
choice-mrl-2 = 2：想出了製造方法
choice-mrl-3 = 3：方法在實驗台上證明可行
choice-mrl-4 = 4：能在實驗室做出零件
choice-mrl-5 = 5：能在類似車間的地方做出零件
choice-mrl-6 = 6：能在類似車間的地方做出原型
choice-mrl-7 = 7：能在類似生產用的機器上做出零件
choice-mrl-8 = 8：第一條生產線準備啟動
choice-mrl-9 = 9：小批量生產品質穩定
choice-mrl-10 = 10：全面生產並不斷改進
choice-ip_status-disclosure = 已向大學或實驗室揭露
choice-ip_status-provisional = 已申請臨時專利
choice-ip_status-filed = 已申請專利
choice-ip_status-issued = 已獲得專利
choice-ip_status-trade_secret = 作為商業秘密保留
choice-ip_status-open = 對所有人開放
choice-ip_owner-business = 企業
choice-ip_owner-partner = 實驗室、大學或合作機構
choice-ip_owner-shared = 共有
choice-ip_owner-other = 其他人
choice-ip_owner-not_known = 還不知道
choice-sbir_agency-dod = 國防
choice-sbir_agency-doe = 能源
choice-sbir_agency-nsf = 國家科學基金會
choice-sbir_agency-nih = 衛生（NIH）
choice-sbir_agency-nasa = NASA
choice-sbir_agency-usda = 農業
choice-sbir_agency-commerce = 商務（NIST、NOAA）
choice-sbir_agency-epa = 環境（EPA）
choice-sbir_agency-other = 其他機構
choice-sbir_phase-I = 第一階段
choice-sbir_phase-II = 第二階段
choice-sbir_phase-III = 第三階段
choice-export_control-no = 已查：否
choice-export_control-itar = ITAR
choice-export_control-ear = EAR
choice-export_control-not_checked = 還沒有查
choice-sam_status-none = 未註冊
choice-sam_status-pending = 正在註冊
choice-sam_status-active = 有效
choice-sam_status-lapsed = 已過期
choice-bd_topic-financing = 貸款或其他融資
choice-bd_topic-grant = 補助金
choice-bd_topic-plan_books = 商業計劃或帳目
choice-bd_topic-certification = 認證
choice-bd_topic-contracts = 合約和新買家
choice-bd_topic-legal = 法律事務
choice-bd_topic-marketing = 市場和銷售
choice-bd_topic-export = 海外銷售
choice-bd_topic-succession = 交接給員工或家人
choice-funding_use-equipment = 設備
choice-funding_use-working_capital = 流動資金
choice-funding_use-fit_out = 場地裝修
choice-funding_use-purchase = 購買場地
choice-funding_use-refinance = 償還利率較高的債務
choice-papers_ready-tax_returns = 報稅表
choice-papers_ready-profit_loss = 損益表
choice-papers_ready-balance_sheet = 資產負債表
choice-papers_ready-bank_statements = 銀行對帳單
choice-papers_ready-business_plan = 商業計劃
choice-papers_ready-registration = 註冊文件
choice-papers_ready-insurance = 保險
choice-papers_ready-quotes = 採購報價
choice-papers_ready-none = 還沒有
choice-venture_stage-idea = 一個想法
choice-venture_stage-trying = 製作和試驗
choice-venture_stage-selling = 開始銷售
choice-venture_stage-growing = 在銷售，想擴大
choice-times_possible-weekday = 平日
choice-times_possible-evening = 晚上
choice-times_possible-weekend = 週末
choice-times_possible-online = 線上
choice-times_possible-in_person = 當面
choice-work_wants-hire = 招聘人員
choice-work_wants-train = 培訓現有員工
choice-work_wants-both = 招聘和培訓
choice-shifts-day = 日班
choice-shifts-evening = 晚班
choice-shifts-night = 夜班
choice-shifts-weekend = 週末
choice-shifts-rotating = 輪班
choice-shifts-flexible = 彈性
choice-work_languages-none = 工作不需要語言
choice-work_languages-en = 英語
choice-work_languages-es = 西班牙語
choice-work_languages-zh = 中文
choice-work_languages-vi = 越南語
choice-work_languages-ar = 阿拉伯語
choice-work_languages-fr = 法語或海地克里奧爾語
choice-work_languages-other = 其他語言
choice-training_wanted-safety = 安全
choice-training_wanted-machine = 機器操作
choice-training_wanted-welding = 焊接
choice-training_wanted-sewing = 縫紉
choice-training_wanted-food_handling = 食品處理
choice-training_wanted-quality = 測量和品質
choice-training_wanted-maintenance = 維護
choice-training_wanted-digital = 電腦和控制
choice-training_wanted-language = 工作中的語言
choice-training_wanted-lead = 帶領團隊
choice-apprenticeship-interested = 想多了解
choice-apprenticeship-yes = 是，正式註冊的學徒制



## Own pages: coming in, home, referral

# 登入

sign-in-title = 登入您的網頁
sign-in-lead = 我們會給您發送一個代碼，不需要密碼
sign-in-address = 您的電子郵件地址
sign-in-number = 您的電話號碼
sign-in-either = 您的電子郵件地址或電話號碼
sign-in-contact-hint = 您留給我們的那一個
sign-in-send = 給我發送代碼
sign-in-letter = 我有信件或電話裡的代碼
sign-in-call = 沒有代碼，或代碼不能用？請打電話給我們
sign-in-away = 您離開了一段時間。請登入後繼續
sign-in-away-typed = 您離開了一段時間。登入後，您寫的內容還在這裡
sign-in-no-way-title = 用我們給的代碼登入
sign-in-no-way = 本辦公室不用電子郵件發送代碼。請打電話給我們：我們會把代碼讀給您聽，或用信件寄給您
sign-in-bad-address = 請填寫您的電子郵件地址，例如name@example.org
sign-in-bad-either = 請填寫您的電子郵件地址，或帶區號的電話號碼
sign-in-code-title = 填寫代碼
sign-in-code-lead = 如果我們有這個電子郵件地址或號碼，代碼已經發出。代碼是六位數字，十分鐘內有效
sign-in-code = 代碼
sign-in-code-hint = 六位數字
sign-in-stay = 在這台裝置上保持登入30天，以便查看進展
sign-in-stay-hint = 只在您自己的手機上使用：拿著手機的人都能看到您的請求的進展。其他任何操作都需要新的代碼
sign-in-open = 登入
sign-in-another = 再給我發一個代碼
sign-in-wrong = 這個代碼不正確、已用過，或已超過十分鐘。請重新索取一個
sign-in-resting = 錯誤的代碼太多。請重新索取一個；如果還是不行，請等半小時，或打電話給我們
sign-in-made-up = 示範：這裡的人都是虛構的。將要發送的代碼是{ $code }
sign-in-made-up-none = 示範：這裡的人都是虛構的。現在這個地址沒有人會收到代碼
sign-in-who-title = 您是哪一位？
sign-in-who = 有幾個人共用這個電子郵件地址或號碼。請選擇您的姓名
sign-in-who-unnamed = 另一位
sign-in-mail-subject = { $organization }：您的代碼
sign-in-mail = 您的代碼是{ $code }
sign-in-mail-else = 代碼十分鐘內有效，請填在索取代碼的網頁上。如果您沒有索取代碼，不需要做任何事。
sign-in-text = { $organization }：您的代碼是{ $code }，十分鐘內有效。

# 每一頁

own-sign-in-all = 登入查看您的所有請求
code-by-mail = 沒有信件？用電子郵件或簡訊接收代碼
stopped-new-link = 給我發送新連結
stopped-asked = 如果這是您的連結，新的連結正在發往我們登記的聯絡方式。沒有收到？請打電話給我們
told-new-link = 這是您的網頁的新連結。
letter-quick = 如果用的不是您自己的手機，請打開{ $address }，填寫編號和短代碼{ $code }。那裡只顯示請求的進展，不顯示姓名，也不能更改任何內容
own-home = 您的網頁
own-sign-in = 登入
own-sign-out = 登出
own-closes = 如果別人也用這部手機，用完請登出。30分鐘沒有操作會自動登出
own-more = 您的其他網頁

# 首頁

home-things = { $n ->
    [0] 您現在沒有要做的事
   *[other] 您有{ $n }件事要做
}
home-about = 您的請求：{ $need }
home-share = 我們可以分享這些嗎？
home-see-words = 閱讀要分享的內容和對象
home-share-yes = 同意，分享這些
home-share-no = 不同意，不分享
home-renew-title = 您的授權快要結束了
home-renew-why = 如果要繼續，請讓{ $org }在同樣長的時間裡看到同樣的內容。如果您什麼都不做，授權就會{ $on-until }結束
home-your-move = 輪到您了
home-answer = 回答
home-open = 正在進行
home-over = 已經結束
home-news = 最近消息：{ $day }
home-nothing-yet = 還沒有請求
home-nothing-yet-more = 您的顧問為您開始一項請求後，您可以在這裡看到進展
home-nothing-open = 現在沒有正在進行的事
home-remembered = 您在這裡可以看到進展。如果要回答或更改，請用新的代碼登入

devices-title = 您已登入的裝置
devices-none = 沒有保持登入的裝置
devices-by-mail = 一台裝置，從{ $since }到{ $until }，用電子郵件收到的代碼登入
devices-by-text = 一台裝置，從{ $since }到{ $until }，用簡訊收到的代碼登入
devices-end = 在所有裝置上登出
devices-end-hint = 您所有的裝置都會登出，您打開的網頁都會關閉，包括這一頁

kept-title = 您寫的內容還在這裡
kept-lead = 您離開了一段時間，所以沒有發送。請現在發送，或刪除
kept-text = 您寫的內容
kept-send = 現在發送
kept-drop = 刪除
kept-waits = 您寫的一些內容還沒有發送

# 請求網頁

ball-title = 下一步由誰來做
ball-partner = 下一步由{ $org }{ $by }來做
ball-advisor = 下一步由{ $advisor }{ $by }來做
ball-third-party = 我們大家都在等另一方{ $by }作決定
ball-nobody = 現在沒有人需要做什麼
ball-paused = { $org }的回覆時間從{ $since }起暫停計算
usual-not-enough = 案例還不夠多，還不能說{ $org }需要多久
usual-then-remind = 如果過了那一天，您可以在這裡提醒他們
remind-them = 提醒他們

asked-remind = 您在{ $day }提醒了他們
asked-not-contacted = 您在{ $day }告訴我們沒有人聯絡您。您的顧問會打電話給他們
asked-not-contacted-done = 您在{ $day }告訴我們沒有人聯絡您。您的顧問已經處理
asked-wrong = 您在{ $day }告訴我們有不對的地方。您的顧問正在查看
asked-wrong-done = 您在{ $day }告訴我們有不對的地方。您的顧問已經處理

can-title = 接下來可能會怎樣
can-be-sent = { $advisor }寫好後會問您。只有您同意才會發送
can-say-yes = { $org }答應，然後他們會聯絡您
can-waitlist = { $org }答應，但要排隊等候。您的位置會保留，輪到您時會通知您
can-ask = { $org }先要您再補充一樣東西。我們會告訴您是什麼
can-say-no = { $org }沒有答應。我們會告訴您原因，{ $advisor }會為您提供別的辦法
can-start = 工作開始。您會知道日期和下一步
can-pause = 暫停。您的位置會保留，您會知道暫停到什麼時候
can-fail = 沒有成功。我們會告訴您原因，{ $advisor }會和您商量別的辦法
can-finish = { $org }表示已經完成。我們會問您是否屬實
can-go-on = 繼續進行。您會知道日期和下一步
can-answer = 請您告訴我們是否有幫助。以後可以更改回答

contact-at = 您在{ $org }的聯絡人是{ $name }
contact-call = 打電話給{ $name }

values-title = 確切的文字和數字
values-before = 我們詢問的任何機構都能看到這些
values-open = { $org }還能看到這些
values-after = 答應之後，{ $org }還能看到這些
values-work = 行業類別
industry-manufacturing = 製造業
industry-311 = 食品製造
industry-312 = 飲料和菸草製造
industry-313 = 紡紗和織布
industry-314 = 布料製品
industry-315 = 服裝製造
industry-316 = 皮革製品
industry-321 = 木製品
industry-322 = 造紙和紙製品
industry-323 = 印刷
industry-324 = 石油和煤炭製品
industry-325 = 化學製品
industry-326 = 塑膠和橡膠製品
industry-327 = 玻璃、陶土和石材製品
industry-331 = 金屬冶煉
industry-332 = 金屬製品
industry-333 = 機械製造
industry-334 = 電腦和電子產品
industry-335 = 電氣設備
industry-336 = 運輸設備
industry-337 = 家具製造
industry-339 = 其他產品
industry-with-code = { $industry }（{ $code }）
values-size = 工作人數
values-area = 地區

size-one = 1人
size-range = { $from }到{ $to }人
size-many = { $from }人或更多
size-unknown = 不清楚
area-zip = 郵政編碼以{ $digits }開頭

history-title = 經過
history-taken-back = 已撤回

by-you = 您
by-calendar = 到期自動進行
by-report = 由{ $name }記錄
by-program = { $name }，{ $program }
by-partner = { $name }，{ $org }

did-create = 您的請求已記下
did-request_consent = 我們問您是否可以與{ $org }分享
did-give_consent = 您同意與{ $org }分享
did-refuse_consent = 您不同意分享
did-send = 已發送給{ $org }
did-undo_send = 發送已撤回
did-discard = 草稿已放棄
did-acknowledge = { $org }已收到
did-accept = { $org }答應了
did-reject = { $org }沒有答應
did-ask_information = { $org }要求提供一樣東西
did-provide_information = 問題已回答
did-withdraw = 您停止了
did-recall = 我們停止了
did-auto_recall = 因為{ $org }沒有回覆，已停止
did-start = 工作開始了
did-progress = { $org }有消息
did-hold = 暫停了
did-resume = 繼續進行
did-complete = { $org }表示已經完成
did-fail = 沒有成功
did-undo_last = 更正：前一條更新有誤
did-confirm = 您告訴了我們結果如何
did-reopen = 重新打開了
did-record_next_step = 商定了下一步
did-re_refer = 正在嘗試另一家合作機構
did-consent_lapses = 您的分享授權已結束
did-mark_error = 因為有誤，已移除

not-contacted = 沒有人聯絡我
wrong-title = 這裡有不對的地方
wrong-what = 哪裡不對？
wrong-hint = 您的顧問會閱讀並改正
wrong-send = 告訴我的顧問
wrong-say-what = 請寫下哪裡不對，然後再按一次
wrong-too-long = 請最多寫2,000個字
wrong-enough = 這件事我們已經收到您的留言，會先查看。如果緊急，請打電話給我們

# 留言和請求協助

threads-none-more = 您或您的顧問就某項請求留言後，會顯示在這裡
ask-for-which = 為哪一家企業？
ask-nobody = 請找您的顧問：顧問會和您一起記下您的需要

# 不登入快速查看

quick-title = 不登入快速查看
quick-lead = 查看請求的進展。不顯示任何姓名
quick-reference = 編號
quick-reference-hint = 例如R-1187
quick-code = 短代碼
quick-code-hint = 八個字母和數字，在您的信件或網頁上
quick-look = 查看
quick-again = 查看另一項
quick-more = 要看更多或回答，請登入
quick-wrong = 這個編號和短代碼不相符。試錯十次後需要等30分鐘
quick-how = 請在那裡填寫這個編號和短代碼。只顯示請求的進展，不顯示任何姓名，所以任何手機都可以用

## Own pages: profile, permissions, who looked, copy, complaint, helper

rights-pages = 您的其他網頁
rights-leaves = 清單的各頁
rights-newest = 最新的
rights-older = 較早的
rights-save = 儲存
rights-not-known = 不清楚
rights-nothing = 沒有
rights-choose = 請選擇
rights-changed = 您打開網頁之後，這裡有了變化，所以沒有儲存任何資料。請再看一遍，然後重試。
rights-you-help = 您現在是以幫手的身份查看。您看到的是您所協助的人讓您看的資料。
rights-bad-empty = 請填寫這一項。
rights-bad-long = 內容太長，或者有我們無法儲存的符號。請寫短一些。
rights-bad-choice = 請選擇清單中的一個答案。
rights-bad-day = 請選擇今天之後、現在的最後一天之前的日期。
rights-bad-until = 請選擇從今天起、最多一年之內的日期。
rights-bad-telephone = 這不是電話號碼。請寫數字，例如555-0110。
rights-bad-email = 這不是電子郵件地址。格式如name@example.org。
rights-bad-number = 請寫一個整數，例如12。
rights-too-many = 已經有太多在等待回覆。請等待回覆，或打電話給我們。
rights-told-answer = { $phone ->
    [none] 您自己的網頁上有一個給您的回覆。請登入閱讀。
   *[other] 您自己的網頁上有一個給您的回覆。請登入閱讀，或致電{ $phone }。
}

rights-permissions-title = 您分享的資料
rights-permissions-lead = 除非您同意，計劃以外的人看不到任何關於您的資料。這裡列出您給過的每一項同意。每一項都可以分別停止。
rights-live = 您現在分享的
rights-none-live = 您現在沒有分享任何資料。
rights-over = 已經結束的
rights-permission = { $org }，為了{ $need }
rights-sees = 他們可以看到：{ $items }。
rights-saw = 他們當時可以看到：{ $items }。
rights-holds = 您在{ $since }表示同意。最晚到{ $until }結束。
rights-held = 您在{ $since }表示同意。已在{ $until }結束。
rights-yes-page = 您自己在您的網頁上表示了同意。
rights-yes-spoken = { $witness ->
    [none] 您口頭表示了同意。
   *[other] 您口頭表示了同意，{ $witness }聽到了。
}
rights-yes-paper = 您在紙上表示了同意。
rights-exact-words = 您同意的原文
rights-renew = 延長授權
rights-renew-lead = 這項授權快要結束，或已經結束。如果延長，他們會在同樣長的時間裡看到同樣的資料。如果您什麼都不做，它就結束。
rights-shorten = 提早結束
rights-last-day = 最後一天
rights-stop = 停止分享
rights-stop-now = 停止與{ $org }分享
rights-stops = 他們不能再在這裡打開您的資料，這項請求也會停止。您隨時可以再次請求協助。
rights-was-read = 他們已經打開過您的請求。看過的資料無法收回。
rights-not-read = 他們沒有打開過您的請求，所以沒有分享任何資料。
rights-totals-title = 是否計入總數，是另外的選擇
rights-totals = 總數不由這個網頁決定。只有您自己回答了那些問題，您的個人情況才會計入總數。您可以在那些問題的專門網頁上更改或刪除回答，這不會改變您在這裡分享的資料。

rights-looked-title = 誰看過
rights-looked-lead = 每當有人打開關於您的資料，都會記錄下來：哪個機構、以什麼身份、哪一天、看了什麼、為什麼。從不顯示別人的姓名。
rights-looked-none = 還沒有人看過。
rights-looked-lists = 只顯示您企業名稱的清單和搜尋不記錄在這裡。
rights-looked-ask = 詢問這一項
rights-looked-question = 我想詢問這件事：{ $who }在{ $day }看過。
rights-by-advisor = 您在{ $program }的顧問
rights-by-colleague = { $program }的另一位顧問
rights-by-manager = { $program }的一位主管
rights-by-steward = 這裡負責保護個人資料的人
rights-by-admin = 管理本系統的人
rights-by-system = { $program }使用的一個電腦系統
rights-saw-record = 您企業的網頁：聯絡方式、服務、請求和筆記。原因：協助您。
rights-saw-referral = { $reference ->
    [none] 您的請求和其中的留言。原因：處理這項請求。
   *[other] 您的請求{ $reference }和其中的留言。原因：處理這項請求。
}
rights-saw-letter = { $reference ->
    [none] 給您的信或代碼。原因：讓您能打開自己的網頁。
   *[other] { $reference }的信或代碼。原因：讓您能打開自己的網頁。
}
rights-saw-request = { $reference ->
    [none] 您的需要，不含您的姓名。原因：回覆能否協助。
   *[other] { $reference }中您的需要，不含您的姓名。原因：回覆能否協助。
}
rights-saw-contact = { $reference ->
    [none] 您同意分享的資料。原因：協助您。
   *[other] { $reference }中您同意分享的資料。原因：協助您。
}
rights-saw-file = { $reference ->
    [none] 他們的請求檔案中關於您的一行。原因：保存他們自己的清單。
   *[other] 他們的請求檔案中關於{ $reference }的一行。原因：保存他們自己的清單。
}
rights-saw-taken-out = 工作人員匯出的本計劃客戶檔案中有關您的一行。其中沒有您說明自己身分的內容，也沒有備註。原因：處理本計劃的記錄。
rights-saw-report = 所有客戶的數字。您被計算在內，但沒有顯示您的姓名。原因：了解計劃服務了哪些人。
rights-saw-secret = { $reference ->
    [none] 保密部分，在簽署協議之後。原因：協助您。
   *[other] { $reference }的保密部分，在簽署協議之後。原因：協助您。
}
rights-saw-import = 把您的資料匯入本計劃的檔案。原因：開始服務。
rights-saw-notice = 我們寫給您的通知。原因：發送給您。
rights-saw-correction = 您請我們更正的資料。原因：回覆您。
rights-saw-complaint = 您的一份投訴。原因：回覆您。您企業的其他所有人看不到這一行。

rights-profile-title = 您和您的企業
rights-profile-lead = 這是我們知道的關於您的資料。如有錯誤，請在這裡告訴我們。
rights-field-name = 姓名
rights-field-telephone = 電話
rights-field-email = 電子郵件
rights-field-language = 您閱讀的語言
rights-field-channel = 您希望怎樣收到我們的消息
rights-field-business = 企業名稱
rights-field-product = 生產的產品
rights-field-address = 地址
rights-field-workers = 員工人數
rights-field-ownership = 您所佔的股份
rights-any-way = 任何方式
rights-by-phone = 打電話
rights-by-text = 簡訊
rights-by-email = 電子郵件
rights-by-letter = 信件
rights-seen-contact = 誰能看到：您的顧問和本計劃。只有在您同意的情況下，合作機構才能看到。
rights-seen-business = 誰能看到：您的顧問和本計劃。在您同意之前，合作機構只看到行業類別、大約有多少人在那裡工作，以及所在地區。
rights-email-new = 新的電子郵件地址
rights-email-mail = 把代碼發到新地址
rights-email-ask = 登入代碼會發到這個電子郵件地址。要更改，請在下面提出，由您的顧問確認。或者用我們以電子郵件發給您的代碼登入，這樣您就可以自己更改。
rights-email-unsent = 本辦公室不發送電子郵件，所以無法把代碼發到新的電子郵件地址。要更改地址，請在下面提出，由您的顧問確認。
rights-code-mailed = 如果{ $address }能收郵件，代碼已經發出。十分鐘內有效。
rights-code = 代碼
rights-email-take = 使用新地址
rights-code-wrong = 這個代碼有誤、已經用過，或超過了十分鐘。
rights-code-resting = 輸錯太多次。請等半小時，再要一個新代碼。
rights-email-wait = 您剛才要了很多次代碼。請等一刻鐘再要。
rights-email-letter = { $program }：您的代碼是{ $code }，十分鐘內有效。請在您自己的網頁上輸入，以後就使用這個電子郵件地址。如果不是您要求的，不需要做任何事。
rights-email-changed = { $phone ->
    [none] { $program }：從現在起，登入代碼會發到另一個電子郵件地址。如果不是您更改的，請馬上告訴我們。
   *[other] { $program }：從現在起，登入代碼會發到另一個電子郵件地址。如果不是您更改的，請馬上致電{ $phone }。
}
rights-correct = 這裡有不對的地方
rights-correct-lead = 請寫出正確的資料。您的顧問會在5個工作天內回覆。原來的資料會留在歷史紀錄裡。
rights-correct-what = 哪裡不對？
rights-correct-value = 應該是什麼？
rights-correct-ask = 請求更正
rights-corrections = 您請我們更正的資料
rights-correction = { $fact }：您請求改為「{ $new }」。
rights-correction-open = 我們會在{ $day }或之前回覆。
rights-corrected = 已更正
rights-kept = 保持原樣
rights-call-why = 請打電話詢問原因。
rights-answers-title = 您的個人情況
rights-answers = 您告訴我們的個人情況會分開保存，只計入總數。它在一個獨立的網頁上，要用我們以電子郵件發給您的代碼打開。它不在任何副本裡，也不在其他網頁上。

rights-copy-title = 您的副本
rights-copy-lead = 取一份關於您的全部資料的副本：資料、請求、留言、授權、誰看過、更正和投訴。用不了一分鐘。
rights-copy-page = 供閱讀的副本
rights-copy-csv = 用於試算表
rights-copy-json = 用於其他程式
rights-copy-notes = 副本裡有團隊共用的所有筆記，沒有工作人員只留給自己的筆記。
rights-copy-wait = 您剛才取了很多副本。請等一刻鐘再取。
rights-close-title = 關閉您的帳戶
rights-close-lead = 您可以請求刪除關於您的資料。那樣，您進行中的請求會停止。合作機構看過的資料無法收回，服務仍會計入統計，但不帶您的姓名。
rights-close-ask = 請求刪除關於我的資料
rights-close-open = 您請求我們刪除關於您的資料。我們會在{ $day }或之前回覆。
rights-close-back = 我改變主意了
rights-part-you = 您
rights-part-businesses = 您的企業
rights-part-requests = 您的請求
rights-part-told = 我們告訴您的
rights-part-notices = 給您的通知
rights-part-messages = 留言
rights-part-ratings = 您對結果的回答
rights-part-permissions = 分享授權
rights-part-services = 服務
rights-part-notes = 團隊的筆記
rights-part-trainings = 您參加過的培訓，以及參加的次數
rights-part-promises = 我們答應做的
rights-part-resources = 申請或得到的資金、工時、場地和其他協助
rights-part-documents = 已簽署的文件
rights-part-kept = 其餘一切，按我們檔案中的原樣
rights-kept-lead = 這裡每一行是一項資料，用的是檔案中的名稱。這些名稱在每種語言裡都一樣。如果您想知道某個名稱的意思，請打電話給我們。
rights-withheld = 因為關於他人或由他人所寫而未列出：{ $count }
rights-withheld-words = （未列出：關於他人）
rights-resource-grant = 補助金
rights-resource-loan = 貸款
rights-resource-equity = 入股資金
rights-resource-fee-waiver = 免收的費用
rights-resource-space = 場地
rights-resource-lab-time = 實驗室使用時間
rights-resource-equipment-time = 設備使用時間
rights-resource-training = 培訓
rights-resource-advice = 諮詢
rights-resource-in-kind = 以物品或勞務代替資金
rights-amount-minutes = 分鐘：{ $number }
rights-amount-square-feet = 平方英尺：{ $number }
rights-amount-lab-minutes = 實驗室使用分鐘：{ $number }
rights-part-place = 您的場地和租約
rights-part-corrections = 更正
rights-part-complaints = 投訴
rights-part-helpers = 幫手
rights-col-day = 日期
rights-col-what = 事項
rights-col-value = 內容
rights-col-who = 誰
rights-col-words = 文字
rights-col-reference = 編號
rights-col-kind = 協助的種類
rights-col-fields = 分享的資料
rights-col-how = 方式
rights-col-since = 從
rights-col-until = 到
rights-col-ended = 結束
rights-col-minutes = 分鐘
rights-col-amount = 數額
rights-col-applied = 申請
rights-col-awarded = 答應給
rights-col-delivered = 已給
rights-col-day-awarded = 答應的日期
rights-col-day-delivered = 給的日期
rights-col-day-refused = 拒絕的日期
rights-col-signed = 簽署人
rights-col-record = 記錄
rights-col-old = 原來
rights-col-new = 請求改為
rights-col-answer = 回覆
rights-col-program = 所屬計劃

rights-help-title = 協助和投訴
rights-call = 打電話給我們
rights-your-advisor = { $program }的{ $advisor }是您的顧問。
rights-call-program = 打電話給{ $program }
rights-hours = 辦公時間
rights-steward = 這裡負責保護個人資料的人
rights-complain = 向其他人投訴
rights-complain-lead = { $hears }會閱讀您的投訴，並在10個工作天內回覆。您的顧問在任何網頁上都看不到。這不會影響您得到的協助。
rights-complain-nobody-else = 這裡沒有與您的請求完全無關的人。所以為您服務的人可能會看到這份投訴。您也可以打電話問我們還有誰能受理。
rights-complain-words = 發生了什麼事？
rights-complain-send = 提交投訴
rights-complaint = 投訴{ $number }，{ $day }
rights-complaint-open = 我們會在{ $day }或之前回覆{ $number }。
rights-complaint-answer = 我們對{ $number }的回覆，{ $day }：
rights-words-mean = 詞語的意思
rights-word-advisor = 顧問
rights-means-advisor = 本計劃中和您一起工作的人。
rights-word-partner = 合作機構
rights-means-partner = 可能協助您的另一個機構，例如房東、貸款機構或學校。
rights-word-request = 請求
rights-means-request = 您需要的協助，由我們請合作機構來提供。
rights-word-permission = 授權
rights-means-permission = 您同意我們為一項請求、與一家合作機構分享某些資料，直到某一天。
rights-word-code = 代碼
rights-means-code = 打開您網頁的字母和數字。不要給您不信任的人。
rights-word-helper = 幫手
rights-means-helper = 您選的人，和您一起看請求，或替您辦事。

rights-helpers-title = 協助您的人
rights-helpers-lead = 您信任的人可以用自己的代碼看您的請求，或替您辦事。您看得到他們做了什麼，隨時可以結束。
rights-level-see = 看我的請求
rights-level-act = 看我的請求並替我辦事
rights-helper-until = 到{ $day }為止。
rights-helper-over = 已結束。
rights-helper-witness = { $witness }聽到您這樣說。
rights-helper-end = 結束{ $name }的協助
rights-helper-invite = 邀請一個人
rights-helper-name = 對方的姓名
rights-helper-level = 對方可以做什麼？
rights-helper-never = 幫手永遠看不到您的授權、誰看過、您的副本和您的個人情況，也永遠不能替您同意分享。
rights-helper-last = 最後一天，最晚{ $day }
rights-helper-make = 產生對方的代碼
rights-helpers-did = 替您做了什麼
rights-did = { $name }替您{ $what }
rights-did-message = 寫了留言
rights-did-request = 請求了協助
rights-did-stop = 停止了一項請求
rights-did-confirm = 說明了是否有幫助
rights-did-answer = 回答了一個問題
rights-did-other = 做了更改
rights-code-once = 請把這個交給{ $name }。只顯示一次。對方要在{ $address }輸入。
rights-come-title = 作為幫手進入
rights-come-lead = 有人信任您，請您幫忙，並給了您一個代碼。您在這裡做的事會連同您的姓名給對方看。
rights-come-name = 您的姓名
rights-come-reference = 編號
rights-come-open = 打開
rights-come-wrong = 這個編號和這個代碼放在一起打不開任何網頁。請檢查這兩項，或問您協助的人。




## Who you are: questions and the notice

self-count = { $of ->
    [1] 一個問題，可以不回答
   *[other] 第{ $n }個問題，共{ $of }個，都可以不回答
}
self-lead = 是否回答由您決定。您的回答不會影響您得到的幫助
self-why-head = 我們為什麼問
self-why = 這個計劃由公共資金支付。我們統計誰得到了場地、資金和服務，這樣就能看到哪些人被遺漏了，並改進計劃
self-who-head = 誰可以看到
self-staff = 顧問、計劃主管、貸款機構和房東都看不到您的回答
self-own-eyes = 只有您自己可以再看到：我們用電子郵件把代碼發給您之後，您可以在自己的網頁上看
self-glass = 遇到緊急情況時，這裡負責保護個人資料的人可以查看，但必須先有第二個人同意。每一次我們都會告訴您
self-office = { $outside ->
    [none] 本辦公室很小，保護個人資料的人也為客戶服務。原因：{ $reason }
   *[other] 本辦公室很小，保護個人資料的人也為客戶服務。原因：{ $reason }。必須先由外部人員同意：{ $outside }
}
self-office-ended = 這裡保護個人資料的人不再為客戶服務
self-totals = 報告只顯示總數，從不顯示少於{ $k }家企業的群體
self-no-file = 本計劃不會把含有您回答的檔案發給任何人
self-file = { $recipient }會收到一份有準確總數、沒有姓名的檔案。依據：{ $authority }。統計的內容：{ $questions }
self-file-numbered = { $recipient }會收到每位客戶的回答，附客戶編號和郵遞區號，沒有姓名。依據：{ $authority }。檔案的內容：{ $questions }
self-file-named = { $recipient }會收到每位客戶的回答，附姓名和聯絡方式。依據：{ $authority }。檔案的內容：{ $questions }
self-file-plain = { $recipient }會收到一份關於本計劃工作的總數檔案。您在這裡的回答不在其中。依據：{ $authority }
self-file-business = { $recipient }會收到關於您企業的一行內容，沒有姓名：您生產什麼、有多少人工作、得到多少小時的幫助。您在這裡的回答不在其中。依據：{ $authority }
self-file-business-named = { $recipient }會收到關於您企業的一行內容，附姓名和聯絡方式：您生產什麼、有多少人工作、得到多少小時的幫助。您在這裡的回答不在其中。依據：{ $authority }
self-file-ended = { $recipient }不再收到檔案
self-never-decides = 它絕不會用來決定誰得到幫助，也絕不會被出售
self-never-link = 我們從不問、也從不保存的內容
self-mark-all = 請選擇所有符合您的選項。選一項就夠了
self-mark-one = 請選擇一項
self-detail = 補充說明
self-for-example = 例如：{ $examples }
self-own-words = 用您自己的話
self-own-words-hint = 可以不填。您怎樣寫，我們就怎樣保存
self-decline = 我不想回答
self-decline-hint = 沒關係。我們只記下問過您，別的都不記
self-save-next = 儲存並繼續
self-save = 儲存我的回答
self-skip = 略過這一頁
self-foot = 您可以隨時用同一個連結更改或刪除您的回答
self-foot-inside = 您可以隨時在這裡更改或刪除您的回答
self-ask = 有疑問請聯絡：
self-standard = 七個群體出自2024年的聯邦標準（OMB SPD 15），這樣各城市可以互相比較
self-error = 有錯誤：{ $title }
self-fix = 有需要改正的地方
self-wrong-none = 請至少選一項，或選擇不想回答。您也可以略過這一頁
self-wrong-both = 您選了一項，又選了不想回答。請只留下其中一個
self-wrong-list = 請從下面的選項中選擇
self-wrong-long = 這段文字最多{ $most }個字，現在有{ $length }個。請縮短
self-wrong-sign = 文字裡有一個無法顯示的符號。請去掉它再寫一次
self-wrong-words-only = 請再選一個最接近您所寫內容的選項，這樣我們才能統計您的回答
self-wrong-notice = 您打開這一頁之後，我們告訴您的內容有了變化。請再看一遍，然後儲存。現在還沒有儲存任何內容
self-answered = 您在{ $day }回答了這個問題。這一頁不會顯示您的回答。如果要更改，請再回答一次
self-answered-read-out = { $day }，我們的工作人員記下了您說的話。這一頁不會顯示。如果要更改，請您自己回答
self-delete-one = 刪除我的回答
self-delete-all = 刪除我的所有回答
self-saved-head = 已儲存
self-saved = 您可以隨時更改或刪除
self-skipped-head = 已略過
self-skipped = 您可以隨時回答。以前儲存的內容不變
self-deleted-head = 已刪除
self-deleted = 您說的內容已經沒有了。您可以隨時再回答
self-kept-head = 已保留
self-kept = 從現在起，您的回答會按這一頁所說的方式使用
self-close = 您現在可以關閉這一頁
self-questions = 問題
self-answer = 回答
self-change = 再次回答
self-not-answered = 沒有儲存的回答
self-on = { $day }儲存
self-on-read-out = 我們的工作人員{ $day }按您所說的記下
self-on-released = { $day }從其他機構公佈的檔案得知
self-under-earlier = 這是在我們告訴您的內容改變之前給出的
self-changed-head = 我們告訴您的內容有了變化
self-changed-words = 您是按以前的說明回答的。請看下面的新說明
self-changed-until = 在您決定之前，您的回答只按我們以前所說的方式使用
self-keep = 保留我的回答
self-keep-mailed = 如果要讓回答保持不變，請用我們以電子郵件發給您的代碼登入。連結、信件和簡訊可能經過別人的手，所以在這裡只能再次回答或刪除
self-keep-sign-in = 用電子郵件代碼登入
self-change-below = 如果要更改回答，請在下面再回答一次
self-sitting = 這台裝置是交給您使用的。最後一頁之後它就關閉，沒有人能在上面打開您的回答
self-stop = 到此為止
self-back-head = 謝謝您
self-back = 已經完成。請把裝置交還
self-back-closed = 從這裡已經無法打開您的回答
self-never-head = 我們從不問、也從不保存的內容
self-never-lead = 在這裡工作的任何人都不可以問您這些，我們的紀錄裡也沒有地方存放
self-never-status = 移民身份
self-never-birth = 出生國家
self-never-number = 社會安全號碼或ITIN
self-never-nation = 國籍
self-never-why = 沒有保存的東西，就不會被拿走、被別人索取，也不會被用來對付您
self-never-told = 如果有人問您其中任何一項，您不必回答。請告訴我們
self-mine-head = 您告訴我們的個人情況
self-mine-letter = 您是用信上的代碼進來的，這種代碼會經過我們工作人員的手。所以這一頁只說您什麼時候回答過，不說回答了什麼。要看您的回答，請用我們以電子郵件發給您的代碼登入
self-mine-hidden = 這裡不顯示。它是透過連結、信件或由工作人員儲存的，或者您的電子郵件地址後來被改過，設定地址的人可能會看到您的代碼。在這裡再回答一次，就能在這裡看到，或者刪除
self-mine-declined = 您選擇了不回答
self-mine-skipped = 您略過了這一頁
self-mine-unknown = 沒有資料
self-to-home = 返回您的網頁
self-link-text = { $program }：一個關於您的私人網頁，願意的話可以填寫。您的顧問看不到您的回答。{"{link}"}
self-told-changed = 您曾告訴我們您的情況。從那以後，我們事先告訴大家的內容有了變化：誰可以看到回答，或者我們必須發出哪些檔案。在您決定之前，您的回答只按我們以前所說的方式使用。請閱讀新的說明，然後再次回答或刪除您的回答：{"{link}"} 如果要讓回答保持不變，請用我們以電子郵件發給您的代碼登入您的網頁。這個網頁不會顯示您的回答。
self-told-read-out = { $day }，我們的工作人員按您所說的，記下了關於您的情況。內容沒有留在他們的螢幕上，他們也無法再打開。您可以更改或刪除：{"{link}"} 如果您沒有說過，請告訴我們。
self-name-race = 種族和族裔
self-name-sex = 性別
self-name-disability = 殘障
self-name-veteran = 退伍軍人身份
self-name-military = 軍人身份
self-name-household = 家庭人數
self-name-income = 家庭收入
self-name-sedi = 為一項聯邦計劃所作的自我證明
self-question-race = 您的種族和/或族裔是什麼？
self-question-sex = 您的性別是什麼？
self-question-disability = 您有殘障嗎？
self-question-veteran = 您曾在美國軍隊服役、現在已經退役嗎？
self-question-military = 關於在美國軍隊服役（過去或現在），哪一項最符合您？
self-question-household = 您的家庭有幾口人？
self-question-income = 過去 12 個月，您的家庭稅前收入是多少？
self-question-sedi = 為一項聯邦計劃（SSBCI）：以下有沒有一項符合您？
self-choice-race-aian = 美洲印第安人或阿拉斯加原住民
self-choice-race-asian = 亞裔
self-choice-race-black = 黑人或非裔美國人
self-choice-race-hisp = 西班牙裔或拉丁裔
self-choice-race-mena = 中東裔或北非裔
self-choice-race-nhpi = 夏威夷原住民或太平洋島民
self-choice-race-white = 白人
self-choice-sex-female = 女
self-choice-sex-male = 男
self-choice-disability-yes = 有
self-choice-disability-no = 沒有
self-choice-veteran-veteran = 是，我是退伍軍人
self-choice-veteran-non-veteran = 不是
self-choice-military-active-duty = 現役
self-choice-military-guard = 國民警衛隊成員
self-choice-military-reserve = 後備役
self-choice-military-no-service = 沒有服過兵役
self-choice-military-disabled-veteran = 因服役致殘的退伍軍人
self-choice-military-spouse = 軍人配偶
self-choice-military-veteran = 退伍軍人
self-choice-household-8 = 8 人或以上
self-choice-income-extremely-low = 不超過 A 欄的金額（極低）
self-choice-income-low = 高於 A，不超過 B（低）
self-choice-income-moderate = 高於 B，不超過 C（中等）
self-choice-income-above = 高於 C 欄的金額
self-choice-sedi-group = 我屬於因種族、族裔、性別、退伍軍人身份、英語能力有限或身心障礙等原因而較難獲得信貸的群體
self-choice-sedi-residence = 我住在 CDFI 投資區
self-choice-sedi-location = 企業位於或將位於 CDFI 投資區
self-choice-sedi-none = 以上都不是
self-limits-head = { $area } { $year } 年的收入限額。請找到與您家庭人數相同的一列
self-limits-size = 家庭人數
self-example-aian = 納瓦霍族、黑腳族、馬雅人、巴羅原住民村
self-example-asian = 華裔、印度裔、菲律賓裔、越南裔、韓裔
self-example-black = 非裔美國人、牙買加裔、海地裔、尼日利亞裔、埃塞俄比亞裔
self-example-hisp = 墨西哥裔、波多黎各裔、薩爾瓦多裔、古巴裔、多明尼加裔
self-example-mena = 黎巴嫩裔、伊朗裔、埃及裔、敘利亞裔、伊拉克裔
self-example-nhpi = 夏威夷原住民、薩摩亞人、查莫羅人、湯加人、斐濟人
self-example-white = 英格蘭裔、德裔、愛爾蘭裔、意大利裔、波蘭裔

## Behind the wall: what was opened, sent or deleted

wall-text = { $phone ->
    [none] { $program }：有新消息。
   *[other] { $program }：有新消息。請致電{ $phone }。
}
wall-opened = { $phone ->
    [none] { $day }，本機構負責保護個人資料的人查看了您告訴我們的有關您個人情況的回答。事先已有另一人同意。您可以隨時詢問我們原因。
   *[other] { $day }，本機構負責保護個人資料的人查看了您告訴我們的有關您個人情況的回答。事先已有另一人同意。如想詢問原因，請致電{ $phone }。
}
wall-filed = { $phone ->
    [none] { $day }，您告訴我們的有關您個人情況的回答被計入一份按規定必須提交的檔案。在您回答之前已經告訴過您。您可以隨時詢問我們原因。
   *[other] { $day }，您告訴我們的有關您個人情況的回答被計入一份按規定必須提交的檔案。在您回答之前已經告訴過您。如想詢問原因，請致電{ $phone }。
}
wall-sent = { $phone ->
    [none] { $day }，您告訴我們的有關您個人情況的回答被寫入一份按規定必須提交的檔案。在您回答之前已經告訴過您。您可以隨時詢問我們原因。
   *[other] { $day }，您告訴我們的有關您個人情況的回答被寫入一份按規定必須提交的檔案。在您回答之前已經告訴過您。如想詢問原因，請致電{ $phone }。
}
wall-row = { $phone ->
    [none] { $day }，關於您企業的一行內容被寫入一份按規定必須提交的檔案。您告訴我們的有關您個人情況的回答不在其中。您可以隨時詢問我們原因。
   *[other] { $day }，關於您企業的一行內容被寫入一份按規定必須提交的檔案。您告訴我們的有關您個人情況的回答不在其中。如想詢問原因，請致電{ $phone }。
}
wall-held = { $phone ->
    [none] 您要求我們刪除所知道的關於您的資料。目前還不能刪除：有規定要求我們暫時保留。您可以隨時詢問我們原因。
   *[other] 您要求我們刪除所知道的關於您的資料。目前還不能刪除：有規定要求我們暫時保留。如想詢問原因，請致電{ $phone }。
}

## What came of it: outcomes, and whether they are right

outcome-told = { $phone ->
    [none] 我們記下了您和我們合作的一項成果。請告訴我們是否正確：{"{link}"} 只需按一下。連結在30天內有效。有連結的人都可以看到網頁。
   *[other] 我們記下了您和我們合作的一項成果。請告訴我們是否正確：{"{link}"} 只需按一下。連結在30天內有效。有連結的人都可以看到網頁。有問題嗎？請致電{ $phone }。
}
outcome-title = 這樣對嗎？
outcome-lead = 我們記下了關於您企業的這件事。請告訴我們是否如此
outcome-before = 之前
outcome-after = 之後
outcome-how-much = 數額
outcome-not-known = 不知道
outcome-words = 更多說明，由您的顧問所寫
outcome-people = 人數：{ $number }
outcome-helped = 我們在這件事上幫到您了嗎？
outcome-helped-a-lot = 是，幫助很大
outcome-helped-some = 是，有一些幫助
outcome-helped-no = 沒有
outcome-helped-cannot-say = 說不清
outcome-right = 是的，正確
outcome-different = 不，有不同之處
outcome-if-different = 如果有不同之處
outcome-figure = 您自己的數字
outcome-effect = 您的回答會和我們記下的內容放在一起。這不會影響您得到的協助
outcome-thanks = 謝謝您
outcome-answered = 您在{ $day }回答過
outcome-said-right = 您說這是正確的
outcome-said-different = 您說有不同之處
outcome-again = 您可以隨時重新回答。以最後一次回答為準
outcome-list-title = 取得的成果
outcome-list-lead = 這是我們記下的關於您企業的內容。您可以對每一項說明是否正確
outcome-list-none = 還沒有記下任何內容
outcome-waits = 請說明這是否正確
outcome-choose = 請說明是否正確，或者有不同之處
outcome-list-back = 全部成果
outcome-figure-wrong = 請寫一個數字，例如24
outcome-kind-jobs_created = 新增的工作職位
outcome-kind-jobs_retained = 保住的工作職位
outcome-kind-sales_change = 銷售額的變化
outcome-kind-capital_loan = 籌到的資金：貸款
outcome-kind-capital_equity = 籌到的資金：投資
outcome-kind-capital_grant = 籌到的資金：補助金
outcome-kind-capital_owner = 籌到的資金：業主自有資金
outcome-kind-contract_won = 取得合約
outcome-kind-lease_signed = 簽了租約
outcome-kind-space_kept = 保住的場地
outcome-kind-licence = 簽了使用權合約
outcome-kind-patent = 專利
outcome-kind-product_launched = 新產品
outcome-kind-certification = 證書
outcome-kind-business_started = 企業開業
outcome-kind-building_bought = 買下房屋
outcome-kind-equity_kept = 業主保留的企業份額
outcome-kind-employee_ownership = 員工持有的企業份額
outcome-kind-closure = 企業停業
rights-part-outcomes = 取得的成果
rights-part-outcome-answers = 您對成果的說明

rights-part-brings = 您為此付出的部分
rights-col-match = 自籌配合款
rights-col-deposit = 押金
rights-col-fees = 費用
rights-col-guarantee = 擔保
rights-col-guarantee-amount = 擔保金額
rights-guarantee-none = 無
rights-guarantee-personal = 個人擔保
rights-guarantee-third-party = 由他人擔保
rights-guarantee-collateral = 抵押品

member-title = 您對自己的介紹
member-lead = 您在 { $program } 的 { $body } 中擔任席位。如果您願意，可以在這裡公開說明您是誰。
member-where-title = 您的話會出現在哪裡
member-where = 如果您同意，您的姓名、席位和這些話會出現在 { $program } 報告的「誰來決定」部分，以及計畫經理能看到的 { $body } 頁面上。
member-readers = 閱讀報告的有計畫工作人員、出資方和公眾。
member-yours = 這些話只由您自己寫。別人不能代寫，也不能修改。它們按您寫的原樣顯示，不作任何統計。您不必說任何話。
member-taken-back = 您可以隨時在本頁修改或收回您的話。收回後，它們會立即從計畫的頁面和以後製作的所有報告中消失。在您同意期間已經發布的報告會保留這些話，別人已經拿到的檔案也無法收回。
member-field = 用您自己的話
member-most = 最多 300 個字元
member-agree = 我同意讓我的姓名、席位和這些話出現在那裡
member-save = 顯示我的話
member-agree-first = 如果您同意，請勾選。不勾選就不會保存任何內容
member-words-missing = 請先寫下您的話。如果您不想說什麼，離開本頁即可：不會保存任何內容
member-too-long = 請把您的話縮短到 300 個字元。現在有 { $has } 個
member-shown = 您的話自 { $day }起顯示。
member-none = 目前沒有顯示您的任何話。
member-withdraw = 收回我的話
member-name-title = 您的姓名
member-name-words = 計畫保存您的姓名、席位和任期。您可以要求刪除姓名：您的話會一併刪除，席位和任期保留但不帶姓名。
member-name-remove = 刪除我的姓名
member-name-gone = 您的姓名和您的話已刪除。席位和任期保留但不帶姓名。
member-ends = 此連結在 { $day }前有效。

## Own pages: what is counted

indicator-title = 統計什麼
indicator-lead = 這些數字說明本計畫做得如何。您可以提議統計什麼，並說明什麼最重要；由委員會決定。沒有任何數字會透露某個人是誰
indicator-all = 提議的和選定的
indicator-none = 還沒有任何提議
indicator-chosen = 已選定
indicator-proposed = 已提議
indicator-not-chosen = 未選定
indicator-retired = 不再使用
indicator-undefined = 還沒有人說明如何統計
indicator-words-gone = 文字已撤回
indicator-about = 說明
indicator-back = 全部統計內容
indicator-stands = 現狀
indicator-by = 提議人
indicator-in-words = 原話
indicator-why = 為什麼重要
indicator-before = 以前的情況
indicator-baseline = { $year }年：{ $figure }。來源：{ $source }
indicator-decided-by = 誰做的決定
indicator-decided = { $body }，{ $day }
indicator-again = 委員會決定之後，統計方法有了改變。正在等待新的決定
indicator-retired-why = 不再使用的原因
indicator-figures = 數字
indicator-period = 時期
indicator-figure = 數字
indicator-last = { $period }：{ $figure }
indicator-target = 目標：{ $day }之前達到{ $figure }
indicator-reached = 達到目標
indicator-no-figure = 沒有數字：沒有可比較的內容
indicator-running = 尚未結束
indicator-exact = 每個數字都根據紀錄統計，不涉及任何人的身分
indicator-month = { $year }年{ $month }
indicator-quarter = { $year }年第{ $quarter }季
indicator-each-month = 每月
indicator-each-quarter = 每季
indicator-each-year = 每年
indicator-sentence = { $counted }，{ $often }
indicator-for-every = { $counted }，以每{ $many }計：{ $against }
indicator-average = { $counted }，平均到每一個：{ $against }
indicator-of-kind = { $what }（{ $kind }）
indicator-in-place = { $place }的{ $what }
indicator-paid-by = { $what }（由{ $source }出資）
indicator-rank-title = 對您來說什麼最重要？
indicator-rank-lead = 最多可將三項提議排序。您的企業只計一次，以最後一次排序為準，不會顯示誰選了什麼
indicator-rank-first = 第一
indicator-rank-second = 第二
indicator-rank-third = 第三
indicator-rank-nothing = 無
indicator-rank-save = 儲存我的排序
indicator-rank-twice = 您把同一項提議選了兩次。每項只能選一次
indicator-rank-gone = 其中一項已不再是提議。請再看一下清單，然後儲存排序
indicator-ranked-none = 還沒有企業將其排序
indicator-ranked = 有{ $n }家企業將其列入排序
indicator-propose-title = 提出建議
indicator-propose-words = 應該統計什麼？為什麼？
indicator-propose-hint = 用您自己的話寫。之後由本計畫說明如何統計
indicator-propose-save = 提議
indicator-named = 在旁邊顯示我的名字。否則只寫明出自一位企業主
indicator-readers = 本計畫的企業主和工作人員都能看到。請不要在這裡寫只有您自己該知道的事
indicator-missing = 請先寫下您的話
indicator-said = 大家怎麼說
indicator-said-none = 還沒有人發言
indicator-say = 說說您的看法
indicator-say-save = 發言
indicator-take-back = 撤回
indicator-withdraw = 撤回我的提議
indicator-you = 您
indicator-client = 一位企業主
indicator-from-program = { $name }（本計畫）
indicator-measure-clients-joined = 新加入的企業
indicator-measure-clients-served = 獲得服務的企業
indicator-measure-services = 面談和服務
indicator-measure-contact-time = 與企業面談的時間
indicator-measure-trainings = 舉辦的培訓
indicator-measure-training-people = 參加培訓的人
indicator-measure-outreach-reached = 我們在外面接觸到的人
indicator-measure-outreach-contacts = 在外面留下聯絡方式的人
indicator-measure-referrals-sent = 發給合作夥伴的申請
indicator-measure-referrals-accepted = 合作夥伴同意的申請
indicator-measure-referrals-completed = 已完成的申請
indicator-measure-awards = 承諾提供的資源
indicator-measure-dollars-awarded = 承諾給企業的美元
indicator-measure-dollars-delivered = 已交給企業的美元
indicator-measure-space-delivered = 已交付的平方英尺
indicator-measure-lab-time = 在實驗室的時間
indicator-measure-outcomes = 取得的成果
indicator-measure-jobs-created = 新增的工作崗位
indicator-measure-jobs-kept = 保住的工作崗位
indicator-measure-capital-raised = 企業籌到的美元
indicator-measure-contracts-won = 企業贏得的合約金額（美元）
indicator-kind-services-coaching = 輔導
indicator-kind-services-loans-grants = 貸款和補助
indicator-kind-services-technology-transfer = 新技術
indicator-kind-services-space = 場地
indicator-kind-services-certification = 認證
indicator-kind-services-hiring-training = 招聘和培訓
indicator-kind-services-other = 其他協助
indicator-kind-resources-grant = 補助
indicator-kind-resources-loan = 貸款
indicator-kind-resources-equity = 換取股份的資金
indicator-kind-resources-fee-waiver = 減免的費用
indicator-kind-resources-space = 場地
indicator-kind-resources-lab-time = 實驗室時間
indicator-kind-resources-equipment-time = 使用機器的時間
indicator-kind-resources-training = 培訓
indicator-kind-resources-advice = 他人的諮詢
indicator-kind-resources-in-kind = 物品和服務
indicator-kind-outreach-event = 活動
indicator-kind-outreach-door-knock = 上門走訪
indicator-kind-outreach-community-group = 在社區團體
indicator-kind-outreach-calls = 電話和簡訊
indicator-kind-outreach-media = 報紙、廣播和傳單
complaint-indicator-proposals = 您已有{ $most }項提議在等待決定。請先撤回一項
complaint-indicator-comments = 您已就此發言{ $most }次。請先撤回一次
complaint-indicator-over = 這一項已不再使用。請另提一項
story-told = { $phone ->
    [none] 我們可以把您的經歷講給別人聽嗎？請先看看這個故事：{"{link}"} 您可以在那裡說可以、不可以，或者說哪裡要改。您不同意，就不會公開任何內容。連結在一年內有效。有連結的人都可以看到網頁。
   *[other] 我們可以把您的經歷講給別人聽嗎？請先看看這個故事：{"{link}"} 您可以在那裡說可以、不可以，或者說哪裡要改。您不同意，就不會公開任何內容。連結在一年內有效。有連結的人都可以看到網頁。有問題嗎？請致電{ $phone }。
}
story-told-copy = { $phone ->
    [none] 您同意了一個關於您生意的故事，我們記下來了。您可以在這裡看這個故事，也可以隨時收回同意：{"{link}"} 連結在一年內有效。有連結的人都可以看到網頁。
   *[other] 您同意了一個關於您生意的故事，我們記下來了。您可以在這裡看這個故事，也可以隨時收回同意：{"{link}"} 連結在一年內有效。有連結的人都可以看到網頁。有問題嗎？請致電{ $phone }。
}
story-told-ending = { $phone ->
    [none] 您允許我們公開關於您生意的故事，這項授權快要結束了。您什麼都不做，它就會結束。您可以在這裡延長，也可以現在結束：{"{link}"} 連結在一年內有效。有連結的人都可以看到網頁。
   *[other] 您允許我們公開關於您生意的故事，這項授權快要結束了。您什麼都不做，它就會結束。您可以在這裡延長，也可以現在結束：{"{link}"} 連結在一年內有效。有連結的人都可以看到網頁。有問題嗎？請致電{ $phone }。
}
story-title = 關於您生意的一個故事
story-lead = { $program }想把您的經歷講給別人聽。下面就是公開時的樣子。您不同意，就不會在任何地方公開。
story-as-shown = 公開時的樣子
story-as-is = 現在公開的樣子
story-question = { $program }可以公開「{ $title }」這個故事嗎？署名是「{ $named }」。
story-use-public = 放在任何人都能看的公開網頁上。我們請搜尋引擎不要收錄
story-use-reports = 放在計劃的報告裡，給出資的人看
story-use-export = 放在計劃交給別人的檔案裡
story-until = 這項授權最晚在{ $day }結束
story-take-back = 您可以隨時收回，按一下就行。從那一刻起，哪裡都不再公開
story-unread = 在那之前別人已經看過或複製的內容無法收回
story-no-effect = 您的回答不會影響您得到的協助
story-agree-title = 如果您願意公開
story-where = 可以放在哪裡？
story-last-day = 到哪一天為止？
story-last-day-hint = 最多一年
story-agree = 可以，公開吧
story-refuse-title = 如果您不願意公開
story-refuse = 不，不要公開
story-wish-title = 如果內容需要改
story-wish-field = 哪裡要改？
story-wish = 我想改一改
story-choose-place = 請至少勾選一個地方
story-until-wrong = 請選一個今天以後、一年以內的日子
story-wish-missing = 請寫下哪裡要改
story-choose = 請說可以、不可以，或者哪裡要改
story-shown-since = 從{ $since }起公開，最晚到{ $until }
story-withdraw = 現在收回
story-see = 查看公開網頁
story-keep-title = 延長一個故事的公開時間
story-keep-lead = 您的授權快要結束了。再同意一次，就會延長到您選的日子。您什麼都不做，它就會結束
story-state-live = 正在公開
story-state-asked = 您還沒有回答。哪裡都沒有公開
story-state-refused = 您說不可以。哪裡都沒有公開
story-state-wished = 您想改一改。哪裡都沒有公開
story-state-withdrawn = 已經收回。哪裡都沒有公開
story-state-over = 授權已經結束。哪裡都沒有公開
story-state-draft = 正在修改。公開任何內容之前，會再問您
story-no-client = 您已經不是這個計劃的客戶，所以哪裡都沒有公開
story-your-wish = 您想改的地方
story-list-title = 關於您生意的故事
story-list-lead = 只在您同意期間公開，一字不差就是您同意的內容
story-list-none = 還沒有問過您任何故事
story-list-back = 關於您生意的所有故事
story-public-foot = 由{ $program }講述，授權最晚到{ $day }。授權可以隨時收回，收回後這個網頁就沒有了。

## Without a name: what workers are asked

survey-title = 您的工作和薪資，不記名
survey-lead = { $program } 想瞭解在本地工廠工作的人的薪資和工種。只需兩分鐘
survey-promise-anonymous = 沒有人問您的姓名。我們不會把姓名、工作單位、電話號碼或裝置位址和您的答案存在一起
survey-promise-employer = 您的雇主絕不會看到您的答案。計畫的顧問也看不到
survey-promise-totals = 只公布總數，絕不公布少於 { $k } 人的數字
survey-promise-destroyed = 在統計總數之前，所有答案一起加密保存。調查結束後只統計一次總數，然後銷毀所有答案
survey-promise-free = 您可以不回答任何問題。這對您沒有任何影響
survey-promise-back = 因為沒有人知道哪些答案是您的，所以提交後無法更改或撤回
survey-pay = 您每小時的稅前薪資是多少？
survey-pay-why = 為了瞭解這裡的工作是否足夠維持生活，以及對哪些人不夠。如果按週付薪，請除以您的工作小時數
survey-pay-below = 不到 { $high }
survey-pay-between = { $low } 至 { $high }
survey-pay-above = { $low } 或以上
survey-pass = 我不回答這個問題
survey-job = 您主要做哪一類工作？
survey-job-why = 為了瞭解哪些工作的薪資足夠，以及誰得到這些工作
survey-job-51-0000 = 生產：操作機器、裝配、裁剪、縫紉、食品加工
survey-job-49-0000 = 安裝、保養和維修
survey-job-53-0000 = 倉庫、包裝、裝卸和駕駛
survey-job-17-0000 = 工程、設計、品管和實驗室
survey-job-43-0000 = 辦公室、訂單和記帳
survey-job-41-0000 = 銷售
survey-job-37-0000 = 清潔和場地維護
survey-job-11-0000 = 管理
survey-job-other = 其他
survey-race-why = 為了瞭解工作和薪資的分配是否公平。我們保存您選擇的群體；如果您選擇多個，只保存「多個」
survey-language = 您在家裡最常說哪種語言？
survey-language-why = 為了用大家說的語言提供培訓和資料
survey-language-choose = 選擇一種語言
survey-once = 請只為您本人提交一次
survey-send = 提交我的答案
survey-wrong-none = 還沒有選擇任何答案。請至少選擇一個，或關閉此頁
survey-thanks-head = 謝謝您
survey-thanks = 已收到您的答案，沒有您的姓名。沒有人能看出哪些是您的
survey-thanks-back = 本頁沒有在這台裝置上保存任何答案
survey-over-head = 此調查已結束
survey-over = 不再接收答案。沒有保存任何內容
survey-destroyed = 總數已統計，所有答案已銷毀
survey-full = 此調查的答案數量已滿。沒有保存任何內容
survey-crowded-head = 請稍後再試
survey-crowded = 一小時內從這個網路收到了很多答案。沒有保存任何內容。請一小時後再試，或使用手機自己的網路
survey-soon-head = 此調查尚未開始
survey-soon = 將於 { $day } 開始。請屆時再來
survey-poster-head = 您的工作薪資如何？請不記名告訴我們
survey-poster = 用手機掃描二維碼。兩分鐘。您的雇主絕不會看到您的答案
survey-poster-until = 截止 { $day }
