# LANGUAGE: Chinese, simplified script, for readers in the United States. "they" (他们) is the partner, "we" (我们) the program, "you" (您) the reader. Dates "by" a day include that day (在…或之前).

## The language itself

language-name = 简体中文
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
phrase-until = ，到{ $day }为止
phrase-on = 在{ $day }
phrase-around = 大约在{ $day }
phrase-next = 接下来
phrase-for-need = 寻求{ $word }方面帮助
phrase-with-need = 在{ $word }方面
phrase-what = ：{ $word }

the-partner = 合作机构
your-advisor = 您的顾问
one-more-thing = 还有一样东西要补充
work-is-done = 工作已经完成

## What a referral is for

need-business_development = 企业服务
need-technology_transfer = 新技术
need-real_estate = 场地
need-workforce = 招聘和培训
need-entrepreneurship = 创业辅导项目
need-training = 培训

## Said in several places

nothing-to-do = 您不需要做任何事
nothing-to-do-now = 您现在不需要做任何事
nothing-expected = 不需要您做什么
ask-again = 您随时可以再次提出请求
not-against-you = 这不会对您不利
clock-stops = 在那之前，{ $org }的答复时间暂停计算
says-outcome = { $org }表示：{ $outcome }
next-step-around = 接下来{ $around }：{ $step }
next-step-by = 接下来{ $by }：{ $step }
hear-more-around = 您{ $around }会得到更多消息

move-yours = 下一步由您{ $by }来做
move-advisor = 下一步由{ $advisor }来做。您现在不需要做任何事
move-partner = 下一步由{ $org }来做。您现在不需要做任何事
move-third-party = 我们大家都在等另一方。您现在不需要做任何事

## What is told at each step

told-reported = 这是{ $advisor }代{ $org }告知的
told-questions = 有问题吗？请拨打{ $phone }找{ $advisor }
told-have-request = 我们收到了您{ $for-need }的请求
told-advisor-answers = { $advisor }会{ $by }答复您
told-nothing-shared-yet = 在您同意之前，不会向任何人分享任何内容
told-would-introduce = { $advisor }想把您介绍给{ $org }
told-would-see-items = 他们会看到的就是这些内容：{ $items }
told-would-see = 您可以在这里看到他们具体会看到哪些内容
told-can-say = 您可以{ $by }表示同意、作出修改或表示不同意
told-agreed-items = 您同意与{ $org }分享{ $items }{ $until }
told-agreed = 您同意与{ $org }分享我们给您看过的内容{ $until }
told-wrote-agreed-items = { $advisor }记下了：您同意与{ $org }分享{ $items }{ $until }
told-wrote-agreed = { $advisor }记下了：您同意与{ $org }分享我们给您看过的内容{ $until }
told-advisor-sends = { $advisor }接下来会发送请求
told-can-undo = 您可以在24小时内撤销，也可以随时停止。每家合作机构可以分别决定
told-nothing-was-shared = 没有分享任何内容
told-other-ways = { $advisor }会{ $by }和您谈谈其他办法
told-asked = 我们已请{ $org }{ $with-need }帮助您
told-should-answer = 他们{ $by-or-next }应该会答复
told-stopped-before = 在{ $org }看到之前，我们就停止了这项请求
told-comes-next = { $advisor }会{ $by }告诉您接下来怎么做
told-not-sent = 您的请求没有发给任何人
told-is-reading = { $org }收到了您的请求，正在阅读
told-should-decide = 他们{ $by-or-next }应该会作出决定
told-said-yes = 好消息：{ $org }答应了
told-will-contact = { $contact }会{ $by }联系您
told-someone-will-contact = 那里会有人{ $by }联系您
told-if-they-do-not = 如果没有人联系您，请在这里告诉我们，我们会打电话给他们
told-cannot-help = { $org }无法在这件事上提供帮助
told-another-option = { $advisor }会{ $by }给您提供另一个选择
told-asked-advisor = { $org }请{ $advisor }再补充一样东西{ $what }
told-advisor-answers-them = { $advisor }会{ $by }答复他们
told-needs-one-thing = { $org }需要您提供一样东西{ $what }
told-send-or-call-contact = 请{ $by }从这里发送，或打电话给{ $contact }
told-send-or-call-advisor = 请{ $by }从这里发送，或打电话给{ $advisor }
told-advisor-answered = { $advisor }回答了{ $org }的问题
told-have-answer = 谢谢您。我们收到了您的回答
told-up-to-partner = 现在又轮到{ $org }了
told-work-started = 与{ $org }的工作已经开始
told-news = { $org }那里有新消息
told-on-pause = 这次转介暂停了
told-check-again = 我们会在{ $review-day }再次查看
told-keep-place = 您的位置会保留
told-keep-place-number = 您的位置会保留：名单上第{ $place }位
told-moving-again = 这次转介又继续进行了
told-will-talk = { $advisor }会{ $by }和您谈谈接下来怎么做

told-you-stopped = 您停止了这次转介
told-stopped-as-you-asked = 按照您的要求，{ $advisor }停止了这次转介
told-partner-told = 我们已经告诉{ $org }
told-no-longer-open = 他们不能再在这里打开您的信息
told-cannot-be-unread = 他们已经看过的内容无法收回
told-will-ask-other-help = { $advisor }会{ $by }问您是否想要其他帮助
told-stopped-referral = 我们停止了这次给{ $org }的转介
told-stopped-request = 我们停止了发给{ $org }的这项请求
told-asked-to-list = 我们请他们{ $by-until }列出为您做过的事
told-no-answer = { $org }没有按时答复
told-no-answer-days = { $waited ->
   *[other] { $org }在{ $waited }个工作日内没有答复
}
told-not-your-fault = 我们停止了这项请求。这不是您的错
told-permission-ended = 您的分享授权已{ $on-until }结束
told-not-answered-stopped = { $org }还没有答复，所以我们停止了这项请求
told-advisor-calls = { $advisor }会{ $by }给您打电话
told-permission-with-ended = 您与{ $org }分享信息的授权已{ $on-until }结束
told-closed-and-paused = 他们不能再在这里打开您的信息，这次转介也暂停了
told-can-renew = 您可以延长授权，继续进行，也可以让授权结束
told-is-it-right = 是这样吗？满足了您的需要吗？
told-can-answer = 您可以{ $by }回答：是、部分是、不是，或者事情没有发生
told-did-not-work = 这次没有成功
told-talk-next-steps = { $advisor }会{ $by }和您谈谈下一步
told-ask-other-help = 您随时可以请求其他帮助
told-thanks-answer = 谢谢您的回答
told-wrote-answer = 谢谢您。{ $advisor }记下了您的回答
told-will-talk-about-it = { $advisor }会{ $by }和您谈谈这件事
told-change-until = 到{ $change-day }为止，您都可以更改您的回答
told-change-90 = 您可以在90天内更改您的回答
told-opened-again = 我们重新开始了这次转介
told-partner-move-by = 下一步由{ $org }{ $by }来做
told-entry-mistake = 这条记录有误，已经移除
told-correction = 更正：上一条更新有误
told-back-where = 您的转介回到了原来那一步：{ $stands }
told-what-we-agreed = 我们商定的是：{ $agreed }
told-wrote-what-next = { $advisor }记下了我们商定的下一步
told-look-again = 我们会在{ $next-day }再来看这件事
told-if-not-agreed = 如果这和您商定的不一样，请在这里告诉我们
told-trying = 我们接下来会试试{ $new-org }
told-trying-other = 我们接下来会试试另一家合作机构
told-as-asked-trying = 按照您的要求，我们接下来会试试{ $new-org }
told-as-asked-trying-other = 按照您的要求，我们接下来会试试另一家
told-ask-before = 在分享任何内容之前，我们会先问您

## Where it stands, as a clause

stands-draft = 正在准备
stands-requested = 已发给{ $org }
stands-received = { $org }正在阅读
stands-accepted = { $org }答应了
stands-rejected = { $org }无法在这件事上提供帮助
stands-in-progress = 工作正在进行
stands-on-hold = 暂停中{ $until-review }
stands-completed = { $org }表示已经完成
stands-failed = 没有成功
stands-cancelled = 已停止
stands-entered-in-error = 已移除

## The head of the page

head-to = { $name }，{ $what }
head-draft-yours = 在分享任何内容之前，我们需要您的答复
head-draft = 我们正在准备您的请求
head-question-yours = 合作机构需要您提供一样东西
head-requested = 您的请求已在合作机构那里
head-received = 合作机构正在阅读您的请求
head-accepted = 合作机构答应了
head-rejected = 这家合作机构无法就您的请求提供帮助
head-in-progress-yours = 下一步由您来做
head-in-progress = 工作正在进行
head-on-hold = 您的请求暂停了
head-completed-yours = 合作机构表示已经完成。是这样吗？
head-disputed = 您告诉我们情况不是这样
head-completed = 您的请求已经完成
head-failed = 这次没有成功
head-cancelled = 这项请求已停止
head-entered-in-error = 这条记录有误

## What happens, and by when

page-nothing-before-yes = 在您同意之前，不会分享任何内容
page-writing-down = { $advisor }正在记下您的需要
page-hear-from-us = 我们会{ $by }给您消息
page-ask-before = 在分享任何内容之前，我们会先问您
page-partner-will-contact = { $org }会{ $by }联系您
page-if-they-do-not = 如果他们没有联系您，请告诉我们，我们会打电话给他们
page-keep-place-check = 您的位置会保留，我们会在{ $review-day }再次查看
page-told-not-so = 您告诉我们情况不是这样。{ $advisor }会{ $by }和您谈谈
page-not-so = 您告诉我们情况不是这样
page-taken-out = 记录已经移除
page-has-it = { $org }收到了
page-is-reading-it = { $org }正在阅读
page-usually = { $days ->
   *[other] 他们通常在{ $days }个工作日内答复
}
page-if-nothing-by = 如果到{ $due }还没有消息，我们会打电话给他们，并告诉您
page-tell-when-answer = 他们答复后，我们会告诉您
page-asked-you = { $org }问您：{ $question }
page-asked-advisor = { $org }问{ $advisor }：{ $question }
page-working-with = 您正在和{ $org }一起工作
page-all-waiting = 我们大家都在等另一方作决定
page-elsewhere = 在这件事记录到这里之前，已经询问过{ $org }。这里不会分享您的任何信息，{ $advisor }会记录后续情况
page-ask-help-again = 您随时可以再次请求帮助

## Do you need to do anything?

do-no = 不需要
do-not-now = 现在不需要
do-question = 需要：{ $question }
do-send-here = 请{ $by }从这里发送
do-look-and-say = 需要：请{ $by }看看会分享哪些内容，并表示同意或不同意
do-tell-if-right = 需要：请{ $by }告诉我们情况是否属实、是否满足了您的需要
do-step = 需要，请{ $by }完成：{ $step }
do-tell-when-ready = 需要：您准备好继续时，请{ $by }告诉{ $advisor }
do-partner-waits = 需要：{ $org }正等着您{ $by }回复

## The five stations

station-you-asked = 您提出的需要：{ $need }
station-we-wrote = 我们记下了您的需要：{ $need }
station-ask = 我们询问{ $org }
station-ask-someone = 我们询问一家合作机构
station-asked = 我们已询问{ $org }
station-asked-someone = 我们已询问一家合作机构
station-said-no = 合作机构没有答应
station-said-yes = 合作机构答应了
station-reviews = 一家合作机构查看请求
station-started-business_development = 您和他们一起开展工作
station-started-technology_transfer = 您与专家见面
station-started-real_estate = 您去看场地
station-started-workforce = 您与可招聘或培训的人见面
station-started-entrepreneurship = 您开始参加项目
station-training-started = 您开始参加培训
station-result-business_development = 结果
station-result-technology_transfer = 结果
station-result-real_estate = 行或不行
station-result-workforce = 结果
station-result-entrepreneurship = 您完成项目
station-training-result = 您完成培训
station-note-wrote = { $advisor }记下了您的需要
station-note-agreed = 您已同意分享。接下来由我们发送
station-note-expected = 预计在{ $due }或之前
station-note-set-time = 我们会和您一起定时间
station-note-if-no = 如果不行，我们会告诉您原因，并再次寻找
station-note-ask-met = 我们会问您，这是否满足了您的需要

## The notice around it. A space after {"{link}"}, so that a phone sees where the address ends.

notice-subject = { $program }：有新消息
notice-text = { $phone ->
    [none] { $program }：有新消息。{"{link}"}
   *[other] { $program }：有新消息。{"{link}"} 有问题吗？请拨打{ $phone }
}
notice-hello = { $name ->
    [none] 您好：
   *[other] { $name }，您好：
}
notice-see =
    查看现在到了哪一步：{"{link}"}
    这是私人链接。任何人有了这个链接，都能看到页面。
    要查看您的所有请求，请用代码登录：{"{sign-in}"}
told-message = 您有一条留言。请打开您的页面阅读和回复。
told-renewed = 您延长了与{ $org }分享信息的授权，到{ $day }为止
told-wrote-renewed = { $advisor }记下了：您延长了与{ $org }分享信息的授权，到{ $day }为止
told-can-undo-24 = 您可以在24小时内撤销，也可以随时停止

## Reminders

