# English: the first catalog. Every other one has the same keys with the same names in braces.
#
# For translators
# - "they" is the partner, "we" is the program, "you" is the entrepreneur who reads this.
# - Sentences have no period at the end here: the program adds `sentence-end`, and a capital at the start.
# - A phrase such as { $by } may be blank; it brings its own space from `phrase-by`. Put it where your language wants it.
# - Never a word of the trade (pending, process, status), no blame, no exclamation mark.

## The language itself

language-name = English
language-direction = ltr
# Who read all of it as a native speaker, and when (such as 2026-11-25); none until somebody did.
reviewed-by = Fairfloor
reviewed-on = 2026-11-25

sentence-end = .
sentence-space = {" "}
list-comma = {", "}
list-and = { $first } and { $last }
list-or = { $first } or { $last }
number-group = ,
number-decimal = .
money = ${ $amount }
# { $n } is 1 for Monday.
weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-long = { $weekday }, { $month } { $day }
date-long-year = { $weekday }, { $month } { $day }, { $year }
date-short = { $month } { $day }
date-short-year = { $month } { $day }, { $year }

## Small phrases, each with the space before it

phrase-by = {" "}by { $day }
phrase-by-over = {" "}(this was due by { $day })
phrase-until = {" "}until { $day }
phrase-on = {" "}on { $day }
phrase-around = {" "}around { $day }
phrase-next = {" "}next
phrase-for-need = {" "}for help with { $word }
phrase-with-need = {" "}with { $word }
phrase-what = : { $word }

the-partner = the partner
your-advisor = your advisor
one-more-thing = one more thing
work-is-done = The work is done

## What a referral is for: "help with ___", "You asked for ___"

need-business_development = business services
need-technology_transfer = new technology
need-real_estate = space
need-workforce = hiring and training
need-entrepreneurship = an entrepreneurship program
need-training = training

## Said in several places

nothing-to-do = You do not need to do anything
nothing-to-do-now = You do not need to do anything now
nothing-expected = Nothing is expected of you
ask-again = You can ask again at any time
not-against-you = This does not count against you
clock-stops = The time { $org } has to answer stops until then
says-outcome = { $org } says: { $outcome }
next-step-around = Next: { $step }{ $around }
next-step-by = Next: { $step }{ $by }
hear-more-around = You hear more{ $around }

move-yours = You have the next move{ $by }
move-advisor = { $advisor } has the next move. You do not need to do anything now
move-partner = { $org } has the next move. You do not need to do anything now
move-third-party = We are all waiting for someone else. You do not need to do anything now

## What is told at each step

told-reported = { $advisor } reported this for { $org }
told-questions = Questions? Call { $advisor } at { $phone }
told-have-request = We have your request{ $for-need }
told-advisor-answers = { $advisor } will answer you{ $by }
told-nothing-shared-yet = Nothing is shared with anyone before you say yes
told-would-introduce = { $advisor } would like to introduce you to { $org }
told-would-see-items = This is exactly what they would see: { $items }
told-would-see = You can see here exactly what they would see
told-can-say = You can say yes, change it, or say no{ $by }
told-agreed-items = You agreed to share { $items } with { $org }{ $until }
told-agreed = You agreed to share what we showed you with { $org }{ $until }
told-wrote-agreed-items = { $advisor } wrote down that you agreed to share { $items } with { $org }{ $until }
told-wrote-agreed = { $advisor } wrote down that you agreed to share what we showed you with { $org }{ $until }
told-advisor-sends = { $advisor } sends the request next
told-can-undo = You can undo this for 24 hours, and stop it at any time, for each partner on its own
told-nothing-was-shared = Nothing was shared
told-other-ways = { $advisor } will talk with you about other ways{ $by }
told-asked = We asked { $org } to help you{ $with-need }
told-should-answer = They should answer{ $by-or-next }
told-stopped-before = We stopped this request before { $org } saw it
told-comes-next = { $advisor } will tell you what comes next{ $by }
told-not-sent = Your request was not sent to anyone
told-is-reading = { $org } has your request and is reading it
told-should-decide = They should decide{ $by-or-next }
told-said-yes = Good news: { $org } said yes
told-will-contact = { $contact } will contact you{ $by }
told-someone-will-contact = Someone there will contact you{ $by }
told-if-they-do-not = If they do not, tell us here and we will call them
told-cannot-help = { $org } cannot help with this
told-another-option = { $advisor } will offer you another option{ $by }
told-asked-advisor = { $org } asked { $advisor } for one more thing{ $what }
told-advisor-answers-them = { $advisor } will answer them{ $by }
told-needs-one-thing = { $org } needs one thing from you{ $what }
told-send-or-call-contact = Send it here, or call { $contact }{ $by }
told-send-or-call-advisor = Send it here, or call { $advisor }{ $by }
told-advisor-answered = { $advisor } answered the question of { $org }
told-have-answer = Thank you. We have your answer
told-up-to-partner = Now it is up to { $org } again
told-work-started = Work with { $org } has started
told-news = There is news from { $org }
told-on-pause = This referral is on pause
told-check-again = We check again on { $review-day }
told-keep-place = You keep your place
told-keep-place-number = You keep your place: number { $place } on the list
told-moving-again = This referral is moving again
told-will-talk = { $advisor } will talk with you about what comes next{ $by }

told-you-stopped = You stopped this referral
told-stopped-as-you-asked = As you asked, { $advisor } stopped this referral
told-partner-told = We told { $org }
told-no-longer-open = They can no longer open your information here
told-cannot-be-unread = What they have read already cannot be taken back
told-will-ask-other-help = { $advisor } will ask{ $by } if you want other help
told-stopped-referral = We stopped this referral to { $org }
told-stopped-request = We stopped this request to { $org }
told-asked-to-list = We asked them to list what they did for you{ $by-until }
told-no-answer = { $org } did not answer in time
told-no-answer-days = { $waited ->
    [one] { $org } did not answer in { $waited } working day
   *[other] { $org } did not answer in { $waited } working days
}
told-not-your-fault = We stopped this request. This is not your fault
told-permission-ended = Your permission to share ended{ $on-until }
told-not-answered-stopped = { $org } had not answered yet, so we stopped the request
told-advisor-calls = { $advisor } will call you{ $by }
told-permission-with-ended = Your permission to share with { $org } ended{ $on-until }
told-closed-and-paused = They can no longer open your information here, and this referral is on pause
told-can-renew = You can renew your permission to go on, or let it end
told-is-it-right = Is that right? Did it meet your need?
told-can-answer = You can answer{ $by }: yes, partly, no, or it did not happen
told-did-not-work = This did not work out
told-talk-next-steps = { $advisor } will talk with you about next steps{ $by }
told-ask-other-help = You can ask for other help at any time
told-thanks-answer = Thank you for your answer
told-wrote-answer = Thank you. { $advisor } wrote down your answer
told-will-talk-about-it = { $advisor } will talk with you about it{ $by }
told-change-until = You can change your answer until { $change-day }
told-change-90 = You can change your answer for 90 days
told-opened-again = We opened this referral again
told-partner-move-by = { $org } has the next move{ $by }
told-entry-mistake = This entry was a mistake and has been taken out
told-correction = Correction: the last update was a mistake
# { $stands } is one of the clauses stands-… below.
told-back-where = Your referral is back where it was: { $stands }
told-what-we-agreed = What we agreed: { $agreed }
told-wrote-what-next = { $advisor } wrote down what we agreed to do next
told-look-again = We look at it again on { $next-day }
told-if-not-agreed = If this is not what you agreed, tell us here
told-trying = We are trying { $new-org } next
told-trying-other = We are trying another partner next
told-as-asked-trying = As you asked, we are trying { $new-org } next
told-as-asked-trying-other = As you asked, we are trying someone else next
told-ask-before = We will ask you before anything is shared

## Where it stands, as a clause

stands-draft = being prepared
stands-requested = sent to { $org }
stands-received = { $org } is reading it
stands-accepted = { $org } said yes
stands-rejected = { $org } cannot help with this
stands-in-progress = work is under way
stands-on-hold = on pause{ $until-review }
stands-completed = { $org } says it is done
stands-failed = it did not work out
stands-cancelled = stopped
stands-entered-in-error = taken out

## The head of the page: "Ngozi, your request is with the partner"

head-to = { $name }, { $what }
head-draft-yours = we need your answer before we share anything
head-draft = we are getting your request ready
head-question-yours = the partner needs one thing from you
head-requested = your request is with the partner
head-received = the partner is reading your request
head-accepted = the partner said yes
head-rejected = this partner cannot help with your request
head-in-progress-yours = you have the next move
head-in-progress = the work is under way
head-on-hold = your request is on pause
head-completed-yours = the partner says it is done. Is that right?
head-disputed = you told us it is not so
head-completed = your request is done
head-failed = this did not work out
head-cancelled = this request was stopped
head-entered-in-error = this entry was a mistake

## What happens, and by when

page-nothing-before-yes = Nothing is shared before you say yes
page-writing-down = { $advisor } is writing down what you need
page-hear-from-us = You hear from us{ $by }
page-ask-before = We ask you before anything is shared
page-partner-will-contact = { $org } will contact you{ $by }
page-if-they-do-not = If they do not, tell us and we will call them
page-keep-place-check = You keep your place, and we check again on { $review-day }
page-told-not-so = You told us it is not so. { $advisor } will talk with you{ $by }
page-not-so = You told us it is not so
page-taken-out = It has been taken out
page-has-it = { $org } has it
page-is-reading-it = { $org } is reading it
page-usually = { $days ->
    [one] They usually answer in { $days } working day
   *[other] They usually answer in { $days } working days
}
page-if-nothing-by = If we hear nothing by { $due }, we will call them and tell you
page-tell-when-answer = We tell you when they answer
page-asked-you = { $org } asked you: { $question }
page-asked-advisor = { $org } asked { $advisor }: { $question }
page-working-with = You are working with { $org }
page-all-waiting = We are all waiting for someone else to decide
page-elsewhere = { $org } was asked before this was kept here. Nothing of yours is shared from here, and { $advisor } writes down how it goes on
page-ask-help-again = You can ask for help again at any time

## Do you need to do anything?

do-no = No
do-not-now = Not right now
do-question = Yes: { $question }
do-send-here = Send it here{ $by }
do-look-and-say = Yes: look at what would be shared, and say yes or no{ $by }
do-tell-if-right = Yes: tell us if it is right and if it met your need{ $by }
do-step = Yes: { $step }{ $by }
do-tell-when-ready = Yes: tell { $advisor } when you are ready to go on{ $by }
do-partner-waits = Yes: { $org } is waiting to hear from you{ $by }

## The five stations

