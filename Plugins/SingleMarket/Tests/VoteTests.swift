import Testing

@testable import SingleMarket

@Suite struct Votes {
    @Test("TV-09, CAR-R5: abstentions do no harm where three quarters of the membership are in favour")
    func conference() {
        #expect(Vote(members: 15, inFavour: 12, abstentions: 3).isAdopted(by: .conference))
        #expect(!Vote(members: 15, inFavour: 11, abstentions: 4).isAdopted(by: .conference))
        #expect(!Vote(members: 15, inFavour: 14, against: 1).isAdopted(by: .conference))
        #expect(Vote(members: 15, inFavour: 15).isAdopted(by: .conference))
        #expect(Vote(members: 15, inFavour: 12).isAdopted(by: .conference), "taking no part is abstaining")
        #expect(Vote(members: 12, inFavour: 9, abstentions: 3).isAdopted(by: .conference))
        #expect(Vote(members: 14, inFavour: 11).isAdopted(by: .conference))
        #expect(!Vote(members: 14, inFavour: 10).isAdopted(by: .conference))
    }

    @Test("CAR-R6: other organs need three quarters, also against votes")
    func organ() {
        #expect(Vote(members: 15, inFavour: 12, against: 3).isAdopted(by: .organ))
        #expect(!Vote(members: 15, inFavour: 11).isAdopted(by: .organ))
        #expect(Vote(members: 13, inFavour: 10, against: 3).isAdopted(by: .organ))
        #expect(!Vote(members: 13, inFavour: 9).isAdopted(by: .organ))
    }

    @Test("CAR-R1: one State, one vote; more than half is a quorum and decides procedure")
    func quorum() {
        #expect([15, 14, 12, 1].map(Vote.quorum(of:)) == [8, 8, 7, 1])
        #expect(!Vote(members: 15, inFavour: 7).isAdopted(by: .procedure))
        #expect(Vote(members: 15, inFavour: 5, abstentions: 1, against: 2).isAdopted(by: .procedure))
        #expect(!Vote(members: 15, inFavour: 4, against: 4).isAdopted(by: .procedure))
        #expect(Vote(members: 15, inFavour: 8).hasQuorum)
    }

    @Test("CAR-R4: recommendations need two thirds")
    func recommendation() {
        #expect(Vote(members: 15, inFavour: 10, against: 5).isAdopted(by: .recommendation))
        #expect(!Vote(members: 15, inFavour: 9, against: 1).isAdopted(by: .recommendation))
        #expect([15, 14, 13, 12].map(Vote.twoThirds(of:)) == [10, 10, 9, 8])
        #expect([16, 15, 14, 13, 12].map(Vote.threeQuarters(of:)) == [12, 12, 11, 10, 9])
    }

    @Test("TV-12, CAR-R13: three participants and two thirds of the membership")
    func enhancedCooperation() {
        #expect(Vote.allowsEnhancedCooperation(participants: 4, approvals: 10, members: 15))
        #expect(Vote.allowsEnhancedCooperation(participants: 3, approvals: 10, members: 15))
        #expect(!Vote.allowsEnhancedCooperation(participants: 2, approvals: 15, members: 15))
        #expect(!Vote.allowsEnhancedCooperation(participants: 4, approvals: 9, members: 15))
    }

    @Test("CAR-R2: more than two years of arrears take the vote away, except on the single market")
    func arrears() {
        #expect(Vote.mayVote(monthsInArrears: 24))
        #expect(!Vote.mayVote(monthsInArrears: 25))
        #expect(Vote.mayVote(monthsInArrears: 25, onSingleMarket: true))
        #expect(Vote.mayVote(monthsInArrears: 25, isLifted: true))
    }
}