remind-call = { $phone ->
    [none] 告诉{ $advisor }
   *[other] 拨打{ $phone }找{ $advisor }
}
remind-consent-answer = 我们问过您，是否可以与{ $org }分享您的请求。请在{ $day }或之前表示同意或不同意。在您同意之前，不会分享任何内容。
remind-consent-answer-late = 我们问过您，是否可以与{ $org }分享您的请求。您现在仍然可以表示同意或不同意。在您同意之前，不会分享任何内容。
remind-first-contact = { $org }答应了，并承诺在{ $day }或之前联系您。有人给您打过电话吗？如果没有，请{ $call }。
remind-confirm = { $org }表示已经完成。这对您有帮助吗？请在{ $day }或之前告诉我们。这只需要一分钟，您的回答很重要。
remind-confirm-late = { $org }表示已经完成。这对您有帮助吗？您现在仍然可以告诉我们。这只需要一分钟，您的回答很重要。
remind-question = { $org }还需要您在{ $day }或之前提供一样东西。请从您的页面发送，或{ $call }。
remind-question-late = { $org }还需要您提供一样东西。请从您的页面发送，或{ $call }。
remind-consent-near = 您与{ $org }分享信息的授权将在{ $day }结束，也就是一周以后。如果要继续，请在您的页面上延长授权，或{ $call }。如果您什么都不做，授权就会结束。
remind-consent-ends = 您与{ $org }分享信息的授权将在{ $day }结束。如果要继续，请在那之前到您的页面上延长授权，或{ $call }。如果您什么都不做，授权就会结束。
remind-news = 您的请求有新消息。请查看您的页面，或{ $call }。

## What is shared, inside a sentence

field-need = 您的需要
field-business_name = 企业名称
field-contact_name = 联系人姓名
field-telephone = 电话
field-email = 电子邮箱
field-address = 地址
field-product = 生产的产品
field-workers = 员工人数
field-years_in_business = 经营年数

## Codes: reasons, stages, outcomes and next steps

code-decline-any-not_eligible_location = 他们只服务其他地区。
code-decline-any-not_eligible_size = 他们只服务其他规模的企业。
code-decline-any-not_eligible_sector = 他们只服务其他类型的企业。
code-decline-any-not_eligible_stage = 他们只服务处于更早或更晚阶段的企业。
code-decline-any-not_eligible_ownership_or_certification = 他们要求一种证书，您的企业目前没有。
code-decline-any-not_eligible_credit_or_financials = 他们对信用或账目记录的规定，目前不适合您的情况。
code-decline-any-not_eligible_legal_status = 他们只服务其他法律形式的企业。
code-decline-any-not_eligible_other = 他们的规定不适合您的请求。
code-decline-any-no_capacity_now = 他们目前名额已满。
code-decline-any-waitlist_closed = 他们名额已满，等候名单也关闭了。
code-decline-any-programme_paused_or_ended = 他们的项目已经暂停或结束。
code-decline-any-funds_exhausted = 他们用于这方面的资金暂时用完了。
code-decline-any-service_not_offered = 他们不提供这类帮助。
code-decline-any-language_not_offered = 他们不能用您的语言提供这项帮助。
code-decline-any-already_served_here = 您已经在接受他们的这项帮助。
code-decline-any-duplicate = 他们已经有您的这项请求。
code-decline-any-not_enough_information = 他们从我们这里得到的信息不够，无法决定。
code-decline-any-wrong_contact = 我们把请求发错了办公室。
code-decline-any-no_suitable_site = 他们没有适合您需要的场地。
code-decline-any-no_suitable_candidates = 他们没有适合这份工作的人可以介绍。
code-decline-any-no_matching_expertise = 他们没有您需要的这方面的专家。
code-decline-any-conflict_of_interest = 他们已经在和另一方合作，那一方的利益可能与您的利益有冲突。
code-decline-any-other = 他们给出了其他原因。
code-hold-any-waitlist = 您在他们的等候名单上。
code-hold-any-waiting_client_information = 他们在等您的文件或信息。
code-hold-any-waiting_client_decision = 他们在等您作决定。
code-hold-any-waiting_advisor = 您的顾问需要先做一件事。
code-hold-any-waiting_third_party = 我们在等另一方，例如房东、贷款机构或市政府。
code-hold-any-cohort_or_season_start = 这会和下一期一起开始。
code-hold-any-funding_decision = 我们在等资金方面的消息。
code-hold-any-permit_or_zoning = 我们在等许可证或土地分区的决定。
code-hold-any-client_asked_to_pause = 您要求暂停。
code-hold-any-consent_expired = 您的分享授权已结束。
code-hold-any-partner_staffing = 他们目前人手不够。
code-hold-any-other = 暂停有其他原因。
code-cancel-any-no_longer_needed = 您告诉我们，您不再需要这项帮助。
code-cancel-any-found_help_elsewhere = 您在别处找到了帮助。
code-cancel-any-not_the_right_time = 您告诉我们，现在时机不合适。
code-cancel-any-concern_about_partner = 您告诉我们，您对这家合作机构有顾虑。
code-cancel-any-privacy_concern = 您告诉我们，您对隐私有顾虑。
code-cancel-any-cost_or_terms = 您告诉我们，费用或条件不适合您。
code-cancel-any-no_reason_given = 您不必说明原因。
code-cancel-any-wrong_partner = 我们把请求发给了一家不合适的合作机构。
code-cancel-any-better_option_found = 我们为您找到了更好的选择。
code-cancel-any-duplicate = 同样的请求已经有了。
code-cancel-any-need_changed = 您的需要有了变化。
code-cancel-any-partner_closed = 这家合作机构已经关闭。
code-cancel-any-contract_ended = 我们与这家合作机构的合同已经结束。
code-cancel-any-no_response_from_partner = 他们没有按时答复。
code-cancel-any-consent_refused = 您不想分享您的信息。
code-cancel-any-consent_revoked = 您结束了分享授权。
code-cancel-any-consent_expired = 您的分享授权已结束。
code-cancel-any-not_sent = 我们没有发送这项请求。
code-cancel-any-not_selected = 我们询问了几家合作机构，选定的是另一家。
code-cancel-any-business_closed = 您的企业已经停业。
code-cancel-any-business_moved_away = 您的企业已经搬到别处。
code-cancel-any-other = 有其他原因。
code-fail-any-could_not_contact_client = 他们试过联系您，但没有联系上。
code-fail-any-client_missed_appointments = 原定的会面没有进行。
code-fail-any-client_declined_offer = 您选择不接受他们提供的方案。
code-fail-any-found_not_eligible_later = 他们后来发现，他们的规定不适合您的请求。
code-fail-any-funds_exhausted_later = 他们用于这方面的资金用完了。
code-fail-any-documents_not_completed = 还缺一些文件。
code-fail-any-terms_not_acceptable = 他们提出的条件不适合您。
code-fail-any-third_party_said_no = 另一方（例如贷款机构或房东）没有答应。
code-fail-any-zoning_or_permit_refused = 市政府没有批准所需的许可证或土地分区。
code-fail-any-site_lost_to_other_tenant = 这处场地给了别人。
code-fail-any-technology_not_feasible = 测试表明，这项技术不适用于这件事。
code-fail-any-no_hire_made = 没有雇用任何人。
code-fail-any-partner_capacity_lost = 他们不能再做这项工作。
code-fail-any-partner_stopped_responding = 他们不再答复我们。
code-fail-any-other = 有其他原因。
code-next_step-any-re_referred = 我们正在和您一起尝试另一家合作机构。
code-next_step-any-other_help_given = 我们用其他方式帮助您。
code-next_step-any-client_will_retry_later = 您想以后再试。
code-next_step-any-client_wants_nothing_more = 在这件事上，您现在不想要更多帮助。
code-next_step-any-could_not_reach = 我们试过联系您，但没有联系上。
code-next_step-any-checked_in = 我们问了还有谁在那里工作。
code-next_step-any-no_service_exists = 据我们所知，没有人提供这种帮助。我们已经记下缺少这种帮助。
code-reopen-any-disputed_outcome = 您告诉我们，结果和他们说的不一样。
code-reopen-any-reported_by_mistake = 之前误报为已经结束。
code-missing-any-time = 花的时间太长。
code-missing-any-quality = 帮助不够好。
code-missing-any-cost = 费用太高。
code-missing-any-respect = 您没有受到尊重。
code-missing-any-language = 没有使用您的语言。
code-missing-any-fit = 这不是您需要的。
code-missing-any-other = 还缺少别的东西。
code-stage-any-awaiting_consent = 在分享任何内容之前，我们需要您同意
code-stage-any-awaiting_information = 他们在等一样东西
code-stage-any-intro_scheduled = 第一次会面的时间已经定好
code-stage-any-intro_held = 第一次会面已经进行
code-stage-any-intro_missed = 第一次会面没有进行
code-stage-any-intro_moved = 第一次会面改了日期
code-stage-business_development-scoping = 您和他们商定要做的事
code-stage-business_development-working = 他们正在和您一起做这件事
code-stage-business_development-deliverable_review = 您和他们一起看结果
code-stage-business_development-application_prepared = 您和他们一起准备申请
code-stage-business_development-application_submitted = 申请已经递交
code-stage-business_development-decision_pending = 申请正在等待决定
code-stage-technology_transfer-need_defined = 他们知道您需要什么
code-stage-technology_transfer-expert_matched = 已为您的问题找到专家
code-stage-technology_transfer-nda_or_terms = 您和他们商定条件和保密事项
code-stage-technology_transfer-assessment = 专家查看您的生产流程
code-stage-technology_transfer-pilot_or_prototype = 您进行试用
code-stage-technology_transfer-licence_or_adoption = 您和他们商定您可以怎样使用
code-stage-technology_transfer-integration = 正在您的车间里投入使用
code-stage-real_estate-requirements_confirmed = 他们知道您需要什么场地
code-stage-real_estate-search = 他们正在寻找合适的场地
code-stage-real_estate-tours = 您去看场地
code-stage-real_estate-offer_or_loi = 正在拟写场地的出价
code-stage-real_estate-negotiation = 您商谈租金和条件
code-stage-real_estate-financing_or_fit_out = 您安排资金或场地的装修
code-stage-real_estate-lease_or_purchase_signed = 场地的文件已经签好
code-stage-real_estate-moved_in = 您已经搬进去
code-stage-workforce-job_order = 他们知道您想招人的职位
code-stage-workforce-candidates_sent = 他们已经介绍人来与您见面
code-stage-workforce-interviews = 您与应聘的人见面
code-stage-workforce-offers = 您发出录用邀请
code-stage-workforce-training_scheduled = 培训日期已经定好
code-stage-workforce-training_under_way = 培训正在进行
code-stage-workforce-placed = 新员工已经开始工作
code-stage-entrepreneurship-application = 您填写申请表
code-stage-entrepreneurship-interview = 您与项目的人见面
code-stage-entrepreneurship-admitted = 您在项目中有了名额
code-stage-entrepreneurship-attending = 您正在参加项目
code-stage-entrepreneurship-milestone = 您达到了项目的一个目标
code-stage-entrepreneurship-graduated = 您已经完成项目
code-outcome-any-fully_met = 您得到了所请求的全部帮助
code-outcome-any-partly_met = 您得到了所请求的部分帮助
code-outcome-any-information_only = 您得到了信息
code-outcome-any-delivered_result_pending = 已经提供了帮助，结果还不知道
code-outcome-business_development-plan_or_books_done = 您的计划书或账目已经完成
code-outcome-business_development-financing_applied = 您申请了贷款或其他资金
code-outcome-business_development-financing_obtained = 您得到了贷款或其他资金
code-outcome-business_development-grant_obtained = 您得到了补助金
code-outcome-business_development-certification_obtained = 您得到了证书
code-outcome-business_development-contract_won = 您赢得了一份合同
code-outcome-business_development-legal_matter_settled = 您的法律事务已经解决
code-outcome-business_development-market_entered = 您在新的市场销售
code-outcome-technology_transfer-assessment_delivered = 您得到了一份关于生产流程的报告
code-outcome-technology_transfer-facility_access = 您使用了实验室或车间
code-outcome-technology_transfer-prototype_built = 您的样品已经做好
code-outcome-technology_transfer-equipment_or_process_adopted = 您使用了新设备或新流程
code-outcome-technology_transfer-licence_signed = 您签了许可协议
code-outcome-technology_transfer-ip_filed = 您提交了保护创意的申请
code-outcome-technology_transfer-joint_project_funded = 您的合作项目得到了资金
code-outcome-real_estate-lease_signed = 您签了租约
code-outcome-real_estate-purchase_closed = 您买下了场地
code-outcome-real_estate-stayed_in_place = 您续签了租约，留在原处
code-outcome-real_estate-expanded_in_place = 您在原处有了更多场地
code-outcome-real_estate-shared_or_temporary_space = 您有了共用或短期的场地
code-outcome-real_estate-displacement_avoided = 您不必离开您的场地
code-outcome-real_estate-relocation_out_of_area = 您搬到了本地区以外的场地
code-outcome-workforce-hires = 您雇用了人
code-outcome-workforce-incumbent_workers_trained = 您的员工接受了培训
code-outcome-workforce-apprenticeship_registered = 您的学徒计划已经登记
code-outcome-workforce-retention_90_days = 您雇用的人在90天后仍在工作
code-outcome-entrepreneurship-enrolled = 您参加了项目
code-outcome-entrepreneurship-graduated = 您完成了项目
code-outcome-entrepreneurship-business_registered = 您的企业已经登记
code-outcome-entrepreneurship-first_sale = 您做成了第一笔销售
code-outcome-entrepreneurship-left_early = 您提前离开了项目

