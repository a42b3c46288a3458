# silkmatch 对每一对机构的表述。每种语言一个文件，各文件的键相同；由测试保证。
# 名称和术语按原样代入，句子不应依赖其形式。

claim = 等级{ $level }，{ $status }
claim-dated = 等级{ $level }，{ $status }，{ $year }年

# 理由。“贵方”指寻求合作的机构，由其工作人员阅读；“对方”指合作方。
seeker-same = 对方提供“{ $offer }”（{ $claim }），正是贵方所需
seeker-narrower = 对方提供“{ $offer }”（{ $claim }），符合贵方“{ $need }”方面的需求
seeker-broader = 对方提供“{ $offer }”（{ $claim }），可能符合贵方“{ $need }”方面的需求（有待核实）
seeker-related = 对方提供“{ $offer }”（{ $claim }），与贵方“{ $need }”方面的需求相近
seeker-complement = 对方提供“{ $offer }”（{ $claim }），有助于满足贵方“{ $need }”方面的需求
seeker-no-needs = 贵方未列明需求；对方提供“{ $offer }”（{ $claim }）
seeker-no-offers = 对方未列明可提供的内容，建议询问
seeker-unmet = 对方所列供给均不符合贵方所列需求
partner-same = 贵方提供“{ $offer }”（{ $claim }），正是对方所需
partner-narrower = 贵方提供“{ $offer }”（{ $claim }），符合对方“{ $need }”方面的需求
partner-broader = 贵方提供“{ $offer }”（{ $claim }），可能符合对方“{ $need }”方面的需求（有待核实）
partner-related = 贵方提供“{ $offer }”（{ $claim }），与对方“{ $need }”方面的需求相近
partner-complement = 贵方提供“{ $offer }”（{ $claim }），有助于满足对方“{ $need }”方面的需求
partner-no-needs = 对方未列明需求；贵方提供“{ $offer }”（{ $claim }）
partner-no-offers = 贵方未列明可提供的内容，请予补充
partner-unmet = 贵方所列供给均不符合对方所列需求
reason-why = { $reason }：{ $why }
reason-carried = { $reason }；承担单位：{ $members }
reason-also = { $reason }；还可对接的需求：{ $more }
reason-field = { $reason }；双方共同领域：{ $field }

# 硬性条件。
gate-same-country = 双方在同一国家
gate-conflict = 双方存在冲突
gate-unwanted-country = 贵方未将{ $country }列为意向国家
gate-blank = 尚不清楚双方能为对方做什么
gate-must = 贵方的必备需求未得到满足：{ $need }

# 关系、日期、状态。
tie = { $status } { $date }
tie-undated = { $status }
deadline = { $target }（期限：{ $deadline }）
deadline-passed = { $target }（期限：{ $deadline }，已过）
deadline-none = { $target }

# 表头。
head-rank = #
head-partner = 合作方
head-id = 代码
head-country = 国家
head-score = 得分
head-range = 区间
head-known = 已知占比
head-confidence = 可信度
head-tie = 关系
head-criterion = 指标
head-value = 数值
head-weight = 权重
head-points = 分值
head-total = 合计
head-need = 需求
head-offer = 供给
head-closeness = 匹配度
head-level = 等级
head-status = 状态
head-source = 来源
head-date = 日期
head-gate = 排除原因
unknown = 未知
for-you = 贵方
for-them = 对方
title-shortlist = { $name }（{ $id }），{ $kind }，{ $country }：潜在合作方共{ $considered }家，列出{ $shown }家
title-near-misses = 因硬性条件被排除
title-explain = { $seeker } 与 { $partner }
title-ours = 贵方需求与对方供给
title-theirs = 对方需求与贵方供给
title-policies = 合作所服务的国家目标
title-standards = 对方证书在{ $country }的认可情况
title-ask = 情况不明，建议询问
title-ties = 双方既有关系
title-fields = 双方共同领域
title-counterpart = 合作方类型
not-met = 无匹配供给
gated = 未列入候选名单：{ $gate }
score-line = 得分{ $score }，区间{ $low }至{ $high }；已知占比{ $known }，可信度{ $confidence }
certificate-counts = 认可度{ $value }
certificate-invalid = 评估当日无效
certificate-unknown = 该国是否认可，尚无信息
served-by = { $country }：{ $policy } ← { $need }
carried-by = 承担单位：{ $members }
kind-unknown = 类型未知