station-you-asked = You asked for { $need }
station-we-wrote = We wrote down that you need { $need }
station-ask = We ask { $org }
station-ask-someone = We ask a partner
station-asked = We asked { $org }
station-asked-someone = We asked a partner
station-said-no = The partner said no
station-said-yes = The partner said yes
station-reviews = A partner reviews it
station-started-business_development = You work on it together
station-started-technology_transfer = You meet the experts
station-started-real_estate = You visit the space
station-started-workforce = You meet people to hire or train
station-started-entrepreneurship = You start the program
station-training-started = You start the training
station-result-business_development = The result
station-result-technology_transfer = The result
station-result-real_estate = Yes or no
station-result-workforce = The result
station-result-entrepreneurship = You finish the program
station-training-result = You finish the training
station-note-wrote = { $advisor } wrote down what you need
station-note-agreed = You agreed to share. We send it next
station-note-expected = Expected by { $due }
station-note-set-time = We set the time with you
station-note-if-no = If it is no, we tell you why and look again
station-note-ask-met = We ask you if it met your need

## The notice around it. {"{link}"} is put in when it is sent; a text says nothing but that there is news.

notice-subject = { $program }: there is news
notice-text = { $phone ->
    [none] { $program }: there is news. {"{link}"}
   *[other] { $program }: there is news. {"{link}"} Questions? Call { $phone }
}
notice-hello = { $name ->
    [none] Hello,
   *[other] Hello { $name },
}
notice-see =
    See where it stands: {"{link}"}
    This link is private. Anyone who has it can see the page.
    To see all of your requests, sign in with a code: {"{sign-in}"}
told-message = There is a message for you. Open your page to read it and to answer.
told-renewed = You renewed your permission to share with { $org }, until { $day }
told-wrote-renewed = { $advisor } wrote down that you renewed your permission to share with { $org }, until { $day }
told-can-undo-24 = You can undo this for 24 hours, and stop it at any time

## Reminders: whole sentences, with their periods

remind-call = { $phone ->
    [none] tell { $advisor }
   *[other] call { $advisor } at { $phone }
}
remind-consent-answer = We asked you whether we may share your request with { $org }. Please say yes or no by { $day }. Nothing is shared before you say yes.
remind-consent-answer-late = We asked you whether we may share your request with { $org }. You can still say yes or no. Nothing is shared before you say yes.
remind-first-contact = { $org } said yes, and promised to be in touch by { $day }. Has anyone called you? If not, { $call }.
remind-confirm = { $org } says that it is done. Did it help? Please tell us by { $day }. It takes a minute, and your answer counts.
remind-confirm-late = { $org } says that it is done. Did it help? You can still tell us. It takes a minute, and your answer counts.
remind-question = { $org } still needs one thing from you by { $day }. Send it from your page, or { $call }.
remind-question-late = { $org } still needs one thing from you. Send it from your page, or { $call }.
remind-consent-near = Your permission to share with { $org } ends { $day }, a week from now. To go on, renew it on your page, or { $call }. If you do nothing, it ends.
remind-consent-ends = Your permission to share with { $org } ends { $day }. To go on, renew it before that on your page, or { $call }. If you do nothing, it ends.
remind-news = There is news about your request. Look at your page, or { $call }.

## What is shared, inside a sentence

field-need = what you need
field-business_name = business name
field-contact_name = contact's name
field-telephone = telephone
field-email = e-mail
field-address = address
field-product = what it makes
field-workers = number of workers
field-years_in_business = years in business

## A unit came free: whole sentences

vacancy-text = { $phone ->
    [none] { $program }: there is news.
   *[other] { $program }: there is news. Call { $phone }.
}
vacancy-told = A unit came free that may fit what you need. Do you want us to ask about it?
vacancy-news = { $phone ->
    [none] There is news about what you asked us to look for.
   *[other] There is news about what you asked us to look for. Call { $phone }.
}
vacancy-enough = You asked to hear of it. Tell us if you want no more of these.

## The frame of every page

skip = Skip to main content
languages = Language



## Own pages: what every one of them says

title-error = Error: { $title }
errors-to-fix = { $n ->
    [one] One thing to fix
   *[other] { $n } things to fix
}
pages-of-list = Pages of this list
pages-first = First page
pages-next = Next page
day-and-hour = { $day }, { $hour }
clock = { $hour }:{ $minute } { $half ->
    [am] am
   *[pm] pm
}
optional = optional
choose = Choose
no-answer = No answer
yes = Yes
partly = Partly
no = No
have-code = I have a code
your-request-for = Your request for { $need }
urgency-this_week = This week
urgency-this_month = This month
urgency-this_quarter = In three months
urgency-no_rush = No rush
code-heading = Enter your code
code-where = It stands in the letter you got, or we read it out to you
code-reference = Reference
code-reference-hint = such as R-1187
code-code = Code
code-code-hint = 12 letters and digits; capitals, spaces and dashes do not matter
code-open = Open
code-no-code = It does not work, or you have no code? Call us and we help you on the telephone:
code-wrong = This reference and this code open nothing together. Check both; after ten wrong tries you have to wait 30 minutes
link-stopped = This link has stopped working
link-stopped-why = Links last 90 days to keep your information safe, and a page that was opened with a code closes after 30 minutes
link-stopped-next = Your advisor can send you a new link
face-signed-out = You were away for a while
face-signed-out-next = The page closed by itself. Open your link again, or enter your code
face-nothing-here = There is nothing here
face-nothing-here-next = The address is not complete, or it is not yours to see. Open the link that we sent you again, or enter your code
face-not-allowed = This is not possible from here
face-not-allowed-next = Nothing was saved. Open your page again with your link or your code, and press the button there
face-refused = That did not work
face-changed = Somebody changed this since you opened it
face-changed-next = Nothing was saved. Go back, load the page again, and send yours again if it is still right
face-busy = Too much at once
face-busy-next = Nothing was saved. Wait a moment and try again
face-no-room = Nothing can be saved right now
face-no-room-next = Nothing was saved. Go back, keep your text, and try again later, or call us
face-too-large = This is too long
face-too-large-next = Nothing was saved. Go back, make it shorter, and send it again
face-broke = Something broke
face-broke-next = This is not your fault, and nothing was half done. Try again. If it stays, call us
face-broke-number = Tell us this number:
complaint-choose = Choose one of the answers on the list
complaint-date = Write a date such as 2026-11-22 or 11/22/2026. You typed { $typed }
complaint-email = Write an e-mail address such as name@example.org. You typed { $typed }
complaint-email-needed = Write an e-mail address
complaint-telephone = Write a telephone number such as 555-010-0110. You typed { $typed }
complaint-character = There is a character in { $what } that cannot be shown. Type it again without it
complaint-unseen = Character { $n } in { $what } cannot be seen. It may have come along when you copied the text. Type it again without it
complaint-number = There is a number in { $what } that looks like a Social Security number or an ITIN. Those are never kept here. Take it out
complaint-telephone-number = This looks like a Social Security number or an ITIN. Those are never kept here. Write a telephone number
complaint-too-long = Shorten { $what } to { $most } characters. It has { $length }
complaint-fill-in = Fill in { $what }
complaint-what-message = your message
complaint-what-need = the need
complaint-what-answer = the answer
complaint-what-comment = anything to add
complaint-what-reason = the reason in words
complaint-write-need = Write down what is needed
complaint-shorten-need = Shorten the need to 2,000 characters
complaint-write-message = Write your message first
complaint-readers = Choose who reads it. The partner can be written to only while it has said yes and may see your name
complaint-form-broken = This form could not be read: a field is missing, there twice, or not one of ours. Go back, reload the page and send it again
complaint-form-incomplete = This form is incomplete. Go back, reload the page and send it again
complaint-language = Choose one of the languages on the page
complaint-tick-one = Tick at least one of them, then press again
complaint-many-requests = { $most } of your requests wait for an answer already. Please call us
complaint-message-now = This cannot be written now: the partner has not said yes, or may not see your name any more
complaint-messages-full = There are { $most } messages here already. Please call instead
complaint-not-shared = This referral is not open, so nothing is shared any more
complaint-no-yes = There is no yes to take back
complaint-renew-later = This permission does not need to be renewed now
complaint-answer-90 = An answer can be given or changed for 90 days after the end
letter-dear = Dear { $name }
letter-what-for = With this code you can see where your request stands, say yes or no to sharing, answer questions, write to us, or stop it. You need no password and no e-mail
letter-open = On a telephone or a computer, open this address:
letter-reference = Type the reference:
letter-code = Type the code:
letter-until = The code works until { $day }. Keep it to yourself: whoever has it can open your page. It never shows what you answered about yourself
letter-talk = { $phone ->
    [none] You would rather talk? Ask { $program }
   *[other] You would rather talk? Call { $program }: { $phone }
}
letter-all-by-phone = Everything on the page can be done on the telephone too
notice-answer =
    Answer here: {"{link}"}/answer
    This link is private. Anyone who has it can see the page.



## Own pages: status, sharing, messages, stopping, answers

