# silkmatch жұптар туралы не айтады. Әр тілге бір файл, барлығында кілттер бірдей; мұны тест тексереді.
# Атаулар мен терминдер сол күйінде қойылады, сондықтан сөйлем олардың септігіне тәуелді болмауы тиіс.

claim = { $level }-деңгей, { $status }
claim-dated = { $level }-деңгей, { $status }, { $year } ж.

# Негіздемелер. «Сіз» — серіктес іздеуші ұйым, мұны соның қызметкері оқиды; «олар» — серіктес.
seeker-same = Олардың ұсынысы: { $offer } ({ $claim }); бұл сізге қажет
seeker-narrower = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізге сай келеді: { $need }
seeker-broader = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізге сай келуі мүмкін: { $need } (тексеру қажет)
seeker-related = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізге жақын: { $need }
seeker-complement = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізді өтеуге көмектеседі: { $need }
seeker-no-needs = Сіздің қажеттіліктеріңіз көрсетілмеген; олардың ұсынысы: { $offer } ({ $claim })
seeker-no-offers = Олардың ұсыныстары көрсетілмеген; нақтылаған жөн
seeker-unmet = Олар көрсеткен ұсыныстардың ешқайсысы сіздің қажеттіліктеріңізге сай келмейді
partner-same = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл оларға қажет
partner-narrower = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігіне сай келеді: { $need }
partner-broader = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігіне сай келуі мүмкін: { $need } (тексеру қажет)
partner-related = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігіне жақын: { $need }
partner-complement = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігін өтеуге көмектеседі: { $need }
partner-no-needs = Олардың қажеттіліктері көрсетілмеген; сіздің ұсынысыңыз: { $offer } ({ $claim })
partner-no-offers = Сіздің ұсыныстарыңыз көрсетілмеген; не ұсынатыныңызды қосыңыз
partner-unmet = Сіз көрсеткен ұсыныстардың ешқайсысы олардың қажеттіліктеріне сай келмейді
reason-why = { $reason } — { $why }
reason-carried = { $reason }; орындаушылар: { $members }
reason-also = { $reason }; басқа қажеттіліктер бойынша да: { $more }
reason-field = { $reason }; ортақ қызмет саласы: { $field }

# Іріктеу шарттары.
gate-same-country = екі ұйым да бір елде жұмыс істейді
gate-conflict = екі ұйымның арасында қайшылық бар
gate-unwanted-country = бұл ел сіз қалаған елдердің қатарына кірмейді: { $country }
gate-blank = бір-біріңізге қандай пайда келтіре алатыныңыз белгісіз
gate-must = сіздің міндетті қажеттілігіңіз өтелмейді: { $need }

# Байланыстар, күндер, күйлер.
tie = { $status }, { $date }
tie-undated = { $status }
deadline = { $target } (мерзімі: { $deadline })
deadline-passed = { $target } (мерзімі: { $deadline }, өтіп кеткен)
deadline-none = { $target }

# Кестелердің тақырыптары.
head-rank = #
head-partner = серіктес
head-id = код
head-country = ел
head-score = балл
head-range = аралық
head-known = белгілі
head-confidence = сенімділік
head-tie = байланыс
head-criterion = критерий
head-value = мәні
head-weight = салмағы
head-points = ұпай
head-total = барлығы
head-need = қажеттілік
head-offer = ұсыныс
head-closeness = жақындық
head-level = деңгей
head-status = күйі
head-source = дереккөз
head-date = күні
head-gate = тізімге кірмеу себебі
unknown = белгісіз
for-you = сізге
for-them = оларға
title-shortlist = { $name } ({ $id }), { $kind }, { $country }. Ықтимал серіктестер: барлығы { $considered }, көрсетілгені { $shown }
title-near-misses = Іріктеу шарттарынан өтпегендер
title-explain = { $seeker } және { $partner }
title-ours = Сізге не қажет және олар не ұсынады
title-theirs = Оларға не қажет және сіз не ұсынасыз
title-policies = Серіктестік қызмет ететін ұлттық мақсаттар
title-standards = Олардың сертификаттарының танылуы: { $country }
title-ask = Белгісіз, нақтылаған жөн
title-ties = Өзара байланыстарыңыз
title-fields = Ортақ қызмет салалары
title-counterpart = Серіктестің түрі
not-met = сай ұсыныс жоқ
gated = Іріктелген тізімге кірмейді: { $gate }
score-line = балл: { $score } ({ $low }–{ $high }); белгілі: { $known }; сенімділік: { $confidence }
certificate-counts = танылу дәрежесі { $value }
certificate-invalid = бағалау күнінде жарамсыз
certificate-unknown = бұл елде танылуы туралы мәлімет жоқ
served-by = { $country }: { $policy } ← { $need }
carried-by = орындаушылар: { $members }
kind-unknown = түрі белгісіз

