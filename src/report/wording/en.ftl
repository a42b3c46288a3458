# What silkmatch says about pairs. One file a language, the same keys in each; a test holds them to it.
# Names and labels come in as they are, so a sentence must not depend on their case or gender.

claim = level { $level }, { $status }
claim-dated = level { $level }, { $status }, { $year }
claim-assumed = assumed of its kind

# Reasons. "you" is the seeker, whose officer reads; "they" are the partner.
seeker-same = They offer { $offer } ({ $claim }), which you need
seeker-narrower = They offer { $offer } ({ $claim }), which meets your need: { $need }
seeker-broader = They offer { $offer } ({ $claim }), which may cover your need: { $need } (to be verified)
seeker-related = They offer { $offer } ({ $claim }), which is close to your need: { $need }
seeker-complement = They offer { $offer } ({ $claim }), which serves your need: { $need }
seeker-no-needs = You state no need; they offer { $offer } ({ $claim })
seeker-no-offers = They state no offer; it is worth asking
seeker-unmet = None of your stated needs is met by what they state
seeker-assumed = { $reason } (you state no need; this one is assumed of your kind)
partner-same = You offer { $offer } ({ $claim }), which they need
partner-narrower = You offer { $offer } ({ $claim }), which meets their need: { $need }
partner-broader = You offer { $offer } ({ $claim }), which may cover their need: { $need } (to be verified)
partner-related = You offer { $offer } ({ $claim }), which is close to their need: { $need }
partner-complement = You offer { $offer } ({ $claim }), which serves their need: { $need }
partner-no-needs = They state no need; you offer { $offer } ({ $claim })
partner-no-offers = You state no offer; add what you give
partner-unmet = None of their stated needs is met by what you state
partner-assumed = { $reason } (they state no need; this one is assumed of their kind)
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
assumed = { $value } (assumed)
for-you = you
for-them = they
title-shortlist =
    { $name } ({ $id }), { $kind }, { $country }: { $shown } of { $considered ->
        [one] { $considered } possible partner
       *[other] { $considered } possible partners
    }
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
robust-central-even = { $name } leads when the weights are about even
robust-necessary = Whatever these weights are, { $name } is at least as good as { $over }
robust-none = No member of the list is ahead of another under all these weights

# Learning and asking.
learn-held-out =
    Of { $count ->
        [one] { $count } answer, foretold without it
       *[other] { $count } answers, each foretold from the others
    }, the learnt weights foretell { $learnt }; the weights they started from foretell { $preset }
learn-contradicted = Judgments that these weights contradict (by line): { $judgments }
learn-conflict = These judgments cannot all hold, whatever the weights; reconsider one of them: { $judgments }
learn-never = No weights can make this judgment hold; reconsider it: { $judgments }
ask-question = Whom would you rather meet: 1. { $a } or 2. { $b }? They differ in: { $differing }
ask-answer = 1 or 2, or nothing to stop:
ask-likely = Likeliest: { $partners }
ask-settled = Settled: { $doubtful } members are expected to be wrong
ask-open = Not settled yet: { $doubtful } members are expected to be wrong

# Balance.
balance-summary =
    Nobody in more than { $limit ->
        [one] { $limit } list
       *[other] { $limit } lists
    }: costs { $cost } of the total score; { $crowded ->
        [one] { $crowded } partner was in more
       *[other] { $crowded } partners were in more
    }; { $after ->
        [one] { $after } organization stands in a list
       *[other] { $after } organizations stand in a list
    }, { $before } without the limit; { $shorter ->
        [one] { $shorter } list is shorter
       *[other] { $shorter } lists are shorter
    }, { $without } of them empty