## A unit came free: whole sentences

vacancy-text = { $phone ->
    [none] { $program }：有新消息。
   *[other] { $program }：有新消息。请拨打{ $phone }。
}
vacancy-told = 有一处空出来的场地，可能适合您的需要。您希望我们去问一问吗？
vacancy-news = { $phone ->
    [none] 您请我们找的场地有新消息。
   *[other] 您请我们找的场地有新消息。请拨打{ $phone }。
}
vacancy-enough = 您说过希望收到这样的消息。如果不想再收到，请告诉我们。

## The frame of every page

skip = 跳到主要内容
languages = 语言



## Own pages: what every one of them says

title-error = 有错误：{ $title }
errors-to-fix = { $n ->
   *[other] 有{ $n }处需要修改
}
pages-of-list = 此列表的页面
pages-first = 第一页
pages-next = 下一页
day-and-hour = { $day } { $hour }
clock = { $half ->
    [am] 上午
   *[pm] 下午
}{ $hour }:{ $minute }
optional = 可不填
choose = 请选择
no-answer = 不回答
yes = 是
partly = 部分是
no = 不是
have-code = 我有代码
your-request-for = 您的请求：{ $need }
urgency-this_week = 本周
urgency-this_month = 本月
urgency-this_quarter = 三个月内
urgency-no_rush = 不急
code-heading = 输入您的代码
code-where = 代码在您收到的信里，或由我们读给您听
code-reference = 编号
code-reference-hint = 例如R-1187
code-code = 代码
code-code-hint = 12个字母和数字；大小写、空格和连字符都没有关系
code-open = 打开
code-no-code = 不能用，或者您没有代码？请打电话给我们，我们在电话里帮您：
code-wrong = 这个编号和这个代码放在一起打不开任何页面。请检查这两项；错误十次以后需要等30分钟
link-stopped = 此链接已失效
link-stopped-why = 为了保护您的信息，链接的有效期是90天；用代码打开的页面会在30分钟后关闭
link-stopped-next = 您的顾问可以给您发一个新链接
face-signed-out = 您离开了一段时间
face-signed-out-next = 页面自动关闭了。请再次打开您的链接，或输入您的代码
face-nothing-here = 这里没有内容
face-nothing-here-next = 这个地址不完整，或者不是您可以查看的页面。请再次打开我们发给您的链接，或输入您的代码
face-not-allowed = 在这里不能这样做
face-not-allowed-next = 没有保存任何内容。请用您的链接或代码再次打开页面，在那里按按钮
face-refused = 这没有成功
face-changed = 您打开以后，有人更改了内容
face-changed-next = 没有保存任何内容。请返回并重新载入页面，如果您的内容仍然正确，请再发送一次
face-busy = 一时操作太多
face-busy-next = 没有保存任何内容。请稍等片刻再试
face-no-room = 现在无法保存
face-no-room-next = 没有保存任何内容。请返回并保留您写的内容，稍后再试，或打电话给我们
face-too-large = 内容太长
face-too-large-next = 没有保存任何内容。请返回，缩短后再发送
face-broke = 出了问题
face-broke-next = 这不是您的错，也没有什么事只做了一半。请再试一次。如果还是不行，请打电话给我们
face-broke-number = 请告诉我们这个号码：
complaint-choose = 请选择列表中的一个答案
complaint-date = 请写日期，例如2026-11-22或11/22/2026。您输入的是{ $typed }
complaint-email = 请写电子邮箱地址，例如name@example.org。您输入的是{ $typed }
complaint-email-needed = 请写电子邮箱地址
complaint-telephone = 请写电话号码，例如555-010-0110。您输入的是{ $typed }
complaint-character = { $what }中有无法显示的字符。请去掉它再写一次
complaint-unseen = { $what }中的第{ $n }个字符看不见。它可能是复制文字时带来的。请去掉它再写一次
complaint-number = { $what }中有一个看起来像社会安全号码或ITIN的号码。这里从不保存这类号码。请把它去掉
complaint-telephone-number = 这看起来像社会安全号码或ITIN。这里从不保存这类号码。请写电话号码
complaint-too-long = 请把{ $what }缩短到{ $most }个字符以内。现在有{ $length }个
complaint-fill-in = 请填写{ $what }
complaint-what-message = 您的留言
complaint-what-need = 您的需要
complaint-what-answer = 您的回答
complaint-what-comment = 您的补充
complaint-what-reason = 原因
complaint-write-need = 请写下您的需要
complaint-shorten-need = 请把您的需要缩短到2,000个字符以内
complaint-write-message = 请先写下您的留言
complaint-readers = 请选择由谁阅读。只有在合作机构已经答应、并且可以看到您的姓名时，才能写给它
complaint-form-broken = 无法读取这份表格：有一栏缺少、重复，或者不是我们表格里的。请返回并重新载入页面，然后再发送一次
complaint-form-incomplete = 这份表格不完整。请返回并重新载入页面，然后再发送一次
complaint-language = 请选择页面上的一种语言
complaint-tick-one = 请至少选一个，然后再按一次
complaint-many-requests = 您已经有{ $most }项请求在等待答复。请打电话给我们
complaint-message-now = 现在不能写：合作机构还没有答应，或者不能再看到您的姓名
complaint-messages-full = 这里已经有{ $most }条留言。请改用电话联系
complaint-not-shared = 这次转介没有在进行，所以不再分享任何内容
complaint-no-yes = 没有可以撤回的同意
complaint-renew-later = 现在不需要延长这项授权
complaint-answer-90 = 在结束后的90天内可以回答或更改回答
letter-dear = { $name }，您好
letter-what-for = 用这个代码，您可以查看请求的进展，对分享表示同意或不同意，回答问题，给我们留言，或停止请求。您不需要密码，也不需要电子邮箱
letter-open = 在手机或电脑上打开这个地址：
letter-reference = 输入编号：
letter-code = 输入代码：
letter-until = 代码的有效期到{ $day }。请不要告诉别人：有代码的人都可以打开您的页面。它从不显示您对个人情况的回答
letter-talk = { $phone ->
    [none] 想直接和人谈谈？请联系{ $program }
   *[other] 想直接和人谈谈？请打电话给{ $program }：{ $phone }
}
letter-all-by-phone = 页面上的一切也都可以在电话里办理
notice-answer =
    请在这里回答：{"{link}"}/answer
    这个链接是私人的。有链接的人都可以看到页面。



## Own pages: status, sharing, messages, stopping, answers