do-heading = Do you need to do anything?
stands-heading = Where it stands
station-done = Done:
station-now = Now:
station-later = Later:
now = Now
questions = Questions?
your-advisor-is = { $advisor } of { $program } is your advisor
call-advisor = Call { $advisor }
text-advisor = Text { $advisor }
answer-the-message = Answer the message that brought you here.
help-with-something-else = Ask for help with something else
foot-no-password = No password needed
foot-link = Reference { $reference }. This page is private: anyone with the link can see it. It works until { $day }
agreed-and-next = You agreed to share. { $advisor } sends your request to { $org } next. You can stop this at any time.
changed-since = Something new happened since you opened this page. What you sent was not saved. Look at the page again, and send it if it is still right
not-possible-now = This is not possible now. Look at the page again: it shows where your request stands
answer-heading = Send your answer
answer-label = Your answer
answer-send = Send my answer
missing-answer = Write your answer first
missing-need-met = Say if you got the help you needed: yes, partly or no
missing-reason = Write the reason in your own words
missing-comment = Say what was missing, in your own words
missing-something = Something is missing here
met-heading = Did it help?
met-heading-change = Your answer
met-you-said = You said:
met-question = Did you get the help you needed?
met-say-more = Say more, if you want
happened-question = Did it happen as they say?
not-quite = Not quite
was-missing-question = What was missing?
respect-question = Were you treated with respect?
respect-5 = Yes, fully
respect-4 = Mostly
respect-3 = In part
respect-2 = Little
respect-1 = No, not at all
comment-label = Anything to add
comment-readers = Who may read your words?
comment-program = Only the program
comment-partner = The partner too
own-words = In your own words
own-words-hint = in your own words
stop-heading = Stop this referral?
stop-button = Stop this referral
stop-partner-told = { $org } is told to stop
stop-not-open = This referral is not open now, so there is nothing to stop
stop-go-back = Go back without stopping
stop-why = Why?
stop-no-other-help = I do not need other help with this
why-no_longer_needed = I no longer need this
why-found_help_elsewhere = I found help in another place
why-not_the_right_time = This is not the right time
why-concern_about_partner = I have a concern about this partner
why-privacy_concern = I have a concern about my privacy
why-cost_or_terms = The cost or the terms do not work for me
why-no_reason_given = I would rather not say
back-to-request = Back to your request
asked-before = What you asked for
asked-answer-by = We have it. Somebody answers you by { $day }
asked-answer-soon = We have it. Somebody answers you soon
asked-over = This is over
asked-looks-after = { $advisor } looks after it
ask-kind = What is it about?
ask-need = What do you need?
ask-urgency = How soon?
ask-button = Ask for help
ask-when = Somebody answers you within two working days
still-on-hold = The partner's clock stands still while this is on hold
still-since = { $left ->
    [0] The partner's clock has stood still since { $day }
    [one] The partner's clock has stood still since { $day }, with { $left } business day left
   *[other] The partner's clock has stood still since { $day }, with { $left } business days left
}
trainees-sent = { $n ->
    [one] { $n } person of your business was sent to training
   *[other] { $n } people of your business were sent to training
}
trainees-few = How each of them does is theirs to tell: with fewer than { $fewest } people, only the number is shown
trainees-how = { $n ->
   *[other] { $n } people of your business were sent to training: { $under-way } under way, { $finished } finished
}
trainees-many = Each of them sees their own page; you see the numbers
messages = Messages
thread-nothing-yet = Nothing was written yet
thread-says-readers = Each line says who reads it
thread-all = { $n ->
    [one] All { $number } messages
   *[other] All { $number } messages
}
thread-write = Write a message
thread-at-most = { $most } characters at most
thread-who-reads = Who reads it?
thread-send = Send the message
thread-closed = Nobody can be written to here now. Please call
thread-read-by = Read by { $names }
thread-will-read = { $n ->
    [one] { $names } reads it
   *[other] { $names } read it
}
thread-you = You
thread-you-inside = you
thread-by-partner = { $name }, { $org }
share-heading = May we share this?
share-yes = { $n ->
    [one] Yes, share this
   *[other] Yes, share with all { $n }
}
share-no = No, do not share
share-leave-out = To leave something out, call { $advisor }
share-some = Share with some of them only
share-ticked = Yes, share with those I ticked
sees-heading = What the partner can see
sees-no-more = Nothing any more: their links to this request are closed
sees-never-opened = Nothing. They never opened your request, so nothing was shared
sees-nothing = Nothing. You have given no permission that is in force now
sees-when-sent = Nothing yet. When we send your request, they see what you need, how soon, the kind of work, about how many people work with you, and your area
sees-rough = What you need, how soon, the kind of work, about how many people work with you, and your area
sees-by-name = You asked to be introduced by name, so they also see: { $items }
sees-after-yes = They said yes, so they also see: { $items }
sees-only-after-yes = Only after they say yes, also: { $items }
sees-no-fields = Nothing more is shared
sees-until = You agreed to this. It ends on { $day } at the latest
sees-exact-words = The exact words you agreed to
sees-opened-details = { $n ->
    [one] Your confidential details: they opened them { $n } time, last on { $day }
   *[other] Your confidential details: they opened them { $n } times, last on { $day }
}
no-longer-needed = I do not need this any more
renew-ends = Your permission ends soon
renew-ended = Your permission has ended
renew-how = To go on, let { $org } see the same things for as long again
renew-or-not = Do nothing, and it ends
renew-button = Renew my permission
undo-heading = Undo my yes
undo-until = You can undo it until { $moment }
undo-was-read = { $org } has opened your request
undo-rest-stops = Everything else stops
undo-not-read = { $org } has not opened your request, so nothing was shared, and nothing will be
undo-button = Undo: do not share
others-heading = Also asked about this
others-stop = Stop sharing with { $org }
others-each = Each can be stopped on its own
with-not-sent = not sent
with-not-looked = has not looked yet
with-reading = is reading it
with-said-yes = said yes
with-on-pause = on pause
with-cannot-help = cannot help
with-done = done
with-stopped = stopped
consent-question = May { $program } share this with { $partners }, so that they can help you with { $need }?
consent-line = { $label }: { $value }
consent-line-after = { $label } (only after they say yes): { $value }
consent-need-of = To { $org }: { $need }
consent-secret = Confidential details: only after you and { $org } have signed an agreement to keep them secret
consent-by-name = { $n ->
    [one] You want to be introduced by name, so { $partners } sees all of this at once
   *[other] You want to be introduced by name, so { $partners } see all of this at once
}
consent-at-first = { $n ->
    [one] At first { $partners } sees only what you need and how soon, the kind of work you do, about how many people work with you, and your area
   *[other] At first { $partners } see only what you need and how soon, the kind of work you do, about how many people work with you, and your area
}
consent-rest = { $n ->
    [one] They see the rest only if they say yes
   *[other] Each sees the rest only if it says yes
}
consent-never = Nothing about your race, sex or military service is ever shared with them
consent-ends = This permission ends 30 days after the referral ends, and on { $day } at the latest
consent-undo = You can undo it for 24 hours, and stop it at any time
consent-each = You can stop it for one of them or for all
consent-unread = What they have read by then cannot be unread
sheet-tt_type = Kind of help wanted
sheet-process = Process
sheet-trl_now = How ready is it now? (TRL)
sheet-trl_target = How ready should it get? (TRL)
sheet-mrl_now = How ready is making it now? (MRL)
sheet-mrl_target = How ready should making it get? (MRL)
sheet-ip_status = Protection of the idea
sheet-ip_owner = Who owns it?
sheet-nda_wanted = Is a non-disclosure agreement needed first?
sheet-lab_wanted = Lab or provider wanted
sheet-equipment_wanted = Equipment wanted
sheet-materials = Materials
sheet-lab_minutes_wanted = Hours wanted
sheet-safety_training = Is the safety training done?
sheet-tt_deadline = Deadline
sheet-sbir_agency = SBIR or STTR: agency
sheet-sbir_phase = SBIR or STTR: phase
sheet-sbir_topic = SBIR or STTR: topic number
sheet-export_control = Is it export-controlled (ITAR or EAR)?
sheet-uei = UEI
sheet-cage = CAGE code
sheet-sam_status = SAM registration
sheet-matching_cents = Matching funds there are
sheet-bd_topic = Topic
sheet-funding_sought_cents = Money sought
sheet-funding_use = What the money is for
sheet-papers_ready = Papers that are ready
sheet-certificate_wanted = Certificate wanted
sheet-bd_deadline = Deadline
sheet-own_money_cents = Own money there is
sheet-venture_stage = Where does the venture stand?
sheet-cohort_wanted = Program or group wanted
sheet-cohort_by = Should start by
sheet-times_possible = Times that work
sheet-program_topics = What you want to learn
sheet-childcare_words = Child care, in your own words
sheet-transit_words = Getting there, in your own words
sheet-work_wants = What is wanted?
sheet-job_title = Job
sheet-people_wanted = How many people?
sheet-wage_low_cents = Wage offered, from
sheet-wage_high_cents = Wage offered, to
sheet-week_hours = Hours a week
sheet-shifts = Shift
sheet-skills = Skills
sheet-work_languages = Languages of the work
sheet-training_wanted = Training wanted
sheet-apprenticeship = An apprenticeship?
sheet-work_starts_on = Start
sheet-benefits_words = Benefits
sheet-getting_there = How people get there
unit-people = { $n ->
    [one] { $number } person
   *[other] { $number } people
}
unit-hours-a-week = { $n ->
    [one] { $number } hour a week
   *[other] { $number } hours a week
}
unit-hours = { $number } hours
answer-page-link = See where it stands
contact-heading = Has anyone called you?
contact-why = { $org } said yes, and promised to be in touch
contact-yes = Yes, they did
contact-no = No, not yet
contact-yes-said = Yes, they called me.
contact-no-said = No, nobody has called me yet.
renew-heading = Renew your permission?
years-less-than-one = less than one
choice-any-yes = Yes
choice-any-no = No
choice-any-other = Something else
choice-any-none = None
choice-tt_type-university_licence = University license or option
choice-tt_type-federal_lab = Federal lab: CRADA, license, partnership agreement or user facility
choice-tt_type-sbir_sttr = SBIR or STTR
choice-tt_type-mep_project = Manufacturing extension (MEP) project
choice-tt_type-prototyping = Prototyping or fab lab
choice-tt_type-testing = Testing or certification
choice-tt_type-assessment = Material or process assessment
choice-tt_type-institute = Manufacturing USA institute
choice-tt_type-capstone = Student or capstone project
choice-tt_type-ip_clinic = Intellectual property clinic
choice-tt_type-equipment = Use of equipment
choice-process-machining = Machining
choice-process-additive = Additive (3D printing)
choice-process-welding_fabrication = Welding and fabrication
choice-process-casting_molding = Casting and molding
choice-process-sewn = Sewn products
choice-process-food = Food and drink
choice-process-wood = Wood and furniture
choice-process-electronics = Electronics
choice-process-chemical_coating = Chemicals and coatings
choice-process-printing = Printing and packaging
choice-process-medical = Medical devices
choice-process-software_controls = Controls and software
choice-trl-1 = 1: the basic effect was seen
choice-trl-2 = 2: a use for it was thought out
choice-trl-3 = 3: the idea was shown to work on a bench
choice-trl-4 = 4: its parts work together in a lab
choice-trl-5 = 5: its parts work together in a shop-like place
choice-trl-6 = 6: a model works in a shop-like place
choice-trl-7 = 7: a prototype works where it will be used
choice-trl-8 = 8: the finished thing passed its tests
choice-trl-9 = 9: it is in daily use
choice-mrl-1 = 1: what making it would take was named
choice-mrl-2 = 2: a way to make it was thought out
choice-mrl-3 = 3: that way was shown to work on a bench
choice-mrl-4 = 4: parts can be made in a lab
choice-mrl-5 = 5: parts can be made in a shop-like place
choice-mrl-6 = 6: a prototype can be made in a shop-like place
choice-mrl-7 = 7: parts can be made on production-like machines
choice-mrl-8 = 8: the first production line is ready to start
choice-mrl-9 = 9: small series are made at steady quality
choice-mrl-10 = 10: full production runs and gets better
choice-ip_status-disclosure = Disclosed to a university or lab
choice-ip_status-provisional = Provisional patent filed
choice-ip_status-filed = Patent filed
choice-ip_status-issued = Patent issued
choice-ip_status-trade_secret = Kept as a trade secret
choice-ip_status-open = Open to all
choice-ip_owner-business = The business
choice-ip_owner-partner = The lab, university or partner
choice-ip_owner-shared = Shared
choice-ip_owner-other = Somebody else
choice-ip_owner-not_known = Not known yet
choice-sbir_agency-dod = Defense
choice-sbir_agency-doe = Energy
choice-sbir_agency-nsf = National Science Foundation
choice-sbir_agency-nih = Health (NIH)
choice-sbir_agency-nasa = NASA
choice-sbir_agency-usda = Agriculture
choice-sbir_agency-commerce = Commerce (NIST, NOAA)
choice-sbir_agency-epa = Environment (EPA)
choice-sbir_agency-other = Another agency
choice-sbir_phase-I = Phase I
choice-sbir_phase-II = Phase II
choice-sbir_phase-III = Phase III
choice-export_control-no = Checked: no
choice-export_control-itar = ITAR
choice-export_control-ear = EAR
choice-export_control-not_checked = Not checked yet
choice-sam_status-none = Not registered
choice-sam_status-pending = Registration under way
choice-sam_status-active = Active
choice-sam_status-lapsed = Lapsed
choice-bd_topic-financing = Loan or other financing
choice-bd_topic-grant = Grant
choice-bd_topic-plan_books = Business plan or books
choice-bd_topic-certification = Certification
choice-bd_topic-contracts = Contracts and new buyers
choice-bd_topic-legal = Legal matter
choice-bd_topic-marketing = Marketing and sales
choice-bd_topic-export = Selling abroad
choice-bd_topic-succession = Handing over to workers or family
choice-funding_use-equipment = Equipment
choice-funding_use-working_capital = Working capital
choice-funding_use-fit_out = Work on the space
choice-funding_use-purchase = Buying space
choice-funding_use-refinance = Paying off dearer debt
choice-papers_ready-tax_returns = Tax returns
choice-papers_ready-profit_loss = Profit and loss
choice-papers_ready-balance_sheet = Balance sheet
choice-papers_ready-bank_statements = Bank statements
choice-papers_ready-business_plan = Business plan
choice-papers_ready-registration = Registration papers
choice-papers_ready-insurance = Insurance
choice-papers_ready-quotes = Quotes for what will be bought
choice-papers_ready-none = None yet
choice-venture_stage-idea = An idea
choice-venture_stage-trying = Making and trying
choice-venture_stage-selling = First sales
choice-venture_stage-growing = Selling, and wants to grow
choice-times_possible-weekday = Weekdays
choice-times_possible-evening = Evenings
choice-times_possible-weekend = Weekends
choice-times_possible-online = Online
choice-times_possible-in_person = In person
choice-work_wants-hire = Hire people
choice-work_wants-train = Train people who work there
choice-work_wants-both = Hire and train
choice-shifts-day = Day
choice-shifts-evening = Evening
choice-shifts-night = Night
choice-shifts-weekend = Weekend
choice-shifts-rotating = Rotating
choice-shifts-flexible = Flexible
choice-work_languages-none = No language needed for the work
choice-work_languages-en = English
choice-work_languages-es = Spanish
choice-work_languages-zh = Chinese
choice-work_languages-vi = Vietnamese
choice-work_languages-ar = Arabic
choice-work_languages-fr = French or Haitian Creole
choice-work_languages-other = Another language
choice-training_wanted-safety = Safety
choice-training_wanted-machine = Machine operation
choice-training_wanted-welding = Welding
choice-training_wanted-sewing = Sewing
choice-training_wanted-food_handling = Food handling
choice-training_wanted-quality = Measuring and quality
choice-training_wanted-maintenance = Maintenance
choice-training_wanted-digital = Computers and controls
choice-training_wanted-language = Language at work
choice-training_wanted-lead = Leading a team
choice-apprenticeship-interested = Would like to know more
choice-apprenticeship-yes = Yes, a registered one



