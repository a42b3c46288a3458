# silkmatch가 기관 쌍에 대해 쓰는 문구. 언어마다 파일 하나, 키는 모두 같으며 테스트로 확인한다.
# 이름과 용어는 그대로 들어가므로, 받침에 따라 달라지는 조사를 바로 뒤에 쓰지 않는다.

claim = 수준 { $level }, { $status }
claim-dated = 수준 { $level }, { $status }, { $year }년
claim-assumed = 명시되지 않아 기관 유형으로 가정

# 사유. "귀 기관"은 파트너를 찾는 기관으로 그 담당자가 읽으며, "상대 기관"은 파트너이다.
seeker-same = 상대 기관은 귀 기관에 필요한 항목을 제공합니다: { $offer } ({ $claim })
seeker-narrower = 상대 기관은 귀 기관의 「{ $need }」 수요에 부합하는 항목을 제공합니다: { $offer } ({ $claim })
seeker-broader = 상대 기관은 귀 기관의 「{ $need }」 수요를 충족할 가능성이 있는 항목을 제공합니다(확인 필요): { $offer } ({ $claim })
seeker-related = 상대 기관은 귀 기관의 「{ $need }」 수요에 가까운 항목을 제공합니다: { $offer } ({ $claim })
seeker-complement = 상대 기관은 귀 기관의 「{ $need }」 수요 충족에 도움이 되는 항목을 제공합니다: { $offer } ({ $claim })
seeker-no-needs = 귀 기관의 수요가 기재되어 있지 않습니다. 상대 기관의 제공 항목: { $offer } ({ $claim })
seeker-no-offers = 상대 기관의 제공 항목이 기재되어 있지 않아 문의가 필요합니다
seeker-unmet = 상대 기관이 기재한 제공 항목 중 귀 기관의 수요를 충족하는 것이 없습니다
seeker-assumed = { $reason } (귀 기관의 수요가 명시되지 않아 기관 유형으로 가정함)
partner-same = 귀 기관은 상대 기관에 필요한 항목을 제공합니다: { $offer } ({ $claim })
partner-narrower = 귀 기관은 상대 기관의 「{ $need }」 수요에 부합하는 항목을 제공합니다: { $offer } ({ $claim })
partner-broader = 귀 기관은 상대 기관의 「{ $need }」 수요를 충족할 가능성이 있는 항목을 제공합니다(확인 필요): { $offer } ({ $claim })
partner-related = 귀 기관은 상대 기관의 「{ $need }」 수요에 가까운 항목을 제공합니다: { $offer } ({ $claim })
partner-complement = 귀 기관은 상대 기관의 「{ $need }」 수요 충족에 도움이 되는 항목을 제공합니다: { $offer } ({ $claim })
partner-no-needs = 상대 기관의 수요가 기재되어 있지 않습니다. 귀 기관의 제공 항목: { $offer } ({ $claim })
partner-no-offers = 귀 기관의 제공 항목이 기재되어 있지 않습니다. 제공 가능한 항목을 추가해 주십시오
partner-unmet = 귀 기관이 기재한 제공 항목 중 상대 기관의 수요를 충족하는 것이 없습니다
partner-assumed = { $reason } (상대 기관의 수요가 명시되지 않아 기관 유형으로 가정함)
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
assumed = { $value } (가정)
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

# 균형.
balance-summary = 한 기관은 최대 { $limit }개 목록에만 포함: 비용은 총점의 { $cost }; 초과했던 파트너 { $crowded }곳; 목록에 오른 기관 { $after }곳(제한 없을 때 { $before }곳); 짧아진 목록 { $shorter }개, 그중 빈 목록 { $without }개
head-lists-before = 제한 없는 목록 수
head-lists-after = 제한 후
head-load-before = 제한 없는 부하
head-load-after = 제한 후
title-shortened = 제한 없을 때보다 짧은 목록
head-seeker = 수요 기관
# The report page.
decimal = .
page-title-one = 추천 협력사: { $name }
page-title-many = 추천 협력사: { $from } → { $to }
page-scope = 수요 기관: { $seekers }; 협력사: { $partners }; 쌍: { $pairs }; 기준일 { $date }
page-legend = 옅은 부분: 알 수 없음, 가중치의 { $optimism } % 로 계산. 막대 아래 선은 알 수 없는 항목이 모두 나쁠 때의 점수에서 모두 좋을 때의 점수까지
page-weights = 가중치
page-preset = 가중치 세트
page-start = 주어진 값
page-own = 직접 설정
page-reset = 초기화
page-save = 파일로 저장
page-lock = 고정: { $criterion }
page-slider = 가중치: { $criterion }, 100점 중
page-holds-note = 각 슬라이더 아래: 이 가중치만 움직일 때 상위 { $top } 구성이 유지되는 범위
page-holds-choose = 가중치별 변동 가능 범위를 보려면 수요 기관 하나를 선택하십시오
page-holds = 목록 유지: { $low }–{ $high }
page-below = { $at } 미만: { $overtaken } 대신 { $by }
page-above = { $at } 초과: { $overtaken } 대신 { $by }
page-seeker = 수요 기관
page-all = 모든 수요 기관
page-search = 이름 또는 id 검색
page-kind = 유형
page-concept = 제공
page-any = 전체
page-why = 이유
page-shown = 표시: { $shown } / { $total }
page-more = 50개 더 보기
page-nobody = 조건에 맞는 기관이 없음
page-moves = 상위 { $top } 중 순위 변동: { $moved }. 진입: { $entered }. 이탈: { $left }
page-moves-none = 상위 { $top } 은 주어진 가중치일 때와 같음
page-waterfall = 기준별 점수에서 총점까지
page-map = 모든 수요 기관과 모든 협력사
page-map-hint = 진할수록 높은 점수; 누르면 해당 쌍이 열림
page-map-cell = { $seeker } × { $partner }: { $score }
page-network = 수요 기관별 상위 협력사 2곳
page-gaps-need = 해외에서 아무도 충족하지 못하는 수요
page-gaps-offer = 해외에서 아무도 찾지 않는 제공
page-organizations = 기관
page-nearest = 해외에서 가장 가까운 곳 (적합도, 100 기준)
page-made = 이 페이지의 작성 방법
page-date = 평가 기준일
page-inputs = 입력 데이터의 SHA-256
page-start-weights = 주어진 가중치
relation-same = 동일
relation-narrower = 수요보다 좁음
relation-broader = 수요보다 넓음
relation-related = 유사
relation-complement = 보완
preset-balanced = 균형
preset-technology-transfer = 기술 이전
preset-market-entry = 시장 진출
preset-training = 교육
preset-procurement = 조달
question-coverage = 귀 기관의 수요 중 상대가 제공하는 비중은?
question-reciprocity = 상대의 수요 중 귀 기관이 제공하는 비중은?
question-mutual = 양측 모두에 이익이 되는가?
question-field = 같은 분야에서 일하는가?
question-counterpart = 알맞은 유형의 협력사인가?
question-standards = 상대의 인증이 귀국에서 인정되는가?
question-policy = 공표된 국가 목표에 기여하는가?
question-access = 일상적으로 함께 일할 수 있는가?