do-heading = 您需要做什么吗？
stands-heading = 进展情况
station-done = 已完成：
station-now = 现在：
station-later = 以后：
now = 现在
questions = 有问题吗？
your-advisor-is = { $program }的{ $advisor }是您的顾问
call-advisor = 打电话给{ $advisor }
text-advisor = 发短信给{ $advisor }
answer-the-message = 请直接回复带您来到这里的那条消息。
help-with-something-else = 请求其他帮助
foot-no-password = 不需要密码
foot-link = 编号{ $reference }。这是您的私人页面：有链接的人都可以看到。有效期到{ $day }
agreed-and-next = 您同意分享。接下来{ $advisor }会把您的请求发给{ $org }。您随时可以停止。
changed-since = 您打开这个页面以后，情况有了变化。您发送的内容没有保存。请再看一遍页面，如果仍然正确，请再发送一次
not-possible-now = 现在不能这样做。请再看一遍页面：上面有您的请求的进展情况
answer-heading = 发送您的回答
answer-label = 您的回答
answer-send = 发送我的回答
missing-answer = 请先写下您的回答
missing-need-met = 请告诉我们您是否得到了需要的帮助：是、部分是或不是
missing-reason = 请用您自己的话写下原因
missing-comment = 请用您自己的话告诉我们缺少了什么
missing-something = 这里缺少内容
met-heading = 有帮助吗？
met-heading-change = 您的回答
met-you-said = 您的回答是：
met-question = 您得到需要的帮助了吗？
met-say-more = 如果愿意，可以多说一些
happened-question = 事情和他们说的一样吗？
not-quite = 不完全是
was-missing-question = 缺少了什么？
respect-question = 您受到尊重了吗？
respect-5 = 是，完全受到
respect-4 = 大部分受到
respect-3 = 部分受到
respect-2 = 很少受到
respect-1 = 没有，完全没有
comment-label = 想补充的话
comment-readers = 谁可以看您写的话？
comment-program = 只有我们项目的人
comment-partner = 合作机构也可以
own-words = 用您自己的话
own-words-hint = 用您自己的话
stop-heading = 要停止这次转介吗？
stop-button = 停止这次转介
stop-partner-told = 我们会通知{ $org }停止
stop-not-open = 这次转介现在没有在进行，所以没有什么需要停止
stop-go-back = 返回，不停止
stop-why = 为什么？
stop-no-other-help = 我不需要这方面的其他帮助
why-no_longer_needed = 我不再需要了
why-found_help_elsewhere = 我在别处得到了帮助
why-not_the_right_time = 现在不是合适的时候
why-concern_about_partner = 我对这家合作机构有顾虑
why-privacy_concern = 我对我的隐私有顾虑
why-cost_or_terms = 费用或条件不适合我
why-no_reason_given = 我不想说
back-to-request = 回到您的请求
asked-before = 您提出过的请求
asked-answer-by = 我们收到了。会有人在{ $day }或之前答复您
asked-answer-soon = 我们收到了。很快会有人答复您
asked-over = 这件事已经结束
asked-looks-after = 由{ $advisor }负责
ask-kind = 是关于什么的？
ask-need = 您需要什么？
ask-urgency = 什么时候需要？
ask-button = 请求帮助
ask-when = 两个工作日内会有人答复您
still-on-hold = 暂停期间，合作机构的答复时间暂停计算
still-since = { $left ->
    [0] 合作机构的答复时间从{ $day }起暂停计算
   *[other] 合作机构的答复时间从{ $day }起暂停计算，还剩{ $left }个工作日
}
trainees-sent = { $n ->
   *[other] 您的企业有{ $n }人被送去培训
}
trainees-few = 每个人的情况由他们自己来说：少于{ $fewest }人时只显示人数
trainees-how = { $n ->
   *[other] 您的企业有{ $n }人被送去培训：{ $under-way }人正在培训，{ $finished }人已完成
}
trainees-many = 每个人看自己的页面；您只看到人数
messages = 留言
thread-nothing-yet = 还没有留言
thread-says-readers = 每条留言都写明谁会看到
thread-all = { $n ->
   *[other] 全部{ $number }条留言
}
thread-write = 写留言
thread-at-most = 最多{ $most }个字符
thread-who-reads = 谁会看到？
thread-send = 发送留言
thread-closed = 现在不能在这里留言。请打电话
thread-read-by = 阅读者：{ $names }
thread-will-read = { $n ->
   *[other] { $names }会看到
}
thread-you = 您
thread-you-inside = 您
thread-by-partner = { $name }，{ $org }
share-heading = 我们可以分享这些吗？
share-yes = { $n ->
    [1] 同意，分享这些
   *[other] 同意，与这{ $n }家都分享
}
share-no = 不同意，不分享
share-leave-out = 如果想去掉某一项，请打电话给{ $advisor }
share-some = 只与其中几家分享
share-ticked = 同意，与我选中的分享
sees-heading = 合作机构可以看到什么
sees-no-more = 不能再看到任何内容：他们通向这项请求的链接已关闭
sees-never-opened = 没有。他们从未打开您的请求，所以没有分享任何内容
sees-nothing = 没有。您现在没有有效的授权
sees-when-sent = 现在还没有。我们发送请求以后，他们会看到您需要什么、什么时候需要、行业类别、大约有多少人和您一起工作，以及您所在的地区
sees-rough = 您需要什么、什么时候需要、行业类别、大约有多少人和您一起工作，以及您所在的地区
sees-by-name = 您要求我们用姓名介绍您，所以他们还会看到：{ $items }
sees-after-yes = 他们答应了，所以还会看到：{ $items }
sees-only-after-yes = 只有在他们答应以后，还会看到：{ $items }
sees-no-fields = 不分享其他内容
sees-until = 您同意了这些。最晚在{ $day }结束
sees-exact-words = 您同意的原文
sees-opened-details = { $n ->
   *[other] 您的保密内容：他们打开过{ $n }次，最近一次是{ $day }
}
no-longer-needed = 我不再需要了
renew-ends = 您的授权快要结束了
renew-ended = 您的授权已经结束
renew-how = 如果要继续，请让{ $org }在同样长的时间里看到同样的内容
renew-or-not = 如果您什么都不做，授权就会结束
renew-button = 延长我的授权
undo-heading = 撤销我的同意
undo-until = 您可以在{ $moment }之前撤销
undo-was-read = { $org }已经打开了您的请求
undo-rest-stops = 其他一切都会停止
undo-not-read = { $org }还没有打开您的请求，所以没有分享任何内容，以后也不会
undo-button = 撤销：不分享
others-heading = 这件事也询问了这些机构
others-stop = 停止与{ $org }分享
others-each = 每一家都可以分别停止
with-not-sent = 还没有发送
with-not-looked = 还没有看
with-reading = 正在阅读
with-said-yes = 答应了
with-on-pause = 暂停
with-cannot-help = 无法帮助
with-done = 已完成
with-stopped = 已停止
consent-question = { $program }可以与{ $partners }分享以下内容，请他们帮助您吗？事由：{ $need }
consent-line = { $label }：{ $value }
consent-line-after = { $label }（只有在他们答应以后）：{ $value }
consent-need-of = 给{ $org }：{ $need }
consent-secret = 保密内容：只有在您和{ $org }签署保密协议以后
consent-by-name = { $n ->
   *[other] 您希望我们用姓名介绍您，所以{ $partners }马上就能看到全部内容
}
consent-at-first = { $n ->
   *[other] 一开始{ $partners }只能看到您需要什么、什么时候需要、您的行业类别、大约有多少人和您一起工作，以及您所在的地区
}
consent-rest = { $n ->
    [1] 只有在他们答应以后才能看到其余内容
   *[other] 每一家只有在答应以后才能看到其余内容
}
consent-never = 绝不会与他们分享您的种族、性别或服兵役情况
consent-ends = 这项授权在转介结束30天后结束，最晚在{ $day }结束
consent-undo = 您可以在24小时内撤销，也可以随时停止
consent-each = 您可以对其中一家停止，也可以对全部停止
consent-unread = 在那之前他们已经看过的内容无法收回
sheet-tt_type = 想要的帮助类型
sheet-process = 工艺
sheet-trl_now = 现在成熟到什么程度？（TRL）
sheet-trl_target = 希望成熟到什么程度？（TRL）
sheet-mrl_now = 现在制造成熟到什么程度？（MRL）
sheet-mrl_target = 希望制造成熟到什么程度？（MRL）
sheet-ip_status = 构想的保护
sheet-ip_owner = 归谁所有？
sheet-nda_wanted = 是否需要先签保密协议？
sheet-lab_wanted = 想要的实验室或提供方
sheet-equipment_wanted = 需要的设备
sheet-materials = 材料
sheet-lab_minutes_wanted = 需要的小时数
sheet-safety_training = 安全培训完成了吗？
sheet-tt_deadline = 截止日期
sheet-sbir_agency = SBIR或STTR：联邦机构
sheet-sbir_phase = SBIR或STTR：阶段
sheet-sbir_topic = SBIR或STTR：主题编号
sheet-export_control = 是否受出口管制（ITAR或EAR）？
sheet-uei = UEI
sheet-cage = CAGE代码
sheet-sam_status = SAM注册
sheet-matching_cents = 已有的配套资金
sheet-bd_topic = 主题
sheet-funding_sought_cents = 寻求的资金
sheet-funding_use = 资金用途
sheet-papers_ready = 已准备好的文件
sheet-certificate_wanted = 想要的证书
sheet-bd_deadline = 截止日期
sheet-own_money_cents = 已有的自有资金
sheet-venture_stage = 创业处于什么阶段？
sheet-cohort_wanted = 想参加的项目或班级
sheet-cohort_by = 最晚开始日期
sheet-times_possible = 合适的时间
sheet-program_topics = 想学的内容
sheet-childcare_words = 托儿情况，用您自己的话
sheet-transit_words = 交通情况，用您自己的话
sheet-work_wants = 需要什么？
sheet-job_title = 职位
sheet-people_wanted = 多少人？
sheet-wage_low_cents = 提供的工资，最低
sheet-wage_high_cents = 提供的工资，最高
sheet-week_hours = 每周工时
sheet-shifts = 班次
sheet-skills = 技能
sheet-work_languages = 工作语言
sheet-training_wanted = 想要的培训
sheet-apprenticeship = 是否采用学徒制？
sheet-work_starts_on = 开始时间
sheet-benefits_words = 福利
sheet-getting_there = 员工如何上班
unit-people = { $n ->
   *[other] { $number }人
}
unit-hours-a-week = { $n ->
   *[other] 每周{ $number }小时
}
unit-hours = { $number }小时
answer-page-link = 查看进展情况
contact-heading = 有人给您打过电话吗？
contact-why = { $org }答应了，并承诺联系您
contact-yes = 是的，打过了
contact-no = 没有，还没打
contact-yes-said = 是的，他们给我打过电话了。
contact-no-said = 没有，还没有人给我打电话。
renew-heading = 要延长您的授权吗？
years-less-than-one = 不到一年
choice-any-yes = 是
choice-any-no = 否
choice-any-other = 其他
choice-any-none = 没有
choice-tt_type-university_licence = 大学许可或选择权
choice-tt_type-federal_lab = 联邦实验室：CRADA、许可、合作协议或用户设施
choice-tt_type-sbir_sttr = SBIR或STTR
choice-tt_type-mep_project = 制造业推广（MEP）项目
choice-tt_type-prototyping = 原型制作或制造工坊
choice-tt_type-testing = 测试或认证
choice-tt_type-assessment = 材料或工艺评估
choice-tt_type-institute = Manufacturing USA研究所
choice-tt_type-capstone = 学生项目或毕业项目
choice-tt_type-ip_clinic = 知识产权咨询服务
choice-tt_type-equipment = 使用设备
choice-process-machining = 机械加工
choice-process-additive = 增材制造（3D打印）
choice-process-welding_fabrication = 焊接和金属加工
choice-process-casting_molding = 铸造和成型
choice-process-sewn = 缝制产品
choice-process-food = 食品和饮料
choice-process-wood = 木材和家具
choice-process-electronics = 电子
choice-process-chemical_coating = 化学品和涂层
choice-process-printing = 印刷和包装
choice-process-medical = 医疗器械
choice-process-software_controls = 控制和软件
choice-trl-1 = 1：看到了基本现象
choice-trl-2 = 2：想出了用途
choice-trl-3 = 3：在实验台上证明可行
choice-trl-4 = 4：各部分在实验室里一起工作
choice-trl-5 = 5：各部分在类似车间的地方一起工作
choice-trl-6 = 6：模型在类似车间的地方能工作
choice-trl-7 = 7：原型在使用地点能工作
choice-trl-8 = 8：成品通过了测试
choice-trl-9 = 9：日常使用中
choice-mrl-1 = 1：指出了制造所需的条件
choice-mrl-2 = 2：想出了制造方法
choice-mrl-3 = 3：方法在实验台上证明可行
choice-mrl-4 = 4：能在实验室做出零件
choice-mrl-5 = 5：能在类似车间的地方做出零件
choice-mrl-6 = 6：能在类似车间的地方做出原型
choice-mrl-7 = 7：能在类似生产用的机器上做出零件
choice-mrl-8 = 8：第一条生产线准备启动
choice-mrl-9 = 9：小批量生产质量稳定
choice-mrl-10 = 10：全面生产并不断改进
choice-ip_status-disclosure = 已向大学或实验室披露
choice-ip_status-provisional = 已申请临时专利
choice-ip_status-filed = 已申请专利
choice-ip_status-issued = 已获得专利
choice-ip_status-trade_secret = 作为商业秘密保留
choice-ip_status-open = 对所有人开放
choice-ip_owner-business = 企业
choice-ip_owner-partner = 实验室、大学或合作机构
choice-ip_owner-shared = 共有
choice-ip_owner-other = 其他人
choice-ip_owner-not_known = 还不知道
choice-sbir_agency-dod = 国防
choice-sbir_agency-doe = 能源
choice-sbir_agency-nsf = 国家科学基金会
choice-sbir_agency-nih = 卫生（NIH）
choice-sbir_agency-nasa = NASA
choice-sbir_agency-usda = 农业
choice-sbir_agency-commerce = 商务（NIST、NOAA）
choice-sbir_agency-epa = 环境（EPA）
choice-sbir_agency-other = 其他机构
choice-sbir_phase-I = 第一阶段
choice-sbir_phase-II = 第二阶段
choice-sbir_phase-III = 第三阶段
choice-export_control-no = 已查：否
choice-export_control-itar = ITAR
choice-export_control-ear = EAR
choice-export_control-not_checked = 还没有查
choice-sam_status-none = 未注册
choice-sam_status-pending = 正在注册
choice-sam_status-active = 有效
choice-sam_status-lapsed = 已过期
choice-bd_topic-financing = 贷款或其他融资
choice-bd_topic-grant = 补助金
choice-bd_topic-plan_books = 商业计划或账目
choice-bd_topic-certification = 认证
choice-bd_topic-contracts = 合同和新买家
choice-bd_topic-legal = 法律事务
choice-bd_topic-marketing = 市场和销售
choice-bd_topic-export = 海外销售
choice-bd_topic-succession = 交接给员工或家人
choice-funding_use-equipment = 设备
choice-funding_use-working_capital = 流动资金
choice-funding_use-fit_out = 场地装修
choice-funding_use-purchase = 购买场地
choice-funding_use-refinance = 偿还利率较高的债务
choice-papers_ready-tax_returns = 报税表
choice-papers_ready-profit_loss = 损益表
choice-papers_ready-balance_sheet = 资产负债表
choice-papers_ready-bank_statements = 银行对账单
choice-papers_ready-business_plan = 商业计划
choice-papers_ready-registration = 注册文件
choice-papers_ready-insurance = 保险
choice-papers_ready-quotes = 采购报价
choice-papers_ready-none = 还没有
choice-venture_stage-idea = 一个想法
choice-venture_stage-trying = 制作和试验
choice-venture_stage-selling = 开始销售
choice-venture_stage-growing = 在销售，想扩大
choice-times_possible-weekday = 工作日
choice-times_possible-evening = 晚上
choice-times_possible-weekend = 周末
choice-times_possible-online = 线上
choice-times_possible-in_person = 当面
choice-work_wants-hire = 招聘人员
choice-work_wants-train = 培训现有员工
choice-work_wants-both = 招聘和培训
choice-shifts-day = 白班
choice-shifts-evening = 晚班
choice-shifts-night = 夜班
choice-shifts-weekend = 周末
choice-shifts-rotating = 轮班
choice-shifts-flexible = 弹性
choice-work_languages-none = 工作不需要语言
choice-work_languages-en = 英语
choice-work_languages-es = 西班牙语
choice-work_languages-zh = 中文
choice-work_languages-vi = 越南语
choice-work_languages-ar = 阿拉伯语
choice-work_languages-fr = 法语或海地克里奥尔语
choice-work_languages-other = 其他语言
choice-training_wanted-safety = 安全
choice-training_wanted-machine = 机器操作
choice-training_wanted-welding = 焊接
choice-training_wanted-sewing = 缝纫
choice-training_wanted-food_handling = 食品处理
choice-training_wanted-quality = 测量和质量
choice-training_wanted-maintenance = 维护
choice-training_wanted-digital = 电脑和控制
choice-training_wanted-language = 工作中的语言
choice-training_wanted-lead = 带领团队
choice-apprenticeship-interested = 想多了解
choice-apprenticeship-yes = 是，正式注册的学徒制



## Own pages: coming in, home, referral

# 登录

sign-in-title = 登录您的页面
sign-in-lead = 我们会给您发送一个代码，不需要密码
sign-in-address = 您的电子邮箱
sign-in-number = 您的电话号码
sign-in-either = 您的电子邮箱或电话号码
sign-in-contact-hint = 您留给我们的那一个
sign-in-send = 给我发送代码
sign-in-letter = 我有信件或电话里的代码
sign-in-call = 没有代码，或代码不能用？请打电话给我们
sign-in-away = 您离开了一段时间。请登录后继续
sign-in-away-typed = 您离开了一段时间。登录后，您写的内容还在这里
sign-in-no-way-title = 用我们给的代码登录
sign-in-no-way = 本办公室不用电子邮件发送代码。请打电话给我们：我们会把代码读给您听，或用信件寄给您
sign-in-bad-address = 请填写您的电子邮箱，例如name@example.org
sign-in-bad-either = 请填写您的电子邮箱，或带区号的电话号码
sign-in-code-title = 填写代码
sign-in-code-lead = 如果我们有这个邮箱或号码，代码已经发出。代码是六位数字，十分钟内有效
sign-in-code = 代码
sign-in-code-hint = 六位数字
sign-in-stay = 在这台设备上保持登录30天，以便查看进展
sign-in-stay-hint = 只在您自己的手机上使用：拿着手机的人都能看到您的请求的进展。其他任何操作都需要新的代码
sign-in-open = 登录
sign-in-another = 再给我发一个代码
sign-in-wrong = 这个代码不正确、已用过，或已超过十分钟。请重新索取一个
sign-in-resting = 错误的代码太多。请重新索取一个；如果还是不行，请等半小时，或打电话给我们
sign-in-made-up = 演示：这里的人都是虚构的。将要发送的代码是{ $code }
sign-in-made-up-none = 演示：这里的人都是虚构的。现在这个地址没有人会收到代码
sign-in-who-title = 您是哪一位？
sign-in-who = 有几个人共用这个邮箱或号码。请选择您的姓名
sign-in-who-unnamed = 另一位
sign-in-mail-subject = { $organization }：您的代码
sign-in-mail = 您的代码是{ $code }
sign-in-mail-else = 代码十分钟内有效，请填在索取代码的页面上。如果您没有索取代码，不需要做任何事。
sign-in-text = { $organization }：您的代码是{ $code }，十分钟内有效。

# 每一页

own-sign-in-all = 登录查看您的所有请求
code-by-mail = 没有信件？用电子邮件或短信接收代码
stopped-new-link = 给我发送新链接
stopped-asked = 如果这是您的链接，新的链接正在发往我们登记的联系方式。没有收到？请打电话给我们
told-new-link = 这是您的页面的新链接。
letter-quick = 如果用的不是您自己的手机，请打开{ $address }，填写编号和短代码{ $code }。那里只显示请求的进展，不显示姓名，也不能更改任何内容
own-home = 您的页面
own-sign-in = 登录
own-sign-out = 退出登录
own-closes = 如果别人也用这部手机，用完请退出登录。30分钟没有操作会自动退出
own-more = 您的其他页面

