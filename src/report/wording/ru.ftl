# Что silkmatch говорит о парах. Один файл на язык, ключи во всех одинаковые; это проверяет тест.
# Названия и термины подставляются как есть, поэтому фраза не должна зависеть от их падежа и рода.

claim = уровень { $level }, { $status }
claim-dated = уровень { $level }, { $status }, { $year } г.
claim-assumed = не указано, принято по типу организации

# Обоснования. «Вы» — организация, которая ищет партнёра и сотрудник которой это читает; «они» — партнёр.
seeker-same = Они предлагают: { $offer } ({ $claim }); вам это нужно
seeker-narrower = Они предлагают: { $offer } ({ $claim }); это отвечает вашей потребности: { $need }
seeker-broader = Они предлагают: { $offer } ({ $claim }); это может отвечать вашей потребности: { $need } (требует проверки)
seeker-related = Они предлагают: { $offer } ({ $claim }); это близко к вашей потребности: { $need }
seeker-complement = Они предлагают: { $offer } ({ $claim }); это поможет в том, что вам нужно: { $need }
seeker-no-needs = Ваши потребности не указаны; они предлагают: { $offer } ({ $claim })
seeker-no-offers = Их предложения не указаны; следует уточнить
seeker-unmet = Ни одно из указанных ими предложений не отвечает вашим потребностям
seeker-assumed = { $reason } (ваши потребности не указаны; эта принята по типу организации)
partner-same = Вы предлагаете: { $offer } ({ $claim }); им это нужно
partner-narrower = Вы предлагаете: { $offer } ({ $claim }); это отвечает их потребности: { $need }
partner-broader = Вы предлагаете: { $offer } ({ $claim }); это может отвечать их потребности: { $need } (требует проверки)
partner-related = Вы предлагаете: { $offer } ({ $claim }); это близко к их потребности: { $need }
partner-complement = Вы предлагаете: { $offer } ({ $claim }); это поможет в том, что им нужно: { $need }
partner-no-needs = Их потребности не указаны; вы предлагаете: { $offer } ({ $claim })
partner-no-offers = Ваши предложения не указаны; добавьте, что вы предлагаете
partner-unmet = Ни одно из указанных вами предложений не отвечает их потребностям
partner-assumed = { $reason } (их потребности не указаны; эта принята по типу организации)
reason-why = { $reason } — { $why }
reason-carried = { $reason }; исполнители: { $members }
reason-also = { $reason }; также по другим потребностям: { $more }
reason-field = { $reason }; общая область работы: { $field }

# Условия отбора.
gate-same-country = обе организации работают в одной стране
gate-conflict = между организациями конфликт
gate-unwanted-country = страна не входит в число желаемых вами: { $country }
gate-blank = неизвестно, чем вы могли бы быть полезны друг другу
gate-must = ваша обязательная потребность не обеспечена: { $need }

# Связи, даты, состояния.
tie = { $status }, { $date }
tie-undated = { $status }
deadline = { $target } (срок: { $deadline })
deadline-passed = { $target } (срок: { $deadline }, истёк)
deadline-none = { $target }

# Заголовки таблиц.
head-rank = #
head-partner = партнёр
head-id = код
head-country = страна
head-score = оценка
head-range = диапазон
head-known = известно
head-confidence = достоверность
head-tie = связь
head-criterion = критерий
head-value = значение
head-weight = вес
head-points = баллы
head-total = итого
head-need = потребность
head-offer = предложение
head-closeness = близость
head-level = уровень
head-status = состояние
head-source = источник
head-date = дата
head-gate = причина исключения
unknown = неизвестно
assumed = { $value } (допущение)
for-you = вам
for-them = им
title-shortlist = { $name } ({ $id }), { $kind }, { $country }. Возможные партнёры: { $shown } из { $considered }
title-near-misses = Исключены по условиям отбора
title-explain = { $seeker } и { $partner }
title-ours = Что нужно вам и что предлагают они
title-theirs = Что нужно им и что предлагаете вы
title-policies = Национальные цели, которым отвечает партнёрство
title-standards = Признание их сертификатов: { $country }
title-ask = Неизвестно, следует уточнить
title-ties = Имеющиеся связи
title-fields = Общие области работы
title-counterpart = Тип партнёра
not-met = нет подходящего
gated = Не входит в короткий список: { $gate }
score-line = оценка: { $score } (от { $low } до { $high }); известно: { $known }; достоверность: { $confidence }
certificate-counts = степень признания { $value }
certificate-invalid = на дату оценки недействителен
certificate-unknown = сведений о признании в этой стране нет
served-by = { $country }: { $policy } ← { $need }
carried-by = исполнители: { $members }
kind-unknown = тип неизвестен