# 各项指标下建议询问的问题。
ask-coverage = 贵方需要什么，对方提供什么？
ask-reciprocity = 对方需要什么？
ask-mutual = 双方各自需要对方提供什么？
ask-field = 双方在哪些领域开展工作？
ask-counterpart = 对方属于哪类机构？
ask-standards = 对方持有哪些证书，由谁颁发，有效期至何时？
ask-policy = 合作将服务于哪项国家目标？
ask-access = 对方使用哪些工作语言，规模如何，希望与哪些国家的机构合作？

# Why a known partner does not rank high.
miss-no-need = 贵方未列明需求
miss-no-offer = 对方未列明供给
miss-behind = 在“{ $criterion }”上前十名领先{ $points }分
# 权重。
head-bar = 占比
head-holds = 名单不变区间
head-track = 0至100分
head-below = 低于下限时进入者
head-above = 高于上限时进入者
head-first = 首位更换所需
head-member = 名单变动所需
head-tightest = 最敏感权重
head-before = 原名次
head-moved = 变动
head-why = 原因（分）
head-kept = 保留
head-first-before = 原首位
head-first-after = 新首位
title-stability = { $name }（{ $id }）：{ $considered }家中前{ $top }家不变时，各项权重可单独变动的范围
title-stability-all = 名单变动所需调整的权重分数
title-compare = { $name }：{ $first }与{ $second }；{ $top }家中保留{ $kept }家
title-compare-all = { $first }与{ $second }：各名单的保留情况
stability-ahead = { $by }（取代{ $overtaken }）
flip-first = 首位最近的变动：将{ $moved }分权重由{ $from }移至{ $to }，{ $by }超过{ $overtaken }升为首位
flip-first-never = 任何权重下首位均不变
flip-member = 名单最近的变动：将{ $moved }分权重由{ $from }移至{ $to }，{ $by }取代{ $overtaken }进入名单
flip-member-never = 任何权重下均无他方进入名单
flip-tie = { $by }与{ $overtaken }已持平，按代码排序
rise-first = 将{ $moved }分权重由{ $from }移至{ $to }，{ $by }升为首位
rise-first-never = 任何权重下{ $name }均不能居首位
rise-first-already = { $name }已居首位
rise-enters = 将{ $moved }分权重由{ $from }移至{ $to }，{ $by }进入名单
rise-at-least = { $name }要进入名单，至少须调整{ $moved }分权重
rise-values = 权重不变时，达到以下任一数值，{ $name }即可进入名单：{ $values }

# 稳健性。
head-in-list = 入选
head-leads = 首位
title-robust = { $name }（{ $id }）：在所有可能权重中，合作方进入{ $considered }家中前{ $top }名的比例
robust-method = 权重方案{ $samples }组（{ $sampling }；seed { $seed }）；条件：{ $given }；95%情况下误差不超过{ $margin }个百分点
robust-central = 重视以下指标时，{ $name }居首：{ $criteria }
robust-necessary = 在上述任何权重下，{ $name }均不逊于{ $over }
robust-none = 没有任何成员在上述所有权重下均领先于另一成员

# 学习与提问。
learn-held-out = 逐一留出{ $count }项判断时，所得权重预测正确{ $learnt }，初始权重预测正确{ $preset }
learn-contradicted = 与所得权重相悖的判断（按行）：{ $judgments }
learn-conflict = 以下判断在任何权重下均不能同时成立，请重新考虑其中一项：{ $judgments }
learn-never = 以下判断在任何权重下均不成立，请重新考虑：{ $judgments }
ask-question = 更希望会见哪一方：1. { $a }，2. { $b }？差异：{ $differing }
ask-answer = 1或2，直接回车结束：
ask-likely = 可能性最大：{ $partners }
ask-settled = 已确定：预计有误名额{ $doubtful }
ask-open = 尚未确定：预计有误名额{ $doubtful }

