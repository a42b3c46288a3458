# silkmatch juftliklar haqida nima deydi. Har bir tilga bitta fayl, kalitlar hammasida bir xil; buni test tekshiradi.
# Nomlar va atamalar o'z holicha qo'yiladi, shuning uchun gap ularning kelishigiga bog'liq bo'lmasligi kerak.

claim = { $level }-daraja, { $status }
claim-dated = { $level }-daraja, { $status }, { $year }-yil
claim-assumed = ko'rsatilmagan, tashkilot turiga qarab taxmin qilingan

# Asoslar. "Siz" — hamkor izlayotgan tashkilot, buni uning xodimi o'qiydi; "ular" — hamkor.
seeker-same = Ularning taklifi: { $offer } ({ $claim }); bu sizga kerak
seeker-narrower = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizga javob beradi: { $need }
seeker-broader = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizga javob berishi mumkin: { $need } (tekshirish lozim)
seeker-related = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizga yaqin: { $need }
seeker-complement = Ularning taklifi: { $offer } ({ $claim }); bu sizning ehtiyojingizni qondirishga yordam beradi: { $need }
seeker-no-needs = Sizning ehtiyojlaringiz ko'rsatilmagan; ularning taklifi: { $offer } ({ $claim })
seeker-no-offers = Ularning takliflari ko'rsatilmagan; aniqlashtirish maqsadga muvofiq
seeker-unmet = Ular ko'rsatgan takliflarning hech biri sizning ehtiyojlaringizga javob bermaydi
seeker-assumed = { $reason } (ehtiyojlaringiz ko'rsatilmagan; bu tashkilot turiga qarab taxmin qilingan)
partner-same = Sizning taklifingiz: { $offer } ({ $claim }); bu ularga kerak
partner-narrower = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojiga javob beradi: { $need }
partner-broader = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojiga javob berishi mumkin: { $need } (tekshirish lozim)
partner-related = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojiga yaqin: { $need }
partner-complement = Sizning taklifingiz: { $offer } ({ $claim }); bu ularning ehtiyojini qondirishga yordam beradi: { $need }
partner-no-needs = Ularning ehtiyojlari ko'rsatilmagan; sizning taklifingiz: { $offer } ({ $claim })
partner-no-offers = Sizning takliflaringiz ko'rsatilmagan; nima taklif qilishingizni qo'shing
partner-unmet = Siz ko'rsatgan takliflarning hech biri ularning ehtiyojlariga javob bermaydi
partner-assumed = { $reason } (ularning ehtiyojlari ko'rsatilmagan; bu tashkilot turiga qarab taxmin qilingan)
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
assumed = { $value } (taxmin)
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

# Muvozanat.
balance-summary = Hech kim { $limit } tadan ortiq ro'yxatga kirmaydi: bahosi — umumiy ballning { $cost } qismi; ortiq bo'lgan hamkorlar: { $crowded }; ro'yxatlardagi tashkilotlar: { $after } (cheklovsiz { $before }); qisqargan ro'yxatlar: { $shorter }, shundan bo'shi: { $without }
head-lists-before = cheklovsiz ro'yxatlar
head-lists-after = cheklov bilan
head-load-before = cheklovsiz yuk
head-load-after = cheklov bilan
title-shortened = Cheklovsizga qaraganda qisqa ro'yxatlar
head-seeker = izlovchi
# The report page.
decimal = ,
page-title-one = Tavsiya etilgan hamkorlar: { $name }
page-title-many = Tavsiya etilgan hamkorlar: { $from } → { $to }
page-scope = Izlovchilar: { $seekers }; hamkorlar: { $partners }; juftliklar: { $pairs }; sana: { $date }
page-legend = Oqishroq qism: noma'lum, vaznining { $optimism } % hisobga olingan. Chiziq ostidagi kesma noma'lumning hammasi yomon bo'lgandagi balldan yaxshi bo'lgandagi ballgacha boradi
page-weights = Vaznlar
page-preset = Vaznlar to'plami
page-start = Berilganidek
page-own = Qo'lda qo'yilgan
page-reset = Qaytarish
page-save = Faylga saqlash
page-lock = Qulflash: { $criterion }
page-slider = Vazn: { $criterion }, 100 dan punkt
page-holds-note = Har bir surgich ostida: birinchi { $top } tarkibi o'zgarguncha faqat shu vaznni qanchaga o'zgartirish mumkin
page-holds-choose = Har bir vaznni qanchaga o'zgartirish mumkinligini ko'rish uchun bitta izlovchini tanlang
page-holds = ro'yxat saqlanadi: { $low }–{ $high }
page-below = { $at } dan past: { $by }, o'rnini beradi { $overtaken }
page-above = { $at } dan yuqori: { $by }, o'rnini beradi { $overtaken }
page-seeker = Izlovchi
page-all = Barcha izlovchilar
page-search = Nomi yoki id bo'yicha qidirish
page-kind = turi
page-concept = taklif qiladi
page-any = har qanday
page-why = nima uchun
page-shown = Ko'rsatilgan: { $shown } / { $total }
page-more = Yana 50 ta ko'rsatish
page-nobody = Filtrlardan hech kim o'tmaydi
page-moves = Birinchi { $top } ichida siljigani: { $moved }. Kirganlar: { $entered }. Chiqqanlar: { $left }
page-moves-none = Birinchi { $top } berilgan vaznlardagidek turibdi
page-waterfall = Mezonlardan ballgacha
page-map = Har bir izlovchi har bir hamkor bilan
page-map-hint = To'qroq — ball yuqoriroq; bosish juftlikni ochadi
page-map-cell = { $seeker } × { $partner }: { $score }
page-network = Har bir izlovchining eng yaxshi ikki hamkori
page-gaps-need = Xorijda hech kim qondirmaydigan ehtiyojlar
page-gaps-offer = Xorijda hech kim so'ramaydigan takliflar
page-organizations = tashkilotlar
page-nearest = xorijdagi eng yaqini (moslik 100 dan)
page-made = Bu sahifa qanday tuzilgan
page-date = Baholash sanasi
page-inputs = Kirish ma'lumotlarining SHA-256 qiymati
page-start-weights = Berilgan vaznlar
relation-same = aynan o'zi
relation-narrower = ehtiyojdan torroq
relation-broader = ehtiyojdan kengroq
relation-related = yaqin
relation-complement = to'ldiradi
preset-balanced = Muvozanatli
preset-technology-transfer = Texnologiya transferi
preset-market-entry = Bozorga chiqish
preset-training = O'qitish
preset-procurement = Xaridlar
question-coverage = Sizga kerakli narsaning qancha qismini ular taklif qiladi?
question-reciprocity = Ularga kerakli narsaning qancha qismini siz taklif qilasiz?
question-mutual = Bu ikkala tomonga ham foydalimi?
question-field = Bir sohada ishlaysizmi?
question-counterpart = Hamkor turi mos keladimi?
question-standards = Ularning sertifikatlari sizning mamlakatda amal qiladimi?
question-policy = Bu e'lon qilingan milliy maqsadga xizmat qiladimi?
question-access = Kundan kunga birga ishlash qulaymi?