# Что следует уточнить, по критериям.
ask-coverage = Что нужно вам и что предлагают они?
ask-reciprocity = Что нужно им?
ask-mutual = Что каждой из сторон нужно от другой?
ask-field = В каких областях работают обе организации?
ask-counterpart = К какому типу организаций они относятся?
ask-standards = Какие у них сертификаты, кем они выданы и до какого срока действуют?
ask-policy = Какой национальной цели отвечает партнёрство?
ask-access = На каких языках они работают, каков размер организации и из каких стран они ищут партнёров?

# Why a known partner does not rank high.
miss-no-need = у вас не указано потребностей
miss-no-offer = у них не указано предложений
miss-behind = критерий «{ $criterion }» даёт первой десятке перевес: { $points } (в баллах)
# Веса.
head-bar = доля
head-holds = состав сохраняется
head-track = от 0 до 100 баллов
head-below = кто входит ниже
head-above = кто входит выше
head-first = до смены первого
head-member = до смены состава
head-tightest = самый чувствительный вес
head-before = было
head-moved = сдвиг
head-why = причина (баллы)
head-kept = сохранено
head-first-before = первый до
head-first-after = первый после
title-stability = { $name } ({ $id }): насколько может измениться каждый вес, пока не сменится состав первых { $top } из { $considered }
title-stability-all = Сколько баллов веса надо перенести, чтобы список изменился
title-compare = { $name }: { $first } и { $second }; остаются { $kept } из { $top }
title-compare-all = { $first } и { $second }: что остаётся от каждого списка
stability-ahead = { $by } (вместо { $overtaken })
flip-first = Ближайшая смена первого: перенос { $moved } балла веса ({ $from } → { $to }) выводит на первое место { $by }, впереди { $overtaken }
flip-first-never = Первое место не меняется ни при каких весах
flip-member = Ближайшая смена состава: перенос { $moved } балла веса ({ $from } → { $to }) вводит в список { $by } вместо { $overtaken }
flip-member-never = Ни при каких весах в список не войдёт никто другой
flip-tie = { $by } и { $overtaken } уже равны; решает код
rise-first = Перенос { $moved } балла веса ({ $from } → { $to }) выводит на первое место { $by }
rise-first-never = Ни при каких весах { $name } не выходит на первое место
rise-first-already = { $name } уже на первом месте
rise-enters = Перенос { $moved } балла веса ({ $from } → { $to }) вводит { $by } в список
rise-at-least = Чтобы в список попала организация { $name }, надо перенести не менее { $moved } балла веса
rise-values = При нынешних весах { $name } войдёт в список с одним из значений: { $values }

# Устойчивость.
head-in-list = в списке
head-leads = первый
title-robust = { $name } ({ $id }): при какой доле всех возможных весов партнёр входит в первые { $top } из { $considered }
robust-method = Вариантов весов: { $samples } ({ $sampling }; начальное число { $seed }); условия: { $given }; погрешность долей не более { $margin } п. п. в 95 случаях из 100
robust-central = { $name } лидирует, если важнее всего: { $criteria }
robust-central-even = { $name } лидирует, когда веса примерно равны
robust-necessary = При любых таких весах { $name } не хуже, чем { $over }
robust-none = Ни один участник списка не опережает другого при всех таких весах

# Обучение и вопросы.
learn-held-out =
    Из { $count ->
        [one] { $count } ответа, предсказанного по остальным
       *[other] { $count } ответов, каждый из которых предсказан по остальным
    }, полученные веса угадывают { $learnt }; исходные веса: { $preset }
learn-contradicted = Суждения, которым противоречат эти веса (по строкам): { $judgments }
learn-conflict = Эти суждения несовместимы при любых весах; пересмотрите одно из них: { $judgments }
learn-never = Это суждение не выполняется ни при каких весах; пересмотрите его: { $judgments }
ask-question = С кем встреча важнее: 1. { $a } или 2. { $b }? Различия: { $differing }
ask-answer = 1 или 2; пустая строка завершает:
ask-likely = Наиболее вероятны: { $partners }
ask-settled = Достаточно: ожидаемое число ошибочных мест { $doubtful }
ask-open = Пока недостаточно: ожидаемое число ошибочных мест { $doubtful }