# 首页

home-things = { $n ->
    [0] 您现在没有要做的事
   *[other] 您有{ $n }件事要做
}
home-about = 您的请求：{ $need }
home-share = 我们可以分享这些吗？
home-see-words = 阅读要分享的内容和对象
home-share-yes = 同意，分享这些
home-share-no = 不同意，不分享
home-renew-title = 您的授权快要结束了
home-renew-why = 如果要继续，请让{ $org }在同样长的时间里看到同样的内容。如果您什么都不做，授权就会{ $on-until }结束
home-your-move = 轮到您了
home-answer = 回答
home-open = 正在进行
home-over = 已经结束
home-news = 最近消息：{ $day }
home-nothing-yet = 还没有请求
home-nothing-yet-more = 您的顾问为您开始一项请求后，您可以在这里看到进展
home-nothing-open = 现在没有正在进行的事
home-remembered = 您在这里可以看到进展。如果要回答或更改，请用新的代码登录

devices-title = 您已登录的设备
devices-none = 没有保持登录的设备
devices-by-mail = 一台设备，从{ $since }到{ $until }，用电子邮件收到的代码登录
devices-by-text = 一台设备，从{ $since }到{ $until }，用短信收到的代码登录
devices-end = 在所有设备上退出登录
devices-end-hint = 您所有的设备都会退出登录，您打开的页面都会关闭，包括这一页

kept-title = 您写的内容还在这里
kept-lead = 您离开了一段时间，所以没有发送。请现在发送，或删除
kept-text = 您写的内容
kept-send = 现在发送
kept-drop = 删除
kept-waits = 您写的一些内容还没有发送

# 请求页面

ball-title = 下一步由谁来做
ball-partner = 下一步由{ $org }{ $by }来做
ball-advisor = 下一步由{ $advisor }{ $by }来做
ball-third-party = 我们大家都在等另一方{ $by }作决定
ball-nobody = 现在没有人需要做什么
ball-paused = { $org }的答复时间从{ $since }起暂停计算
usual-not-enough = 案例还不够多，还不能说{ $org }需要多久
usual-then-remind = 如果过了那一天，您可以在这里提醒他们
remind-them = 提醒他们

asked-remind = 您在{ $day }提醒了他们
asked-not-contacted = 您在{ $day }告诉我们没有人联系您。您的顾问会打电话给他们
asked-not-contacted-done = 您在{ $day }告诉我们没有人联系您。您的顾问已经处理
asked-wrong = 您在{ $day }告诉我们有不对的地方。您的顾问正在查看
asked-wrong-done = 您在{ $day }告诉我们有不对的地方。您的顾问已经处理

can-title = 接下来可能会怎样
can-be-sent = { $advisor }写好后会问您。只有您同意才会发送
can-say-yes = { $org }答应，然后他们会联系您
can-waitlist = { $org }答应，但要排队等候。您的位置会保留，轮到您时会通知您
can-ask = { $org }先要您再补充一样东西。我们会告诉您是什么
can-say-no = { $org }没有答应。我们会告诉您原因，{ $advisor }会为您提供别的办法
can-start = 工作开始。您会知道日期和下一步
can-pause = 暂停。您的位置会保留，您会知道暂停到什么时候
can-fail = 没有成功。我们会告诉您原因，{ $advisor }会和您商量别的办法
can-finish = { $org }表示已经完成。我们会问您是否属实
can-go-on = 继续进行。您会知道日期和下一步
can-answer = 请您告诉我们是否有帮助。以后可以更改回答

contact-at = 您在{ $org }的联系人是{ $name }
contact-call = 打电话给{ $name }

values-title = 确切的文字和数字
values-before = 我们询问的任何机构都能看到这些
values-open = { $org }还能看到这些
values-after = 答应之后，{ $org }还能看到这些
values-work = 行业类别
industry-manufacturing = 制造业
industry-311 = 食品制造
industry-312 = 饮料和烟草制造
industry-313 = 纺纱和织布
industry-314 = 布料制品
industry-315 = 服装制造
industry-316 = 皮革制品
industry-321 = 木制品
industry-322 = 造纸和纸制品
industry-323 = 印刷
industry-324 = 石油和煤炭制品
industry-325 = 化学制品
industry-326 = 塑料和橡胶制品
industry-327 = 玻璃、陶土和石材制品
industry-331 = 金属冶炼
industry-332 = 金属制品
industry-333 = 机械制造
industry-334 = 计算机和电子产品
industry-335 = 电气设备
industry-336 = 运输设备
industry-337 = 家具制造
industry-339 = 其他产品
industry-with-code = { $industry }（{ $code }）
values-size = 工作人数
values-area = 地区

size-one = 1人
size-range = { $from }到{ $to }人
size-many = { $from }人或更多
size-unknown = 不清楚
area-zip = 邮政编码以{ $digits }开头

history-title = 经过
history-taken-back = 已撤回

by-you = 您
by-calendar = 到期自动进行
by-report = 由{ $name }记录
by-program = { $name }，{ $program }
by-partner = { $name }，{ $org }

did-create = 您的请求已记下
did-request_consent = 我们问您是否可以与{ $org }分享
did-give_consent = 您同意与{ $org }分享
did-refuse_consent = 您不同意分享
did-send = 已发送给{ $org }
did-undo_send = 发送已撤回
did-discard = 草稿已放弃
did-acknowledge = { $org }已收到
did-accept = { $org }答应了
did-reject = { $org }没有答应
did-ask_information = { $org }要求提供一样东西
did-provide_information = 问题已回答
did-withdraw = 您停止了
did-recall = 我们停止了
did-auto_recall = 因为{ $org }没有答复，已停止
did-start = 工作开始了
did-progress = { $org }有消息
did-hold = 暂停了
did-resume = 继续进行
did-complete = { $org }表示已经完成
did-fail = 没有成功
did-undo_last = 更正：前一条更新有误
did-confirm = 您告诉了我们结果如何
did-reopen = 重新打开了
did-record_next_step = 商定了下一步
did-re_refer = 正在尝试另一家合作机构
did-consent_lapses = 您的分享授权已结束
did-mark_error = 因为有误，已移除

not-contacted = 没有人联系我
wrong-title = 这里有不对的地方
wrong-what = 哪里不对？
wrong-hint = 您的顾问会阅读并改正
wrong-send = 告诉我的顾问
wrong-say-what = 请写下哪里不对，然后再按一次
wrong-too-long = 请最多写2,000个字
wrong-enough = 这件事我们已经收到您的留言，会先查看。如果紧急，请打电话给我们

# 留言和请求帮助

threads-none-more = 您或您的顾问就某项请求留言后，会显示在这里
ask-for-which = 为哪一家企业？
ask-nobody = 请找您的顾问：顾问会和您一起记下您的需要

# 不登录快速查看

quick-title = 不登录快速查看
quick-lead = 查看请求的进展。不显示任何姓名
quick-reference = 编号
quick-reference-hint = 例如R-1187
quick-code = 短代码
quick-code-hint = 八个字母和数字，在您的信件或页面上
quick-look = 查看
quick-again = 查看另一项
quick-more = 要看更多或回答，请登录
quick-wrong = 这个编号和短代码不相符。试错十次后需要等30分钟
quick-how = 请在那里填写这个编号和短代码。只显示请求的进展，不显示任何姓名，所以任何手机都可以用

## Own pages: profile, permissions, who looked, copy, complaint, helper

rights-pages = 您的其他页面
rights-leaves = 列表的各页
rights-newest = 最新的
rights-older = 更早的
rights-save = 保存
rights-not-known = 不清楚
rights-nothing = 没有
rights-choose = 请选择
rights-changed = 您打开页面之后，这里有了变化，所以没有保存任何内容。请再看一遍，然后重试。
rights-you-help = 您现在是以帮手的身份查看。您看到的是您所帮助的人让您看的内容。
rights-bad-empty = 请填写这一项。
rights-bad-long = 内容太长，或者有我们无法保存的符号。请写短一些。
rights-bad-choice = 请选择列表中的一个答案。
rights-bad-day = 请选择今天之后、现在的最后一天之前的日期。
rights-bad-until = 请选择从今天起、最多一年之内的日期。
rights-bad-telephone = 这不是电话号码。请写数字，例如555-0110。
rights-bad-email = 这不是电子邮箱。格式如name@example.org。
rights-bad-number = 请写一个整数，例如12。
rights-too-many = 已经有太多在等待答复。请等待答复，或打电话给我们。
rights-told-answer = { $phone ->
    [none] 您自己的页面上有一个给您的答复。请登录阅读。
   *[other] 您自己的页面上有一个给您的答复。请登录阅读，或拨打{ $phone }。
}

rights-permissions-title = 您分享的内容
rights-permissions-lead = 除非您同意，项目以外的人看不到任何关于您的资料。这里列出您给过的每一项同意。每一项都可以单独停止。
rights-live = 您现在分享的
rights-none-live = 您现在没有分享任何内容。
rights-over = 已经结束的
rights-permission = { $org }，为了{ $need }
rights-sees = 他们可以看到：{ $items }。
rights-saw = 他们当时可以看到：{ $items }。
rights-holds = 您在{ $since }表示同意。最晚到{ $until }结束。
rights-held = 您在{ $since }表示同意。已在{ $until }结束。
rights-yes-page = 您自己在您的页面上表示了同意。
rights-yes-spoken = { $witness ->
    [none] 您口头表示了同意。
   *[other] 您口头表示了同意，{ $witness }听到了。
}
rights-yes-paper = 您在纸上表示了同意。
rights-exact-words = 您同意的原文
rights-renew = 延长授权
rights-renew-lead = 这项授权快要结束，或已经结束。如果延长，他们会在同样长的时间里看到同样的内容。如果您什么都不做，它就结束。
rights-shorten = 提早结束
rights-last-day = 最后一天
rights-stop = 停止分享
rights-stop-now = 停止与{ $org }分享
rights-stops = 他们不能再在这里打开您的信息，这项请求也会停止。您随时可以再次请求帮助。
rights-was-read = 他们已经打开过您的请求。看过的内容无法收回。
rights-not-read = 他们没有打开过您的请求，所以没有分享任何内容。
rights-totals-title = 是否计入总数，是另外的选择
rights-totals = 总数不由这个页面决定。只有您自己回答了那些问题，您的个人情况才会计入总数。您可以在那些问题的专门页面上更改或删除回答，这不会改变您在这里分享的内容。

rights-looked-title = 谁看过
rights-looked-lead = 每当有人打开关于您的资料，都会记录下来：哪个机构、以什么身份、哪一天、看了什么、为什么。从不显示别人的姓名。
rights-looked-none = 还没有人看过。
rights-looked-lists = 只显示您企业名称的列表和搜索不记录在这里。
rights-looked-ask = 询问这一条
rights-looked-question = 我想询问这件事：{ $who }在{ $day }看过。
rights-by-advisor = 您在{ $program }的顾问
rights-by-colleague = { $program }的另一位顾问
rights-by-manager = { $program }的一位主管
rights-by-steward = 这里负责保护个人资料的人
rights-by-admin = 管理本系统的人
rights-by-system = { $program }使用的一个电脑系统
rights-saw-record = 您企业的页面：联系方式、服务、请求和笔记。原因：帮助您。
rights-saw-referral = { $reference ->
    [none] 您的请求和其中的留言。原因：处理这项请求。
   *[other] 您的请求{ $reference }和其中的留言。原因：处理这项请求。
}
rights-saw-letter = { $reference ->
    [none] 给您的信或代码。原因：让您能打开自己的页面。
   *[other] { $reference }的信或代码。原因：让您能打开自己的页面。
}
rights-saw-request = { $reference ->
    [none] 您的需要，不含您的姓名。原因：答复能否帮助。
   *[other] { $reference }中您的需要，不含您的姓名。原因：答复能否帮助。
}
rights-saw-contact = { $reference ->
    [none] 您同意分享的内容。原因：帮助您。
   *[other] { $reference }中您同意分享的内容。原因：帮助您。
}
rights-saw-file = { $reference ->
    [none] 他们的请求文件中关于您的一行。原因：保存他们自己的清单。
   *[other] 他们的请求文件中关于{ $reference }的一行。原因：保存他们自己的清单。
}
rights-saw-taken-out = 工作人员导出的本项目客户文件中有关您的一行。其中没有您说明自己身份的内容，也没有备注。原因：处理本项目的记录。
rights-saw-report = 所有客户的数字。您被计算在内，但没有显示您的姓名。原因：了解项目服务了哪些人。
rights-saw-secret = { $reference ->
    [none] 保密部分，在签署协议之后。原因：帮助您。
   *[other] { $reference }的保密部分，在签署协议之后。原因：帮助您。
}
rights-saw-import = 把您的资料导入本项目的文件。原因：开始服务。
rights-saw-notice = 我们写给您的通知。原因：发送给您。
rights-saw-correction = 您请我们更正的内容。原因：答复您。
rights-saw-complaint = 您的一份投诉。原因：答复您。您企业的其他所有者看不到这一行。