## Own pages: coming in, home, referral

# Coming in

sign-in-title = Sign in to your pages
sign-in-lead = We send you a code. There is no password
sign-in-address = Your e-mail address
sign-in-number = Your telephone number
sign-in-either = Your e-mail address or telephone number
sign-in-contact-hint = the one you gave us
sign-in-send = Send me a code
sign-in-letter = I have a code from a letter or a call
sign-in-call = No code, or it does not work? Call us
sign-in-away = You were away for a while. Sign in to go on
sign-in-away-typed = You were away for a while. Sign in and your text is still here
sign-in-no-way-title = Sign in with a code from us
sign-in-no-way = This office does not send codes by e-mail. Call us: we read a code out to you, or mail it in a letter
sign-in-bad-address = Write your e-mail address, such as name@example.org
sign-in-bad-either = Write your e-mail address, or your telephone number with its area code
sign-in-code-title = Type the code
sign-in-code-lead = If we have this address or number, a code is on its way. It has six digits and works for ten minutes
sign-in-code = Code
sign-in-code-hint = six digits
sign-in-stay = Stay signed in on this device for 30 days, to see where things stand
sign-in-stay-hint = Only on a telephone of your own: whoever holds it can see where your requests stand. Everything else asks for a new code
sign-in-open = Sign in
sign-in-another = Send me another code
sign-in-wrong = This code is wrong, used, or older than ten minutes. Ask for a new one
sign-in-resting = Too many wrong codes. Ask for a new one; if that does not help, wait half an hour or call us
sign-in-made-up = Demo: everyone here is made up. The code that would be sent is { $code }
sign-in-made-up-none = Demo: everyone here is made up. Nobody here gets a code at this address now
sign-in-who-title = Who are you?
sign-in-who = Several people share this address or number. Choose your name
sign-in-who-unnamed = Another person
sign-in-mail-subject = { $organization }: your code
sign-in-mail = Your code is { $code }
sign-in-mail-else = It works for ten minutes, on the page that asked for it. If you did not ask for a code, do nothing.
sign-in-text = { $organization }: your code is { $code }. It works for ten minutes.

# On every page of their own

own-sign-in-all = Sign in to see all of your requests
code-by-mail = No letter? Get a code by e-mail or text
stopped-new-link = Send me a new link
stopped-asked = If this was your link, a new one is on its way to the address we have. No news? Call us
told-new-link = Here is a new link to your page.
letter-quick = On a telephone that is not your own, open { $address } and type the reference and the short code { $code }. It tells how your request stands, shows no name, and can change nothing
own-home = Your pages
own-sign-in = Sign in
own-sign-out = Sign out
own-closes = On a telephone that others use too, sign out when you are done. You are signed out after 30 minutes without a press
own-more = More of your pages

# The first page

home-things = { $n ->
    [0] You have nothing to do now
    [one] You have one thing to do
   *[other] You have { $n } things to do
}
home-about = Your request for { $need }
home-share = May we share this?
home-see-words = Read what would be shared, and with whom
home-share-yes = Yes, share this
home-share-no = No, do not share
home-renew-title = Your permission ends soon
home-renew-why = To go on, let { $org } see the same things for as long again. Do nothing, and it ends{ $on-until }
home-your-move = It is your turn
home-answer = Answer
home-open = What goes on
home-over = What is over
home-news = Last news: { $day }
home-nothing-yet = No request yet
home-nothing-yet-more = When your advisor starts a request for you, you see here where it stands
home-nothing-open = Nothing is under way now
home-remembered = You see where things stand. To answer or to change something, sign in with a new code

devices-title = Where you are signed in
devices-none = No device stays signed in
devices-by-mail = A device, since { $since }, until { $until }, with a code by e-mail
devices-by-text = A device, since { $since }, until { $until }, with a code by text
devices-end = Sign out everywhere
devices-end-hint = Every device and every open page of yours is closed, this one too

kept-title = Your text is still here
kept-lead = You were away for a while, so it was not sent. Send it now, or throw it away
kept-text = What you typed
kept-send = Send it now
kept-drop = Throw it away
kept-waits = Something you typed was not sent yet

# The page of a request

ball-title = Who has the next move
ball-partner = { $org } has the next move{ $by }
ball-advisor = { $advisor } has the next move{ $by }
ball-third-party = We are all waiting for someone else{ $by }
ball-nobody = Nobody has to do anything now
ball-paused = The time { $org } has to answer has stood still since { $since }
usual-not-enough = Not enough cases yet to say how long { $org } takes
usual-then-remind = If that day is over, you can remind them here
remind-them = Remind them

asked-remind = You reminded them on { $day }
asked-not-contacted = You told us on { $day } that no one contacted you. Your advisor calls them
asked-not-contacted-done = You told us on { $day } that no one contacted you. Your advisor saw to it
asked-wrong = You told us on { $day } that something is wrong. Your advisor looks at it
asked-wrong-done = You told us on { $day } that something is wrong. Your advisor saw to it

can-title = What can happen next
can-be-sent = { $advisor } writes it down and asks you. It is sent only if you say yes
can-say-yes = { $org } says yes. Then they contact you
can-waitlist = { $org } says yes, with a waiting list. Then you keep your place and hear when it is your turn
can-ask = { $org } asks for one more thing first. Then we tell you what it is
can-say-no = { $org } says no. Then we tell you why, and { $advisor } offers you another way
can-start = Work starts. You hear the day and the next step
can-pause = It goes on pause. You keep your place and hear until when
can-fail = It does not work out. Then we tell you why, and { $advisor } talks with you about other ways
can-finish = { $org } says that it is done. Then we ask you if that is right
can-go-on = It goes on. You hear the day and the next step
can-answer = You tell us if it helped. You can change your answer later

contact-at = Your contact at { $org } is { $name }
contact-call = Call { $name }

values-title = The exact words and numbers
values-before = Anyone we ask sees this
values-open = { $org } sees this too
values-after = After a yes, { $org } sees this too
values-work = Kind of work
industry-manufacturing = Manufacturing
industry-311 = Food
industry-312 = Drinks and tobacco
industry-313 = Yarn and cloth
industry-314 = Things made of cloth
industry-315 = Clothes
industry-316 = Leather goods
industry-321 = Wood products
industry-322 = Paper
industry-323 = Printing
industry-324 = Products of oil and coal
industry-325 = Chemicals
industry-326 = Plastics and rubber
industry-327 = Glass, clay and stone products
industry-331 = Raw metal
industry-332 = Metal products
industry-333 = Machines
industry-334 = Computers and electronics
industry-335 = Electrical equipment
industry-336 = Vehicles
industry-337 = Furniture
industry-339 = Other products
industry-with-code = { $industry } ({ $code })
values-size = People who work there
values-area = Area

size-one = 1 person
size-range = { $from } to { $to } people
size-many = { $from } people or more
size-unknown = Not known
area-zip = ZIP codes beginning with { $digits }

history-title = What happened
history-taken-back = Taken back

