# LANGUAGE: Modern Standard Arabic, western digits. "they" (الجهة) is the partner, "we" the program, "you" the reader. No verb agrees with a name that is filled in, nor takes a form that shows whether the reader is a man or a woman: past tense, -ك, verbal nouns. \u200F sets the direction where a message is only marks and fillings.

## The language itself

language-name = العربية
language-direction = rtl
reviewed-by = none
reviewed-on = none

sentence-end = .
sentence-space = {" "}
list-comma = {"، "}
list-and = { $first } و{ $last }
list-or = { $first } أو { $last }
number-group = ,
number-decimal = .
money = { $amount } دولار
weekday = { $n ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
month = { $n ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
date-long = يوم { $weekday } { $day } { $month }
date-long-year = يوم { $weekday } { $day } { $month } { $year }
date-short = {"\u200F"}{ $day } { $month }
date-short-year = {"\u200F"}{ $day } { $month } { $year }

## Small phrases, each with the space before it

phrase-by = {" "}في موعد أقصاه { $day }
phrase-by-over = {" "}(كان الموعد الأقصى { $day })
phrase-until = {" "}حتى { $day }
phrase-on = {" "}في { $day }
phrase-around = {" "}حوالي { $day }
phrase-next = {" "}في الخطوة التالية
phrase-for-need = {" "}للمساعدة بشأن { $word }
phrase-with-need = {" "}بشأن { $word }
phrase-what = {"\u200F"}: { $word }

the-partner = الجهة الشريكة
your-advisor = مستشارك
one-more-thing = شيء إضافي واحد
work-is-done = انتهى العمل

## What a referral is for

need-business_development = خدمات الأعمال
need-technology_transfer = تكنولوجيا جديدة
need-real_estate = مكان للعمل
need-workforce = التوظيف والتدريب
need-entrepreneurship = برنامج لريادة الأعمال
need-training = التدريب

## Said in several places

nothing-to-do = ليس عليك فعل أي شيء
nothing-to-do-now = ليس عليك فعل أي شيء الآن
nothing-expected = لا يُطلب منك أي شيء
ask-again = يمكنك تقديم طلب من جديد في أي وقت
not-against-you = هذا لا يُحسب عليك
clock-stops = حتى ذلك الحين، تتوقف مهلة الإجابة المتاحة لدى { $org }
says-outcome = بحسب { $org }: { $outcome }
next-step-around = الخطوة التالية{ $around }: { $step }
next-step-by = الخطوة التالية{ $by }: { $step }
hear-more-around = ستصلك أخبار أخرى{ $around }

move-yours = الخطوة التالية عليك{ $by }
move-advisor = الخطوة التالية على { $advisor }. ليس عليك فعل أي شيء الآن
move-partner = الخطوة التالية على { $org }. ليس عليك فعل أي شيء الآن
move-third-party = كلنا في انتظار طرف آخر. ليس عليك فعل أي شيء الآن

## What is told at each step

told-reported = وصلنا هذا من { $advisor } نيابةً عن { $org }
told-questions = هل لديك أسئلة؟ يُرجى الاتصال على الرقم { $phone } للتحدث مع { $advisor }
told-have-request = وصلنا طلبك{ $for-need }
told-advisor-answers = ستصلك إجابة من { $advisor }{ $by }
told-nothing-shared-yet = لن تتم مشاركة أي شيء مع أي أحد قبل موافقتك
told-would-introduce = لدى { $advisor } رغبة في التعريف بينك وبين { $org }
told-would-see-items = هذا بالضبط ما ستراه هذه الجهة: { $items }
told-would-see = يمكنك هنا رؤية ما ستراه هذه الجهة بالضبط
told-can-say = يمكنك الموافقة أو التعديل أو الرفض{ $by }
told-agreed-items = تمت موافقتك على مشاركة { $items } مع { $org }{ $until }
told-agreed = تمت موافقتك على مشاركة ما عرضناه عليك مع { $org }{ $until }
told-wrote-agreed-items = سُجّلت لدى { $advisor } موافقتك على مشاركة { $items } مع { $org }{ $until }
told-wrote-agreed = سُجّلت لدى { $advisor } موافقتك على مشاركة ما عرضناه عليك مع { $org }{ $until }
told-advisor-sends = سيُرسَل الطلب بعد ذلك عن طريق { $advisor }
told-can-undo = يمكنك التراجع عن هذا خلال 24 ساعة، وإيقافه في أي وقت، لكل جهة شريكة على حدة
told-nothing-was-shared = لم تتم مشاركة أي شيء
told-other-ways = سيجري{ $by } حديث بينك وبين { $advisor } عن طرق أخرى
told-asked = طلبنا من { $org } مساعدتك{ $with-need }
told-should-answer = من المتوقع أن تجيب هذه الجهة{ $by-or-next }
told-stopped-before = أوقفنا هذا الطلب قبل أن يطّلع عليه أحد لدى { $org }
told-comes-next = سيصلك{ $by } خبر من { $advisor } عن الخطوة التالية
told-not-sent = لم يُرسَل طلبك إلى أي أحد
told-is-reading = طلبك لدى { $org }، وقراءته جارية الآن
told-should-decide = من المتوقع أن تقرر هذه الجهة{ $by-or-next }
told-said-yes = خبر سار: جاءت الموافقة من { $org }
told-will-contact = سيصلك اتصال من { $contact }{ $by }
told-someone-will-contact = سيصلك اتصال من شخص هناك{ $by }
told-if-they-do-not = إذا لم يحدث ذلك، يُرجى إخبارنا من هنا، وسنتصل بهذه الجهة
told-cannot-help = المساعدة في هذا الأمر غير ممكنة لدى { $org }
told-another-option = سيصلك خيار آخر من { $advisor }{ $by }
told-asked-advisor = وصل من { $org } إلى { $advisor } سؤال عن شيء إضافي واحد{ $what }
told-advisor-answers-them = ستصل إلى هذه الجهة إجابة من { $advisor }{ $by }
told-needs-one-thing = لدى { $org } حاجة إلى شيء واحد منك{ $what }
told-send-or-call-contact = يُرجى إرسال ذلك من هنا أو التحدث هاتفيًا مع { $contact }{ $by }
told-send-or-call-advisor = يُرجى إرسال ذلك من هنا أو التحدث هاتفيًا مع { $advisor }{ $by }
told-advisor-answered = جاءت من { $advisor } الإجابة عن سؤال { $org }
told-have-answer = شكرًا لك. وصلتنا إجابتك
told-up-to-partner = عاد الأمر الآن إلى { $org }
told-work-started = بدأ العمل مع { $org }
told-news = هناك أخبار من { $org }
told-on-pause = هذه الإحالة متوقفة مؤقتًا
told-check-again = سنراجع الأمر مرة أخرى في { $review-day }
told-keep-place = مكانك محفوظ
told-keep-place-number = مكانك محفوظ: رقم { $place } في القائمة
told-moving-again = عادت هذه الإحالة إلى السير
told-will-talk = سيجري{ $by } حديث بينك وبين { $advisor } عن الخطوة التالية

told-you-stopped = أوقفت هذه الإحالة بنفسك
told-stopped-as-you-asked = بناءً على طلبك، أُوقفت هذه الإحالة عن طريق { $advisor }
told-partner-told = أخبرنا { $org } بذلك
told-no-longer-open = لم يعد بإمكان هذه الجهة فتح معلوماتك هنا
told-cannot-be-unread = ما قرأته هذه الجهة من قبل لا يمكن استرجاعه
told-will-ask-other-help = سيصلك{ $by } سؤال من { $advisor } عن رغبتك في مساعدة أخرى
told-stopped-referral = أوقفنا هذه الإحالة إلى { $org }
told-stopped-request = أوقفنا هذا الطلب إلى { $org }
told-asked-to-list = طلبنا من هذه الجهة قائمة بما فعلته من أجلك{ $by-until }
told-no-answer = لم تصل إجابة من { $org } في الوقت المحدد
told-no-answer-days = { $waited ->
    [zero] لم تصل إجابة من { $org } في يوم العمل نفسه
    [one] لم تصل إجابة من { $org } خلال يوم عمل واحد
    [two] لم تصل إجابة من { $org } خلال يومَي عمل
    [few] لم تصل إجابة من { $org } خلال { $waited } أيام عمل
    [many] لم تصل إجابة من { $org } خلال { $waited } يوم عمل
   *[other] لم تصل إجابة من { $org } خلال { $waited } يوم عمل
}
told-not-your-fault = أوقفنا هذا الطلب. ليس هذا خطأك
told-permission-ended = انتهى إذنك بالمشاركة{ $on-until }
told-not-answered-stopped = لم تكن قد وصلت إجابة من { $org }، لذلك أوقفنا الطلب
told-advisor-calls = ستصلك مكالمة هاتفية من { $advisor }{ $by }
told-permission-with-ended = انتهى{ $on-until } إذنك بالمشاركة مع { $org }
told-closed-and-paused = لم يعد بإمكان هذه الجهة فتح معلوماتك هنا، وهذه الإحالة متوقفة مؤقتًا
told-can-renew = يمكنك تجديد إذنك للاستمرار، أو تركه ينتهي
told-is-it-right = هل هذا صحيح؟ هل لبّى ذلك حاجتك؟
told-can-answer = يمكنك الإجابة{ $by }: نعم، أو جزئيًا، أو لا، أو لم يحدث ذلك
told-did-not-work = لم ينجح هذا الأمر
told-talk-next-steps = سيجري{ $by } حديث بينك وبين { $advisor } عن الخطوات التالية
told-ask-other-help = يمكنك طلب مساعدة أخرى في أي وقت
told-thanks-answer = شكرًا لك على إجابتك
told-wrote-answer = شكرًا لك. سُجّلت إجابتك لدى { $advisor }
told-will-talk-about-it = سيجري{ $by } حديث بينك وبين { $advisor } عن ذلك
told-change-until = يمكنك تغيير إجابتك حتى { $change-day }
told-change-90 = يمكنك تغيير إجابتك خلال 90 يومًا
told-opened-again = فتحنا هذه الإحالة من جديد
told-partner-move-by = الخطوة التالية على { $org }{ $by }
told-entry-mistake = كان هذا التسجيل خطأً، وتمت إزالته
told-correction = تصحيح: كان التحديث الأخير خطأً
told-back-where = عادت إحالتك إلى ما كانت عليه: { $stands }
told-what-we-agreed = هذا ما اتفقنا عليه: { $agreed }
told-wrote-what-next = سُجّل لدى { $advisor } ما اتفقنا على فعله بعد ذلك
told-look-again = سننظر في الأمر مرة أخرى في { $next-day }
told-if-not-agreed = إذا لم يكن هذا ما تم الاتفاق عليه معك، يُرجى إخبارنا من هنا
told-trying = سنجرّب بعد ذلك { $new-org }
told-trying-other = سنجرّب بعد ذلك جهة شريكة أخرى
told-as-asked-trying = بناءً على طلبك، سنجرّب بعد ذلك { $new-org }
told-as-asked-trying-other = بناءً على طلبك، سنجرّب بعد ذلك جهة أخرى
told-ask-before = سنسألك قبل مشاركة أي شيء

## Where it stands, as a clause

stands-draft = قيد التحضير
stands-requested = أُرسلت إلى { $org }
stands-received = قيد القراءة لدى { $org }
stands-accepted = جاءت الموافقة من { $org }
stands-rejected = المساعدة في هذا الأمر غير ممكنة لدى { $org }
stands-in-progress = العمل جارٍ
stands-on-hold = متوقفة مؤقتًا{ $until-review }
stands-completed = بحسب { $org }، انتهى العمل
stands-failed = لم ينجح الأمر
stands-cancelled = أُوقفت
stands-entered-in-error = أُزيلت

## The head of the page

head-to = {"\u200F"}{ $name }، { $what }
head-draft-yours = نحتاج إلى إجابتك قبل مشاركة أي شيء
head-draft = نحضّر طلبك الآن
head-question-yours = تحتاج الجهة الشريكة إلى شيء واحد منك
head-requested = طلبك لدى الجهة الشريكة
head-received = الجهة الشريكة تقرأ طلبك
head-accepted = وافقت الجهة الشريكة
head-rejected = لا تستطيع هذه الجهة الشريكة المساعدة في طلبك
head-in-progress-yours = الخطوة التالية عليك
head-in-progress = العمل جارٍ
head-on-hold = طلبك متوقف مؤقتًا
head-completed-yours = تقول الجهة الشريكة إن العمل انتهى. هل هذا صحيح؟
head-disputed = علمنا منك أن الأمر ليس كذلك
head-completed = طلبك مكتمل
head-failed = لم ينجح هذا الأمر
head-cancelled = أُوقف هذا الطلب
head-entered-in-error = كان هذا التسجيل خطأً

## What happens, and by when

page-nothing-before-yes = لن تتم مشاركة أي شيء قبل موافقتك
page-writing-down = حاجتك قيد التسجيل الآن لدى { $advisor }
page-hear-from-us = ستصلك أخبار منا{ $by }
page-ask-before = نسألك قبل مشاركة أي شيء
page-partner-will-contact = سيصلك اتصال من { $org }{ $by }
page-if-they-do-not = إذا لم يحدث ذلك، يُرجى إخبارنا، وسنتصل بهذه الجهة
page-keep-place-check = مكانك محفوظ، وسنراجع الأمر مرة أخرى في { $review-day }
page-told-not-so = علمنا منك أن الأمر ليس كذلك. سيجري{ $by } حديث بينك وبين { $advisor }
page-not-so = علمنا منك أن الأمر ليس كذلك
page-taken-out = تمت إزالته
page-has-it = طلبك لدى { $org }
page-is-reading-it = قراءة طلبك جارية لدى { $org }
page-usually = { $days ->
    [zero] تجيب هذه الجهة عادةً في يوم العمل نفسه
    [one] تجيب هذه الجهة عادةً خلال يوم عمل واحد
    [two] تجيب هذه الجهة عادةً خلال يومَي عمل
    [few] تجيب هذه الجهة عادةً خلال { $days } أيام عمل
    [many] تجيب هذه الجهة عادةً خلال { $days } يوم عمل
   *[other] تجيب هذه الجهة عادةً خلال { $days } يوم عمل
}
page-if-nothing-by = إذا لم يصلنا أي خبر حتى { $due }، فسنتصل بهذه الجهة ونخبرك
page-tell-when-answer = سنخبرك عندما تجيب هذه الجهة
page-asked-you = وصلك سؤال من { $org }: { $question }
page-asked-advisor = وصل من { $org } إلى { $advisor } سؤال: { $question }
page-working-with = العمل جارٍ بينك وبين { $org }
page-all-waiting = كلنا في انتظار قرار من طرف آخر
page-elsewhere = سُئلت { $org } قبل أن يُحفظ هذا الطلب هنا. لا نشارك من هنا أي شيء يخصك، و{ $advisor } يسجل ما يحدث بعد ذلك
page-ask-help-again = يمكنك طلب المساعدة من جديد في أي وقت

## Do you need to do anything?

do-no = لا
do-not-now = ليس الآن
do-question = نعم: { $question }
do-send-here = يُرجى إرسال ذلك من هنا{ $by }
do-look-and-say = نعم: يُرجى الاطّلاع على ما ستتم مشاركته، والإجابة بنعم أو لا{ $by }
do-tell-if-right = نعم: يُرجى إخبارنا{ $by } إن كان هذا صحيحًا وإن كان قد لبّى حاجتك
do-step = نعم، المطلوب منك{ $by }: { $step }
do-tell-when-ready = نعم: عندما يكون لديك استعداد للاستمرار، يُرجى إخبار { $advisor }{ $by }
do-partner-waits = نعم: هناك خبر منتظر منك لدى { $org }{ $by }

## The five stations

station-you-asked = طلبك: { $need }
station-we-wrote = سجّلنا حاجتك: { $need }
station-ask = نسأل { $org }
station-ask-someone = نسأل جهة شريكة
station-asked = سألنا { $org }
station-asked-someone = سألنا جهة شريكة
station-said-no = لم توافق الجهة الشريكة
station-said-yes = وافقت الجهة الشريكة
station-reviews = جهة شريكة تنظر في الطلب
station-started-business_development = العمل على ذلك معك
station-started-technology_transfer = لقاؤك مع الخبراء
station-started-real_estate = زيارتك للمكان
station-started-workforce = لقاؤك مع أشخاص للتوظيف أو التدريب
station-started-entrepreneurship = بدء مشاركتك في البرنامج
station-training-started = بدء تدريبك
station-result-business_development = النتيجة
station-result-technology_transfer = النتيجة
station-result-real_estate = نعم أو لا
station-result-workforce = النتيجة
station-result-entrepreneurship = إتمامك للبرنامج
station-training-result = إتمامك للتدريب
station-note-wrote = سُجّلت حاجتك لدى { $advisor }
station-note-agreed = تمت الموافقة منك على المشاركة. الخطوة التالية أن نرسل الطلب
station-note-expected = متوقع في موعد أقصاه { $due }
station-note-set-time = نحدد الموعد معك
station-note-if-no = إذا كان الجواب لا، نخبرك بالسبب ونبحث من جديد
station-note-ask-met = نسألك هل لبّى ذلك حاجتك

## The notice around it

notice-subject = { $program }: هناك أخبار
notice-text = { $phone ->
    [none] { $program }: هناك أخبار. {"{link}"}
   *[other] { $program }: هناك أخبار. {"{link}"} هل لديك أسئلة؟ يُرجى الاتصال على الرقم { $phone }
}
notice-hello = { $name ->
    [none] مرحبًا،
   *[other] مرحبًا { $name }،
}
notice-see =
    يمكنك هنا معرفة ما وصل إليه الأمر: {"{link}"}
    هذا الرابط خاص. كل من لديه هذا الرابط يمكنه رؤية الصفحة.
    للاطلاع على كل طلباتك، يمكن الدخول برمز: {"{sign-in}"}
told-message = لديك رسالة. يُرجى فتح صفحتك لقراءتها والرد عليها.
told-renewed = تم تجديد إذنك بالمشاركة مع { $org }، حتى { $day }
told-wrote-renewed = سُجّل لدى { $advisor } تجديد إذنك بالمشاركة مع { $org }، حتى { $day }
told-can-undo-24 = يمكنك التراجع عن هذا خلال 24 ساعة، وإيقافه في أي وقت

## Reminders. { $call } is a verbal noun, after يُرجى

remind-call = { $phone ->
    [none] إخبار { $advisor }
   *[other] الاتصال على الرقم { $phone } للتحدث مع { $advisor }
}
remind-consent-answer = سألناك هل يمكننا مشاركة طلبك مع { $org }. يُرجى الإجابة بنعم أو لا في موعد أقصاه { $day }. لن تتم مشاركة أي شيء قبل موافقتك.
remind-consent-answer-late = سألناك هل يمكننا مشاركة طلبك مع { $org }. لا يزال بإمكانك الإجابة بنعم أو لا. لن تتم مشاركة أي شيء قبل موافقتك.
remind-first-contact = جاءت الموافقة من { $org }، مع وعد بالتواصل معك في موعد أقصاه { $day }. هل اتصل بك أحد؟ إذا لم يحدث ذلك، يُرجى { $call }.
remind-confirm = بحسب { $org }، انتهى العمل. هل ساعدك ذلك؟ يُرجى إخبارنا في موعد أقصاه { $day }. يستغرق ذلك دقيقة، وإجابتك مهمة.
remind-confirm-late = بحسب { $org }، انتهى العمل. هل ساعدك ذلك؟ لا يزال بإمكانك إخبارنا. يستغرق ذلك دقيقة، وإجابتك مهمة.
remind-question = لا يزال هناك شيء واحد مطلوب منك لدى { $org } في موعد أقصاه { $day }. يُرجى إرساله من صفحتك، أو { $call }.
remind-question-late = لا يزال هناك شيء واحد مطلوب منك لدى { $org }. يُرجى إرساله من صفحتك، أو { $call }.
remind-consent-near = ينتهي إذنك بالمشاركة مع { $org } في { $day }، أي بعد أسبوع من الآن. للاستمرار، يُرجى تجديد الإذن من صفحتك، أو { $call }. وبدون أي خطوة منك، ينتهي الإذن.
remind-consent-ends = ينتهي إذنك بالمشاركة مع { $org } في { $day }. للاستمرار، يُرجى تجديد الإذن قبل ذلك من صفحتك، أو { $call }. وبدون أي خطوة منك، ينتهي الإذن.
remind-news = هناك أخبار عن طلبك. يُرجى الاطّلاع على صفحتك، أو { $call }.

## What is shared, inside a sentence

field-need = حاجتك
field-business_name = اسم الشركة
field-contact_name = اسم الشخص المسؤول عن التواصل
field-telephone = رقم الهاتف
field-email = البريد الإلكتروني
field-address = العنوان
field-product = ما تصنعه الشركة
field-workers = عدد العاملين
field-years_in_business = عدد سنوات العمل

## Codes: reasons, stages, outcomes and next steps

code-decline-any-not_eligible_location = تعمل هذه الجهة في منطقة أخرى فقط.
code-decline-any-not_eligible_size = تعمل هذه الجهة فقط مع شركات من حجم آخر.
code-decline-any-not_eligible_sector = تعمل هذه الجهة فقط مع أنواع أخرى من الشركات.
code-decline-any-not_eligible_stage = تعمل هذه الجهة فقط مع شركات في مرحلة أبكر أو أكثر تقدمًا.
code-decline-any-not_eligible_ownership_or_certification = تطلب هذه الجهة شهادة ليست لدى شركتك حاليًا.
code-decline-any-not_eligible_credit_or_financials = شروط هذه الجهة بشأن الائتمان أو السجلات المالية لا تناسب وضعك حاليًا.
code-decline-any-not_eligible_legal_status = تعمل هذه الجهة فقط مع شركات لها شكل قانوني آخر.
code-decline-any-not_eligible_other = شروط هذه الجهة لا تناسب طلبك.
code-decline-any-no_capacity_now = لا توجد أماكن متاحة لدى هذه الجهة حاليًا.
code-decline-any-waitlist_closed = لا توجد أماكن متاحة لدى هذه الجهة، وقائمة الانتظار لديها مغلقة.
code-decline-any-programme_paused_or_ended = برنامج هذه الجهة متوقف مؤقتًا أو انتهى.
code-decline-any-funds_exhausted = نفد حاليًا المال المخصص لهذا لدى هذه الجهة.
code-decline-any-service_not_offered = لا تقدم هذه الجهة هذا النوع من المساعدة.
code-decline-any-language_not_offered = لا تقدم هذه الجهة هذه المساعدة بلغتك.
code-decline-any-already_served_here = هذه المساعدة تصلك بالفعل من هذه الجهة.
code-decline-any-duplicate = هذا الطلب منك موجود بالفعل لدى هذه الجهة.
code-decline-any-not_enough_information = لم تصل منا إلى هذه الجهة معلومات كافية كي تقرر.
code-decline-any-wrong_contact = أرسلنا الطلب إلى المكتب الخطأ.
code-decline-any-no_suitable_site = ليس لدى هذه الجهة مكان يناسب حاجتك.
code-decline-any-no_suitable_candidates = ليس لدى هذه الجهة أشخاص مناسبون للوظيفة لإرسالهم.
code-decline-any-no_matching_expertise = ليس لدى هذه الجهة خبير في ما يلزمك.
code-decline-any-conflict_of_interest = تعمل هذه الجهة بالفعل مع طرف قد تتعارض مصالحه مع مصالحك.
code-decline-any-other = ذكرت هذه الجهة سببًا آخر.
code-hold-any-waitlist = اسمك في قائمة الانتظار لدى هذه الجهة.
code-hold-any-waiting_client_information = هذه الجهة في انتظار أوراق أو معلومات منك.
code-hold-any-waiting_client_decision = هذه الجهة في انتظار قرارك.
code-hold-any-waiting_advisor = على مستشارك فعل شيء أولًا.
code-hold-any-waiting_third_party = نحن في انتظار طرف آخر، مثل مالك المكان أو جهة الإقراض أو المدينة.
code-hold-any-cohort_or_season_start = يبدأ هذا مع المجموعة القادمة.
code-hold-any-funding_decision = نحن في انتظار خبر عن المال.
code-hold-any-permit_or_zoning = نحن في انتظار تصريح أو قرار بشأن تقسيم المناطق.
code-hold-any-client_asked_to_pause = جاء هذا التوقف المؤقت بطلب منك.
code-hold-any-consent_expired = انتهى إذنك بالمشاركة.
code-hold-any-partner_staffing = ليس لدى هذه الجهة عدد كافٍ من الموظفين حاليًا.
code-hold-any-other = هناك سبب آخر للتوقف المؤقت.
code-cancel-any-no_longer_needed = علمنا منك أن هذا لم يعد يلزمك.
code-cancel-any-found_help_elsewhere = توفرت لك المساعدة في مكان آخر.
code-cancel-any-not_the_right_time = علمنا منك أن هذا ليس الوقت المناسب.
code-cancel-any-concern_about_partner = علمنا منك أن لديك قلقًا بشأن هذه الجهة الشريكة.
code-cancel-any-privacy_concern = علمنا منك أن لديك قلقًا بشأن خصوصيتك.
code-cancel-any-cost_or_terms = علمنا منك أن التكلفة أو الشروط لا تناسبك.
code-cancel-any-no_reason_given = ليس عليك ذكر أي سبب.
code-cancel-any-wrong_partner = أرسلنا الطلب إلى جهة شريكة غير مناسبة.
code-cancel-any-better_option_found = وجدنا لك خيارًا أفضل.
code-cancel-any-duplicate = كان الطلب نفسه موجودًا من قبل.
code-cancel-any-need_changed = تغيّرت حاجتك.
code-cancel-any-partner_closed = أغلقت هذه الجهة الشريكة أبوابها.
code-cancel-any-contract_ended = انتهى عقدنا مع هذه الجهة الشريكة.
code-cancel-any-no_response_from_partner = لم تُجب هذه الجهة في الوقت المحدد.
code-cancel-any-consent_refused = لم تكن لديك رغبة في مشاركة معلوماتك.
code-cancel-any-consent_revoked = أنهيت إذنك بالمشاركة.
code-cancel-any-consent_expired = انتهى إذنك بالمشاركة.
code-cancel-any-not_sent = لم نرسل هذا الطلب.
code-cancel-any-not_selected = سألنا عدة جهات شريكة، وتم اختيار جهة أخرى.
code-cancel-any-business_closed = أُغلقت شركتك.
code-cancel-any-business_moved_away = انتقلت شركتك إلى مكان آخر.
code-cancel-any-other = كان هناك سبب آخر.
code-fail-any-could_not_contact_client = حاولت هذه الجهة الوصول إليك ولم تتمكن من ذلك.
code-fail-any-client_missed_appointments = لم تُعقد اللقاءات المقررة.
code-fail-any-client_declined_offer = كان اختيارك عدم قبول ما عرضته هذه الجهة.
code-fail-any-found_not_eligible_later = تبيّن لهذه الجهة لاحقًا أن شروطها لا تناسب طلبك.
code-fail-any-funds_exhausted_later = نفد المال المخصص لهذا لدى هذه الجهة.
code-fail-any-documents_not_completed = كانت بعض الأوراق لا تزال ناقصة.
code-fail-any-terms_not_acceptable = الشروط التي عرضتها هذه الجهة لم تناسبك.
code-fail-any-third_party_said_no = رفض طرف آخر، مثل جهة إقراض أو مالك المكان.
code-fail-any-zoning_or_permit_refused = لم تمنح المدينة التصريح أو قرار تقسيم المناطق اللازم.
code-fail-any-site_lost_to_other_tenant = ذهب المكان إلى طرف آخر.
code-fail-any-technology_not_feasible = أظهرت التجارب أن هذه التكنولوجيا لا تصلح لهذا الغرض.
code-fail-any-no_hire_made = لم يتم توظيف أحد.
code-fail-any-partner_capacity_lost = لم يعد بإمكان هذه الجهة القيام بهذا العمل.
code-fail-any-partner_stopped_responding = توقفت هذه الجهة عن الرد علينا.
code-fail-any-other = كان هناك سبب آخر.
code-next_step-any-re_referred = نجرّب معك جهة شريكة أخرى.
code-next_step-any-other_help_given = نساعدك بطريقة أخرى.
code-next_step-any-client_will_retry_later = لديك رغبة في المحاولة لاحقًا.
code-next_step-any-client_wants_nothing_more = ليست لديك رغبة الآن في مزيد من المساعدة في هذا الأمر.
code-next_step-any-could_not_reach = حاولنا الوصول إليك ولم نتمكن من ذلك.
code-next_step-any-checked_in = سألنا عمّن لا يزال يعمل هناك.
code-next_step-any-no_service_exists = لا نعرف أحدًا يقدم هذا، وقد سجّلنا أنه غير متوفر.
code-reopen-any-disputed_outcome = علمنا منك أن النتيجة لم تكن كما قالت هذه الجهة.
code-reopen-any-reported_by_mistake = تم الإبلاغ عن الانتهاء عن طريق الخطأ.
code-missing-any-time = استغرق الأمر وقتًا طويلًا جدًا.
code-missing-any-quality = لم تكن المساعدة جيدة بما يكفي.
code-missing-any-cost = كانت التكلفة مرتفعة جدًا.
code-missing-any-respect = لم تجرِ معاملتك باحترام.
code-missing-any-language = لم يكن ذلك بلغتك.
code-missing-any-fit = لم يكن هذا ما يلزمك.
code-missing-any-other = كان هناك شيء آخر ناقص.
code-stage-any-awaiting_consent = نحتاج إلى موافقتك قبل مشاركة أي شيء
code-stage-any-awaiting_information = هذه الجهة في انتظار شيء إضافي واحد
code-stage-any-intro_scheduled = تم تحديد موعد اللقاء الأول
code-stage-any-intro_held = تم عقد اللقاء الأول
code-stage-any-intro_missed = لم يُعقد اللقاء الأول
code-stage-any-intro_moved = تم تحديد موعد جديد للقاء الأول
code-stage-business_development-scoping = يجري الاتفاق معك على ما سيتم عمله
code-stage-business_development-working = تعمل هذه الجهة على ذلك معك
code-stage-business_development-deliverable_review = يجري النظر معك في النتيجة
code-stage-business_development-application_prepared = يجري إعداد ملف التقديم معك
code-stage-business_development-application_submitted = تم إرسال ملف التقديم
code-stage-business_development-decision_pending = ملف التقديم في انتظار القرار
code-stage-technology_transfer-need_defined = تعرف هذه الجهة ما يلزمك
code-stage-technology_transfer-expert_matched = تم العثور على خبير لسؤالك
code-stage-technology_transfer-nda_or_terms = يجري الاتفاق معك على الشروط وعلى حفظ السرية
code-stage-technology_transfer-assessment = ينظر الخبير في طريقة الإنتاج لديك
code-stage-technology_transfer-pilot_or_prototype = التجربة جارية لديك
code-stage-technology_transfer-licence_or_adoption = يجري الاتفاق معك على طريقة استخدامك لذلك
code-stage-technology_transfer-integration = يجري إدخال ذلك إلى العمل في ورشتك
code-stage-real_estate-requirements_confirmed = تعرف هذه الجهة المكان الذي يلزمك
code-stage-real_estate-search = تبحث هذه الجهة عن أماكن مناسبة
code-stage-real_estate-tours = زياراتك للأماكن جارية
code-stage-real_estate-offer_or_loi = تجري كتابة عرض للمكان
code-stage-real_estate-negotiation = يجري الحديث معك عن الإيجار والشروط
code-stage-real_estate-financing_or_fit_out = يجري من جانبك ترتيب المال أو تجهيز المكان
code-stage-real_estate-lease_or_purchase_signed = تم توقيع أوراق المكان
code-stage-real_estate-moved_in = تم انتقالك إلى المكان
code-stage-workforce-job_order = تعرف هذه الجهة الوظائف المطلوب شغلها لديك
code-stage-workforce-candidates_sent = أرسلت هذه الجهة إليك أشخاصًا لمقابلتهم
code-stage-workforce-interviews = لديك مقابلات مع أشخاص للوظيفة
code-stage-workforce-offers = يجري من جانبك تقديم عروض العمل
code-stage-workforce-training_scheduled = تم تحديد موعد التدريب
code-stage-workforce-training_under_way = التدريب جارٍ
code-stage-workforce-placed = بدأ أشخاص العمل لديك
code-stage-entrepreneurship-application = يجري من جانبك ملء استمارة التقديم
code-stage-entrepreneurship-interview = لديك لقاء مع العاملين في البرنامج
code-stage-entrepreneurship-admitted = لديك مكان في البرنامج
code-stage-entrepreneurship-attending = مشاركتك في البرنامج جارية
code-stage-entrepreneurship-milestone = تم بلوغك هدفًا من أهداف البرنامج
code-stage-entrepreneurship-graduated = أتممت البرنامج
code-outcome-any-fully_met = وصلتك كل المساعدة التي طلبتها
code-outcome-any-partly_met = وصلك جزء من المساعدة التي طلبتها
code-outcome-any-information_only = وصلتك معلومات
code-outcome-any-delivered_result_pending = تم تقديم المساعدة، والنتيجة غير معروفة بعد
code-outcome-business_development-plan_or_books_done = اكتملت خطتك أو دفاتر حساباتك
code-outcome-business_development-financing_applied = تم تقديم طلبك للحصول على قرض أو مال آخر
code-outcome-business_development-financing_obtained = تم حصولك على قرض أو مال آخر
code-outcome-business_development-grant_obtained = تم حصولك على منحة مالية
code-outcome-business_development-certification_obtained = تم حصولك على شهادة
code-outcome-business_development-contract_won = فازت شركتك بعقد
code-outcome-business_development-legal_matter_settled = تمت تسوية مسألتك القانونية
code-outcome-business_development-market_entered = لديك مبيعات في سوق جديدة
code-outcome-technology_transfer-assessment_delivered = وصلك تقرير عن طريقة الإنتاج لديك
code-outcome-technology_transfer-facility_access = تم استخدامك لمختبر أو ورشة
code-outcome-technology_transfer-prototype_built = تم صنع نموذجك الأولي
code-outcome-technology_transfer-equipment_or_process_adopted = لديك معدّات جديدة أو طريقة إنتاج جديدة قيد الاستخدام
code-outcome-technology_transfer-licence_signed = تم توقيعك على ترخيص
code-outcome-technology_transfer-ip_filed = تم تقديم طلبك لحماية فكرتك
code-outcome-technology_transfer-joint_project_funded = حصل مشروعك المشترك على المال
code-outcome-real_estate-lease_signed = تم توقيعك على عقد إيجار
code-outcome-real_estate-purchase_closed = تم شراؤك لمكان
code-outcome-real_estate-stayed_in_place = تم تجديد عقد إيجارك وبقاؤك في مكانك
code-outcome-real_estate-expanded_in_place = لديك مساحة أكبر في مكانك
code-outcome-real_estate-shared_or_temporary_space = لديك مكان مشترك أو لمدة قصيرة
code-outcome-real_estate-displacement_avoided = لم يكن عليك ترك مكانك
code-outcome-real_estate-relocation_out_of_area = تم انتقالك إلى مكان خارج المنطقة
code-outcome-workforce-hires = تم توظيف أشخاص لديك
code-outcome-workforce-incumbent_workers_trained = تم تدريب العاملين لديك
code-outcome-workforce-apprenticeship_registered = تم تسجيل برنامج التلمذة المهنية لديك
code-outcome-workforce-retention_90_days = من تم توظيفهم لديك كانوا لا يزالون في العمل بعد 90 يومًا
code-outcome-entrepreneurship-enrolled = تم انضمامك إلى البرنامج
code-outcome-entrepreneurship-graduated = أتممت البرنامج
code-outcome-entrepreneurship-business_registered = شركتك مسجّلة
code-outcome-entrepreneurship-first_sale = تمت أول عملية بيع لديك
code-outcome-entrepreneurship-left_early = انتهت مشاركتك في البرنامج قبل نهايته

## A unit came free: whole sentences

vacancy-text = { $phone ->
    [none] { $program }: هناك أخبار.
   *[other] { $program }: هناك أخبار. يُرجى الاتصال على الرقم { $phone }.
}
vacancy-told = توفّر مكان قد يناسب حاجتك. هل لديك رغبة في أن نسأل عنه؟
vacancy-news = { $phone ->
    [none] هناك أخبار عمّا طلبت منا البحث عنه.
   *[other] هناك أخبار عمّا طلبت منا البحث عنه. يُرجى الاتصال على الرقم { $phone }.
}
vacancy-enough = هذا الخبر يصلك بناءً على طلبك. إذا لم تعد لديك رغبة في هذه الأخبار، يُرجى إخبارنا.

## The frame of every page

skip = الانتقال إلى المحتوى الرئيسي
languages = اللغة



## Own pages: what every one of them says

title-error = خطأ: { $title }
errors-to-fix = { $n ->
    [one] هناك شيء واحد يلزم تصحيحه
    [two] هناك شيئان يلزم تصحيحهما
    [few] هناك { $n } أشياء يلزم تصحيحها
   *[other] هناك { $n } شيئًا يلزم تصحيحه
}
pages-of-list = صفحات هذه القائمة
pages-first = الصفحة الأولى
pages-next = الصفحة التالية
day-and-hour = {"\u200F"}{ $day }، { $hour }
clock = { $hour }:{ $minute } { $half ->
    [am] صباحًا
   *[pm] مساءً
}
optional = اختياري
choose = اختيار
no-answer = بدون إجابة
yes = نعم
partly = جزئيًا
no = لا
have-code = لديّ رمز
your-request-for = طلبك: { $need }
urgency-this_week = هذا الأسبوع
urgency-this_month = هذا الشهر
urgency-this_quarter = خلال ثلاثة أشهر
urgency-no_rush = ليس عاجلًا
code-heading = إدخال الرمز
code-where = الرمز مكتوب في الرسالة الورقية التي وصلتك، أو قرأناه لك على الهاتف
code-reference = الرقم المرجعي
code-reference-hint = مثل R-1187
code-code = الرمز
code-code-hint = 12 من الحروف والأرقام؛ لا فرق بين الحروف الكبيرة والصغيرة، ولا تهم المسافات ولا الشرطات
code-open = فتح
code-no-code = لا يعمل الرمز، أو ليس لديك رمز؟ يُرجى الاتصال بنا، ونساعدك على الهاتف:
code-wrong = هذا الرقم المرجعي وهذا الرمز لا يفتحان أي صفحة معًا. يُرجى التحقق من كليهما؛ وبعد عشر محاولات خاطئة يلزم الانتظار 30 دقيقة
link-stopped = لم يعد هذا الرابط يعمل
link-stopped-why = تعمل الروابط لمدة 90 يومًا حفاظًا على معلوماتك، والصفحة المفتوحة برمز تُغلق بعد 30 دقيقة
link-stopped-next = يمكن لمستشارك إرسال رابط جديد إليك
face-signed-out = مرّ بعض الوقت دون نشاط
face-signed-out-next = أُغلقت الصفحة تلقائيًا. يُرجى فتح الرابط من جديد أو إدخال الرمز
face-nothing-here = لا يوجد شيء هنا
face-nothing-here-next = هذا العنوان غير كامل، أو ليس مخصصًا لك. يُرجى فتح الرابط الذي أرسلناه إليك من جديد، أو إدخال الرمز
face-not-allowed = لا يمكن ذلك من هنا
face-not-allowed-next = لم يُحفظ أي شيء. يُرجى فتح صفحتك من جديد بالرابط أو الرمز، والضغط على الزر هناك
face-refused = لم ينجح ذلك
face-changed = غيّر شخص ما هذه الصفحة منذ فتحك لها
face-changed-next = لم يُحفظ أي شيء. يُرجى الرجوع وتحميل الصفحة من جديد، ثم الإرسال مرة أخرى إذا كان ما كتبته لا يزال صحيحًا
face-busy = محاولات كثيرة في وقت واحد
face-busy-next = لم يُحفظ أي شيء. يُرجى الانتظار قليلًا والمحاولة من جديد
face-no-room = لا يمكن حفظ أي شيء الآن
face-no-room-next = لم يُحفظ أي شيء. يُرجى الرجوع والاحتفاظ بنصك والمحاولة لاحقًا، أو الاتصال بنا
face-too-large = هذا النص طويل جدًا
face-too-large-next = لم يُحفظ أي شيء. يُرجى الرجوع واختصار النص وإرساله من جديد
face-broke = حدث عطل
face-broke-next = هذا ليس خطأك، ولم يُحفظ أي شيء بشكل ناقص. يُرجى المحاولة من جديد. وإذا استمر العطل، يُرجى الاتصال بنا
face-broke-number = يُرجى إخبارنا بهذا الرقم:
complaint-choose = يُرجى اختيار إحدى الإجابات من القائمة
complaint-date = يُرجى كتابة تاريخ مثل 2026-11-22 أو 11/22/2026. ما كتبته: { $typed }
complaint-email = يُرجى كتابة عنوان بريد إلكتروني مثل name@example.org. ما كتبته: { $typed }
complaint-email-needed = يُرجى كتابة عنوان بريد إلكتروني
complaint-telephone = يُرجى كتابة رقم هاتف مثل 555-010-0110. ما كتبته: { $typed }
complaint-character = توجد في { $what } علامة لا يمكن عرضها. يُرجى الكتابة من جديد بدونها
complaint-unseen = العلامة رقم { $n } في { $what } لا تُرى. ربما جاءت مع نص منسوخ. يُرجى الكتابة من جديد بدونها
complaint-number = يوجد في { $what } رقم يشبه رقم الضمان الاجتماعي أو ITIN. هذه الأرقام لا تُحفظ هنا أبدًا. يُرجى حذفه
complaint-telephone-number = هذا يشبه رقم الضمان الاجتماعي أو ITIN. هذه الأرقام لا تُحفظ هنا أبدًا. يُرجى كتابة رقم هاتف
complaint-too-long = يُرجى اختصار { $what }: الحد الأقصى لعدد الحروف { $most }، وعددها الآن { $length }
complaint-fill-in = يُرجى ملء { $what }
complaint-what-message = رسالتك
complaint-what-need = حاجتك
complaint-what-answer = إجابتك
complaint-what-comment = ما أردت إضافته
complaint-what-reason = السبب بكلماتك
complaint-write-need = يُرجى كتابة حاجتك
complaint-shorten-need = يُرجى اختصار حاجتك إلى 2,000 حرف
complaint-write-message = يُرجى كتابة رسالتك أولًا
complaint-readers = يُرجى اختيار من يقرأ الرسالة. لا يمكن الكتابة إلى الجهة الشريكة إلا بعد موافقتها وما دام مسموحًا لها برؤية اسمك
complaint-form-broken = تعذّرت قراءة هذا النموذج: فيه خانة ناقصة أو مكررة أو ليست من خاناتنا. يُرجى الرجوع وتحميل الصفحة من جديد ثم إرساله مرة أخرى
complaint-form-incomplete = هذا النموذج غير مكتمل. يُرجى الرجوع وتحميل الصفحة من جديد ثم إرساله مرة أخرى
complaint-language = يُرجى اختيار إحدى اللغات الموجودة في الصفحة
complaint-tick-one = يُرجى اختيار واحدة على الأقل ثم الضغط من جديد
complaint-many-requests = هناك { $most } من طلباتك في انتظار الرد بالفعل. يُرجى الاتصال بنا
complaint-message-now = لا يمكن كتابة هذا الآن: لم توافق الجهة الشريكة، أو لم يعد مسموحًا لها برؤية اسمك
complaint-messages-full = بلغ عدد الرسائل هنا الحد الأقصى: { $most }. يُرجى الاتصال بدلًا من ذلك
complaint-not-shared = هذه الإحالة غير مفتوحة، ولذلك لم تعد تتم مشاركة أي شيء
complaint-no-yes = لا توجد موافقة يمكن سحبها
complaint-renew-later = لا حاجة إلى تجديد هذا الإذن الآن
complaint-answer-90 = يمكن إعطاء الإجابة أو تغييرها خلال 90 يومًا بعد الانتهاء
letter-dear = تحية طيبة، { $name }
letter-what-for = بهذا الرمز يمكنك معرفة إلى أين وصل طلبك، والموافقة أو عدم الموافقة على المشاركة، والإجابة عن الأسئلة، والكتابة إلينا، أو إيقاف الطلب. لا حاجة إلى كلمة مرور ولا إلى بريد إلكتروني
letter-open = على هاتف أو حاسوب، يُرجى فتح هذا العنوان:
letter-reference = يُرجى كتابة الرقم المرجعي:
letter-code = يُرجى كتابة الرمز:
letter-until = يعمل الرمز حتى { $day }. يُرجى إبقاؤه لك وحدك: كل من لديه الرمز يستطيع فتح صفحتك. ولا تظهر فيها أبدًا إجاباتك عن نفسك
letter-talk = { $phone ->
    [none] هل التحدث أفضل لك؟ يُرجى سؤال { $program }
   *[other] هل التحدث أفضل لك؟ يُرجى الاتصال على الرقم { $phone } للتحدث مع { $program }
}
letter-all-by-phone = كل ما في الصفحة يمكن القيام به على الهاتف أيضًا
notice-answer =
    الإجابة من هنا: {"{link}"}/answer
    هذا الرابط خاص. يمكن لأي شخص لديه الرابط رؤية الصفحة.



## Own pages: status, sharing, messages, stopping, answers

do-heading = هل عليك فعل شيء؟
stands-heading = إلى أين وصل الطلب
station-done = تم:
station-now = الآن:
station-later = لاحقًا:
now = الآن
questions = هل لديك أسئلة؟
your-advisor-is = مستشارك في { $program }: { $advisor }
call-advisor = الاتصال بـ { $advisor }
text-advisor = رسالة نصية إلى { $advisor }
answer-the-message = يُرجى الرد على الرسالة التي أوصلتك إلى هنا.
help-with-something-else = طلب المساعدة في أمر آخر
foot-no-password = لا حاجة إلى كلمة مرور
foot-link = الرقم المرجعي { $reference }. هذه الصفحة خاصة: يمكن لأي شخص لديه الرابط رؤيتها. تعمل حتى { $day }
agreed-and-next = تمت موافقتك على المشاركة. الخطوة التالية: إرسال طلبك إلى { $org } عن طريق { $advisor }. يمكنك إيقاف ذلك في أي وقت.
changed-since = حدث شيء جديد منذ فتحك لهذه الصفحة. لم يُحفظ ما أرسلته. يُرجى الاطّلاع على الصفحة من جديد، والإرسال مرة أخرى إذا كان لا يزال صحيحًا
not-possible-now = لا يمكن ذلك الآن. يُرجى الاطّلاع على الصفحة من جديد: فيها يظهر إلى أين وصل طلبك
answer-heading = إرسال إجابتك
answer-label = إجابتك
answer-send = إرسال الإجابة
missing-answer = يُرجى كتابة إجابتك أولًا
missing-need-met = يُرجى إخبارنا هل حصلت على المساعدة التي تلزمك: نعم أو جزئيًا أو لا
missing-reason = يُرجى كتابة السبب بكلماتك
missing-comment = يُرجى كتابة ما كان ناقصًا بكلماتك
missing-something = ينقص شيء هنا
met-heading = هل ساعدك ذلك؟
met-heading-change = إجابتك
met-you-said = كانت إجابتك:
met-question = هل حصلت على المساعدة التي تلزمك؟
met-say-more = إضافة المزيد، إن أردت
happened-question = هل حدث ذلك كما تقول هذه الجهة؟
not-quite = ليس تمامًا
was-missing-question = ما الذي كان ناقصًا؟
respect-question = هل جرت معاملتك باحترام؟
respect-5 = نعم، تمامًا
respect-4 = في الغالب
respect-3 = جزئيًا
respect-2 = قليلًا
respect-1 = لا، إطلاقًا
comment-label = إضافة أخرى
comment-readers = من يمكنه قراءة كلماتك؟
comment-program = البرنامج فقط
comment-partner = الجهة الشريكة أيضًا
own-words = بكلماتك
own-words-hint = بكلماتك
stop-heading = إيقاف هذه الإحالة؟
stop-button = إيقاف هذه الإحالة
stop-partner-told = نطلب من { $org } التوقف
stop-not-open = هذه الإحالة غير مفتوحة الآن، ولذلك لا يوجد ما يمكن إيقافه
stop-go-back = الرجوع دون إيقاف
stop-why = ما السبب؟
stop-no-other-help = لا أحتاج إلى مساعدة أخرى في هذا
why-no_longer_needed = لم أعد بحاجة إلى هذا
why-found_help_elsewhere = وجدت المساعدة في مكان آخر
why-not_the_right_time = هذا ليس الوقت المناسب
why-concern_about_partner = لديّ قلق بشأن هذه الجهة الشريكة
why-privacy_concern = لديّ قلق بشأن خصوصيتي
why-cost_or_terms = التكلفة أو الشروط لا تناسبني
why-no_reason_given = أفضّل عدم ذكر السبب
back-to-request = العودة إلى طلبك
asked-before = ما طلبته منا
asked-answer-by = وصلنا طلبك. سيصلك رد في موعد أقصاه { $day }
asked-answer-soon = وصلنا طلبك. سيصلك رد قريبًا
asked-over = انتهى هذا الطلب
asked-looks-after = متابعة هذا الطلب لدى { $advisor }
ask-kind = ما موضوع الطلب؟
ask-need = ما حاجتك؟
ask-urgency = متى يلزمك ذلك؟
ask-button = طلب المساعدة
ask-when = سيصلك رد خلال يومَي عمل
still-on-hold = مهلة الجهة الشريكة متوقفة طوال فترة التوقف المؤقت
still-since = { $left ->
    [0] مهلة الجهة الشريكة متوقفة منذ { $day }
    [one] مهلة الجهة الشريكة متوقفة منذ { $day }، ويتبقى يوم عمل واحد
    [two] مهلة الجهة الشريكة متوقفة منذ { $day }، ويتبقى يوما عمل
    [few] مهلة الجهة الشريكة متوقفة منذ { $day }، وتتبقى { $left } أيام عمل
   *[other] مهلة الجهة الشريكة متوقفة منذ { $day }، ويتبقى { $left } يوم عمل
}
trainees-sent = { $n ->
    [one] أُرسل شخص واحد من شركتك إلى التدريب
    [two] أُرسل شخصان من شركتك إلى التدريب
    [few] أُرسل { $n } أشخاص من شركتك إلى التدريب
   *[other] أُرسل { $n } شخصًا من شركتك إلى التدريب
}
trainees-few = لكل شخص وحده أن يخبرك كيف تسير أموره: عندما يكون العدد أقل من { $fewest }، لا يظهر إلا العدد
trainees-how = { $n ->
   *[other] عدد من أُرسلوا من شركتك إلى التدريب: { $n } (قيد التدريب: { $under-way }، أتموا التدريب: { $finished })
}
trainees-many = لكل شخص صفحته الخاصة؛ وما يظهر لك هو الأعداد فقط
messages = الرسائل
thread-nothing-yet = لم يُكتب أي شيء بعد
thread-says-readers = كل رسالة توضح من يقرأها
thread-all = { $n ->
   *[other] كل الرسائل وعددها { $number }
}
thread-write = كتابة رسالة
thread-at-most = الحد الأقصى لعدد الحروف: { $most }
thread-who-reads = من يقرأها؟
thread-send = إرسال الرسالة
thread-closed = لا يمكن الكتابة إلى أحد هنا الآن. يُرجى الاتصال
thread-read-by = من يقرأها: { $names }
thread-will-read = { $n ->
   *[other] من يقرأها: { $names }
}
thread-you = رسالتك
thread-you-inside = أنت
thread-by-partner = {"\u200F"}{ $name }، { $org }
share-heading = هل يمكننا مشاركة هذا؟
share-yes = { $n ->
    [one] نعم، مشاركة هذا
   *[other] نعم، المشاركة مع كل الجهات وعددها { $n }
}
share-no = لا، عدم المشاركة
share-leave-out = لحذف أي شيء من ذلك، يُرجى الاتصال للتحدث مع { $advisor }
share-some = المشاركة مع بعضها فقط
share-ticked = نعم، المشاركة مع الجهات المختارة
sees-heading = ما تراه الجهة الشريكة
sees-no-more = لا شيء بعد الآن: أُغلقت روابطها إلى هذا الطلب
sees-never-opened = لا شيء. لم تفتح هذه الجهة طلبك، ولذلك لم تتم مشاركة أي شيء
sees-nothing = لا شيء. لا يوجد إذن ساري المفعول منك الآن
sees-when-sent = لا شيء بعد. عندما نرسل طلبك، ترى الجهة حاجتك وموعدها ونوع العمل وعدد العاملين معك تقريبًا ومنطقتك
sees-rough = حاجتك وموعدها ونوع العمل وعدد العاملين معك تقريبًا ومنطقتك
sees-by-name = طلبت التعريف بك بالاسم، ولذلك ترى الجهة أيضًا: { $items }
sees-after-yes = وافقت الجهة، ولذلك ترى أيضًا: { $items }
sees-only-after-yes = وبعد موافقة الجهة فقط، أيضًا: { $items }
sees-no-fields = لا تتم مشاركة أي شيء آخر
sees-until = تمت موافقتك على ذلك. تنتهي في موعد أقصاه { $day }
sees-exact-words = النص الذي تمت موافقتك عليه
sees-opened-details = { $n ->
    [one] تفاصيلك السرية: فُتحت مرة واحدة، في { $day }
    [two] تفاصيلك السرية: فُتحت مرتين، آخرهما في { $day }
    [few] تفاصيلك السرية: فُتحت { $n } مرات، آخرها في { $day }
   *[other] تفاصيلك السرية: فُتحت { $n } مرة، آخرها في { $day }
}
no-longer-needed = لم أعد بحاجة إلى هذا
renew-ends = ينتهي إذنك قريبًا
renew-ended = انتهى إذنك
renew-how = للاستمرار، يمكنك السماح بأن تبقى الأشياء نفسها متاحة لدى { $org } لمدة مماثلة
renew-or-not = وبدون أي خطوة منك، ينتهي الإذن
renew-button = تجديد الإذن
undo-heading = التراجع عن موافقتي
undo-until = يمكنك التراجع حتى { $moment }
undo-was-read = فُتح طلبك لدى { $org }
undo-rest-stops = ويتوقف كل شيء آخر
undo-not-read = لم يُفتح طلبك لدى { $org }، ولذلك لم تتم مشاركة أي شيء ولن تتم
undo-button = تراجع: عدم المشاركة
others-heading = جهات أخرى سألناها عن هذا
others-stop = إيقاف المشاركة مع { $org }
others-each = يمكن إيقاف كل جهة على حدة
with-not-sent = لم يُرسل
with-not-looked = لم يُفتح بعد
with-reading = قيد القراءة
with-said-yes = تمت الموافقة
with-on-pause = متوقف مؤقتًا
with-cannot-help = المساعدة غير ممكنة
with-done = مكتمل
with-stopped = أُوقف
consent-question = هل لدى { $program } إذنك بمشاركة هذا مع { $partners }، لمساعدتك بشأن { $need }؟
consent-line = {"\u200F"}{ $label }: { $value }
consent-line-after = {"\u200F"}{ $label } (بعد موافقة الجهة فقط): { $value }
consent-need-of = إلى { $org }: { $need }
consent-secret = التفاصيل السرية: فقط بعد توقيع اتفاق بينك وبين { $org } على إبقائها سرية
consent-by-name = { $n ->
   *[other] طلبت التعريف بك بالاسم، ولذلك يظهر كل هذا فورًا لدى { $partners }
}
consent-at-first = { $n ->
   *[other] في البداية يظهر لدى { $partners } فقط: حاجتك وموعدها ونوع عملك وعدد العاملين معك تقريبًا ومنطقتك
}
consent-rest = { $n ->
    [one] ولا يظهر الباقي إلا بعد الموافقة
   *[other] ولا يظهر الباقي لأي جهة إلا بعد موافقتها
}
consent-never = لا تتم أبدًا مشاركة أي شيء عن عرقك أو جنسك أو خدمتك العسكرية
consent-ends = ينتهي هذا الإذن بعد 30 يومًا من انتهاء الإحالة، وفي كل الأحوال في موعد أقصاه { $day }
consent-undo = يمكنك التراجع عنه خلال 24 ساعة، وإيقافه في أي وقت
consent-each = يمكنك إيقافه لإحدى الجهات أو لها كلها
consent-unread = وما قُرئ حتى ذلك الحين لا يمكن استرجاعه
sheet-tt_type = نوع المساعدة المطلوبة
sheet-process = طريقة التصنيع
sheet-trl_now = ما مدى الجاهزية الآن؟ (TRL)
sheet-trl_target = ما مدى الجاهزية المطلوب؟ (TRL)
sheet-mrl_now = ما مدى جاهزية التصنيع الآن؟ (MRL)
sheet-mrl_target = ما مدى جاهزية التصنيع المطلوب؟ (MRL)
sheet-ip_status = حماية الفكرة
sheet-ip_owner = من مالكها؟
sheet-nda_wanted = هل يلزم اتفاق سرية أولًا؟
sheet-lab_wanted = المختبر أو الجهة المطلوبة
sheet-equipment_wanted = المعدات المطلوبة
sheet-materials = المواد
sheet-lab_minutes_wanted = عدد الساعات المطلوبة
sheet-safety_training = هل تم تدريب السلامة؟
sheet-tt_deadline = الموعد النهائي
sheet-sbir_agency = SBIR أو STTR: الوكالة
sheet-sbir_phase = SBIR أو STTR: المرحلة
sheet-sbir_topic = SBIR أو STTR: رقم الموضوع
sheet-export_control = هل يخضع لرقابة التصدير (ITAR أو EAR)؟
sheet-uei = UEI
sheet-cage = رمز CAGE
sheet-sam_status = التسجيل في SAM
sheet-matching_cents = التمويل المقابل المتوفر
sheet-bd_topic = الموضوع
sheet-funding_sought_cents = المبلغ المطلوب
sheet-funding_use = الغرض من المال
sheet-papers_ready = الأوراق الجاهزة
sheet-certificate_wanted = الشهادة المطلوبة
sheet-bd_deadline = الموعد النهائي
sheet-own_money_cents = المال الخاص المتوفر
sheet-venture_stage = في أي مرحلة المشروع؟
sheet-cohort_wanted = البرنامج أو المجموعة المطلوبة
sheet-cohort_by = الموعد الأقصى للبدء
sheet-times_possible = الأوقات المناسبة
sheet-program_topics = ما لديك رغبة في تعلّمه
sheet-childcare_words = رعاية الأطفال، بكلماتك
sheet-transit_words = الوصول إلى هناك، بكلماتك
sheet-work_wants = ما المطلوب؟
sheet-job_title = الوظيفة
sheet-people_wanted = كم عدد الأشخاص؟
sheet-wage_low_cents = الأجر المعروض، من
sheet-wage_high_cents = الأجر المعروض، إلى
sheet-week_hours = الساعات في الأسبوع
sheet-shifts = الوردية
sheet-skills = المهارات
sheet-work_languages = لغات العمل
sheet-training_wanted = التدريب المطلوب
sheet-apprenticeship = برنامج تلمذة مهنية؟
sheet-work_starts_on = البداية
sheet-benefits_words = المزايا
sheet-getting_there = كيفية الوصول
unit-people = { $n ->
    [one] شخص واحد
    [two] شخصان
    [few] { $number } أشخاص
    [many] { $number } شخصًا
   *[other] { $number } شخص
}
unit-hours-a-week = { $n ->
    [one] ساعة واحدة في الأسبوع
    [two] ساعتان في الأسبوع
    [few] { $number } ساعات في الأسبوع
   *[other] { $number } ساعة في الأسبوع
}
unit-hours = { $number } من الساعات
answer-page-link = الاطّلاع على سير الطلب
contact-heading = هل اتصل بك أحد؟
contact-why = جاءت الموافقة من { $org }، مع وعد بالتواصل معك
contact-yes = نعم، حدث ذلك
contact-no = لا، ليس بعد
contact-yes-said = نعم، اتصلوا بي.
contact-no-said = لا، لم يتصل بي أحد بعد.
renew-heading = تجديد إذنك؟
years-less-than-one = أقل من سنة
choice-any-yes = نعم
choice-any-no = لا
choice-any-other = شيء آخر
choice-any-none = لا شيء
choice-tt_type-university_licence = ترخيص من جامعة أو حق خيار في الترخيص
choice-tt_type-federal_lab = مختبر فيدرالي: CRADA أو ترخيص أو اتفاق شراكة أو مرفق للمستخدمين
choice-tt_type-sbir_sttr = SBIR أو STTR
choice-tt_type-mep_project = مشروع الإرشاد الصناعي (MEP)
choice-tt_type-prototyping = نماذج أولية أو ورشة تصنيع
choice-tt_type-testing = اختبار أو اعتماد
choice-tt_type-assessment = تقييم مادة أو طريقة تصنيع
choice-tt_type-institute = معهد من شبكة Manufacturing USA
choice-tt_type-capstone = مشروع طلابي أو مشروع تخرج
choice-tt_type-ip_clinic = عيادة الملكية الفكرية
choice-tt_type-equipment = استخدام معدات
choice-process-machining = التشغيل الآلي
choice-process-additive = التصنيع بالإضافة (طباعة ثلاثية الأبعاد)
choice-process-welding_fabrication = اللحام وتشكيل المعادن
choice-process-casting_molding = السبك والقولبة
choice-process-sewn = منتجات مخيطة
choice-process-food = الأغذية والمشروبات
choice-process-wood = الخشب والأثاث
choice-process-electronics = الإلكترونيات
choice-process-chemical_coating = المواد الكيميائية والطلاءات
choice-process-printing = الطباعة والتغليف
choice-process-medical = الأجهزة الطبية
choice-process-software_controls = أنظمة التحكم والبرمجيات
choice-trl-1 = 1: لوحظ الأثر الأساسي
choice-trl-2 = 2: جرى التفكير في استخدامه
choice-trl-3 = 3: ثبت أن الفكرة تعمل على طاولة الاختبار
choice-trl-4 = 4: أجزاؤها تعمل معًا في المختبر
choice-trl-5 = 5: أجزاؤها تعمل معًا في مكان شبيه بالورشة
choice-trl-6 = 6: نموذج يعمل في مكان شبيه بالورشة
choice-trl-7 = 7: نموذج أولي يعمل في مكان استخدامه
choice-trl-8 = 8: اجتاز المنتج النهائي اختباراته
choice-trl-9 = 9: مستخدم يوميًا
choice-mrl-1 = 1: حُدّد ما يلزم لتصنيعه
choice-mrl-2 = 2: جرى التفكير في طريقة لتصنيعه
choice-mrl-3 = 3: ثبت أن الطريقة تعمل على طاولة الاختبار
choice-mrl-4 = 4: يمكن صنع القطع في المختبر
choice-mrl-5 = 5: يمكن صنع القطع في مكان شبيه بالورشة
choice-mrl-6 = 6: يمكن صنع نموذج أولي في مكان شبيه بالورشة
choice-mrl-7 = 7: يمكن صنع القطع على آلات شبيهة بآلات الإنتاج
choice-mrl-8 = 8: خط الإنتاج الأول جاهز للبدء
choice-mrl-9 = 9: تُصنع دفعات صغيرة بجودة ثابتة
choice-mrl-10 = 10: الإنتاج الكامل جارٍ ويتحسن
choice-ip_status-disclosure = أُفصح عنها لجامعة أو مختبر
choice-ip_status-provisional = قُدّم طلب براءة اختراع مؤقت
choice-ip_status-filed = قُدّم طلب براءة اختراع
choice-ip_status-issued = مُنحت براءة الاختراع
choice-ip_status-trade_secret = محفوظة سرًا تجاريًا
choice-ip_status-open = متاحة للجميع
choice-ip_owner-business = الشركة
choice-ip_owner-partner = المختبر أو الجامعة أو الجهة الشريكة
choice-ip_owner-shared = مشتركة
choice-ip_owner-other = شخص آخر
choice-ip_owner-not_known = غير معروف بعد
choice-sbir_agency-dod = الدفاع
choice-sbir_agency-doe = الطاقة
choice-sbir_agency-nsf = المؤسسة الوطنية للعلوم
choice-sbir_agency-nih = الصحة (NIH)
choice-sbir_agency-nasa = NASA
choice-sbir_agency-usda = الزراعة
choice-sbir_agency-commerce = التجارة (NIST وNOAA)
choice-sbir_agency-epa = البيئة (EPA)
choice-sbir_agency-other = وكالة أخرى
choice-sbir_phase-I = المرحلة الأولى
choice-sbir_phase-II = المرحلة الثانية
choice-sbir_phase-III = المرحلة الثالثة
choice-export_control-no = تم التحقق: لا
choice-export_control-itar = ITAR
choice-export_control-ear = EAR
choice-export_control-not_checked = لم يتم التحقق بعد
choice-sam_status-none = لا يوجد تسجيل
choice-sam_status-pending = التسجيل جارٍ
choice-sam_status-active = سارٍ
choice-sam_status-lapsed = منتهٍ
choice-bd_topic-financing = قرض أو تمويل آخر
choice-bd_topic-grant = منحة
choice-bd_topic-plan_books = خطة العمل أو الدفاتر
choice-bd_topic-certification = شهادة
choice-bd_topic-contracts = عقود ومشترون جدد
choice-bd_topic-legal = أمر قانوني
choice-bd_topic-marketing = التسويق والمبيعات
choice-bd_topic-export = البيع في الخارج
choice-bd_topic-succession = التسليم للعاملين أو العائلة
choice-funding_use-equipment = معدات
choice-funding_use-working_capital = رأس مال عامل
choice-funding_use-fit_out = أعمال في المكان
choice-funding_use-purchase = شراء مكان
choice-funding_use-refinance = سداد دين أعلى كلفة
choice-papers_ready-tax_returns = الإقرارات الضريبية
choice-papers_ready-profit_loss = الأرباح والخسائر
choice-papers_ready-balance_sheet = الميزانية العمومية
choice-papers_ready-bank_statements = كشوف بنكية
choice-papers_ready-business_plan = خطة عمل
choice-papers_ready-registration = أوراق التسجيل
choice-papers_ready-insurance = تأمين
choice-papers_ready-quotes = عروض أسعار لما سيُشترى
choice-papers_ready-none = لا شيء بعد
choice-venture_stage-idea = فكرة
choice-venture_stage-trying = تصنيع وتجربة
choice-venture_stage-selling = أولى المبيعات
choice-venture_stage-growing = مبيعات قائمة ورغبة في النمو
choice-times_possible-weekday = من الاثنين إلى الجمعة
choice-times_possible-evening = المساء
choice-times_possible-weekend = نهاية الأسبوع
choice-times_possible-online = عبر الإنترنت
choice-times_possible-in_person = حضوريًا
choice-work_wants-hire = توظيف أشخاص
choice-work_wants-train = تدريب العاملين
choice-work_wants-both = توظيف وتدريب
choice-shifts-day = نهارية
choice-shifts-evening = مسائية
choice-shifts-night = ليلية
choice-shifts-weekend = نهاية الأسبوع
choice-shifts-rotating = متناوبة
choice-shifts-flexible = مرنة
choice-work_languages-none = لا يحتاج العمل إلى لغة
choice-work_languages-en = الإنجليزية
choice-work_languages-es = الإسبانية
choice-work_languages-zh = الصينية
choice-work_languages-vi = الفيتنامية
choice-work_languages-ar = العربية
choice-work_languages-fr = الفرنسية أو الكريولية الهايتية
choice-work_languages-other = لغة أخرى
choice-training_wanted-safety = السلامة
choice-training_wanted-machine = تشغيل الآلات
choice-training_wanted-welding = اللحام
choice-training_wanted-sewing = الخياطة
choice-training_wanted-food_handling = تداول الأغذية
choice-training_wanted-quality = القياس والجودة
choice-training_wanted-maintenance = الصيانة
choice-training_wanted-digital = الحواسيب وأنظمة التحكم
choice-training_wanted-language = اللغة في العمل
choice-training_wanted-lead = قيادة فريق
choice-apprenticeship-interested = مع الرغبة في معرفة المزيد
choice-apprenticeship-yes = نعم، برنامج مسجل



## Own pages: coming in, home, referral

# الدخول

sign-in-title = الدخول إلى صفحاتك
sign-in-lead = نرسل إليك رمزًا. لا حاجة إلى كلمة مرور
sign-in-address = بريدك الإلكتروني
sign-in-number = رقم هاتفك
sign-in-either = بريدك الإلكتروني أو رقم هاتفك
sign-in-contact-hint = الموجود لدينا
sign-in-send = إرسال رمز
sign-in-letter = لديّ رمز من رسالة ورقية أو مكالمة
sign-in-call = لا يوجد رمز، أو لا يعمل؟ يُرجى الاتصال بنا
sign-in-away = مرّ بعض الوقت دون نشاط. يُرجى الدخول للمتابعة
sign-in-away-typed = مرّ بعض الوقت دون نشاط. يُرجى الدخول، ونصك لا يزال هنا
sign-in-no-way-title = الدخول برمز من عندنا
sign-in-no-way = هذا المكتب لا يرسل الرموز بالبريد الإلكتروني. يُرجى الاتصال بنا: نقرأ لك رمزًا على الهاتف، أو نرسله في رسالة ورقية بالبريد
sign-in-bad-address = يُرجى كتابة بريدك الإلكتروني، مثل name@example.org
sign-in-bad-either = يُرجى كتابة بريدك الإلكتروني، أو رقم هاتفك مع رمز المنطقة
sign-in-code-title = كتابة الرمز
sign-in-code-lead = إذا كان هذا العنوان أو الرقم لدينا، فالرمز في الطريق. يتكوّن من ستة أرقام ويعمل عشر دقائق
sign-in-code = الرمز
sign-in-code-hint = ستة أرقام
sign-in-stay = إبقاء الدخول مفتوحًا على هذا الجهاز لمدة 30 يومًا، للاطّلاع على سير الطلبات
sign-in-stay-hint = على هاتفك الخاص فقط: من يحمله يمكنه الاطّلاع على سير طلباتك. وكل ما عدا ذلك يحتاج إلى رمز جديد
sign-in-open = دخول
sign-in-another = إرسال رمز آخر
sign-in-wrong = هذا الرمز غير صحيح، أو سبق استخدامه، أو مضت عليه أكثر من عشر دقائق. يُرجى طلب رمز جديد
sign-in-resting = رموز خاطئة كثيرة. يُرجى طلب رمز جديد؛ وإذا لم يفد ذلك، يُرجى الانتظار نصف ساعة أو الاتصال بنا
sign-in-made-up = عرض تجريبي: كل الأشخاص هنا من الخيال. الرمز الذي كان سيُرسل هو { $code }
sign-in-made-up-none = عرض تجريبي: كل الأشخاص هنا من الخيال. لا يصل الآن أي رمز إلى أحد على هذا العنوان
sign-in-who-title = من أنت؟
sign-in-who = عدة أشخاص يستخدمون هذا العنوان أو الرقم. يُرجى اختيار اسمك
sign-in-who-unnamed = شخص آخر
sign-in-mail-subject = { $organization }: رمزك
sign-in-mail = رمزك هو { $code }
sign-in-mail-else = يعمل عشر دقائق، في الصفحة التي طُلب منها. إذا لم يكن الطلب منك، فلا حاجة إلى أي خطوة.
sign-in-text = { $organization }: رمزك هو { $code }. يعمل عشر دقائق.

# في كل صفحة

own-sign-in-all = الدخول لرؤية كل طلباتك
code-by-mail = لم تصلك رسالة ورقية؟ يمكنك الحصول على رمز بالبريد الإلكتروني أو برسالة نصية
stopped-new-link = إرسال رابط جديد
stopped-asked = إذا كان هذا رابطك، فهناك رابط جديد في الطريق إلى العنوان الموجود لدينا. لم يصل؟ يُرجى الاتصال بنا
told-new-link = هذا رابط جديد إلى صفحتك.
letter-quick = على هاتف ليس لك، يُرجى فتح { $address } وكتابة الرقم المرجعي والرمز القصير { $code }. هناك يظهر إلى أين وصل طلبك دون أي اسم، ولا يمكن تغيير أي شيء
own-home = صفحاتك
own-sign-in = دخول
own-sign-out = خروج
own-closes = على هاتف يستخدمه آخرون، يُرجى الخروج عند الانتهاء. تُغلق الصفحة بعد 30 دقيقة دون نشاط
own-more = صفحاتك الأخرى

# الصفحة الأولى

home-things = { $n ->
    [0] ليس عليك فعل أي شيء الآن
    [one] عليك فعل شيء واحد
    [two] عليك فعل شيئين
    [few] عليك فعل { $n } أشياء
    [many] عليك فعل { $n } شيئًا
   *[other] عليك فعل { $n } شيء
}
home-about = طلبك: { $need }
home-share = هل يمكننا مشاركة هذا؟
home-see-words = قراءة ما ستتم مشاركته ومع من
home-share-yes = نعم، مشاركة هذا
home-share-no = لا، عدم المشاركة
home-renew-title = ينتهي إذنك قريبًا
home-renew-why = للاستمرار، يمكنك السماح بأن تبقى الأشياء نفسها متاحة لدى { $org } لمدة مماثلة. وبدون أي خطوة منك، ينتهي الإذن{ $on-until }
home-your-move = حان دورك
home-answer = الإجابة
home-open = ما يجري الآن
home-over = ما انتهى
home-news = آخر خبر: { $day }
home-nothing-yet = لا يوجد طلب بعد
home-nothing-yet-more = عندما يُفتح طلب لك عن طريق مستشارك، يظهر هنا إلى أين وصل
home-nothing-open = لا شيء جارٍ الآن
home-remembered = هنا يظهر سير الطلبات. للإجابة أو التغيير، يُرجى الدخول برمز جديد

devices-title = الأجهزة التي لا يزال الدخول مفتوحًا عليها
devices-none = لا يوجد جهاز يبقى الدخول مفتوحًا عليه
devices-by-mail = جهاز، من { $since } حتى { $until }، برمز بالبريد الإلكتروني
devices-by-text = جهاز، من { $since } حتى { $until }، برمز برسالة نصية
devices-end = الخروج من كل مكان
devices-end-hint = تُغلق كل أجهزتك وصفحاتك المفتوحة، وهذه أيضًا

kept-title = نصك لا يزال هنا
kept-lead = مرّ بعض الوقت دون نشاط، فلم يُرسل النص. يمكن إرساله الآن أو حذفه
kept-text = ما كتبته
kept-send = إرسال الآن
kept-drop = حذف
kept-waits = نص كتبته لم يُرسل بعد

# صفحة الطلب

ball-title = على من الخطوة التالية
ball-partner = الخطوة التالية على { $org }{ $by }
ball-advisor = الخطوة التالية على { $advisor }{ $by }
ball-third-party = كلنا في انتظار طرف آخر{ $by }
ball-nobody = لا يُطلب من أحد فعل أي شيء الآن
ball-paused = مهلة الإجابة المتاحة لدى { $org } متوقفة منذ { $since }
usual-not-enough = لا توجد حالات كافية بعد لمعرفة كم يستغرق ذلك لدى { $org }
usual-then-remind = إذا انقضى ذلك اليوم، يمكنك تذكير هذه الجهة من هنا
remind-them = تذكير هذه الجهة

asked-remind = أُرسل تذكير منك في { $day }
asked-not-contacted = أخبرتنا في { $day } أن لا أحد اتصل بك. سيتصل مستشارك بهذه الجهة
asked-not-contacted-done = أخبرتنا في { $day } أن لا أحد اتصل بك. تابع مستشارك الأمر
asked-wrong = أخبرتنا في { $day } أن شيئًا ما غير صحيح. ينظر مستشارك في الأمر
asked-wrong-done = أخبرتنا في { $day } أن شيئًا ما غير صحيح. تابع مستشارك الأمر

can-title = ما يمكن أن يحدث بعد ذلك
can-be-sent = تُسجَّل حاجتك لدى { $advisor }، ثم يصلك سؤال عنها. ولا يُرسل الطلب إلا بموافقتك
can-say-yes = موافقة من { $org }. عندها يصلك اتصال من هذه الجهة
can-waitlist = موافقة من { $org } مع قائمة انتظار. يبقى مكانك محفوظًا ويصلك خبر عندما يأتي دورك
can-ask = سؤال من { $org } عن شيء إضافي واحد أولًا. عندها نخبرك ما هو
can-say-no = رد من { $org } بعدم الموافقة. عندها نخبرك بالسبب، ويصلك خيار آخر من { $advisor }
can-start = بدء العمل. عندها نخبرك باليوم وبالخطوة التالية
can-pause = توقف مؤقت. يبقى مكانك محفوظًا ويصلك خبر عن مدته
can-fail = عدم نجاح الأمر. عندها نخبرك بالسبب، ويجري حديث بينك وبين { $advisor } عن طرق أخرى
can-finish = خبر من { $org } بأن العمل انتهى. عندها نسألك هل هذا صحيح
can-go-on = متابعة العمل. عندها نخبرك باليوم وبالخطوة التالية
can-answer = إجابتك عن سؤالنا: هل ساعدك ذلك؟ يمكنك تغيير إجابتك لاحقًا

contact-at = الشخص المسؤول عن التواصل معك لدى { $org }: { $name }
contact-call = الاتصال بـ { $name }

values-title = الكلمات والأرقام بالضبط
values-before = هذا متاح لأي جهة نسألها
values-open = وهذا أيضًا متاح لدى { $org }
values-after = بعد الموافقة يصبح هذا أيضًا متاحًا لدى { $org }
values-work = نوع العمل
industry-manufacturing = التصنيع
industry-311 = الأغذية
industry-312 = المشروبات والتبغ
industry-313 = الغزل والنسيج
industry-314 = منتجات القماش
industry-315 = الملابس
industry-316 = المنتجات الجلدية
industry-321 = المنتجات الخشبية
industry-322 = الورق
industry-323 = الطباعة
industry-324 = منتجات النفط والفحم
industry-325 = المواد الكيميائية
industry-326 = البلاستيك والمطاط
industry-327 = منتجات الزجاج والطين والحجر
industry-331 = المعادن الأولية
industry-332 = المنتجات المعدنية
industry-333 = الآلات
industry-334 = الحواسيب والإلكترونيات
industry-335 = المعدات الكهربائية
industry-336 = المركبات
industry-337 = الأثاث
industry-339 = منتجات أخرى
industry-with-code = { $industry } ({ $code })
values-size = عدد العاملين
values-area = المنطقة

size-one = شخص واحد
size-range = من { $from } إلى { $to }
size-many = { $from } أو أكثر
size-unknown = غير معروف
area-zip = الرموز البريدية التي تبدأ بـ { $digits }

history-title = ما حدث
history-taken-back = تم التراجع عنه

by-you = أنت
by-calendar = تلقائيًا حسب التقويم
by-report = سُجّل لدى { $name }
by-program = ‏{ $name }، { $program }
by-partner = ‏{ $name }، { $org }

did-create = سُجّل طلبك
did-request_consent = سألناك عن المشاركة مع { $org }
did-give_consent = تمت موافقتك على المشاركة مع { $org }
did-refuse_consent = لم تكن لديك رغبة في المشاركة
did-send = أُرسل الطلب إلى { $org }
did-undo_send = تم التراجع عن الإرسال
did-discard = أُلغيت المسودة
did-acknowledge = وصل الطلب إلى { $org }
did-accept = جاءت الموافقة من { $org }
did-reject = جاء من { $org } رد بعدم الموافقة
did-ask_information = وصل سؤال من { $org }
did-provide_information = تمت الإجابة عن السؤال
did-withdraw = أوقفت الطلب بنفسك
did-recall = أوقفنا الطلب
did-auto_recall = توقف الطلب، لأن الإجابة لم تصل من { $org }
did-start = بدأ العمل
did-progress = وصلت أخبار من { $org }
did-hold = توقف الطلب مؤقتًا
did-resume = عاد الطلب إلى السير
did-complete = بحسب { $org }، انتهى العمل
did-fail = لم ينجح الأمر
did-undo_last = تصحيح: كان التحديث السابق خطأً
did-confirm = قلت كيف سارت الأمور
did-reopen = فُتح الطلب من جديد
did-record_next_step = تم الاتفاق على الخطوة التالية
did-re_refer = نجرّب جهة شريكة أخرى
did-consent_lapses = انتهى إذنك بالمشاركة
did-mark_error = أُزيل الطلب لأنه سُجّل خطأً

not-contacted = لم يتصل بي أحد
wrong-title = هنا شيء غير صحيح
wrong-what = ما الشيء غير الصحيح؟
wrong-hint = يقرأه مستشارك ويصححه
wrong-send = إخبار مستشاري
wrong-say-what = يُرجى كتابة ما هو غير صحيح، ثم الضغط من جديد
wrong-too-long = يُرجى كتابة 2,000 حرف على الأكثر
wrong-enough = وصلنا هذا منك بالفعل، وسننظر فيه أولًا. إذا كان الأمر عاجلًا، يُرجى الاتصال بنا

# الرسائل وطلب المساعدة

threads-none-more = عند كتابة رسالة منك أو من مستشارك عن طلب، تظهر هنا
ask-for-which = لأي شركة؟
ask-nobody = يُرجى التحدث مع مستشارك، لتسجيل حاجتك معك

# نظرة سريعة دون دخول

quick-title = نظرة سريعة دون دخول
quick-lead = معرفة إلى أين وصل الطلب. لا يظهر أي اسم
quick-reference = الرقم المرجعي
quick-reference-hint = مثل R-1187
quick-code = الرمز القصير
quick-code-hint = ثمانية من الحروف والأرقام، من رسالتك الورقية أو صفحتك
quick-look = عرض
quick-again = عرض طلب آخر
quick-more = لمعرفة المزيد أو للإجابة، يُرجى الدخول
quick-wrong = هذا الرقم المرجعي وهذا الرمز القصير لا يتطابقان. بعد عشر محاولات غير صحيحة يجب الانتظار 30 دقيقة
quick-how = يُكتب هناك هذا الرقم المرجعي وهذا الرمز القصير. يظهر إلى أين وصل الطلب دون أي اسم، فيمكن استخدام ذلك على أي هاتف

## Own pages: profile, permissions, who looked, copy, complaint, helper

rights-pages = صفحاتك الأخرى
rights-leaves = صفحات القائمة
rights-newest = الأحدث
rights-older = الأقدم
rights-save = حفظ
rights-not-known = غير معروف
rights-nothing = لا شيء
rights-choose = يُرجى الاختيار
rights-changed = تغيّر شيء هنا بعد فتحك للصفحة، ولذلك لم يُحفظ شيء. يُرجى النظر مرة أخرى ثم المحاولة من جديد.
rights-you-help = وجودك هنا لمساعدة شخص آخر. يظهر لك ما سمح لك هذا الشخص برؤيته.
rights-bad-empty = يُرجى ملء هذه الخانة.
rights-bad-long = النص طويل جدًا، أو فيه علامات لا يمكننا حفظها. يُرجى اختصاره.
rights-bad-choice = يُرجى اختيار إجابة من القائمة.
rights-bad-day = يُرجى اختيار يوم بعد اليوم وقبل آخر يوم محدد الآن.
rights-bad-until = يُرجى اختيار يوم من اليوم فصاعدًا، خلال سنة على الأكثر.
rights-bad-telephone = هذا ليس رقم هاتف. يُرجى كتابة الأرقام، مثل 555-0110.
rights-bad-email = هذا ليس عنوان بريد إلكتروني. مثال: name@example.org.
rights-bad-number = يُرجى كتابة عدد صحيح، مثل 12.
rights-too-many = هناك طلبات كثيرة دون إجابة. يُرجى انتظار الإجابة أو الاتصال بنا.
rights-told-answer = { $phone ->
    [none] هناك إجابة لك على صفحتك الخاصة. يُرجى الدخول لقراءتها.
   *[other] هناك إجابة لك على صفحتك الخاصة. يُرجى الدخول لقراءتها، أو الاتصال على الرقم { $phone }.
}

rights-permissions-title = ما تتم مشاركته عنك
rights-permissions-lead = لا يرى أحد خارج البرنامج شيئًا عنك دون موافقتك. هنا كل موافقة صدرت منك. يمكنك إيقاف كل واحدة على حدة.
rights-live = ما تتم مشاركته الآن
rights-none-live = لا تتم مشاركة أي شيء الآن.
rights-over = انتهت
rights-permission = { $org }، من أجل { $need }
rights-sees = ما يمكن لهذه الجهة رؤيته: { $items }.
rights-saw = ما كان يمكن لهذه الجهة رؤيته: { $items }.
rights-holds = كانت موافقتك في { $since }. تنتهي في موعد أقصاه { $until }.
rights-held = كانت موافقتك في { $since }. انتهت في { $until }.
rights-yes-page = جاءت موافقتك منك مباشرة، على صفحتك الخاصة.
rights-yes-spoken = { $witness ->
    [none] كانت موافقتك شفهية.
   *[other] كانت موافقتك شفهية، بحضور { $witness }.
}
rights-yes-paper = كانت موافقتك على الورق.
rights-exact-words = الكلمات نفسها التي تمت موافقتك عليها
rights-renew = تجديد الإذن
rights-renew-lead = هذا الإذن ينتهي قريبًا أو انتهى. بتجديده ترى هذه الجهة الأشياء نفسها لمدة مماثلة. وبدون أي خطوة منك، ينتهي.
rights-shorten = إنهاؤه قبل موعده
rights-last-day = آخر يوم
rights-stop = إيقاف المشاركة
rights-stop-now = إيقاف المشاركة مع { $org }
rights-stops = لن تتمكن هذه الجهة بعد ذلك من فتح معلوماتك هنا، ويتوقف هذا الطلب. يمكنك طلب المساعدة من جديد في أي وقت.
rights-was-read = فُتح طلبك لدى هذه الجهة. ما قرأته هذه الجهة لا يمكن استرجاعه.
rights-not-read = لم يُفتح طلبك لدى هذه الجهة، ولذلك لم تتم مشاركة أي شيء.
rights-totals-title = المجاميع اختيار منفصل
rights-totals = لا شيء على هذه الصفحة يقرر أمر المجاميع. لا تُحسب إجاباتك عن نفسك في المجاميع إلا إذا أجبت بنفسك عن تلك الأسئلة. يمكنك تغيير تلك الإجابات أو حذفها على صفحتها الخاصة، ولا يغيّر ذلك ما تتم مشاركته هنا.

rights-looked-title = من اطّلع
rights-looked-lead = كلما فتح أحد ما هو معروف عنك، يُسجَّل ذلك: أي جهة، وبأي صفة، وفي أي يوم، وما الذي اطّلع عليه، ولماذا. لا تظهر أسماء أشخاص آخرين أبدًا.
rights-looked-none = لم يطّلع أحد بعد.
rights-looked-lists = القوائم وعمليات البحث التي لا تُظهر إلا اسم شركتك لا تُسجَّل هنا.
rights-looked-ask = السؤال عن هذا
rights-looked-question = لديّ سؤال عن هذا: اطّلاع من { $who } في { $day }.
rights-by-advisor = مستشارك في { $program }
rights-by-colleague = مستشار آخر في { $program }
rights-by-manager = أحد المديرين في { $program }
rights-by-steward = الشخص المسؤول هنا عن حماية البيانات
rights-by-admin = الشخص المسؤول عن هذا النظام
rights-by-system = نظام حاسوبي يستخدمه { $program }
rights-saw-record = صفحة شركتك: طرق التواصل معك والخدمات والطلبات والملاحظات. السبب: مساعدتك.
rights-saw-referral = { $reference ->
    [none] طلبك ورسائله. السبب: العمل عليه.
   *[other] طلبك { $reference } ورسائله. السبب: العمل عليه.
}
rights-saw-letter = { $reference ->
    [none] رسالة ورقية أو رمز لك. السبب: تمكينك من فتح صفحاتك.
   *[other] رسالة ورقية أو رمز للطلب { $reference }. السبب: تمكينك من فتح صفحاتك.
}
rights-saw-request = { $reference ->
    [none] حاجتك، دون اسمك. السبب: معرفة هل المساعدة ممكنة.
   *[other] حاجتك في { $reference }، دون اسمك. السبب: معرفة هل المساعدة ممكنة.
}
rights-saw-contact = { $reference ->
    [none] ما تمت موافقتك على مشاركته. السبب: مساعدتك.
   *[other] ما تمت موافقتك على مشاركته في { $reference }. السبب: مساعدتك.
}
rights-saw-file = { $reference ->
    [none] سطر عنك في ملف طلبات هذه الجهة. السبب: حفظ قائمتها الخاصة.
   *[other] سطر عن { $reference } في ملف طلبات هذه الجهة. السبب: حفظ قائمتها الخاصة.
}
rights-saw-taken-out = سطر عنك في ملف عملاء البرنامج استخرجه الموظفون. لم يتضمن ما قلته عن هويتك ولا أي ملاحظات. السبب: العمل بسجلات البرنامج.
rights-saw-report = أرقام عن جميع العملاء. شملك العدّ ولم يظهر اسمك. السبب: معرفة من يصل إليهم البرنامج.
rights-saw-secret = { $reference ->
    [none] الجزء السري، بعد توقيع اتفاق. السبب: مساعدتك.
   *[other] الجزء السري من { $reference }، بعد توقيع اتفاق. السبب: مساعدتك.
}
rights-saw-import = ملف جاء بما هو معروف عنك إلى هذا البرنامج. السبب: البدء.
rights-saw-notice = إشعار كتبناه إليك. السبب: إرساله.
rights-saw-correction = ما طلبت تصحيحه. السبب: الإجابة عليك.
rights-saw-complaint = شكوى منك. السبب: الإجابة عليك. لا يرى هذا السطر أي مالك آخر لشركتك.

rights-profile-title = عنك وعن شركتك
rights-profile-lead = هذا ما نعرفه عنك. إذا كان شيء غير صحيح، يُرجى إخبارنا هنا.
rights-field-name = الاسم
rights-field-telephone = رقم الهاتف
rights-field-email = البريد الإلكتروني
rights-field-language = لغة القراءة
rights-field-channel = الطريقة المفضلة لوصول الأخبار
rights-field-business = اسم الشركة
rights-field-product = ما تصنعه الشركة
rights-field-address = العنوان
rights-field-workers = عدد العاملين
rights-field-ownership = حصتك
rights-any-way = أي طريقة
rights-by-phone = مكالمة هاتفية
rights-by-text = رسالة نصية
rights-by-email = بريد إلكتروني
rights-by-letter = رسالة ورقية
rights-seen-contact = من يرى هذا: مستشارك والبرنامج. ولا تراه جهة شريكة إلا حيث تمت موافقتك.
rights-seen-business = من يرى هذا: مستشارك والبرنامج. وقبل موافقتك لا ترى الجهة الشريكة إلا نوع العمل وعدد العاملين تقريبًا والمنطقة.
rights-email-new = عنوان البريد الإلكتروني الجديد
rights-email-mail = إرسال رمز إلى العنوان الجديد
rights-email-ask = تصل رموز الدخول إلى هذا العنوان. لتغييره، يُرجى طلب ذلك أدناه ليؤكده مستشارك. أو يمكنك الدخول برمز نرسله إليك بالبريد الإلكتروني، وعندها يمكنك تغييره مباشرة.
rights-email-unsent = لا يرسل هذا المكتب بريدًا إلكترونيًا، لذلك لا يمكن إرسال رمز إلى عنوان جديد. لتغيير العنوان، يُرجى طلب ذلك أدناه ليؤكده مستشارك.
rights-code-mailed = إذا كان { $address } يستقبل البريد، فهناك رمز في الطريق إليه. الرمز صالح لعشر دقائق.
rights-code = الرمز
rights-email-take = استخدام العنوان الجديد
rights-code-wrong = هذا الرمز غير صحيح، أو سبق استخدامه، أو مضت عليه أكثر من عشر دقائق.
rights-code-resting = رموز خاطئة كثيرة. يُرجى الانتظار نصف ساعة ثم طلب رمز جديد.
rights-email-wait = طُلبت رموز كثيرة قبل قليل. يُرجى الانتظار ربع ساعة ثم طلب رمز جديد.
rights-email-letter = { $program }: رمزك هو { $code }. الرمز صالح لعشر دقائق. يُرجى كتابته على صفحتك الخاصة لاستخدام هذا العنوان من الآن. إذا لم يكن الطلب منك، فلا حاجة إلى أي خطوة.
rights-email-changed = { $phone ->
    [none] { $program }: من الآن تصل رموز الدخول إلى عنوان آخر. إذا لم يكن هذا التغيير منك، يُرجى إخبارنا فورًا.
   *[other] { $program }: من الآن تصل رموز الدخول إلى عنوان آخر. إذا لم يكن هذا التغيير منك، يُرجى الاتصال فورًا على الرقم { $phone }.
}
rights-correct = هناك شيء غير صحيح
rights-correct-lead = يُرجى كتابة الصحيح. تصلك إجابة من مستشارك خلال 5 أيام عمل. وما كان مكتوبًا من قبل يبقى في السجل.
rights-correct-what = ما الشيء غير الصحيح؟
rights-correct-value = ما الصحيح؟
rights-correct-ask = طلب التصحيح
rights-corrections = ما طلبت تصحيحه
rights-correction = { $fact }: طلبك هو «{ $new }».
rights-correction-open = نجيب في موعد أقصاه { $day }.
rights-corrected = تم التصحيح
rights-kept = بقي كما كان
rights-call-why = يُرجى الاتصال بنا للسؤال عن السبب.
rights-answers-title = من أنت
rights-answers = ما ذكرته عن نفسك محفوظ على حدة، ولا يُحسب إلا في المجاميع. وهو على صفحة خاصة تُفتح برمز نرسله إليك بالبريد الإلكتروني. وليس في أي نسخة ولا على أي صفحة أخرى.

rights-copy-title = نسختك
rights-copy-lead = يمكنك الحصول على نسخة من كل ما هو معروف عنك: بياناتك وطلباتك ورسائلك وأذونك ومن اطّلع والتصحيحات والشكاوى. يستغرق ذلك أقل من دقيقة.
rights-copy-page = نسخة للقراءة
rights-copy-csv = لجدول بيانات
rights-copy-json = لبرامج أخرى
rights-copy-notes = في النسخة كل الملاحظات المشتركة بين الفريق. وليست فيها ملاحظات يحتفظ بها أحد الموظفين لنفسه.
rights-copy-wait = أُخذت نسخ كثيرة قبل قليل. يُرجى الانتظار ربع ساعة ثم أخذ نسخة أخرى.
rights-close-title = إغلاق حسابك
rights-close-lead = يمكنك طلب حذف ما هو معروف عنك. عندها تتوقف طلباتك المفتوحة. ما قرأته الجهات الشريكة لا يمكن استرجاعه، وتبقى الخدمات محسوبة دون اسمك.
rights-close-ask = طلب حذف ما هو معروف عني
rights-close-open = وصلنا طلبك بحذف ما هو معروف عنك. نجيب في موعد أقصاه { $day }.
rights-close-back = غيّرت رأيي
rights-part-you = بياناتك
rights-part-businesses = شركاتك
rights-part-requests = طلباتك
rights-part-told = ما أخبرناك به
rights-part-notices = إشعارات إليك
rights-part-messages = الرسائل
rights-part-ratings = إجاباتك عن النتيجة
rights-part-permissions = أذون المشاركة
rights-part-services = الخدمات
rights-part-notes = ملاحظات الفريق
rights-part-trainings = الدورات التدريبية التي تم حضورها، وعدد الجلسات
rights-part-promises = ما وعدنا به
rights-part-resources = أموال وساعات ومساحات ومساعدات أخرى طُلبت أو أُعطيت
rights-part-documents = أوراق موقَّعة
rights-part-kept = كل ما عدا ذلك، كما هو في ملفاتنا
rights-kept-lead = كل سطر هنا معلومة واحدة بالاسم الذي تحمله في ملفاتنا. هذه الأسماء واحدة في كل اللغات. يمكنك الاتصال بنا لمعرفة معنى أي منها.
rights-withheld = حُجب لأنه عن شخص آخر أو كتبه شخص آخر: { $count }
rights-withheld-words = (حُجب: عن شخص آخر)
rights-resource-grant = منحة
rights-resource-loan = قرض
rights-resource-equity = مال مقابل حصة في الشركة
rights-resource-fee-waiver = رسم لا تدفعه
rights-resource-space = مساحة
rights-resource-lab-time = وقت في مختبر
rights-resource-equipment-time = وقت على آلة
rights-resource-training = تدريب
rights-resource-advice = مشورة
rights-resource-in-kind = سلع أو عمل بدل المال
rights-amount-minutes = دقائق: { $number }
rights-amount-square-feet = أقدام مربعة: { $number }
rights-amount-lab-minutes = دقائق في مختبر: { $number }
rights-part-place = مكانك وعقد الإيجار
rights-part-corrections = التصحيحات
rights-part-complaints = الشكاوى
rights-part-helpers = المساعدون
rights-col-day = اليوم
rights-col-what = البند
rights-col-value = القيمة
rights-col-who = من
rights-col-words = النص
rights-col-reference = الرقم المرجعي
rights-col-kind = نوع المساعدة
rights-col-fields = ما تتم مشاركته
rights-col-how = الطريقة
rights-col-since = منذ
rights-col-until = حتى
rights-col-ended = الانتهاء
rights-col-minutes = الدقائق
rights-col-amount = المبلغ
rights-col-applied = المطلوب
rights-col-awarded = الموعود
rights-col-delivered = المُعطى
rights-col-day-awarded = يوم الوعد
rights-col-day-delivered = يوم الإعطاء
rights-col-day-refused = يوم الرفض
rights-col-signed = وقّعه
rights-col-record = السجل
rights-col-old = قبل ذلك
rights-col-new = المطلوب
rights-col-answer = الإجابة
rights-col-program = البرنامج

rights-help-title = المساعدة والشكاوى
rights-call = الاتصال بنا
rights-your-advisor = مستشارك في { $program }: { $advisor }.
rights-call-program = الاتصال بـ { $program }
rights-hours = ساعات العمل
rights-steward = الشخص المسؤول هنا عن حماية البيانات
rights-complain = شكوى إلى شخص آخر
rights-complain-lead = تصل الشكوى إلى: { $hears }. تصلك إجابة خلال 10 أيام عمل. ولا تظهر لمستشارك على أي صفحة. ولا يغيّر ذلك شيئًا في المساعدة التي تصلك.
rights-complain-nobody-else = لا يعمل هنا أحد لا صلة له بطلباتك. لذلك قد يقرأ هذه الشكوى شخص يعمل معك. ويمكنك أيضًا الاتصال بنا والسؤال عمن يمكن أن يسمعها غيره.
rights-complain-words = ماذا حدث؟
rights-complain-send = إرسال الشكوى
rights-complaint = الشكوى { $number }، { $day }
rights-complaint-open = نجيب عن { $number } في موعد أقصاه { $day }.
rights-complaint-answer = إجابتنا عن { $number }، { $day }:
rights-words-mean = معاني الكلمات
rights-word-advisor = المستشار
rights-means-advisor = شخص في البرنامج يعمل معك.
rights-word-partner = الجهة الشريكة
rights-means-partner = جهة أخرى قد تساعدك، مثل مالك مكان أو جهة إقراض أو مدرسة.
rights-word-request = الطلب
rights-means-request = ما يلزمك، حين نطلب من جهة شريكة مساعدتك فيه.
rights-word-permission = الإذن
rights-means-permission = موافقتك على أن نشارك شيئًا مع جهة شريكة واحدة، لطلب واحد، حتى يوم محدد.
rights-word-code = الرمز
rights-means-code = حروف وأرقام تفتح صفحاتك. يُرجى عدم إعطائه لأي شخص لا ثقة لك به.
rights-word-helper = المساعد
rights-means-helper = شخص من اختيارك يرى طلباتك معك، أو يتصرف نيابة عنك.

rights-helpers-title = من يساعدك
rights-helpers-lead = يمكن لشخص موضع ثقتك رؤية طلباتك، أو التصرف نيابة عنك، برمز خاص به. يظهر لك كل ما يفعله. ويمكنك إنهاء ذلك في أي وقت.
rights-level-see = رؤية طلباتي
rights-level-act = رؤية طلباتي والتصرف نيابة عني
rights-helper-until = حتى { $day }.
rights-helper-over = انتهى.
rights-helper-witness = كان ذلك شفهيًا، بحضور { $witness }.
rights-helper-end = إنهاء مساعدة { $name }
rights-helper-invite = دعوة شخص
rights-helper-name = الاسم
rights-helper-level = ما المسموح به؟
rights-helper-never = لا يرى المساعد أبدًا أذونك ولا من اطّلع ولا نسختك ولا إجاباتك عن نفسك، ولا يوافق أبدًا على المشاركة نيابة عنك.
rights-helper-last = آخر يوم، في موعد أقصاه { $day }
rights-helper-make = إنشاء الرمز
rights-helpers-did = ما جرى نيابة عنك
rights-did = { $name }، نيابة عنك: { $what }
rights-did-message = كتابة رسالة
rights-did-request = طلب مساعدة
rights-did-stop = إيقاف طلب
rights-did-confirm = الإجابة عن فائدة المساعدة
rights-did-answer = الإجابة عن سؤال
rights-did-other = تغيير شيء
rights-code-once = يُرجى إعطاء هذا إلى { $name }. يظهر مرة واحدة فقط. مكان كتابته: { $address }.
rights-come-title = الدخول للمساعدة
rights-come-lead = هناك شخص يثق بك ويطلب مساعدتك، ومنه وصلك رمز. ما تفعله هنا يظهر لهذا الشخص مع اسمك.
rights-come-name = اسمك
rights-come-reference = الرقم المرجعي
rights-come-open = فتح
rights-come-wrong = هذا الرقم المرجعي وهذا الرمز لا يفتحان أي صفحة معًا. يُرجى التحقق من كليهما، أو سؤال الشخص الذي طلب مساعدتك.




## Who you are: questions and the notice

self-count = { $of ->
    [1] سؤال واحد، والإجابة اختيارية
   *[other] السؤال { $n } من { $of }، والإجابة عنها كلها اختيارية
}
self-lead = لك الحرية في الإجابة أو عدمها. إجابتك لا تغيّر المساعدة التي تصلك
self-why-head = لماذا نسأل
self-why = يُموَّل هذا البرنامج من المال العام. نحصي من يحصل على المكان والتمويل والخدمات، كي يظهر من لا تصله المساعدة ويمكن تغيير البرنامج
self-who-head = من يمكنه رؤيتها
self-staff = لا يستطيع المستشارون ولا المديرون ولا المقرضون ولا أصحاب العقارات رؤية إجابتك
self-own-eyes = لا يمكن لأحد غيرك قراءتها من جديد، وذلك على صفحاتك الخاصة، بعد أن نرسل إليك رمزًا بالبريد الإلكتروني
self-glass = في حالة الطوارئ يمكن للشخص المسؤول هنا عن حماية البيانات الاطّلاع عليها، لكن بعد موافقة شخص ثانٍ فقط. ونخبرك في كل مرة
self-office = { $outside ->
    [none] هذا المكتب صغير، والمسؤولون عن حماية البيانات هنا يعملون أيضًا مع العملاء. السبب: { $reason }
   *[other] هذا المكتب صغير، والمسؤولون عن حماية البيانات هنا يعملون أيضًا مع العملاء. السبب: { $reason }. وتلزم أولًا موافقة من خارج المكتب: { $outside }
}
self-office-ended = لم يعد المسؤولون عن حماية البيانات هنا يعملون مع العملاء
self-totals = تُظهر التقارير المجاميع فقط، ولا تُظهر أبدًا مجموعة تقل عن { $k } من الشركات
self-no-file = لا يرسل هذا البرنامج إلى أي أحد ملفًا فيه إجابتك
self-file = يصل إلى { $recipient } ملف فيه مجاميع دقيقة بلا أسماء. القاعدة التي تُلزمنا بذلك: { $authority }. وفيه إحصاء: { $questions }
self-file-numbered = يصل إلى { $recipient } ما أجاب به كل عميل، مع رقم العميل والرمز البريدي، بلا أسماء. القاعدة التي تُلزمنا بذلك: { $authority }. وفي الملف: { $questions }
self-file-named = يصل إلى { $recipient } ما أجاب به كل عميل، مع الاسم وبيانات الاتصال. القاعدة التي تُلزمنا بذلك: { $authority }. وفي الملف: { $questions }
self-file-plain = يصل إلى { $recipient } ملف فيه مجاميع عن عمل هذا البرنامج، وليس فيه شيء مما تجيب به هنا. القاعدة التي تُلزمنا بذلك: { $authority }
self-file-business = يصل إلى { $recipient } سطر عن مشروعك بلا أسماء: ماذا تصنع، وكم شخصًا يعمل فيه، وساعات المساعدة. وليس فيه شيء مما تجيب به هنا. القاعدة التي تُلزمنا بذلك: { $authority }
self-file-business-named = يصل إلى { $recipient } سطر عن مشروعك مع الاسم وبيانات الاتصال: ماذا تصنع، وكم شخصًا يعمل فيه، وساعات المساعدة. وليس فيه شيء مما تجيب به هنا. القاعدة التي تُلزمنا بذلك: { $authority }
self-file-ended = لم يعد يصل إلى { $recipient } أي ملف
self-never-decides = لا تُستخدم أبدًا لتقرير من يحصل على المساعدة، ولا تُباع أبدًا
self-never-link = ما لا نسأل عنه أبدًا ولا نحتفظ به أبدًا
self-mark-all = يمكنك اختيار كل ما ينطبق عليك. ويكفي اختيار واحد
self-mark-one = يمكنك اختيار إجابة واحدة
self-detail = إضافة تفاصيل
self-for-example = على سبيل المثال: { $examples }
self-own-words = بكلماتك
self-own-words-hint = اختياري. نحفظ كلماتك كما هي
self-decline = أفضّل عدم الإجابة
self-decline-hint = لا بأس. نسجّل أننا سألناك، ولا شيء غير ذلك
self-save-next = حفظ ومتابعة
self-save = حفظ إجابتي
self-skip = تخطّي هذه الصفحة
self-foot = يمكنك تغيير إجابتك أو حذفها في أي وقت من الرابط نفسه
self-foot-inside = يمكنك هنا تغيير إجاباتك أو حذفها في أي وقت
self-ask = للأسئلة، يُرجى الكتابة إلينا:
self-standard = المجموعات السبع مأخوذة من المعيار الفيدرالي لعام 2024 (OMB SPD 15)، لتتمكن المدن من مقارنة النتائج
self-error = خطأ: { $title }
self-fix = هناك ما يلزم تصحيحه
self-wrong-none = يُرجى اختيار مربع واحد على الأقل، أو اختيار عدم الإجابة. ويمكنك أيضًا تخطّي هذه الصفحة
self-wrong-both = تم اختيار مربع وكذلك اختيار عدم الإجابة. يُرجى ترك أحدهما فقط
self-wrong-list = يُرجى الاختيار من المربعات أدناه
self-wrong-long = الحد الأقصى لعدد الحروف في هذا النص { $most }، وعددها الآن { $length }. يُرجى اختصاره
self-wrong-sign = في النص علامة لا يمكن عرضها. يُرجى كتابته من جديد بدونها
self-wrong-words-only = يُرجى أيضًا اختيار المربع الأقرب إلى كلماتك، لنتمكن من إحصاء إجابتك
self-wrong-notice = تغيّر ما نقوله لك منذ فتح هذه الصفحة. يُرجى قراءته من جديد ثم الحفظ. لم يُحفظ أي شيء بعد
self-answered = أجبت عن هذا السؤال في { $day }. لا تعرض هذه الصفحة ما قلته. لتغييره يمكنك الإجابة من جديد
self-answered-read-out = في { $day } كتب شخص من فريقنا ما قلته. لا تعرضه هذه الصفحة. لتغييره يمكنك الإجابة بنفسك
self-delete-one = حذف إجابتي
self-delete-all = حذف كل إجاباتي
self-saved-head = تم الحفظ
self-saved = يمكنك التغيير أو الحذف في أي وقت
self-skipped-head = تم التخطّي
self-skipped = يمكنك الإجابة في أي وقت. وما حُفظ من قبل يبقى
self-deleted-head = تم الحذف
self-deleted = ما قلته لم يعد موجودًا. يمكنك الإجابة من جديد في أي وقت
self-kept-head = تم الإبقاء
self-kept = من الآن تُستخدم إجاباتك كما تقول هذه الصفحة
self-close = يمكنك الآن إغلاق هذه الصفحة
self-questions = الأسئلة
self-answer = الإجابة
self-change = الإجابة من جديد
self-not-answered = لا توجد إجابة محفوظة
self-on = حُفظت في { $day }
self-on-read-out = كتبها فريقنا في { $day } كما قلتها
self-on-released = معروفة منذ { $day } من ملف نشرته جهة أخرى
self-under-earlier = كانت هذه الإجابة قبل أن يتغيّر ما نقوله لك
self-changed-head = تغيّر ما نقوله لك
self-changed-words = كانت إجابتك بحسب نص سابق. يُرجى قراءة النص أدناه
self-changed-until = إلى حين قرارك، تُستخدم إجاباتك فقط كما قلنا لك من قبل
self-keep = الإبقاء على إجاباتي
self-keep-mailed = للإبقاء على إجاباتك كما هي يُرجى الدخول برمز نرسله إليك بالبريد الإلكتروني. قد يمر الرابط أو الرسالة الورقية أو الرسالة النصية بأيدي آخرين، لذلك لا يمكن هنا إلا الإجابة من جديد أو الحذف
self-keep-sign-in = الدخول برمز من البريد الإلكتروني
self-change-below = لتغيير إجابة يمكنك الإجابة عن السؤال من جديد أدناه
self-sitting = سُلّم إليك هذا الجهاز. بعد الصفحة الأخيرة تُغلق الأسئلة، ولا يمكن لأحد فتح إجاباتك عليه
self-stop = التوقف هنا
self-back-head = شكرًا لك
self-back = انتهت الأسئلة. يُرجى إعادة الجهاز
self-back-closed = لم يعد ممكنًا فتح إجاباتك من هنا
self-never-head = ما لا نسأل عنه أبدًا ولا نحتفظ به أبدًا
self-never-lead = لا يجوز لأي شخص يعمل هنا أن يسألك عن أي من هذا، ولا مكان له في سجلاتنا
self-never-status = وضع الهجرة
self-never-birth = بلد الميلاد
self-never-number = رقم الضمان الاجتماعي أو ITIN
self-never-nation = الجنسية
self-never-why = ما لا يُحفظ لا يمكن أخذه ولا طلبه ولا استخدامه ضدك
self-never-told = إذا سألك أحد عن شيء من هذا، فلا داعي للإجابة. ويُرجى إخبارنا
self-mine-head = ما قلته لنا عنك
self-mine-letter = كان الدخول برمز من رسالة ورقية، ومثل هذا الرمز يمر بأيدينا. لذلك تقول هذه الصفحة متى كانت إجابتك، لا ماذا كانت. لقراءة إجاباتك يُرجى الدخول برمز نرسله إليك بالبريد الإلكتروني
self-mine-hidden = لا نعرض هذا هنا. حُفظ برابط أو برسالة ورقية أو من جهة الموظفين، أو تغيّر عنوان بريدك الإلكتروني بعد ذلك، ويمكن لمن وضع العنوان قراءة رمزك. تمكنك الإجابة من جديد هنا لرؤيتها هنا، أو الحذف
self-mine-declined = كان اختيارك عدم الإجابة
self-mine-skipped = تم تخطّي هذه الصفحة
self-mine-unknown = لا شيء معروف
self-to-home = العودة إلى صفحاتك
self-link-text = { $program }: صفحة خاصة عنك، إن رغبت. لا يرى مستشارك إجاباتك. {"{link}"}
self-told-changed = سبق أن أخبرتنا عن نفسك. ومنذ ذلك الحين تغيّر ما نقوله للناس أولًا: من يمكنه رؤية الإجابات، أو أي ملفات يجب أن نرسلها. إلى حين قرارك تُستخدم إجاباتك فقط كما قلنا لك من قبل. يُرجى قراءة النص الجديد، ثم الإجابة من جديد أو حذف إجاباتك: {"{link}"} للإبقاء عليها كما هي يُرجى الدخول إلى صفحاتك برمز نرسله إليك بالبريد الإلكتروني. لا تعرض هذه الصفحة ما أجبت به.
self-told-read-out = في { $day } كتب شخص من فريقنا ما قلته عن نفسك كما قرأته عليه. لم يبقَ ذلك على شاشته، ولا يمكنه فتحه من جديد. يمكنك تغييره أو حذفه: {"{link}"} إذا لم يصدر عنك شيء من ذلك، يُرجى إخبارنا.
self-name-race = العرق والأصل الإثني
self-name-sex = الجنس
self-name-disability = الإعاقة
self-name-veteran = صفة المحارب القديم
self-name-military = الوضع العسكري
self-name-household = عدد أفراد الأسرة
self-name-income = دخل الأسرة
self-name-sedi = إقرار ذاتي لبرنامج فيدرالي
self-question-race = ما عرقك و/أو أصلك الإثني؟
self-question-sex = ما جنسك؟
self-question-disability = هل لديك إعاقة؟
self-question-veteran = هل خدمت في القوات المسلحة الأمريكية وانتهت خدمتك الآن؟
self-question-military = ما الأنسب لوصفك فيما يخص الخدمة في القوات المسلحة الأمريكية، سابقًا أو الآن؟
self-question-household = كم شخصًا يعيش في أسرتك؟
self-question-income = كم كان دخل أسرتك قبل الضرائب في آخر 12 شهرًا؟
self-question-sedi = لبرنامج فيدرالي (SSBCI): هل ينطبق عليك أحد هذه الأوصاف؟
self-choice-race-aian = من الهنود الأمريكيين أو من سكان ألاسكا الأصليين
self-choice-race-asian = من أصل آسيوي
self-choice-race-black = من السود أو من الأمريكيين من أصل أفريقي
self-choice-race-hisp = من أصل هسباني أو لاتيني
self-choice-race-mena = من أصل شرق أوسطي أو شمال أفريقي
self-choice-race-nhpi = من سكان هاواي الأصليين أو من سكان جزر المحيط الهادئ
self-choice-race-white = من البيض
self-choice-sex-female = أنثى
self-choice-sex-male = ذكر
self-choice-disability-yes = نعم
self-choice-disability-no = لا
self-choice-veteran-veteran = نعم، أنا من المحاربين القدامى
self-choice-veteran-non-veteran = لا
self-choice-military-active-duty = في الخدمة الفعلية
self-choice-military-guard = في الحرس الوطني
self-choice-military-reserve = في قوات الاحتياط
self-choice-military-no-service = بلا خدمة عسكرية
self-choice-military-disabled-veteran = من المحاربين القدامى مع إعاقة بسبب الخدمة
self-choice-military-spouse = زوج أو زوجة لفرد في الجيش
self-choice-military-veteran = من المحاربين القدامى
self-choice-household-8 = 8 أو أكثر
self-choice-income-extremely-low = حتى المبلغ في العمود A (منخفض للغاية)
self-choice-income-low = أكثر من A وحتى B (منخفض)
self-choice-income-moderate = أكثر من B وحتى C (متوسط)
self-choice-income-above = أكثر من المبلغ في العمود C
self-choice-sedi-group = أنتمي إلى فئة كان حصولها على الائتمان أصعب لأسباب مثل العرق أو الأصل الإثني أو الجنس أو كونها من المحاربين القدامى أو محدودية الإنجليزية أو الإعاقة
self-choice-sedi-residence = أسكن في منطقة استثمار CDFI
self-choice-sedi-location = المشروع يقع أو سيقع في منطقة استثمار CDFI
self-choice-sedi-none = لا شيء من هذا
self-limits-head = حدود الدخل في { $area } لعام { $year }. ابحث عن السطر الذي فيه عدد أفراد أسرتك
self-limits-size = عدد أفراد الأسرة
self-example-aian = أمة نافاهو، قبيلة بلاكفيت، المايا، قرية بارو الأصلية
self-example-asian = أصل صيني، هندي آسيوي، فلبيني، فيتنامي، كوري
self-example-black = أصل أفريقي أمريكي، جامايكي، هايتي، نيجيري، إثيوبي
self-example-hisp = أصل مكسيكي، بورتوريكي، سلفادوري، كوبي، دومينيكاني
self-example-mena = أصل لبناني، إيراني، مصري، سوري، عراقي
self-example-nhpi = سكان هاواي الأصليون، أصل ساموي، تشامورو، تونغي، فيجي
self-example-white = أصل إنجليزي، ألماني، أيرلندي، إيطالي، بولندي

## Behind the wall: what was opened, sent or deleted

wall-text = { $phone ->
    [none] { $program }: هناك أخبار.
   *[other] { $program }: هناك أخبار. يُرجى الاتصال على الرقم { $phone }.
}
wall-opened = { $phone ->
    [none] في { $day }، اطّلع الشخص المسؤول هنا عن حماية البيانات على ما أخبرتنا به عن نفسك، بعد موافقة شخص ثانٍ. يمكنك سؤالنا عن السبب في أي وقت.
   *[other] في { $day }، اطّلع الشخص المسؤول هنا عن حماية البيانات على ما أخبرتنا به عن نفسك، بعد موافقة شخص ثانٍ. للسؤال عن السبب، يُرجى الاتصال على الرقم { $phone }.
}
wall-filed = { $phone ->
    [none] في { $day }، شمل العدّ ما أخبرتنا به عن نفسك في ملف تُلزمنا قاعدة بإرساله، وقد وصلك خبر ذلك قبل الإجابة. يمكنك سؤالنا عن السبب في أي وقت.
   *[other] في { $day }، شمل العدّ ما أخبرتنا به عن نفسك في ملف تُلزمنا قاعدة بإرساله، وقد وصلك خبر ذلك قبل الإجابة. للسؤال عن السبب، يُرجى الاتصال على الرقم { $phone }.
}
wall-sent = { $phone ->
    [none] في { $day }، دخل ما أخبرتنا به عن نفسك في ملف تُلزمنا قاعدة بإرساله، وقد وصلك خبر ذلك قبل الإجابة. يمكنك سؤالنا عن السبب في أي وقت.
   *[other] في { $day }، دخل ما أخبرتنا به عن نفسك في ملف تُلزمنا قاعدة بإرساله، وقد وصلك خبر ذلك قبل الإجابة. للسؤال عن السبب، يُرجى الاتصال على الرقم { $phone }.
}
wall-row = { $phone ->
    [none] في { $day }، دخل سطر عن مشروعك في ملف تُلزمنا قاعدة بإرساله، ولم يكن فيه ما أخبرتنا به عن نفسك. يمكنك سؤالنا عن السبب في أي وقت.
   *[other] في { $day }، دخل سطر عن مشروعك في ملف تُلزمنا قاعدة بإرساله، ولم يكن فيه ما أخبرتنا به عن نفسك. للسؤال عن السبب، يُرجى الاتصال على الرقم { $phone }.
}
wall-held = { $phone ->
    [none] طلبت منا حذف ما نعرفه عنك. لا يمكننا ذلك بعد: هناك قاعدة تُلزمنا بالاحتفاظ به الآن. يمكنك سؤالنا عن السبب في أي وقت.
   *[other] طلبت منا حذف ما نعرفه عنك. لا يمكننا ذلك بعد: هناك قاعدة تُلزمنا بالاحتفاظ به الآن. للسؤال عن السبب، يُرجى الاتصال على الرقم { $phone }.
}

## What came of it: outcomes, and whether they are right

outcome-told = { $phone ->
    [none] كتبنا شيئًا نتج عن عملك معنا. يُرجى إخبارنا إن كان صحيحًا: {"{link}"} تكفي لمسة واحدة. يعمل الرابط 30 يومًا. يمكن لأي شخص لديه الرابط رؤية الصفحة.
   *[other] كتبنا شيئًا نتج عن عملك معنا. يُرجى إخبارنا إن كان صحيحًا: {"{link}"} تكفي لمسة واحدة. يعمل الرابط 30 يومًا. يمكن لأي شخص لديه الرابط رؤية الصفحة. هل لديك أسئلة؟ يُرجى الاتصال على الرقم { $phone }.
}
outcome-title = هل هذا صحيح؟
outcome-lead = كتبنا هذا عن شركتك. يُرجى إخبارنا إن كان كذلك
outcome-before = قبل
outcome-after = بعد
outcome-how-much = المقدار
outcome-not-known = غير معروف
outcome-words = إضافة كما كتبها مستشارك
outcome-people = الأشخاص: { $number }
outcome-helped = هل ساعدناك في هذا؟
outcome-helped-a-lot = نعم، كثيرًا
outcome-helped-some = نعم، بعض الشيء
outcome-helped-no = لا
outcome-helped-cannot-say = لا يمكنني القول
outcome-right = نعم، هذا صحيح
outcome-different = لا، هناك شيء مختلف
outcome-if-different = إذا كان هناك شيء مختلف
outcome-figure = الرقم الصحيح لديك
outcome-effect = تبقى إجابتك إلى جانب ما كُتب. لا يغيّر ذلك شيئًا في المساعدة المقدَّمة إليك
outcome-thanks = شكرًا لك
outcome-answered = كانت إجابتك في { $day }
outcome-said-right = كانت إجابتك أن هذا صحيح
outcome-said-different = كانت إجابتك أن هناك شيئًا مختلفًا
outcome-again = يمكنك الإجابة من جديد في أي وقت. تُعتمد إجابتك الأخيرة
outcome-list-title = ما نتج عن ذلك
outcome-list-lead = ما كتبناه عن شركتك. يمكنك القول عن كل منها إن كان صحيحًا
outcome-list-none = لم يُكتب شيء بعد
outcome-waits = يُرجى القول إن كان هذا صحيحًا
outcome-choose = يُرجى القول إن كان هذا صحيحًا، أو إن كان هناك شيء مختلف
outcome-list-back = كل ما نتج عن ذلك
outcome-figure-wrong = يُرجى كتابة رقم، مثل 24
outcome-kind-jobs_created = وظائف جديدة
outcome-kind-jobs_retained = وظائف تم الحفاظ عليها
outcome-kind-sales_change = تغيّر المبيعات
outcome-kind-capital_loan = أموال تم الحصول عليها: قرض
outcome-kind-capital_equity = أموال تم الحصول عليها: من مستثمر
outcome-kind-capital_grant = أموال تم الحصول عليها: منحة
outcome-kind-capital_owner = أموال تم الحصول عليها: من المالك
outcome-kind-contract_won = الفوز بعقد
outcome-kind-lease_signed = توقيع عقد إيجار
outcome-kind-space_kept = مساحة تم الحفاظ عليها
outcome-kind-licence = توقيع ترخيص
outcome-kind-patent = براءة اختراع
outcome-kind-product_launched = منتج جديد
outcome-kind-certification = شهادة
outcome-kind-business_started = بدء شركة
outcome-kind-building_bought = شراء مبنى
outcome-kind-equity_kept = حصة بقيت لدى المالكين
outcome-kind-employee_ownership = حصة العاملين في الملكية
outcome-kind-closure = إغلاق الشركة
rights-part-outcomes = ما نتج عن ذلك
rights-part-outcome-answers = ما قلته عن ذلك

rights-part-brings = ما تقدّمه في المقابل
rights-col-match = مساهمتك الخاصة
rights-col-deposit = وديعة التأمين
rights-col-fees = الرسوم
rights-col-guarantee = الضمان
rights-col-guarantee-amount = مبلغ الضمان
rights-guarantee-none = لا يوجد
rights-guarantee-personal = ضمان شخصي
rights-guarantee-third-party = ضمان من طرف آخر
rights-guarantee-collateral = رهن

member-title = كلماتك عن نفسك
member-lead = لك مقعد في { $body } التابع لـ { $program }. يمكنك هنا أن تقول علنًا من أنت، إن أردت.
member-where-title = أين ستظهر كلماتك
member-where = إذا وافقت، يظهر اسمك ومقعدك وكلماتك في قسم «من يقرر» من تقارير { $program }، وفي صفحة { $body } التي يراها مديرو البرنامج.
member-readers = يقرأ التقاريرَ العاملون في البرنامج ومقدّمو المال وعامة الناس.
member-yours = أنت وحدك تكتب هذه الكلمات. لا أحد غيرك يستطيع كتابتها أو تغييرها. تظهر كما كتبتها ولا تُحسب في أي مكان. لست ملزمًا بقول أي شيء.
member-taken-back = يمكنك تغيير كلماتك أو سحبها في أي وقت من هذه الصفحة. عندها تختفي فورًا من صفحات البرنامج ومن كل تقرير يُعدّ لاحقًا. أما التقرير الذي نُشر وأنت موافق فيحتفظ بها، والملف الذي صار عند أحد لا يمكن استرجاعه.
member-field = بكلماتك أنت
member-most = 300 حرف على الأكثر
member-agree = أوافق على أن يظهر اسمي ومقعدي وهذه الكلمات هناك
member-save = أظهر كلماتي
member-agree-first = ضع علامة في المربع إذا كنت موافقًا. من دونها لا يُحفظ شيء
member-words-missing = اكتب كلماتك أولًا. إذا لم ترد قول شيء فغادر هذه الصفحة: لا يُحفظ شيء
member-too-long = اختصر كلماتك إلى 300 حرف. فيها الآن { $has }
member-shown = كلماتك ظاهرة منذ { $day }.
member-none = لا تظهر أي كلمات لك.
member-withdraw = اسحب كلماتي
member-name-title = اسمك
member-name-words = يحتفظ البرنامج باسمك مع مقعدك ومدتك. يمكنك طلب حذفه: تُحذف كلماتك معه، ويبقى المقعد ومدته بلا اسم.
member-name-remove = احذف اسمي
member-name-gone = حُذف اسمك وكلماتك. يبقى المقعد ومدته بلا اسم.
member-ends = يعمل هذا الرابط حتى { $day }.

## Own pages: what is counted

indicator-title = ما الذي يُحصى
indicator-lead = تبيّن هذه الأرقام كيف يسير البرنامج. أنت تقترح ما ينبغي إحصاؤه وتقول ما هو الأهم، وتقرر هيئة. لا يكشف أي رقم عن هوية أحد
indicator-all = المقترح والمختار
indicator-none = لا يوجد أي اقتراح بعد
indicator-chosen = تم اختياره
indicator-proposed = مقترح
indicator-not-chosen = لم يتم اختياره
indicator-retired = لم يعد يُتابَع
indicator-undefined = لم يقل أحد بعد كيف يمكن إحصاؤه
indicator-words-gone = كلمات مسحوبة
indicator-about = معلومات عنه
indicator-back = كل ما يُحصى
indicator-stands = أين وصل
indicator-by = اقترحه
indicator-in-words = بكلمات صاحبه
indicator-why = لماذا هو مهم
indicator-before = كيف كان من قبل
indicator-baseline = { $figure } في عام { $year }. المصدر: { $source }
indicator-decided-by = من قرر
indicator-decided = { $body }، { $day }
indicator-again = تغيّرت طريقة الإحصاء بعد قرار الهيئة، وهو ينتظر قرارًا آخر
indicator-retired-why = لماذا لم يعد يُتابَع
indicator-figures = الأرقام
indicator-period = الفترة
indicator-figure = الرقم
indicator-last = { $period }: { $figure }
indicator-target = الهدف: { $figure } بحلول { $day }
indicator-reached = تحقق الهدف
indicator-no-figure = لا يوجد رقم: ليس هناك ما يُقارن به
indicator-running = لم تنته بعد
indicator-exact = يُحسب كل رقم مما هو مدوَّن، دون أي كلمة عن هوية أحد
indicator-month = { $month } { $year }
indicator-quarter = الربع { $quarter } من عام { $year }
indicator-each-month = كل شهر
indicator-each-quarter = كل ربع سنة
indicator-each-year = كل سنة
indicator-sentence = { $counted }، { $often }
indicator-for-every = { $counted } لكل { $many } من: { $against }
indicator-average = { $counted }، بالمتوسط لكل واحد من: { $against }
indicator-of-kind = { $what } ({ $kind })
indicator-in-place = { $what } في { $place }
indicator-paid-by = { $what }، بتمويل من { $source }
indicator-rank-title = ما الأهم بالنسبة لك؟
indicator-rank-lead = رتّب حتى ثلاثة اقتراحات. تُحسب منشأتك مرة واحدة، ويُعتمد آخر ترتيب لك، ولا يُعرض لأحد من اختار ماذا
indicator-rank-first = الأول
indicator-rank-second = الثاني
indicator-rank-third = الثالث
indicator-rank-nothing = لا شيء
indicator-rank-save = احفظ ترتيبي
indicator-rank-twice = اخترت اقتراحًا واحدًا مرتين. اختر كل اقتراح مرة واحدة
indicator-rank-gone = أحد هذه لم يعد اقتراحًا. انظر إلى القائمة مجددًا ثم احفظ ترتيبك
indicator-ranked-none = لم ترتّبه أي منشأة بعد
indicator-ranked = { $n ->
    [one] رتّبته منشأة واحدة
    [two] رتّبته منشأتان
    [few] رتّبته { $n } منشآت
    [many] رتّبته { $n } منشأة
   *[other] رتّبته { $n } منشأة
}
indicator-propose-title = اقترح شيئًا
indicator-propose-words = ما الذي ينبغي إحصاؤه، ولماذا؟
indicator-propose-hint = بكلماتك أنت. بعدها يقول البرنامج كيف يمكن إحصاؤه
indicator-propose-save = اقترحه
indicator-named = أظهر اسمي بجانبه. وإلا فسيُذكر فقط أن صاحب منشأة كتبه
indicator-readers = يمكن لأصحاب المنشآت والعاملين في البرنامج قراءته. لا تكتب هنا ما ينبغي أن تعرفه أنت وحدك
indicator-missing = اكتب كلماتك أولًا
indicator-said = ما يقوله الناس
indicator-said-none = لم يقل أحد شيئًا بعد
indicator-say = قل شيئًا عنه
indicator-say-save = قله
indicator-take-back = اسحبه
indicator-withdraw = اسحب اقتراحي
indicator-you = أنت
indicator-client = صاحب منشأة
indicator-from-program = { $name }، من البرنامج
indicator-measure-clients-joined = منشآت انضمت
indicator-measure-clients-served = منشآت تلقت خدمة
indicator-measure-services = لقاءات وخدمات
indicator-measure-contact-time = ساعات مع المنشآت
indicator-measure-trainings = دورات أُقيمت
indicator-measure-training-people = أشخاص حضروا الدورات
indicator-measure-outreach-reached = أشخاص تحدثنا إليهم في الخارج
indicator-measure-outreach-contacts = أشخاص في الخارج تركوا وسيلة للاتصال بهم
indicator-measure-referrals-sent = طلبات أُرسلت إلى الشركاء
indicator-measure-referrals-accepted = طلبات وافق عليها شريك
indicator-measure-referrals-completed = طلبات اكتملت
indicator-measure-awards = موارد وُعد بها
indicator-measure-dollars-awarded = دولارات وُعدت بها المنشآت
indicator-measure-dollars-delivered = دولارات سُلّمت إلى المنشآت
indicator-measure-space-delivered = أقدام مربعة سُلّمت
indicator-measure-lab-time = ساعات في مختبر
indicator-measure-outcomes = ما نتج عن ذلك
indicator-measure-jobs-created = وظائف جديدة
indicator-measure-jobs-kept = وظائف تم الحفاظ عليها
indicator-measure-capital-raised = دولارات جمعتها المنشآت
indicator-measure-contracts-won = دولارات من عقود فازت بها المنشآت
indicator-kind-services-coaching = إرشاد
indicator-kind-services-loans-grants = قروض ومنح
indicator-kind-services-technology-transfer = تقنية جديدة
indicator-kind-services-space = مكان
indicator-kind-services-certification = شهادات
indicator-kind-services-hiring-training = توظيف وتدريب
indicator-kind-services-other = مساعدة أخرى
indicator-kind-resources-grant = منح
indicator-kind-resources-loan = قروض
indicator-kind-resources-equity = أموال مقابل حصة في المنشأة
indicator-kind-resources-fee-waiver = رسوم مُعفاة
indicator-kind-resources-space = مكان
indicator-kind-resources-lab-time = وقت في مختبر
indicator-kind-resources-equipment-time = وقت على الآلات
indicator-kind-resources-training = تدريب
indicator-kind-resources-advice = مشورة من آخرين
indicator-kind-resources-in-kind = سلع وخدمات
indicator-kind-outreach-event = فعاليات
indicator-kind-outreach-door-knock = من باب إلى باب
indicator-kind-outreach-community-group = لدى مجموعات المجتمع
indicator-kind-outreach-calls = مكالمات ورسائل
indicator-kind-outreach-media = صحف وإذاعة ومنشورات
complaint-indicator-proposals = هناك { $most } من اقتراحاتك تنتظر قرارًا. اسحب واحدًا أولًا
complaint-indicator-comments = لقد قلت { $most } أشياء عن هذا بالفعل. اسحب واحدًا أولًا
complaint-indicator-over = لم يعد أحد يتابع هذا. اقترح غيره
story-told = { $phone ->
    [none] هل لدينا إذنك بأن نروي للآخرين كيف سارت الأمور معك؟ يُرجى قراءة القصة أولًا: {"{link}"} هناك يمكنك الموافقة أو الرفض أو قول ما يجب تغييره. لا يُعرض شيء دون موافقتك. يعمل الرابط سنة. يمكن لأي شخص لديه الرابط رؤية الصفحة.
   *[other] هل لدينا إذنك بأن نروي للآخرين كيف سارت الأمور معك؟ يُرجى قراءة القصة أولًا: {"{link}"} هناك يمكنك الموافقة أو الرفض أو قول ما يجب تغييره. لا يُعرض شيء دون موافقتك. يعمل الرابط سنة. يمكن لأي شخص لديه الرابط رؤية الصفحة. هل لديك أسئلة؟ يُرجى الاتصال على الرقم { $phone }.
}
story-told-copy = { $phone ->
    [none] وصلتنا موافقتك على قصة عن عملك، وكتبنا ذلك. هنا يمكنك قراءتها وسحب موافقتك في أي وقت: {"{link}"} يعمل الرابط سنة. يمكن لأي شخص لديه الرابط رؤية الصفحة.
   *[other] وصلتنا موافقتك على قصة عن عملك، وكتبنا ذلك. هنا يمكنك قراءتها وسحب موافقتك في أي وقت: {"{link}"} يعمل الرابط سنة. يمكن لأي شخص لديه الرابط رؤية الصفحة. هل لديك أسئلة؟ يُرجى الاتصال على الرقم { $phone }.
}
story-told-ending = { $phone ->
    [none] ينتهي قريبًا إذنك بعرض قصة عن عملك. دون أي خطوة منك ينتهي الإذن. هنا يمكنك إبقاؤه مدة أطول، أو إنهاؤه الآن: {"{link}"} يعمل الرابط سنة. يمكن لأي شخص لديه الرابط رؤية الصفحة.
   *[other] ينتهي قريبًا إذنك بعرض قصة عن عملك. دون أي خطوة منك ينتهي الإذن. هنا يمكنك إبقاؤه مدة أطول، أو إنهاؤه الآن: {"{link}"} يعمل الرابط سنة. يمكن لأي شخص لديه الرابط رؤية الصفحة. هل لديك أسئلة؟ يُرجى الاتصال على الرقم { $phone }.
}
story-title = قصة عن عملك
story-lead = لدى { $program } رغبة في أن تُروى للآخرين قصتك. تجدها أدناه كما ستُعرض تمامًا. لا تُعرض في أي مكان دون موافقتك.
story-as-shown = كما ستُعرض
story-as-is = كما تُعرض الآن
story-question = هل لدى { $program } إذنك بعرض القصة «{ $title }»، بالاسم «{ $named }»؟
story-use-public = تكون على صفحة عامة يمكن لأي شخص قراءتها. نطلب من محركات البحث ألّا تُدرجها
story-use-reports = تكون في تقارير البرنامج، لمن يقدّمون المال
story-use-export = تكون في ملف يسلّمه البرنامج إلى غيره
story-until = ينتهي هذا الإذن في موعد أقصاه { $day }
story-take-back = يمكنك سحبه في أي وقت، بضغطة واحدة. من تلك اللحظة لا تُعرض في أي مكان
story-unread = وما قُرئ أو نُسخ حتى ذلك الحين لا يمكن استرجاعه
story-no-effect = لا تغيّر إجابتك شيئًا في المساعدة المقدَّمة إليك
story-agree-title = في حال رغبتك في عرضها
story-where = أين يمكن أن تكون؟
story-last-day = حتى متى؟
story-last-day-hint = سنة على الأكثر
story-agree = نعم، يمكن عرضها
story-refuse-title = في حال عدم رغبتك في عرضها
story-refuse = لا، دون عرضها
story-wish-title = إن كان يجب أن تقول شيئًا آخر
story-wish-field = ما الذي يجب تغييره؟
story-wish = أريد تغييرها
story-choose-place = يُرجى اختيار مكان واحد على الأقل
story-until-wrong = يُرجى اختيار يوم بعد اليوم، خلال سنة واحدة
story-wish-missing = يُرجى كتابة ما يجب تغييره
story-choose = يُرجى الإجابة بنعم أو لا، أو قول ما يجب تغييره
story-shown-since = تُعرض منذ { $since }، وحتى { $until } على الأكثر
story-withdraw = سحبها الآن
story-see = رؤية الصفحة العامة
story-keep-title = إبقاء قصة مدة أطول
story-keep-lead = ينتهي إذنك قريبًا. بموافقتك مرة أخرى يبقى حتى اليوم الذي يقع عليه اختيارك. دون أي خطوة منك ينتهي الإذن
story-state-live = تُعرض الآن
story-state-asked = لم تصل إجابتك بعد. لا تُعرض في أي مكان
story-state-refused = كانت إجابتك لا. لا تُعرض في أي مكان
story-state-wished = وصل طلبك بتغييرها. لا تُعرض في أي مكان
story-state-withdrawn = سُحبت. لا تُعرض في أي مكان
story-state-over = انتهى الإذن. لا تُعرض في أي مكان
story-state-draft = يجري تغييرها. سنسألك مرة أخرى قبل عرض أي شيء
story-no-client = انتهت مشاركتك في البرنامج، لذلك لا تُعرض في أي مكان
story-your-wish = ما جاء في طلبك من تغيير
story-list-title = قصص عن عملك
story-list-lead = تُعرض كل قصة ما دامت موافقتك قائمة فقط، بالكلمات نفسها التي تمت موافقتك عليها
story-list-none = لم نسألك عن أي قصة بعد
story-list-back = كل القصص عن عملك
story-public-foot = ترويها جهة { $program }، بإذن حتى { $day } على الأكثر. يمكن سحب الإذن في أي وقت. عندئذ تزول هذه الصفحة.

## Without a name: what workers are asked

survey-title = عملك وأجرك، بلا اسم
survey-lead = يسأل { $program } العاملين في المصانع المحلية عن أجورهم وأعمالهم. يستغرق ذلك دقيقتين
survey-promise-anonymous = لا أحد يسألك عن اسمك. لا نحفظ مع إجاباتك اسمًا ولا مكان عمل ولا رقم هاتف ولا عنوان جهازك
survey-promise-employer = لا يرى صاحب العمل إجاباتك أبدًا، ولا يراها مستشارو البرنامج
survey-promise-totals = لا تُعرض إلا المجاميع، ولا تُعرض أبدًا لأقل من { $k } عاملًا
survey-promise-destroyed = تبقى الإجابات معًا مقفلة إلى أن تُحسب المجاميع. تُحسب المجاميع مرة واحدة عند انتهاء الاستبيان، ثم تُتلف كل الإجابات
survey-promise-free = لست ملزمًا بالإجابة عن أي شيء. لا يتوقف على ذلك شيء
survey-promise-back = لأن لا أحد يعرف أي الإجابات لك، فلا يمكن تغييرها أو سحبها بعد إرسالها
survey-pay = كم تتقاضى عن الساعة الواحدة قبل الضرائب؟
survey-pay-why = لنرى هل يكفي أجر العمل هنا للعيش، ولمن لا يكفي. إن كنت تتقاضى أجرك أسبوعيًا فاقسمه على ساعات عملك
survey-pay-below = أقل من { $high }
survey-pay-between = من { $low } إلى { $high }
survey-pay-above = { $low } أو أكثر
survey-pass = أترك هذا السؤال
survey-job = ما نوع العمل الذي تقوم به أكثر؟
survey-job-why = لنرى أي الأعمال أجرها كافٍ، ومن يحصل عليها
survey-job-51-0000 = الإنتاج: الآلات والتجميع والقص والخياطة والأغذية
survey-job-49-0000 = التركيب والصيانة والإصلاح
survey-job-53-0000 = المستودع والتعبئة والتحميل والقيادة
survey-job-17-0000 = الهندسة والتصميم والجودة والمختبر
survey-job-43-0000 = المكتب والطلبات ومسك الدفاتر
survey-job-41-0000 = البيع
survey-job-37-0000 = التنظيف والعناية بالمكان
survey-job-11-0000 = الإدارة
survey-job-other = شيء آخر
survey-race-why = لنرى هل يُوزَّع العمل والأجر بإنصاف. نحفظ المجموعة التي تختارها؛ وإن اخترت عدة مجموعات فلا نحفظ إلا أنها عدة
survey-language = ما اللغة التي تتحدثها أكثر في البيت؟
survey-language-why = لنقدم التدريب والأوراق باللغات التي يتحدثها الناس
survey-language-choose = اختر لغة
survey-once = أرسل هذا مرة واحدة، عن نفسك فقط
survey-send = أرسل إجاباتي
survey-wrong-none = لم تختر شيئًا بعد. اختر إجابة واحدة على الأقل، أو أغلق هذه الصفحة
survey-thanks-head = شكرًا لك
survey-thanks = وصلت إجاباتك بلا اسمك. لا أحد يستطيع أن يعرف أيها لك
survey-thanks-back = لم تحفظ هذه الصفحة شيئًا منها على هذا الجهاز
survey-over-head = انتهى هذا الاستبيان
survey-over = لم تعد الإجابات تُقبل. لم يُحفظ شيء
survey-destroyed = حُسبت المجاميع وأُتلفت كل الإجابات
survey-full = وصل عدد الإجابات الذي يقبله هذا الاستبيان. لم يُحفظ شيء
survey-crowded-head = حاول لاحقًا من فضلك
survey-crowded = وصلت إجابات كثيرة من هذه الشبكة خلال الساعة. لم يُحفظ شيء. حاول بعد ساعة، أو باتصال هاتفك
survey-soon-head = لم يبدأ هذا الاستبيان بعد
survey-soon = يبدأ في { $day }. عُد حينها من فضلك
survey-poster-head = كم يدفع عملك؟ أخبرنا بلا اسم
survey-poster = امسح الرمز بهاتفك. دقيقتان. لا يرى صاحب العمل إجاباتك أبدًا
survey-poster-until = حتى { $day }
