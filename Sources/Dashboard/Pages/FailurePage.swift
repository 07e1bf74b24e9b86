package import FollowUpModel
package import Localization

/// Why a request can't be answered.
package enum PageFailure: Error, Hashable, Sendable {
    /// Nothing is at the address.
    case nothingHere
    /// There is no thing of that name; with the nearest one.
    case noSuch(name: String, nearest: String?)
    /// The address knows no such parameter; with the nearest one.
    case unknownParameter(name: String, nearest: String?)
    /// A parameter has a value that it can't have; with what it takes.
    case badValue(parameter: String, value: String, takes: String)
    /// The request is not one that HTTP knows.
    case badRequest
    /// The address can only be read.
    case methodNotAllowed
    /// What the client would accept is not to be had.
    case notAcceptable
    /// Requests bring nothing along here.
    case bodyNotAccepted
    /// The address is too long.
    case addressTooLong
    /// The head of the request is too large.
    case headTooLarge
    /// The client asks too often.
    case tooManyRequests
    /// There is too much to do at the moment.
    case busy

    /// What is said of a kind of failure.
    private struct Kind {
        var status: Int
        var code: String
        var title: Message
        var detail: Message
        var values: KeyValuePairs<String, String> = [:]
        /// What may have been meant.
        var nearest: String?
    }

    private var kind: Kind {
        switch self {
        case .nothingHere:
            Kind(status: 404, code: "nothing-here", title: .failureNothingHere, detail: .detailNothingHere)
        case .noSuch(let name, let nearest):
            Kind(
                status: 404, code: "no-such-thing", title: .failureNothingHere, detail: .detailNoSuch,
                values: ["name": name], nearest: nearest)
        case .unknownParameter(let name, let nearest):
            Kind(
                status: 400, code: "unknown-parameter", title: .failureBadRequest, detail: .detailUnknownParameter,
                values: ["name": name], nearest: nearest)
        case .badValue(let parameter, let value, let takes):
            Kind(
                status: 400, code: "bad-value", title: .failureBadRequest, detail: .detailBadValue,
                values: ["name": parameter, "value": value, "takes": takes])
        case .badRequest:
            Kind(status: 400, code: "bad-request", title: .failureBadRequest, detail: .detailBadRequest)
        case .methodNotAllowed:
            Kind(status: 405, code: "method-not-allowed", title: .failureReadOnly, detail: .detailMethodNotAllowed)
        case .notAcceptable:
            Kind(status: 406, code: "not-acceptable", title: .failureNotAcceptable, detail: .detailNotAcceptable)
        case .bodyNotAccepted:
            Kind(status: 413, code: "body-not-accepted", title: .failureReadOnly, detail: .detailBodyNotAccepted)
        case .addressTooLong:
            Kind(status: 414, code: "address-too-long", title: .failureTooLong, detail: .detailAddressTooLong)
        case .headTooLarge:
            Kind(status: 431, code: "head-too-large", title: .failureTooLong, detail: .detailHeadTooLarge)
        case .tooManyRequests:
            Kind(status: 429, code: "too-many-requests", title: .failureTooMuch, detail: .detailTooManyRequests)
        case .busy: Kind(status: 503, code: "busy", title: .failureTooMuch, detail: .detailBusy)
        }
    }

    /// The status by HTTP.
    package var status: Int { kind.status }

    /// The name of the kind of failure, for programs.
    package var code: String { kind.code }

    /// The failure in a few words.
    package func title(in texts: Texts) -> String { texts[kind.title] }

    /// What exactly is the matter, in one or two sentences.
    package func detail(in texts: Texts) -> String {
        let kind = kind
        let near = kind.nearest.map { " " + texts[.didYouMean, ["name": $0]] } ?? ""
        return texts[kind.detail, kind.values] + near
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