by-you = You
by-calendar = By the calendar
by-report = Written down by { $name }
by-program = { $name }, { $program }
by-partner = { $name }, { $org }

did-create = Your request was written down
did-request_consent = We asked if we may share with { $org }
did-give_consent = You agreed to share with { $org }
did-refuse_consent = You did not want to share
did-send = It was sent to { $org }
did-undo_send = Sending was taken back
did-discard = The draft was dropped
did-acknowledge = { $org } has it
did-accept = { $org } said yes
did-reject = { $org } said no
did-ask_information = { $org } asked for something
did-provide_information = The question was answered
did-withdraw = You stopped it
did-recall = We stopped it
did-auto_recall = It was stopped, because { $org } did not answer
did-start = Work started
did-progress = There was news from { $org }
did-hold = It went on pause
did-resume = It goes on
did-complete = { $org } says it is done
did-fail = It did not work out
did-undo_last = Correction: the update before this one was a mistake
did-confirm = You said how it went
did-reopen = It was opened again
did-record_next_step = The next step was agreed
did-re_refer = Another partner is tried
did-consent_lapses = Your permission to share ended
did-mark_error = It was taken out as a mistake

not-contacted = No one contacted me
wrong-title = Something here is wrong
wrong-what = What is wrong?
wrong-hint = your advisor reads it and puts it right
wrong-send = Tell my advisor
wrong-say-what = Say what is wrong, then press again
wrong-too-long = Write 2,000 characters at most
wrong-enough = We have this from you already, and look at it first. Call us if it is urgent

# Messages and asking, without a request at hand

threads-none-more = When you or your advisor write about a request, it stands here
ask-for-which = For which business?
ask-nobody = Ask your advisor: they write down with you what you need

# The quick look, without signing in

quick-title = A quick look without signing in
quick-lead = See how a request stands. No name is shown
quick-reference = Reference
quick-reference-hint = such as R-1187
quick-code = Short code
quick-code-hint = eight letters and digits, from your letter or your page
quick-look = Look
quick-again = Look at another one
quick-more = To see more or to answer, sign in
quick-wrong = This reference and this short code do not belong together. After ten wrong tries you have to wait 30 minutes
quick-how = Type this reference and this short code there. It shows how the request stands and no name, so it can be used on any telephone

## Own pages: profile, permissions, who looked, copy, complaint, helper

rights-pages = Your other pages
rights-leaves = Pages of the list
rights-newest = Newest
rights-older = Older
rights-save = Save
rights-not-known = Not known
rights-nothing = Nothing
rights-choose = Choose
rights-changed = Something here has changed since you opened the page, so nothing was saved. Look at it again, then try once more.
rights-you-help = You are here as a helper. You see what the person you help let you see.
rights-bad-empty = Fill this in.
rights-bad-long = This is too long, or has signs we cannot keep. Make it shorter.
rights-bad-choice = Choose one of the answers on the list.
rights-bad-day = Choose a day after today and before the last day it has now.
rights-bad-until = Choose a day from today on, a year ahead at most.
rights-bad-telephone = This is no telephone number. Write the digits, such as 555-0110.
rights-bad-email = This is no e-mail address. It looks like name@example.org.
rights-bad-number = Write a whole number, such as 12.
rights-too-many = Too many are open already. Wait for an answer, or call us.
rights-told-answer = { $phone ->
    [none] There is an answer for you on your own page. Sign in to read it.
   *[other] There is an answer for you on your own page. Sign in to read it, or call { $phone }.
}

rights-permissions-title = What you share
rights-permissions-lead = Nobody outside the program sees anything about you unless you said yes. Here is every yes you gave. You can stop each one on its own.
rights-live = You share now
rights-none-live = You share nothing now.
rights-over = Over
rights-permission = { $org }, for { $need }
rights-sees = They may see: { $items }.
rights-saw = They could see: { $items }.
rights-holds = You said yes on { $since }. It ends on { $until } at the latest.
rights-held = You said yes on { $since }. It ended on { $until }.
rights-yes-page = You said yes yourself, on your own page.
rights-yes-spoken = { $witness ->
    [none] You said yes in words.
   *[other] You said yes in words. { $witness } heard it.
}
rights-yes-paper = You said yes on paper.
rights-exact-words = The exact words you agreed to
rights-renew = Renew it
rights-renew-lead = This yes ends soon, or has ended. Renew it, and they see the same things for as long again. Do nothing, and it ends.
rights-shorten = End it earlier
rights-last-day = Last day
rights-stop = Stop sharing
rights-stop-now = Stop sharing with { $org }
rights-stops = They can no longer open your information here, and this request stops. You can ask for help again at any time.
rights-was-read = They have opened your request. What they have read cannot be unread.
rights-not-read = They have not opened your request, so nothing was shared.
rights-totals-title = Totals are a choice of their own
rights-totals = Nothing on this page decides about totals. Who you are is counted in totals only if you answered those questions yourself. You can change or delete those answers on their own page, and it does not change what you share here.

rights-looked-title = Who looked
rights-looked-lead = Whenever somebody opens what is known of you, it is written down: which organization, in what role, on which day, what they saw, and why. Names of other people are never shown.
rights-looked-none = Nobody has looked yet.
rights-looked-lists = Lists and searches that show only the name of your business are not written down here.
rights-looked-ask = Ask about this
rights-looked-question = I want to ask about this: { $who } looked on { $day }.
rights-by-advisor = Your advisor at { $program }
rights-by-colleague = Another advisor at { $program }
rights-by-manager = A manager at { $program }
rights-by-steward = The person who guards people's data here
rights-by-admin = The person who runs this system
rights-by-system = A computer system that { $program } uses
rights-saw-record = The page of your business: how to reach you, services, requests and notes. Why: to help you.
rights-saw-referral = { $reference ->
    [none] Your request and its messages. Why: to work on it.
   *[other] Your request { $reference } and its messages. Why: to work on it.
}
rights-saw-letter = { $reference ->
    [none] A letter or a code for you. Why: so that you can open your pages.
   *[other] A letter or a code for { $reference }. Why: so that you can open your pages.
}
rights-saw-request = { $reference ->
    [none] What you need, without your name. Why: to say whether they can help.
   *[other] What you need in { $reference }, without your name. Why: to say whether they can help.
}
rights-saw-contact = { $reference ->
    [none] What you agreed to share. Why: to help you.
   *[other] What you agreed to share in { $reference }. Why: to help you.
}
rights-saw-file = { $reference ->
    [none] A line about you in a file of their requests. Why: to keep their own list.
   *[other] A line about { $reference } in a file of their requests. Why: to keep their own list.
}
rights-saw-taken-out = A line about you in a file of the program's clients, taken out by staff. What you said about who you are was not in it, and no notes. Why: to work with the program's records.
rights-saw-report = Figures over all clients. You were counted; your name was not shown. Why: to see whom the program reaches.
rights-saw-secret = { $reference ->
    [none] The confidential part, after a signed agreement. Why: to help you.
   *[other] The confidential part of { $reference }, after a signed agreement. Why: to help you.
}
rights-saw-import = A file that brought what is known of you into this program. Why: to begin.
rights-saw-notice = A notice that we wrote to you. Why: to send it.
rights-saw-correction = What you asked us to correct. Why: to answer you.
rights-saw-complaint = A complaint of yours. Why: to answer you. Nobody else who owns your business sees this line.

rights-profile-title = About you and your business
rights-profile-lead = This is what we know of you. If something is wrong, say so here.
rights-field-name = Name
rights-field-telephone = Telephone
rights-field-email = E-mail
rights-field-language = Language you read
rights-field-channel = How you like to hear from us
rights-field-business = Name of the business
rights-field-product = What it makes
rights-field-address = Address
rights-field-workers = Number of workers
rights-field-ownership = Your share
rights-any-way = Any way
rights-by-phone = Phone call
rights-by-text = Text message
rights-by-email = E-mail
rights-by-letter = Letter
rights-seen-contact = Who sees this: your advisor and the program. A partner sees it only where you said yes.
rights-seen-business = Who sees this: your advisor and the program. Before a yes of yours a partner sees only the kind of work, about how many people work there, and the area.
rights-email-new = New e-mail address
rights-email-mail = Mail a code to the new address
rights-email-ask = Codes to sign in go to this address. To change it, ask for it below, and your advisor confirms it. Or come in with a code that we mail to you: then you can change it yourself.
rights-email-unsent = This office sends no e-mail, so no code can go to a new address. To change the address, ask for it below, and your advisor confirms it.
rights-code-mailed = If { $address } can get mail, a code is on its way there. It works for ten minutes.
rights-code = Code
rights-email-take = Use the new address
rights-code-wrong = This code is wrong, used, or older than ten minutes.
rights-code-resting = Too many wrong codes. Wait half an hour, then ask for a new one.
rights-email-wait = You asked for many codes just now. Wait a quarter of an hour, then ask again.
rights-email-letter = { $program }: your code is { $code }. It works for ten minutes. Type it on your own page to use this address from now on. If you did not ask for it, do nothing.
rights-email-changed = { $phone ->
    [none] { $program }: codes to sign in go to another address from now on. If it was not you who changed this, tell us at once.
   *[other] { $program }: codes to sign in go to another address from now on. If it was not you who changed this, call { $phone } at once.
}
rights-correct = Something is wrong
rights-correct-lead = Say what it should be. Your advisor answers within 5 working days. What stood there before stays in the history.
rights-correct-what = What is wrong?
rights-correct-value = What should it say?
rights-correct-ask = Ask for the correction
rights-corrections = What you asked us to correct
rights-correction = { $fact }: you asked for "{ $new }".
rights-correction-open = We answer by { $day }.
rights-corrected = Corrected
rights-kept = Left as it was
rights-call-why = Call us to ask why.
rights-answers-title = Who you are
rights-answers = What you said about who you are is kept apart, and counted only in totals. It stands on a page of its own that opens with a code we mail to you. It is in no copy and on no other page.

