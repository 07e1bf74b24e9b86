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

    /// The status by HTTP.
    package var status: Int {
        switch self {
        case .nothingHere, .noSuch: 404
        case .unknownParameter, .badValue, .badRequest: 400
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .bodyNotAccepted: 413
        case .addressTooLong: 414
        case .headTooLarge: 431
        case .tooManyRequests: 429
        case .busy: 503
        }
    }

    /// The name of the kind of failure, for programs.
    package var code: String {
        switch self {
        case .nothingHere: "nothing-here"
        case .noSuch: "no-such-thing"
        case .unknownParameter: "unknown-parameter"
        case .badValue: "bad-value"
        case .badRequest: "bad-request"
        case .methodNotAllowed: "method-not-allowed"
        case .notAcceptable: "not-acceptable"
        case .bodyNotAccepted: "body-not-accepted"
        case .addressTooLong: "address-too-long"
        case .headTooLarge: "head-too-large"
        case .tooManyRequests: "too-many-requests"
        case .busy: "busy"
        }
    }

    /// The failure in a few words.
    package func title(in texts: Texts) -> String {
        return switch self {
        case .nothingHere, .noSuch: texts[.failureNothingHere]
        case .unknownParameter, .badValue, .badRequest: texts[.failureBadRequest]
        case .methodNotAllowed, .bodyNotAccepted: texts[.failureReadOnly]
        case .notAcceptable: texts[.failureNotAcceptable]
        case .addressTooLong, .headTooLarge: texts[.failureTooLong]
        case .tooManyRequests, .busy: texts[.failureTooMuch]
        }
    }

    /// What exactly is the matter, in one or two sentences.
    package func detail(in texts: Texts) -> String {
        func near(_ name: String?) -> String {
            name.map { " " + texts[.didYouMean, ["name": $0]] } ?? ""
        }
        return switch self {
        case .nothingHere: texts[.detailNothingHere]
        case .noSuch(let name, let nearest): texts[.detailNoSuch, ["name": name]] + near(nearest)
        case .unknownParameter(let name, let nearest):
            texts[.detailUnknownParameter, ["name": name]] + near(nearest)
        case .badValue(let parameter, let value, let takes):
            texts[.detailBadValue, ["name": parameter, "value": value, "takes": takes]]
        case .badRequest: texts[.detailBadRequest]
        case .methodNotAllowed: texts[.detailMethodNotAllowed]
        case .notAcceptable: texts[.detailNotAcceptable]
        case .bodyNotAccepted: texts[.detailBodyNotAccepted]
        case .addressTooLong: texts[.detailAddressTooLong]
        case .headTooLarge: texts[.detailHeadTooLarge]
        case .tooManyRequests: texts[.detailTooManyRequests]
        case .busy: texts[.detailBusy]
        }
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