# Баланс.
balance-summary =
    Никто не входит более чем в { $limit ->
        [one] { $limit } список
        [few] { $limit } списка
       *[other] { $limit } списков
    }: цена — { $cost } суммы оценок; больше было у партнёров: { $crowded }; в списках организаций: { $after } (без ограничения { $before }); стали короче списков: { $shorter }, из них пустых: { $without }
head-lists-before = списков без ограничения
head-lists-after = с ограничением
head-load-before = нагрузка без ограничения
head-load-after = с ограничением
title-shortened = Списки, которые короче, чем без ограничения
head-seeker = кто ищет
# The report page.
decimal = ,
page-title-one = Рекомендуемые партнёры: { $name }
page-title-many = Рекомендуемые партнёры: { $from } → { $to }
page-scope = Кто ищет: { $seekers }; партнёры: { $partners }; пары: { $pairs }; по состоянию на { $date }
page-legend = Бледнее: лишь допущено по типу организации; самое бледное: неизвестно, учтено на { $optimism } % веса. Линия под полосой идёт от оценки, если всё неуказанное плохо, до оценки, если оно хорошо
page-weights = Веса
page-preset = Набор весов
page-start = Как заданы
page-own = Заданы вручную
page-reset = Сбросить
page-save = Сохранить в файл
page-lock = Закрепить: { $criterion }
page-slider = Вес: { $criterion }, пунктов из 100
page-holds-note = Под каждым ползунком: насколько можно изменить один этот вес, прежде чем изменится состав первых { $top }
page-holds-choose = Выберите одну организацию, чтобы увидеть, насколько можно изменить каждый вес
page-holds = список сохраняется: { $low }–{ $high }
page-below = ниже { $at }: { $by } вместо { $overtaken }
page-above = выше { $at }: { $by } вместо { $overtaken }
page-seeker = Кто ищет
page-all = Все организации
page-search = Поиск по названию или id
page-kind = тип
page-concept = предлагает
page-any = любые
page-why = почему
page-shown = Показано: { $shown } из { $total }
page-more = Показать ещё 50
page-nobody = Фильтры не пропускают никого
page-moves = Сместились среди первых { $top }: { $moved }. Вошли: { $entered }. Вышли: { $left }
page-moves-none = Первые { $top } стоят так же, как при заданных весах
page-waterfall = От критериев к оценке
page-map = Каждый ищущий с каждым партнёром
page-map-hint = Темнее — выше оценка; щелчок открывает пару
page-map-cell = { $seeker } × { $partner }: { $score }
page-network = Два лучших партнёра каждого
page-gaps-need = Потребности, которые никто за рубежом не покрывает
page-gaps-offer = Предложения, которые никому за рубежом не нужны
page-organizations = организации
page-nearest = ближайший за рубежом (соответствие из 100)
page-made = Как создана эта страница
page-date = Дата оценки
page-inputs = SHA-256 исходных данных
page-start-weights = Заданные веса
relation-same = то же самое
relation-narrower = уже потребности
relation-broader = шире потребности
relation-related = близкое
relation-complement = дополняет
preset-balanced = Сбалансированный
preset-technology-transfer = Передача технологий
preset-market-entry = Выход на рынок
preset-training = Обучение
preset-procurement = Закупки
question-coverage = Какую часть ваших потребностей они покрывают?
question-reciprocity = Какую часть их потребностей покрываете вы?
question-mutual = Выгодно ли это обеим сторонам?
question-field = Работаете ли вы в одной области?
question-counterpart = Подходит ли тип партнёра?
question-standards = Действуют ли их сертификаты в вашей стране?
question-policy = Служит ли это заявленной национальной цели?
question-access = Удобно ли работать вместе изо дня в день?
# Plans.
plan-unnamed = Визит
title-plan = { $name }: участников { $members }, принимающих { $hosts }, встреч { $meetings }
plan-proven = { $goal }: { $value } (доказано: лучшего плана нет)
plan-bound = { $goal }: { $value } (ни один план не даёт лучше { $bound })
plan-unbounded = { $goal }: { $value } (граница неизвестна)
plan-gaps-proven = Окна в расписании: { $value } (доказано: не меньше { $bound })
plan-gaps = Окна в расписании: { $value } (не меньше { $bound })
goal-shortfall = Не хватает встреч до минимумов
goal-kept = Сохранено встреч прежнего плана
goal-wished = Встречи с имеющимися связями, по желанию
goal-worst-off = Сумма у наименее обеспеченных участников
goal-filled = Занято мест
goal-total = Общая ценность всех встреч
goal-spread = Принимающих, с кем есть встреча
title-day = { $date }, { $city } ({ $zone })
title-day-anywhere = { $date } ({ $zone })
title-agenda = Повестка: { $name } ({ $id }): { $count }
title-brief = { $date } { $time }: { $member } – { $host }
title-travelling = Кто едет
title-quotas = Квоты
quota-reached = { $quota } – в плане: { $count } из { $all }
quota-all = все
title-alternates = Запасные, по порядку
title-unmet = Желательно, но в план не вошло
title-missed = Города, куда визит не заезжает
title-changes = Что изменилось
title-conflict = { $name }: плана нет. Это не может выполняться вместе; достаточно смягчить одно из условий
title-conflict-perhaps = { $name }: плана нет. Среди этих условий есть противоречие; возможно, не все к нему относятся
conflict-nothing = { $name }: встреча невозможна ни с кем; мешают запреты, города или время
head-time = время
head-way = дорога, мин
head-table = стол
head-host = принимающий
head-hosts = принимающие
head-with = с кем
head-city = город
head-best = лучшая ценность
head-meetings = встреч
head-total-value = ценность всего
head-cause = что мешает
head-relax = как смягчить
brief-languages = общие языки
brief-no-language = неизвестны; нужен переводчик
brief-way = дорога
brief-way-from = { $minutes } мин от { $from }
brief-bring = взять с собой
brief-ask-for = попросить показать
brief-ask = спросить
title-ask-all = Что спросить на каждой встрече
ask-all = { $question } (неизвестно для встреч: { $count } из { $all })
unmet-nobody = никто
cause-of-host = для принимающего: { $gate }
cause-known = они уже знакомы, а визит этого избегает
cause-low = ценность ниже { $value }
cause-no-city = город принимающего неизвестен
cause-not-reached = визит не заезжает в { $city }
cause-never = запрещено правилом
cause-never-free = нет общего свободного времени
cause-price = с ней сумма ниже на { $points }
cause-even = план с ней не хуже
cause-lower = с ней ухудшается более важная цель
cause-impossible = с ней плана нет
cause-outweighed = другие встречи ценнее
cause-short = { $count } из минимум { $least } встреч
change-stayed = Без изменений встреч: { $count }
change-moved = { $pair }: перенесена с { $from } на { $to }
change-lost = { $pair }: отпадает
change-new = { $pair }: новая
counted-members = участники
counted-hosts = принимающие
counted-meetings = встречи
counted-member-meetings = встречи участников
named-seats = мест в делегации: { $count }
named-quota-least = не меньше { $count } ({ $counted }): { $sort }
named-quota-most = не больше { $count } ({ $counted }): { $sort }
named-quota-share = не больше { $count } % от всех ({ $counted }): { $sort }
named-must = { $a } обязательно встречается с { $b }
named-must-slot = { $a } обязательно встречается с { $b }: { $slot }
named-never = { $a } не встречается с { $b }
named-together = вместе на всех встречах: { $names }
named-before = сначала { $a }, затем { $b }
named-away = { $name } отсутствует: { $slots }
named-least = не меньше { $count } встреч: { $name }
named-most = не больше { $count } встреч: { $name }
named-worth-coming = не меньше { $count } встреч у каждого принимающего
named-tables = столов { $date }: { $count }
named-city = { $date } в городе { $city }
named-way = дорога между { $a } и { $b } занимает { $minutes } мин
named-between-places = от одного места до другого не меньше { $minutes } мин
named-lowest = нет встреч ценностью ниже { $value }
named-ties = знакомые между собой не встречаются
relax-more = разрешить больше
relax-less = требовать меньше
relax-minimum = требовать меньше или указать objectives = ["minimum", "total"], чтобы подойти как можно ближе
relax-rule = снять или сузить правило
relax-city = провести день в другом городе или пригласить принимающих (hosts_from)
relax-way = оставить между встречами больше времени или указать более короткую дорогу
relax-ties = указать ties = "show"
head-delegate = участник