# Критерийлер бойынша нені нақтылаған жөн.
ask-coverage = Сізге не қажет және олар не ұсынады?
ask-reciprocity = Оларға не қажет?
ask-mutual = Әр тарапқа екінші тараптан не қажет?
ask-field = Екі ұйым қандай салаларда жұмыс істейді?
ask-counterpart = Олар ұйымның қай түріне жатады?
ask-standards = Олардың қандай сертификаттары бар, оларды кім берген және қай мерзімге дейін жарамды?
ask-policy = Серіктестік қай ұлттық мақсатқа қызмет етеді?
ask-access = Олар қай тілдерде жұмыс істейді, ұйымның көлемі қандай және қай елдерден серіктес іздейді?

# Why a known partner does not rank high.
miss-no-need = сізде қажеттілік көрсетілмеген
miss-no-offer = оларда ұсыныс көрсетілмеген
miss-behind = «{ $criterion }» критерийі бойынша алғашқы ондық алда: { $points } (балмен)
# Салмақтар.
head-bar = үлесі
head-holds = құрам сақталады
head-track = 0–100 ұпай
head-below = төменде кім кіреді
head-above = жоғарыда кім кіреді
head-first = бірінші ауысуына дейін
head-member = құрам ауысуына дейін
head-tightest = ең сезімтал салмақ
head-before = бұрын
head-moved = жылжу
head-why = себебі (ұпай)
head-kept = сақталды
head-first-before = бұрынғы бірінші
head-first-after = кейінгі бірінші
title-stability = { $name } ({ $id }): { $considered } серіктестің алғашқы { $top } орны өзгергенше әр салмақ қанша өзгере алады
title-stability-all = Тізім өзгеруі үшін ауыстырылатын салмақ ұпайлары
title-compare = { $name }: { $first } және { $second }; { $top } серіктестен { $kept } қалады
title-compare-all = { $first } және { $second }: әр тізімнен не қалады
stability-ahead = { $by } ({ $overtaken } орнына)
flip-first = Бірінші орынның ең жақын ауысуы: { $moved } салмақ ұпайын ауыстыру ({ $from } → { $to }) { $overtaken } алдына { $by } шығарады
flip-first-never = Бірінші орын ешбір салмақта өзгермейді
flip-member = Құрамның ең жақын ауысуы: { $moved } салмақ ұпайын ауыстыру ({ $from } → { $to }) тізімге { $overtaken } орнына { $by } енгізеді
flip-member-never = Ешбір салмақта тізімге басқа ешкім кірмейді
flip-tie = { $by } мен { $overtaken } қазір тең; код шешеді
rise-first = { $moved } салмақ ұпайын ауыстыру ({ $from } → { $to }) бірінші орынға { $by } шығарады
rise-first-never = Ешбір салмақта { $name } бірінші болмайды
rise-first-already = { $name } қазірдің өзінде бірінші
rise-enters = { $moved } салмақ ұпайын ауыстыру ({ $from } → { $to }) { $by } тізімге енгізеді
rise-at-least = { $name } тізімге кіруі үшін кемінде { $moved } салмақ ұпайы ауысуы керек
rise-values = Қазіргі салмақтармен мына мәндердің бірі { $name } тізімге енгізеді: { $values }

# Орнықтылық.
head-in-list = тізімде
head-leads = бірінші
title-robust = { $name } ({ $id }): барлық ықтимал салмақтардың қандай үлесінде серіктес { $considered } ішінен алғашқы { $top } қатарына кіреді
robust-method = Салмақ нұсқалары: { $samples } ({ $sampling }; seed { $seed }); шарттар: { $given }; 100 жағдайдың 95-інде үлес қателігі { $margin } пайыздық тармақтан аспайды
robust-central = { $name } мынаны маңызды санағанда бірінші: { $criteria }
robust-necessary = Мұндай кез келген салмақта { $name } мыналардан кем емес: { $over }
robust-none = Мұндай барлық салмақта тізімдегі ешкім басқадан озбайды

# Үйрену және сұрақтар.
learn-held-out = Кезекпен алынып тасталған { $count } пікірден үйренген салмақтар { $learnt }, бастапқы салмақтар { $preset } дұрыс болжайды
learn-contradicted = Осы салмақтарға қайшы пікірлер (жол бойынша): { $judgments }
learn-conflict = Бұл пікірлер ешбір салмақта бірге орындалмайды; біреуін қайта қараңыз: { $judgments }
learn-never = Бұл пікір ешбір салмақта орындалмайды; қайта қараңыз: { $judgments }
ask-question = Кіммен кездескен маңыздырақ: 1. { $a } немесе 2. { $b }? Айырмашылығы: { $differing }
ask-answer = 1 немесе 2; бос жол аяқтайды:
ask-likely = Ең ықтималдары: { $partners }
ask-settled = Жеткілікті: қате орындардың күтілетін саны { $doubtful }
ask-open = Әзірге жеткіліксіз: қате орындардың күтілетін саны { $doubtful }

