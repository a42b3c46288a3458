# silkmatch juftliklar haqida nima deydi. Har bir tilga bitta fayl, kalitlar hammasida bir xil; buni test tekshiradi.
# Nomlar va atamalar o'z holicha qo'yiladi, shuning uchun gap ularning kelishigiga bog'liq bo'lmasligi kerak.

claim = { $level }-daraja, { $status }
claim-dated = { $level }-daraja, { $status }, { $year }-yil

# Asoslar. "Siz" — hamkor izlayotgan tashkilot, buni uning xodimi o'qiydi; "ular" — hamkor.
seeker-same = Ularning taklifi: { $offer } ({ $claim }); bu sizga kerak
seeker-narrower = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizga javob beradi: { $need }
seeker-broader = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizga javob berishi mumkin: { $need } (tekshirish lozim)
seeker-related = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizga yaqin: { $need }
seeker-complement = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizni qondirishga yordam beradi: { $need }
seeker-no-needs = Sizning ehtiyojlaringiz ko'rsatilmagan; ularning taklifi: { $offer } ({ $claim })
seeker-no-offers = Ularning takliflari ko'rsatilmagan; aniqlashtirish maqsadga muvofiq
seeker-unmet = Ular ko'rsatgan takliflarning hech biri sizning ehtiyojlaringizga javob bermaydi
partner-same = Sizning taklifingiz: { $offer } ({ $claim }); bu ularga kerak
partner-narrower = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojiga javob beradi: { $need }
partner-broader = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojiga javob berishi mumkin: { $need } (tekshirish lozim)
partner-related = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojiga yaqin: { $need }
partner-complement = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojini qondirishga yordam beradi: { $need }
partner-no-needs = Ularning ehtiyojlari ko'rsatilmagan; sizning taklifingiz: { $offer } ({ $claim })
partner-no-offers = Sizning takliflaringiz ko'rsatilmagan; nima taklif qilishingizni qo'shing
partner-unmet = Siz ko'rsatgan takliflarning hech biri ularning ehtiyojlariga javob bermaydi
reason-why = { $reason } — { $why }
reason-carried = { $reason }; ijrochilar: { $members }
reason-also = { $reason }; boshqa ehtiyojlar bo'yicha ham: { $more }
reason-field = { $reason }; umumiy faoliyat sohasi: { $field }

# Saralash shartlari.
gate-same-country = ikkala tashkilot ham bir mamlakatda ishlaydi
gate-conflict = ikki tashkilot o'rtasida ziddiyat mavjud
gate-unwanted-country = bu mamlakat siz istagan mamlakatlar qatoriga kirmaydi: { $country }
gate-blank = bir-biringizga qanday foyda keltira olishingiz noma'lum
gate-must = sizning majburiy ehtiyojingiz qondirilmaydi: { $need }