# Веса: как они получены.
normalisation = Веса делятся на их сумму; значения от 0 до 1 на постоянной шкале и не пересчитываются
weights-inputs = Исходные данные: { $inputs }
weights-seed = Начальное число генератора: { $seed }
weights-record = Веса: { $weights }; неизвестное значение считается за { $optimism } из 100; на дату { $date }
purpose-balanced = разумное начало для любой организации: прежде всего взаимная польза, затем область, тип и цели
purpose-technology-transfer = привлечь технологии и производство: заводы, лицензии, биоаналоги, полный цикл
purpose-market-entry = вывести продукцию за рубеж: покупатели, дистрибьюторы, регистрация, местные партнёры
purpose-training = обмен людьми: обучение, стажировки, учебные программы, опыт
purpose-procurement = закупать лекарства и медизделия для населения: надёжные производители с действующими сертификатами
method-set = Заданы вручную; остальные веса уступают пропорционально
method-sum-reciprocal = По ранжированию: правило суммы и обратных рангов (Danielson, Ekenberg 2014)
method-centroid = По ранжированию: центроид порядка (Barron, Barrett 1996)
method-rank-sum = По ранжированию: сумма рангов (Stillwell, Seaver, Edwards 1981)
method-reciprocal = По ранжированию: обратный ранг (Stillwell, Seaver, Edwards 1981)
method-swing = Метод качелей (swing): баллы делятся на их сумму
method-ratios = По парным отношениям: логарифмический метод наименьших квадратов
method-ahp = Метод анализа иерархий: главный собственный вектор, степенной метод (Саати 1980)
method-best-worst = Метод «лучший — худший»: линейная программа (Rezaei 2016)
method-learn = Получены из ответов, начиная с { $preset }: логистическая модель выбора, среднее того, что вероятно после ответов; диапазоны верны с вероятностью 95 %
method-ask = Среднее весов, согласных с ответами; считается, что 95 ответов из 100 даны обдуманно
elicit-reconsider = Ответ, который стоит пересмотреть: { $answer }; остальные вместе дают { $fitted }
elicit-gci-good = GCI { $index }, не выше { $most } при числе критериев { $count }: ответы достаточно согласованы
elicit-gci-bad = GCI { $index }, выше { $most } при числе критериев { $count }: пересмотрите ответы
elicit-cr-good = CR { $ratio } (λ { $lambda }, случайные индексы Саати 1980), не выше { $most }: ответы достаточно согласованы
elicit-cr-bad = CR { $ratio } (λ { $lambda }, случайные индексы Саати 1980), выше { $most }: пересмотрите ответы
elicit-best-worst = Наибольшее отклонение { $deviation }; коэффициент согласованности по ответам { $ratio } (Liang, Brunelli, Rezaei 2020)
elicit-ask-rank = Место { $rank } по важности; пустая строка завершает ({ $criteria }):
elicit-ask-swing = Все критерии равны 0. { $question } Баллы за подъём критерия «{ $criterion }» до 1 (у самого полезного 100):
elicit-ask-ratio = Во сколько раз «{ $a }» важнее, чем «{ $b }» (1/3, если втрое менее важно; пустая строка пропускает)?
elicit-ask-scale = Во сколько раз «{ $a }» важнее, чем «{ $b }», от 1 до 9?
elicit-ask-best = Самый важный критерий ({ $criteria }):
elicit-ask-worst = Наименее важный критерий ({ $criteria }):
sampling-direct = равномерная выборка
sampling-rejection = равномерная выборка с отбором подходящих
sampling-hit-and-run = случайное блуждание среди подходящих (hit and run)
robust-nothing-given = нет, возможны любые веса
compare-why = Баллы в последнем столбце: сколько критерий добавляет к оценке партнёра сверх того, что он добавляет в среднем всем показанным
compare-changed = Веса, которые меняются: { $weights }
learn-inputs = суждений: { $judgments }, выборов и итогов: { $outcomes }
learn-worse = Эти ответы пока не дают оснований менять веса: оставьте { $preset }, пока ответов не станет больше
head-spread = от–до
head-lists = списки
head-common = во всех списках
title-group = { $name } ({ $id }): место у каждого сотрудника для тех, кто хотя бы у одного входит в первые { $top } из { $considered }
title-group-weights = Веса сотрудников ({ $count }), баллы из 100
title-group-all = Что общего в списках сотрудников ({ $count })
group-everybody = В списках у всех, { $count } из { $top }: { $partners }
group-nobody = Во всех списках нет никого общего
group-differ = Больше всего сотрудники расходятся по критерию «{ $criterion }»: от { $least } до { $most } баллов
# Числа и даты.
comma = { ", " }
percent = { $number } %
date-day = { $day }.{ $month }.{ $year }
date-month = { $month }.{ $year }

