import Testing

@testable import FollowUpCommand

@Suite struct WrappedTextTests {
    @Test(arguments: [
        ("", 5, [""]),
        ("uno dos tres", 7, ["uno dos", "tres"]),
        ("uno dos tres", 12, ["uno dos tres"]),
        ("áéíóú áéíóú", 5, ["áéíóú", "áéíóú"]),
        ("日本語を話す", 5, ["日本", "語を", "話す"]),
        ("a https://example.org b", 8, ["a", "https://", "example.", "org b"]),
        ("uno\ndos tres\r\n\ncuatro", 4, ["uno", "dos", "tres", "", "cuat", "ro"]),
        ("👩‍👩‍👧👩‍👩‍👧", 3, ["👩‍👩‍👧", "👩‍👩‍👧"]),
        ("日", 1, ["日"]),
        ("ab", 0, ["a", "b"]),
        ("a  b", 3, ["a b"]),
        ("    ", 2, [""]),
    ])
    func wraps(text: String, width: Int, lines: [String]) {
        #expect(text.wrapped(toTerminalWidth: width) == lines)
    }

    @Test(arguments: [
        ("N none  L limited", 20, ["N none  L limited"]),
        ("N none  L limited", 10, ["N none", "L limited"]),
        ("N none  L limited  C complete", 21, ["N none  L limited", "C complete"]),
        ("N none  a very long item", 8, ["N none", "a very", "long", "item"]),
        ("uno dos tres", 7, ["uno dos", "tres"]),
    ])
    func keepsItemsTogether(text: String, width: Int, lines: [String]) {
        #expect(text.wrappedByItems(toTerminalWidth: width) == lines)
    }
}