# Plans.
plan-unnamed = Сапар
title-plan = { $name }: қатысушылар { $members }, қабылдаушылар { $hosts }, кездесулер { $meetings }
plan-proven = { $goal }: { $value } (дәлелденді: одан жақсы жоспар жоқ)
plan-bound = { $goal }: { $value } (ешбір жоспар { $bound } шегінен аспайды)
plan-unbounded = { $goal }: { $value } (шегі белгісіз)
plan-gaps-proven = Кестедегі бос аралықтар: { $value } (дәлелденді: { $bound } санынан кем емес)
plan-gaps = Кестедегі бос аралықтар: { $value } (кемінде { $bound })
goal-shortfall = Минимумға жетпейтін кездесулер
goal-kept = Бұрынғы жоспардан сақталған кездесулер
goal-wished = Тілек бойынша бар байланыстар кездесуі
goal-worst-off = Ең аз ұпай алған қатысушылар жиыны
goal-filled = Толтырылған орындар
goal-total = Барлық кездесудің жалпы құны
goal-spread = Кездесу болатын қабылдаушылар
title-day = { $date }, { $city } ({ $zone })
title-day-anywhere = { $date } ({ $zone })
title-agenda = Күн тәртібі: { $name } ({ $id }): { $count }
title-brief = { $date } { $time }: { $member } – { $host }
title-alternates = Қосалқы мүшелер, рет бойынша
title-unmet = Қалаулы, бірақ жоспарға кірмеді
title-missed = Сапар бармайтын қалалар
title-changes = Не өзгерді
title-conflict = { $name }: жоспар жоқ. Бұлар бірге орындалмайды; біреуін жеңілдету жеткілікті
title-conflict-perhaps = { $name }: жоспар жоқ. Бұлардың арасында қайшылық бар; бәрі оған қатысты болмауы мүмкін
conflict-nothing = { $name }: ешкіммен кездесу мүмкін емес; тыйымдар, қалалар не уақыт кедергі
head-time = уақыты
head-table = үстел
head-member = қатысушы
head-host = қабылдаушы
head-hosts = қабылдаушылар
head-with = кіммен
head-city = қала
head-best = ең жоғары құны
head-cause = не кедергі
head-relax = қалай жеңілдету
brief-languages = ортақ тілдер
brief-no-language = белгісіз; аудармашы керек
brief-bring = ала жүру
brief-ask-for = көрсетуін сұрау
brief-ask = сұрау
unmet-nobody = ешкім
cause-of-host = қабылдаушы үшін: { $gate }
cause-known = олар таныс, ал сапар мұны айналып өтеді
cause-low = құны { $value } шегінен төмен
cause-no-city = қабылдаушының қаласы белгісіз
cause-not-reached = сапар { $city } қаласына бармайды
cause-never = ережемен тыйылған
cause-never-free = ортақ бос уақыты жоқ
cause-price = онымен жиын { $points } төмен
cause-even = онымен жоспар бірдей жақсы
cause-lower = онымен маңыздырақ мақсат нашарлайды
cause-impossible = онымен жоспар жоқ
cause-outweighed = басқа кездесулер құндырақ
cause-short = кемінде { $least } кездесудің { $count }
change-stayed = Өзгермеген кездесулер: { $count }
change-moved = { $pair }: { $from } уақытынан { $to } уақытына ауысты
change-lost = { $pair }: түсіп қалады
change-new = { $pair }: жаңа
counted-members = қатысушылар
counted-hosts = қабылдаушылар
counted-meetings = кездесулер
named-seats = делегациядағы орын: { $count }
named-quota-least = кемінде { $count } ({ $counted }): { $sort }
named-quota-most = ең көбі { $count } ({ $counted }): { $sort }
named-must = { $a } мен { $b } міндетті түрде кездеседі
named-must-slot = { $a } мен { $b } міндетті түрде кездеседі: { $slot }
named-never = { $a } мен { $b } кездеспейді
named-together = барлық кездесуде бірге: { $names }
named-before = алдымен { $a }, содан кейін { $b }
named-away = { $name } болмайды: { $slots }
named-least = кемінде { $count } кездесу: { $name }
named-most = ең көбі { $count } кездесу: { $name }
named-worth-coming = әр қабылдаушыға кемінде { $count } кездесу
named-tables = { $date } үстел саны: { $count }
named-city = { $date } күні { $city } қаласында
named-lowest = құны { $value } шегінен төмен кездесу жоқ
named-ties = бұрыннан таныстар кездеспейді
relax-more = көбірек рұқсат ету
relax-less = азырақ талап ету
relax-minimum = азырақ талап ету немесе мүмкіндігінше жақындау үшін objectives = ["minimum", "total"] деп жазу
relax-rule = ережені алып тастау не тарылту
relax-city = күнді басқа қалада өткізу немесе қабылдаушыларды шақыру (hosts_from)
relax-ties = ties = "show" деп жазу