# Названия листов: не более 31 знака.
sheet-shortlist = Короткий список
sheet-needs = Покрытые потребности
sheet-near-misses = Исключены
sheet-balance = Баланс
sheet-shortened = Сокращённые списки
sheet-made = Как получено
sheet-score = Оценка
sheet-criteria = Критерии
sheet-ours = Ваши потребности
sheet-theirs = Их потребности
sheet-remarks = Примечания
sheet-weights = Веса
sheet-stability = Устойчивость
sheet-compared = Сравнение
sheet-robust = Надёжность
sheet-group = Группа
sheet-gaps = Пробелы
sheet-quality = Качество ранжирования
sheet-misses = Известные партнёры внизу списка
sheet-resolved = Термины и названия
sheet-findings = Замечания
sheet-unknown = Неучтённые термины
sheet-tables = Таблицы
sheet-contents = Состав

# Заголовки листов и прочих таблиц.
head-reason-seeker = чем партнёр полезен вам
head-reason-partner = чем вы полезны партнёру
head-seeker-id = код (кто ищет)
head-needed-by = кому нужно
head-priority = важность
head-relation = как покрыта
head-basis = откуда известно
head-note = что говорит источник
head-setting = параметр
head-about = о чём
head-remark = примечание
head-side = сторона
head-concept = понятие
head-label = название
head-nearest-fit = лучшее за рубежом
head-nearest = ближайший
head-ranker = способ ранжирования
head-part = часть
head-asked = запросов
head-top-1 = первое место
head-top-5 = первые 5
head-top-10 = первые 10
head-top-20 = первые 20
head-interval = 95 %
head-macro-10 = макро 10
head-mrr = MRR
head-ndcg = nDCG
head-topic = тема
head-query = запрос
head-outcome = результат
head-name = название
head-severity = важность
head-file = файл
head-sheet = лист
head-line = строка
head-column = столбец
head-cell = ячейка
head-found = найдено
head-message = пояснение
head-hint = как исправить
head-code = код
head-read = таблица
head-rows = строк
head-from = откуда
head-of = что
head-which = какие
head-count = число
head-of-all = из
head-term = термин
head-cells = ячеек
head-first-in = впервые в
head-preset = набор весов

