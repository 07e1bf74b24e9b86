import Hummingbird
import Logging
import NIOCore

// The least that a Hummingbird handler can do: the same bytes for everybody. What it serves is the size given.
let size = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
let port = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 8090
let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: size)
let router = Router()
router.get("bytes") { _, _ in
    Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: body))
}
var logger = Logger(label: "bare-server")
logger.logLevel = .error
let application = Application(
    router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
    logger: logger)
try await application.run()