rights-copy-title = Your copy
rights-copy-lead = Take a copy of all that is known of you: your data, requests, messages, permissions, who looked, corrections and complaints. It takes less than a minute.
rights-copy-page = Copy to read
rights-copy-csv = For a spreadsheet
rights-copy-json = For other programs
rights-copy-notes = The copy has every note that the team shares. It does not have notes that one member of staff keeps for themselves.
rights-copy-wait = You took many copies just now. Wait a quarter of an hour, then take another.
rights-close-title = Close your account
rights-close-lead = You can ask that what is known of you be deleted. Your open requests stop then. What partners have read cannot be unread, and services stay counted without your name.
rights-close-ask = Ask to delete what is known of me
rights-close-open = You asked us to delete what is known of you. We answer by { $day }.
rights-close-back = I changed my mind
rights-part-you = You
rights-part-businesses = Your businesses
rights-part-requests = Your requests
rights-part-told = What you were told
rights-part-notices = Notices to you
rights-part-messages = Messages
rights-part-ratings = Your answers about how it went
rights-part-permissions = Permissions to share
rights-part-services = Services
rights-part-notes = Notes of the team
rights-part-trainings = Trainings you came to, and at how many sessions
rights-part-promises = What we promised to do
rights-part-resources = Money, hours, space and other help asked for or given
rights-part-documents = Signed papers
rights-part-kept = Everything else, as our files hold it
rights-kept-lead = Here each line is one fact, under the name it has in our files. Those names are the same in every language. Call us if you want to know what one of them means.
rights-withheld = Withheld, because it is about somebody else or was written by somebody else: { $count }
rights-withheld-words = (withheld: about somebody else)
rights-resource-grant = Grant
rights-resource-loan = Loan
rights-resource-equity = Money for a share of the business
rights-resource-fee-waiver = A fee that you do not pay
rights-resource-space = Space
rights-resource-lab-time = Time in a lab
rights-resource-equipment-time = Time on a machine
rights-resource-training = Training
rights-resource-advice = Advice
rights-resource-in-kind = Goods or work instead of money
rights-amount-minutes = Minutes: { $number }
rights-amount-square-feet = Square feet: { $number }
rights-amount-lab-minutes = Minutes in a lab: { $number }
rights-part-place = Your place and lease
rights-part-corrections = Corrections
rights-part-complaints = Complaints
rights-part-helpers = Helpers
rights-col-day = Day
rights-col-what = What
rights-col-value = Value
rights-col-who = Who
rights-col-words = Words
rights-col-reference = Reference
rights-col-kind = Kind of help
rights-col-fields = What is shared
rights-col-how = How
rights-col-since = Since
rights-col-until = Until
rights-col-ended = Ended
rights-col-minutes = Minutes
rights-col-amount = Amount
rights-col-applied = Asked for
rights-col-awarded = Promised
rights-col-delivered = Given
rights-col-day-awarded = Day promised
rights-col-day-delivered = Day given
rights-col-day-refused = Day of the no
rights-col-signed = Signed by
rights-col-record = Record
rights-col-old = Before
rights-col-new = Asked for
rights-col-answer = Answer
rights-col-program = Program

rights-help-title = Help and complaints
rights-call = Call us
rights-your-advisor = { $advisor } of { $program } is your advisor.
rights-call-program = Call { $program }
rights-hours = Office hours
rights-steward = The person who guards people's data here
rights-complain = Complain to somebody else
rights-complain-lead = { $hears } reads this, and answers within 10 working days. Your advisor does not see it on any page. It changes nothing about the help you get.
rights-complain-nobody-else = Nobody works here who has no part in your requests. So somebody who works with you may read this. You can also call us and ask who else could hear it.
rights-complain-words = What happened?
rights-complain-send = Send the complaint
rights-complaint = Complaint { $number }, { $day }
rights-complaint-open = We answer { $number } by { $day }.
rights-complaint-answer = Our answer to { $number }, { $day }:
rights-words-mean = What the words mean
rights-word-advisor = Advisor
rights-means-advisor = Somebody at the program who works with you.
rights-word-partner = Partner
rights-means-partner = Another organization that may help you, such as a landlord, a lender or a school.
rights-word-request = Request
rights-means-request = What you need, when we ask a partner to help you with it.
rights-word-permission = Permission
rights-means-permission = Your yes that we share something with one partner, for one request, until a day.
rights-word-code = Code
rights-means-code = Letters and digits that open your pages. Do not give it to anybody you do not trust.
rights-word-helper = Helper
rights-means-helper = Somebody you choose to see your requests with you, or to act for you.

rights-helpers-title = Somebody who helps you
rights-helpers-lead = Somebody you trust can see your requests, or act for you, with a code of their own. You see what they do. You can end it at any time.
rights-level-see = See my requests
rights-level-act = See my requests and act for me
rights-helper-until = Until { $day }.
rights-helper-over = Over.
rights-helper-witness = { $witness } heard you say so.
rights-helper-end = End the help of { $name }
rights-helper-invite = Invite somebody
rights-helper-name = Their name
rights-helper-level = What may they do?
rights-helper-never = A helper never sees your permissions, who looked, your copy, or who you are, and never says yes to sharing for you.
rights-helper-last = Last day, { $day } at the latest
rights-helper-make = Make their code
rights-helpers-did = What they did for you
rights-did = { $name }, for you: { $what }
rights-did-message = wrote a message
rights-did-request = asked for help
rights-did-stop = stopped a request
rights-did-confirm = said whether it helped
rights-did-answer = answered a question
rights-did-other = changed something
rights-code-once = Give this to { $name }. It is shown only once. They type it at { $address }.
rights-come-title = Come in as a helper
rights-come-lead = Somebody trusts you to help them, and gave you a code. What you do here is shown to them with your name.
rights-come-name = Your name
rights-come-reference = Reference
rights-come-open = Open
rights-come-wrong = This reference and this code open nothing together. Check both, or ask the person you help.




## Who you are: questions and the notice

self-count = { $of ->
    [1] One question, optional
   *[other] Question { $n } of { $of }, all optional
}
self-lead = You choose whether to answer. Your answer does not change the help you get
self-why-head = Why we ask
self-why = Public money pays for this program. We count who gets space, funding and services, so that people who are left out can be seen and the program can be changed
self-who-head = Who can see it
self-staff = Advisors, managers, lenders and landlords cannot see your answer
self-own-eyes = Only you can read it again, on your own pages, after we e-mail a code to you
self-glass = In an emergency, the person who guards people's data here can look at it, but only after a second person agrees. We tell you each time
self-office = { $outside ->
    [none] This office is small, and people who guard data here also work with clients. The reason: { $reason }
   *[other] This office is small, and people who guard data here also work with clients. The reason: { $reason }. Somebody from outside has to agree first: { $outside }
}
self-office-ended = People who guard data here no longer work with clients
self-totals = Reports show totals only, never a group of fewer than { $k } businesses
self-no-file = This program sends no file with your answer to anyone
self-file = { $recipient } gets a file with exact totals, without names. The rule: { $authority }. It counts: { $questions }
self-file-numbered = { $recipient } gets what each client answered, with a client number and ZIP code, without names. The rule: { $authority }. The file holds: { $questions }
self-file-named = { $recipient } gets what each client answered, with name and contact details. The rule: { $authority }. The file holds: { $questions }
self-file-plain = { $recipient } gets a file of totals about the work of this program. Nothing that you answer here is in it. The rule: { $authority }
self-file-business = { $recipient } gets a row about your business, without names: what you make, how many people work there, and the hours of help. Nothing that you answer here is in it. The rule: { $authority }
self-file-business-named = { $recipient } gets a row about your business, with name and contact details: what you make, how many people work there, and the hours of help. Nothing that you answer here is in it. The rule: { $authority }
self-file-ended = { $recipient } gets no file any more
self-never-decides = It is never used to decide who gets help, and never sold
self-never-link = What we never ask and never keep
self-mark-all = Choose all that fit you. One is enough
self-mark-one = Choose one
self-detail = Add detail
self-for-example = For example: { $examples }
self-own-words = In your own words
self-own-words-hint = Optional. We keep your words as you write them
self-decline = I prefer not to answer
self-decline-hint = That is fine. We record that you were asked, nothing more
self-save-next = Save and go on
self-save = Save my answer
self-skip = Skip this page
self-foot = You can change or delete your answer at any time from the same link
self-foot-inside = You can change or delete your answers here at any time
self-ask = Ask us:
self-standard = The seven groups come from the federal standard of 2024 (OMB SPD 15), so cities can compare results
self-error = Error: { $title }
self-fix = Something to put right
self-wrong-none = Tick at least one box, or that you prefer not to answer. You can also skip this page
self-wrong-both = You ticked a box and also that you prefer not to answer. Leave one of them
self-wrong-list = Choose from the boxes below
self-wrong-long = This text may have { $most } letters. It has { $length }. Make it shorter
self-wrong-sign = There is a sign in the text that cannot be shown. Type it again without it
self-wrong-words-only = Tick the box that is nearest to your words, so that we can count your answer too
self-wrong-notice = What we tell you has changed since you opened this page. Read it again, then save. Nothing was saved yet
self-answered = You answered this question on { $day }. This page does not show what you said. Answer again to change it
self-answered-read-out = On { $day }, somebody of our team wrote down what you said. This page does not show it. Answer yourself to change it
self-delete-one = Delete my answer
self-delete-all = Delete all my answers
self-saved-head = Saved
self-saved = Change or delete it at any time
self-skipped-head = Skipped
self-skipped = You can answer at any time. What you saved before stays
self-deleted-head = Deleted
self-deleted = What you said is gone. You can answer again at any time
self-kept-head = Kept
self-kept = From now on your answers are used as this page says
self-close = You can close this page now
self-questions = The questions
self-answer = Answer
self-change = Answer again
self-not-answered = No answer saved
self-on = Saved on { $day }
self-on-read-out = Written down by our team on { $day }, as you told it
self-on-released = Known since { $day } from a file that another office gave out
self-under-earlier = You gave it before what we tell you changed
self-changed-head = What we tell you has changed
self-changed-words = You answered under an earlier text. Please read the one below
self-changed-until = Until you decide, your answers are used only as we told you before
self-keep = Keep my answers
self-keep-mailed = To keep your answers as they are, sign in with a code that we e-mail to you. Others may have held a link, a letter or a text, so here you can only answer again or delete
self-keep-sign-in = Sign in with an e-mailed code
self-change-below = To change an answer, answer the question again below
self-sitting = This device was handed to you. After the last page it is closed, and nobody can open your answers on it
self-stop = Stop here
self-back-head = Thank you
self-back = You are done. Please give the device back
self-back-closed = Your answers cannot be opened from here any more
self-never-head = What we never ask and never keep
self-never-lead = Nobody who works here may ask you for any of this, and there is no place in our records for it
self-never-status = Immigration status
self-never-birth = Country of birth
self-never-number = Social Security number or ITIN
self-never-nation = Nationality
self-never-why = What is not kept cannot be taken, asked for by others, or used against you
self-never-told = If somebody asks you for one of these, you need not answer. Please tell us
self-mine-head = What you told us about you
self-mine-letter = You came with a code from a letter, and such a code passes through our hands. So this page says when you answered, not what. To read your answers, sign in with a code that we e-mail to you
self-mine-hidden = We do not show this here. It was saved with a link, a letter or by staff, or your e-mail address was changed since, and whoever set the address could read your code. Answer again here to see it here, or delete it
self-mine-declined = You preferred not to answer
self-mine-skipped = You skipped this page
self-mine-unknown = Nothing is known
self-to-home = Back to your pages
self-link-text = { $program }: a private page about you, if you like. Your advisor does not see what you answer. {"{link}"}
self-told-changed = You told us about who you are. Since then, what we tell people first has changed: who can see answers, or which files we must send. Until you decide, your answers are used only as we told you before. Please read the new text, and answer again or delete your answers: {"{link}"} To keep them as they are, sign in to your pages with a code that we e-mail to you. This page does not show what you answered.
self-told-read-out = On { $day }, somebody of our team wrote down what you said about who you are, as you read it out. It was not kept on their screen, and they cannot open it again. You can change or delete it: {"{link}"} If you did not say anything, please tell us.
self-name-race = race and ethnicity
self-name-sex = sex
self-name-disability = disability
self-name-veteran = veteran status
self-name-military = military status
self-name-household = household size
self-name-income = household income
self-name-sedi = self-certification for a federal program
self-question-race = What is your race and/or ethnicity?
self-question-sex = What is your sex?
self-question-disability = Do you have a disability?
self-question-veteran = Did you serve in the U.S. armed forces, and are you out of service now?
self-question-military = What fits you best: serving in the U.S. armed forces, before or now?
self-question-household = How many people live in your household?
self-question-income = What was your household's income before taxes in the last 12 months?
self-question-sedi = For a federal program (SSBCI): does one of these fit you?
self-choice-race-aian = American Indian or Alaska Native
self-choice-race-asian = Asian
self-choice-race-black = Black or African American
self-choice-race-hisp = Hispanic or Latino
self-choice-race-mena = Middle Eastern or North African
self-choice-race-nhpi = Native Hawaiian or Pacific Islander
self-choice-race-white = White
self-choice-sex-female = Female
self-choice-sex-male = Male
self-choice-disability-yes = Yes
self-choice-disability-no = No
self-choice-veteran-veteran = Yes, I am a veteran
self-choice-veteran-non-veteran = No
self-choice-military-active-duty = Active duty
self-choice-military-guard = Member of the National Guard
self-choice-military-reserve = Member of the Reserve
self-choice-military-no-service = No military service
self-choice-military-disabled-veteran = Veteran with a disability from service
self-choice-military-spouse = Spouse of a military member
self-choice-military-veteran = Veteran
self-choice-household-8 = 8 or more
self-choice-income-extremely-low = Up to the amount in column A (extremely low)
self-choice-income-low = More than A, up to B (low)
self-choice-income-moderate = More than B, up to C (moderate)
self-choice-income-above = More than the amount in column C
self-choice-sedi-group = I belong to a group that had less access to credit for reasons such as race, ethnicity, gender, veteran status, limited English or disability
self-choice-sedi-residence = I live in a CDFI Investment Area
self-choice-sedi-location = The business is, or will be, in a CDFI Investment Area
self-choice-sedi-none = None of these
self-limits-head = Income limits for { $area }, { $year }. Find the row with the size of your household
self-limits-size = People in the household
self-example-aian = Navajo Nation, Blackfeet Tribe, Maya, Native Village of Barrow
self-example-asian = Chinese, Asian Indian, Filipino, Vietnamese, Korean
self-example-black = African American, Jamaican, Haitian, Nigerian, Ethiopian
self-example-hisp = Mexican, Puerto Rican, Salvadoran, Cuban, Dominican
self-example-mena = Lebanese, Iranian, Egyptian, Syrian, Iraqi
self-example-nhpi = Native Hawaiian, Samoan, Chamorro, Tongan, Fijian
self-example-white = English, German, Irish, Italian, Polish