# Что говорят check и resolve.
outcome-exact = точно
outcome-folded = с точностью до написания
outcome-phrase = по словосочетанию
outcome-fuzzy = приблизительно
outcome-broader = слишком широко
outcome-ambiguous = неоднозначно
outcome-unknown = неизвестно
title-unknown = Термины, которые не учитываются
severity-note = примечание
severity-warning = предупреждение
severity-fault = ошибка
tally = { $counts }.
tally-none = Замечаний нет.
tally-note =
    { $count ->
        [one] { $count } примечание
        [few] { $count } примечания
       *[other] { $count } примечаний
    }
tally-warning =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[other] { $count } предупреждений
    }
tally-fault =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[other] { $count } ошибок
    }
count-country = страна
count-kind = тип
count-offer = предложения по состоянию
count-role = роль
count-organizations = организации
count-label = названия понятий
count-labels = варианты написания
count-with-an-offer = с предложением
count-with-a-need = с потребностью
count-with-both = с тем и другим
count-in-all-languages = на всех языках

# Проверка качества.
ranker-model = модель
ranker-without = без критерия «{ $criterion }»
ranker-random = случайно
ranker-hubs-first = сначала самые частые
ranker-words-of-profiles = слова профилей
ranker-words-of-need-and-offer = слова потребностей и предложений
ranker-sum-of-both-words = сумма обоих сравнений слов
part-all = все