rights-profile-title = 您和您的企业
rights-profile-lead = 这是我们知道的关于您的资料。如有错误，请在这里告诉我们。
rights-field-name = 姓名
rights-field-telephone = 电话
rights-field-email = 电子邮箱
rights-field-language = 您阅读的语言
rights-field-channel = 您希望怎样收到我们的消息
rights-field-business = 企业名称
rights-field-product = 生产的产品
rights-field-address = 地址
rights-field-workers = 员工人数
rights-field-ownership = 您所占的股份
rights-any-way = 任何方式
rights-by-phone = 打电话
rights-by-text = 短信
rights-by-email = 电子邮件
rights-by-letter = 信件
rights-seen-contact = 谁能看到：您的顾问和本项目。只有在您同意的情况下，合作机构才能看到。
rights-seen-business = 谁能看到：您的顾问和本项目。在您同意之前，合作机构只看到行业类别、大约有多少人在那里工作，以及所在地区。
rights-email-new = 新的电子邮箱
rights-email-mail = 把代码发到新邮箱
rights-email-ask = 登录代码会发到这个邮箱。要更改，请在下面提出，由您的顾问确认。或者用我们通过电子邮件发给您的代码登录，这样您就可以自己更改。
rights-email-unsent = 本办公室不发送电子邮件，所以无法把代码发到新的邮箱。要更改邮箱，请在下面提出，由您的顾问确认。
rights-code-mailed = 如果{ $address }能收邮件，代码已经发出。十分钟内有效。
rights-code = 代码
rights-email-take = 使用新邮箱
rights-code-wrong = 这个代码有误、已经用过，或超过了十分钟。
rights-code-resting = 输错太多次。请等半小时，再要一个新代码。
rights-email-wait = 您刚才要了很多次代码。请等一刻钟再要。
rights-email-letter = { $program }：您的代码是{ $code }，十分钟内有效。请在您自己的页面上输入，以后就使用这个邮箱。如果不是您要求的，不需要做任何事。
rights-email-changed = { $phone ->
    [none] { $program }：从现在起，登录代码会发到另一个邮箱。如果不是您更改的，请马上告诉我们。
   *[other] { $program }：从现在起，登录代码会发到另一个邮箱。如果不是您更改的，请马上拨打{ $phone }。
}
rights-correct = 这里有不对的地方
rights-correct-lead = 请写出正确的内容。您的顾问会在5个工作日内答复。原来的内容会留在历史记录里。
rights-correct-what = 哪里不对？
rights-correct-value = 应该是什么？
rights-correct-ask = 请求更正
rights-corrections = 您请我们更正的内容
rights-correction = { $fact }：您请求改为“{ $new }”。
rights-correction-open = 我们会在{ $day }或之前答复。
rights-corrected = 已更正
rights-kept = 保持原样
rights-call-why = 请打电话询问原因。
rights-answers-title = 您的个人情况
rights-answers = 您告诉我们的个人情况会单独保存，只计入总数。它在一个单独的页面上，要用我们通过电子邮件发给您的代码打开。它不在任何副本里，也不在其他页面上。

rights-copy-title = 您的副本
rights-copy-lead = 取一份关于您的全部资料的副本：资料、请求、留言、授权、谁看过、更正和投诉。用不了一分钟。
rights-copy-page = 供阅读的副本
rights-copy-csv = 用于电子表格
rights-copy-json = 用于其他程序
rights-copy-notes = 副本里有团队共用的所有笔记，没有工作人员只留给自己的笔记。
rights-copy-wait = 您刚才取了很多副本。请等一刻钟再取。
rights-close-title = 关闭您的账户
rights-close-lead = 您可以请求删除关于您的资料。那样，您进行中的请求会停止。合作机构看过的内容无法收回，服务仍会计入统计，但不带您的姓名。
rights-close-ask = 请求删除关于我的资料
rights-close-open = 您请求我们删除关于您的资料。我们会在{ $day }或之前答复。
rights-close-back = 我改变主意了
rights-part-you = 您
rights-part-businesses = 您的企业
rights-part-requests = 您的请求
rights-part-told = 我们告诉您的
rights-part-notices = 给您的通知
rights-part-messages = 留言
rights-part-ratings = 您对结果的回答
rights-part-permissions = 分享授权
rights-part-services = 服务
rights-part-notes = 团队的笔记
rights-part-trainings = 您参加过的培训，以及参加的次数
rights-part-promises = 我们答应做的
rights-part-resources = 申请或得到的资金、工时、场地和其他帮助
rights-part-documents = 已签署的文件
rights-part-kept = 其余一切，按我们档案中的原样
rights-kept-lead = 这里每一行是一条资料，用的是档案中的名称。这些名称在每种语言里都一样。如果您想知道某个名称的意思，请给我们打电话。
rights-withheld = 因为关于他人或由他人所写而未列出：{ $count }
rights-withheld-words = （未列出：关于他人）
rights-resource-grant = 补助金
rights-resource-loan = 贷款
rights-resource-equity = 入股资金
rights-resource-fee-waiver = 免收的费用
rights-resource-space = 场地
rights-resource-lab-time = 实验室使用时间
rights-resource-equipment-time = 设备使用时间
rights-resource-training = 培训
rights-resource-advice = 咨询
rights-resource-in-kind = 以物品或劳务代替资金
rights-amount-minutes = 分钟：{ $number }
rights-amount-square-feet = 平方英尺：{ $number }
rights-amount-lab-minutes = 实验室使用分钟：{ $number }
rights-part-place = 您的场地和租约
rights-part-corrections = 更正
rights-part-complaints = 投诉
rights-part-helpers = 帮手
rights-col-day = 日期
rights-col-what = 事项
rights-col-value = 内容
rights-col-who = 谁
rights-col-words = 文字
rights-col-reference = 编号
rights-col-kind = 帮助的种类
rights-col-fields = 分享的内容
rights-col-how = 方式
rights-col-since = 从
rights-col-until = 到
rights-col-ended = 结束
rights-col-minutes = 分钟
rights-col-amount = 数额
rights-col-applied = 申请
rights-col-awarded = 答应给
rights-col-delivered = 已给
rights-col-day-awarded = 答应的日期
rights-col-day-delivered = 给的日期
rights-col-day-refused = 拒绝的日期
rights-col-signed = 签署人
rights-col-record = 记录
rights-col-old = 原来
rights-col-new = 请求改为
rights-col-answer = 答复
rights-col-program = 所属项目

rights-help-title = 帮助和投诉
rights-call = 打电话给我们
rights-your-advisor = { $program }的{ $advisor }是您的顾问。
rights-call-program = 打电话给{ $program }
rights-hours = 办公时间
rights-steward = 这里负责保护个人资料的人
rights-complain = 向其他人投诉
rights-complain-lead = { $hears }会阅读您的投诉，并在10个工作日内答复。您的顾问在任何页面上都看不到。这不会影响您得到的帮助。
rights-complain-nobody-else = 这里没有与您的请求完全无关的人。所以为您服务的人可能会看到这份投诉。您也可以打电话问我们还有谁能受理。
rights-complain-words = 发生了什么事？
rights-complain-send = 提交投诉
rights-complaint = 投诉{ $number }，{ $day }
rights-complaint-open = 我们会在{ $day }或之前答复{ $number }。
rights-complaint-answer = 我们对{ $number }的答复，{ $day }：
rights-words-mean = 词语的意思
rights-word-advisor = 顾问
rights-means-advisor = 本项目中和您一起工作的人。
rights-word-partner = 合作机构
rights-means-partner = 可能帮助您的另一个机构，例如房东、贷款机构或学校。
rights-word-request = 请求
rights-means-request = 您需要的帮助，由我们请合作机构来提供。
rights-word-permission = 授权
rights-means-permission = 您同意我们为一项请求、与一家合作机构分享某些内容，直到某一天。
rights-word-code = 代码
rights-means-code = 打开您页面的字母和数字。不要给您不信任的人。
rights-word-helper = 帮手
rights-means-helper = 您选的人，和您一起看请求，或替您办事。

rights-helpers-title = 帮助您的人
rights-helpers-lead = 您信任的人可以用自己的代码看您的请求，或替您办事。您看得到他们做了什么，随时可以结束。
rights-level-see = 看我的请求
rights-level-act = 看我的请求并替我办事
rights-helper-until = 到{ $day }为止。
rights-helper-over = 已结束。
rights-helper-witness = { $witness }听到您这样说。
rights-helper-end = 结束{ $name }的帮助
rights-helper-invite = 邀请一个人
rights-helper-name = 对方的姓名
rights-helper-level = 对方可以做什么？
rights-helper-never = 帮手永远看不到您的授权、谁看过、您的副本和您的个人情况，也永远不能替您同意分享。
rights-helper-last = 最后一天，最晚{ $day }
rights-helper-make = 生成对方的代码
rights-helpers-did = 替您做了什么
rights-did = { $name }替您{ $what }
rights-did-message = 写了留言
rights-did-request = 请求了帮助
rights-did-stop = 停止了一项请求
rights-did-confirm = 说明了是否有帮助
rights-did-answer = 回答了一个问题
rights-did-other = 做了更改
rights-code-once = 请把这个交给{ $name }。只显示一次。对方要在{ $address }输入。
rights-come-title = 作为帮手进入
rights-come-lead = 有人信任您，请您帮忙，并给了您一个代码。您在这里做的事会连同您的姓名给对方看。
rights-come-name = 您的姓名
rights-come-reference = 编号
rights-come-open = 打开
rights-come-wrong = 这个编号和这个代码放在一起打不开任何页面。请检查这两项，或问您帮助的人。




## Who you are: questions and the notice

