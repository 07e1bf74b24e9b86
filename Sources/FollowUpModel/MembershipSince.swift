extension ForumDefinition {
    /// Since when a country is to the forum what it is on a day; nil where that is not known.
    package func since(of country: String, on day: CalendarDay) -> PartialDate? {
        guard let standing = membership(of: country, on: day),
            let membership = memberships.last(where: { $0.country == country && $0.standing(on: day) == standing })
        else { return nil }
        switch standing {
        case .suspended: return membership.suspensions.last { $0.interval.covers(day) }?.interval.since
        case .notParticipating: return membership.absences.last { $0.interval.covers(day) }?.interval.since
        case .withdrawn: return membership.interval.until
        case .member, .associate, .observer, .acceding: return membership.interval.since
        }
    }
}
