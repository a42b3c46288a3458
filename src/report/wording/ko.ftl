# silkmatch가 기관 쌍에 대해 쓰는 문구. 언어마다 파일 하나, 키는 모두 같으며 테스트로 확인한다.
# 이름과 용어는 그대로 들어가므로, 받침에 따라 달라지는 조사를 바로 뒤에 쓰지 않는다.

claim = 수준 { $level }, { $status }
claim-dated = 수준 { $level }, { $status }, { $year }년

# 사유. "귀 기관"은 파트너를 찾는 기관으로 그 담당자가 읽으며, "상대 기관"은 파트너이다.
seeker-same = 상대 기관은 귀 기관에 필요한 항목을 제공합니다: { $offer } ({ $claim })
seeker-narrower = 상대 기관은 귀 기관의 「{ $need }」 수요에 부합하는 항목을 제공합니다: { $offer } ({ $claim })
seeker-broader = 상대 기관은 귀 기관의 「{ $need }」 수요를 충족할 가능성이 있는 항목을 제공합니다(확인 필요): { $offer } ({ $claim })
seeker-related = 상대 기관은 귀 기관의 「{ $need }」 수요에 가까운 항목을 제공합니다: { $offer } ({ $claim })
seeker-complement = 상대 기관은 귀 기관의 「{ $need }」 수요 충족에 도움이 되는 항목을 제공합니다: { $offer } ({ $claim })
seeker-no-needs = 귀 기관의 수요가 기재되어 있지 않습니다. 상대 기관의 제공 항목: { $offer } ({ $claim })
seeker-no-offers = 상대 기관의 제공 항목이 기재되어 있지 않아 문의가 필요합니다
seeker-unmet = 상대 기관이 기재한 제공 항목 중 귀 기관의 수요를 충족하는 것이 없습니다
partner-same = 귀 기관은 상대 기관에 필요한 항목을 제공합니다: { $offer } ({ $claim })
partner-narrower = 귀 기관은 상대 기관의 「{ $need }」 수요에 부합하는 항목을 제공합니다: { $offer } ({ $claim })
partner-broader = 귀 기관은 상대 기관의 「{ $need }」 수요를 충족할 가능성이 있는 항목을 제공합니다(확인 필요): { $offer } ({ $claim })
partner-related = 귀 기관은 상대 기관의 「{ $need }」 수요에 가까운 항목을 제공합니다: { $offer } ({ $claim })
partner-complement = 귀 기관은 상대 기관의 「{ $need }」 수요 충족에 도움이 되는 항목을 제공합니다: { $offer } ({ $claim })
partner-no-needs = 상대 기관의 수요가 기재되어 있지 않습니다. 귀 기관의 제공 항목: { $offer } ({ $claim })
partner-no-offers = 귀 기관의 제공 항목이 기재되어 있지 않습니다. 제공 가능한 항목을 추가해 주십시오
partner-unmet = 귀 기관이 기재한 제공 항목 중 상대 기관의 수요를 충족하는 것이 없습니다
reason-why = { $reason } – { $why }
reason-carried = { $reason }; 수행 기관: { $members }
reason-also = { $reason }; 그 밖의 관련 수요: { $more }
reason-field = { $reason }; 공통 분야: { $field }

# 필수 조건.
gate-same-country = 두 기관이 같은 국가에서 활동함
gate-conflict = 두 기관 간에 갈등이 있음
gate-unwanted-country = 귀 기관의 희망 국가가 아님: { $country }
gate-blank = 양측이 서로에게 무엇을 할 수 있는지 알려진 바가 없습니다
gate-must = 귀 기관의 필수 수요가 충족되지 않음: { $need }

# 관계, 날짜, 상태.
tie = { $status } { $date }
tie-undated = { $status }
deadline = { $target } (기한: { $deadline })
deadline-passed = { $target } (기한: { $deadline }, 경과)
deadline-none = { $target }

# 표 제목.
head-rank = #
head-partner = 파트너
head-id = 코드
head-country = 국가
head-score = 점수
head-range = 범위
head-known = 파악 비율
head-confidence = 신뢰도
head-tie = 관계
head-criterion = 기준
head-value = 값
head-weight = 가중치
head-points = 득점
head-total = 합계
head-need = 수요
head-offer = 제공 항목
head-closeness = 근접도
head-level = 수준
head-status = 상태
head-source = 출처
head-date = 날짜
head-gate = 제외 사유
unknown = 미확인
for-you = 귀 기관
for-them = 상대 기관
title-shortlist = { $name } ({ $id }), { $kind }, { $country }: 파트너 후보 { $considered }곳 중 { $shown }곳
title-near-misses = 필수 조건에 따라 제외된 기관
title-explain = { $seeker } 및 { $partner }
title-ours = 귀 기관의 수요와 상대 기관의 제공 항목
title-theirs = 상대 기관의 수요와 귀 기관의 제공 항목
title-policies = 협력이 기여하는 국가 목표
title-standards = 상대 기관 인증의 { $country } 내 인정 현황
title-ask = 미확인 사항(문의 필요)
title-ties = 두 기관의 기존 관계
title-fields = 공통 분야
title-counterpart = 파트너 유형
not-met = 충족 항목 없음
gated = 후보 명단에서 제외: { $gate }
score-line = 점수 { $score }, 범위 { $low }–{ $high }; 파악 비율 { $known }, 신뢰도 { $confidence }
certificate-counts = 인정도 { $value }
certificate-invalid = 기준일 현재 유효하지 않음
certificate-unknown = 해당국의 인정 여부에 관한 정보 없음
served-by = { $country }: { $policy } ← { $need }
carried-by = 수행 기관: { $members }
kind-unknown = 유형 미확인