## Behind the wall: what was opened, sent or deleted

wall-text = { $phone ->
    [none] { $program }: there is news.
   *[other] { $program }: there is news. Call { $phone }.
}
wall-opened = { $phone ->
    [none] On { $day }, the person who guards people's data here looked at what you told us about who you are. A second person agreed to it first. You can ask us why at any time.
   *[other] On { $day }, the person who guards people's data here looked at what you told us about who you are. A second person agreed to it first. To ask why, call { $phone }.
}
wall-filed = { $phone ->
    [none] On { $day }, what you told us about who you are was counted in a file that a rule makes us send. You were told of that before you answered. You can ask us why at any time.
   *[other] On { $day }, what you told us about who you are was counted in a file that a rule makes us send. You were told of that before you answered. To ask why, call { $phone }.
}
wall-sent = { $phone ->
    [none] On { $day }, what you told us about who you are went into a file that a rule makes us send. You were told of that before you answered. You can ask us why at any time.
   *[other] On { $day }, what you told us about who you are went into a file that a rule makes us send. You were told of that before you answered. To ask why, call { $phone }.
}
wall-row = { $phone ->
    [none] On { $day }, a row about your business went into a file that a rule makes us send. What you told us about who you are was not in it. You can ask us why at any time.
   *[other] On { $day }, a row about your business went into a file that a rule makes us send. What you told us about who you are was not in it. To ask why, call { $phone }.
}
wall-held = { $phone ->
    [none] You asked us to delete what we know about you. We cannot do it yet: a rule makes us keep it for now. You can ask us why at any time.
   *[other] You asked us to delete what we know about you. We cannot do it yet: a rule makes us keep it for now. To ask why, call { $phone }.
}

## What came of it: outcomes, and whether they are right

outcome-told = { $phone ->
    [none] We wrote down something that came of your work with us. Please tell us if it is right: {"{link}"} It takes one tap. The link works for 30 days. Anyone who has it can see the page.
   *[other] We wrote down something that came of your work with us. Please tell us if it is right: {"{link}"} It takes one tap. The link works for 30 days. Anyone who has it can see the page. Questions? Call { $phone }.
}
outcome-title = Is this right?
outcome-lead = We wrote this down about your business. Please say if it is so
outcome-before = Before
outcome-after = After
outcome-how-much = How much
outcome-not-known = Not known
outcome-words = More about it, as your advisor wrote it
outcome-people = People: { $number }
outcome-helped = Did we help with this?
outcome-helped-a-lot = Yes, a lot
outcome-helped-some = Yes, some
outcome-helped-no = No
outcome-helped-cannot-say = I can't say
outcome-right = Yes, that is right
outcome-different = No, something is different
outcome-if-different = If something is different
outcome-figure = Your own figure
outcome-effect = Your answer stands beside what was written down. It changes nothing about the help you get
outcome-thanks = Thank you
outcome-answered = You answered on { $day }
outcome-said-right = You said that it is right
outcome-said-different = You said that something is different
outcome-again = You can answer again at any time. Your last answer holds
outcome-list-title = What came of it
outcome-list-lead = What we wrote down about your business. You can say of each if it is right
outcome-list-none = Nothing is written down yet
outcome-waits = Please say if this is right
outcome-choose = Say if it is right, or if something is different
outcome-list-back = What came of it, all of it
outcome-figure-wrong = Write a number, such as 24
outcome-kind-jobs_created = Jobs created
outcome-kind-jobs_retained = Jobs kept
outcome-kind-sales_change = Change in sales
outcome-kind-capital_loan = Money raised: a loan
outcome-kind-capital_equity = Money raised: from an investor
outcome-kind-capital_grant = Money raised: a grant
outcome-kind-capital_owner = Money raised: the owner's own
outcome-kind-contract_won = Contract won
outcome-kind-lease_signed = Lease signed
outcome-kind-space_kept = Space kept
outcome-kind-licence = License signed
outcome-kind-patent = Patent
outcome-kind-product_launched = New product
outcome-kind-certification = Certificate
outcome-kind-business_started = Business started
outcome-kind-building_bought = Building bought
outcome-kind-equity_kept = Share of the business that its owners kept
outcome-kind-employee_ownership = Ownership by the workers
outcome-kind-closure = Business closed
rights-part-outcomes = What came of it
rights-part-outcome-answers = What you said about it

rights-part-brings = What you bring for it
rights-col-match = Match, your own part
rights-col-deposit = Deposit
rights-col-fees = Fees
rights-col-guarantee = Guarantee
rights-col-guarantee-amount = Guarantee for
rights-guarantee-none = None
rights-guarantee-personal = Personal guarantee
rights-guarantee-third-party = Somebody else vouches
rights-guarantee-collateral = Collateral

member-title = Your words about yourself
member-lead = You have a seat on { $body } of { $program }. Here you can say in public who you are, if you want to.
member-where-title = Where your words will stand
member-where = If you agree, your name, your seat and your words stand in the section “Who decides” of the reports of { $program }, and on the page of { $body } that managers of the program see.
member-readers = Reports are read by people who work for the program, by those who give money, and by the public.
member-yours = Only you write these words. Nobody else can write or change them. They are shown as you wrote them and are counted nowhere. You do not have to say anything.
member-taken-back = You can change your words or take them back at any time on this page. They are then gone at once from the program’s pages and from every report made later. A report that was released while you agreed keeps them, and a file that somebody already has cannot be called back.
member-field = In your own words
member-most = at most 300 characters
member-agree = I agree that my name, my seat and these words stand there
member-save = Show my words
member-agree-first = Tick the box if you agree. Without it nothing is kept
member-words-missing = Write your words first. If you want to say nothing, leave this page: nothing is kept
member-too-long = Shorten your words to 300 characters. They have { $has }
member-shown = Your words have been shown since { $day }.
member-none = No words of yours are shown.
member-withdraw = Take my words back
member-name-title = Your name
member-name-words = The program keeps your name with your seat and your term. You can have it removed: your words go with it, and the seat and its term stay without a name.
member-name-remove = Remove my name
member-name-gone = Your name and your words were removed. The seat and its term stay without a name.
member-ends = This link works until { $day }.

## Own pages: what is counted

