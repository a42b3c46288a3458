# What silkmatch says about pairs. One file a language, the same keys in each; a test holds them to it.
# Names and labels come in as they are, so a sentence must not depend on their case or gender.

claim = level { $level }, { $status }
claim-dated = level { $level }, { $status }, { $year }

# Reasons. "you" is the seeker, whose officer reads; "they" are the partner.
seeker-same = They offer { $offer } ({ $claim }), which you need
seeker-narrower = They offer { $offer } ({ $claim }), which meets your need: { $need }
seeker-broader = They offer { $offer } ({ $claim }), which may cover your need: { $need } (to be verified)
seeker-related = They offer { $offer } ({ $claim }), which is close to your need: { $need }
seeker-complement = They offer { $offer } ({ $claim }), which serves your need: { $need }
seeker-no-needs = You state no need; they offer { $offer } ({ $claim })
seeker-no-offers = They state no offer; it is worth asking
seeker-unmet = None of your stated needs is met by what they state
partner-same = You offer { $offer } ({ $claim }), which they need
partner-narrower = You offer { $offer } ({ $claim }), which meets their need: { $need }
partner-broader = You offer { $offer } ({ $claim }), which may cover their need: { $need } (to be verified)
partner-related = You offer { $offer } ({ $claim }), which is close to their need: { $need }
partner-complement = You offer { $offer } ({ $claim }), which serves their need: { $need }
partner-no-needs = They state no need; you offer { $offer } ({ $claim })
partner-no-offers = You state no offer; add what you give
partner-unmet = None of their stated needs is met by what you state
reason-why = { $reason }: { $why }
reason-carried = { $reason }, carried by { $members }
reason-also = { $reason }; also { $more }
reason-field = { $reason }; both work in { $field }

# Gates.
gate-same-country = both work in the same country
gate-conflict = the two are in conflict
gate-unwanted-country = you do not want partners from { $country }
gate-blank = nothing is known that the two could do for each other
gate-must = your must-have is not met: { $need }

# Ties, dates, states.
tie = { $status } { $date }
tie-undated = { $status }
deadline = { $target } (by { $deadline })
deadline-passed = { $target } (by { $deadline }, passed)
deadline-none = { $target }

# Headings of tables.
head-rank = #
head-partner = partner
head-id = id
head-country = country
head-score = score
head-range = range
head-known = known
head-confidence = confidence
head-tie = tie
head-criterion = criterion
head-value = value
head-weight = weight
head-points = points
head-total = total
head-need = need
head-offer = offer
head-closeness = closeness
head-level = level
head-status = status
head-source = source
head-date = date
head-gate = kept out because
unknown = unknown
for-you = you
for-them = they
title-shortlist = { $name } ({ $id }), { $kind }, { $country }: { $shown } of { $considered } possible partners
title-near-misses = Kept out by a gate
title-explain = { $seeker } and { $partner }
title-ours = What you need, and how they meet it
title-theirs = What they need, and how you meet it
title-policies = National goals that are served
title-standards = Their certificates in { $country }
title-ask = Unknown, and worth asking
title-ties = What is between you
title-fields = Fields that both work in
title-counterpart = Kind of partner
not-met = not met
gated = Kept out of shortlists: { $gate }
score-line = score { $score }, from { $low } to { $high }; known { $known }, confidence { $confidence }
certificate-counts = counts: { $value }
certificate-invalid = not valid at the date
certificate-unknown = nothing is known about it there
served-by = { $country }: { $policy } ← { $need }
carried-by = carried by { $members }
kind-unknown = kind unknown

# What is worth asking, criterion by criterion.
ask-coverage = What do you need, and what do they offer?
ask-reciprocity = What do they need?
ask-mutual = What does each side need from the other?
ask-field = In which fields do the two work?
ask-counterpart = What kind of organization are they?
ask-standards = Which certificates do they hold, issued by whom, valid until when?
ask-policy = Which national goal would the partnership serve?
ask-access = In which languages do they work, how large are they, and from which countries do they want partners?

# Why a known partner does not rank high.
miss-no-need = you state no need
miss-no-offer = they state no offer
miss-behind = { $criterion } puts the first ten ahead by { $points } points
# Weights.
head-bar = share
head-holds = list holds
head-track = 0 to 100 points
head-below = who enters below
head-above = who enters above
head-first = to another first
head-member = to another member
head-tightest = tightest weight
head-before = before
head-moved = moved
head-why = why (points)
head-kept = kept
head-first-before = first before
head-first-after = first after
title-stability = { $name } ({ $id }): how far each weight can move alone before the first { $top } of { $considered } change
title-stability-all = Points of weight that have to move before a list changes
title-compare = { $name }: { $first } and { $second }; { $kept } of { $top } stay
title-compare-all = { $first } and { $second }: what stays of each list
stability-ahead = { $by } (for { $overtaken })
flip-first = Nearest change at the top: moving { $moved } points of weight from { $from } to { $to } puts { $by } first, ahead of { $overtaken }
flip-first-never = The first place is safe under any weights: nobody else comes level
flip-member = Nearest change of the list: moving { $moved } points of weight from { $from } to { $to } puts { $by } into the list in place of { $overtaken }
flip-member-never = No weights bring anybody else into the list
flip-tie = { $by } and { $overtaken } are level already; the id decides
rise-first = Moving { $moved } points of weight from { $from } to { $to } puts { $by } first
rise-first-never = No weights put { $name } first
rise-first-already = { $name } is first already
rise-enters = Moving { $moved } points of weight from { $from } to { $to } brings { $by } into the list
rise-at-least = At least { $moved } points of weight have to move to bring { $name } into the list
rise-values = With weights as they are, one of these values would bring { $name } into the list: { $values }