# 기준별 문의 사항.
ask-coverage = 귀 기관에 필요한 것은 무엇이며, 상대 기관이 제공하는 것은 무엇입니까?
ask-reciprocity = 상대 기관에 필요한 것은 무엇입니까?
ask-mutual = 두 기관이 서로에게 필요로 하는 것은 무엇입니까?
ask-field = 두 기관은 어떤 분야에서 활동합니까?
ask-counterpart = 상대 기관은 어떤 유형의 기관입니까?
ask-standards = 상대 기관이 보유한 인증은 무엇이며, 발급 기관과 유효 기간은 어떻게 됩니까?
ask-policy = 협력은 어떤 국가 목표에 기여합니까?
ask-access = 상대 기관의 업무 언어와 규모는 어떠하며, 어느 국가의 파트너를 희망합니까?

# Why a known partner does not rank high.
miss-no-need = 귀 기관이 수요를 명시하지 않았습니다
miss-no-offer = 상대 기관이 제공 항목을 명시하지 않았습니다
miss-behind = 「{ $criterion }」 기준에서 상위 10곳이 앞섭니다: { $points }점
# 가중치.
head-bar = 비중
head-holds = 명단 유지 범위
head-track = 0–100점
head-below = 하한 미만 진입
head-above = 상한 초과 진입
head-first = 1위 교체까지
head-member = 명단 변경까지
head-tightest = 가장 민감한 가중치
head-before = 이전
head-moved = 변동
head-why = 사유(점)
head-kept = 유지
head-first-before = 이전 1위
head-first-after = 이후 1위
title-stability = { $name } ({ $id }): { $considered }곳 중 상위 { $top }곳이 유지되는 각 가중치의 단독 변동 범위
title-stability-all = 명단이 바뀌기까지 옮겨야 하는 가중치 점수
title-compare = { $name }: { $first } 및 { $second }; { $top }곳 중 { $kept }곳 유지
title-compare-all = { $first } 및 { $second }: 명단별 유지 현황
stability-ahead = { $by } ({ $overtaken } 대신)
flip-first = 1위의 가장 가까운 변동: 가중치 { $moved }점 이동({ $from } → { $to }) 시 { $overtaken } 앞에 { $by } 1위
flip-first-never = 어떤 가중치에서도 1위 불변
flip-member = 명단의 가장 가까운 변동: 가중치 { $moved }점 이동({ $from } → { $to }) 시 { $overtaken } 대신 { $by } 진입
flip-member-never = 어떤 가중치에서도 다른 기관은 진입하지 못함
flip-tie = { $by } 및 { $overtaken } 현재 동점, 코드순
rise-first = 가중치 { $moved }점 이동({ $from } → { $to }) 시 { $by } 1위
rise-first-never = 어떤 가중치에서도 { $name } 1위 불가
rise-first-already = { $name } 이미 1위
rise-enters = 가중치 { $moved }점 이동({ $from } → { $to }) 시 { $by } 명단 진입
rise-at-least = { $name } 명단 진입에는 최소 { $moved }점의 가중치 이동 필요
rise-values = 현재 가중치에서 다음 값 중 하나이면 { $name } 명단 진입: { $values }

# 강건성.
head-in-list = 명단 포함
head-leads = 1위
title-robust = { $name } ({ $id }): 가능한 모든 가중치 중 { $considered }곳 가운데 상위 { $top }곳에 드는 비율
robust-method = 가중치 { $samples }개({ $sampling }; seed { $seed }); 조건: { $given }; 95% 신뢰수준 오차 { $margin }%p 이내
robust-central = 다음을 중시하면 { $name } 1위: { $criteria }
robust-necessary = 이러한 모든 가중치에서 { $name } 다음 이상: { $over }
robust-none = 이러한 모든 가중치에서 다른 기관을 앞서는 기관 없음

# 학습과 질문.
learn-held-out = 판단 { $count }건을 하나씩 제외했을 때 학습된 가중치 적중률 { $learnt }, 처음 가중치 { $preset }
learn-contradicted = 이 가중치와 어긋나는 판단(행별): { $judgments }
learn-conflict = 다음 판단은 어떤 가중치에서도 함께 성립할 수 없으므로 하나를 재검토: { $judgments }
learn-never = 다음 판단은 어떤 가중치에서도 성립하지 않으므로 재검토: { $judgments }
ask-question = 어느 기관과의 면담을 원합니까: 1. { $a }, 2. { $b }? 차이: { $differing }
ask-answer = 1 또는 2, 빈 줄은 종료:
ask-likely = 가능성 순: { $partners }
ask-settled = 확정: 오류 예상 인원 { $doubtful }
ask-open = 미확정: 오류 예상 인원 { $doubtful }

