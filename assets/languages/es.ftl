# Spanish as used in the United States: formal "usted", worded so that nobody's gender shows. "solicitud" (feminine) stands for both request and referral.

## The language itself

language-name = Español
language-direction = ltr
reviewed-by = none
reviewed-on = none

sentence-end = .
sentence-space = {" "}
list-comma = {", "}
list-and = { $first } y { $last }
list-or = { $first } o { $last }
number-group = ,
number-decimal = .
money = ${ $amount }
weekday = { $n ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
month = { $n ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
date-long = { $weekday } { $day } de { $month }
date-long-year = { $weekday } { $day } de { $month } de { $year }
date-short = { $day } de { $month }
date-short-year = { $day } de { $month } de { $year }

## Small phrases, each with the space before it

phrase-by = {" "}a más tardar el { $day }
phrase-by-over = {" "}(debía ser a más tardar el { $day })
phrase-until = {" "}hasta el { $day }
phrase-on = {" "}el { $day }
phrase-around = {" "}alrededor del { $day }
phrase-next = {" "}como siguiente paso
phrase-for-need = {" "}de ayuda con { $word }
phrase-with-need = {" "}con { $word }
phrase-what = : { $word }

the-partner = la organización asociada
your-advisor = su asesor o asesora
one-more-thing = una cosa más
work-is-done = El trabajo está hecho

## What it is for: after "ayuda con", "Usted pidió", "Usted necesita"

need-business_development = servicios para negocios
need-technology_transfer = nueva tecnología
need-real_estate = un local
need-workforce = contratación y capacitación
need-entrepreneurship = un programa de emprendimiento
need-training = capacitación

## Said in several places

nothing-to-do = Usted no tiene que hacer nada
nothing-to-do-now = Por ahora, usted no tiene que hacer nada
nothing-expected = No hace falta nada de su parte
ask-again = Puede volver a pedirlo cuando quiera
not-against-you = Esto no cuenta en su contra
clock-stops = Hasta entonces, se detiene el tiempo que { $org } tiene para responder
says-outcome = { $org } dice: { $outcome }
next-step-around = Lo que sigue: { $step }{ $around }
next-step-by = Lo que sigue: { $step }{ $by }
hear-more-around = Tendrá más noticias{ $around }

move-yours = Le toca a usted dar el próximo paso{ $by }
move-advisor = Le toca a { $advisor } dar el próximo paso. Por ahora, usted no tiene que hacer nada
move-partner = Le toca a { $org } dar el próximo paso. Por ahora, usted no tiene que hacer nada
move-third-party = Todos estamos esperando a alguien más. Por ahora, usted no tiene que hacer nada

## What is told at each step

told-reported = { $advisor } informó esto en nombre de { $org }
told-questions = ¿Tiene preguntas? Llame a { $advisor } al { $phone }
told-have-request = Tenemos su solicitud{ $for-need }
told-advisor-answers = { $advisor } le responderá{ $by }
told-nothing-shared-yet = No se comparte nada con nadie antes de que usted diga que sí
told-would-introduce = { $advisor } quisiera ponerle en contacto con { $org }
told-would-see-items = Esto es exactamente lo que verían: { $items }
told-would-see = Aquí puede ver exactamente lo que verían
told-can-say = Puede decir que sí, cambiarlo o decir que no{ $by }
told-agreed-items = Usted aceptó compartir esto con { $org }{ $until }: { $items }
told-agreed = Usted aceptó compartir con { $org }{ $until } lo que le mostramos
told-wrote-agreed-items = { $advisor } anotó que usted aceptó compartir esto con { $org }{ $until }: { $items }
told-wrote-agreed = { $advisor } anotó que usted aceptó compartir con { $org }{ $until } lo que le mostramos
told-advisor-sends = Ahora { $advisor } enviará la solicitud
told-can-undo = Puede deshacer esto durante 24 horas, y detenerlo en cualquier momento, por separado para cada organización asociada
told-nothing-was-shared = No se compartió nada
told-other-ways = { $advisor } hablará con usted{ $by } sobre otras opciones
told-asked = Le pedimos a { $org } que le ayude a usted{ $with-need }
told-should-answer = Se espera que respondan{ $by-or-next }
told-stopped-before = Detuvimos esta solicitud antes de que { $org } la viera
told-comes-next = { $advisor } le dirá{ $by } qué sigue
told-not-sent = Su solicitud no se envió a nadie
told-is-reading = { $org } tiene su solicitud y la está leyendo
told-should-decide = Se espera que decidan{ $by-or-next }
told-said-yes = Buenas noticias: { $org } dijo que sí
told-will-contact = { $contact } se comunicará con usted{ $by }
told-someone-will-contact = Alguien de esa organización se comunicará con usted{ $by }
told-if-they-do-not = Si no sucede, díganoslo aquí y les llamaremos
told-cannot-help = { $org } no puede ayudar con esto
told-another-option = { $advisor } le ofrecerá otra opción{ $by }
told-asked-advisor = { $org } le pidió a { $advisor } una cosa más{ $what }
told-advisor-answers-them = { $advisor } les responderá{ $by }
told-needs-one-thing = { $org } necesita una cosa de usted{ $what }
told-send-or-call-contact = Envíela aquí o llame a { $contact }{ $by }
told-send-or-call-advisor = Envíela aquí o llame a { $advisor }{ $by }
told-advisor-answered = { $advisor } respondió la pregunta de { $org }
told-have-answer = Gracias. Tenemos su respuesta
told-up-to-partner = Ahora le toca otra vez a { $org }
told-work-started = El trabajo con { $org } ya empezó
told-news = Hay noticias de { $org }
told-on-pause = Esta solicitud está en pausa
told-check-again = Revisaremos esta solicitud otra vez el { $review-day }
told-keep-place = Usted conserva su lugar
told-keep-place-number = Usted conserva su lugar: número { $place } en la lista
told-moving-again = Esta solicitud avanza otra vez
told-will-talk = { $advisor } hablará con usted{ $by } sobre lo que sigue

told-you-stopped = Usted detuvo esta solicitud
told-stopped-as-you-asked = Como usted pidió, { $advisor } detuvo esta solicitud
told-partner-told = Avisamos a { $org }
told-no-longer-open = Ya no pueden abrir su información aquí
told-cannot-be-unread = Lo que ya leyeron no se puede retirar
told-will-ask-other-help = { $advisor } le preguntará{ $by } si quiere otra ayuda
told-stopped-referral = Detuvimos esta solicitud a { $org }
told-stopped-request = Detuvimos esta solicitud a { $org }
told-asked-to-list = Les pedimos que preparen{ $by-until } una lista de lo que hicieron por usted
told-no-answer = { $org } no respondió a tiempo
told-no-answer-days = { $waited ->
    [one] { $org } no respondió en { $waited } día hábil
   *[other] { $org } no respondió en { $waited } días hábiles
}
told-not-your-fault = Detuvimos esta solicitud. Usted no tiene la culpa de esto
told-permission-ended = Su permiso para compartir terminó{ $on-until }
told-not-answered-stopped = { $org } todavía no había respondido, así que detuvimos la solicitud
told-advisor-calls = { $advisor } le llamará{ $by }
told-permission-with-ended = Su permiso para compartir con { $org } terminó{ $on-until }
told-closed-and-paused = Ya no pueden abrir su información aquí, y esta solicitud está en pausa
told-can-renew = Puede renovar su permiso para seguir adelante, o dejar que termine
told-is-it-right = ¿Es así? ¿Le dio lo que necesitaba?
told-can-answer = Puede responder{ $by }: sí, en parte, no, o no ocurrió
told-did-not-work = Esto no se pudo lograr
told-talk-next-steps = { $advisor } hablará con usted{ $by } sobre los próximos pasos
told-ask-other-help = Puede pedir otra ayuda cuando quiera
told-thanks-answer = Gracias por su respuesta
told-wrote-answer = Gracias por su respuesta: { $advisor } la anotó
told-will-talk-about-it = { $advisor } hablará con usted{ $by } sobre esto
told-change-until = Puede cambiar su respuesta hasta el { $change-day }
told-change-90 = Puede cambiar su respuesta durante 90 días
told-opened-again = Volvimos a abrir esta solicitud
told-partner-move-by = Le toca a { $org } dar el próximo paso{ $by }
told-entry-mistake = Esta anotación fue un error y ya se quitó
told-correction = Corrección: el último aviso fue un error
told-back-where = Su solicitud está otra vez donde estaba: { $stands }
told-what-we-agreed = Lo que acordamos: { $agreed }
told-wrote-what-next = { $advisor } anotó el próximo paso que acordamos
told-look-again = Lo veremos otra vez el { $next-day }
told-if-not-agreed = Si esto no es lo que usted acordó, díganoslo aquí
told-trying = Ahora vamos a intentarlo con { $new-org }
told-trying-other = Ahora vamos a intentarlo con otra organización asociada
told-as-asked-trying = Como usted pidió, ahora vamos a intentarlo con { $new-org }
told-as-asked-trying-other = Como usted pidió, ahora vamos a intentarlo con alguien más
told-ask-before = Le preguntaremos antes de compartir algo

## Where it stands, as a clause ("Su solicitud está otra vez donde estaba: …")

stands-draft = en preparación
stands-requested = enviada a { $org }
stands-received = { $org } la está leyendo
stands-accepted = { $org } dijo que sí
stands-rejected = { $org } no puede ayudar con esto
stands-in-progress = el trabajo está en marcha
stands-on-hold = en pausa{ $until-review }
stands-completed = { $org } dice que ya está hecho
stands-failed = no se pudo lograr
stands-cancelled = detenida
stands-entered-in-error = quitada

## The head of the page

head-to = { $name }, { $what }
head-draft-yours = necesitamos su respuesta antes de compartir algo
head-draft = estamos preparando su solicitud
head-question-yours = la organización asociada necesita una cosa de usted
head-requested = la organización asociada tiene su solicitud
head-received = la organización asociada está leyendo su solicitud
head-accepted = la organización asociada dijo que sí
head-rejected = esta organización asociada no puede ayudar con su solicitud
head-in-progress-yours = le toca a usted dar el próximo paso
head-in-progress = el trabajo está en marcha
head-on-hold = su solicitud está en pausa
head-completed-yours = la organización asociada dice que ya está hecho. ¿Es así?
head-disputed = usted nos dijo que no es así
head-completed = su solicitud ya terminó
head-failed = esto no se pudo lograr
head-cancelled = esta solicitud se detuvo
head-entered-in-error = esta anotación fue un error

## What happens, and by when

page-nothing-before-yes = No se comparte nada antes de que usted diga que sí
page-writing-down = { $advisor } está anotando lo que usted necesita
page-hear-from-us = Tendrá noticias nuestras{ $by }
page-ask-before = Le preguntaremos antes de compartir algo
page-partner-will-contact = { $org } se comunicará con usted{ $by }
page-if-they-do-not = Si no sucede, díganoslo y les llamaremos
page-keep-place-check = Usted conserva su lugar, y revisaremos su solicitud otra vez el { $review-day }
page-told-not-so = Usted nos dijo que no es así, y { $advisor } hablará con usted{ $by }
page-not-so = Usted nos dijo que no es así
page-taken-out = Ya se quitó
page-has-it = { $org } tiene su solicitud
page-is-reading-it = { $org } está leyendo su solicitud
page-usually = { $days ->
    [one] Por lo general responden en { $days } día hábil
   *[other] Por lo general responden en { $days } días hábiles
}
page-if-nothing-by = Si para el { $due } no sabemos nada, les llamaremos y le avisaremos a usted
page-tell-when-answer = Le avisaremos cuando respondan
page-asked-you = { $org } le pidió esto a usted: { $question }
page-asked-advisor = { $org } le pidió esto a { $advisor }: { $question }
page-working-with = Usted está trabajando con { $org }
page-all-waiting = Todos estamos esperando a que alguien más decida
page-elsewhere = Se pidió ayuda a { $org } antes de que esto se guardara aquí. Desde aquí no se comparte nada suyo, y { $advisor } anota cómo sigue
page-ask-help-again = Puede volver a pedir ayuda cuando quiera

## Do you need to do anything?

do-no = No
do-not-now = Por ahora, no
do-question = Sí: { $question }
do-send-here = Envíelo aquí{ $by }
do-look-and-say = Sí: mire lo que se compartiría y diga sí o no{ $by }
do-tell-if-right = Sí: díganos{ $by } si es así y si le dio lo que necesitaba
do-step = Sí: { $step }{ $by }
do-tell-when-ready = Sí: cuando pueda seguir adelante, avise a { $advisor }{ $by }
do-partner-waits = Sí: { $org } espera su respuesta{ $by }

## The five stations

station-you-asked = Usted pidió { $need }
station-we-wrote = Anotamos que usted necesita { $need }
station-ask = Le pediremos ayuda a { $org }
station-ask-someone = Le pediremos ayuda a una organización asociada
station-asked = Le pedimos ayuda a { $org }
station-asked-someone = Le pedimos ayuda a una organización asociada
station-said-no = La organización asociada dijo que no
station-said-yes = La organización asociada dijo que sí
station-reviews = Una organización asociada revisa la solicitud
station-started-business_development = Usted y la organización trabajan en esto
station-started-technology_transfer = Usted se reúne con personas expertas
station-started-real_estate = Usted visita el local
station-started-workforce = Usted conoce a personas para contratar o capacitar
station-started-entrepreneurship = Usted empieza el programa
station-training-started = Usted empieza la capacitación
station-result-business_development = El resultado
station-result-technology_transfer = El resultado
station-result-real_estate = Sí o no
station-result-workforce = El resultado
station-result-entrepreneurship = Usted termina el programa
station-training-result = Usted termina la capacitación
station-note-wrote = { $advisor } anotó lo que usted necesita
station-note-agreed = Usted aceptó compartir. Ahora la enviaremos
station-note-expected = Se espera a más tardar el { $due }
station-note-set-time = Acordaremos con usted cuándo será
station-note-if-no = Si la respuesta es no, le diremos por qué y buscaremos otra vez
station-note-ask-met = Le preguntaremos si le dio lo que necesitaba

## The notice around it

notice-subject = { $program }: hay noticias
notice-text = { $phone ->
    [none] { $program }: hay noticias. {"{link}"}
   *[other] { $program }: hay noticias. {"{link}"} ¿Tiene preguntas? Llame al { $phone }
}
notice-hello = { $name ->
    [none] Hola:
   *[other] Hola, { $name }:
}
notice-see =
    Vea cómo va: {"{link}"}
    Este enlace es privado. Cualquier persona que lo tenga puede ver la página.
    Para ver todas sus solicitudes, entre con un código: {"{sign-in}"}
told-message = Hay un mensaje para usted. Abra su página para leerlo y responder.
told-renewed = Usted renovó su permiso para compartir con { $org }, hasta el { $day }
told-wrote-renewed = { $advisor } anotó que usted renovó su permiso para compartir con { $org }, hasta el { $day }
told-can-undo-24 = Puede deshacer esto durante 24 horas, y detenerlo en cualquier momento

## Reminders: whole sentences, with their periods

remind-call = { $phone ->
    [none] avise a { $advisor }
   *[other] llame a { $advisor } al { $phone }
}
remind-consent-answer = Le preguntamos si podemos compartir su solicitud con { $org }. Por favor, diga sí o no a más tardar el { $day }. No se comparte nada antes de que usted diga que sí.
remind-consent-answer-late = Le preguntamos si podemos compartir su solicitud con { $org }. Todavía puede decir sí o no. No se comparte nada antes de que usted diga que sí.
remind-first-contact = { $org } dijo que sí y prometió comunicarse a más tardar el { $day }. ¿Ya le llamó alguien? Si no, { $call }.
remind-confirm = { $org } dice que ya está hecho. ¿Le ayudó? Por favor, díganoslo a más tardar el { $day }. Toma un minuto, y su respuesta cuenta.
remind-confirm-late = { $org } dice que ya está hecho. ¿Le ayudó? Todavía puede decírnoslo. Toma un minuto, y su respuesta cuenta.
remind-question = { $org } todavía necesita una cosa de usted a más tardar el { $day }. Envíela desde su página o { $call }.
remind-question-late = { $org } todavía necesita una cosa de usted. Envíela desde su página o { $call }.
remind-consent-near = Su permiso para compartir con { $org } termina el { $day }, dentro de una semana. Para seguir adelante, renuévelo en su página o { $call }. Si no hace nada, termina.
remind-consent-ends = Su permiso para compartir con { $org } termina el { $day }. Para seguir adelante, renuévelo antes de ese día en su página o { $call }. Si no hace nada, termina.
remind-news = Hay noticias sobre su solicitud. Mire su página o { $call }.

## What is shared, inside a sentence

field-need = lo que usted necesita
field-business_name = el nombre del negocio
field-contact_name = el nombre de la persona de contacto
field-telephone = el teléfono
field-email = el correo electrónico
field-address = la dirección
field-product = lo que fabrica el negocio
field-workers = el número de personas que trabajan ahí
field-years_in_business = los años que lleva el negocio

## Codes: reasons are whole sentences with their mark. Stages and outcomes are clauses with a capital and no mark.

code-decline-any-not_eligible_location = Solo trabajan en otra zona.
code-decline-any-not_eligible_size = Solo trabajan con negocios de otro tamaño.
code-decline-any-not_eligible_sector = Solo trabajan con otros tipos de negocios.
code-decline-any-not_eligible_stage = Solo trabajan con negocios que están en una etapa anterior o posterior.
code-decline-any-not_eligible_ownership_or_certification = Piden un certificado que su negocio no tiene en este momento.
code-decline-any-not_eligible_credit_or_financials = Las reglas que tienen sobre el crédito o los registros de dinero no encajan con su caso en este momento.
code-decline-any-not_eligible_legal_status = Solo trabajan con otras formas legales de negocio.
code-decline-any-not_eligible_other = Las reglas que tienen no encajan con su solicitud.
code-decline-any-no_capacity_now = No tienen cupo en este momento.
code-decline-any-waitlist_closed = No tienen cupo, y la lista de espera está cerrada.
code-decline-any-programme_paused_or_ended = El programa que ofrecen está en pausa o ya terminó.
code-decline-any-funds_exhausted = Por ahora se les acabó el dinero para esto.
code-decline-any-service_not_offered = No ofrecen este tipo de ayuda.
code-decline-any-language_not_offered = No ofrecen esta ayuda en el idioma de usted.
code-decline-any-already_served_here = Usted ya recibe esta ayuda de esa organización.
code-decline-any-duplicate = Ya tienen esta solicitud de usted.
code-decline-any-not_enough_information = No recibieron de nosotros suficientes datos para decidir.
code-decline-any-wrong_contact = Enviamos su solicitud a la oficina equivocada.
code-decline-any-no_suitable_site = No tienen un local adecuado para lo que usted necesita.
code-decline-any-no_suitable_candidates = No tienen personas adecuadas que puedan enviar para el puesto.
code-decline-any-no_matching_expertise = No tienen una persona experta en lo que usted necesita.
code-decline-any-conflict_of_interest = Ya trabajan con alguien cuyos intereses podrían chocar con los de usted.
code-decline-any-other = Dieron otra razón.
code-hold-any-waitlist = Usted está en la lista de espera de esa organización.
code-hold-any-waiting_client_information = Están esperando papeles o datos de usted.
code-hold-any-waiting_client_decision = Están esperando a que usted decida.
code-hold-any-waiting_advisor = Su asesor o asesora tiene que hacer algo primero.
code-hold-any-waiting_third_party = Estamos esperando a alguien más, como quien alquila el local, quien presta el dinero o la ciudad.
code-hold-any-cohort_or_season_start = Empieza con el próximo grupo.
code-hold-any-funding_decision = Estamos esperando una respuesta sobre el dinero.
code-hold-any-permit_or_zoning = Estamos esperando un permiso o una decisión sobre la zonificación.
code-hold-any-client_asked_to_pause = Usted pidió una pausa.
code-hold-any-consent_expired = Su permiso para compartir terminó.
code-hold-any-partner_staffing = No tienen suficiente personal en este momento.
code-hold-any-other = Hay otra razón para la pausa.
code-cancel-any-no_longer_needed = Usted nos dijo que ya no necesita esto.
code-cancel-any-found_help_elsewhere = Usted encontró ayuda en otro lugar.
code-cancel-any-not_the_right_time = Usted nos dijo que este no es el momento adecuado.
code-cancel-any-concern_about_partner = Usted nos dijo que algo de esta organización asociada le preocupa.
code-cancel-any-privacy_concern = Usted nos dijo que le preocupa su privacidad.
code-cancel-any-cost_or_terms = Usted nos dijo que el costo o las condiciones no le convienen.
code-cancel-any-no_reason_given = Usted no tiene que dar una razón.
code-cancel-any-wrong_partner = Enviamos su solicitud a una organización asociada que no es la adecuada.
code-cancel-any-better_option_found = Encontramos una mejor opción para usted.
code-cancel-any-duplicate = Ya había una solicitud igual.
code-cancel-any-need_changed = Lo que usted necesita cambió.
code-cancel-any-partner_closed = Esta organización asociada cerró.
code-cancel-any-contract_ended = Nuestro contrato con esta organización asociada terminó.
code-cancel-any-no_response_from_partner = No respondieron a tiempo.
code-cancel-any-consent_refused = Usted no quiso compartir su información.
code-cancel-any-consent_revoked = Usted retiró su permiso para compartir.
code-cancel-any-consent_expired = Su permiso para compartir terminó.
code-cancel-any-not_sent = No enviamos esta solicitud.
code-cancel-any-not_selected = Preguntamos a varias organizaciones asociadas, y se eligió otra.
code-cancel-any-business_closed = Su negocio cerró.
code-cancel-any-business_moved_away = Su negocio se mudó a otro lugar.
code-cancel-any-other = Hubo otra razón.
code-fail-any-could_not_contact_client = Intentaron comunicarse con usted y no lo lograron.
code-fail-any-client_missed_appointments = Las reuniones planeadas no se realizaron.
code-fail-any-client_declined_offer = Usted decidió no tomar lo que le ofrecieron.
code-fail-any-found_not_eligible_later = Después vieron que las reglas que tienen no encajan con su solicitud.
code-fail-any-funds_exhausted_later = Se les acabó el dinero para esto.
code-fail-any-documents_not_completed = Todavía faltaban algunos papeles.
code-fail-any-terms_not_acceptable = Las condiciones que ofrecieron no le convenían a usted.
code-fail-any-third_party_said_no = Alguien más, como quien presta el dinero o quien alquila el local, dijo que no.
code-fail-any-zoning_or_permit_refused = La ciudad no dio el permiso o la zonificación que hacía falta.
code-fail-any-site_lost_to_other_tenant = El local se le dio a alguien más.
code-fail-any-technology_not_feasible = Las pruebas mostraron que la tecnología no sirve para esto.
code-fail-any-no_hire_made = No se contrató a nadie.
code-fail-any-partner_capacity_lost = Ya no pueden hacer este trabajo.
code-fail-any-partner_stopped_responding = Dejaron de respondernos.
code-fail-any-other = Hubo otra razón.
code-next_step-any-re_referred = Junto con usted, lo estamos intentando con otra organización asociada.
code-next_step-any-other_help_given = Le ayudamos de otra manera.
code-next_step-any-client_will_retry_later = Usted quiere intentarlo otra vez más adelante.
code-next_step-any-client_wants_nothing_more = Por ahora, usted no quiere más ayuda con esto.
code-next_step-any-could_not_reach = Intentamos comunicarnos con usted y no lo logramos.
code-next_step-any-checked_in = Preguntamos quién sigue trabajando ahí.
code-next_step-any-no_service_exists = No conocemos a nadie que ofrezca esto, y hemos anotado que hace falta.
code-reopen-any-disputed_outcome = Usted nos dijo que el resultado no fue como dijeron.
code-reopen-any-reported_by_mistake = Por error se informó que esto había terminado.
code-missing-any-time = Tardó demasiado.
code-missing-any-quality = La ayuda no fue suficientemente buena.
code-missing-any-cost = Costó demasiado.
code-missing-any-respect = A usted no le trataron con respeto.
code-missing-any-language = No fue en su idioma.
code-missing-any-fit = No era lo que usted necesitaba.
code-missing-any-other = Faltó algo más.
code-stage-any-awaiting_consent = Necesitamos que usted diga que sí antes de compartir algo
code-stage-any-awaiting_information = Están esperando una cosa más
code-stage-any-intro_scheduled = Ya hay fecha para una primera reunión
code-stage-any-intro_held = La primera reunión se realizó
code-stage-any-intro_missed = La primera reunión no se realizó
code-stage-any-intro_moved = La primera reunión tiene una nueva fecha
code-stage-business_development-scoping = Usted y la organización acuerdan lo que se va a hacer
code-stage-business_development-working = Están trabajando en esto con usted
code-stage-business_development-deliverable_review = Usted y la organización miran el resultado
code-stage-business_development-application_prepared = Usted y la organización preparan el trámite
code-stage-business_development-application_submitted = El trámite ya se presentó
code-stage-business_development-decision_pending = Se está decidiendo sobre el trámite
code-stage-technology_transfer-need_defined = Saben lo que usted necesita
code-stage-technology_transfer-expert_matched = Ya hay una persona experta para su pregunta
code-stage-technology_transfer-nda_or_terms = Usted y la organización acuerdan las condiciones y lo que se guarda en secreto
code-stage-technology_transfer-assessment = La persona experta mira su proceso
code-stage-technology_transfer-pilot_or_prototype = Usted lo prueba
code-stage-technology_transfer-licence_or_adoption = Usted y la organización acuerdan cómo puede usarlo usted
code-stage-technology_transfer-integration = Se está poniendo en marcha en su taller
code-stage-real_estate-requirements_confirmed = Saben qué local necesita usted
code-stage-real_estate-search = Están buscando locales adecuados
code-stage-real_estate-tours = Usted visita locales
code-stage-real_estate-offer_or_loi = Se escribe una oferta por el local
code-stage-real_estate-negotiation = Usted habla sobre el alquiler y las condiciones
code-stage-real_estate-financing_or_fit_out = Usted hace los arreglos para el dinero o para las obras del local
code-stage-real_estate-lease_or_purchase_signed = Los papeles del local están firmados
code-stage-real_estate-moved_in = Usted ya se mudó al local
code-stage-workforce-job_order = Saben qué puestos quiere llenar usted
code-stage-workforce-candidates_sent = Le enviaron personas para que las conozca
code-stage-workforce-interviews = Usted se reúne con personas para el puesto
code-stage-workforce-offers = Usted hace ofertas de trabajo
code-stage-workforce-training_scheduled = La capacitación ya tiene fecha
code-stage-workforce-training_under_way = La capacitación está en marcha
code-stage-workforce-placed = Ya hay personas que empezaron a trabajar
code-stage-entrepreneurship-application = Usted llena los papeles para entrar al programa
code-stage-entrepreneurship-interview = Usted se reúne con la gente del programa
code-stage-entrepreneurship-admitted = Usted tiene un lugar en el programa
code-stage-entrepreneurship-attending = Usted está en el programa
code-stage-entrepreneurship-milestone = Usted alcanzó una meta del programa
code-stage-entrepreneurship-graduated = Usted terminó el programa
code-outcome-any-fully_met = Usted recibió toda la ayuda que pidió
code-outcome-any-partly_met = Usted recibió una parte de la ayuda que pidió
code-outcome-any-information_only = Usted recibió información
code-outcome-any-delivered_result_pending = La ayuda se dio, y el resultado todavía no se sabe
code-outcome-business_development-plan_or_books_done = Su plan o sus libros de cuentas ya están hechos
code-outcome-business_development-financing_applied = Usted pidió un préstamo u otro dinero
code-outcome-business_development-financing_obtained = Usted consiguió un préstamo u otro dinero
code-outcome-business_development-grant_obtained = Usted consiguió una subvención
code-outcome-business_development-certification_obtained = Usted consiguió un certificado
code-outcome-business_development-contract_won = Usted ganó un contrato
code-outcome-business_development-legal_matter_settled = Su asunto legal está resuelto
code-outcome-business_development-market_entered = Usted vende en un mercado nuevo
code-outcome-technology_transfer-assessment_delivered = Usted recibió un informe sobre su proceso
code-outcome-technology_transfer-facility_access = Usted usó un laboratorio o un taller
code-outcome-technology_transfer-prototype_built = Su prototipo está construido
code-outcome-technology_transfer-equipment_or_process_adopted = Usted usa un equipo nuevo o un proceso nuevo
code-outcome-technology_transfer-licence_signed = Usted firmó una licencia
code-outcome-technology_transfer-ip_filed = Usted hizo el trámite para proteger su idea
code-outcome-technology_transfer-joint_project_funded = Su proyecto conjunto recibió dinero
code-outcome-real_estate-lease_signed = Usted firmó un contrato de alquiler
code-outcome-real_estate-purchase_closed = Usted compró un local
code-outcome-real_estate-stayed_in_place = Usted renovó su contrato de alquiler y se queda donde está
code-outcome-real_estate-expanded_in_place = Usted tiene más espacio donde está
code-outcome-real_estate-shared_or_temporary_space = Usted tiene un local compartido o por poco tiempo
code-outcome-real_estate-displacement_avoided = Usted no tuvo que dejar su local
code-outcome-real_estate-relocation_out_of_area = Usted se mudó a un local fuera de la zona
code-outcome-workforce-hires = Usted contrató personas
code-outcome-workforce-incumbent_workers_trained = Las personas que trabajan para usted recibieron capacitación
code-outcome-workforce-apprenticeship_registered = Su programa de aprendizaje está registrado
code-outcome-workforce-retention_90_days = Las personas que usted contrató seguían ahí después de 90 días
code-outcome-entrepreneurship-enrolled = Usted entró al programa
code-outcome-entrepreneurship-graduated = Usted terminó el programa
code-outcome-entrepreneurship-business_registered = Su negocio está registrado
code-outcome-entrepreneurship-first_sale = Usted hizo su primera venta
code-outcome-entrepreneurship-left_early = Usted dejó el programa antes del final

## A unit came free: whole sentences

vacancy-text = { $phone ->
    [none] { $program }: hay noticias.
   *[other] { $program }: hay noticias. Llame al { $phone }.
}
vacancy-told = Se desocupó un local que quizá sirva para lo que usted necesita. ¿Quiere que preguntemos por él?
vacancy-news = { $phone ->
    [none] Hay noticias sobre lo que usted nos pidió buscar.
   *[other] Hay noticias sobre lo que usted nos pidió buscar. Llame al { $phone }.
}
vacancy-enough = Usted pidió que le avisáramos. Díganos si ya no quiere recibir estos avisos.

## The frame of every page

skip = Ir al contenido principal
languages = Idioma



## Own pages: what every one of them says

title-error = Error: { $title }
errors-to-fix = { $n ->
    [one] Hay una cosa que corregir
   *[other] Hay { $n } cosas que corregir
}
pages-of-list = Páginas de esta lista
pages-first = Primera página
pages-next = Página siguiente
day-and-hour = { $day }, { $hour }
clock = { $hour }:{ $minute } { $half ->
    [am] a. m.
   *[pm] p. m.
}
optional = opcional
choose = Elija
no-answer = Sin respuesta
yes = Sí
partly = En parte
no = No
have-code = Tengo un código
your-request-for = Su solicitud: { $need }
urgency-this_week = Esta semana
urgency-this_month = Este mes
urgency-this_quarter = En tres meses
urgency-no_rush = Sin prisa
code-heading = Escriba su código
code-where = Está en la carta que recibió, o se lo leímos en voz alta
code-reference = Referencia
code-reference-hint = por ejemplo, R-1187
code-code = Código
code-code-hint = 12 letras y números; no importan las mayúsculas, los espacios ni los guiones
code-open = Abrir
code-no-code = ¿No funciona, o no tiene un código? Llámenos y le ayudamos por teléfono:
code-wrong = Con esta referencia y este código no se abre nada. Revise los dos; después de diez intentos fallidos hay que esperar 30 minutos
link-stopped = Este enlace ya no funciona
link-stopped-why = Los enlaces duran 90 días para proteger su información, y una página abierta con un código se cierra después de 30 minutos
link-stopped-next = Su asesor o asesora puede enviarle un enlace nuevo
face-signed-out = Pasó un rato sin actividad
face-signed-out-next = La página se cerró sola. Abra su enlace otra vez o escriba su código
face-nothing-here = Aquí no hay nada
face-nothing-here-next = La dirección no está completa, o no es para usted. Abra otra vez el enlace que le enviamos o escriba su código
face-not-allowed = Esto no se puede hacer desde aquí
face-not-allowed-next = No se guardó nada. Abra su página otra vez con su enlace o su código, y presione ahí el botón
face-refused = Eso no funcionó
face-changed = Alguien cambió esto desde que usted lo abrió
face-changed-next = No se guardó nada. Regrese, cargue la página otra vez y envíe lo suyo de nuevo si todavía es correcto
face-busy = Demasiadas cosas a la vez
face-busy-next = No se guardó nada. Espere un momento e intente otra vez
face-no-room = Ahora no se puede guardar nada
face-no-room-next = No se guardó nada. Regrese, conserve su texto e intente más tarde, o llámenos
face-too-large = Esto es demasiado largo
face-too-large-next = No se guardó nada. Regrese, acórtelo y envíelo otra vez
face-broke = Algo falló
face-broke-next = Usted no tiene la culpa, y nada quedó a medias. Intente otra vez. Si sigue igual, llámenos
face-broke-number = Díganos este número:
complaint-choose = Elija una de las respuestas de la lista
complaint-date = Escriba una fecha como 2026-11-22 o 11/22/2026. Usted escribió { $typed }
complaint-email = Escriba una dirección de correo electrónico como nombre@example.org. Usted escribió { $typed }
complaint-email-needed = Escriba una dirección de correo electrónico
complaint-telephone = Escriba un número de teléfono como 555-010-0110. Usted escribió { $typed }
complaint-character = En { $what } hay un signo que no se puede mostrar. Escríbalo otra vez sin ese signo
complaint-unseen = El carácter { $n } de { $what } no se ve. Quizá vino con un texto copiado. Escríbalo otra vez sin ese carácter
complaint-number = En { $what } hay un número que parece un número de Seguro Social o un ITIN. Esos números nunca se guardan aquí. Quítelo
complaint-telephone-number = Esto parece un número de Seguro Social o un ITIN. Esos números nunca se guardan aquí. Escriba un número de teléfono
complaint-too-long = Acorte { $what } a { $most } caracteres. Tiene { $length }
complaint-fill-in = Complete esto: { $what }
complaint-what-message = su mensaje
complaint-what-need = lo que necesita
complaint-what-answer = su respuesta
complaint-what-comment = su comentario
complaint-what-reason = la razón
complaint-write-need = Escriba lo que necesita
complaint-shorten-need = Acorte lo que necesita a 2,000 caracteres
complaint-write-message = Primero escriba su mensaje
complaint-readers = Elija quién lo lee. A la organización asociada solo se le puede escribir mientras haya dicho que sí y pueda ver su nombre
complaint-form-broken = No se pudo leer este formulario: falta un campo, está repetido o no es nuestro. Regrese, cargue la página otra vez y envíelo de nuevo
complaint-form-incomplete = Este formulario no está completo. Regrese, cargue la página otra vez y envíelo de nuevo
complaint-language = Elija uno de los idiomas de la página
complaint-tick-one = Marque al menos una opción y presione otra vez
complaint-many-requests = Ya hay { $most } solicitudes suyas que esperan respuesta. Por favor, llámenos
complaint-message-now = Esto no se puede escribir ahora: la organización asociada todavía no ha dicho que sí, o ya no puede ver su nombre
complaint-messages-full = Aquí ya hay { $most } mensajes. Por favor, mejor llámenos
complaint-not-shared = Esta solicitud no está abierta, así que ya no se comparte nada
complaint-no-yes = No hay ningún permiso que retirar
complaint-renew-later = Ahora no hace falta renovar este permiso
complaint-answer-90 = La respuesta se puede dar o cambiar durante 90 días después del final
letter-dear = Hola, { $name }
letter-what-for = Con este código puede ver cómo va su solicitud, decir sí o no a compartir, responder preguntas, escribirnos o detenerla. No necesita contraseña ni correo electrónico
letter-open = En un teléfono o una computadora, abra esta dirección:
letter-reference = Escriba la referencia:
letter-code = Escriba el código:
letter-until = El código funciona hasta el { $day }. No lo comparta: quien lo tenga puede abrir su página. Nunca muestra sus respuestas sobre quién es usted
letter-talk = { $phone ->
    [none] ¿Prefiere hablar? Pregunte en { $program }
   *[other] ¿Prefiere hablar? Llame a { $program }: { $phone }
}
letter-all-by-phone = Todo lo de la página también se puede hacer por teléfono
notice-answer =
    Responda aquí: {"{link}"}/answer
    Este enlace es privado. Cualquier persona que lo tenga puede ver la página.



## Own pages: status, sharing, messages, stopping, answers

do-heading = ¿Tiene que hacer algo?
stands-heading = Cómo va
station-done = Hecho:
station-now = Ahora:
station-later = Después:
now = Ahora
questions = ¿Tiene preguntas?
your-advisor-is = Quien le asesora es { $advisor }, de { $program }
call-advisor = Llamar a { $advisor }
text-advisor = Enviar mensaje de texto a { $advisor }
answer-the-message = Responda al mensaje que le trajo aquí.
help-with-something-else = Pedir ayuda con otra cosa
foot-no-password = No hace falta contraseña
foot-link = Referencia { $reference }. Esta página es privada: quien tenga el enlace puede verla. Funciona hasta el { $day }
agreed-and-next = Usted aceptó compartir. Ahora { $advisor } enviará su solicitud a { $org }. Puede detener esto en cualquier momento.
changed-since = Hubo un cambio desde que usted abrió esta página. Lo que envió no se guardó. Mire la página otra vez y envíelo de nuevo si todavía es correcto
not-possible-now = Esto no se puede hacer ahora. Mire la página otra vez: muestra cómo va su solicitud
answer-heading = Envíe su respuesta
answer-label = Su respuesta
answer-send = Enviar mi respuesta
missing-answer = Primero escriba su respuesta
missing-need-met = Díganos si recibió la ayuda que necesitaba: sí, en parte o no
missing-reason = Escriba la razón con sus propias palabras
missing-comment = Díganos con sus propias palabras qué faltó
missing-something = Aquí falta algo
met-heading = ¿Le ayudó?
met-heading-change = Su respuesta
met-you-said = Usted dijo:
met-question = ¿Recibió la ayuda que necesitaba?
met-say-more = Decir más, si quiere
happened-question = ¿Pasó como dicen?
not-quite = No exactamente
was-missing-question = ¿Qué faltó?
respect-question = ¿Le trataron con respeto?
respect-5 = Sí, totalmente
respect-4 = En gran parte
respect-3 = En parte
respect-2 = Poco
respect-1 = No, para nada
comment-label = Algo que quiera agregar
comment-readers = ¿Quién puede leer sus palabras?
comment-program = Solo el programa
comment-partner = También la organización asociada
own-words = Con sus propias palabras
own-words-hint = con sus propias palabras
stop-heading = ¿Detener esta solicitud?
stop-button = Detener esta solicitud
stop-partner-told = Le diremos a { $org } que se detenga
stop-not-open = Esta solicitud no está abierta ahora, así que no hay nada que detener
stop-go-back = Regresar sin detenerla
stop-why = ¿Por qué?
stop-no-other-help = No necesito otra ayuda con esto
why-no_longer_needed = Ya no necesito esto
why-found_help_elsewhere = Encontré ayuda en otro lugar
why-not_the_right_time = No es el momento adecuado
why-concern_about_partner = Algo de esta organización asociada me preocupa
why-privacy_concern = Me preocupa mi privacidad
why-cost_or_terms = El costo o las condiciones no me convienen
why-no_reason_given = Prefiero no decirlo
back-to-request = Volver a su solicitud
asked-before = Lo que usted pidió
asked-answer-by = La tenemos. Le responderemos a más tardar el { $day }
asked-answer-soon = La tenemos. Le responderemos pronto
asked-over = Esto ya terminó
asked-looks-after = { $advisor } se encarga de esto
ask-kind = ¿De qué se trata?
ask-need = ¿Qué necesita?
ask-urgency = ¿Para cuándo?
ask-button = Pedir ayuda
ask-when = Le responderemos en dos días hábiles
still-on-hold = El plazo de la organización asociada no corre mientras esto está en pausa
still-since = { $left ->
    [0] El plazo de la organización asociada no corre desde el { $day }
    [one] El plazo de la organización asociada no corre desde el { $day }; queda { $left } día hábil
   *[other] El plazo de la organización asociada no corre desde el { $day }; quedan { $left } días hábiles
}
trainees-sent = { $n ->
    [one] { $n } persona de su negocio fue enviada a capacitación
   *[other] { $n } personas de su negocio fueron enviadas a capacitación
}
trainees-few = A cada persona le corresponde contar cómo le va: con menos de { $fewest } personas solo se muestra el número
trainees-how = { $n ->
   *[other] { $n } personas de su negocio fueron enviadas a capacitación: { $under-way } en curso, { $finished } ya terminaron
}
trainees-many = Cada persona ve su propia página; usted ve los números
messages = Mensajes
thread-nothing-yet = Todavía no se ha escrito nada
thread-says-readers = Cada mensaje dice quién lo lee
thread-all = { $n ->
    [one] Ver { $number } mensaje
   *[other] Ver los { $number } mensajes
}
thread-write = Escriba un mensaje
thread-at-most = { $most } caracteres como máximo
thread-who-reads = ¿Quién lo lee?
thread-send = Enviar el mensaje
thread-closed = Ahora no se puede escribir a nadie aquí. Por favor, llámenos
thread-read-by = Quién lo lee: { $names }
thread-will-read = { $n ->
    [one] Lo lee { $names }
   *[other] Lo leen { $names }
}
thread-you = Usted
thread-you-inside = usted
thread-by-partner = { $name }, { $org }
share-heading = ¿Podemos compartir esto?
share-yes = { $n ->
    [one] Sí, compartir esto
   *[other] Sí, compartir con las { $n }
}
share-no = No, no compartir
share-leave-out = Para quitar algo, llame a { $advisor }
share-some = Compartir solo con algunas
share-ticked = Sí, compartir con las que marqué
sees-heading = Lo que puede ver la organización asociada
sees-no-more = Ya no puede ver nada: sus enlaces a esta solicitud están cerrados
sees-never-opened = Nada. Nunca abrieron su solicitud, así que no se compartió nada
sees-nothing = Nada. Ahora no hay ningún permiso suyo vigente
sees-when-sent = Todavía nada. Cuando enviemos su solicitud, verán lo que necesita, para cuándo, el tipo de trabajo, más o menos cuántas personas trabajan con usted y su zona
sees-rough = Lo que necesita, para cuándo, el tipo de trabajo, más o menos cuántas personas trabajan con usted y su zona
sees-by-name = Usted pidió que le presentáramos por su nombre, así que también ven: { $items }
sees-after-yes = Dijeron que sí, así que también ven: { $items }
sees-only-after-yes = Solo después de que digan que sí, también: { $items }
sees-no-fields = No se comparte nada más
sees-until = Usted aceptó esto. Termina a más tardar el { $day }
sees-exact-words = Las palabras exactas que usted aceptó
sees-opened-details = { $n ->
    [one] Sus datos confidenciales: los abrieron { $n } vez, el { $day }
   *[other] Sus datos confidenciales: los abrieron { $n } veces, la última el { $day }
}
no-longer-needed = Ya no necesito esto
renew-ends = Su permiso termina pronto
renew-ended = Su permiso terminó
renew-how = Para seguir, permita que { $org } vea lo mismo durante otro período igual
renew-or-not = Si no hace nada, termina
renew-button = Renovar mi permiso
undo-heading = Deshacer mi permiso
undo-until = Puede deshacerlo hasta esta hora: { $moment }
undo-was-read = { $org } ya abrió su solicitud
undo-rest-stops = Todo lo demás se detiene
undo-not-read = { $org } no ha abierto su solicitud, así que no se compartió nada ni se compartirá
undo-button = Deshacer: no compartir
others-heading = También se lo pedimos a
others-stop = Dejar de compartir con { $org }
others-each = Se puede detener cada una por separado
with-not-sent = sin enviar
with-not-looked = todavía no la ha visto
with-reading = la está leyendo
with-said-yes = dijo que sí
with-on-pause = en pausa
with-cannot-help = no puede ayudar
with-done = ya terminó
with-stopped = detenida
consent-question = ¿Puede { $program } compartir esto con { $partners } para que le ayuden con lo siguiente: { $need }?
consent-line = { $label }: { $value }
consent-line-after = { $label } (solo después de que digan que sí): { $value }
consent-need-of = A { $org }: { $need }
consent-secret = Datos confidenciales: solo después de que usted y { $org } firmen un acuerdo para mantenerlos en secreto
consent-by-name = { $n ->
    [one] Usted quiere que le presentemos por su nombre, así que { $partners } ve todo esto de inmediato
   *[other] Usted quiere que le presentemos por su nombre, así que { $partners } ven todo esto de inmediato
}
consent-at-first = { $n ->
    [one] Al principio, { $partners } ve solo lo que usted necesita y para cuándo, el tipo de trabajo que hace, más o menos cuántas personas trabajan con usted y su zona
   *[other] Al principio, { $partners } ven solo lo que usted necesita y para cuándo, el tipo de trabajo que hace, más o menos cuántas personas trabajan con usted y su zona
}
consent-rest = { $n ->
    [one] Lo demás lo ven solo si dicen que sí
   *[other] Cada una ve lo demás solo si dice que sí
}
consent-never = Nunca se comparte con las organizaciones asociadas nada sobre su raza, su sexo o su servicio militar
consent-ends = Este permiso termina 30 días después de que termine la solicitud y, a más tardar, el { $day }
consent-undo = Puede deshacerlo durante 24 horas y detenerlo en cualquier momento
consent-each = Puede detenerlo para una de ellas o para todas
consent-unread = Lo que hayan leído hasta entonces no se puede retirar
sheet-tt_type = Tipo de ayuda que busca
sheet-process = Proceso
sheet-trl_now = ¿Qué tan listo está ahora? (TRL)
sheet-trl_target = ¿Qué tan listo debe llegar a estar? (TRL)
sheet-mrl_now = ¿Qué tan lista está la fabricación ahora? (MRL)
sheet-mrl_target = ¿Qué tan lista debe llegar a estar la fabricación? (MRL)
sheet-ip_status = Protección de la idea
sheet-ip_owner = ¿De quién es?
sheet-nda_wanted = ¿Hace falta primero un acuerdo de confidencialidad?
sheet-lab_wanted = Laboratorio o proveedor que busca
sheet-equipment_wanted = Equipo que necesita
sheet-materials = Materiales
sheet-lab_minutes_wanted = Horas que necesita
sheet-safety_training = ¿Ya hizo la capacitación de seguridad?
sheet-tt_deadline = Fecha límite
sheet-sbir_agency = SBIR o STTR: agencia
sheet-sbir_phase = SBIR o STTR: fase
sheet-sbir_topic = SBIR o STTR: número de tema
sheet-export_control = ¿Está bajo control de exportaciones (ITAR o EAR)?
sheet-uei = UEI
sheet-cage = Código CAGE
sheet-sam_status = Registro en SAM
sheet-matching_cents = Fondos de contrapartida que hay
sheet-bd_topic = Tema
sheet-funding_sought_cents = Dinero que busca
sheet-funding_use = Para qué es el dinero
sheet-papers_ready = Papeles que ya están listos
sheet-certificate_wanted = Certificado que busca
sheet-bd_deadline = Fecha límite
sheet-own_money_cents = Dinero propio que hay
sheet-venture_stage = ¿En qué etapa está el negocio?
sheet-cohort_wanted = Programa o grupo que busca
sheet-cohort_by = Fecha límite para empezar
sheet-times_possible = Horarios posibles
sheet-program_topics = Lo que quiere aprender
sheet-childcare_words = Cuidado de niños, con sus propias palabras
sheet-transit_words = Cómo llegar, con sus propias palabras
sheet-work_wants = ¿Qué busca?
sheet-job_title = Puesto
sheet-people_wanted = ¿Cuántas personas?
sheet-wage_low_cents = Salario ofrecido, desde
sheet-wage_high_cents = Salario ofrecido, hasta
sheet-week_hours = Horas por semana
sheet-shifts = Turno
sheet-skills = Habilidades
sheet-work_languages = Idiomas del trabajo
sheet-training_wanted = Capacitación que busca
sheet-apprenticeship = ¿Un programa de aprendizaje?
sheet-work_starts_on = Inicio
sheet-benefits_words = Beneficios
sheet-getting_there = Cómo llega la gente
unit-people = { $n ->
    [one] { $number } persona
   *[other] { $number } personas
}
unit-hours-a-week = { $n ->
    [one] { $number } hora por semana
   *[other] { $number } horas por semana
}
unit-hours = { $number } horas
answer-page-link = Ver cómo va
contact-heading = ¿Ya le llamó alguien?
contact-why = { $org } dijo que sí y prometió comunicarse con usted
contact-yes = Sí, ya me llamaron
contact-no = No, todavía no
contact-yes-said = Sí, ya me llamaron.
contact-no-said = No, todavía no me ha llamado nadie.
renew-heading = ¿Renovar su permiso?
years-less-than-one = menos de uno
choice-any-yes = Sí
choice-any-no = No
choice-any-other = Otra cosa
choice-any-none = Ninguno
choice-tt_type-university_licence = Licencia u opción de una universidad
choice-tt_type-federal_lab = Laboratorio federal: CRADA, licencia, acuerdo de colaboración o instalación para usuarios
choice-tt_type-sbir_sttr = SBIR o STTR
choice-tt_type-mep_project = Proyecto de extensión manufacturera (MEP)
choice-tt_type-prototyping = Prototipos o taller de fabricación
choice-tt_type-testing = Pruebas o certificación
choice-tt_type-assessment = Evaluación de material o de proceso
choice-tt_type-institute = Instituto de Manufacturing USA
choice-tt_type-capstone = Proyecto de estudiantes o de fin de carrera
choice-tt_type-ip_clinic = Clínica de propiedad intelectual
choice-tt_type-equipment = Uso de equipo
choice-process-machining = Maquinado
choice-process-additive = Manufactura aditiva (impresión 3D)
choice-process-welding_fabrication = Soldadura y fabricación
choice-process-casting_molding = Fundición y moldeo
choice-process-sewn = Productos cosidos
choice-process-food = Alimentos y bebidas
choice-process-wood = Madera y muebles
choice-process-electronics = Electrónica
choice-process-chemical_coating = Químicos y recubrimientos
choice-process-printing = Impresión y empaque
choice-process-medical = Dispositivos médicos
choice-process-software_controls = Controles y software
choice-trl-1 = 1: se vio el efecto básico
choice-trl-2 = 2: se pensó para qué sirve
choice-trl-3 = 3: se mostró que la idea funciona en el banco de pruebas
choice-trl-4 = 4: sus partes funcionan juntas en un laboratorio
choice-trl-5 = 5: sus partes funcionan juntas en un lugar parecido a un taller
choice-trl-6 = 6: un modelo funciona en un lugar parecido a un taller
choice-trl-7 = 7: un prototipo funciona donde se va a usar
choice-trl-8 = 8: el producto terminado pasó sus pruebas
choice-trl-9 = 9: se usa todos los días
choice-mrl-1 = 1: se nombró lo que haría falta para fabricarlo
choice-mrl-2 = 2: se pensó una manera de fabricarlo
choice-mrl-3 = 3: se mostró que esa manera funciona en el banco de pruebas
choice-mrl-4 = 4: se pueden hacer piezas en un laboratorio
choice-mrl-5 = 5: se pueden hacer piezas en un lugar parecido a un taller
choice-mrl-6 = 6: se puede hacer un prototipo en un lugar parecido a un taller
choice-mrl-7 = 7: se pueden hacer piezas en máquinas parecidas a las de producción
choice-mrl-8 = 8: la primera línea de producción está lista para empezar
choice-mrl-9 = 9: se hacen series pequeñas con calidad constante
choice-mrl-10 = 10: la producción completa funciona y mejora
choice-ip_status-disclosure = Dada a conocer a una universidad o laboratorio
choice-ip_status-provisional = Patente provisional solicitada
choice-ip_status-filed = Patente solicitada
choice-ip_status-issued = Patente otorgada
choice-ip_status-trade_secret = Guardada como secreto comercial
choice-ip_status-open = Abierta a todo el mundo
choice-ip_owner-business = El negocio
choice-ip_owner-partner = El laboratorio, la universidad o la organización asociada
choice-ip_owner-shared = Compartida
choice-ip_owner-other = Alguien más
choice-ip_owner-not_known = Todavía no se sabe
choice-sbir_agency-dod = Defensa
choice-sbir_agency-doe = Energía
choice-sbir_agency-nsf = Fundación Nacional de Ciencias
choice-sbir_agency-nih = Salud (NIH)
choice-sbir_agency-nasa = NASA
choice-sbir_agency-usda = Agricultura
choice-sbir_agency-commerce = Comercio (NIST, NOAA)
choice-sbir_agency-epa = Medio ambiente (EPA)
choice-sbir_agency-other = Otra agencia
choice-sbir_phase-I = Fase I
choice-sbir_phase-II = Fase II
choice-sbir_phase-III = Fase III
choice-export_control-no = Revisado: no
choice-export_control-itar = ITAR
choice-export_control-ear = EAR
choice-export_control-not_checked = Todavía sin revisar
choice-sam_status-none = Sin registro
choice-sam_status-pending = Registro en curso
choice-sam_status-active = Activo
choice-sam_status-lapsed = Vencido
choice-bd_topic-financing = Préstamo u otro financiamiento
choice-bd_topic-grant = Subvención
choice-bd_topic-plan_books = Plan de negocio o libros de cuentas
choice-bd_topic-certification = Certificación
choice-bd_topic-contracts = Contratos y nuevos compradores
choice-bd_topic-legal = Asunto legal
choice-bd_topic-marketing = Mercadeo y ventas
choice-bd_topic-export = Ventas al extranjero
choice-bd_topic-succession = Traspaso a trabajadores o a la familia
choice-funding_use-equipment = Equipo
choice-funding_use-working_capital = Capital de trabajo
choice-funding_use-fit_out = Obras en el local
choice-funding_use-purchase = Compra de un local
choice-funding_use-refinance = Pagar una deuda más cara
choice-papers_ready-tax_returns = Declaraciones de impuestos
choice-papers_ready-profit_loss = Ganancias y pérdidas
choice-papers_ready-balance_sheet = Balance general
choice-papers_ready-bank_statements = Estados de cuenta bancarios
choice-papers_ready-business_plan = Plan de negocio
choice-papers_ready-registration = Papeles de registro
choice-papers_ready-insurance = Seguro
choice-papers_ready-quotes = Cotizaciones de lo que se va a comprar
choice-papers_ready-none = Todavía ninguno
choice-venture_stage-idea = Una idea
choice-venture_stage-trying = Haciendo y probando
choice-venture_stage-selling = Primeras ventas
choice-venture_stage-growing = Vende y quiere crecer
choice-times_possible-weekday = Entre semana
choice-times_possible-evening = Por la noche
choice-times_possible-weekend = Fines de semana
choice-times_possible-online = En línea
choice-times_possible-in_person = En persona
choice-work_wants-hire = Contratar personas
choice-work_wants-train = Capacitar a quienes trabajan ahí
choice-work_wants-both = Contratar y capacitar
choice-shifts-day = De día
choice-shifts-evening = De tarde
choice-shifts-night = De noche
choice-shifts-weekend = Fin de semana
choice-shifts-rotating = Rotativo
choice-shifts-flexible = Flexible
choice-work_languages-none = El trabajo no requiere ningún idioma
choice-work_languages-en = Inglés
choice-work_languages-es = Español
choice-work_languages-zh = Chino
choice-work_languages-vi = Vietnamita
choice-work_languages-ar = Árabe
choice-work_languages-fr = Francés o criollo haitiano
choice-work_languages-other = Otro idioma
choice-training_wanted-safety = Seguridad
choice-training_wanted-machine = Manejo de máquinas
choice-training_wanted-welding = Soldadura
choice-training_wanted-sewing = Costura
choice-training_wanted-food_handling = Manejo de alimentos
choice-training_wanted-quality = Medición y calidad
choice-training_wanted-maintenance = Mantenimiento
choice-training_wanted-digital = Computadoras y controles
choice-training_wanted-language = Idioma en el trabajo
choice-training_wanted-lead = Dirigir un equipo
choice-apprenticeship-interested = Quisiera saber más
choice-apprenticeship-yes = Sí, uno registrado



## Own pages: coming in, home, referral

# Entrar

sign-in-title = Entre a sus páginas
sign-in-lead = Le enviamos un código. No hay contraseña
sign-in-address = Su correo electrónico
sign-in-number = Su número de teléfono
sign-in-either = Su correo electrónico o número de teléfono
sign-in-contact-hint = el que usted nos dio
sign-in-send = Envíenme un código
sign-in-letter = Tengo un código de una carta o de una llamada
sign-in-call = ¿No tiene código o no funciona? Llámenos
sign-in-away = Pasó un rato sin actividad. Entre para continuar
sign-in-away-typed = Pasó un rato sin actividad. Entre y su texto seguirá aquí
sign-in-no-way-title = Entre con un código nuestro
sign-in-no-way = Esta oficina no envía códigos por correo electrónico. Llámenos: le leemos un código por teléfono o se lo enviamos en una carta
sign-in-bad-address = Escriba su correo electrónico, por ejemplo nombre@example.org
sign-in-bad-either = Escriba su correo electrónico o su número de teléfono con el código de área
sign-in-code-title = Escriba el código
sign-in-code-lead = Si tenemos este correo o número, ya va un código en camino. Tiene seis dígitos y sirve durante diez minutos
sign-in-code = Código
sign-in-code-hint = seis dígitos
sign-in-stay = Mantener la sesión en este aparato durante 30 días, para ver cómo va todo
sign-in-stay-hint = Solo en un teléfono propio: quien lo tenga en la mano puede ver cómo van sus solicitudes. Para todo lo demás se pide un código nuevo
sign-in-open = Entrar
sign-in-another = Envíenme otro código
sign-in-wrong = Este código no es correcto, ya se usó o tiene más de diez minutos. Pida uno nuevo
sign-in-resting = Demasiados códigos incorrectos. Pida uno nuevo; si no funciona, espere media hora o llámenos
sign-in-made-up = Demostración: todas las personas aquí son inventadas. El código que se enviaría es { $code }
sign-in-made-up-none = Demostración: todas las personas aquí son inventadas. Nadie recibe ahora un código en esta dirección
sign-in-who-title = ¿Quién es usted?
sign-in-who = Varias personas usan este correo o número. Elija su nombre
sign-in-who-unnamed = Otra persona
sign-in-mail-subject = { $organization }: su código
sign-in-mail = Su código es { $code }
sign-in-mail-else = Sirve durante diez minutos, en la página que lo pidió. Si usted no pidió un código, no haga nada.
sign-in-text = { $organization }: su código es { $code }. Sirve durante diez minutos.

# En cada una de sus páginas

own-sign-in-all = Entre para ver todas sus solicitudes
code-by-mail = ¿No tiene carta? Reciba un código por correo electrónico o mensaje de texto
stopped-new-link = Envíenme un enlace nuevo
stopped-asked = Si este era su enlace, ya va uno nuevo a la dirección que tenemos. ¿No le llega? Llámenos
told-new-link = Aquí tiene un enlace nuevo a su página.
letter-quick = En un teléfono que no es suyo, abra { $address } y escriba la referencia y el código corto { $code }. Ahí se ve cómo va su solicitud; no aparece ningún nombre y no se puede cambiar nada
own-home = Sus páginas
own-sign-in = Entrar
own-sign-out = Salir
own-closes = En un teléfono que usan otras personas, salga cuando termine. La sesión se cierra después de 30 minutos sin actividad
own-more = Sus otras páginas

# La primera página

home-things = { $n ->
    [0] No tiene nada que hacer ahora
    [one] Tiene una cosa que hacer
   *[other] Tiene { $n } cosas que hacer
}
home-about = Su solicitud: { $need }
home-share = ¿Podemos compartir esto?
home-see-words = Lea qué se compartiría y con quién
home-share-yes = Sí, compartir esto
home-share-no = No, no compartir
home-renew-title = Su permiso termina pronto
home-renew-why = Para seguir, permita que { $org } vea lo mismo durante otro período igual. Si no hace nada, termina{ $on-until }
home-your-move = Le toca a usted
home-answer = Responder
home-open = Lo que está en marcha
home-over = Lo que terminó
home-news = Última noticia: { $day }
home-nothing-yet = Todavía no hay ninguna solicitud
home-nothing-yet-more = Cuando su asesor o asesora comience una solicitud para usted, aquí verá cómo va
home-nothing-open = Ahora no hay nada en marcha
home-remembered = Aquí ve cómo va todo. Para responder o cambiar algo, entre con un código nuevo

devices-title = Dónde tiene la sesión abierta
devices-none = Ningún aparato mantiene la sesión
devices-by-mail = Un aparato, desde el { $since } hasta el { $until }, con un código por correo electrónico
devices-by-text = Un aparato, desde el { $since } hasta el { $until }, con un código por mensaje de texto
devices-end = Salir de todos los aparatos
devices-end-hint = Se cierran todos sus aparatos y páginas abiertas, también esta

kept-title = Su texto sigue aquí
kept-lead = Pasó un rato sin actividad, por eso no se envió. Envíelo ahora o bórrelo
kept-text = Lo que usted escribió
kept-send = Enviar ahora
kept-drop = Borrar
kept-waits = Algo que usted escribió todavía no se ha enviado

# La página de una solicitud

ball-title = A quién le toca
ball-partner = Le toca a { $org } dar el próximo paso{ $by }
ball-advisor = Le toca a { $advisor } dar el próximo paso{ $by }
ball-third-party = Todos estamos esperando a alguien más{ $by }
ball-nobody = Ahora nadie tiene que hacer nada
ball-paused = El tiempo que { $org } tiene para responder está detenido desde el { $since }
usual-not-enough = Todavía no hay suficientes casos para decir cuánto tarda { $org }
usual-then-remind = Si ese día ya pasó, puede enviarles un recordatorio aquí
remind-them = Enviarles un recordatorio

asked-remind = Usted les envió un recordatorio el { $day }
asked-not-contacted = El { $day } usted nos dijo que nadie se comunicó. Su asesor o asesora les llamará
asked-not-contacted-done = El { $day } usted nos dijo que nadie se comunicó. Su asesor o asesora ya se ocupó de esto
asked-wrong = El { $day } usted nos dijo que algo no está bien. Su asesor o asesora lo revisa
asked-wrong-done = El { $day } usted nos dijo que algo no está bien. Su asesor o asesora ya se ocupó de esto

can-title = Qué puede pasar después
can-be-sent = { $advisor } lo anota y le pregunta a usted. Se envía solo si usted dice que sí
can-say-yes = { $org } dice que sí. Entonces se comunica con usted
can-waitlist = { $org } dice que sí, con lista de espera. Entonces usted conserva su lugar y le avisamos cuando sea su turno
can-ask = { $org } pide antes una cosa más. Entonces le decimos qué es
can-say-no = { $org } dice que no. Entonces le decimos por qué, y { $advisor } le ofrece otra opción
can-start = El trabajo empieza. Le decimos el día y el próximo paso
can-pause = Queda en pausa. Usted conserva su lugar y le decimos hasta cuándo
can-fail = No se puede lograr. Entonces le decimos por qué, y { $advisor } habla con usted sobre otras opciones
can-finish = { $org } dice que ya está hecho. Entonces le preguntamos si es así
can-go-on = Sigue adelante. Le decimos el día y el próximo paso
can-answer = Usted nos dice si le ayudó. Puede cambiar su respuesta más tarde

contact-at = Su contacto en { $org } es { $name }
contact-call = Llamar a { $name }

values-title = Las palabras y los números exactos
values-before = Cualquier organización consultada ve esto
values-open = { $org } ve también esto
values-after = Después de decir que sí, { $org } ve también esto
values-work = Tipo de trabajo
industry-manufacturing = Fabricación
industry-311 = Alimentos
industry-312 = Bebidas y tabaco
industry-313 = Hilos y telas
industry-314 = Artículos de tela
industry-315 = Ropa
industry-316 = Artículos de cuero
industry-321 = Productos de madera
industry-322 = Papel
industry-323 = Imprenta
industry-324 = Productos de petróleo y carbón
industry-325 = Productos químicos
industry-326 = Plásticos y caucho
industry-327 = Productos de vidrio, arcilla y piedra
industry-331 = Metales en bruto
industry-332 = Productos de metal
industry-333 = Maquinaria
industry-334 = Computadoras y electrónica
industry-335 = Equipo eléctrico
industry-336 = Vehículos
industry-337 = Muebles
industry-339 = Otros productos
industry-with-code = { $industry } ({ $code })
values-size = Personas que trabajan allí
values-area = Zona

size-one = Una persona
size-range = de { $from } a { $to } personas
size-many = { $from } personas o más
size-unknown = No se sabe
area-zip = Códigos postales que empiezan con { $digits }

history-title = Qué ha pasado
history-taken-back = Se retiró

by-you = Usted
by-calendar = Según el calendario
by-report = Lo anotó { $name }
by-program = { $name }, { $program }
by-partner = { $name }, { $org }

did-create = Se anotó su solicitud
did-request_consent = Preguntamos si podemos compartir con { $org }
did-give_consent = Usted aceptó compartir con { $org }
did-refuse_consent = Usted no quiso compartir
did-send = Se envió a { $org }
did-undo_send = Se retiró el envío
did-discard = Se descartó el borrador
did-acknowledge = { $org } tiene su solicitud
did-accept = { $org } dijo que sí
did-reject = { $org } dijo que no
did-ask_information = { $org } pidió algo
did-provide_information = Se respondió la pregunta
did-withdraw = Usted la detuvo
did-recall = Nosotros la detuvimos
did-auto_recall = Se detuvo porque { $org } no respondió
did-start = El trabajo empezó
did-progress = Hubo noticias de { $org }
did-hold = Quedó en pausa
did-resume = Sigue adelante
did-complete = { $org } dice que ya está hecho
did-fail = No se pudo lograr
did-undo_last = Corrección: el aviso anterior fue un error
did-confirm = Usted dijo cómo resultó
did-reopen = Se abrió de nuevo
did-record_next_step = Se acordó el próximo paso
did-re_refer = Lo intentamos con otra organización asociada
did-consent_lapses = Terminó su permiso para compartir
did-mark_error = Se quitó porque era un error

not-contacted = Nadie se comunicó conmigo
wrong-title = Algo aquí no está bien
wrong-what = ¿Qué no está bien?
wrong-hint = su asesor o asesora lo lee y lo corrige
wrong-send = Decirlo a mi asesor o asesora
wrong-say-what = Diga qué no está bien y presione otra vez
wrong-too-long = Escriba 2,000 caracteres como máximo
wrong-enough = Ya recibimos esto de usted y lo revisaremos primero. Llámenos si es urgente

# Mensajes y pedidos de ayuda

threads-none-more = Cuando usted o su asesor o asesora escriban sobre una solicitud, aparecerá aquí
ask-for-which = ¿Para qué negocio?
ask-nobody = Hable con su asesor o asesora: anotarán juntos lo que usted necesita

# Consulta rápida, sin entrar

quick-title = Consulta rápida sin entrar
quick-lead = Vea cómo va una solicitud. No se muestra ningún nombre
quick-reference = Referencia
quick-reference-hint = por ejemplo, R-1187
quick-code = Código corto
quick-code-hint = ocho letras y números, de su carta o de su página
quick-look = Ver
quick-again = Ver otra
quick-more = Para ver más o responder, entre
quick-wrong = Esta referencia y este código corto no corresponden. Después de diez intentos incorrectos hay que esperar 30 minutos
quick-how = Escriba allí esta referencia y este código corto. Muestra cómo va la solicitud y ningún nombre, así que sirve en cualquier teléfono

## Own pages: profile, permissions, who looked, copy, complaint, helper

rights-pages = Sus otras páginas
rights-leaves = Páginas de la lista
rights-newest = Lo más reciente
rights-older = Anteriores
rights-save = Guardar
rights-not-known = No se sabe
rights-nothing = Nada
rights-choose = Elija
rights-changed = Algo cambió aquí desde que usted abrió la página, así que no se guardó nada. Vuelva a mirar y pruebe otra vez.
rights-you-help = Usted está aquí para ayudar a otra persona. Ve lo que esa persona le permitió ver.
rights-bad-empty = Complete este campo.
rights-bad-long = Es demasiado largo o tiene signos que no podemos guardar. Acórtelo.
rights-bad-choice = Elija una de las respuestas de la lista.
rights-bad-day = Elija un día después de hoy y antes del último día que tiene ahora.
rights-bad-until = Elija un día a partir de hoy, como máximo dentro de un año.
rights-bad-telephone = Esto no es un número de teléfono. Escriba los dígitos, por ejemplo 555-0110.
rights-bad-email = Esto no es un correo electrónico. Se escribe así: nombre@example.org.
rights-bad-number = Escriba un número entero, por ejemplo 12.
rights-too-many = Ya hay demasiados sin respuesta. Espere una respuesta o llámenos.
rights-told-answer = { $phone ->
    [none] Hay una respuesta para usted en su propia página. Entre para leerla.
   *[other] Hay una respuesta para usted en su propia página. Entre para leerla o llame al { $phone }.
}

rights-permissions-title = Lo que usted comparte
rights-permissions-lead = Nadie fuera del programa ve nada sobre usted si usted no dijo que sí. Aquí están todos los permisos que dio. Puede detener cada uno por separado.
rights-live = Lo que comparte ahora
rights-none-live = Ahora no comparte nada.
rights-over = Terminados
rights-permission = { $org }, para ayuda con { $need }
rights-sees = Pueden ver: { $items }.
rights-saw = Pudieron ver: { $items }.
rights-holds = Usted dijo que sí el { $since }. Termina a más tardar el { $until }.
rights-held = Usted dijo que sí el { $since }. Terminó el { $until }.
rights-yes-page = Usted dijo que sí en su propia página.
rights-yes-spoken = { $witness ->
    [none] Usted dijo que sí de palabra.
   *[other] Usted dijo que sí de palabra. { $witness } lo escuchó.
}
rights-yes-paper = Usted dijo que sí en papel.
rights-exact-words = Las palabras exactas que usted aceptó
rights-renew = Renovar el permiso
rights-renew-lead = Este permiso termina pronto o ya terminó. Si lo renueva, verán lo mismo durante otro período igual. Si no hace nada, termina.
rights-shorten = Terminarlo antes
rights-last-day = Último día
rights-stop = Dejar de compartir
rights-stop-now = Dejar de compartir con { $org }
rights-stops = Ya no podrán abrir su información aquí, y esta solicitud se detiene. Puede volver a pedir ayuda cuando quiera.
rights-was-read = Ya abrieron su solicitud. Lo que ya leyeron no se puede retirar.
rights-not-read = No han abierto su solicitud, así que no se compartió nada.
rights-totals-title = Los totales se deciden por separado
rights-totals = Nada en esta página decide sobre los totales. En los totales se cuenta quién es usted solo si usted respondió personalmente esas preguntas. Puede cambiar o borrar esas respuestas en una página aparte, y eso no cambia lo que comparte aquí.

rights-looked-title = Quién miró su información
rights-looked-lead = Cada vez que alguien abre lo que sabemos de usted, queda anotado: qué organización, con qué función, qué día, qué vio y por qué. Nunca se muestran nombres de otras personas.
rights-looked-none = Todavía nadie ha mirado su información.
rights-looked-lists = Las listas y búsquedas que solo muestran el nombre de su negocio no se anotan aquí.
rights-looked-ask = Preguntar sobre esto
rights-looked-question = Quiero preguntar sobre esto: { $who } miró mi información el { $day }.
rights-by-advisor = Su asesor o asesora en { $program }
rights-by-colleague = Otra persona que asesora en { $program }
rights-by-manager = Una persona de la gerencia de { $program }
rights-by-steward = La persona que aquí protege los datos de la gente
rights-by-admin = La persona que administra este sistema
rights-by-system = Un sistema informático que usa { $program }
rights-saw-record = La página de su negocio: cómo comunicarse con usted, servicios, solicitudes y notas. Motivo: ayudarle.
rights-saw-referral = { $reference ->
    [none] Su solicitud y sus mensajes. Motivo: atenderla.
   *[other] Su solicitud { $reference } y sus mensajes. Motivo: atenderla.
}
rights-saw-letter = { $reference ->
    [none] Una carta o un código para usted. Motivo: que usted pueda abrir sus páginas.
   *[other] Una carta o un código para { $reference }. Motivo: que usted pueda abrir sus páginas.
}
rights-saw-request = { $reference ->
    [none] Lo que usted necesita, sin su nombre. Motivo: decir si pueden ayudar.
   *[other] Lo que usted necesita en { $reference }, sin su nombre. Motivo: decir si pueden ayudar.
}
rights-saw-contact = { $reference ->
    [none] Lo que usted aceptó compartir. Motivo: ayudarle.
   *[other] Lo que usted aceptó compartir en { $reference }. Motivo: ayudarle.
}
rights-saw-file = { $reference ->
    [none] Una línea sobre usted en un archivo con las solicitudes que tienen. Motivo: llevar su propia lista.
   *[other] Una línea sobre { $reference } en un archivo con las solicitudes que tienen. Motivo: llevar su propia lista.
}
rights-saw-taken-out = Una línea sobre usted en un archivo de los clientes del programa, que sacó el personal. Lo que usted dijo sobre quién es no estaba en él, y tampoco notas. Motivo: trabajar con los registros del programa.
rights-saw-report = Cifras sobre toda la clientela. Usted está en la cuenta; no se mostró su nombre. Motivo: ver a quién llega el programa.
rights-saw-secret = { $reference ->
    [none] La parte confidencial, después de un acuerdo firmado. Motivo: ayudarle.
   *[other] La parte confidencial de { $reference }, después de un acuerdo firmado. Motivo: ayudarle.
}
rights-saw-import = Un archivo que trajo a este programa lo que sabemos de usted. Motivo: empezar.
rights-saw-notice = Un aviso que le escribimos. Motivo: enviarlo.
rights-saw-correction = Lo que nos pidió corregir. Motivo: responderle.
rights-saw-complaint = Una queja suya. Motivo: responderle. Ninguna otra persona dueña de su negocio ve esta línea.

rights-profile-title = Usted y su negocio
rights-profile-lead = Esto es lo que sabemos de usted. Si algo no es correcto, dígalo aquí.
rights-field-name = Nombre
rights-field-telephone = Teléfono
rights-field-email = Correo electrónico
rights-field-language = Idioma en que lee
rights-field-channel = Cómo prefiere recibir noticias
rights-field-business = Nombre del negocio
rights-field-product = Lo que fabrica
rights-field-address = Dirección
rights-field-workers = Número de personas que trabajan ahí
rights-field-ownership = Su parte del negocio
rights-any-way = De cualquier manera
rights-by-phone = Llamada
rights-by-text = Mensaje de texto
rights-by-email = Correo electrónico
rights-by-letter = Carta
rights-seen-contact = Quién ve esto: su asesor o asesora y el programa. Una organización asociada lo ve solo si usted dijo que sí.
rights-seen-business = Quién ve esto: su asesor o asesora y el programa. Antes de que usted diga que sí, una organización asociada ve solo el tipo de trabajo, más o menos cuántas personas trabajan ahí y la zona.
rights-email-new = Correo electrónico nuevo
rights-email-mail = Enviar un código al correo nuevo
rights-email-ask = Los códigos para entrar llegan a este correo. Para cambiarlo, pídalo más abajo y su asesor o asesora lo confirmará. O entre con un código que le enviemos por correo electrónico: así puede cambiarlo usted.
rights-email-unsent = Esta oficina no envía correos electrónicos, así que no puede mandar un código a una dirección nueva. Para cambiar la dirección, pídalo más abajo y su asesor o asesora lo confirmará.
rights-code-mailed = Si { $address } puede recibir correo, un código va en camino. Funciona durante diez minutos.
rights-code = Código
rights-email-take = Usar el correo nuevo
rights-code-wrong = Este código no es correcto, ya se usó o tiene más de diez minutos.
rights-code-resting = Demasiados códigos incorrectos. Espere media hora y pida uno nuevo.
rights-email-wait = Acaba de pedir muchos códigos. Espere un cuarto de hora y pida otro.
rights-email-letter = { $program }: su código es { $code }. Funciona durante diez minutos. Escríbalo en su propia página para usar este correo desde ahora. Si no lo pidió, no haga nada.
rights-email-changed = { $phone ->
    [none] { $program }: desde ahora los códigos para entrar llegan a otro correo. Si no fue usted quien lo cambió, díganoslo enseguida.
   *[other] { $program }: desde ahora los códigos para entrar llegan a otro correo. Si no fue usted quien lo cambió, llame enseguida al { $phone }.
}
rights-correct = Algo no es correcto
rights-correct-lead = Diga cómo debería ser. Su asesor o asesora responderá en 5 días hábiles. Lo que decía antes queda en el historial.
rights-correct-what = ¿Qué no es correcto?
rights-correct-value = ¿Qué debería decir?
rights-correct-ask = Pedir la corrección
rights-corrections = Lo que nos pidió corregir
rights-correction = { $fact }: usted pidió “{ $new }”.
rights-correction-open = Responderemos a más tardar el { $day }.
rights-corrected = Corregido
rights-kept = Quedó como estaba
rights-call-why = Llámenos para preguntar por qué.
rights-answers-title = Quién es usted
rights-answers = Lo que usted dijo sobre quién es se guarda aparte y solo se cuenta en totales. Está en una página aparte que se abre con un código que le enviamos por correo electrónico. No está en ninguna copia ni en otra página.

rights-copy-title = Su copia
rights-copy-lead = Obtenga una copia de todo lo que sabemos de usted: datos, solicitudes, mensajes, permisos, quién miró su información, correcciones y quejas. Tarda menos de un minuto.
rights-copy-page = Copia para leer
rights-copy-csv = Para una hoja de cálculo
rights-copy-json = Para otros programas
rights-copy-notes = La copia tiene todas las notas que comparte el equipo. No tiene las notas que una persona del personal guarda solo para sí.
rights-copy-wait = Acaba de obtener muchas copias. Espere un cuarto de hora y pida otra.
rights-close-title = Cerrar su cuenta
rights-close-lead = Puede pedirnos que borremos lo que sabemos de usted. Entonces se detienen sus solicitudes abiertas. Lo que ya leyeron las organizaciones asociadas no se puede retirar, y los servicios se siguen contando sin su nombre.
rights-close-ask = Pedir que borren lo que saben de mí
rights-close-open = Usted nos pidió borrar lo que sabemos de usted. Responderemos a más tardar el { $day }.
rights-close-back = Cambié de idea
rights-part-you = Usted
rights-part-businesses = Sus negocios
rights-part-requests = Sus solicitudes
rights-part-told = Lo que le dijimos
rights-part-notices = Avisos que le enviamos
rights-part-messages = Mensajes
rights-part-ratings = Sus respuestas sobre cómo fue
rights-part-permissions = Permisos para compartir
rights-part-services = Servicios
rights-part-notes = Notas del equipo
rights-part-trainings = Capacitaciones a las que asistió, y en cuántas sesiones
rights-part-promises = Lo que prometimos hacer
rights-part-resources = Dinero, horas, espacio y otra ayuda pedida o dada
rights-part-documents = Documentos firmados
rights-part-kept = Todo lo demás, tal como está en nuestros archivos
rights-kept-lead = Aquí cada línea es un dato, con el nombre que tiene en nuestros archivos. Esos nombres son iguales en todos los idiomas. Llámenos si quiere saber qué significa alguno.
rights-withheld = No se incluye, porque trata de otra persona o lo escribió otra persona: { $count }
rights-withheld-words = (no se incluye: trata de otra persona)
rights-resource-grant = Subvención
rights-resource-loan = Préstamo
rights-resource-equity = Dinero a cambio de una parte del negocio
rights-resource-fee-waiver = Una tarifa que usted no paga
rights-resource-space = Espacio
rights-resource-lab-time = Tiempo en un laboratorio
rights-resource-equipment-time = Tiempo en una máquina
rights-resource-training = Capacitación
rights-resource-advice = Asesoría
rights-resource-in-kind = Bienes o trabajo en lugar de dinero
rights-amount-minutes = Minutos: { $number }
rights-amount-square-feet = Pies cuadrados: { $number }
rights-amount-lab-minutes = Minutos en un laboratorio: { $number }
rights-part-place = Su local y su contrato de alquiler
rights-part-corrections = Correcciones
rights-part-complaints = Quejas
rights-part-helpers = Personas que le ayudan
rights-col-day = Día
rights-col-what = Qué
rights-col-value = Valor
rights-col-who = Quién
rights-col-words = Palabras
rights-col-reference = Referencia
rights-col-kind = Tipo de ayuda
rights-col-fields = Lo que se comparte
rights-col-how = Cómo
rights-col-since = Desde
rights-col-until = Hasta
rights-col-ended = Terminó
rights-col-minutes = Minutos
rights-col-amount = Monto
rights-col-applied = Pedido
rights-col-awarded = Prometido
rights-col-delivered = Dado
rights-col-day-awarded = Día de la promesa
rights-col-day-delivered = Día de entrega
rights-col-day-refused = Día de la negativa
rights-col-signed = Firmado por
rights-col-record = Registro
rights-col-old = Antes
rights-col-new = Lo pedido
rights-col-answer = Respuesta
rights-col-program = Programa

rights-help-title = Ayuda y quejas
rights-call = Llámenos
rights-your-advisor = { $advisor }, de { $program }, le asesora.
rights-call-program = Llamar a { $program }
rights-hours = Horario de oficina
rights-steward = La persona que aquí protege los datos de la gente
rights-complain = Presentar una queja a otra persona
rights-complain-lead = { $hears } lee esto y responde en 10 días hábiles. Su asesor o asesora no lo ve en ninguna página. Esto no cambia en nada la ayuda que usted recibe.
rights-complain-nobody-else = Aquí no trabaja nadie que no tenga que ver con sus solicitudes. Por eso puede leer esto alguien que trabaja con usted. También puede llamarnos y preguntar quién más podría atender la queja.
rights-complain-words = ¿Qué pasó?
rights-complain-send = Enviar la queja
rights-complaint = Queja { $number }, { $day }
rights-complaint-open = Responderemos a { $number } a más tardar el { $day }.
rights-complaint-answer = Nuestra respuesta a { $number }, { $day }:
rights-words-mean = Qué significan las palabras
rights-word-advisor = Asesor o asesora
rights-means-advisor = Una persona del programa que trabaja con usted.
rights-word-partner = Organización asociada
rights-means-partner = Otra organización que puede ayudarle, por ejemplo una que alquila locales, presta dinero o enseña.
rights-word-request = Solicitud
rights-means-request = Lo que usted necesita, cuando le pedimos a una organización asociada que le ayude con eso.
rights-word-permission = Permiso
rights-means-permission = Usted dice que sí a que compartamos algo con una organización asociada, para una solicitud y hasta un día fijo.
rights-word-code = Código
rights-means-code = Letras y números que abren sus páginas. No lo dé a nadie en quien no confíe.
rights-word-helper = Persona que le ayuda
rights-means-helper = Alguien que usted elige para ver sus solicitudes con usted o actuar por usted.

rights-helpers-title = Alguien que le ayuda
rights-helpers-lead = Alguien de su confianza puede ver sus solicitudes, o actuar por usted, con un código propio. Usted ve lo que hace esa persona. Puede terminar esto en cualquier momento.
rights-level-see = Ver mis solicitudes
rights-level-act = Ver mis solicitudes y actuar por mí
rights-helper-until = Hasta el { $day }.
rights-helper-over = Terminado.
rights-helper-witness = { $witness } le escuchó decirlo.
rights-helper-end = Terminar la ayuda de { $name }
rights-helper-invite = Invitar a alguien
rights-helper-name = El nombre de esa persona
rights-helper-level = ¿Qué puede hacer esa persona?
rights-helper-never = Quien le ayuda nunca ve sus permisos, quién miró su información, su copia ni quién es usted, y nunca dice que sí a compartir por usted.
rights-helper-last = Último día, a más tardar el { $day }
rights-helper-make = Crear el código de esa persona
rights-helpers-did = Lo que hicieron por usted
rights-did = { $name }, por usted: { $what }
rights-did-message = escribió un mensaje
rights-did-request = pidió ayuda
rights-did-stop = detuvo una solicitud
rights-did-confirm = dijo si ayudó
rights-did-answer = respondió una pregunta
rights-did-other = cambió algo
rights-code-once = Dé esto a { $name }. Se muestra solo una vez. Esa persona lo escribe en { $address }.
rights-come-title = Entrar para ayudar a alguien
rights-come-lead = Alguien confía en usted para que le ayude y le dio un código. Lo que haga aquí se le muestra a esa persona con el nombre de usted.
rights-come-name = Su nombre
rights-come-reference = Referencia
rights-come-open = Abrir
rights-come-wrong = Con esta referencia y este código no se abre nada. Revise los dos o pregunte a la persona a quien ayuda.




## Who you are: questions and the notice

self-count = { $of ->
    [1] Una pregunta, opcional
   *[other] Pregunta { $n } de { $of }, todas opcionales
}
self-lead = Usted decide si quiere responder. Su respuesta no cambia la ayuda que recibe
self-why-head = Por qué preguntamos
self-why = Este programa se paga con dinero público. Contamos quién recibe locales, fondos y servicios, para que se vea a quién se deja fuera y se pueda cambiar el programa
self-who-head = Quién puede verla
self-staff = Quienes asesoran, dirigen el programa, prestan dinero o alquilan locales no pueden ver su respuesta
self-own-eyes = Solo usted puede volver a leerla, en sus propias páginas, con un código que le enviamos por correo electrónico
self-glass = En una emergencia, la persona que aquí protege los datos de la gente puede verla, pero solo si antes una segunda persona está de acuerdo. Se lo decimos cada vez
self-office = { $outside ->
    [none] Esta oficina es pequeña, y quienes protegen los datos aquí también trabajan con clientes. El motivo: { $reason }
   *[other] Esta oficina es pequeña, y quienes protegen los datos aquí también trabajan con clientes. El motivo: { $reason }. Antes tiene que estar de acuerdo alguien de fuera: { $outside }
}
self-office-ended = Quienes protegen los datos aquí ya no trabajan con clientes
self-totals = Los informes muestran solo totales, nunca un grupo de menos de { $k } negocios
self-no-file = Este programa no envía a nadie un archivo con su respuesta
self-file = { $recipient } recibe un archivo con totales exactos, sin nombres. La norma: { $authority }. En el archivo se cuenta: { $questions }
self-file-numbered = { $recipient } recibe lo que respondió cada cliente, con un número de cliente y el código postal, sin nombres. La norma: { $authority }. El archivo contiene: { $questions }
self-file-named = { $recipient } recibe lo que respondió cada cliente, con su nombre y sus datos de contacto. La norma: { $authority }. El archivo contiene: { $questions }
self-file-plain = { $recipient } recibe un archivo con totales sobre el trabajo de este programa. Nada de lo que usted responda aquí está en él. La norma: { $authority }
self-file-business = { $recipient } recibe una línea sobre su negocio, sin nombres: qué fabrica, cuántas personas trabajan allí y las horas de ayuda. Nada de lo que usted responda aquí está en ella. La norma: { $authority }
self-file-business-named = { $recipient } recibe una línea sobre su negocio, con nombre y datos de contacto: qué fabrica, cuántas personas trabajan allí y las horas de ayuda. Nada de lo que usted responda aquí está en ella. La norma: { $authority }
self-file-ended = { $recipient } ya no recibe ningún archivo
self-never-decides = Nunca se usa para decidir quién recibe ayuda y nunca se vende
self-never-link = Lo que nunca preguntamos ni guardamos
self-mark-all = Marque todas las que le correspondan. Con una basta
self-mark-one = Elija una
self-detail = Agregar detalle
self-for-example = Por ejemplo: { $examples }
self-own-words = Con sus propias palabras
self-own-words-hint = Opcional. Guardamos sus palabras tal como las escribe
self-decline = Prefiero no responder
self-decline-hint = Está bien. Solo anotamos que se le preguntó, nada más
self-save-next = Guardar y seguir
self-save = Guardar mi respuesta
self-skip = Saltar esta página
self-foot = Puede cambiar o borrar su respuesta cuando quiera con el mismo enlace
self-foot-inside = Puede cambiar o borrar aquí sus respuestas cuando quiera
self-ask = Pregúntenos:
self-standard = Los siete grupos son los de la norma federal de 2024 (OMB SPD 15), para que las ciudades puedan comparar
self-error = Error: { $title }
self-fix = Algo por corregir
self-wrong-none = Marque al menos una casilla, o que prefiere no responder. También puede saltar esta página
self-wrong-both = Marcó una casilla y también que prefiere no responder. Deje solo una de las dos
self-wrong-list = Elija entre las casillas de abajo
self-wrong-long = Este texto puede tener { $most } letras. Tiene { $length }. Acórtelo
self-wrong-sign = Hay un signo en el texto que no se puede mostrar. Escríbalo otra vez sin ese signo
self-wrong-words-only = Marque la casilla más cercana a sus palabras, para que también podamos contar su respuesta
self-wrong-notice = Lo que le decimos cambió desde que abrió esta página. Léalo otra vez y después guarde. Todavía no se guardó nada
self-answered = Respondió a esta pregunta el { $day }. Esta página no muestra lo que dijo. Responda otra vez para cambiarlo
self-answered-read-out = El { $day }, alguien de nuestro equipo anotó lo que usted dijo. Esta página no lo muestra. Responda usted para cambiarlo
self-delete-one = Borrar mi respuesta
self-delete-all = Borrar todas mis respuestas
self-saved-head = Guardado
self-saved = Cámbielo o bórrelo cuando quiera
self-skipped-head = Página saltada
self-skipped = Puede responder cuando quiera. Lo que guardó antes se queda
self-deleted-head = Borrado
self-deleted = Lo que dijo ya no está. Puede responder otra vez cuando quiera
self-kept-head = Conservado
self-kept = Desde ahora sus respuestas se usan como dice esta página
self-close = Ya puede cerrar esta página
self-questions = Las preguntas
self-answer = Responder
self-change = Responder otra vez
self-not-answered = No hay respuesta guardada
self-on = Guardada el { $day }
self-on-read-out = Anotada por nuestro equipo el { $day }, tal como usted la dijo
self-on-released = Se conoce desde el { $day } por un archivo que publicó otra oficina
self-under-earlier = La dio antes de que cambiara lo que le decimos
self-changed-head = Cambió lo que le decimos
self-changed-words = Respondió con un texto anterior. Por favor, lea el de abajo
self-changed-until = Hasta que usted decida, sus respuestas se usan solo como le dijimos antes
self-keep = Conservar mis respuestas
self-keep-mailed = Para conservar sus respuestas como están, entre con un código que le enviamos por correo electrónico. Un enlace, una carta o un mensaje de texto puede haber pasado por otras manos, así que aquí solo puede responder otra vez o borrar
self-keep-sign-in = Entrar con un código por correo electrónico
self-change-below = Para cambiar una respuesta, responda otra vez a la pregunta más abajo
self-sitting = Le entregaron este aparato. Después de la última página se cierra, y nadie puede abrir en él sus respuestas
self-stop = Terminar aquí
self-back-head = Gracias
self-back = Ya terminó. Por favor, devuelva el aparato
self-back-closed = Sus respuestas ya no se pueden abrir desde aquí
self-never-head = Lo que nunca preguntamos ni guardamos
self-never-lead = Nadie que trabaje aquí puede pedirle nada de esto, y en nuestros registros no hay lugar para ello
self-never-status = Situación migratoria
self-never-birth = País de nacimiento
self-never-number = Número de Seguro Social o ITIN
self-never-nation = Nacionalidad
self-never-why = Lo que no se guarda, nadie lo puede tomar, pedir ni usar en su contra
self-never-told = Si alguien le pregunta por algo de esto, no tiene que responder. Por favor, díganoslo
self-mine-head = Lo que nos dijo sobre usted
self-mine-letter = Entró con un código de una carta, y ese código pasa por nuestras manos. Por eso esta página dice cuándo respondió, no qué. Para leer sus respuestas, entre con un código que le enviamos por correo electrónico
self-mine-hidden = Aquí no lo mostramos. Se guardó con un enlace, con una carta o por el personal, o su correo electrónico se cambió después, y quien puso la dirección podría leer su código. Responda otra vez aquí para verlo aquí, o bórrelo
self-mine-declined = Prefirió no responder
self-mine-skipped = Saltó esta página
self-mine-unknown = No se sabe nada
self-to-home = Volver a sus páginas
self-link-text = { $program }: una página privada sobre usted, si quiere. Su asesor o asesora no ve lo que responde. {"{link}"}
self-told-changed = Usted nos dijo quién es. Desde entonces cambió lo que decimos a las personas antes de que respondan: quién puede ver las respuestas o qué archivos debemos enviar. Hasta que usted decida, sus respuestas se usan solo como le dijimos antes. Por favor, lea el texto nuevo y responda otra vez o borre sus respuestas: {"{link}"} Para conservarlas como están, entre a sus páginas con un código que le enviamos por correo electrónico. Esta página no muestra lo que respondió.
self-told-read-out = El { $day }, alguien de nuestro equipo anotó lo que usted dijo sobre quién es, tal como usted lo leyó en voz alta. No se quedó en su pantalla, y esa persona no puede volver a abrirlo. Usted puede cambiarlo o borrarlo: {"{link}"} Si usted no dijo nada, por favor, díganoslo.
self-name-race = raza y etnia
self-name-sex = sexo
self-name-disability = discapacidad
self-name-veteran = condición de veterano o veterana
self-name-military = situación militar
self-name-household = tamaño del hogar
self-name-income = ingresos del hogar
self-name-sedi = autocertificación para un programa federal
self-question-race = ¿Cuál es su raza y/o etnia?
self-question-sex = ¿Cuál es su sexo?
self-question-disability = ¿Tiene usted alguna discapacidad?
self-question-veteran = ¿Sirvió en las fuerzas armadas de los Estados Unidos y ya no está en servicio?
self-question-military = ¿Qué opción le describe mejor en cuanto al servicio en las fuerzas armadas de los Estados Unidos, antes o ahora?
self-question-household = ¿Cuántas personas viven en su hogar?
self-question-income = ¿Cuáles fueron los ingresos de su hogar antes de impuestos en los últimos 12 meses?
self-question-sedi = Para un programa federal (SSBCI): ¿alguna de estas opciones le corresponde?
self-choice-race-aian = Indígena de las Américas o nativa de Alaska
self-choice-race-asian = Asiática
self-choice-race-black = Negra o afroamericana
self-choice-race-hisp = Hispana o latina
self-choice-race-mena = Del Medio Oriente o Norte de África
self-choice-race-nhpi = Nativa de Hawái o de las islas del Pacífico
self-choice-race-white = Blanca
self-choice-sex-female = Femenino
self-choice-sex-male = Masculino
self-choice-disability-yes = Sí
self-choice-disability-no = No
self-choice-veteran-veteran = Sí, soy veterano o veterana
self-choice-veteran-non-veteran = No
self-choice-military-active-duty = Servicio activo
self-choice-military-guard = Integrante de la Guardia Nacional
self-choice-military-reserve = Integrante de la Reserva
self-choice-military-no-service = Sin servicio militar
self-choice-military-disabled-veteran = Veterano o veterana con discapacidad a causa del servicio
self-choice-military-spouse = Cónyuge de militar
self-choice-military-veteran = Veterano o veterana
self-choice-household-8 = 8 o más
self-choice-income-extremely-low = Hasta la cantidad de la columna A (extremadamente bajos)
self-choice-income-low = Más que A, hasta B (bajos)
self-choice-income-moderate = Más que B, hasta C (moderados)
self-choice-income-above = Más que la cantidad de la columna C
self-choice-sedi-group = Pertenezco a un grupo que ha tenido menos acceso al crédito por motivos como raza, etnia, género, condición de veterano, dominio limitado del inglés o discapacidad
self-choice-sedi-residence = Vivo en un área de inversión de CDFI
self-choice-sedi-location = El negocio está, o estará, en un área de inversión de CDFI
self-choice-sedi-none = Ninguna de estas
self-limits-head = Límites de ingresos para { $area }, { $year }. Busque la fila con el tamaño de su hogar
self-limits-size = Personas en el hogar
self-example-aian = Navajo Nation, Blackfeet Tribe, maya, Native Village of Barrow
self-example-asian = china, india asiática, filipina, vietnamita, coreana
self-example-black = afroamericana, jamaiquina, haitiana, nigeriana, etíope
self-example-hisp = mexicana, puertorriqueña, salvadoreña, cubana, dominicana
self-example-mena = libanesa, iraní, egipcia, siria, iraquí
self-example-nhpi = nativa de Hawái, samoana, chamorra, tongana, fiyiana
self-example-white = inglesa, alemana, irlandesa, italiana, polaca

## Behind the wall: what was opened, sent or deleted

wall-text = { $phone ->
    [none] { $program }: hay noticias.
   *[other] { $program }: hay noticias. Llame al { $phone }.
}
wall-opened = { $phone ->
    [none] El { $day }, la persona que aquí protege los datos de la gente miró lo que usted nos dijo sobre quién es. Antes, una segunda persona estuvo de acuerdo. Puede preguntarnos por qué en cualquier momento.
   *[other] El { $day }, la persona que aquí protege los datos de la gente miró lo que usted nos dijo sobre quién es. Antes, una segunda persona estuvo de acuerdo. Para preguntar por qué, llame al { $phone }.
}
wall-filed = { $phone ->
    [none] El { $day }, lo que nos dijo sobre quién es usted se contó en un archivo que una norma nos obliga a enviar. Se lo dijimos antes de que respondiera. Puede preguntarnos por qué en cualquier momento.
   *[other] El { $day }, lo que nos dijo sobre quién es usted se contó en un archivo que una norma nos obliga a enviar. Se lo dijimos antes de que respondiera. Para preguntar por qué, llame al { $phone }.
}
wall-sent = { $phone ->
    [none] El { $day }, lo que nos dijo sobre quién es usted se incluyó en un archivo que una norma nos obliga a enviar. Se lo dijimos antes de que respondiera. Puede preguntarnos por qué en cualquier momento.
   *[other] El { $day }, lo que nos dijo sobre quién es usted se incluyó en un archivo que una norma nos obliga a enviar. Se lo dijimos antes de que respondiera. Para preguntar por qué, llame al { $phone }.
}
wall-row = { $phone ->
    [none] El { $day }, una línea sobre su negocio se incluyó en un archivo que una norma nos obliga a enviar. Lo que nos dijo sobre quién es usted no estaba en él. Puede preguntarnos por qué en cualquier momento.
   *[other] El { $day }, una línea sobre su negocio se incluyó en un archivo que una norma nos obliga a enviar. Lo que nos dijo sobre quién es usted no estaba en él. Para preguntar por qué, llame al { $phone }.
}
wall-held = { $phone ->
    [none] Usted nos pidió borrar lo que sabemos de usted. Todavía no podemos: una norma nos obliga a guardarlo por ahora. Puede preguntarnos por qué en cualquier momento.
   *[other] Usted nos pidió borrar lo que sabemos de usted. Todavía no podemos: una norma nos obliga a guardarlo por ahora. Para preguntar por qué, llame al { $phone }.
}

## What came of it: outcomes, and whether they are right

outcome-told = { $phone ->
    [none] Anotamos algo que resultó de su trabajo con nosotros. Por favor, díganos si es correcto: {"{link}"} Basta con tocar una vez. El enlace funciona durante 30 días. Cualquier persona que lo tenga puede ver la página.
   *[other] Anotamos algo que resultó de su trabajo con nosotros. Por favor, díganos si es correcto: {"{link}"} Basta con tocar una vez. El enlace funciona durante 30 días. Cualquier persona que lo tenga puede ver la página. ¿Tiene preguntas? Llame al { $phone }.
}
outcome-title = ¿Es correcto?
outcome-lead = Anotamos esto sobre su negocio. Por favor, díganos si es así
outcome-before = Antes
outcome-after = Después
outcome-how-much = Cuánto
outcome-not-known = No se sabe
outcome-words = Algo más, como lo escribió su asesor o asesora
outcome-people = Personas: { $number }
outcome-helped = ¿Le ayudamos con esto?
outcome-helped-a-lot = Sí, mucho
outcome-helped-some = Sí, algo
outcome-helped-no = No
outcome-helped-cannot-say = No sé decirlo
outcome-right = Sí, es correcto
outcome-different = No, hay algo diferente
outcome-if-different = Si hay algo diferente
outcome-figure = Su propia cifra
outcome-effect = Su respuesta queda junto a lo que se anotó. No cambia nada de la ayuda que usted recibe
outcome-thanks = Gracias
outcome-answered = Usted respondió el { $day }
outcome-said-right = Usted dijo que es correcto
outcome-said-different = Usted dijo que hay algo diferente
outcome-again = Puede responder otra vez cuando quiera. Vale su última respuesta
outcome-list-title = Lo que se logró
outcome-list-lead = Lo que anotamos sobre su negocio. De cada cosa puede decir si es correcta
outcome-list-none = Todavía no hay nada anotado
outcome-waits = Por favor, diga si es correcto
outcome-choose = Diga si es correcto o si hay algo diferente
outcome-list-back = Todo lo que se logró
outcome-figure-wrong = Escriba un número, por ejemplo 24
outcome-kind-jobs_created = Empleos creados
outcome-kind-jobs_retained = Empleos conservados
outcome-kind-sales_change = Cambio en las ventas
outcome-kind-capital_loan = Dinero conseguido: un préstamo
outcome-kind-capital_equity = Dinero conseguido: de un inversionista
outcome-kind-capital_grant = Dinero conseguido: una subvención
outcome-kind-capital_owner = Dinero conseguido: propio
outcome-kind-contract_won = Contrato ganado
outcome-kind-lease_signed = Contrato de alquiler firmado
outcome-kind-space_kept = Espacio conservado
outcome-kind-licence = Licencia firmada
outcome-kind-patent = Patente
outcome-kind-product_launched = Producto nuevo
outcome-kind-certification = Certificado
outcome-kind-business_started = Negocio iniciado
outcome-kind-building_bought = Edificio comprado
outcome-kind-equity_kept = Parte del negocio que conservaron sus dueños
outcome-kind-employee_ownership = Propiedad de los trabajadores
outcome-kind-closure = Negocio cerrado
rights-part-outcomes = Lo que se logró
rights-part-outcome-answers = Lo que usted dijo sobre eso

rights-part-brings = Lo que usted aporta a cambio
rights-col-match = Aporte propio
rights-col-deposit = Depósito
rights-col-fees = Cargos
rights-col-guarantee = Garantía
rights-col-guarantee-amount = Monto de la garantía
rights-guarantee-none = Ninguna
rights-guarantee-personal = Garantía personal
rights-guarantee-third-party = Otra persona responde
rights-guarantee-collateral = Bienes en garantía

member-title = Lo que usted dice de su persona
member-lead = Usted tiene un puesto en { $body } de { $program }. Aquí puede decir en público quién es, si así lo desea.
member-where-title = Dónde estarán sus palabras
member-where = Si usted acepta, su nombre, su puesto y sus palabras estarán en la sección «Quién decide» de los informes de { $program }, y en la página de { $body } que ven las personas que dirigen el programa.
member-readers = Los informes los leen quienes trabajan en el programa, quienes dan dinero y el público.
member-yours = Solo usted escribe estas palabras. Nadie más puede escribirlas ni cambiarlas. Se muestran como las escribió y no se cuentan en ninguna parte. No tiene que decir nada.
member-taken-back = Puede cambiar sus palabras o retirarlas cuando quiera en esta página. Desaparecen enseguida de las páginas del programa y de todo informe que se haga después. Un informe publicado mientras usted aceptaba las conserva, y un archivo que alguien ya tiene no se puede recuperar.
member-field = En sus propias palabras
member-most = 300 caracteres como máximo
member-agree = Acepto que mi nombre, mi puesto y estas palabras estén allí
member-save = Mostrar mis palabras
member-agree-first = Marque la casilla si acepta. Sin ella no se guarda nada
member-words-missing = Escriba primero sus palabras. Si no desea decir nada, salga de esta página: no se guarda nada
member-too-long = Acorte sus palabras a 300 caracteres. Tienen { $has }
member-shown = Sus palabras se muestran desde el { $day }.
member-none = No se muestra ninguna palabra suya.
member-withdraw = Retirar mis palabras
member-name-title = Su nombre
member-name-words = El programa guarda su nombre con su puesto y su período. Puede pedir que se quite: sus palabras se van con él, y el puesto y el período quedan sin nombre.
member-name-remove = Quitar mi nombre
member-name-gone = Se quitaron su nombre y sus palabras. El puesto y el período quedan sin nombre.
member-ends = Este enlace sirve hasta el { $day }.

## Own pages: what is counted

indicator-title = Lo que se cuenta
indicator-lead = Estas cifras dicen cómo va el programa. Usted propone qué debería contarse y dice qué es lo más importante; un comité decide. Ninguna cifra dice quién es nadie
indicator-all = Propuesto y elegido
indicator-none = Todavía no hay propuestas
indicator-chosen = Elegido
indicator-proposed = Propuesto
indicator-not-chosen = No elegido
indicator-retired = Ya no se mira
indicator-undefined = Todavía nadie ha dicho cómo se puede contar
indicator-words-gone = Palabras retiradas
indicator-about = Sobre esto
indicator-back = Lo que se cuenta, todo
indicator-stands = En qué punto está
indicator-by = Propuesto por
indicator-in-words = En sus propias palabras
indicator-why = Por qué importa
indicator-before = Cómo era antes
indicator-baseline = { $figure } en { $year }. Fuente: { $source }
indicator-decided-by = Quién decidió
indicator-decided = { $body }, { $day }
indicator-again = La manera de contarlo cambió después de la decisión del comité. Espera otra decisión
indicator-retired-why = Por qué ya no se mira
indicator-figures = Las cifras
indicator-period = Período
indicator-figure = Cifra
indicator-last = { $period }: { $figure }
indicator-target = Meta: { $figure } hasta el { $day }
indicator-reached = Meta alcanzada
indicator-no-figure = Sin cifra: no hay con qué comparar
indicator-running = aún no termina
indicator-exact = Cada cifra se cuenta de lo que está anotado, sin una palabra sobre quién es nadie
indicator-month = { $month } de { $year }
indicator-quarter = Trimestre { $quarter } de { $year }
indicator-each-month = cada mes
indicator-each-quarter = cada trimestre
indicator-each-year = cada año
indicator-sentence = { $counted }, { $often }
indicator-for-every = { $counted } por cada { $many } de esto: { $against }
indicator-average = { $counted }, en promedio para cada uno de: { $against }
indicator-of-kind = { $what } ({ $kind })
indicator-in-place = { $what } en { $place }
indicator-paid-by = { $what }, con dinero de { $source }
indicator-rank-title = ¿Qué es lo más importante para usted?
indicator-rank-lead = Ponga hasta tres propuestas en orden. Su negocio cuenta una sola vez, vale su último orden y no se muestra a nadie quién eligió qué
indicator-rank-first = Primero
indicator-rank-second = Segundo
indicator-rank-third = Tercero
indicator-rank-nothing = Nada
indicator-rank-save = Guardar mi orden
indicator-rank-twice = Eligió una propuesta dos veces. Elija cada una solo una vez
indicator-rank-gone = Una de estas ya no es una propuesta. Vuelva a mirar la lista y guarde su orden
indicator-ranked-none = Todavía ningún negocio la ha elegido
indicator-ranked = { $n ->
    [one] La eligió { $n } negocio
   *[other] La eligieron { $n } negocios
}
indicator-propose-title = Proponga algo
indicator-propose-words = ¿Qué debería contarse y por qué?
indicator-propose-hint = En sus propias palabras. El programa dirá después cómo se puede contar
indicator-propose-save = Proponerlo
indicator-named = Mostrar mi nombre al lado. Si no, solo dirá que lo escribió una persona emprendedora
indicator-readers = Pueden leerlo las personas emprendedoras y el personal del programa. No escriba aquí nada que solo usted deba saber
indicator-missing = Escriba primero sus palabras
indicator-said = Lo que dice la gente
indicator-said-none = Todavía nadie ha dicho nada
indicator-say = Diga algo sobre esto
indicator-say-save = Decirlo
indicator-take-back = Retirarlo
indicator-withdraw = Retirar mi propuesta
indicator-you = Usted
indicator-client = Una persona emprendedora
indicator-from-program = { $name }, del programa
indicator-measure-clients-joined = Negocios que se inscribieron
indicator-measure-clients-served = Negocios atendidos
indicator-measure-services = Conversaciones y servicios
indicator-measure-contact-time = Horas con los negocios
indicator-measure-trainings = Capacitaciones realizadas
indicator-measure-training-people = Personas en las capacitaciones
indicator-measure-outreach-reached = Personas con quienes hablamos afuera
indicator-measure-outreach-contacts = Personas de afuera que dejaron cómo contactarlas
indicator-measure-referrals-sent = Solicitudes enviadas a organizaciones asociadas
indicator-measure-referrals-accepted = Solicitudes que una organización aceptó
indicator-measure-referrals-completed = Solicitudes que llegaron a su fin
indicator-measure-awards = Recursos prometidos
indicator-measure-dollars-awarded = Dólares prometidos a los negocios
indicator-measure-dollars-delivered = Dólares entregados a los negocios
indicator-measure-space-delivered = Pies cuadrados entregados
indicator-measure-lab-time = Horas en un laboratorio
indicator-measure-outcomes = Lo que se logró
indicator-measure-jobs-created = Empleos creados
indicator-measure-jobs-kept = Empleos conservados
indicator-measure-capital-raised = Dólares que reunieron los negocios
indicator-measure-contracts-won = Dólares en contratos que ganaron los negocios
indicator-kind-services-coaching = asesoría
indicator-kind-services-loans-grants = préstamos y subvenciones
indicator-kind-services-technology-transfer = nueva tecnología
indicator-kind-services-space = local
indicator-kind-services-certification = certificaciones
indicator-kind-services-hiring-training = contratación y capacitación
indicator-kind-services-other = otra ayuda
indicator-kind-resources-grant = subvenciones
indicator-kind-resources-loan = préstamos
indicator-kind-resources-equity = dinero a cambio de una parte del negocio
indicator-kind-resources-fee-waiver = tarifas perdonadas
indicator-kind-resources-space = local
indicator-kind-resources-lab-time = tiempo en un laboratorio
indicator-kind-resources-equipment-time = tiempo con máquinas
indicator-kind-resources-training = capacitación
indicator-kind-resources-advice = asesoría de otras personas
indicator-kind-resources-in-kind = bienes y servicios
indicator-kind-outreach-event = eventos
indicator-kind-outreach-door-knock = de puerta en puerta
indicator-kind-outreach-community-group = en grupos comunitarios
indicator-kind-outreach-calls = llamadas y mensajes
indicator-kind-outreach-media = periódico, radio y volantes
complaint-indicator-proposals = { $most } de sus propuestas ya esperan una decisión. Retire primero una
complaint-indicator-comments = Ya ha dicho { $most } cosas sobre esto. Retire primero una
complaint-indicator-over = Ya nadie mira esto. Proponga otra cosa
story-told = { $phone ->
    [none] ¿Podemos contar a otras personas cómo le fue? Por favor, lea primero la historia: {"{link}"} Ahí puede decir que sí, que no, o qué debería cambiar. No se muestra nada si usted no dice que sí. El enlace funciona durante un año. Cualquier persona que lo tenga puede ver la página.
   *[other] ¿Podemos contar a otras personas cómo le fue? Por favor, lea primero la historia: {"{link}"} Ahí puede decir que sí, que no, o qué debería cambiar. No se muestra nada si usted no dice que sí. El enlace funciona durante un año. Cualquier persona que lo tenga puede ver la página. ¿Tiene preguntas? Llame al { $phone }.
}
story-told-copy = { $phone ->
    [none] Usted dijo que sí a una historia sobre su negocio, y lo anotamos. Aquí puede leerla y retirar su permiso en cualquier momento: {"{link}"} El enlace funciona durante un año. Cualquier persona que lo tenga puede ver la página.
   *[other] Usted dijo que sí a una historia sobre su negocio, y lo anotamos. Aquí puede leerla y retirar su permiso en cualquier momento: {"{link}"} El enlace funciona durante un año. Cualquier persona que lo tenga puede ver la página. ¿Tiene preguntas? Llame al { $phone }.
}
story-told-ending = { $phone ->
    [none] Su permiso para mostrar una historia sobre su negocio termina pronto. Si no hace nada, termina. Aquí puede mantenerlo más tiempo o terminarlo ahora: {"{link}"} El enlace funciona durante un año. Cualquier persona que lo tenga puede ver la página.
   *[other] Su permiso para mostrar una historia sobre su negocio termina pronto. Si no hace nada, termina. Aquí puede mantenerlo más tiempo o terminarlo ahora: {"{link}"} El enlace funciona durante un año. Cualquier persona que lo tenga puede ver la página. ¿Tiene preguntas? Llame al { $phone }.
}
story-title = Una historia sobre su negocio
story-lead = { $program } quisiera contar a otras personas cómo le fue. Abajo está exactamente como se mostraría. No se muestra en ninguna parte si usted no dice que sí.
story-as-shown = Como se mostraría
story-as-is = Como se muestra
story-question = ¿Puede { $program } mostrar la historia “{ $title }”, con el nombre “{ $named }”?
story-use-public = Está en una página pública que cualquiera puede leer. Se pide a los buscadores que no la incluyan
story-use-reports = Está en los informes del programa, para quienes dan dinero
story-use-export = Está en un archivo que el programa entrega a otros
story-until = Este permiso termina, a más tardar, el { $day }
story-take-back = Puede retirarlo en cualquier momento con solo pulsar un botón. Desde ese momento no se muestra en ninguna parte
story-unread = Lo que alguien haya leído o copiado hasta entonces no se puede retirar
story-no-effect = Su respuesta no cambia nada de la ayuda que usted recibe
story-agree-title = Si quiere que se muestre
story-where = ¿Dónde puede estar?
story-last-day = ¿Hasta cuándo?
story-last-day-hint = un año como máximo
story-agree = Sí, muéstrenla
story-refuse-title = Si no quiere que se muestre
story-refuse = No, no la muestren
story-wish-title = Si debería decir otra cosa
story-wish-field = ¿Qué debería ser diferente?
story-wish = La quiero diferente
story-choose-place = Marque al menos un lugar
story-until-wrong = Elija un día después de hoy, dentro de un año
story-wish-missing = Escriba qué debería ser diferente
story-choose = Diga que sí, que no, o qué debería ser diferente
story-shown-since = Se muestra desde el { $since }, y a más tardar hasta el { $until }
story-withdraw = Retirarla ahora
story-see = Ver la página pública
story-keep-title = Mantener una historia más tiempo
story-keep-lead = Su permiso termina pronto. Diga que sí otra vez y vale hasta el día que elija. Si no hace nada, termina
story-state-live = Se muestra
story-state-asked = Usted todavía no ha respondido. No se muestra en ninguna parte
story-state-refused = Usted dijo que no. No se muestra en ninguna parte
story-state-wished = Usted la quiere diferente. No se muestra en ninguna parte
story-state-withdrawn = Se retiró. No se muestra en ninguna parte
story-state-over = El permiso terminó. No se muestra en ninguna parte
story-state-draft = Se está cambiando. Le preguntaremos otra vez antes de mostrar algo
story-no-client = Usted ya no es cliente del programa, así que no se muestra en ninguna parte
story-your-wish = Lo que usted quiere diferente
story-list-title = Historias sobre su negocio
story-list-lead = Cada una se muestra solo mientras usted esté de acuerdo, exactamente con las palabras que aceptó
story-list-none = No se le ha preguntado por ninguna historia
story-list-back = Todas las historias sobre su negocio
story-public-foot = Contada por { $program }, con permiso a más tardar hasta el { $day }. El permiso se puede retirar en cualquier momento. Entonces esta página desaparece.

## Without a name: what workers are asked

survey-title = Su trabajo y su sueldo, sin su nombre
survey-lead = { $program } pregunta a quienes trabajan en los talleres y fábricas de la zona cuánto ganan y qué hacen. Toma dos minutos
survey-promise-anonymous = Nadie le pregunta su nombre. Con sus respuestas no guardamos nombre, lugar de trabajo, teléfono ni dirección de su aparato
survey-promise-employer = Su empleador nunca ve sus respuestas. Los asesores del programa tampoco las ven
survey-promise-totals = Solo se muestran totales, nunca de menos de { $k } trabajadores
survey-promise-destroyed = Hasta que se hacen los totales, las respuestas quedan juntas bajo llave. Los totales se hacen una sola vez, al terminar la encuesta, y después se destruyen todas las respuestas
survey-promise-free = No tiene que contestar nada. Nada depende de ello
survey-promise-back = Como nadie sabe cuáles respuestas son suyas, no se pueden cambiar ni retirar después de enviarlas
survey-pay = ¿Cuánto le pagan por hora, antes de impuestos?
survey-pay-why = Para ver si el trabajo aquí alcanza para vivir, y a quiénes no les alcanza. Si le pagan por semana, divida entre las horas que trabaja
survey-pay-below = Menos de { $high }
survey-pay-between = De { $low } a { $high }
survey-pay-above = { $low } o más
survey-pass = Prefiero dejarlo sin contestar
survey-job = ¿Qué tipo de trabajo hace más?
survey-job-why = Para ver qué trabajos pagan lo suficiente y quiénes los consiguen
survey-job-51-0000 = Producir: máquinas, montaje, corte, costura, alimentos
survey-job-49-0000 = Instalar, mantener y reparar
survey-job-53-0000 = Almacén, empaque, carga y manejo de vehículos
survey-job-17-0000 = Ingeniería, diseño, calidad y laboratorio
survey-job-43-0000 = Oficina, pedidos y contabilidad
survey-job-41-0000 = Ventas
survey-job-37-0000 = Limpieza y áreas exteriores
survey-job-11-0000 = Dirigir o administrar
survey-job-other = Otra cosa
survey-race-why = Para ver si el trabajo y el sueldo se reparten con justicia. Guardamos el grupo que elija; si elige varios, solo que fueron varios
survey-language = ¿Qué idioma habla más en su casa?
survey-language-why = Para ofrecer capacitación y papeles en los idiomas que habla la gente
survey-language-choose = Elija un idioma
survey-once = Envíelo una sola vez, y solo por usted
survey-send = Enviar mis respuestas
survey-wrong-none = Todavía no eligió nada. Elija por lo menos una respuesta, o cierre esta página
survey-thanks-head = Gracias
survey-thanks = Recibimos sus respuestas, sin su nombre. Nadie puede saber cuáles son suyas
survey-thanks-back = Esta página no guardó nada de ellas en este aparato
survey-over-head = Esta encuesta terminó
survey-over = Ya no se reciben respuestas. No se guardó nada
survey-destroyed = Se hicieron los totales y se destruyeron todas las respuestas
survey-full = Llegaron todas las respuestas que esta encuesta recibe. No se guardó nada
survey-crowded-head = Intente de nuevo más tarde
survey-crowded = Llegaron muchas respuestas desde esta red en la última hora. No se guardó nada. Intente de nuevo en una hora, o con la conexión de su teléfono
survey-soon-head = Esta encuesta todavía no empieza
survey-soon = Empieza el { $day }. Vuelva entonces
survey-poster-head = ¿Cuánto paga su trabajo? Díganos, sin su nombre
survey-poster = Escanee el código con su teléfono. Dos minutos. Su empleador nunca ve sus respuestas
survey-poster-until = Hasta el { $day }