self-count = { $of ->
    [1] 一个问题，可以不回答
   *[other] 第{ $n }个问题，共{ $of }个，都可以不回答
}
self-lead = 是否回答由您决定。您的回答不会影响您得到的帮助
self-why-head = 我们为什么问
self-why = 这个项目由公共资金支付。我们统计谁得到了场地、资金和服务，这样就能看到哪些人被漏掉了，并改进项目
self-who-head = 谁可以看到
self-staff = 顾问、项目主管、贷款机构和房东都看不到您的回答
self-own-eyes = 只有您自己可以再看到：我们把代码用电子邮件发给您以后，您可以在自己的页面上看
self-glass = 遇到紧急情况时，这里负责保护个人资料的人可以查看，但必须先有第二个人同意。每一次我们都会告诉您
self-office = { $outside ->
    [none] 本办公室很小，保护个人资料的人也为客户服务。原因：{ $reason }
   *[other] 本办公室很小，保护个人资料的人也为客户服务。原因：{ $reason }。必须先由外部人员同意：{ $outside }
}
self-office-ended = 这里保护个人资料的人不再为客户服务
self-totals = 报告只显示总数，从不显示少于{ $k }家企业的群体
self-no-file = 本项目不会把含有您回答的文件发给任何人
self-file = { $recipient }会收到一份有准确总数、没有姓名的文件。依据：{ $authority }。统计的内容：{ $questions }
self-file-numbered = { $recipient }会收到每位客户的回答，附客户编号和邮政编码，没有姓名。依据：{ $authority }。文件的内容：{ $questions }
self-file-named = { $recipient }会收到每位客户的回答，附姓名和联系方式。依据：{ $authority }。文件的内容：{ $questions }
self-file-plain = { $recipient }会收到一份关于本项目工作的总数文件。您在这里的回答不在其中。依据：{ $authority }
self-file-business = { $recipient }会收到关于您企业的一行内容，没有姓名：您生产什么、有多少人工作、得到多少小时的帮助。您在这里的回答不在其中。依据：{ $authority }
self-file-business-named = { $recipient }会收到关于您企业的一行内容，附姓名和联系方式：您生产什么、有多少人工作、得到多少小时的帮助。您在这里的回答不在其中。依据：{ $authority }
self-file-ended = { $recipient }不再收到文件
self-never-decides = 它绝不会用来决定谁得到帮助，也绝不会被出售
self-never-link = 我们从不问、也从不保存的内容
self-mark-all = 请选择所有符合您的选项。选一项就够了
self-mark-one = 请选择一项
self-detail = 补充说明
self-for-example = 例如：{ $examples }
self-own-words = 用您自己的话
self-own-words-hint = 可以不填。您怎么写，我们就怎么保存
self-decline = 我不想回答
self-decline-hint = 没关系。我们只记下问过您，别的都不记
self-save-next = 保存并继续
self-save = 保存我的回答
self-skip = 跳过这一页
self-foot = 您可以随时用同一个链接更改或删除您的回答
self-foot-inside = 您可以随时在这里更改或删除您的回答
self-ask = 有疑问请联系：
self-standard = 七个群体出自2024年的联邦标准（OMB SPD 15），这样各城市可以互相比较
self-error = 有错误：{ $title }
self-fix = 有需要改正的地方
self-wrong-none = 请至少选一项，或选择不想回答。您也可以跳过这一页
self-wrong-both = 您选了一项，又选了不想回答。请只留下其中一个
self-wrong-list = 请从下面的选项中选择
self-wrong-long = 这段文字最多{ $most }个字，现在有{ $length }个。请缩短
self-wrong-sign = 文字里有一个无法显示的符号。请去掉它再写一次
self-wrong-words-only = 请再选一个最接近您所写内容的选项，这样我们才能统计您的回答
self-wrong-notice = 您打开这一页以后，我们告诉您的内容有了变化。请再看一遍，然后保存。现在还没有保存任何内容
self-answered = 您在{ $day }回答了这个问题。这一页不会显示您的回答。如果要更改，请再回答一次
self-answered-read-out = { $day }，我们的工作人员记下了您说的话。这一页不会显示。如果要更改，请您自己回答
self-delete-one = 删除我的回答
self-delete-all = 删除我的所有回答
self-saved-head = 已保存
self-saved = 您可以随时更改或删除
self-skipped-head = 已跳过
self-skipped = 您可以随时回答。以前保存的内容不变
self-deleted-head = 已删除
self-deleted = 您说的内容已经没有了。您可以随时再回答
self-kept-head = 已保留
self-kept = 从现在起，您的回答会按这一页所说的方式使用
self-close = 您现在可以关闭这一页
self-questions = 问题
self-answer = 回答
self-change = 再次回答
self-not-answered = 没有保存的回答
self-on = { $day }保存
self-on-read-out = 我们的工作人员{ $day }按您所说的记下
self-on-released = { $day }从其他机构公布的文件得知
self-under-earlier = 这是在我们告诉您的内容改变之前给出的
self-changed-head = 我们告诉您的内容有了变化
self-changed-words = 您是按以前的说明回答的。请看下面的新说明
self-changed-until = 在您决定之前，您的回答只按我们以前所说的方式使用
self-keep = 保留我的回答
self-keep-mailed = 如果要让回答保持不变，请用我们通过电子邮件发给您的代码登录。链接、信件和短信可能经过别人的手，所以在这里只能再次回答或删除
self-keep-sign-in = 用电子邮件代码登录
self-change-below = 如果要更改回答，请在下面再回答一次
self-sitting = 这台设备是交给您使用的。最后一页之后它就关闭，没有人能在上面打开您的回答
self-stop = 到此为止
self-back-head = 谢谢您
self-back = 已经完成。请把设备交还
self-back-closed = 从这里已经无法打开您的回答
self-never-head = 我们从不问、也从不保存的内容
self-never-lead = 在这里工作的任何人都不可以问您这些，我们的记录里也没有地方存放
self-never-status = 移民身份
self-never-birth = 出生国家
self-never-number = 社会安全号码或ITIN
self-never-nation = 国籍
self-never-why = 没有保存的东西，就不会被拿走、被别人索取，也不会被用来对付您
self-never-told = 如果有人问您其中任何一项，您不必回答。请告诉我们
self-mine-head = 您告诉我们的个人情况
self-mine-letter = 您是用信上的代码进来的，这种代码会经过我们工作人员的手。所以这一页只说您什么时候回答过，不说回答了什么。要看您的回答，请用我们通过电子邮件发给您的代码登录
self-mine-hidden = 这里不显示。它是通过链接、信件或由工作人员保存的，或者您的电子邮箱后来被改过，设定邮箱的人可能会看到您的代码。在这里再回答一次，就能在这里看到，或者删除
self-mine-declined = 您选择了不回答
self-mine-skipped = 您跳过了这一页
self-mine-unknown = 没有资料
self-to-home = 返回您的页面
self-link-text = { $program }：一个关于您的私人页面，愿意的话可以填写。您的顾问看不到您的回答。{"{link}"}
self-told-changed = 您曾告诉我们您的情况。从那以后，我们事先告诉大家的内容有了变化：谁可以看到回答，或者我们必须发出哪些文件。在您决定之前，您的回答只按我们以前所说的方式使用。请阅读新的说明，然后再次回答或删除您的回答：{"{link}"} 如果要让回答保持不变，请用我们通过电子邮件发给您的代码登录您的页面。这个页面不会显示您的回答。
self-told-read-out = { $day }，我们的工作人员按您所说的，记下了关于您的情况。内容没有留在他们的屏幕上，他们也无法再打开。您可以更改或删除：{"{link}"} 如果您没有说过，请告诉我们。
self-name-race = 种族和族裔
self-name-sex = 性别
self-name-disability = 残障
self-name-veteran = 退伍军人身份
self-name-military = 军人身份
self-name-household = 家庭人数
self-name-income = 家庭收入
self-name-sedi = 为一项联邦计划所作的自我证明
self-question-race = 您的种族和/或族裔是什么？
self-question-sex = 您的性别是什么？
self-question-disability = 您有残障吗？
self-question-veteran = 您曾在美国军队服役、现在已经退役吗？
self-question-military = 关于在美国军队服役（过去或现在），哪一项最符合您？
self-question-household = 您的家庭有几口人？
self-question-income = 过去 12 个月，您的家庭税前收入是多少？
self-question-sedi = 为一项联邦计划（SSBCI）：以下有没有一项符合您？
self-choice-race-aian = 美洲印第安人或阿拉斯加原住民
self-choice-race-asian = 亚裔
self-choice-race-black = 黑人或非裔美国人
self-choice-race-hisp = 西班牙裔或拉丁裔
self-choice-race-mena = 中东裔或北非裔
self-choice-race-nhpi = 夏威夷原住民或太平洋岛民
self-choice-race-white = 白人
self-choice-sex-female = 女
self-choice-sex-male = 男
self-choice-disability-yes = 有
self-choice-disability-no = 没有
self-choice-veteran-veteran = 是，我是退伍军人
self-choice-veteran-non-veteran = 不是
self-choice-military-active-duty = 现役
self-choice-military-guard = 国民警卫队成员
self-choice-military-reserve = 预备役
self-choice-military-no-service = 没有服过兵役
self-choice-military-disabled-veteran = 因服役致残的退伍军人
self-choice-military-spouse = 军人配偶
self-choice-military-veteran = 退伍军人
self-choice-household-8 = 8 人或以上
self-choice-income-extremely-low = 不超过 A 栏的金额（极低）
self-choice-income-low = 高于 A，不超过 B（低）
self-choice-income-moderate = 高于 B，不超过 C（中等）
self-choice-income-above = 高于 C 栏的金额
self-choice-sedi-group = 我属于因种族、族裔、性别、退伍军人身份、英语能力有限或残障等原因而较难获得信贷的群体
self-choice-sedi-residence = 我住在 CDFI 投资区
self-choice-sedi-location = 企业位于或将位于 CDFI 投资区
self-choice-sedi-none = 以上都不是
self-limits-head = { $area } { $year } 年的收入限额。请找到与您家庭人数相同的一行
self-limits-size = 家庭人数
self-example-aian = 纳瓦霍族、黑脚族、玛雅人、巴罗原住民村
self-example-asian = 华裔、印度裔、菲律宾裔、越南裔、韩裔
self-example-black = 非裔美国人、牙买加裔、海地裔、尼日利亚裔、埃塞俄比亚裔
self-example-hisp = 墨西哥裔、波多黎各裔、萨尔瓦多裔、古巴裔、多米尼加裔
self-example-mena = 黎巴嫩裔、伊朗裔、埃及裔、叙利亚裔、伊拉克裔
self-example-nhpi = 夏威夷原住民、萨摩亚人、查莫罗人、汤加人、斐济人
self-example-white = 英格兰裔、德裔、爱尔兰裔、意大利裔、波兰裔

## Behind the wall: what was opened, sent or deleted

wall-text = { $phone ->
    [none] { $program }：有新消息。
   *[other] { $program }：有新消息。请拨打{ $phone }。
}
wall-opened = { $phone ->
    [none] { $day }，本机构负责保护个人资料的人查看了您告诉我们的有关您个人情况的回答。事先已有另一人同意。您可以随时询问我们原因。
   *[other] { $day }，本机构负责保护个人资料的人查看了您告诉我们的有关您个人情况的回答。事先已有另一人同意。如想询问原因，请拨打{ $phone }。
}
wall-filed = { $phone ->
    [none] { $day }，您告诉我们的有关您个人情况的回答被计入一份按规定必须提交的文件。在您回答之前已经告诉过您。您可以随时询问我们原因。
   *[other] { $day }，您告诉我们的有关您个人情况的回答被计入一份按规定必须提交的文件。在您回答之前已经告诉过您。如想询问原因，请拨打{ $phone }。
}
wall-sent = { $phone ->
    [none] { $day }，您告诉我们的有关您个人情况的回答被写入一份按规定必须提交的文件。在您回答之前已经告诉过您。您可以随时询问我们原因。
   *[other] { $day }，您告诉我们的有关您个人情况的回答被写入一份按规定必须提交的文件。在您回答之前已经告诉过您。如想询问原因，请拨打{ $phone }。
}
wall-row = { $phone ->
    [none] { $day }，关于您企业的一行内容被写入一份按规定必须提交的文件。您告诉我们的有关您个人情况的回答不在其中。您可以随时询问我们原因。
   *[other] { $day }，关于您企业的一行内容被写入一份按规定必须提交的文件。您告诉我们的有关您个人情况的回答不在其中。如想询问原因，请拨打{ $phone }。
}
wall-held = { $phone ->
    [none] 您要求我们删除所知道的关于您的资料。目前还不能删除：有规定要求我们暂时保留。您可以随时询问我们原因。
   *[other] 您要求我们删除所知道的关于您的资料。目前还不能删除：有规定要求我们暂时保留。如想询问原因，请拨打{ $phone }。
}

## What came of it: outcomes, and whether they are right

outcome-told = { $phone ->
    [none] 我们记下了您和我们合作的一项成果。请告诉我们是否正确：{"{link}"} 只需点一下。链接在30天内有效。有链接的人都可以看到页面。
   *[other] 我们记下了您和我们合作的一项成果。请告诉我们是否正确：{"{link}"} 只需点一下。链接在30天内有效。有链接的人都可以看到页面。有问题吗？请拨打{ $phone }。
}
outcome-title = 这样对吗？
outcome-lead = 我们记下了关于您企业的这件事。请告诉我们是否如此
outcome-before = 之前
outcome-after = 之后
outcome-how-much = 数额
outcome-not-known = 不知道
outcome-words = 更多说明，由您的顾问所写
outcome-people = 人数：{ $number }
outcome-helped = 我们在这件事上帮到您了吗？
outcome-helped-a-lot = 是，帮助很大
outcome-helped-some = 是，有一些帮助
outcome-helped-no = 没有
outcome-helped-cannot-say = 说不清
outcome-right = 是的，正确
outcome-different = 不，有不同之处
outcome-if-different = 如果有不同之处
outcome-figure = 您自己的数字
outcome-effect = 您的回答会和我们记下的内容放在一起。这不会影响您得到的帮助
outcome-thanks = 谢谢您
outcome-answered = 您在{ $day }回答过
outcome-said-right = 您说这是正确的
outcome-said-different = 您说有不同之处
outcome-again = 您可以随时重新回答。以最后一次回答为准
outcome-list-title = 取得的成果
outcome-list-lead = 这是我们记下的关于您企业的内容。您可以对每一项说明是否正确
outcome-list-none = 还没有记下任何内容
outcome-waits = 请说明这是否正确
outcome-choose = 请说明是否正确，或者有不同之处
outcome-list-back = 全部成果
outcome-figure-wrong = 请写一个数字，例如24
outcome-kind-jobs_created = 新增的工作岗位
outcome-kind-jobs_retained = 保住的工作岗位
outcome-kind-sales_change = 销售额的变化
outcome-kind-capital_loan = 筹到的资金：贷款
outcome-kind-capital_equity = 筹到的资金：投资
outcome-kind-capital_grant = 筹到的资金：补助金
outcome-kind-capital_owner = 筹到的资金：业主自有资金
outcome-kind-contract_won = 赢得合同
outcome-kind-lease_signed = 签了租约
outcome-kind-space_kept = 保住的场地
outcome-kind-licence = 签了许可协议
outcome-kind-patent = 专利
outcome-kind-product_launched = 新产品
outcome-kind-certification = 证书
outcome-kind-business_started = 企业开业
outcome-kind-building_bought = 买下房屋
outcome-kind-equity_kept = 业主保留的企业份额
outcome-kind-employee_ownership = 员工持有的企业份额
outcome-kind-closure = 企业停业
rights-part-outcomes = 取得的成果
rights-part-outcome-answers = 您对成果的说明

rights-part-brings = 您为此付出的部分
rights-col-match = 自筹配套款
rights-col-deposit = 押金
rights-col-fees = 费用
rights-col-guarantee = 担保
rights-col-guarantee-amount = 担保金额
rights-guarantee-none = 无
rights-guarantee-personal = 个人担保
rights-guarantee-third-party = 由他人担保
rights-guarantee-collateral = 抵押物

member-title = 您对自己的介绍
member-lead = 您在 { $program } 的 { $body } 中担任席位。如果您愿意，可以在这里公开说明您是谁。
member-where-title = 您的话会出现在哪里
member-where = 如果您同意，您的姓名、席位和这些话会出现在 { $program } 报告的“谁来决定”部分，以及项目经理能看到的 { $body } 页面上。
member-readers = 阅读报告的有项目工作人员、出资方和公众。
member-yours = 这些话只由您自己写。别人不能代写，也不能修改。它们按您写的原样显示，不作任何统计。您不必说任何话。
member-taken-back = 您可以随时在本页修改或收回您的话。收回后，它们会立即从项目的页面和以后制作的所有报告中消失。在您同意期间已经发布的报告会保留这些话，别人已经拿到的文件也无法收回。
member-field = 用您自己的话
member-most = 最多 300 个字符
member-agree = 我同意让我的姓名、席位和这些话出现在那里
member-save = 显示我的话
member-agree-first = 如果您同意，请勾选。不勾选就不会保存任何内容
member-words-missing = 请先写下您的话。如果您不想说什么，离开本页即可：不会保存任何内容
member-too-long = 请把您的话缩短到 300 个字符。现在有 { $has } 个
member-shown = 您的话自 { $day }起显示。
member-none = 目前没有显示您的任何话。
member-withdraw = 收回我的话
member-name-title = 您的姓名
member-name-words = 项目保存您的姓名、席位和任期。您可以要求删除姓名：您的话会一并删除，席位和任期保留但不带姓名。
member-name-remove = 删除我的姓名
member-name-gone = 您的姓名和您的话已删除。席位和任期保留但不带姓名。
member-ends = 此链接在 { $day }前有效。