# Plans.
plan-unnamed = 방문
title-plan = { $name }: 참가 기관 { $members }, 방문 기관 { $hosts }, 면담 { $meetings }
plan-proven = { $goal }: { $value } (증명됨: 더 나은 계획 없음)
plan-bound = { $goal }: { $value } (어떤 계획도 { $bound } 초과 불가)
plan-unbounded = { $goal }: { $value } (한계 미상)
plan-gaps-proven = 일정 공백: { $value } (증명됨: { $bound } 미만 불가)
plan-gaps = 일정 공백: { $value } (최소 { $bound })
goal-shortfall = 최소치에 모자라는 면담
goal-kept = 이전 계획에서 유지된 면담
goal-wished = 희망한 기존 관계 면담
goal-worst-off = 가장 불리한 참가 기관의 합계
goal-filled = 배정된 자리
goal-total = 전체 면담의 총가치
goal-spread = 면담하는 방문 기관 수
title-day = { $date }, { $city } ({ $zone })
title-day-anywhere = { $date } ({ $zone })
title-agenda = { $name } ({ $id }) 일정: { $count }
title-brief = { $date } { $time }: { $member } – { $host }
title-alternates = 예비 참가 기관 (순서대로)
title-unmet = 희망했으나 계획에 없음
title-missed = 방문하지 않는 도시
title-changes = 변경 사항
title-conflict = { $name }: 가능한 계획이 없습니다. 아래 조건은 함께 성립할 수 없으며, 하나만 완화하면 됩니다
title-conflict-perhaps = { $name }: 가능한 계획이 없습니다. 아래 조건 중에 충돌이 있으며 일부는 무관할 수 있습니다
conflict-nothing = { $name }: 가능한 면담이 없습니다. 제한 조건, 도시 또는 시간이 맞지 않습니다
head-time = 시간
head-table = 테이블
head-member = 참가 기관
head-host = 방문 기관
head-hosts = 방문 기관
head-with = 상대
head-city = 도시
head-best = 최고 가치
head-cause = 사유
head-relax = 완화 방법
brief-languages = 공통 언어
brief-no-language = 확인되지 않음; 통역 필요
brief-bring = 지참
brief-ask-for = 확인 요청
brief-ask = 질문
unmet-nobody = 없음
cause-of-host = 방문 기관 기준: { $gate }
cause-known = 이미 아는 사이이며 이번 방문은 이를 피함
cause-low = 가치가 { $value } 미만
cause-no-city = 방문 기관의 도시 미상
cause-not-reached = 방문 일정에 { $city } 없음
cause-never = 규칙으로 금지됨
cause-never-free = 공통으로 비는 시간이 없음
cause-price = 포함하면 합계가 { $points } 낮아짐
cause-even = 포함한 계획도 동등함
cause-lower = 포함하면 더 우선하는 목표가 나빠짐
cause-impossible = 포함하면 가능한 계획이 없음
cause-outweighed = 다른 면담의 가치가 더 큼
cause-short = 최소 { $least }회 중 { $count }회
change-stayed = 변동 없는 면담: { $count }
change-moved = { $pair }: { $from } → { $to } 이동
change-lost = { $pair }: 취소
change-new = { $pair }: 신규
counted-members = 참가 기관
counted-hosts = 방문 기관
counted-meetings = 면담
named-seats = 대표단 정원: { $count }
named-quota-least = 최소 { $count } ({ $counted }): { $sort }
named-quota-most = 최대 { $count } ({ $counted }): { $sort }
named-must = { $a }, { $b } 필수 면담
named-must-slot = { $a }, { $b } 필수 면담: { $slot }
named-never = { $a }, { $b } 면담 금지
named-together = 모든 면담에 동행: { $names }
named-before = { $a } 먼저, 그다음 { $b }
named-away = { $name } 부재: { $slots }
named-least = { $name }: 면담 최소 { $count }회
named-most = { $name }: 면담 최대 { $count }회
named-worth-coming = 방문 기관마다 면담 최소 { $count }회
named-tables = { $date } 테이블 수: { $count }
named-city = { $date } { $city } 체류
named-lowest = 가치 { $value } 미만 면담 제외
named-ties = 이미 아는 사이는 면담 제외
relax-more = 상한을 늘림
relax-less = 요구를 낮춤
relax-minimum = 요구를 낮추거나, 최대한 맞추려면 objectives = ["minimum", "total"] 지정
relax-rule = 규칙을 삭제하거나 좁힘
relax-city = 다른 도시에서 보내거나 hosts_from으로 초청
relax-ties = ties = "show" 지정
