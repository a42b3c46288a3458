# silkmatch жұптар туралы не айтады. Әр тілге бір файл, барлығында кілттер бірдей; мұны тест тексереді.
# Атаулар мен терминдер сол күйінде қойылады, сондықтан сөйлем олардың септігіне тәуелді болмауы тиіс.

claim = { $level }-деңгей, { $status }
claim-dated = { $level }-деңгей, { $status }, { $year } ж.
claim-assumed = көрсетілмеген, ұйым түріне қарай жорамалданды

# Негіздемелер. «Сіз» — серіктес іздеуші ұйым, мұны соның қызметкері оқиды; «олар» — серіктес.
seeker-same = Олардың ұсынысы: { $offer } ({ $claim }); бұл сізге қажет
seeker-narrower = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізге сай келеді: { $need }
seeker-broader = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізге сай келуі мүмкін: { $need } (тексеру қажет)
seeker-related = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізге жақын: { $need }
seeker-complement = Олардың ұсынысы: { $offer } ({ $claim }); бұл сіздің қажеттілігіңізді өтеуге көмектеседі: { $need }
seeker-no-needs = Сіздің қажеттіліктеріңіз көрсетілмеген; олардың ұсынысы: { $offer } ({ $claim })
seeker-no-offers = Олардың ұсыныстары көрсетілмеген; нақтылаған жөн
seeker-unmet = Олар көрсеткен ұсыныстардың ешқайсысы сіздің қажеттіліктеріңізге сай келмейді
seeker-assumed = { $reason } (сіздің қажеттіліктеріңіз көрсетілмеген; бұл ұйым түріне қарай жорамалданды)
partner-same = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл оларға қажет
partner-narrower = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігіне сай келеді: { $need }
partner-broader = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігіне сай келуі мүмкін: { $need } (тексеру қажет)
partner-related = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігіне жақын: { $need }
partner-complement = Сіздің ұсынысыңыз: { $offer } ({ $claim }); бұл олардың қажеттілігін өтеуге көмектеседі: { $need }
partner-no-needs = Олардың қажеттіліктері көрсетілмеген; сіздің ұсынысыңыз: { $offer } ({ $claim })
partner-no-offers = Сіздің ұсыныстарыңыз көрсетілмеген; не ұсынатыныңызды қосыңыз
partner-unmet = Сіз көрсеткен ұсыныстардың ешқайсысы олардың қажеттіліктеріне сай келмейді
partner-assumed = { $reason } (олардың қажеттіліктері көрсетілмеген; бұл ұйым түріне қарай жорамалданды)
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
assumed = { $value } (жорамал)
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

# Теңгерім.
balance-summary = Ешкім { $limit } тізімнен артық кірмейді: құны — жалпы бағаның { $cost } бөлігі; артық болған серіктестер: { $crowded }; тізімдердегі ұйымдар: { $after } (шектеусіз { $before }); қысқарған тізімдер: { $shorter }, оның ішінде бос: { $without }
head-lists-before = шектеусіз тізімдер
head-lists-after = шектеумен
head-load-before = шектеусіз жүктеме
head-load-after = шектеумен
title-shortened = Шектеусізге қарағанда қысқа тізімдер
head-seeker = іздеуші
# The report page.
decimal = ,
page-title-one = Ұсынылатын серіктестер: { $name }
page-title-many = Ұсынылатын серіктестер: { $from } → { $to }
page-scope = Іздеушілер: { $seekers }; серіктестер: { $partners }; жұптар: { $pairs }; күні: { $date }
page-legend = Бозғылт бөлік: белгісіз, салмағының { $optimism } %-ы есептелді. Жолақ астындағы сызық белгісіздің бәрі жаман болғандағы баллдан жақсы болғандағы баллға дейін созылады
page-weights = Салмақтар
page-preset = Салмақтар жинағы
page-start = Берілгендей
page-own = Қолмен қойылған
page-reset = Қайтару
page-save = Файлға сақтау
page-lock = Бекіту: { $criterion }
page-slider = Салмақ: { $criterion }, 100-ден пункт
page-holds-note = Әр жүгірткінің астында: алғашқы { $top } құрамы өзгергенше тек осы салмақты қаншаға өзгертуге болады
page-holds-choose = Әр салмақты қаншаға өзгертуге болатынын көру үшін бір іздеушіні таңдаңыз
page-holds = тізім сақталады: { $low }–{ $high }
page-below = { $at } төмен: { $by }, орнын босататын { $overtaken }
page-above = { $at } жоғары: { $by }, орнын босататын { $overtaken }
page-seeker = Іздеуші
page-all = Барлық іздеушілер
page-search = Атауы немесе id бойынша іздеу
page-kind = түрі
page-concept = ұсынады
page-any = кез келген
page-why = неге
page-shown = Көрсетілгені: { $shown } / { $total }
page-more = Тағы 50 көрсету
page-nobody = Сүзгілерден ешкім өтпейді
page-moves = Алғашқы { $top } ішінде жылжығаны: { $moved }. Енгендер: { $entered }. Шыққандар: { $left }
page-moves-none = Алғашқы { $top } берілген салмақтардағыдай тұр
page-waterfall = Критерийлерден баллға дейін
page-map = Әр іздеуші әр серіктеспен
page-map-hint = Қоюлау — балл жоғары; басу жұпты ашады
page-map-cell = { $seeker } × { $partner }: { $score }
page-network = Әр іздеушінің ең үздік екі серіктесі
page-gaps-need = Шетелде ешкім қанағаттандырмайтын қажеттіліктер
page-gaps-offer = Шетелде ешкімге керек емес ұсыныстар
page-organizations = ұйымдар
page-nearest = шетелдегі ең жақыны (сәйкестігі 100-ден)
page-made = Бұл бет қалай жасалды
page-date = Бағалау күні
page-inputs = Кіріс деректерінің SHA-256 мәні
page-start-weights = Берілген салмақтар
relation-same = дәл өзі
relation-narrower = қажеттіліктен тар
relation-broader = қажеттіліктен кең
relation-related = жақын
relation-complement = толықтырады
preset-balanced = Теңгерімді
preset-technology-transfer = Технология трансфері
preset-market-entry = Нарыққа шығу
preset-training = Оқыту
preset-procurement = Сатып алу
question-coverage = Сізге керектің қанша бөлігін олар ұсынады?
question-reciprocity = Оларға керектің қанша бөлігін сіз ұсынасыз?
question-mutual = Бұл екі тарапқа да тиімді ме?
question-field = Сіздер бір салада жұмыс істейсіздер ме?
question-counterpart = Серіктестің түрі сай келе ме?
question-standards = Олардың сертификаттары сіздің елде жарамды ма?
question-policy = Бұл жарияланған ұлттық мақсатқа қызмет ете ме?
question-access = Күнделікті бірге жұмыс істеу ыңғайлы ма?