# Как получены результаты.
made-version = Программа
made-optimism = Засчитываемая доля неизвестного критерия
made-weight = Вес: { $criterion }
made-method = Метод
made-input = Дано
made-seed = Начальное число генератора

# Чистые копии.
sheet-mended = Изменения
sheet-visit = Визит
sheet-travelling = Делегация
sheet-meetings = Встречи
sheet-changes = Изменения
sheet-alternates = Запасные
sheet-unmet = Не вошло в план
sheet-missed = Города вне маршрута
sheet-conflict = Плана нет
mended = { $file }: строк { $rows }, изменений { $changes }
head-mend = исправление
head-place = место
head-was = было
head-is = стало
mend-encoding = кодировка
mend-separator = разделитель
mend-sheet = лист
mend-row = строка
mend-header = заголовок
mend-spaces = пробелы
mend-width = ширина знаков
mend-lookalikes = похожие буквы
mend-garbled = искажённый текст
mend-decimal = десятичный знак

# Заданные пары.
sheet-pairs = Оценённые пары
head-problem = что помешало

# Таблицы для заполнения. Слово в скобках — метка примера в словаре.
init-done = записано: { $path }. Внесите свои строки (строки-примеры не учитываются) и выполните `silkmatch check { $path }`
example-row = [ПРИМЕР] эта строка не учитывается; удалите её
help-name = Название организации, любым письмом. Обязательно.
help-country = Страна: выберите из списка или укажите код ISO 3166. Обязательно.
help-id = Короткий постоянный код, например kz-my-firm. Если пусто, он составляется из названия.
help-aliases = Другие названия, любым письмом, через точку с запятой.
help-city = Город, для планирования визитов.
help-cluster = Код кластера или парка, в который входит организация.
help-kind = Тип организации: выберите из списка.
help-offers = Что организация предлагает, термины через точку с запятой. Число от 1 до 5 после двоеточия — сила предложения: вакцины:4; обучение. Без числа — 3.
help-needs = Что организации нужно, термины через точку с запятой. Число от 1 до 5 после двоеточия — важность; знак ! — обязательное условие: инсулин:5!; обучение.
help-certifications = Сертификаты: схема, в скобках орган, срок действия; через точку с запятой: GMP (EU) 2027-05; ISO 13485.
help-languages = Рабочие языки, названием или кодом, через точку с запятой: en; ru.
help-size = Размер: выберите из списка или укажите численность работников.
help-wants = Страны, из которых ищут партнёров, через точку с запятой. Пусто — любые.
help-source = Откуда известно: адрес, заглавие, лицо.
help-as-of = На какую дату: 2027, 2027-06 или 2027-06-14.
help-note = Всё остальное. Примечание, которое начинается с [ПРИМЕР], помечает строку, которая не учитывается.
help-organization = Код или название организации, как на листе организаций. Обязательно.
help-role = Предложение, потребность или сертификат. Обязательно.
help-term = Что предлагается или нужно: выберите из списка или напишите своими словами. Обязательно.
help-level = От 1 до 5: сила предложения или важность потребности. Пусто — 3.
help-must = Исключать ли партнёра, который не отвечает этой потребности.
help-status = Состояние: работает, построено, планируется или ищется.
help-basis = Прямо указано в источнике или выведено из него.
help-a = Одна организация, код или название. Обязательно.
help-b = Другая организация, код или название. Обязательно.
help-tie-status = Что связывает организации: выберите из списка. При конфликте они не попадают в списки друг друга. Обязательно.
help-date = Когда: 2027, 2027-06 или 2027-06-14.

# То, что в данных записано по-английски.
counterpart-fit = { $seeker } → { $partner }: соответствие { $value } из 100
policy-quoted = { $label } («{ $target }»)

