//! Closed choices of a delegation, each with its word in a file.

/// How the two scores of a pair become the value of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fusion {
    /// The harmonic mean of both: it has to pay for both.
    #[default]
    Harmonic,
    /// The smaller of the two.
    Minimum,
    /// The score of the member alone.
    Seeker,
}

impl Fusion {
    /// All of them.
    pub const ALL: [Fusion; 3] = [Fusion::Harmonic, Fusion::Minimum, Fusion::Seeker];

    /// The word for it in a file.
    pub fn key(self) -> &'static str {
        match self {
            Fusion::Harmonic => "harmonic",
            Fusion::Minimum => "minimum",
            Fusion::Seeker => "seeker",
        }
    }
}

/// What is done about those who know each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TieWish {
    /// Nothing: a tie neither helps nor hinders.
    #[default]
    Show,
    /// They do not meet again.
    Avoid,
    /// Those who have met, or whose tie has ended, meet again before anything else counts.
    Refresh,
    /// Those with a memorandum or a contract meet before anything else counts.
    Deepen,
}

impl TieWish {
    /// All of them.
    pub const ALL: [TieWish; 4] = [TieWish::Show, TieWish::Avoid, TieWish::Refresh, TieWish::Deepen];

    /// The word for it in a file.
    pub fn key(self) -> &'static str {
        match self {
            TieWish::Show => "show",
            TieWish::Avoid => "avoid",
            TieWish::Refresh => "refresh",
            TieWish::Deepen => "deepen",
        }
    }
}

/// What is to be as good as possible. The first one named outweighs all after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Objective {
    /// As few meetings as possible short of the minima of the members, which then are no strict limits.
    Minimum,
    /// The total of the worst-off member as high as possible, then that of the two worst-off together, and so on.
    Fairness,
    /// The total value of all meetings.
    Total,
    /// As many different hosts as possible.
    Spread,
}

impl Objective {
    /// All of them.
    pub const ALL: [Objective; 4] =
        [Objective::Minimum, Objective::Fairness, Objective::Total, Objective::Spread];

    /// The word for it in a file.
    pub fn key(self) -> &'static str {
        match self {
            Objective::Minimum => "minimum",
            Objective::Fairness => "fairness",
            Objective::Total => "total",
            Objective::Spread => "spread",
        }
    }
}

/// What a quota counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Members that travel.
    Members,
    /// Hosts that are met.
    Hosts,
    /// Meetings, by their host.
    Meetings,
    /// Meetings, by their member.
    MemberMeetings,
}

impl Counted {
    /// All of them.
    pub const ALL: [Counted; 4] =
        [Counted::Members, Counted::Hosts, Counted::Meetings, Counted::MemberMeetings];

    /// The word for it in a file.
    pub fn key(self) -> &'static str {
        match self {
            Counted::Members => "members",
            Counted::Hosts => "hosts",
            Counted::Meetings => "meetings",
            Counted::MemberMeetings => "member-meetings",
        }
    }

    /// Whether members are of the sort that counts, and not hosts.
    pub fn is_of_members(self) -> bool {
        matches!(self, Counted::Members | Counted::MemberMeetings)
    }
}
