# silkmatch 对每一对机构的表述。每种语言一个文件，各文件的键相同；由测试保证。
# 名称和术语按原样代入，句子不应依赖其形式。

claim = 等级{ $level }，{ $status }
claim-dated = 等级{ $level }，{ $status }，{ $year }年
claim-assumed = 未说明，按机构类型推定

# 理由。“贵方”指寻求合作的机构，由其工作人员阅读；“对方”指合作方。
seeker-same = 对方提供“{ $offer }”（{ $claim }），正是贵方所需
seeker-narrower = 对方提供“{ $offer }”（{ $claim }），符合贵方“{ $need }”方面的需求
seeker-broader = 对方提供“{ $offer }”（{ $claim }），可能符合贵方“{ $need }”方面的需求（有待核实）
seeker-related = 对方提供“{ $offer }”（{ $claim }），与贵方“{ $need }”方面的需求相近
seeker-complement = 对方提供“{ $offer }”（{ $claim }），有助于满足贵方“{ $need }”方面的需求
seeker-no-needs = 贵方未列明需求；对方提供“{ $offer }”（{ $claim }）
seeker-no-offers = 对方未列明可提供的内容，建议询问
seeker-unmet = 对方所列供给均不符合贵方所列需求
seeker-assumed = { $reason }（贵方未说明需求，此项按机构类型推定）
partner-same = 贵方提供“{ $offer }”（{ $claim }），正是对方所需
partner-narrower = 贵方提供“{ $offer }”（{ $claim }），符合对方“{ $need }”方面的需求
partner-broader = 贵方提供“{ $offer }”（{ $claim }），可能符合对方“{ $need }”方面的需求（有待核实）
partner-related = 贵方提供“{ $offer }”（{ $claim }），与对方“{ $need }”方面的需求相近
partner-complement = 贵方提供“{ $offer }”（{ $claim }），有助于满足对方“{ $need }”方面的需求
partner-no-needs = 对方未列明需求；贵方提供“{ $offer }”（{ $claim }）
partner-no-offers = 贵方未列明可提供的内容，请予补充
partner-unmet = 贵方所列供给均不符合对方所列需求
partner-assumed = { $reason }（对方未说明需求，此项按机构类型推定）
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
assumed = { $value }（推定）
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

# 均衡。
balance-summary = 任何机构不超过 { $limit } 份名单：代价为总分的 { $cost }；原先超出的伙伴 { $crowded } 家；进入名单的机构 { $after } 家（不设限时 { $before } 家）；变短的名单 { $shorter } 份，其中空名单 { $without } 份
head-lists-before = 不设限名单数
head-lists-after = 设限后
head-load-before = 不设限负荷
head-load-after = 设限后
title-shortened = 比不设限时更短的名单
head-seeker = 寻求方
# The report page.
decimal = .
page-title-one = 推荐合作方：{ $name }
page-title-many = 推荐合作方：{ $from } → { $to }
page-scope = 寻求方：{ $seekers }；合作方：{ $partners }；配对：{ $pairs }；截至 { $date }
page-legend = 较浅部分：未知，按权重的 { $optimism } % 计入。条形下方的线段从未知项全部不利时的得分延伸到全部有利时的得分
page-weights = 权重
page-preset = 权重方案
page-start = 给定权重
page-own = 手动设置
page-reset = 重置
page-save = 保存为文件
page-lock = 锁定：{ $criterion }
page-slider = 权重：{ $criterion }，百分点
page-holds-note = 各滑块下方：仅改变该项权重时，前 { $top } 名成员不变的范围
page-holds-choose = 请选择一个寻求方，以查看各权重可变动的范围
page-holds = 名单不变：{ $low }–{ $high }
page-below = 低于 { $at }：{ $by } 取代 { $overtaken }
page-above = 高于 { $at }：{ $by } 取代 { $overtaken }
page-seeker = 寻求方
page-all = 全部寻求方
page-search = 按名称或 id 搜索
page-kind = 类型
page-concept = 提供
page-any = 不限
page-why = 理由
page-shown = 显示：{ $shown } / { $total }
page-more = 再显示 50 个
page-nobody = 没有机构符合筛选条件
page-moves = 前 { $top } 名中变动：{ $moved }。进入：{ $entered }。退出：{ $left }
page-moves-none = 前 { $top } 名与给定权重下相同
page-waterfall = 从各项准则到得分
page-map = 每个寻求方与每个合作方
page-map-hint = 颜色越深得分越高；点击可打开配对
page-map-cell = { $seeker } × { $partner }：{ $score }
page-network = 每个寻求方的两个最佳合作方
page-gaps-need = 境外无人满足的需求
page-gaps-offer = 境外无人需要的供给
page-organizations = 机构
page-nearest = 境外最接近者（匹配度，满分 100）
page-made = 本页的生成依据
page-date = 评判日期
page-inputs = 输入数据的 SHA-256
page-start-weights = 给定权重
relation-same = 相同
relation-narrower = 比需求更窄
relation-broader = 比需求更宽
relation-related = 相近
relation-complement = 互补
preset-balanced = 均衡
preset-technology-transfer = 技术转移
preset-market-entry = 市场准入
preset-training = 培训
preset-procurement = 采购
question-coverage = 贵方的需求中，对方能提供多少？
question-reciprocity = 对方的需求中，贵方能提供多少？
question-mutual = 对双方都有利吗？
question-field = 双方在同一领域工作吗？
question-counterpart = 合作方的类型合适吗？
question-standards = 对方的证书在贵方所在国有效吗？
question-policy = 是否服务于已公布的国家目标？
question-access = 日常合作是否便利？
