import FollowUpModel
package import Localization

/// Why a request can't be answered.
package struct PageFailure: Error, Hashable, Sendable {
    /// The status by HTTP.
    package let status: Int
    /// The name of the kind of failure, for programs.
    package let code: String
    private let title: Message
    private let detail: Message
    private let values: [String]
    /// What may have been meant.
    private let nearest: String?

    private init(
        _ status: Int, _ code: String, _ title: Message, _ detail: Message, _ values: [String] = [],
        nearest: String? = nil
    ) {
        (self.status, self.code, self.title, self.detail) = (status, code, title, detail)
        (self.values, self.nearest) = (values + ["", "", ""], nearest)
    }

    /// Nothing is at the address.
    package static let nothingHere = PageFailure(404, "nothing-here", .failureNothingHere, .detailNothingHere)

    /// There is no thing of that name; with the nearest one.
    package static func noSuch(name: String, nearest: String?) -> PageFailure {
        PageFailure(404, "no-such-thing", .failureNothingHere, .detailNoSuch, [name], nearest: nearest)
    }

    /// The address knows no such parameter; with the nearest one.
    package static func unknownParameter(name: String, nearest: String?) -> PageFailure {
        PageFailure(400, "unknown-parameter", .failureBadRequest, .detailUnknownParameter, [name], nearest: nearest)
    }

    /// A parameter has a value that it can't have; with what it takes.
    package static func badValue(parameter: String, value: String, takes: String) -> PageFailure {
        PageFailure(400, "bad-value", .failureBadRequest, .detailBadValue, [parameter, value, takes])
    }

    /// The request is not one that HTTP knows.
    package static let badRequest = PageFailure(400, "bad-request", .failureBadRequest, .detailBadRequest)
    /// The address can only be read.
    package static let methodNotAllowed = PageFailure(
        405, "method-not-allowed", .failureReadOnly, .detailMethodNotAllowed)
    /// What the client would accept is not to be had.
    package static let notAcceptable = PageFailure(
        406, "not-acceptable", .failureNotAcceptable, .detailNotAcceptable)
    /// Requests bring nothing along here.
    package static let bodyNotAccepted = PageFailure(
        413, "body-not-accepted", .failureReadOnly, .detailBodyNotAccepted)
    /// The address is too long.
    package static let addressTooLong = PageFailure(414, "address-too-long", .failureTooLong, .detailAddressTooLong)
    /// The head of the request is too large.
    package static let headTooLarge = PageFailure(431, "head-too-large", .failureTooLong, .detailHeadTooLarge)
    /// The client asks too often.
    package static let tooManyRequests = PageFailure(
        429, "too-many-requests", .failureTooMuch, .detailTooManyRequests)
    /// There is too much to do at the moment.
    package static let busy = PageFailure(503, "busy", .failureTooMuch, .detailBusy)

    /// The failure in a few words.
    package func title(in texts: Texts) -> String { texts[title] }

    /// What exactly is the matter, in one or two sentences.
    package func detail(in texts: Texts) -> String {
        texts[detail, ["name": values[0], "value": values[1], "takes": values[2]]]
            + (nearest.map { " " + texts[.didYouMean, ["name": $0]] } ?? "")
    }
}

/// That there is nothing at an address, or why it can't be shown.
struct FailurePage: PageView {
    var page: Frame
    var status: Int
    var detail: String
}

extension PageBuilder {
    /// The page that says why a request can't be answered.
    package func failure(_ failure: PageFailure) -> any PageView {
        FailurePage(
            page: frame(failure.title(in: texts)), status: failure.status, detail: failure.detail(in: texts))
    }
}