# Robustness.
head-in-list = in the list
head-leads = first
title-robust = { $name } ({ $id }): in what share of all possible weights a partner is among the first { $top } of { $considered }
robust-method = { $samples } weightings ({ $sampling }; seed { $seed }); given: { $given }; shares are within { $margin } points in 95 cases of 100
robust-central = { $name } leads for those who care about { $criteria }
robust-necessary = Whatever these weights are, { $name } is at least as good as { $over }
robust-none = No member of the list is ahead of another under all these weights

# Learning and asking.
learn-held-out = Of { $count } judgments, each left out in turn, the learnt weights foretell { $learnt }; the weights they started from foretell { $preset }
learn-contradicted = Judgments that these weights contradict (by line): { $judgments }
learn-conflict = These judgments cannot all hold, whatever the weights; reconsider one of them: { $judgments }
learn-never = No weights can make this judgment hold; reconsider it: { $judgments }
ask-question = Whom would you rather meet: 1. { $a } or 2. { $b }? They differ in: { $differing }
ask-answer = 1 or 2, or nothing to stop:
ask-likely = Likeliest: { $partners }
ask-settled = Settled: { $doubtful } members are expected to be wrong
ask-open = Not settled yet: { $doubtful } members are expected to be wrong

# Plans.
plan-unnamed = Visit
title-plan = { $name }: members { $members }, hosts { $hosts }, meetings { $meetings }
plan-proven = { $goal }: { $value } (proven: no plan is better)
plan-bound = { $goal }: { $value } (no plan reaches more than { $bound })
plan-unbounded = { $goal }: { $value } (no bound is known)
plan-gaps-proven = Idle gaps in the timetable: { $value } (proven: not fewer than { $bound })
plan-gaps = Idle gaps in the timetable: { $value } (at least { $bound })
goal-shortfall = Meetings short of the minima
goal-kept = Meetings kept from the earlier plan
goal-wished = Meetings of existing ties, as wished
goal-worst-off = Total of the worst-off members
goal-filled = Seats taken
goal-total = Total value of all meetings
goal-spread = Hosts that are met
title-day = { $date }, { $city } ({ $zone })
title-day-anywhere = { $date } ({ $zone })
title-agenda = Agenda of { $name } ({ $id }): { $count }
title-brief = { $date } { $time }: { $member } meets { $host }
title-alternates = Alternates, in order
title-unmet = Wished for and not in the plan
title-missed = Cities that the visit does not reach
title-changes = What changed
title-conflict = { $name }: there is no plan. These cannot all hold; relaxing any one of them resolves this conflict
title-conflict-perhaps = { $name }: there is no plan. Among these is a conflict; perhaps not all of them belong to it
conflict-nothing = { $name }: nobody can be met at all; gates, cities or hours keep everybody apart
head-time = time
head-table = table
head-member = member
head-host = host
head-hosts = hosts
head-with = with
head-city = city
head-best = best value
head-cause = what stands in the way
head-relax = relax
brief-languages = languages in common
brief-no-language = none known; bring an interpreter
brief-bring = bring along
brief-ask-for = ask to see
brief-ask = ask
unmet-nobody = nobody
cause-of-host = for the host: { $gate }
cause-known = they know each other, and this visit avoids that
cause-low = worth less than { $value }
cause-no-city = the city of the host is unknown
cause-not-reached = the visit does not come to { $city }
cause-never = a rule forbids it
cause-never-free = they are never free at the same time
cause-price = with it, the total is { $points } lower
cause-even = a plan with it is just as good
cause-lower = with it, a goal that comes before the total gets worse
cause-impossible = with it, there is no plan
cause-outweighed = other meetings are worth more
cause-short = { $count } of at least { $least } meetings
change-stayed = Meetings that stay as they were: { $count }
change-moved = { $pair }: moved from { $from } to { $to }
change-lost = { $pair }: falls away
change-new = { $pair }: new
counted-members = members
counted-hosts = hosts
counted-meetings = meetings
named-seats = seats in the delegation: { $count }
named-quota-least = at least { $count } ({ $counted }): { $sort }
named-quota-most = at most { $count } ({ $counted }): { $sort }
named-must = { $a } has to meet { $b }
named-must-slot = { $a } has to meet { $b } at { $slot }
named-never = { $a } must not meet { $b }
named-together = together at every meeting: { $names }
named-before = whoever meets { $a } and { $b } meets { $a } first
named-away = { $name } is away: { $slots }
named-least = meetings of { $name }: at least { $count }
named-most = meetings of { $name }: at most { $count }
named-worth-coming = at least { $count } meetings for every host that is met
named-tables = tables on { $date }: { $count }
named-city = { $date } is spent in { $city }
named-lowest = no meeting worth less than { $value }
named-ties = those who know each other do not meet
relax-more = allow more
relax-less = ask for less
relax-minimum = ask for fewer, or write objectives = ["minimum", "total"] to come as close as possible
relax-rule = take the rule out, or narrow it
relax-city = spend the day in another city, or let hosts come with hosts_from
relax-ties = write ties = "show"