head-lists-before = lists without limit
head-lists-after = with limit
head-load-before = load without limit
head-load-after = with limit
title-shortened = Lists that are shorter than without the limit
head-seeker = seeker
# The report page.
decimal = .
page-title-one = Recommended partners of { $name }
page-title-many = Recommended partners: { $from } → { $to }
page-scope = Seekers: { $seekers }; partners: { $partners }; pairs: { $pairs }; as of { $date }
page-legend = Paler: only assumed of the kind of organization; palest: unknown, counted at { $optimism } % of its weight. The line below a bar runs from the score if all that is not stated is bad to the score if it is good
page-weights = Weights
page-preset = Preset
page-start = As given
page-own = Set by hand
page-reset = Reset
page-save = Save as file
page-lock = Lock { $criterion }
page-slider = Weight of { $criterion }, points of 100
page-holds-note = Under each slider: how far this weight alone can move before the first { $top } change
page-holds-choose = Choose one seeker to see how far each weight can move
page-holds = list holds { $low }–{ $high }
page-below = below { $at }: { $by } in place of { $overtaken }
page-above = above { $at }: { $by } in place of { $overtaken }
page-seeker = Seeker
page-all = All seekers
page-search = Search by name or id
page-kind = kind
page-concept = offers
page-any = any
page-why = why
page-shown = Shown: { $shown } of { $total }
page-more = Show 50 more
page-nobody = Nobody passes the filters
page-moves = Moved among the first { $top }: { $moved }. In: { $entered }. Out: { $left }
page-moves-none = The first { $top } stand as under the given weights
page-waterfall = From criteria to score
page-map = Every seeker with every partner
page-map-hint = Darker is a higher score; a click opens the pair
page-map-cell = { $seeker } × { $partner }: { $score }
page-network = The two best partners of each seeker
page-gaps-need = Needs that nobody abroad meets
page-gaps-offer = Offers that nobody abroad asks for
page-organizations = organizations
page-nearest = nearest abroad (fit of 100)
page-made = How this page was made
page-date = Judged at
page-inputs = SHA-256 of the inputs
page-start-weights = Given weights
relation-same = the same
relation-narrower = narrower than the need
relation-broader = broader than the need
relation-related = related
relation-complement = complement
preset-balanced = Balanced
preset-technology-transfer = Technology transfer
preset-market-entry = Market entry
preset-training = Training
preset-procurement = Procurement
question-coverage = How much of what you need do they offer?
question-reciprocity = How much of what they need do you offer?
question-mutual = Does it pay for both?
question-field = Do you work in the same field?
question-counterpart = Is it the right kind of partner?
question-standards = Do their certificates count where you are?
question-policy = Does it serve a stated national goal?
question-access = Can you work together day to day?
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
title-travelling = Who travels
title-quotas = Quotas
quota-reached = { $quota } – in the plan: { $count } of { $all }
quota-all = all
title-alternates = Alternates, in order
title-unmet = Wished for and not in the plan
title-missed = Cities that the visit does not reach
title-changes = What changed
title-conflict = { $name }: there is no plan. These cannot all hold; relaxing any one of them resolves this conflict
title-conflict-perhaps = { $name }: there is no plan. Among these is a conflict; perhaps not all of them belong to it
conflict-nothing = { $name }: nobody can be met at all; gates, cities or hours keep everybody apart
head-time = time
head-way = way, min
head-table = table
head-host = host
head-hosts = hosts
head-with = with
head-city = city
head-best = best value
head-meetings = meetings
head-total-value = total value
head-cause = what stands in the way
head-relax = relax
brief-languages = languages in common
brief-no-language = none known; bring an interpreter
brief-way = way
brief-way-from = { $minutes } min from { $from }
brief-bring = bring along
brief-ask-for = ask to see
brief-ask = ask
title-ask-all = To ask at every meeting
ask-all = { $question } (open in { $count } of { $all } meetings)
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
counted-member-meetings = meetings of members
named-seats = seats in the delegation: { $count }
named-quota-least = at least { $count } ({ $counted }): { $sort }
named-quota-most = at most { $count } ({ $counted }): { $sort }
named-quota-share = at most { $count } % of all ({ $counted }): { $sort }
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
named-way = the way between { $a } and { $b } takes { $minutes } minutes
named-between-places = at least { $minutes } minutes from one place to another
named-lowest = no meeting worth less than { $value }
named-ties = those who know each other do not meet
relax-more = allow more
relax-less = ask for less
relax-minimum = ask for fewer, or write objectives = ["minimum", "total"] to come as close as possible
relax-rule = take the rule out, or narrow it
relax-city = spend the day in another city, or let hosts come with hosts_from
relax-way = leave more time between the slots, or say a shorter way
relax-ties = write ties = "show"
head-delegate = member

# Weights: how they came about.
normalisation = Weights are divided by their sum; values lie from 0 to 1 on fixed anchors and are not rescaled
weights-inputs = Given: { $inputs }
weights-seed = Seed of the random numbers: { $seed }
weights-record = Weights: { $weights }; an unknown value counts as { $optimism } of 100; as of { $date }
# Numbers and dates.
comma = { ", " }
percent = { $number }%
date-day = { $year }-{ $month }-{ $day }
date-month = { $year }-{ $month }