# Aloqalar, sanalar, holatlar.
tie = { $status }, { $date }
tie-undated = { $status }
deadline = { $target } (muddati: { $deadline })
deadline-passed = { $target } (muddati: { $deadline }, o'tgan)
deadline-none = { $target }

# Jadval sarlavhalari.
head-rank = #
head-partner = hamkor
head-id = kod
head-country = mamlakat
head-score = baho
head-range = oraliq
head-known = ma'lum
head-confidence = ishonchlilik
head-tie = aloqa
head-criterion = mezon
head-value = qiymati
head-weight = vazni
head-points = ball
head-total = jami
head-need = ehtiyoj
head-offer = taklif
head-closeness = yaqinlik
head-level = daraja
head-status = holati
head-source = manba
head-date = sana
head-gate = ro'yxatga kirmaslik sababi
unknown = noma'lum
for-you = sizga
for-them = ularga
title-shortlist = { $name } ({ $id }), { $kind }, { $country }. Ehtimoliy hamkorlar: jami { $considered } ta, ko'rsatilgani { $shown } ta
title-near-misses = Saralash shartlaridan o'tmaganlar
title-explain = { $seeker } va { $partner }
title-ours = Sizga nima kerak va ular nima taklif qiladi
title-theirs = Ularga nima kerak va siz nima taklif qilasiz
title-policies = Hamkorlik xizmat qiladigan milliy maqsadlar
title-standards = Ular sertifikatlarining tan olinishi: { $country }
title-ask = Noma'lum, aniqlashtirish maqsadga muvofiq
title-ties = O'zaro aloqalaringiz
title-fields = Umumiy faoliyat sohalari
title-counterpart = Hamkor turi
not-met = mos taklif yo'q
gated = Saralangan ro'yxatga kirmaydi: { $gate }
score-line = baho: { $score } ({ $low }–{ $high }); ma'lum: { $known }; ishonchlilik: { $confidence }
certificate-counts = tan olinish darajasi { $value }
certificate-invalid = baholash sanasida amal qilmaydi
certificate-unknown = bu mamlakatda tan olinishi haqida ma'lumot yo'q
served-by = { $country }: { $policy } ← { $need }
carried-by = ijrochilar: { $members }
kind-unknown = turi noma'lum

# Mezonlar bo'yicha nimani aniqlashtirish kerak.
ask-coverage = Sizga nima kerak va ular nima taklif qiladi?
ask-reciprocity = Ularga nima kerak?
ask-mutual = Har bir tomonga ikkinchi tomondan nima kerak?
ask-field = Ikki tashkilot qaysi sohalarda ishlaydi?
ask-counterpart = Ular qanday turdagi tashkilot?
ask-standards = Ularda qanday sertifikatlar bor, ularni kim bergan va qachongacha amal qiladi?
ask-policy = Hamkorlik qaysi milliy maqsadga xizmat qiladi?
ask-access = Ular qaysi tillarda ishlaydi, tashkilot hajmi qanday va qaysi mamlakatlardan hamkor izlaydi?

# Why a known partner does not rank high.
miss-no-need = sizda ehtiyoj ko'rsatilmagan
miss-no-offer = ularda taklif ko'rsatilmagan
miss-behind = «{ $criterion }» mezoni bo'yicha dastlabki o'ntalik oldinda: { $points } (ballda)
# Vaznlar.
head-bar = ulushi
head-holds = tarkib saqlanadi
head-track = 0–100 ball
head-below = pastda kim kiradi
head-above = yuqorida kim kiradi
head-first = birinchi almashguncha
head-member = tarkib almashguncha
head-tightest = eng sezgir vazn
head-before = oldin
head-moved = siljish
head-why = sababi (ball)
head-kept = saqlandi
head-first-before = oldingi birinchi
head-first-after = keyingi birinchi
title-stability = { $name } ({ $id }): { $considered } ta hamkordan dastlabki { $top } tasi o'zgarguncha har bir vazn qancha o'zgarishi mumkin
title-stability-all = Ro'yxat o'zgarishi uchun ko'chiriladigan vazn ballari
title-compare = { $name }: { $first } va { $second }; { $top } tadan { $kept } tasi qoladi
title-compare-all = { $first } va { $second }: har bir ro'yxatdan nima qoladi
stability-ahead = { $by } ({ $overtaken } o'rniga)
flip-first = Birinchi o'rinning eng yaqin almashuvi: { $moved } vazn ballini ko'chirish ({ $from } → { $to }) { $overtaken } oldiga { $by } ni chiqaradi
flip-first-never = Birinchi o'rin hech qanday vaznda o'zgarmaydi
flip-member = Tarkibning eng yaqin almashuvi: { $moved } vazn ballini ko'chirish ({ $from } → { $to }) ro'yxatga { $overtaken } o'rniga { $by } ni kiritadi
flip-member-never = Hech qanday vaznda ro'yxatga boshqa hech kim kirmaydi
flip-tie = { $by } va { $overtaken } hozir teng; kod hal qiladi
rise-first = { $moved } vazn ballini ko'chirish ({ $from } → { $to }) birinchi o'ringa { $by } ni chiqaradi
rise-first-never = Hech qanday vaznda { $name } birinchi bo'lmaydi
rise-first-already = { $name } allaqachon birinchi
rise-enters = { $moved } vazn ballini ko'chirish ({ $from } → { $to }) { $by } ni ro'yxatga kiritadi
rise-at-least = { $name } ro'yxatga kirishi uchun kamida { $moved } vazn balli ko'chishi kerak
rise-values = Hozirgi vaznlarda quyidagi qiymatlardan biri { $name } ni ro'yxatga kiritadi: { $values }

# Barqarorlik.
head-in-list = ro'yxatda
head-leads = birinchi
title-robust = { $name } ({ $id }): barcha mumkin bo'lgan vaznlarning qancha ulushida hamkor { $considered } tadan dastlabki { $top } tasiga kiradi
robust-method = Vazn variantlari: { $samples } ({ $sampling }; seed { $seed }); shartlar: { $given }; 100 holatdan 95 tasida ulush xatosi { $margin } foiz banddan oshmaydi
robust-central = { $name } quyidagilar muhim bo'lganda birinchi: { $criteria }
robust-necessary = Bunday har qanday vaznda { $name } quyidagilardan kam emas: { $over }
robust-none = Bunday barcha vaznlarda ro'yxatdagi hech kim boshqasidan oldinda emas

# O'rganish va savollar.
learn-held-out = Navbat bilan chiqarib qo'yilgan { $count } ta fikrdan o'rganilgan vaznlar { $learnt }, dastlabki vaznlar { $preset } ni to'g'ri aytadi
learn-contradicted = Ushbu vaznlarga zid fikrlar (qator bo'yicha): { $judgments }
learn-conflict = Bu fikrlar hech qanday vaznda birga bajarilmaydi; bittasini qayta ko'rib chiqing: { $judgments }
learn-never = Bu fikr hech qanday vaznda bajarilmaydi; qayta ko'rib chiqing: { $judgments }
ask-question = Kim bilan uchrashish muhimroq: 1. { $a } yoki 2. { $b }? Farqlari: { $differing }
ask-answer = 1 yoki 2; bo'sh qator tugatadi:
ask-likely = Eng ehtimollilari: { $partners }
ask-settled = Yetarli: xato o'rinlarning kutilayotgan soni { $doubtful }
ask-open = Hozircha yetarli emas: xato o'rinlarning kutilayotgan soni { $doubtful }

# Plans.
plan-unnamed = Tashrif
title-plan = { $name }: a’zolar { $members }, qabul qiluvchilar { $hosts }, uchrashuvlar { $meetings }
plan-proven = { $goal }: { $value } (isbotlangan: bundan yaxshi reja yo‘q)
plan-bound = { $goal }: { $value } (hech bir reja { $bound } dan yaxshi emas)
plan-unbounded = { $goal }: { $value } (chegarasi noma’lum)
plan-gaps-proven = Jadvaldagi bo‘sh oraliqlar: { $value } (isbotlangan: { $bound } dan kam emas)
plan-gaps = Jadvaldagi bo‘sh oraliqlar: { $value } (kamida { $bound })
goal-shortfall = Minimumga yetmaydigan uchrashuvlar
goal-kept = Oldingi rejadan saqlangan uchrashuvlar
goal-wished = Istak bo‘yicha mavjud aloqalar uchrashuvlari
goal-worst-off = Eng kam ta’minlangan a’zolar yig‘indisi
goal-filled = Egallangan o‘rinlar
goal-total = Barcha uchrashuvlarning umumiy qiymati
goal-spread = Uchrashiladigan qabul qiluvchilar
title-day = { $date }, { $city } ({ $zone })
title-day-anywhere = { $date } ({ $zone })
title-agenda = Kun tartibi: { $name } ({ $id }): { $count }
title-brief = { $date } { $time }: { $member } – { $host }
title-alternates = Zaxira a’zolar, tartib bilan
title-unmet = Istalgan, ammo rejaga kirmagan
title-missed = Tashrif bormaydigan shaharlar
title-changes = Nima o‘zgardi
title-conflict = { $name }: reja yo‘q. Bular birga bajarilmaydi; bittasini yumshatish yetarli
title-conflict-perhaps = { $name }: reja yo‘q. Bular orasida ziddiyat bor; ehtimol hammasi unga tegishli emas
conflict-nothing = { $name }: hech kim bilan uchrashib bo‘lmaydi; taqiqlar, shaharlar yoki vaqt to‘sqinlik qiladi
head-time = vaqti
head-table = stol
head-member = a’zo
head-host = qabul qiluvchi
head-hosts = qabul qiluvchilar
head-with = kim bilan
head-city = shahar
head-best = eng yuqori qiymati
head-cause = nima to‘sqinlik qiladi
head-relax = qanday yumshatish
brief-languages = umumiy tillar
brief-no-language = noma’lum; tarjimon kerak
brief-bring = olib borish
brief-ask-for = ko‘rsatishni so‘rash
brief-ask = so‘rash
unmet-nobody = hech kim
cause-of-host = qabul qiluvchi uchun: { $gate }
cause-known = ular tanish, tashrif esa buni chetlab o‘tadi
cause-low = qiymati { $value } dan past
cause-no-city = qabul qiluvchi shahri noma’lum
cause-not-reached = tashrif { $city } shahriga bormaydi
cause-never = qoida bilan taqiqlangan
cause-never-free = umumiy bo‘sh vaqt yo‘q
cause-price = u bilan jami { $points } past
cause-even = u bilan reja xuddi shunday yaxshi
cause-lower = u bilan muhimroq maqsad yomonlashadi
cause-impossible = u bilan reja yo‘q
cause-outweighed = boshqa uchrashuvlar qimmatroq
cause-short = kamida { $least } uchrashuvdan { $count }
change-stayed = O‘zgarmagan uchrashuvlar: { $count }
change-moved = { $pair }: { $from } dan { $to } ga ko‘chirildi
change-lost = { $pair }: tushib qoladi
change-new = { $pair }: yangi
counted-members = a’zolar
counted-hosts = qabul qiluvchilar
counted-meetings = uchrashuvlar
named-seats = delegatsiyadagi o‘rinlar: { $count }
named-quota-least = kamida { $count } ({ $counted }): { $sort }
named-quota-most = ko‘pi bilan { $count } ({ $counted }): { $sort }
named-must = { $a } va { $b } albatta uchrashadi
named-must-slot = { $a } va { $b } albatta uchrashadi: { $slot }
named-never = { $a } va { $b } uchrashmaydi
named-together = barcha uchrashuvlarda birga: { $names }
named-before = avval { $a }, keyin { $b }
named-away = { $name } bo‘lmaydi: { $slots }
named-least = kamida { $count } uchrashuv: { $name }
named-most = ko‘pi bilan { $count } uchrashuv: { $name }
named-worth-coming = har bir qabul qiluvchiga kamida { $count } uchrashuv
named-tables = { $date } stollar soni: { $count }
named-city = { $date } kuni { $city } shahrida
named-lowest = qiymati { $value } dan past uchrashuv yo‘q
named-ties = tanishlar uchrashmaydi
relax-more = ko‘proq ruxsat berish
relax-less = kamroq talab qilish
relax-minimum = kamroq talab qilish yoki imkon qadar yaqinlashish uchun objectives = ["minimum", "total"] deb yozish
relax-rule = qoidani olib tashlash yoki toraytirish
relax-city = kunni boshqa shaharda o‘tkazish yoki qabul qiluvchilarni taklif qilish (hosts_from)
relax-ties = ties = "show" deb yozish