# The local page.
site-data = Данные
site-partners = Партнёры
site-plan = Поездка
site-language = Язык
site-waiting = Идёт работа…
site-drop = Перетащите сюда файл CSV, книгу Excel или несколько файлов
site-choose = Выбрать файлы
site-starter = Книга для заполнения
site-encoding = Кодировка текста
site-encoding-found = определить автоматически
site-drop-note = Одна строка описывает одну организацию: нужны название и страна, а подбор идёт по предложениям и потребностям. Загруженное несколько часов хранится в памяти этого компьютера; на диск ничего не записывается и никуда не отправляется.
site-given = Исходные профили
site-loaded = { $name }. Организаций: { $count }
site-forget = Удалить загруженное
site-gone = Загруженное больше не хранится; показаны исходные профили
site-tables = Что прочитано
site-findings = Замечания
site-no-finding = Таких замечаний нет
site-fault = Ошибки
site-warning = Предупреждения
site-note = Примечания
site-place = место
site-line = строка { $line }
site-more = Показать ещё
site-download = Скачать:
site-from = Страна тех, кто ищет
site-to = Страна партнёров
site-delegation = Файл делегации
site-delegation-note = Кто едет, с кем может встретиться, в какие дни и часы, в формате TOML или как книга Excel. Пример составлен из загруженных профилей.
site-make = Составить план
site-open-file = Открыть файл
site-example = Вставить пример
site-silent = silkmatch не отвечает; запущена ли программа?
site-too-large = Больше { $most } МБ за один раз; для больших реестров служит командная строка
# Замечания check, по кодам.
finding-encoding-guessed = Кодировка определена по содержимому; если буквы искажены, укажите её: --encoding
finding-encoding-doubtful = Кодировка необычна; проверьте буквы или сохраните файл как CSV (UTF-8)
finding-lost-letters = Буквы заменены вопросительными знаками; введите текст заново
finding-lost-digits = Длинное число, которое таблица записала кратко; последние цифры потеряны
finding-garbled-text = Текст прочитан в неверной кодировке; исправит check --fix
finding-error-cell = Ошибка электронной таблицы вместо значения; строка не учитывается
finding-uncalculated-formula = Формула не была вычислена; строка не учитывается
finding-title-rows = Строки над заголовком не читаются
finding-repeated-header = Заголовок повторён; строка пропущена
finding-example-row = Строка-пример; не учитывается. Удалите её или уберите пометку из примечания
finding-merged-cells = Объединённые ячейки; значение относится к каждой их строке
finding-hidden-rows = Скрытые строки тоже читаются; откройте и проверьте их
finding-hidden-columns = Скрытые столбцы тоже читаются; откройте и проверьте их
finding-hidden-sheet = Скрытый лист тоже читается; откройте и проверьте его
finding-second-table = Второй лист той же таблицы; не читается
finding-unknown-column = Такого столбца в таблице нет; не читается
finding-unknown-table = Ни одна из читаемых таблиц; назовите по имени таблицы
finding-extra-cells = Ячеек больше, чем в заголовке; строка не учитывается
finding-missing-value = Обязательная ячейка пуста; строка не учитывается
finding-duplicate-id = Две строки с одним кодом; учитывается первая
finding-unknown-country = Ни страна, ни код ISO 3166; строка не учитывается
finding-unknown-kind = Нет такого типа организации; выберите из списка
finding-unknown-term = Термин не соответствует ни одному понятию и не учитывается; напишите одно из названий
finding-ambiguous-term = Термин многозначен и не учитывается; уточните, какое понятие имеется в виду
finding-unknown-concept = В таксономии нет такого понятия; строка не учитывается
finding-phrase-term = Термин понят по названиям, которые вместе его покрывают
finding-fuzzy-term = Термин понят, хотя написан не так, как в списке
finding-broader-term = Термин говорит больше, чем название в нём; не учитывается
finding-fuzzy-name = Организация узнана, хотя название написано не так, как в списке
finding-name-of-other-times = На дату строки организация называлась иначе; строка учитывается
finding-unknown-organization = Организации нет в таблице организаций; строка не учитывается
finding-bad-level = Уровень — целое число от 1 до 5; запись не учитывается
finding-bad-choice = Не из списка допустимых слов; не учитывается
finding-bad-date = Не дата; пишите 2027, 2027-06 или 2027-06-14
finding-bad-number = Не число или вне допустимых пределов
finding-unknown-scheme = Почти совпадает с известной схемой сертификации; оставлено как написано
finding-bad-language = Не язык; напишите название или код
finding-self-tie = Связь организации с самой собой; строка не учитывается
finding-missing-label = У понятия нет названия на одном из языков таблицы
finding-shared-label = У двух понятий одно название без пометки о контексте
finding-acronym-clash = Аббревиатура совпадает со словом другого понятия
finding-no-source = Источник не указан; напишите, откуда это известно