# Names of sheets: at most 31 characters.
sheet-shortlist = Shortlist
sheet-needs = Needs that are met
sheet-near-misses = Kept out
sheet-balance = Balance
sheet-shortened = Shorter lists
sheet-made = How it was made
sheet-score = Score
sheet-criteria = Criteria
sheet-ours = Your needs
sheet-theirs = Their needs
sheet-remarks = Remarks
sheet-weights = Weights
sheet-stability = Stability
sheet-compared = Comparison
sheet-robust = Robustness
sheet-group = Group
sheet-gaps = Gaps
sheet-quality = Ranking quality
sheet-misses = Known partners ranked low
sheet-resolved = Terms and names
sheet-findings = Findings
sheet-unknown = Terms that do not count
sheet-tables = Tables
sheet-contents = Contents

# Headings of sheets and of other tables.
head-reason-seeker = why you should want them
head-reason-partner = why they should want you
head-seeker-id = seeker id
head-needed-by = needed by
head-priority = priority
head-relation = how it is met
head-basis = known how
head-note = what the source says
head-setting = setting
head-about = about
head-remark = remark
head-side = side
head-concept = concept
head-label = label
head-nearest-fit = best abroad
head-nearest = nearest
head-ranker = ranker
head-part = part
head-asked = asked
head-top-1 = top 1
head-top-5 = top 5
head-top-10 = top 10
head-top-20 = top 20
head-interval = 95%
head-macro-10 = macro 10
head-mrr = MRR
head-ndcg = nDCG
head-topic = topic
head-query = query
head-outcome = outcome
head-name = name
head-severity = severity
head-file = file
head-sheet = sheet
head-line = line
head-column = column
head-cell = cell
head-found = found
head-message = message
head-hint = remedy
head-code = code
head-read = table
head-rows = rows
head-from = from
head-of = of
head-which = which
head-count = count
head-of-all = of all
head-term = term
head-cells = cells
head-first-in = first in
head-preset = preset