## Own pages: what is counted

indicator-title = 统计什么
indicator-lead = 这些数字说明本项目做得如何。您可以提议统计什么，并说明什么最重要；由委员会决定。没有任何数字会透露某个人是谁
indicator-all = 提议的和选定的
indicator-none = 还没有任何提议
indicator-chosen = 已选定
indicator-proposed = 已提议
indicator-not-chosen = 未选定
indicator-retired = 不再使用
indicator-undefined = 还没有人说明如何统计
indicator-words-gone = 文字已撤回
indicator-about = 说明
indicator-back = 全部统计内容
indicator-stands = 现状
indicator-by = 提议人
indicator-in-words = 原话
indicator-why = 为什么重要
indicator-before = 以前的情况
indicator-baseline = { $year }年：{ $figure }。来源：{ $source }
indicator-decided-by = 谁做的决定
indicator-decided = { $body }，{ $day }
indicator-again = 委员会决定之后，统计方法有了改变。正在等待新的决定
indicator-retired-why = 不再使用的原因
indicator-figures = 数字
indicator-period = 时期
indicator-figure = 数字
indicator-last = { $period }：{ $figure }
indicator-target = 目标：{ $day }之前达到{ $figure }
indicator-reached = 达到目标
indicator-no-figure = 没有数字：没有可比较的内容
indicator-running = 尚未结束
indicator-exact = 每个数字都根据记录统计，不涉及任何人的身份
indicator-month = { $year }年{ $month }
indicator-quarter = { $year }年第{ $quarter }季度
indicator-each-month = 每月
indicator-each-quarter = 每季度
indicator-each-year = 每年
indicator-sentence = { $counted }，{ $often }
indicator-for-every = { $counted }，以每{ $many }计：{ $against }
indicator-average = { $counted }，平均到每一个：{ $against }
indicator-of-kind = { $what }（{ $kind }）
indicator-in-place = { $place }的{ $what }
indicator-paid-by = { $what }（由{ $source }出资）
indicator-rank-title = 对您来说什么最重要？
indicator-rank-lead = 最多可将三项提议排序。您的企业只计一次，以最后一次排序为准，不会显示谁选了什么
indicator-rank-first = 第一
indicator-rank-second = 第二
indicator-rank-third = 第三
indicator-rank-nothing = 无
indicator-rank-save = 保存我的排序
indicator-rank-twice = 您把同一项提议选了两次。每项只能选一次
indicator-rank-gone = 其中一项已不再是提议。请再看一下列表，然后保存排序
indicator-ranked-none = 还没有企业将其排序
indicator-ranked = 有{ $n }家企业将其列入排序
indicator-propose-title = 提出建议
indicator-propose-words = 应该统计什么？为什么？
indicator-propose-hint = 用您自己的话写。之后由本项目说明如何统计
indicator-propose-save = 提议
indicator-named = 在旁边显示我的名字。否则只写明出自一位企业主
indicator-readers = 本项目的企业主和工作人员都能看到。请不要在这里写只有您自己该知道的事
indicator-missing = 请先写下您的话
indicator-said = 大家怎么说
indicator-said-none = 还没有人发言
indicator-say = 说说您的看法
indicator-say-save = 发言
indicator-take-back = 撤回
indicator-withdraw = 撤回我的提议
indicator-you = 您
indicator-client = 一位企业主
indicator-from-program = { $name }（本项目）
indicator-measure-clients-joined = 新加入的企业
indicator-measure-clients-served = 获得服务的企业
indicator-measure-services = 面谈和服务
indicator-measure-contact-time = 与企业面谈的时间
indicator-measure-trainings = 举办的培训
indicator-measure-training-people = 参加培训的人
indicator-measure-outreach-reached = 我们在外面接触到的人
indicator-measure-outreach-contacts = 在外面留下联系方式的人
indicator-measure-referrals-sent = 发给合作伙伴的申请
indicator-measure-referrals-accepted = 合作伙伴同意的申请
indicator-measure-referrals-completed = 已完成的申请
indicator-measure-awards = 承诺提供的资源
indicator-measure-dollars-awarded = 承诺给企业的美元
indicator-measure-dollars-delivered = 已交给企业的美元
indicator-measure-space-delivered = 已交付的平方英尺
indicator-measure-lab-time = 在实验室的时间
indicator-measure-outcomes = 取得的成果
indicator-measure-jobs-created = 新增的工作岗位
indicator-measure-jobs-kept = 保住的工作岗位
indicator-measure-capital-raised = 企业筹到的美元
indicator-measure-contracts-won = 企业赢得的合同金额（美元）
indicator-kind-services-coaching = 辅导
indicator-kind-services-loans-grants = 贷款和拨款
indicator-kind-services-technology-transfer = 新技术
indicator-kind-services-space = 场地
indicator-kind-services-certification = 认证
indicator-kind-services-hiring-training = 招聘和培训
indicator-kind-services-other = 其他帮助
indicator-kind-resources-grant = 拨款
indicator-kind-resources-loan = 贷款
indicator-kind-resources-equity = 换取股份的资金
indicator-kind-resources-fee-waiver = 减免的费用
indicator-kind-resources-space = 场地
indicator-kind-resources-lab-time = 实验室时间
indicator-kind-resources-equipment-time = 使用机器的时间
indicator-kind-resources-training = 培训
indicator-kind-resources-advice = 他人的咨询
indicator-kind-resources-in-kind = 物品和服务
indicator-kind-outreach-event = 活动
indicator-kind-outreach-door-knock = 上门走访
indicator-kind-outreach-community-group = 在社区团体
indicator-kind-outreach-calls = 电话和短信
indicator-kind-outreach-media = 报纸、广播和传单
complaint-indicator-proposals = 您已有{ $most }项提议在等待决定。请先撤回一项
complaint-indicator-comments = 您已就此发言{ $most }次。请先撤回一次
complaint-indicator-over = 这一项已不再使用。请另提一项
story-told = { $phone ->
    [none] 我们可以把您的经历讲给别人听吗？请先看看这个故事：{"{link}"} 您可以在那里说可以、不可以，或者说哪里要改。您不同意，就不会公开任何内容。链接在一年内有效。有链接的人都可以看到页面。
   *[other] 我们可以把您的经历讲给别人听吗？请先看看这个故事：{"{link}"} 您可以在那里说可以、不可以，或者说哪里要改。您不同意，就不会公开任何内容。链接在一年内有效。有链接的人都可以看到页面。有问题吗？请拨打{ $phone }。
}
story-told-copy = { $phone ->
    [none] 您同意了一个关于您生意的故事，我们记下来了。您可以在这里看这个故事，也可以随时收回同意：{"{link}"} 链接在一年内有效。有链接的人都可以看到页面。
   *[other] 您同意了一个关于您生意的故事，我们记下来了。您可以在这里看这个故事，也可以随时收回同意：{"{link}"} 链接在一年内有效。有链接的人都可以看到页面。有问题吗？请拨打{ $phone }。
}
story-told-ending = { $phone ->
    [none] 您允许我们公开关于您生意的故事，这项授权快要结束了。您什么都不做，它就会结束。您可以在这里延长，也可以现在结束：{"{link}"} 链接在一年内有效。有链接的人都可以看到页面。
   *[other] 您允许我们公开关于您生意的故事，这项授权快要结束了。您什么都不做，它就会结束。您可以在这里延长，也可以现在结束：{"{link}"} 链接在一年内有效。有链接的人都可以看到页面。有问题吗？请拨打{ $phone }。
}
story-title = 关于您生意的一个故事
story-lead = { $program }想把您的经历讲给别人听。下面就是公开时的样子。您不同意，就不会在任何地方公开。
story-as-shown = 公开时的样子
story-as-is = 现在公开的样子
story-question = { $program }可以公开“{ $title }”这个故事吗？署名是“{ $named }”。
story-use-public = 放在任何人都能看的公开页面上。我们请搜索引擎不要收录
story-use-reports = 放在项目的报告里，给出资的人看
story-use-export = 放在项目交给别人的文件里
story-until = 这项授权最晚在{ $day }结束
story-take-back = 您可以随时收回，按一下就行。从那一刻起，哪里都不再公开
story-unread = 在那之前别人已经看过或复制的内容无法收回
story-no-effect = 您的回答不会影响您得到的帮助
story-agree-title = 如果您愿意公开
story-where = 可以放在哪里？
story-last-day = 到哪一天为止？
story-last-day-hint = 最多一年
story-agree = 可以，公开吧
story-refuse-title = 如果您不愿意公开
story-refuse = 不，不要公开
story-wish-title = 如果内容需要改
story-wish-field = 哪里要改？
story-wish = 我想改一改
story-choose-place = 请至少勾选一个地方
story-until-wrong = 请选一个今天以后、一年以内的日子
story-wish-missing = 请写下哪里要改
story-choose = 请说可以、不可以，或者哪里要改
story-shown-since = 从{ $since }起公开，最晚到{ $until }
story-withdraw = 现在收回
story-see = 查看公开页面
story-keep-title = 延长一个故事的公开时间
story-keep-lead = 您的授权快要结束了。再同意一次，就会延长到您选的日子。您什么都不做，它就会结束
story-state-live = 正在公开
story-state-asked = 您还没有回答。哪里都没有公开
story-state-refused = 您说不可以。哪里都没有公开
story-state-wished = 您想改一改。哪里都没有公开
story-state-withdrawn = 已经收回。哪里都没有公开
story-state-over = 授权已经结束。哪里都没有公开
story-state-draft = 正在修改。公开任何内容之前，会再问您
story-no-client = 您已经不是这个项目的客户，所以哪里都没有公开
story-your-wish = 您想改的地方
story-list-title = 关于您生意的故事
story-list-lead = 只在您同意期间公开，一字不差就是您同意的内容
story-list-none = 还没有问过您任何故事
story-list-back = 关于您生意的所有故事
story-public-foot = 由{ $program }讲述，授权最晚到{ $day }。授权可以随时收回，收回后这个页面就没有了。

## Without a name: what workers are asked

survey-title = 您的工作和工资，不记名
survey-lead = { $program } 想了解在本地工厂工作的人的工资和工种。只需两分钟
survey-promise-anonymous = 没有人问您的姓名。我们不会把姓名、工作单位、电话号码或设备地址和您的答案存在一起
survey-promise-employer = 您的雇主绝不会看到您的答案。项目的顾问也看不到
survey-promise-totals = 只公布总数，绝不公布少于 { $k } 人的数字
survey-promise-destroyed = 在统计总数之前，所有答案一起加密保存。调查结束后只统计一次总数，然后销毁所有答案
survey-promise-free = 您可以不回答任何问题。这对您没有任何影响
survey-promise-back = 因为没有人知道哪些答案是您的，所以提交后无法更改或撤回
survey-pay = 您每小时的税前工资是多少？
survey-pay-why = 为了了解这里的工作是否足够维持生活，以及对哪些人不够。如果按周付薪，请除以您的工作小时数
survey-pay-below = 不到 { $high }
survey-pay-between = { $low } 至 { $high }
survey-pay-above = { $low } 或以上
survey-pass = 我不回答这个问题
survey-job = 您主要做哪一类工作？
survey-job-why = 为了了解哪些工作的工资足够，以及谁得到这些工作
survey-job-51-0000 = 生产：操作机器、装配、裁剪、缝纫、食品加工
survey-job-49-0000 = 安装、保养和维修
survey-job-53-0000 = 仓库、包装、装卸和驾驶
survey-job-17-0000 = 工程、设计、质检和实验室
survey-job-43-0000 = 办公室、订单和记账
survey-job-41-0000 = 销售
survey-job-37-0000 = 清洁和场地维护
survey-job-11-0000 = 管理
survey-job-other = 其他
survey-race-why = 为了了解工作和工资的分配是否公平。我们保存您选择的群体；如果您选择多个，只保存“多个”
survey-language = 您在家里最常说哪种语言？
survey-language-why = 为了用大家说的语言提供培训和资料
survey-language-choose = 选择一种语言
survey-once = 请只为您本人提交一次
survey-send = 提交我的答案
survey-wrong-none = 还没有选择任何答案。请至少选择一个，或关闭此页
survey-thanks-head = 谢谢您
survey-thanks = 已收到您的答案，没有您的姓名。没有人能看出哪些是您的
survey-thanks-back = 本页没有在这台设备上保存任何答案
survey-over-head = 此调查已结束
survey-over = 不再接收答案。没有保存任何内容
survey-destroyed = 总数已统计，所有答案已销毁
survey-full = 此调查的答案数量已满。没有保存任何内容
survey-crowded-head = 请稍后再试
survey-crowded = 一小时内从这个网络收到了很多答案。没有保存任何内容。请一小时后再试，或使用手机自己的网络
survey-soon-head = 此调查尚未开始
survey-soon = 将于 { $day } 开始。请届时再来
survey-poster-head = 您的工作工资如何？请不记名告诉我们
survey-poster = 用手机扫描二维码。两分钟。您的雇主绝不会看到您的答案
survey-poster-until = 截止 { $day }