# Plans.
plan-unnamed = 访问
title-plan = { $name }：成员 { $members }，接待方 { $hosts }，会见 { $meetings }
plan-proven = { $goal }：{ $value }（已证明：没有更好的方案）
plan-bound = { $goal }：{ $value }（任何方案不超过 { $bound }）
plan-unbounded = { $goal }：{ $value }（上限未知）
plan-gaps-proven = 日程空档：{ $value }（已证明：不少于 { $bound }）
plan-gaps = 日程空档：{ $value }（至少 { $bound }）
goal-shortfall = 未达最低数的会见
goal-kept = 保留原方案的会见
goal-wished = 按意愿安排的已有关系会见
goal-worst-off = 所得最少成员的总值
goal-filled = 已用席位
goal-total = 全部会见的总值
goal-spread = 会见的接待方数
title-day = { $date }，{ $city }（{ $zone }）
title-day-anywhere = { $date }（{ $zone }）
title-agenda = { $name }（{ $id }）的日程：{ $count }
title-brief = { $date } { $time }：{ $member } – { $host }
title-alternates = 候补（按顺序）
title-unmet = 希望而未列入方案
title-missed = 访问未到的城市
title-changes = 变动
title-conflict = { $name }：没有可行方案。下列条件不能同时成立；放宽其中任一项即可
title-conflict-perhaps = { $name }：没有可行方案。冲突在下列条件之中；可能并非全部相关
conflict-nothing = { $name }：无法安排任何会见；受限制条件、城市或时间所限
head-time = 时间
head-table = 桌号
head-member = 成员
head-host = 接待方
head-hosts = 接待方
head-with = 会见对象
head-city = 城市
head-best = 最高值
head-cause = 原因
head-relax = 如何放宽
brief-languages = 共同语言
brief-no-language = 未知；请带翻译
brief-bring = 携带
brief-ask-for = 请对方出示
brief-ask = 询问
unmet-nobody = 无
cause-of-host = 对接待方：{ $gate }
cause-known = 双方已相识，本次访问予以回避
cause-low = 价值低于 { $value }
cause-no-city = 接待方城市未知
cause-not-reached = 访问不到 { $city }
cause-never = 规则禁止
cause-never-free = 没有共同空闲时间
cause-price = 若安排，总值降低 { $points }
cause-even = 安排后方案同样好
cause-lower = 若安排，更优先的目标变差
cause-impossible = 若安排，则无可行方案
cause-outweighed = 其他会见价值更高
cause-short = { $count } 次，最低应为 { $least } 次
change-stayed = 不变的会见：{ $count }
change-moved = { $pair }：由 { $from } 改为 { $to }
change-lost = { $pair }：取消
change-new = { $pair }：新增
counted-members = 成员
counted-hosts = 接待方
counted-meetings = 会见
named-seats = 代表团席位：{ $count }
named-quota-least = 至少 { $count }（{ $counted }）：{ $sort }
named-quota-most = 至多 { $count }（{ $counted }）：{ $sort }
named-must = { $a } 必须会见 { $b }
named-must-slot = { $a } 必须于 { $slot } 会见 { $b }
named-never = { $a } 不得会见 { $b }
named-together = 所有会见同行：{ $names }
named-before = 先会见 { $a }，后会见 { $b }
named-away = { $name } 不在：{ $slots }
named-least = { $name } 至少会见 { $count } 次
named-most = { $name } 至多会见 { $count } 次
named-worth-coming = 每个接待方至少会见 { $count } 次
named-tables = { $date } 桌数：{ $count }
named-city = { $date } 在 { $city }
named-lowest = 不安排价值低于 { $value } 的会见
named-ties = 已相识者不会见
relax-more = 放宽上限
relax-less = 降低要求
relax-minimum = 降低要求，或写 objectives = ["minimum", "total"] 以尽量接近
relax-rule = 取消或缩小该规则
relax-city = 改在其他城市，或用 hosts_from 请接待方前来
relax-ties = 写 ties = "show"