# What check and resolve say.
outcome-exact = exact
outcome-folded = folded
outcome-phrase = phrase
outcome-fuzzy = fuzzy
outcome-broader = broader
outcome-ambiguous = ambiguous
outcome-unknown = unknown
title-unknown = Terms that do not count
severity-note = note
severity-warning = warning
severity-fault = fault
tally = { $counts }.
tally-none = No finding.
tally-note =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
tally-warning =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
tally-fault =
    { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
count-country = country
count-kind = kind
count-offer = offer
count-role = role
count-organizations = organizations
count-label = label
count-labels = labels
count-with-an-offer = with an offer
count-with-a-need = with a need
count-with-both = with both
count-in-all-languages = in all languages

# Evaluation.
ranker-model = model
ranker-without = without { $criterion }
ranker-random = random
ranker-hubs-first = hubs first
ranker-words-of-profiles = words of profiles
ranker-words-of-need-and-offer = words of need and offer
ranker-sum-of-both-words = sum of both words
part-all = all

# How results were made.
made-version = Made with
made-optimism = Share of an unknown criterion that counts
made-weight = Weight: { $criterion }
made-method = Method
made-input = Given
made-seed = Seed of the random numbers
sampling-direct = drawn uniformly
sampling-rejection = drawn uniformly, those that do not fit rejected
sampling-hit-and-run = random walk through those that fit (hit and run)
purpose-balanced = a fair start for any organization: fit both ways first, then field, kind and goals
purpose-technology-transfer = bring technology and production home: plants, licences, biosimilars, full cycle
purpose-market-entry = place products abroad: buyers, distributors, registration, local partners
purpose-training = exchange people: training, internships, academic programmes, experience
purpose-procurement = buy medicines and devices for the public: reliable makers with valid certificates
method-set = Set by hand; the other weights give way in proportion
method-sum-reciprocal = From a ranking: sum-reciprocal rule (Danielson and Ekenberg 2014)
method-centroid = From a ranking: rank order centroid (Barron and Barrett 1996)
method-rank-sum = From a ranking: rank sum (Stillwell, Seaver and Edwards 1981)
method-reciprocal = From a ranking: reciprocal of the rank (Stillwell, Seaver and Edwards 1981)
method-swing = Swing weights: points divided by their sum
method-ratios = From pairwise ratios: logarithmic least squares
method-ahp = AHP: principal eigenvector by power iteration (Saaty 1980)
method-best-worst = Best-worst method: linear program (Rezaei 2016)
method-learn = Learnt from answers, starting from { $preset }: logistic model of choice, mean of what is believed after the answers; ranges hold with 95% probability
method-ask = Mean of the weights that agree with the answers; each answer is taken to be meant in 95 cases of 100
elicit-reconsider = The answer to reconsider: { $answer }; all others together say { $fitted }
elicit-gci-good = GCI { $index }, not above { $most } for { $count } criteria: the answers are consistent enough
elicit-gci-bad = GCI { $index }, above { $most } for { $count } criteria: reconsider the answers
elicit-cr-good = CR { $ratio } (λ { $lambda }, random indices of Saaty 1980), not above { $most }: the answers are consistent enough
elicit-cr-bad = CR { $ratio } (λ { $lambda }, random indices of Saaty 1980), above { $most }: reconsider the answers
elicit-best-worst = Largest deviation { $deviation }; input-based consistency ratio { $ratio } (Liang, Brunelli and Rezaei 2020)
elicit-ask-rank = Number { $rank } in importance, or nothing to stop ({ $criteria }):
elicit-ask-swing = All criteria stand at 0. { $question } Points for raising “{ $criterion }” to 1 (the most useful has 100):
elicit-ask-ratio = How many times as much as “{ $b }” does “{ $a }” count (1/3 for a third; nothing to skip)?
elicit-ask-scale = How many times as much as “{ $b }” does “{ $a }” count, from 1 to 9?
elicit-ask-best = The most important criterion ({ $criteria }):
elicit-ask-worst = The least important criterion ({ $criteria }):
robust-nothing-given = nothing, so any weights are possible
compare-why = Points in the last column: what a criterion adds to the score of a partner, beyond what it adds to the mean of all shown
compare-changed = Weights that change: { $weights }
learn-inputs = judgments: { $judgments }, choices and outcomes: { $outcomes }
learn-worse = These answers do not support other weights yet: keep { $preset } until there are more
head-spread = from–to
head-lists = lists
head-common = in every list
title-group = { $name } ({ $id }): rank with each officer of those who are in the first { $top } of { $considered } with at least one
title-group-weights = Weights of { $count } officers, points of 100
title-group-all = What the lists of { $count } officers share
group-everybody = In everybody's list, { $count } of { $top }: { $partners }
group-nobody = Nobody is in everybody's list
group-differ = The officers are furthest apart on “{ $criterion }”: from { $least } to { $most } points

# Clean copies.
sheet-mended = Changes
sheet-visit = Visit
sheet-travelling = Travelling
sheet-meetings = Meetings
sheet-changes = Changes
sheet-alternates = Alternates
sheet-unmet = Not in the plan
sheet-missed = Cities not reached
sheet-conflict = No plan
mended = { $file }: rows { $rows }, changes { $changes }
head-mend = mend
head-place = place
head-was = was
head-is = is
mend-encoding = encoding
mend-separator = separator
mend-sheet = sheet
mend-row = row
mend-header = header
mend-spaces = spaces
mend-width = width
mend-lookalikes = lookalikes
mend-garbled = garbled
mend-decimal = decimal

# Given pairs.
sheet-pairs = Scored pairs
head-problem = problem

# Tables to fill in. The word in brackets is the mark of an example in the vocabulary.
init-done = wrote { $path }: fill in your own rows (the example rows do not count), then run `silkmatch check { $path }`
example-row = [EXAMPLE] this row does not count; delete it
help-name = The name of the organization, in any script. Required.
help-country = The country: choose one, or write its ISO 3166 code. Required.
help-id = A short key that stays the same, such as kz-my-firm. Where it is empty, one is made from the name.
help-aliases = Other names, in any script, with ; between them.
help-city = The city, for planning visits.
help-cluster = The id of the cluster or park to which the organization belongs.
help-kind = What sort of organization it is: choose one.
help-offers = What it offers, with ; between terms. A number from 1 to 5 after a colon says how strong the offer is: vaccines:4; training. Without a number it is 3.
help-needs = What it needs, with ; between terms. A number from 1 to 5 after a colon says how much it matters; ! marks a must-have: insulin:5!; training.
help-certifications = Certificates: scheme, authority in brackets, expiry; with ; between them: GMP (EU) 2027-05; ISO 13485.
help-languages = Working languages, by name or tag, with ; between them: en; ru.
help-size = micro, small, medium or large, or a head count.
help-wants = Countries from which partners are wanted, with ; between them. Empty stands for any.
help-source = Where it is known from: an address, a title, a person.
help-as-of = When the source said so: 2027, 2027-06 or 2027-06-14.
help-note = Anything else. A note that begins with [EXAMPLE] marks a row that does not count.
help-organization = The id or name of the organization, as on the sheet of organizations. Required.
help-role = Whether it is an offer, a need or a certification. Required.
help-term = What is offered or needed: choose from the list, or write it in your own words. Required.
help-level = From 1 to 5: how strong the offer is, or how much the need matters. Empty stands for 3.
help-must = Whether a partner that does not meet the need is out of the question.
help-status = How far along it is: operating, built, planned, or sought.
help-basis = Whether the source states it, or it is inferred from the source.
help-a = The one organization, by id or name. Required.
help-b = The other organization, by id or name. Required.
help-tie-status = What is between the two: choose one. A conflict keeps them out of each other's lists. Required.
help-date = When: 2027, 2027-06 or 2027-06-14.

# What the data say in English.
counterpart-fit = { $seeker } → { $partner }: fits at { $value } of 100
policy-quoted = { $label } (“{ $target }”)

# The local page.
site-data = Data
site-partners = Partners
site-plan = Visit
site-language = Language
site-waiting = Working …
site-drop = Drop a CSV file, a workbook or several files here
site-choose = Choose files
site-starter = Workbook to fill in
site-encoding = Encoding of text
site-encoding-found = found automatically
site-drop-note = A row is an organization: it needs a name and a country; offers and needs make the matches. What you give stays in the memory of this computer for some hours; nothing is written to disk, and nothing is sent on.
site-given = Profiles at the start
site-loaded = { $name }. Organizations: { $count }
site-forget = Forget the upload
site-gone = The upload is not held any more; these are the profiles at the start
site-tables = What was read
site-findings = Findings
site-no-finding = Nothing of this kind was found
site-fault = Faults
site-warning = Warnings
site-note = Notes
site-place = place
site-line = line { $line }
site-more = Show more
site-download = Download:
site-from = Seekers from
site-to = Partners from
site-delegation = Delegation file
site-delegation-note = Who travels, whom they may meet, on which days and at which hours, as TOML or as a workbook. The example is made of the profiles at hand.
site-make = Plan the visit
site-open-file = Open a file
site-example = Put in an example
site-silent = silkmatch does not answer; is it still running?
site-too-large = More than { $most } MB at once; larger registers are for the command line
# Findings of check, by their codes.
finding-encoding-guessed = The encoding was guessed; if letters look wrong, name it with --encoding
finding-encoding-doubtful = The encoding is unusual here; check the letters, or save the file as CSV (UTF-8)
finding-lost-letters = Letters were replaced by question marks; write the text anew
finding-lost-digits = A long number that a spreadsheet wrote short; its last digits are gone
finding-garbled-text = Text that was read in a wrong encoding; check --fix mends it
finding-error-cell = An error of the spreadsheet instead of a value; the row is left out
finding-uncalculated-formula = A formula that was never calculated; the row is left out
finding-title-rows = Rows above the header are not read
finding-repeated-header = The header is repeated here; the row is skipped
finding-example-row = An example row; it is left out. Delete it, or take the mark out of its note
finding-merged-cells = Merged cells; the value stands for each of their rows
finding-hidden-rows = Hidden rows are read too; show them and look them over
finding-hidden-columns = Hidden columns are read too; show them and look them over
finding-hidden-sheet = A hidden sheet is read too; show it and look it over
finding-second-table = A second sheet of the same table; it is not read
finding-unknown-column = A column that this table does not have; it is not read
finding-unknown-table = None of the tables that are read; give it the name of its table
finding-extra-cells = More cells than the header has; the row is left out
finding-missing-value = A required cell is empty; the row is left out
finding-duplicate-id = Two rows carry the same id; the first is kept
finding-unknown-country = Neither a country nor its ISO 3166 code; the row is left out
finding-unknown-kind = No kind of organization; choose one of the list
finding-unknown-term = The term stands for no concept; it does not count. Write one of the labels
finding-ambiguous-term = The term stands for several concepts; it does not count. Say which one
finding-unknown-concept = The taxonomy has no such concept; the row is left out
finding-phrase-term = The term is understood from the labels that cover it together
finding-fuzzy-term = The term is understood although it is not written as listed
finding-broader-term = The term says more than a label that it holds; it does not count
finding-fuzzy-name = The organization is understood although its name is not written as listed
finding-name-of-other-times = The organization did not have this name at the date of the row; the row counts
finding-unknown-organization = The organization is not in the table of organizations; the row is left out
finding-bad-level = A level is a whole number from 1 to 5; the claim is left out
finding-bad-choice = Not one of the words of the list; it is not taken
finding-bad-date = No date; write 2027, 2027-06 or 2027-06-14
finding-bad-number = No number, or out of its range
finding-unknown-scheme = Almost a listed scheme of certification; it stands as written
finding-bad-language = No language; write its name or its tag
finding-self-tie = A tie of an organization with itself; the row is left out
finding-missing-label = The concept has no label in a language that the table has
finding-shared-label = Two concepts have the same label, not marked as needing context
finding-acronym-clash = An acronym that is spelt like a word of another concept
finding-no-source = The claim has no source; say where it is known from