indicator-title = What is counted
indicator-lead = These figures say how the program does. You propose what should be counted and say what matters most; a board decides. No figure says who anybody is
indicator-all = Proposed and chosen
indicator-none = Nothing is proposed yet
indicator-chosen = Chosen
indicator-proposed = Proposed
indicator-not-chosen = Not chosen
indicator-retired = Not looked at any more
indicator-undefined = Nobody has said yet how it can be counted
indicator-words-gone = Words taken back
indicator-about = About it
indicator-back = What is counted, all of it
indicator-stands = Where it stands
indicator-by = Proposed by
indicator-in-words = In their own words
indicator-why = Why it matters
indicator-before = How it was before
indicator-baseline = { $figure } in { $year }. Source: { $source }
indicator-decided-by = Who decided
indicator-decided = { $body }, { $day }
indicator-again = How it is counted was changed since a board decided. It waits for another decision
indicator-retired-why = Why nobody looks at it any more
indicator-figures = The figures
indicator-period = Period
indicator-figure = Figure
indicator-last = { $period }: { $figure }
indicator-target = Target: { $figure } by { $day }
indicator-reached = Target reached
indicator-no-figure = No figure: there is nothing to compare with
indicator-running = not over yet
indicator-exact = Every figure is counted from what is written down, without a word on who anybody is
indicator-month = { $month } { $year }
indicator-quarter = Quarter { $quarter } of { $year }
indicator-each-month = each month
indicator-each-quarter = each quarter
indicator-each-year = each year
indicator-sentence = { $counted }, { $often }
indicator-for-every = { $counted } for every { $many } of this: { $against }
indicator-average = { $counted }, on average for each of: { $against }
indicator-of-kind = { $what } ({ $kind })
indicator-in-place = { $what } in { $place }
indicator-paid-by = { $what }, paid by { $source }
indicator-rank-title = What matters most to you?
indicator-rank-lead = Put up to three proposals in order. Your business counts once, your last order holds, and nobody is shown who chose what
indicator-rank-first = First
indicator-rank-second = Second
indicator-rank-third = Third
indicator-rank-nothing = Nothing
indicator-rank-save = Save my order
indicator-rank-twice = You chose one proposal twice. Choose each one once
indicator-rank-gone = One of these is no proposal any more. Look at the list again and save your order
indicator-ranked-none = No business has ranked it yet
indicator-ranked = { $n ->
    [one] { $n } business ranks it
   *[other] { $n } businesses rank it
}
indicator-propose-title = Propose something
indicator-propose-words = What should be counted, and why?
indicator-propose-hint = In your own words. The program then says how it can be counted
indicator-propose-save = Propose it
indicator-named = Show my name beside it. Otherwise it only says that an entrepreneur wrote it
indicator-readers = Entrepreneurs and staff of the program can read it. Write nothing here that only you should know
indicator-missing = Write your words first
indicator-said = What people say
indicator-said-none = Nobody has said anything yet
indicator-say = Say something about it
indicator-say-save = Say it
indicator-take-back = Take it back
indicator-withdraw = Take my proposal back
indicator-you = You
indicator-client = An entrepreneur
indicator-from-program = { $name }, from the program
indicator-measure-clients-joined = Businesses that joined
indicator-measure-clients-served = Businesses served
indicator-measure-services = Talks and services
indicator-measure-contact-time = Hours with businesses
indicator-measure-trainings = Trainings held
indicator-measure-training-people = People at trainings
indicator-measure-outreach-reached = People we spoke to outside
indicator-measure-outreach-contacts = People outside who left a way to reach them
indicator-measure-referrals-sent = Requests sent to partners
indicator-measure-referrals-accepted = Requests that a partner said yes to
indicator-measure-referrals-completed = Requests that came to their end
indicator-measure-awards = Resources promised
indicator-measure-dollars-awarded = Dollars promised to businesses
indicator-measure-dollars-delivered = Dollars handed over to businesses
indicator-measure-space-delivered = Square feet handed over
indicator-measure-lab-time = Hours in a lab
indicator-measure-outcomes = What came of it
indicator-measure-jobs-created = Jobs created
indicator-measure-jobs-kept = Jobs kept
indicator-measure-capital-raised = Dollars that businesses raised
indicator-measure-contracts-won = Dollars of contracts that businesses won
indicator-kind-services-coaching = coaching
indicator-kind-services-loans-grants = loans and grants
indicator-kind-services-technology-transfer = new technology
indicator-kind-services-space = space
indicator-kind-services-certification = certificates
indicator-kind-services-hiring-training = hiring and training
indicator-kind-services-other = other help
indicator-kind-resources-grant = grants
indicator-kind-resources-loan = loans
indicator-kind-resources-equity = money for a share of the business
indicator-kind-resources-fee-waiver = fees waived
indicator-kind-resources-space = space
indicator-kind-resources-lab-time = time in a lab
indicator-kind-resources-equipment-time = time at machines
indicator-kind-resources-training = training
indicator-kind-resources-advice = advice by others
indicator-kind-resources-in-kind = goods and services
indicator-kind-outreach-event = events
indicator-kind-outreach-door-knock = door to door
indicator-kind-outreach-community-group = at community groups
indicator-kind-outreach-calls = calls and messages
indicator-kind-outreach-media = paper, radio and flyers
complaint-indicator-proposals = { $most } of your proposals wait for a decision already. Take one back first
complaint-indicator-comments = You have said { $most } things about this already. Take one back first
complaint-indicator-over = Nobody looks at this indicator any more. Propose another one
story-told = { $phone ->
    [none] May we tell others how it went for you? Please read the story first: {"{link}"} There you say yes or no, or what should be different. Nothing is shown unless you say yes. The link works for a year. Anyone who has it can see the page.
   *[other] May we tell others how it went for you? Please read the story first: {"{link}"} There you say yes or no, or what should be different. Nothing is shown unless you say yes. The link works for a year. Anyone who has it can see the page. Questions? Call { $phone }.
}
story-told-copy = { $phone ->
    [none] You said yes to a story about your business, and we wrote that down. Here you can read it, and take your yes back at any time: {"{link}"} The link works for a year. Anyone who has it can see the page.
   *[other] You said yes to a story about your business, and we wrote that down. Here you can read it, and take your yes back at any time: {"{link}"} The link works for a year. Anyone who has it can see the page. Questions? Call { $phone }.
}
story-told-ending = { $phone ->
    [none] Your permission to show a story about your business ends soon. If you do nothing, it ends. Here you can keep it for longer, or end it now: {"{link}"} The link works for a year. Anyone who has it can see the page.
   *[other] Your permission to show a story about your business ends soon. If you do nothing, it ends. Here you can keep it for longer, or end it now: {"{link}"} The link works for a year. Anyone who has it can see the page. Questions? Call { $phone }.
}
story-title = A story about your business
story-lead = { $program } would like to tell others how it went for you. Below it stands exactly as it would be shown. It is shown nowhere unless you say yes.
story-as-shown = As it would be shown
story-as-is = As it is shown
story-question = May { $program } show the story “{ $title }”, with the name “{ $named }”?
story-use-public = It stands on a public page that anybody can read. Search engines are asked to leave it out
story-use-reports = It stands in the reports of the program, for those who give money
story-use-export = It stands in a file that the program hands on
story-until = This permission ends on { $day } at the latest
story-take-back = You can take it back at any time, with one press. From that moment on it is shown nowhere
story-unread = What somebody has read or copied by then cannot be called back
story-no-effect = Your answer changes nothing about the help you get
story-agree-title = If you want it shown
story-where = Where may it stand?
story-last-day = Until when?
story-last-day-hint = a year at most
story-agree = Yes, show it
story-refuse-title = If you do not want it shown
story-refuse = No, do not show it
story-wish-title = If it should say something else
story-wish-field = What should be different?
story-wish = I want it different
story-choose-place = Tick at least one place
story-until-wrong = Choose a day after today, within one year
story-wish-missing = Write what should be different
story-choose = Say yes or no, or what should be different
story-shown-since = It has been shown since { $since }, and until { $until } at the latest
story-withdraw = Take it back now
story-see = See the public page
story-keep-title = Keep a story for longer
story-keep-lead = Your permission ends soon. Say yes again, and it holds until the day you choose. Do nothing, and it ends
story-state-live = It is shown
story-state-asked = You have not answered yet. It is shown nowhere
story-state-refused = You said no. It is shown nowhere
story-state-wished = You want it different. It is shown nowhere
story-state-withdrawn = It was taken back. It is shown nowhere
story-state-over = The permission is over. It is shown nowhere
story-state-draft = It is being changed. You are asked again before anything is shown
story-no-client = You are not a client of the program any more, so it is shown nowhere
story-your-wish = What you want different
story-list-title = Stories about your business
story-list-lead = Each is shown only while you agree, in exactly the words you agreed to
story-list-none = You have not been asked about a story
story-list-back = All stories about your business
story-public-foot = Told by { $program }, with permission until { $day } at the latest. It can be taken back at any time. This page is then gone.

## Without a name: what workers are asked

survey-title = Your work and your pay, without your name
survey-lead = { $program } asks people who work in local plants what they are paid and what they do. It takes two minutes
survey-promise-anonymous = Nobody asks for your name. We keep no name, no workplace, no telephone number and no address of your device with your answers
survey-promise-employer = Your employer never sees your answers. The advisors of the program do not see them either
survey-promise-totals = Only totals are shown, never of fewer than { $k } workers
survey-promise-destroyed = Until the totals are made, answers lie together under lock. Totals are made once, when the survey is over, and then all answers are destroyed
survey-promise-free = You need not answer anything. Nothing depends on it
survey-promise-back = Because nobody knows which answers are yours, they cannot be changed or taken back after you send them
survey-pay = What are you paid for one hour, before taxes?
survey-pay-why = To see whether work here pays enough to live on, and for whom it does not. If you are paid by the week, divide by the hours you work
survey-pay-below = Less than { $high }
survey-pay-between = { $low } to { $high }
survey-pay-above = { $low } or more
survey-pass = I leave this out
survey-job = What kind of work do you do most?
survey-job-why = To see which jobs pay enough, and who gets them
survey-job-51-0000 = Making things: machines, assembly, cutting, sewing, food
survey-job-49-0000 = Installing, maintaining and repairing
survey-job-53-0000 = Warehouse, packing, loading and driving
survey-job-17-0000 = Engineering, design, quality and laboratory
survey-job-43-0000 = Office, orders and bookkeeping
survey-job-41-0000 = Selling
survey-job-37-0000 = Cleaning and grounds
survey-job-11-0000 = Managing
survey-job-other = Something else
survey-race-why = To see whether work and pay are shared fairly. We keep the group you choose; if you choose several, only that it was several
survey-language = Which language do you speak most at home?
survey-language-why = To offer training and papers in the languages people speak
survey-language-choose = Choose a language
survey-once = Please send this once, for yourself only
survey-send = Send my answers
survey-wrong-none = Nothing is chosen yet. Choose at least one answer, or close this page
survey-thanks-head = Thank you
survey-thanks = Your answers were taken, without your name. Nobody can tell which are yours
survey-thanks-back = Nothing of them was kept on this device by this page
survey-over-head = This survey is over
survey-over = No answers are taken any more. Nothing was saved
survey-destroyed = The totals were made, and all answers were destroyed
survey-full = As many answers came as this survey takes. Nothing was saved
survey-crowded-head = Please try again later
survey-crowded = Many answers came from this network within the hour. Nothing was saved. Try again in an hour, or with your telephone's own connection
survey-soon-head = This survey has not begun
survey-soon = It begins on { $day }. Please come back then
survey-poster-head = What does your work pay? Tell us, without your name
survey-poster = Scan the code with your telephone. Two minutes. Your employer never sees your answers
survey-poster-until = Until { $day }
